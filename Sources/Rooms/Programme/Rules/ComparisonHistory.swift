import CivilTime

/// A plan with every part it ever had, over all its issues.
struct PlanHistory: Sendable {
    let plan: Plan
    let objectives: [Objective]
    let actions: [PlanAction]
    let areas: [Area]
    let bodies: [Body]
    let targets: [PlanTarget]

    /// The issue in force on a day: the last published by then; nil before the first.
    func issue(on day: Day) -> Plan.Issue? { plan.issues.last { $0.day <= day } }

    /// The issue of this number.
    func issue(_ number: Int) -> Plan.Issue? { plan.issues.last { $0.number == number } }

    /// The plan as one issue states it.
    func record(_ issue: Plan.Issue) -> PlanRecord {
        PlanRecord(
            plan: plan, issue: issue, objectives: stated(objectives, issue), actions: stated(actions, issue),
            areas: stated(areas, issue), bodies: stated(bodies, issue), targets: stated(targets, issue))
    }

    private func stated<Statement: PartStatement>(
        _ parts: [PlanPart<Statement>], _ issue: Plan.Issue
    ) -> [Statement] {
        parts.compactMap { $0.statement(in: issue.number) }.sorted {
            ($0.position, $0.code.text) < ($1.position, $1.code.text)
        }
    }

    /// For which months each promise was first made, up to an issue.
    func firstPromised(until last: Int) -> [PromiseName: ComparedPromise.FirstPromised] {
        var first: [PromiseName: ComparedPromise.FirstPromised] = [:]
        for issue in plan.issues where issue.number <= last {
            for promise in record(issue).promises where !promise.months.isEmpty && first[promise.name] == nil
            {
                first[promise.name] = .init(months: promise.months, issue: issue.number)
            }
        }
        return first
    }

    /// What the ratings printed with an issue say is done, by the last day of the month they are of.
    func printedDone(in record: PlanRecord) -> [PromiseName: Day] {
        record.actions.reduce(into: [:]) { done, action in
            guard let printed = action.rating, record.header.scheme.rating(printed.colour)?.saysDone == true
            else { return }
            done[.action(action.code)] = printed.month.last
        }
    }
}
