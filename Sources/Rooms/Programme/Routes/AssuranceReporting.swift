import CivilTime
import Ledger
import Pages

/// Assembles the report of a month from what is recorded now, or from what was when a board received it.
struct AssuranceReporting {
    let snapshot: Snapshot
    let plan: Plan
    let month: Month
    /// The commit up to which entries count; nil for all.
    let commit: Int?

    private func state<S: Subject>(_ type: S.Type, _ id: String) throws -> S? {
        guard let commit else { return try snapshot.state(of: type, id)?.state }
        return try snapshot.state(of: type, id, asKnownAt: commit)?.state
    }

    /// The report.
    ///
    /// - Throws: ``Pages/PageError/notFound`` where the plan was not published then.
    func report(today: Day) throws -> AssuranceReport {
        guard let plan = try state(Plan.self, plan.id), let issue = plan.current else {
            throw PageError.notFound
        }
        let closing = try Self.closings(of: plan.id, commit, snapshot)
        let (closed, before) = (closing[month], closing[month - 1])
        let day = closed?.day ?? today
        let from = before.map { $0.day + 1 } ?? month.first
        let opened = (before?.commit ?? 0) + 1
        var reference = try snapshot.reference(at: commit ?? snapshot.head().commit)
        let begun = plan.issues.first?.day.calendarMonth ?? month
        let parts = try parts(of: plan.id).map { part, due in
            try reported(part, due, issue.header.scheme, begun: begun, day: day, &reference)
        }
        return AssuranceReport(
            scheme: issue.header.scheme, month: month, day: day, window: min(from, day)...day,
            commits: opened...max(opened, closed?.commit ?? .max), parts: parts,
            risks: try risks(of: plan.id).filter { risk in
                risk.raised <= day && risk.closed.map { $0 > day } ?? true
            })
    }

    private func risks(of plan: String) throws -> [RiskRow] {
        guard let commit else { return try RiskRow.all(of: plan, snapshot.reader) }
        return try RiskRow.all(of: plan, asKnownAt: commit, snapshot)
    }

    /// The day on which, and the commit in which, each month of a plan was last closed.
    private static func closings(
        of plan: String, _ commit: Int?, _ snapshot: Snapshot
    ) throws -> [Month: (day: Day, commit: Int)] {
        var closings: [Month: (day: Day, commit: Int)] = [:]
        for row in try snapshot.reader.all(MonthRow.query(plan), { MonthRow($0) }).compactMap({ $0 }) {
            let steps = try snapshot.state(of: ProgrammeMonth.self, row.id)?.state.steps ?? []
            let known = steps.filter { $0.commit <= commit ?? .max }
            guard known.last.map({ $0.to != .open }) ?? false else { continue }
            closings[row.month] = known.last { $0.to == .closed }.map { ($0.day, $0.commit) }
        }
        return closings
    }

    private func parts(of plan: String) throws -> [(ProgressPart, Due)] {
        let ids = try snapshot.reader.all(
            """
            SELECT part, subject_id FROM programme_part WHERE plan_id = \(plan)
            AND part IN \(list: [ObjectiveStatement.part, ActionStatement.part]) ORDER BY part DESC, position, code
            """
        ) { (part: $0.text(0), id: $0.text(1)) }
        return try ids.compactMap { found in
            if found.part == ObjectiveStatement.part {
                guard let objective = try state(Objective.self, found.id), let due = objective.current?.due,
                    let part = ProgressPart(objective)
                else { return nil }
                return (part, due)
            }
            guard let action = try state(PlanAction.self, found.id), let part = ProgressPart(action) else {
                return nil
            }
            let months = action.current?.due.map { [$0] } ?? []
            return (part, Due(months: months, isOngoing: false, text: nil, source: nil, monthsStated: nil))
        }
    }

    private func reported(
        _ part: ProgressPart, _ due: Due, _ scheme: RatingScheme, begun: Month, day: Day,
        _ reference: inout ReferenceReader
    ) throws -> ReportedPart {
        let progress = try state(Progress.self, part.id)
        let months = (progress?.months ?? []).filter { $0.month <= month }
        let milestones = part.milestones(progress)
        let dues = due.isOngoing ? [] : due.months.map { DueRule.day(of: $0, &reference) }
        let evidence = (progress?.evidence ?? []).filter { $0.month <= month }
        let known = WhatIsKnown(
            scheme: scheme, begun: begun, months: months,
            steps: milestones.map { .init(milestone: $0, due: DueRule.day(of: $0.first, &reference)) },
            evidence: evidence, dues: dues, today: day)
        return ReportedPart(
            part: part, month: months.last { $0.month == month },
            before: months.last { $0.month < month }?.current, milestones: milestones, dues: dues,
            isOngoing: due.isOngoing, findings: known.findings,
            evidence: evidence.filter { $0.month == month })
    }
}
