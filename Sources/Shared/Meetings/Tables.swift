import CivilTime
import Ledger

/// The rows of the module: forums, meetings, what they decided, and what is to be done.
enum MeetingsTables {
    static let forum = Table(
        "meetings_forum",
        [
            .text("name"), .text("name_key"), .text("kind"), .integer("is_public"), .optionalText("plan"),
            .optionalText("body"), .optionalInteger("ended_day"),
        ], indexes: [["name_key"]])

    static let report = Table(
        "meetings_report",
        [
            .text("reporting"), .text("report"), .optionalText("to_forum"), .text("to_name"),
            .integer("day"),
        ], indexes: [["day"]])

    static let meeting = Table(
        "meetings_meeting",
        [
            .text("forum"), .integer("day"), .optionalInteger("minute"), .text("stage"),
            .integer("has_register"), .optionalInteger("is_quorate"), .integer("has_minutes"),
            .integer("is_agreed"),
        ], indexes: [["forum", "day"], ["day"]])

    static let decision = Table(
        "meetings_decision",
        [.text("forum"), .integer("day"), .text("text"), .optionalInteger("is_quorate")],
        indexes: [["forum", "day"]])

    static let challenge = Table(
        "meetings_challenge",
        [
            .text("challenge"), .text("forum"), .integer("day"), .optionalText("item"),
            .optionalText("concern"), .text("asked_by"), .text("text"), .optionalText("answer"),
            .optionalText("decision"), .optionalText("to_forum"), .optionalText("to_name"),
            .optionalText("outcome"), .optionalInteger("outcome_day"),
        ], indexes: [["day"]])

    static let action = Table(
        "meetings_action",
        [
            .text("forum"), .text("meeting"), .text("text"), .optionalText("account"), .text("owner"),
            .integer("due_day"), .integer("raised_day"), .optionalInteger("closed_day"),
            .optionalText("closing"),
        ], indexes: [["forum", "raised_day"], ["meeting"], ["account"], ["due_day"]])

    static let post = Table(
        "meetings_post",
        [
            .text("forum"), .optionalText("meeting"), .text("title"), .text("stage"),
            .optionalInteger("published_day"), .optionalInteger("withdrawn_day"),
        ], indexes: [["forum"]])
}

/// A forum as lists show it.
struct ForumRow: Sendable {
    let id: String
    let name: String
    let kind: ForumKind?
    let isPublic: Bool
    let ended: Day?

    static func all(_ reader: Reader) throws -> [ForumRow] {
        try reader.all(
            """
            SELECT subject_id, name, kind, is_public, ended_day FROM meetings_forum
            ORDER BY name_key, subject_id
            """
        ) { fields in
            ForumRow(
                id: fields.text(0), name: fields.text(1), kind: ForumKind(rawValue: fields.text(2)),
                isPublic: fields.flag(3), ended: fields.day(4))
        }
    }

    /// The name of every forum by its id.
    static func names(_ reader: Reader) throws -> [String: String] {
        Dictionary(try all(reader).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}

/// A meeting as lists show it.
struct MeetingRow: Sendable {
    let id: String
    let forum: String
    let day: Day
    let minute: Int?
    let stage: Meeting.Stage
    let hasRegister: Bool
    let isQuorate: Bool?
    let hasMinutes: Bool
    let isAgreed: Bool

    private static let columns: SQL = """
        subject_id, forum, day, minute, stage, has_register, is_quorate, has_minutes, is_agreed
        """

    /// The meetings of a forum, the latest first.
    static func all(of forum: String, _ reader: Reader) throws -> [MeetingRow] {
        try reader.all(
            """
            SELECT \(columns) FROM meetings_meeting WHERE forum = \(forum)
            ORDER BY day DESC, minute DESC NULLS LAST, subject_id
            """, decode)
    }

    /// All meetings on or after a day, the first first.
    static func from(_ day: Day, _ reader: Reader) throws -> [MeetingRow] {
        try reader.all(
            """
            SELECT \(columns) FROM meetings_meeting WHERE day >= \(day)
            ORDER BY day, minute NULLS FIRST, subject_id
            """, decode)
    }

    /// The last meeting of each forum that was held before a day.
    static func lastHeld(before day: Day, _ reader: Reader) throws -> [String: MeetingRow] {
        let held = try reader.all(
            """
            SELECT \(columns) FROM meetings_meeting WHERE day < \(day) AND stage = 'held'
            ORDER BY day DESC, minute DESC NULLS LAST, subject_id
            """, decode)
        return Dictionary(held.map { ($0.forum, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func decode(_ fields: Fields) -> MeetingRow {
        MeetingRow(
            id: fields.text(0), forum: fields.text(1), day: fields.day(2) ?? .earliest,
            minute: fields.integerOrNil(3), stage: Meeting.Stage(rawValue: fields.text(4)) ?? .planned,
            hasRegister: fields.flag(5), isQuorate: fields.integerOrNil(6).map { $0 == 1 },
            hasMinutes: fields.flag(7), isAgreed: fields.flag(8))
    }
}
