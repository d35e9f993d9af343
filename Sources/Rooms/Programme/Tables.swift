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
        [
            .text("plan_id"), .text("part"), .text("code"), .integer("position"), .integer("is_current"),
            .integer("doubts"),
        ],
        uniques: [Unique(["plan_id", "part", "code"], refusal: "The plan already has a part with this id.")])

    static let objective = Table(
        "programme_objective",
        [
            .text("plan_id"), .text("code"), .integer("position"), .text("priority"), .text("response"),
            .text("text"), .text("groups"), .integer("is_ongoing"), .text("months"),
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

/// How many parts of a plan there are, by kind, and how many doubts are remarked on them.
struct PartCounts: Sendable {
    private var counts: [String: Int] = [:]
    private(set) var doubts = 0

    init(of plan: String, _ reader: Reader) throws {
        try reader.forEach(
            """
            SELECT part, COUNT(*), SUM(doubts) FROM programme_part WHERE plan_id = \(plan) AND is_current = 1
            GROUP BY part
            """
        ) { fields in
            counts[fields.text(0)] = fields.integer(1)
            doubts += fields.integer(2)
        }
    }

    subscript(part: String) -> Int { counts[part] ?? 0 }
}

/// An objective as lists show it.
struct ObjectiveRow: Sendable {
    let code: Code
    let priority: Code
    let text: String
    let groups: String
    let isOngoing: Bool
    let months: [Month]
    /// The days until which it is in time, in order; none where it is ongoing or undated.
    let dues: [Day]

    static func all(of plan: String, _ reader: Reader) throws -> [ObjectiveRow] {
        var dues: [String: [Day]] = [:]
        try reader.forEach(
            """
            SELECT code, due_day FROM programme_due WHERE plan_id = \(plan) AND what = \(DueRow.objective)
            ORDER BY due_day, code, subject_id, row_key
            """
        ) { fields in
            if let day = fields.day(1) { dues[fields.text(0), default: []].append(day) }
        }
        return try reader.all(
            """
            SELECT code, priority, text, groups, is_ongoing, months FROM programme_objective
            WHERE plan_id = \(plan) ORDER BY position, code
            """
        ) { fields in
            ObjectiveRow(
                code: Code(stored: fields.text(0)), priority: Code(stored: fields.text(1)),
                text: fields.text(2),
                groups: fields.text(3), isOngoing: fields.flag(4),
                months: fields.text(5).split(separator: " ").compactMap { Month(iso: $0) },
                dues: dues[fields.text(0)] ?? [])
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
