import CivilTime
public import Ledger
import People

extension ChildStanding {
    /// What decides about a child's record at a snapshot; a merged child is named by its survivor.
    public init(of child: String, _ reader: Reader) throws {
        let ids = try Self.sameAs(child, reader)
        involved = try reader.all(
            """
            SELECT holder, kind, from_day, to_day FROM people_involvement WHERE child IN \(list: ids)
            ORDER BY subject_kind, subject_id, row_key
            """
        ) { fields in
            Involvement.Kind(rawValue: fields.text(1)).map {
                Involved(
                    holder: fields.text(0), kind: $0, from: fields.day(2) ?? Day(number: 0), to: fields.day(3)
                )
            }
        }.compactMap { $0 }
        family = Set(
            try reader.all(
                """
                SELECT person FROM people_relationship WHERE child IN \(list: ids)
                AND kind <> \(RelationshipKind.socialWorker.rawValue)
                """
            ) { $0.text(0) })
        restricted = try Self.restrictions(of: ids, reader)
        emergencies = try reader.all(
            "SELECT account, until_at FROM access_emergency WHERE child IN \(list: ids) ORDER BY subject_id"
        ) { Emergency(account: $0.text(0), until: Int64($0.integer(1))) }
    }

    /// The ids under which a child is recorded: its own, and those found to be the same.
    public static func sameAs(_ child: String, _ reader: Reader) throws -> [String] {
        [child]
            + (try reader.all(
                """
                SELECT merged FROM \(SameAs.survivors(of: Child.kind)) AS same WHERE survivor = \(child)
                ORDER BY merged
                """
            ) { $0.text(0) })
    }

    private static func restrictions(of ids: [String], _ reader: Reader) throws -> [Restricted] {
        let rows = try reader.all(
            """
            SELECT subject_id, part, from_day, to_day FROM access_restriction WHERE child IN \(list: ids)
            ORDER BY subject_id
            """
        ) { ($0.text(0), RecordPart(rawValue: $0.text(1)), $0.day(2), $0.day(3)) }
        return try rows.compactMap { id, part, from, to in
            guard let part, let from else { return nil }
            let named = try reader.all(
                "SELECT account FROM access_restriction_named WHERE subject_id = \(id) ORDER BY account"
            ) { $0.text(0) }
            return Restricted(part: part, from: from, to: to, named: Set(named))
        }
    }
}

extension Snapshot {
    /// Decides about one child's record, as things stand at this snapshot.
    public func decide(
        _ who: Visitor, _ action: Action, child: String, at moment: Moment
    ) throws -> Permission {
        Access.decide(who, action, on: try ChildStanding(of: child, reader), at: moment)
    }
}
