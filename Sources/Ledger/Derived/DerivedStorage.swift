import CivilTime

/// Rows, facts and reference uses as they stand in storage.
enum DerivedStorage {
    /// Replaces what subjects gave before by what they give now: all that goes first, then all that comes.
    static func replace(
        _ derivations: [(subject: SubjectID, derivation: Derivation)], in registry: Registry, at commit: Int,
        _ writer: Writer
    ) throws {
        #if DEBUG
            // In a release what contradicts itself is left out, and a check of the rebuild names it.
            if let fault = derivations.lazy.compactMap(\.derivation.faults.first).first {
                throw LedgerError.faultyDerivation(fault)
            }
        #endif
        var arriving: [(SubjectID, Row)] = []
        for (subject, derivation) in derivations {
            let wanted = Set(derivation.rows)
            var present: Set<Row> = []
            for table in registry.tables(of: subject) {
                for row in try rows(of: subject, in: table, writer.reader) {
                    if wanted.contains(row) {
                        present.insert(row)
                    } else {
                        try delete(row, of: subject, writer)
                    }
                }
            }
            arriving += derivation.rows.filter { !present.contains($0) }.map { (subject, $0) }
        }
        for (subject, row) in arriving { try insert(row, of: subject, writer) }
        for (subject, derivation) in derivations {
            try replaceFacts(of: subject, by: derivation.facts, at: commit, writer)
            try replaceUses(of: subject, by: derivation.uses, writer)
        }
    }

    static func rows(of subject: SubjectID, in table: Table, _ reader: Reader) throws -> [Row] {
        let text = """
            SELECT \((["row_key"] + table.columns.map(\.name)).joined(separator: ", ")) FROM \(table.name)
            WHERE subject_kind = ? AND subject_id = ? ORDER BY row_key
            """
        let sql = SQL(declared: text, [.text(subject.kind), .text(subject.id)])
        return try reader.all(sql) { fields in
            Row(table, key: fields.text(0), (0..<table.columns.count).map { fields.value($0 + 1) })
        }
    }

    static func insert(_ row: Row, of subject: SubjectID, _ writer: Writer) throws {
        let marks = repeatElement("?", count: row.values.count + 3).joined(separator: ", ")
        let values: [SQLValue] = [.text(subject.kind), .text(subject.id), .text(row.key)] + row.values
        let text = "INSERT INTO \(row.table.name) (\(row.table.columnList)) VALUES (\(marks))"
        try writer.execute(SQL(declared: text, values))
    }

    private static func delete(_ row: Row, of subject: SubjectID, _ writer: Writer) throws {
        let text = "DELETE FROM \(row.table.name) WHERE subject_kind = ? AND subject_id = ? AND row_key = ?"
        try writer.execute(SQL(declared: text, [.text(subject.kind), .text(subject.id), .text(row.key)]))
    }

    // MARK: Facts

    private static let factColumns: SQL =
        "kind, key, believed_from, believed_to, from_day, to_day, value, refs"

    static func facts(of subject: SubjectID, _ reader: Reader) throws -> [BelievedFact] {
        try reader.all(
            """
            SELECT \(factColumns) FROM fact
            WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id) ORDER BY kind, key, believed_from
            """, believedFact)
    }

    private static let unreadableFact = LedgerError.storage(
        "a fact without day or value, or with references that are none; `rebuild` makes it anew")

    static func believedFact(_ fields: Fields) throws -> BelievedFact {
        guard let from = fields.day(4), case .real(let value) = fields.value(6) else {
            throw unreadableFact
        }
        let text = fields.text(7)
        // Most facts refer to nothing, and decoding costs more than the rest of the row.
        guard let references = text == "{}" ? [:] : try? Stored.value([String: String].self, from: text)
        else {
            throw unreadableFact
        }
        return BelievedFact(
            fact: Fact(
                standing: fields.text(0), key: fields.text(1), from: from, to: fields.day(5), value: value,
                references: references),
            from: fields.integer(2), to: fields.integerOrNil(3))
    }

    static func insert(_ believed: BelievedFact, of subject: SubjectID, _ writer: Writer) throws {
        let fact = believed.fact
        try writer.execute(
            """
            INSERT INTO fact VALUES (\(subject.kind), \(subject.id), \(fact.kind), \(fact.key), \(believed.from),
            \(believed.to), \(fact.from), \(fact.to), \(fact.value), \(Stored.text(fact.references)))
            """)
    }

    private static func replaceFacts(
        of subject: SubjectID, by facts: [Fact], at commit: Int, _ writer: Writer
    ) throws {
        let present = try writer.reader.all(
            """
            SELECT \(factColumns) FROM fact WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id)
            AND believed_to IS NULL
            """, believedFact)
        let believed = Set(present.map(\.fact))
        let wanted = Set(facts)
        for fact in believed.subtracting(wanted) {
            try writer.execute(
                """
                UPDATE fact SET believed_to = \(commit) WHERE subject_kind = \(subject.kind)
                AND subject_id = \(subject.id) AND kind = \(fact.kind) AND key = \(fact.key) AND believed_to IS NULL
                """)
        }
        for fact in wanted.subtracting(believed) {
            try insert(BelievedFact(fact: fact, from: commit, to: nil), of: subject, writer)
        }
    }

    // MARK: Reference uses

    static func uses(of subject: SubjectID, _ reader: Reader) throws -> [ReferenceUse] {
        try reader.all(
            """
            SELECT key, from_day, to_day FROM reference_use
            WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id) ORDER BY key, from_day
            """
        ) { ReferenceUse(key: $0.text(0), from: Day(number: $0.integer(1)), to: Day(number: $0.integer(2))) }
    }

    /// The subjects whose rows or facts read a reference value on a day it changed.
    static func users(of changed: [ReferenceUse], _ reader: Reader) throws -> Set<SubjectID> {
        var users: Set<SubjectID> = []
        for change in changed {
            let found = try reader.all(
                """
                SELECT subject_kind, subject_id FROM reference_use WHERE key = \(change.key)
                AND from_day <= \(change.to) AND to_day >= \(change.from)
                """
            ) { SubjectID(kind: $0.text(0), id: $0.text(1)) }
            users.formUnion(found)
        }
        return users
    }

    static func insert(_ use: ReferenceUse, of subject: SubjectID, _ writer: Writer) throws {
        try writer.execute(
            "INSERT INTO reference_use VALUES (\(subject.kind), \(subject.id), \(use.key), \(use.from), \(use.to))"
        )
    }

    private static func replaceUses(of subject: SubjectID, by uses: [ReferenceUse], _ writer: Writer) throws {
        guard try Self.uses(of: subject, writer.reader) != uses else { return }
        try writer.execute(
            "DELETE FROM reference_use WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id)")
        for use in uses { try insert(use, of: subject, writer) }
    }
}
