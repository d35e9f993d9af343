import CivilTime
public import Ledger

/// A recorded child that may be the one compared with.
public struct MatchCandidate: Sendable, Hashable {
    /// The recorded child.
    public let child: String
    /// What speaks for and against.
    public let comparison: Comparison
}

/// A number that stands on several children's records, which others gave to one.
public struct DoubledNumber: Sendable, Hashable {
    /// The register: "nhs", "upn" or "uln".
    public let register: String
    /// The number.
    public let value: String
    /// The children, by id.
    public let children: [String]

    /// The problem in plain words, without the number.
    public var text: String {
        let name = Identification.Kind(rawValue: register)?.name ?? register
        return "The \(name) stands on the records of \(children.count) children."
    }
}

extension Matching {
    /// The recorded children that may be this one, the surest first, at most `limit`; never the child itself.
    ///
    /// Asks the lists, so a record that was merged into another is not among them, nor its names and numbers.
    /// It takes no account of who may see whom: that is the caller's.
    public static func candidates(
        for profile: MatchProfile, _ reader: Reader, limit: Int = 20
    ) throws -> [MatchCandidate] {
        var ids = try withSameNumber(profile, reader)
        ids.formUnion(try withSameName(profile, reader))
        if let birthDate = profile.birthDate { ids.formUnion(try bornNear(birthDate, reader)) }
        if let own = profile.child { ids.remove(own) }
        let found = try ids.sorted().map { id in
            MatchCandidate(child: id, comparison: compare(profile, try self.profile(of: id, reader)))
        }
        return Array(
            found.filter { $0.comparison.verdict != .no }
                .sorted { ($1.comparison.verdict, $0.child) < ($0.comparison.verdict, $1.child) }
                .prefix(limit))
    }

    /// The numbers that stand on several records, in order.
    public static func doubledNumbers(_ reader: Reader) throws -> [DoubledNumber] {
        try doubled(
            """
            SELECT register, value, subject_id FROM people_identifier WHERE register <> 'other'
            AND (register, value) IN (SELECT register, value FROM people_identifier
                GROUP BY register, value HAVING COUNT(DISTINCT subject_id) > 1)
            ORDER BY register, value, subject_id, row_key
            """, reader)
    }

    /// The numbers of one child that stand on others' records too, in order.
    public static func doubledNumbers(of child: String, _ reader: Reader) throws -> [DoubledNumber] {
        try doubled(
            """
            SELECT register, value, subject_id FROM people_identifier WHERE register <> 'other'
            AND (register, value) IN (
                SELECT register, value FROM people_identifier
                WHERE subject_kind = 'child' AND subject_id = \(child))
            ORDER BY register, value, subject_id, row_key
            """, reader)
    }

    private static func doubled(_ sql: SQL, _ reader: Reader) throws -> [DoubledNumber] {
        let rows = try reader.all(sql) { ($0.text(0), $0.text(1), $0.text(2)) }
        var found: [DoubledNumber] = []
        for (register, value, child) in rows
        where UPN(stored: value).isTemporary == false || register != "upn" {
            if let last = found.last, last.register == register, last.value == value {
                if last.children.last != child {
                    found[found.count - 1] = DoubledNumber(
                        register: register, value: value, children: last.children + [child])
                }
            } else {
                found.append(DoubledNumber(register: register, value: value, children: [child]))
            }
        }
        return found.filter { $0.children.count > 1 }
    }

    private static func withSameNumber(_ profile: MatchProfile, _ reader: Reader) throws -> Set<String> {
        var ids: Set<String> = []
        for number in Set(profile.identifiers) where number.isDecisive {
            ids.formUnion(
                try reader.all(
                    """
                    SELECT subject_id FROM people_identifier
                    WHERE register = \(number.register) AND value = \(number.value)
                    """
                ) { $0.text(0) })
        }
        return ids
    }

    /// Who has the whole name, or the surname and is not known to be born over a year apart.
    private static func withSameName(_ profile: MatchProfile, _ reader: Reader) throws -> Set<String> {
        let first = profile.birthDate.map { $0 - 400 } ?? .earliest
        let last = profile.birthDate.map { $0 + 400 } ?? .latest
        var ids: Set<String> = []
        for name in Set(profile.names) {
            ids.formUnion(
                try reader.all(
                    """
                    SELECT name.subject_id FROM people_child_name AS name
                    JOIN people_child AS child
                    ON child.subject_kind = name.subject_kind AND child.subject_id = name.subject_id
                    WHERE name.surname_key = \(name.surnameKey.text)
                    AND (child.birth_day IS NULL OR child.birth_day BETWEEN \(first) AND \(last)
                        OR name.forename_key = \(name.forenameKey.text))
                    """
                ) { $0.text(0) })
        }
        return ids
    }

    /// Who is born on the day, or on the one that turning day and month makes of it.
    private static func bornNear(_ birthDate: Day, _ reader: Reader) throws -> Set<String> {
        let turned = Day(year: birthDate.year, month: birthDate.dayOfMonth, day: birthDate.month)
        let days = [birthDate, turned].compactMap(\.self)
        return Set(
            try reader.all(
                "SELECT subject_id FROM people_child WHERE birth_day IN \(list: days)"
            ) { $0.text(0) })
    }
}
