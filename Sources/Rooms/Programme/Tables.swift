import CivilTime
import Ledger

/// The rows of the programme: plans, their parts, and what is due when.
enum ProgrammeTables {
    static let plan = Table(
        "programme_plan",
        [.text("code"), .text("title"), .text("form"), .integer("published"), .integer("issue")],
        uniques: [Unique(["code"], refusal: "There is already a plan with this id.")])

    static let part = Table(
        "programme_part",
        [.text("plan_id"), .text("part"), .text("code"), .integer("position"), .integer("is_current")],
        uniques: [Unique(["plan_id", "part", "code"], refusal: "The plan already has a part with this id.")])

    static let objective = Table(
        "programme_objective",
        [
            .text("plan_id"), .text("code"), .integer("position"), .text("priority"), .text("response"),
            .text("text"), .text("groups"), .integer("is_ongoing"), .text("months"), .integer("has_doubts"),
        ], indexes: [["plan_id", "position"]])

    static let action = Table(
        "programme_action",
        [
            .text("plan_id"), .text("code"), .integer("position"), .text("priority"), .text("response"),
            .text("text"), .text("timescale"), .text("owners"), .optionalText("rating"),
            .optionalText("rating_month"), .integer("is_uncertain"),
        ], indexes: [["plan_id", "position"]])

    static let due = Table(
        "programme_due",
        [
            .text("plan_id"), .text("what"), .text("code"), .text("text"), .integer("due_day"),
        ], indexes: [["plan_id", "due_day"]])

    static func due(
        _ plan: String, _ what: String, _ code: Code, key: String, _ text: String, _ month: Month,
        _ reference: inout ReferenceReader
    ) -> Row {
        Row(due, key: key, [plan, what, code.text, text, DueRule.day(of: month, &reference)])
    }
}

/// An objective as lists show it.
struct ObjectiveRow: Sendable {
    let code: Code
    let priority: Code
    let text: String
    let groups: String
    let isOngoing: Bool
    let months: [Month]
    let hasDoubts: Bool
    /// The days until which it is in time, in order; none where it is ongoing or undated.
    let dues: [Day]

    static func all(of plan: String, _ reader: Reader) throws -> [ObjectiveRow] {
        var dues: [String: [Day]] = [:]
        for row in try DueRow.all(of: plan, reader) where row.what == DueRow.objective {
            dues[row.code.text, default: []].append(row.day)
        }
        return try reader.all(
            """
            SELECT code, priority, text, groups, is_ongoing, months, has_doubts FROM programme_objective
            WHERE plan_id = \(plan) ORDER BY position, code
            """
        ) { fields in
            ObjectiveRow(
                code: Code(stored: fields.text(0)), priority: Code(stored: fields.text(1)),
                text: fields.text(2),
                groups: fields.text(3), isOngoing: fields.flag(4),
                months: fields.text(5).split(separator: " ").compactMap { Month(iso: $0) },
                hasDoubts: fields.flag(6), dues: dues[fields.text(0)] ?? [])
        }
    }
}

/// An action as lists show it.
struct ActionRow: Sendable {
    let code: Code
    let priority: Code
    let text: String
    let timescale: String
    let owners: String
    let rating: Rating.Colour?
    let isUncertain: Bool
    let due: Day?

    static func all(of plan: String, _ reader: Reader) throws -> [ActionRow] {
        try reader.all(
            """
            SELECT action.code, priority, action.text, timescale, owners, rating, is_uncertain, due_day
            FROM programme_action AS action
            LEFT JOIN programme_due AS due ON due.subject_kind = action.subject_kind
            AND due.subject_id = action.subject_id AND due.what = 'action'
            WHERE action.plan_id = \(plan) ORDER BY position, action.code
            """
        ) { fields in
            ActionRow(
                code: Code(stored: fields.text(0)),
                priority: Code(stored: fields.text(1)), text: fields.text(2),
                timescale: fields.text(3), owners: fields.text(4),
                rating: fields.textOrNil(5).flatMap(Rating.Colour.init), isUncertain: fields.flag(6),
                due: fields.day(7))
        }
    }
}

/// Something due on a day: an objective, a milestone or an action.
struct DueRow: Sendable {
    static let objective = "objective"
    static let milestone = "milestone"
    static let action = "action"

    let what: String
    let code: Code
    let text: String
    let day: Day

    static func all(of plan: String, _ reader: Reader) throws -> [DueRow] {
        try reader.all(
            """
            SELECT what, code, text, due_day FROM programme_due WHERE plan_id = \(plan)
            ORDER BY due_day, what, code, row_key, subject_id
            """
        ) { fields in
            DueRow(
                what: fields.text(0), code: Code(stored: fields.text(1)),
                text: fields.text(2), day: fields.day(3) ?? Day(number: 0))
        }
    }
}
