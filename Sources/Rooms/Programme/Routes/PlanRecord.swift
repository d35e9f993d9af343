import CivilTime
import Ledger
import Pages

/// A plan with all its parts, as one issue states them.
struct PlanRecord: Sendable {
    let plan: Plan
    let issue: Plan.Issue
    let objectives: [ObjectiveStatement]
    let actions: [ActionStatement]
    let areas: [AreaStatement]
    let bodies: [BodyStatement]
    let targets: [TargetStatement]

    var header: PlanHeader { issue.header }
    var code: Code { header.code }

    /// The plan's current issue, or an earlier one.
    static func load(_ code: Code, issue number: Int? = nil, _ snapshot: Snapshot) throws -> PlanRecord {
        let plan = try PlanRecord.plan(code, snapshot)
        guard let issue = number.map({ number in plan.issues.last { $0.number == number } }) ?? plan.current
        else {
            throw PageError.notFound
        }
        return PlanRecord(
            plan: plan, issue: issue, objectives: try parts(of: plan.id, in: issue.number, snapshot),
            actions: try parts(of: plan.id, in: issue.number, snapshot),
            areas: try parts(of: plan.id, in: issue.number, snapshot),
            bodies: try parts(of: plan.id, in: issue.number, snapshot),
            targets: try parts(of: plan.id, in: issue.number, snapshot))
    }

    /// The plan with this code.
    static func plan(_ code: Code, _ snapshot: Snapshot) throws -> Plan {
        let id = try snapshot.reader.first("SELECT subject_id FROM programme_plan WHERE code = \(code.text)")
        {
            $0.text(0)
        }
        guard let id, let plan = try snapshot.state(of: Plan.self, id) else { throw PageError.notFound }
        return plan.state
    }

    /// One part of a plan by its code.
    static func part<Statement: PartStatement>(
        _ type: Statement.Type, _ code: Code, of plan: String, _ snapshot: Snapshot
    ) throws -> PlanPart<Statement> {
        let id = try snapshot.reader.first(
            """
            SELECT subject_id FROM programme_part WHERE plan_id = \(plan) AND part = \(Statement.part)
            AND code = \(code.text)
            """
        ) { $0.text(0) }
        guard let id, let part = try snapshot.state(of: PlanPart<Statement>.self, id) else {
            throw PageError.notFound
        }
        return part.state
    }

    private static func parts<Statement: PartStatement>(
        of plan: String, in issue: Int, _ snapshot: Snapshot
    ) throws -> [Statement] {
        let ids = try snapshot.reader.all(
            """
            SELECT subject_id FROM programme_part WHERE plan_id = \(plan) AND part = \(Statement.part)
            ORDER BY position, code
            """
        ) { $0.text(0) }
        return try ids.compactMap {
            try snapshot.state(of: PlanPart<Statement>.self, $0)?.state.statement(in: issue)
        }
    }

    /// The body that a plan means by a name.
    func body(called name: String) -> BodyStatement? { bodies.first { $0.isCalled(name) } }
}
