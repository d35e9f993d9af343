import CivilTime

/// A plan with every part it ever had, over all its issues.
struct PlanHistory: Sendable {
    let plan: Plan
    let objectives: [Objective]
    let actions: [PlanAction]
    let areas: [Area]
    let bodies: [Body]
    let targets: [PlanTarget]
    /// What was reported of each promise and may be shown, in the order of the days reported.
    var reported: [PromiseName: [ReportedStanding]] = [:]

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

    /// What is done by a day, and since when: as reported, or where nothing was reported by then as the ratings
    /// printed with an issue say, by the last day of the month they are of.
    func done(in record: PlanRecord, by day: Day) -> [PromiseName: Day] {
        var done: [PromiseName: Day] = [:]
        for action in record.actions {
            guard let printed = action.rating, printed.month.last <= day,
                record.header.scheme.rating(printed.colour)?.saysDone == true
            else { continue }
            done[.action(action.code)] = printed.month.last
        }
        for (name, standings) in reported {
            let known = standings.filter { $0.day <= day }
            if !known.isEmpty { done[name] = ReportedStanding.doneSince(known) }
        }
        return done
    }
}

/// Whether a report on a day said that something is done.
struct ReportedStanding: Sendable, Hashable {
    let day: Day
    let isDone: Bool

    /// The day of the first of the last reports that all say it is done; nil where the last does not.
    static func doneSince(_ standings: [ReportedStanding]) -> Day? {
        standings.reversed().prefix(while: \.isDone).last?.day
    }
}
