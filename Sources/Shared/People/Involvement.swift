public import CivilTime
public import Ledger

/// Who is involved with which child, over which days and because of what: one row table that subjects of
/// every room fill in the same commit as what makes the involvement.
///
/// An involvement ends with its cause. Rows never depend on today: a query compares `from_day` and `to_day`.
/// Holders and children stand as recorded: a query of one's own goes through the ledger's `same_as`, as those
/// here do.
public struct Involvement: Sendable, Hashable {
    /// What made somebody involved.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A relationship that carries rights or care.
        case parent
        /// The child or young person themselves.
        case ownSelf = "self"
        /// The child goes to the holder, a setting.
        case placement
        /// The child's case is given to an officer.
        case allocation
        /// A named worker.
        case namedWorker
        /// An open request for advice.
        case advice
        /// The child is on a panel's agenda.
        case panel
        /// Somebody the family chose to stand by them.
        case supporter
        /// Social care for the child: corporate parent, social worker.
        case socialCare
        /// Work of a whole team.
        case team
    }

    /// `holder` is the id of a person, of an organisation (team, school, trust) or, for kind `self`, of the
    /// child; `cause` the id of the entry that made it; days are inclusive, `to_day` NULL while it lasts;
    /// `safeguarding` 1 keeps it from the family and from other agencies.
    public static let table = Table(
        "people_involvement",
        [
            .text("holder"), .text("child"), .text("kind"), .integer("from_day"), .optionalInteger("to_day"),
            .text("cause"), .integer("safeguarding"),
        ], indexes: [["holder"], ["child"]])

    /// Who is involved: a person, an organisation, or the child.
    public let holder: String
    /// The child.
    public let child: String
    /// How.
    public let kind: Kind
    /// The first day.
    public let from: Day
    /// The last day; nil while it lasts.
    public let to: Day?
    /// The entry that made it.
    public let cause: String
    /// Whether it is kept from the family and from other agencies.
    public let isSafeguarding: Bool

    /// The row of an involvement; `key` tells the subject's rows of this table apart.
    public static func row(
        key: String, holder: String, child: String, kind: Kind, from: Day, to: Day?, cause: String,
        safeguarding: Bool = false
    ) -> Row {
        Row(table, key: key, [holder, child, kind.rawValue, from, to, cause, safeguarding])
    }

    /// All involvements with a child and with those merged into it, the earliest first.
    ///
    /// A merged child has none: ask for the one that goes on for it.
    public static func with(child: String, _ reader: Reader) throws -> [Involvement] {
        try all(
            """
            involvement.child IN (SELECT \(child) UNION
                SELECT merged FROM \(SameAs.survivors(of: Child.kind)) AS gone WHERE survivor = \(child))
            """, reader
        ).filter { $0.child == child }
    }

    /// All involvements of holders (a person and their organisations) and of those merged into them, the
    /// earliest first; each child is the one that goes on.
    public static func of(holders: [String], _ reader: Reader) throws -> [Involvement] {
        try all(
            """
            (holder IN \(list: holders) OR holder IN (
                SELECT merged FROM \(SameAs.survivors(of: Person.kind)) AS gone
                WHERE survivor IN \(list: holders)))
            """, reader)
    }

    private static func all(_ condition: SQL, _ reader: Reader) throws -> [Involvement] {
        try reader.all(
            """
            SELECT holder, COALESCE(same.survivor, involvement.child), kind, from_day, to_day, cause,
                safeguarding
            FROM people_involvement AS involvement
            LEFT JOIN \(SameAs.survivors(of: Child.kind)) AS same ON same.merged = involvement.child
            WHERE \(condition)
            ORDER BY from_day, kind, holder, involvement.child, subject_kind, subject_id, row_key
            """, Self.init)
    }

    /// Whether it holds on a day.
    public func holds(on day: Day) -> Bool { from <= day && day <= to ?? day }

    private init(_ fields: Fields) {
        holder = fields.text(0)
        child = fields.text(1)
        kind = Kind(rawValue: fields.text(2)) ?? .team
        from = fields.day(3) ?? .latest
        to = fields.day(4)
        cause = fields.text(5)
        isSafeguarding = fields.flag(6)
    }
}
