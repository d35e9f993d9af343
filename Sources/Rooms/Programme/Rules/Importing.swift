public import CivilTime
public import Ledger

/// What recording a published plan did.
public struct ImportResult: Sendable, Hashable, Codable {
    /// The plan's id.
    public var code: String
    /// The issue of the plan that is now current.
    public var issue: Int
    /// How many parts the file holds.
    public var parts: Int
    /// How many of them were not held before.
    public var added: Int
    /// How many of them are stated differently now.
    public var changed: Int
    /// How many parts held before the file no longer holds.
    public var dropped: Int
    /// How many say the same as before at another place in the plan.
    public var moved: Int

    /// Whether the file said anything that was not recorded already.
    public var isNew: Bool { added + changed + dropped + moved > 0 || isHeaderNew }
    /// Whether the plan as a whole is new or was changed.
    public var isHeaderNew: Bool
}

/// Why a plan that reads well cannot be recorded.
public enum ImportRefusal: Explained, Equatable {
    /// It says it is older than the issue already held.
    case older(file: Day, held: Day)

    /// What happened and what to do next.
    public var forPerson: String {
        switch self {
        case .older(let file, let held):
            "The file says it was published on \(file.short), before the version already held (\(held.short)). "
                + "Nothing was recorded."
        }
    }

    /// The same.
    public var forOperator: String { forPerson }
}

/// Decides what a published plan adds to what is already recorded.
struct Importing {
    let published: PublishedPlan

    func decide(_ deciding: inout Deciding) throws -> ImportResult {
        let header = published.header
        let found = try deciding.lookUp(
            "SELECT subject_id FROM programme_plan WHERE code = \(header.code.text)"
        ) { $0.text(0) }.first
        let held = try found.flatMap { try deciding.state(of: Plan.self, $0)?.state.current }
        if let held, header.published < held.header.published {
            throw ImportRefusal.older(file: header.published, held: held.header.published)
        }
        let context = Context(
            plan: found ?? deciding.newID(), issue: (held?.number ?? 0) + 1, day: header.published,
            present: try found.map { try Self.present(in: $0, &deciding) } ?? [:])
        let partCount =
            published.objectives.count + published.actions.count + published.areas.count
            + published.bodies.count + published.targets.count
        var result = ImportResult(
            code: header.code.text, issue: context.issue, parts: partCount, added: 0, changed: 0, dropped: 0,
            moved: 0, isHeaderNew: held?.header != header)
        try record(published.objectives, context, &deciding, &result)
        try record(published.actions, context, &deciding, &result)
        try record(published.areas, context, &deciding, &result)
        try record(published.bodies, context, &deciding, &result)
        try record(published.targets, context, &deciding, &result)
        if result.isNew {
            try deciding.record(
                PlanIssued(issue: context.issue, header: header), on: Plan.self, context.plan,
                day: context.day)
        } else {
            result.issue = context.issue - 1
        }
        return result
    }

    private struct Context {
        let plan: String
        let issue: Int
        let day: Day
        /// The subject ids of the parts held, by part and code.
        let present: [String: [String: String]]
    }

    private static func present(
        in plan: String, _ deciding: inout Deciding
    ) throws -> [String: [String: String]] {
        let rows = try deciding.lookUp(
            "SELECT part, code, subject_id FROM programme_part WHERE plan_id = \(plan)"
        ) {
            (part: $0.text(0), code: $0.text(1), id: $0.text(2))
        }
        return rows.reduce(into: [:]) { $0[$1.part, default: [:]][$1.code] = $1.id }
    }

    private func record<Statement: PartStatement>(
        _ statements: [Statement], _ context: Context, _ deciding: inout Deciding,
        _ result: inout ImportResult
    ) throws {
        var left = context.present[Statement.part] ?? [:]
        for statement in statements {
            let found = left.removeValue(forKey: statement.code.text)
            let id = found ?? deciding.newID()
            let held = try found.flatMap {
                try deciding.state(of: PlanPart<Statement>.self, $0)?.state.current
            }
            if held == statement { continue }
            switch held {
            case nil: result.added += 1
            case let held? where held.saysTheSame(as: statement): result.moved += 1
            case _?: result.changed += 1
            }
            try deciding.record(
                PartStated(plan: context.plan, issue: context.issue, statement: statement),
                on: PlanPart<Statement>.self, id, day: context.day)
        }
        for (_, id) in left.sorted(by: { $0.key < $1.key }) {
            guard try deciding.state(of: PlanPart<Statement>.self, id)?.state.current != nil else { continue }
            result.dropped += 1
            try deciding.record(
                PartDropped<Statement>(plan: context.plan, issue: context.issue),
                on: PlanPart<Statement>.self, id,
                day: context.day)
        }
    }
}
