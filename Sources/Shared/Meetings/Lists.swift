import Access
import CivilTime
import Ledger

/// An action as lists show it.
struct ActionRow: Sendable {
    let id: String
    let forum: String
    let meeting: String
    let text: String
    let account: String?
    let owner: String
    let due: Day
    let raised: Day
    let closed: Day?
    let closing: Closing?

    /// By how many days it is, or was when it was closed, late; nil where it is in time.
    func daysLate(on today: Day) -> Int? {
        let late = (closed ?? today) - due
        return late > 0 ? late : nil
    }

    private static let columns: SQL = """
        subject_id, forum, meeting, text, account, owner, due_day, raised_day, closed_day, closing
        """

    /// Every action, open ones first, then by the day they are due.
    static func all(_ reader: Reader) throws -> [ActionRow] {
        try reader.all(
            """
            SELECT \(columns) FROM meetings_action
            ORDER BY closed_day DESC NULLS FIRST, due_day, subject_id
            """, decode)
    }

    /// What a meeting gave to do.
    static func raised(at meeting: String, _ reader: Reader) throws -> [ActionRow] {
        try reader.all(
            "SELECT \(columns) FROM meetings_action WHERE meeting = \(meeting) ORDER BY due_day, subject_id",
            decode)
    }

    /// What a forum's earlier meetings gave to do and was open on the day of a meeting.
    static func carried(to meeting: String, of forum: String, on day: Day, _ reader: Reader) throws
        -> [ActionRow]
    {
        try reader.all(
            """
            SELECT \(columns) FROM meetings_action
            WHERE forum = \(forum) AND meeting <> \(meeting) AND raised_day <= \(day)
            AND (closed_day IS NULL OR closed_day >= \(day))
            ORDER BY due_day, subject_id
            """, decode)
    }

    private static func decode(_ fields: Fields) -> ActionRow {
        ActionRow(
            id: fields.text(0), forum: fields.text(1), meeting: fields.text(2), text: fields.text(3),
            account: fields.textOrNil(4), owner: fields.text(5), due: fields.day(6) ?? .latest,
            raised: fields.day(7) ?? .latest, closed: fields.day(8),
            closing: fields.textOrNil(9).flatMap(Closing.init))
    }
}

/// A challenge as the log shows it.
struct ChallengeRow: Sendable {
    let meeting: String
    let id: String
    let forum: String
    let day: Day
    let item: String?
    let concern: String?
    let by: String
    let text: String
    let answer: String?
    let decision: String?
    let toForum: String?
    let to: String?
    let outcome: String?
    let outcomeDay: Day?

    /// Every challenge: those without an outcome first, then the latest.
    static func all(_ reader: Reader) throws -> [ChallengeRow] {
        try reader.all(
            """
            SELECT subject_id, challenge, forum, day, item, concern, asked_by, text, answer, decision,
            to_forum, to_name, outcome, outcome_day FROM meetings_challenge
            ORDER BY outcome_day NULLS FIRST, day DESC, subject_id, row_key
            """
        ) { fields in
            ChallengeRow(
                meeting: fields.text(0), id: fields.text(1), forum: fields.text(2),
                day: fields.day(3) ?? .latest, item: fields.textOrNil(4), concern: fields.textOrNil(5),
                by: fields.text(6), text: fields.text(7), answer: fields.textOrNil(8),
                decision: fields.textOrNil(9), toForum: fields.textOrNil(10), to: fields.textOrNil(11),
                outcome: fields.textOrNil(12), outcomeDay: fields.day(13))
        }
    }
}

/// A report that is due on a day.
struct ReportRow: Sendable {
    let forum: String
    let report: String
    let toForum: String?
    let to: String
    let day: Day

    /// All reports, by day.
    static func all(_ reader: Reader) throws -> [ReportRow] {
        try reader.all(
            """
            SELECT subject_id, report, to_forum, to_name, day FROM meetings_report
            ORDER BY day, report, subject_id, row_key
            """
        ) { fields in
            ReportRow(
                forum: fields.text(0), report: fields.text(1), toForum: fields.textOrNil(2),
                to: fields.text(3), day: fields.day(4) ?? .latest)
        }
    }
}

/// A post as lists show it.
struct PostRow: Sendable {
    let id: String
    let forum: String
    let meeting: String?
    let title: String
    let stage: ChairPost.Stage
    let published: Day?

    /// All posts, drafts first, then the latest.
    static func all(_ reader: Reader) throws -> [PostRow] {
        try reader.all(
            """
            SELECT subject_id, forum, meeting, title, stage, published_day FROM meetings_post
            ORDER BY published_day DESC NULLS FIRST, subject_id
            """
        ) { fields in
            PostRow(
                id: fields.text(0), forum: fields.text(1), meeting: fields.textOrNil(2),
                title: fields.text(3), stage: ChairPost.Stage(rawValue: fields.text(4)) ?? .draft,
                published: fields.day(5))
        }
    }
}

/// People whom an action can be given to: accounts whose role lets them see it.
struct AccountRow: Sendable {
    let id: String
    let name: String

    static func owners(on today: Day, _ reader: Reader) throws -> [AccountRow] {
        let roles = Action.seeMeetingActions.reaches.keys.map(\.rawValue).sorted()
        return try reader.all(
            """
            SELECT DISTINCT account.subject_id, account.name FROM access_account AS account
            JOIN access_role AS held ON held.subject_id = account.subject_id
            WHERE account.closed_day IS NULL AND held.role IN \(list: roles)
            AND held.from_day <= \(today) AND (held.to_day IS NULL OR held.to_day >= \(today))
            ORDER BY account.name, account.subject_id
            """
        ) { AccountRow(id: $0.text(0), name: $0.text(1)) }
    }

    /// The name of an account; nil where there is none.
    static func name(_ id: String, _ reader: Reader) throws -> String? {
        try reader.first("SELECT name FROM access_account WHERE subject_id = \(id)") { $0.text(0) }
    }
}
