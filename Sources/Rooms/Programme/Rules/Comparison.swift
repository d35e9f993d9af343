import CivilTime

/// A change to a date that a board or group approved.
struct ApprovedChange: Sendable, Hashable {
    let request: String
    let name: PromiseName
    /// The month approved.
    let month: Month
    /// The day of the decision.
    let day: Day
    let reason: String
    /// Who decided.
    let body: String
}

/// Why something changed, as far as it was written down.
enum ComparisonReason: Sendable, Hashable {
    /// A remark that the later issue makes and the earlier does not.
    case remark(String)
    /// A request to change the date that was approved.
    case request(ApprovedChange)

    /// The reason in words.
    var words: String {
        switch self {
        case .remark(let text): text
        case .request(let change): "Approved by \(change.body) on \(change.day.short): \(change.reason)"
        }
    }
}

/// What came of something that fell due between the two days.
enum PromiseOutcome: Sendable, Hashable {
    /// Reported done by a day on which it was in time.
    case kept(on: Day)
    /// Reported done, so many days late.
    case keptLate(on: Day, days: Int)
    /// Its date was moved later before anything was reported as done.
    case moved
    case dropped
    /// Nothing recorded by the later day says it is done; so many days had passed.
    case open(days: Int)

    /// By how many days it is past its date with nothing recorded; nil for every other outcome.
    var daysOpen: Int? { if case .open(let days) = self { days } else { nil } }
    var isKept: Bool { if case .kept = self { true } else { false } }
    var isKeptLate: Bool { if case .keptLate = self { true } else { false } }

    /// The outcome in words.
    var words: String {
        switch self {
        case .kept(let day): "Reported done by \(day.short), in time"
        case .keptLate(let day, let days): "Reported done by \(day.short), \(Self.count(days)) late"
        case .moved: "Moved to a later date"
        case .dropped: "Dropped"
        case .open(let days): "Nothing recorded as done, \(Self.count(days)) past its date"
        }
    }

    /// The name under which files give it.
    var id: String {
        switch self {
        case .kept: "kept"
        case .keptLate: "kept-late"
        case .moved: "moved"
        case .dropped: "dropped"
        case .open: "nothing-recorded"
        }
    }

    private static func count(_ days: Int) -> String { days == 1 ? "1 day" : "\(days) days" }
}

/// One promise at both ends of a comparison.
struct ComparedPromise: Sendable, Hashable {
    let name: PromiseName
    let before: Promise?
    let after: Promise?
    let move: DateMove
    /// The months for which it was first promised, and in which issue; nil where it never had a month.
    let first: FirstPromised?
    /// What it fell due on between the two days; nil where it did not.
    let fellDue: Day?
    let outcome: PromiseOutcome?
    let reasons: [ComparisonReason]

    struct FirstPromised: Sendable, Hashable {
        let months: [Month]
        let issue: Int
    }

    /// Whether both issues promise it in other words.
    var isReworded: Bool {
        guard let before, let after else { return false }
        return before.text != after.text
    }

    /// Its words as the later issue has them, or the earlier where the later has none.
    var text: String { after?.text ?? before?.text ?? "" }

    /// The approved request that the date it has now rests on.
    var request: ApprovedChange? {
        reasons.lazy.compactMap { reason in
            if case .request(let change) = reason, change.month == after?.months.last { change } else { nil }
        }.first
    }
}

/// What was promised, kept, moved, added, dropped and re-worded between two issues of a plan or two days.
struct Comparison: Sendable {
    /// One end: what was in force on a day.
    struct Side: Sendable {
        let record: PlanRecord
        let day: Day
        /// Whether an issue was asked for rather than a day.
        let isIssue: Bool
        /// What had been reported as done by then, and on which day.
        var done: [PromiseName: Day] = [:]

        var issue: Int { record.issue.number }
    }

    let from: Side
    let to: Side
    /// Everything that either issue promises: in the later one's order, then what was dropped.
    let promises: [ComparedPromise]
    /// What changed in any part, in words.
    let changes: [PartChange]
    /// Whether it was asked for the other way round.
    var wasReversed = false

    init(
        from: Side, to: Side, history: PlanHistory, due: DueDays = DueDays(), approved: [ApprovedChange] = []
    ) {
        self.from = from
        self.to = to
        changes = from.issue == to.issue ? [] : PlanChanges.between(from.record, to.record)
        let (before, after) = (from.record.promises, to.record.promises)
        let old = Dictionary(before.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let names = Set(after.map(\.name))
        let pairs =
            after.map { (old[$0.name], Optional($0)) }
            + before.filter { !names.contains($0.name) }.map { (Optional($0), nil) }
        let comparing = Comparing(
            from: from, to: to, due: due, approved: approved.filter { $0.day <= to.day },
            first: history.firstPromised(until: to.issue))
        promises = pairs.compactMap { comparing.promise($0, $1) }
    }

    /// What fell due between the two days.
    var fellDue: [ComparedPromise] { promises.filter { $0.fellDue != nil } }
    var kept: [ComparedPromise] { promises.filter { $0.outcome?.isKept == true } }
    var keptLate: [ComparedPromise] { promises.filter { $0.outcome?.isKeptLate == true } }
    var open: [ComparedPromise] { promises.filter { $0.outcome?.daysOpen != nil } }
    var slipped: [ComparedPromise] { promises.filter(\.move.isLater) }
    var broughtForward: [ComparedPromise] { promises.filter(\.move.isEarlier) }
    var redated: [ComparedPromise] { promises.filter { $0.move == .dateGiven || $0.move == .dateTaken } }
    var added: [ComparedPromise] { promises.filter { $0.move == .added } }
    var dropped: [ComparedPromise] { promises.filter { $0.move == .dropped } }
    /// What stands elsewhere than before without an approved request for it.
    var unasked: [PromiseName] { promises.filter { $0.move.isMove && $0.request == nil }.map(\.name) }
    var reworded: [ComparedPromise] { promises.filter(\.isReworded) }
}

/// Compares one promise at a time.
struct Comparing {
    let from: Comparison.Side
    let to: Comparison.Side
    let due: DueDays
    let approved: [ApprovedChange]
    let first: [PromiseName: ComparedPromise.FirstPromised]

    func promise(_ before: Promise?, _ after: Promise?) -> ComparedPromise? {
        guard let name = after?.name ?? before?.name else { return nil }
        let move = DateMove(from: before, to: after)
        let fellDue = fellDue(before ?? after)
        return ComparedPromise(
            name: name, before: before, after: after, move: move, first: first[name], fellDue: fellDue,
            outcome: fellDue.map { outcome(name, $0, move) },
            reasons: move == .same && before?.text == after?.text ? [] : reasons(name, before, after))
    }

    /// The first day between the two on which it fell due by the dates that stood at the earlier end; by the
    /// later where it was promised only since.
    private func fellDue(_ promise: Promise?) -> Day? {
        (promise?.months ?? []).map(due.day).filter { from.day < $0 && $0 <= to.day }.min()
    }

    private func outcome(_ name: PromiseName, _ fellDue: Day, _ move: DateMove) -> PromiseOutcome {
        if let done = to.done[name], done <= to.day {
            return done <= fellDue ? .kept(on: done) : .keptLate(on: done, days: done - fellDue)
        }
        if move == .dropped { return .dropped }
        return move.isLater || move == .dateTaken ? .moved : .open(days: to.day - fellDue)
    }

    /// What the later issue remarks on it that the earlier did not, on itself or naming it on the whole, and
    /// every approved request about it.
    private func reasons(_ name: PromiseName, _ before: Promise?, _ after: Promise?) -> [ComparisonReason] {
        let known = Set(before?.remarks ?? [])
        let own = (after?.remarks ?? []).filter { !known.contains($0) }
        let whole = to.record.header.remarks.filter {
            !from.record.header.remarks.contains($0) && Self.names($0.text, name.code.text)
        }
        let remarks = before == nil ? whole : own + whole
        return remarks.map { .remark($0.text) }
            + approved.filter { $0.name == name && $0.day > from.day }.map { .request($0) }
    }

    /// Whether a text holds a code as a word of its own, so that `PAP1:1` is not found in `PAP1:12`.
    static func names(_ text: String, _ code: String) -> Bool {
        text.ranges(of: code).contains { range in
            let before =
                range.lowerBound == text.startIndex ? " " : text[text.index(before: range.lowerBound)]
            let after = range.upperBound == text.endIndex ? " " : text[range.upperBound]
            return !before.isLetter && !before.isNumber && !after.isLetter && !after.isNumber
        }
    }
}
