import CivilTime

/// What an issue of a plan changed in one part.
struct PartChange: Sendable, Hashable {
    enum Kind: String, Sendable { case added, changed, dropped }

    let part: String
    let code: Code
    let kind: Kind
    /// The fields that changed, in words, with their old and new value where both are short.
    let details: [String]
}

/// Compares two issues of a plan.
enum PlanChanges {
    static func between(_ old: PlanRecord, _ new: PlanRecord) -> [PartChange] {
        parts(old.objectives, new.objectives, details: objective)
            + parts(old.actions, new.actions, details: action)
            + parts(old.areas, new.areas) { before, after in
                named(
                    ("words", before.text != after.text), ("lead group", before.group != after.group),
                    ("objectives", before.objectives != after.objectives))
            }
            + parts(old.bodies, new.bodies) { before, after in
                named(
                    ("name", before.name != after.name), ("role", before.role != after.role),
                    ("leads", before.leads != after.leads), ("members", before.members != after.members),
                    ("reporting lines", before.reportsTo != after.reportsTo))
            }
            + parts(old.targets, new.targets) { before, after in
                named(("figures", before.figures != after.figures))
            }
    }

    private static func parts<Statement: PartStatement>(
        _ old: [Statement], _ new: [Statement], details: (Statement, Statement) -> [String]
    ) -> [PartChange] {
        let before = Dictionary(old.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let changes = new.compactMap { statement -> PartChange? in
            guard let held = before[statement.code] else {
                return PartChange(part: Statement.part, code: statement.code, kind: .added, details: [])
            }
            guard !held.saysTheSame(as: statement) else { return nil }
            let found = details(held, statement)
            return PartChange(
                part: Statement.part, code: statement.code, kind: .changed,
                details: found.isEmpty ? ["other details"] : found)
        }
        let dropped = old.filter { after[$0.code] == nil }.map {
            PartChange(part: Statement.part, code: $0.code, kind: .dropped, details: [])
        }
        return changes + dropped
    }

    private static func objective(_ old: ObjectiveStatement, _ new: ObjectiveStatement) -> [String] {
        var details: [String] = []
        if old.due.months != new.due.months || old.due.isOngoing != new.due.isOngoing {
            details.append("due \(words(old.due)), now \(words(new.due))\(moved(old.due, new.due))")
        }
        details += named(
            ("words", old.text != new.text), ("lead groups", old.groups != new.groups),
            ("expected impact", old.impacts != new.impacts), ("measures", old.measures != new.measures),
            ("milestones", old.milestones != new.milestones))
        return details
    }

    private static func action(_ old: ActionStatement, _ new: ActionStatement) -> [String] {
        var details: [String] = []
        if old.timescale != new.timescale {
            details.append("timescale “\(old.timescale)”, now “\(new.timescale)”")
        }
        details += named(
            ("words", old.text != new.text), ("owners", old.owners != new.owners),
            ("accountable leader", old.accountable != new.accountable),
            ("measures of success", old.measures != new.measures), ("rating", old.rating != new.rating))
        return details
    }

    private static func words(_ due: Due) -> String {
        due.isOngoing ? "ongoing" : due.months.map(\.written).joined(separator: " and ")
    }

    private static func moved(_ old: Due, _ new: Due) -> String {
        guard let before = old.months.last, let after = new.months.last, before != after else { return "" }
        let days = after.last - before.last
        return days > 0 ? " (\(days) days later)" : " (\(-days) days earlier)"
    }

    private static func named(_ fields: (name: String, differs: Bool)...) -> [String] {
        fields.filter(\.differs).map { "\($0.name) changed" }
    }
}
