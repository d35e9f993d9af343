import CivilTime

/// One objective or action in the report of a month.
struct ReportedPart: Sendable {
    let part: ProgressPart
    /// What was reported for the month; nil where nothing was.
    let month: MonthlyReport?
    /// The last report of an earlier month.
    let before: ProgressReport?
    let milestones: [MilestoneStanding]
    /// The days until which it is in time; none where it is ongoing or undated.
    let dues: [Day]
    let isOngoing: Bool
    /// What the records say beside the rating, the gravest first.
    let findings: [Finding]
    /// The evidence of the month.
    let evidence: [EvidenceItem]

    /// The rating that stands: of this month, or the last one given.
    var rating: Rating.Colour? { month?.current.rating ?? before?.rating }
}

/// What a delivery group reports to its board for one month, assembled from entries and from nothing else.
struct AssuranceReport: Sendable {
    /// How a rating moved from the one before.
    enum Move: Sendable, Hashable { case better, worse, same, first, none }

    /// A milestone or objective that moved while the month was open.
    struct Slip: Sendable, Hashable {
        let part: Code
        let milestone: Code
        let text: String
        let from: Month
        let to: Month
        /// The month first promised, which no later word hides.
        let first: Month
        let why: String

        /// By how many months it moved; negative where sooner.
        var months: Int { to - from }
        /// The same in days, from the last day of the one month to that of the other.
        var days: Int { to.last - from.last }
    }

    let scheme: RatingScheme
    let month: Month
    /// The day as on which it is read: the day the month was closed, or today while it is open.
    let day: Day
    /// The days over which the month was open to reports.
    let window: ClosedRange<Day>
    /// The commits over which it was: what was said on the day of a closing, before or after it, is told apart.
    let commits: ClosedRange<Int>
    let parts: [ReportedPart]
    /// Open risks and issues, the highest score first.
    let risks: [RiskRow]

    /// How many parts stand at each rating, in the plan's order, and how many were never rated.
    var counts: [(rating: Rating?, count: Int)] {
        let rated = scheme.ratings.map { rating in
            (rating: Optional(rating), count: parts.count { $0.rating == rating.colour })
        }
        let unrated = parts.count { $0.rating == nil }
        return rated.filter { $0.count > 0 } + (unrated > 0 ? [(nil, unrated)] : [])
    }

    /// The parts for which nothing was reported this month.
    var unreported: [ReportedPart] { parts.filter { $0.month == nil } }

    /// The parts whose rating moved this month, worse before better.
    var moved: [(part: ReportedPart, move: Move)] {
        let moves = parts.map { (part: $0, move: Self.move(of: $0)) }
        return [Move.worse, .better, .first].flatMap { wanted in moves.filter { $0.move == wanted } }
    }

    /// The parts that are rated red, or late with nothing that says they are done.
    var redOrOverdue: [ReportedPart] {
        parts.filter { part in
            let isDone = part.rating.flatMap { scheme.rating($0) }?.saysDone ?? false
            return part.rating == .red
                || Lateness(days: part.dues, isOngoing: part.isOngoing, isDone: isDone, today: day).isLate
        }
    }

    /// The parts whose rating cannot be true together with what is recorded.
    var contradicted: [ReportedPart] {
        parts.filter { part in part.findings.contains { $0.severity == .contradiction } }
    }

    /// The milestones that moved while the month was open, the furthest first.
    var slips: [Slip] {
        parts.flatMap { part in part.milestones.flatMap { slips(of: $0, in: part.part.code) } }
            .enumerated().sorted { ($1.element.days, $0.offset) < ($0.element.days, $1.offset) }
            .map(\.element)
    }

    /// The milestones of which it was said, while the month was open, that they were met.
    var met: [(part: Code, milestone: MilestoneStanding)] {
        parts.flatMap { part in
            part.milestones.filter { $0.met != nil && commits.contains($0.metIn) }.map {
                (part.part.code, $0)
            }
        }
    }

    /// The evidence added for the month.
    var evidence: [(part: Code, item: EvidenceItem)] {
        parts.flatMap { part in part.evidence.map { (part.part.code, $0) } }
    }

    private func slips(of milestone: MilestoneStanding, in part: Code) -> [Slip] {
        var from = milestone.first
        return milestone.moves.compactMap { move -> Slip? in
            defer { from = move.to }
            let isOfMonth = move.commit == 0 ? window.contains(move.day) : commits.contains(move.commit)
            guard isOfMonth else { return nil }
            return Slip(
                part: part, milestone: milestone.code, text: milestone.text, from: from, to: move.to,
                first: milestone.first, why: move.why)
        }
    }

    private static func move(of part: ReportedPart) -> Move {
        guard let now = part.month?.current.rating else { return .none }
        guard let before = part.before?.rating else { return .first }
        guard let old = before.order, let new = now.order else { return before == now ? .same : .first }
        return new == old ? .same : new > old ? .better : .worse
    }
}

extension Rating.Colour {
    /// Where it stands from worst to best in every scheme we know; nil for one that is off the scale.
    var order: Int? {
        switch self {
        case .red: 0
        case .amber: 1
        case .green: 2
        case .blue: 3
        case .grey: nil
        }
    }
}
