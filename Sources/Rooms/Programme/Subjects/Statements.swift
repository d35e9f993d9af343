public import CivilTime
public import Ledger

extension ObjectiveStatement: PartStatement {
    /// The subject kind.
    public static var part: String { "objective" }
    /// Objectives and what is due.
    public static var tables: [Table] { [ProgrammeTables.objective, ProgrammeTables.due] }

    /// The objective and each month it or a milestone is due.
    public func rows(plan: String, _ reference: inout ReferenceReader) -> [Row] {
        let objective = Row(
            ProgrammeTables.objective,
            [
                plan, code.text, position, priority.text, response.text, text, groups.joined(separator: "; "),
                due.isOngoing, due.months.map(\.iso).joined(separator: " "),
            ])
        let months = due.months.map { month in
            ProgrammeTables.due(
                plan, DueRow.objective, code, key: month.iso, text, month,
                &reference)
        }
        let steps = milestones.map { step in
            ProgrammeTables.due(
                plan, DueRow.milestone, code, key: "milestone \(step.code.text)", step.text, step.due,
                &reference)
        }
        return [objective] + months + steps
    }

    /// The days on which it is due.
    public func events(_ reference: inout ReferenceReader) -> [(kind: String, key: String, day: Day)] {
        due.months.map { ("objective-due", "\(code.text) \($0.iso)", DueRule.day(of: $0, &reference)) }
            + milestones.map {
                ("milestone-due", "\(code.text) \($0.code.text)", DueRule.day(of: $0.due, &reference))
            }
    }
}

extension ActionStatement: PartStatement {
    /// The subject kind.
    public static var part: String { "action" }
    /// Actions and what is due.
    public static var tables: [Table] { [ProgrammeTables.action, ProgrammeTables.due] }

    /// The action and the month it is due, where there is one.
    public func rows(plan: String, _ reference: inout ReferenceReader) -> [Row] {
        let action = Row(
            ProgrammeTables.action,
            [
                plan, code.text, position, priority.text, response.text, text, timescale,
                owners.joined(separator: "; "), rating?.colour.rawValue, rating?.month.iso, isUncertain,
            ])
        return [action]
            + (due.map {
                [ProgrammeTables.due(plan, DueRow.action, code, key: "due", text, $0, &reference)]
            }
                ?? [])
    }

    /// The day on which it is due.
    public func events(_ reference: inout ReferenceReader) -> [(kind: String, key: String, day: Day)] {
        due.map { [("action-due", code.text, DueRule.day(of: $0, &reference))] } ?? []
    }
}

extension AreaStatement: PartStatement {
    /// The subject kind.
    public static var part: String { "area" }
    /// None of its own.
    public static var tables: [Table] { [] }
    /// None of its own.
    public func rows(plan: String, _ reference: inout ReferenceReader) -> [Row] { [] }
    /// None.
    public func events(_ reference: inout ReferenceReader) -> [(kind: String, key: String, day: Day)] { [] }
}

extension BodyStatement: PartStatement {
    /// The subject kind.
    public static var part: String { "body" }
    /// None of its own.
    public static var tables: [Table] { [] }
    /// None of its own.
    public func rows(plan: String, _ reference: inout ReferenceReader) -> [Row] { [] }
    /// None.
    public func events(_ reference: inout ReferenceReader) -> [(kind: String, key: String, day: Day)] { [] }

    /// Whether a plan means this body when it writes a name.
    func isCalled(_ name: String) -> Bool {
        self.name == name || aliases.contains(name) || code.text == name
    }
}

extension TargetStatement: PartStatement {
    /// The subject kind.
    public static var part: String { "target" }
    /// None of its own.
    public static var tables: [Table] { [] }
    /// None of its own.
    public func rows(plan: String, _ reference: inout ReferenceReader) -> [Row] { [] }
    /// None.
    public func events(_ reference: inout ReferenceReader) -> [(kind: String, key: String, day: Day)] { [] }
}
