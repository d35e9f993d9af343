import CivilTime
import Ledger

/// Reports on an objective or an action for a month: rating, words, and what became of its milestones.
struct ReportProgress: Sendable, Hashable {
    /// What became of a milestone.
    enum MilestoneChange: Sendable, Hashable {
        /// The group adds one of its own.
        case added(Code, text: String, first: Month)
        /// It is now expected by another month.
        case forecast(Code, to: Month, why: String)
        /// It was met.
        case met(Code, on: Day)
    }

    /// The subject id of the part.
    var part: String
    var month: Month
    var rating: Rating.Colour?
    var narrative: String
    var impact: String
    /// The name of the group that reports.
    var group: String
    var milestones: [MilestoneChange] = []
    var reporter: Reporter

    /// Records it, and gives the id of the entry that holds the report.
    ///
    /// A rating that nothing supports is taken: what contradicts it is shown beside it.
    ///
    /// - Throws: ``ProgressRefusal``.
    @discardableResult
    func decide(_ deciding: inout Deciding) throws -> String {
        let part = try deciding.progressPart(part)
        guard let scheme = try deciding.state(of: Plan.self, part.plan)?.state.current?.header.scheme else {
            throw ProgressRefusal.unknownPart
        }
        try deciding.refuseUnled(part, by: reporter)
        try deciding.refuseMonth(month, of: part.plan, scheme)
        if let rating, scheme.rating(rating) == nil { throw ProgressRefusal.notInScheme(rating) }
        var recording = MilestoneRecording(
            part: part, progress: try deciding.state(of: Progress.self, part.id)?.state)
        for change in milestones { try recording.record(change, &deciding) }
        return try deciding.record(
            ProgressReported(
                plan: part.plan, part: part.part, code: part.code, month: month, rating: rating,
                narrative: narrative, impact: impact, group: group),
            on: Progress.self, part.id, day: deciding.today)
    }
}

/// Records what became of milestones, copying those of the plan when somebody first speaks of them.
private struct MilestoneRecording {
    let part: ProgressPart
    /// The milestones that the progress itself holds already.
    private var held: Set<Code>
    private var known: [MilestoneStanding]

    init(part: ProgressPart, progress: Progress?) {
        self.part = part
        held = Set((progress?.milestones ?? []).filter { $0.statement != nil }.map(\.code))
        known = part.milestones(progress)
    }

    mutating func record(_ change: ReportProgress.MilestoneChange, _ deciding: inout Deciding) throws {
        switch change {
        case .added(let code, let text, let first):
            if known.contains(where: { $0.code == code }) { throw ProgressRefusal.milestoneTaken(code) }
            try refusePast(first, code, deciding.today)
            try state(code, text, first, isOfPlan: false, &deciding)
            known.append(
                MilestoneStanding(
                    code: code, text: text, first: first, moves: [], met: nil, isOfPlan: false,
                    isDropped: false))
        case .forecast(let code, let to, let why):
            let milestone = try standing(code)
            if to == milestone.now { return }
            try refusePast(to, code, deciding.today)
            try copy(milestone, &deciding)
            try deciding.record(
                MilestoneForecast(
                    plan: part.plan, part: part.part, code: part.code, milestone: code, to: to, why: why),
                on: Progress.self, part.id, day: deciding.today)
        case .met(let code, let day):
            let milestone = try standing(code)
            if milestone.met == day { return }
            guard day <= deciding.today else { throw ProgressRefusal.metInFuture(day) }
            try copy(milestone, &deciding)
            try deciding.record(
                MilestoneMet(plan: part.plan, part: part.part, code: part.code, milestone: code, on: day),
                on: Progress.self, part.id, day: day)
        }
    }

    private func standing(_ code: Code) throws(ProgressRefusal) -> MilestoneStanding {
        guard let found = known.first(where: { $0.code == code }) else { throw .unknownMilestone(code) }
        return found
    }

    private func refusePast(_ month: Month, _ code: Code, _ today: Day) throws(ProgressRefusal) {
        if month < today.calendarMonth { throw .movedIntoThePast(month, code: code) }
    }

    private mutating func copy(_ milestone: MilestoneStanding, _ deciding: inout Deciding) throws {
        guard !held.contains(milestone.code) else { return }
        try state(milestone.code, milestone.text, milestone.first, isOfPlan: true, &deciding)
    }

    private mutating func state(
        _ code: Code, _ text: String, _ first: Month, isOfPlan: Bool, _ deciding: inout Deciding
    ) throws {
        held.insert(code)
        try deciding.record(
            MilestoneStated(
                plan: part.plan, part: part.part, code: part.code, milestone: code, text: text, first: first,
                isOfPlan: isOfPlan),
            on: Progress.self, part.id, day: deciding.today)
    }
}
