import CivilTime
import Ledger

/// The objective or action that something is recorded of, as the plan states it now.
struct ProgressPart: Sendable, Hashable {
    /// The subject id of the plan.
    let plan: String
    /// The subject id of the part, which its progress shares.
    let id: String
    /// The word for the part.
    let part: String
    let code: Code
    let text: String
    /// The groups that lead it; for an action of 2018 its owners and who is accountable.
    let groups: [String]
    /// The months it is due; none where the plan names none.
    let due: [Month]
    /// Whether the plan says that it goes on.
    let isOngoing: Bool
    /// The ids of the indicators that its measures name, such as K301, each once.
    let indicators: [String]
    /// The plan's milestones with what every issue promised.
    let promised: [PromisedMilestone]

    /// An objective.
    init?(_ objective: Objective) {
        guard let statement = objective.current else { return nil }
        plan = objective.plan
        id = objective.id
        part = ObjectiveStatement.part
        code = statement.code
        text = statement.text
        groups = statement.groups
        due = statement.due.months
        isOngoing = statement.due.isOngoing
        indicators = Self.indicators(statement.measures)
        promised = Self.promised(objective.versions)
    }

    /// An action.
    init?(_ action: PlanAction) {
        guard let statement = action.current else { return nil }
        plan = action.plan
        id = action.id
        part = ActionStatement.part
        code = statement.code
        text = statement.text
        groups = (statement.owners + statement.accountable).reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
        due = statement.due.map { [$0] } ?? []
        isOngoing = false
        indicators = Self.indicators(statement.measures)
        promised = []
    }

    private static func indicators(_ measures: [Measure]) -> [String] {
        measures.flatMap(\.indicators).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// What the issues of a plan promised of each milestone, in the order of the issue that last stated it.
    static func promised(_ versions: [Objective.Version]) -> [PromisedMilestone] {
        let current = versions.last?.statement?.milestones ?? []
        var order = current.map(\.code)
        for version in versions.reversed() {
            for step in version.statement?.milestones ?? [] where !order.contains(step.code) {
                order.append(step.code)
            }
        }
        return order.compactMap { code in
            var text = ""
            let promises = versions.compactMap { version -> PromisedMilestone.Promise? in
                guard let step = version.statement?.milestones.first(where: { $0.code == code }) else {
                    return nil
                }
                text = step.text
                return .init(issue: version.issue, day: version.day, month: step.due)
            }
            guard !promises.isEmpty else { return nil }
            return PromisedMilestone(
                code: code, text: text, promises: promises,
                isDropped: !current.contains { $0.code == code })
        }
    }

    /// The milestones as they stand with what was reported of them.
    func milestones(_ progress: Progress?) -> [MilestoneStanding] {
        MilestoneStanding.all(promised, progress?.milestones ?? [])
    }

    /// Whether one of the bodies is named as leading it.
    func isLed(by bodies: [BodyStatement]) -> Bool {
        bodies.contains { body in groups.contains { body.isCalled($0) } }
    }
}

/// Who reports: the programme team on anything, a lead on what their groups answer for.
enum Reporter: Sendable, Hashable {
    case programmeTeam
    case lead(account: String)
}

extension Deciding {
    /// The part of a plan with this id, which must stand in the plan now.
    ///
    /// - Throws: ``ProgressRefusal/unknownPart``.
    mutating func progressPart(_ id: String) throws -> ProgressPart {
        if let found = try state(of: Objective.self, id)?.state, let part = ProgressPart(found) {
            return part
        }
        if let found = try state(of: PlanAction.self, id)?.state, let part = ProgressPart(found) {
            return part
        }
        throw ProgressRefusal.unknownPart
    }

    /// Refuses who leads no group that the part names.
    mutating func refuseUnled(_ part: ProgressPart, by reporter: Reporter) throws {
        guard case .lead(let account) = reporter else { return }
        let held = try LeadRow.all(by: account, &self).filter { $0.plan == part.plan && $0.holds(on: today) }
        let bodies = try held.compactMap { try body($0.body, of: part.plan) }
        guard part.isLed(by: bodies) else { throw ProgressRefusal.notLed }
    }

    /// The body of a plan with this id, as the plan states it now.
    mutating func body(_ code: Code, of plan: String) throws -> BodyStatement? {
        let id = try lookUp(
            """
            SELECT subject_id FROM programme_part
            WHERE plan_id = \(plan) AND part = \(BodyStatement.part) AND code = \(code.text)
            """
        ) { $0.text(0) }.first
        return try id.flatMap { try state(of: Body.self, $0)?.state.current }
    }

    /// Refuses a month that has not begun, that is closed, or for which the plan has no column of ratings.
    mutating func refuseMonth(_ month: Month, of plan: String, _ scheme: RatingScheme) throws {
        if month > today.calendarMonth { throw ProgressRefusal.notBegun(month) }
        let columns = scheme.columns.compactMap { Month(iso: $0) }
        if !columns.isEmpty, !columns.contains(month) {
            throw ProgressRefusal.noColumn(month, columns: columns)
        }
        if try MonthGate.load(plan, &self).isClosed(month) { throw ProgressRefusal.closed(month) }
    }
}
