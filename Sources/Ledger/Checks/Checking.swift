/// What a rebuild did or found.
public struct RebuildReport: Sendable, Hashable {
    /// How many entries were folded.
    public let entries: Int
    /// How many subjects they are of.
    public let subjects: Int
    /// The first place where storage and entries say different things; nil where there is none.
    public let difference: String?
}

extension Ledger {
    /// Makes all rows, facts and reference uses anew from entries.
    public func rebuild() async throws -> RebuildReport {
        do {
            return try await engine.write { [registry] connection in
                let writer = Writer(connection)
                let entries = try Rebuilding(registry).renew(Set(registry.kinds.keys), writer)
                let subjects = try Self.subjectCount(writer.reader)
                return RebuildReport(entries: entries, subjects: subjects, difference: nil)
            }
        } catch {
            throw engineError(error)
        }
    }

    /// Works out from entries what lists and facts should hold, on all cores, and compares it with storage.
    public func checkRebuild() async throws -> RebuildReport {
        let partitions = registry.kinds.keys.sorted().flatMap(Partition.parts)
        let found = try await withThrowingTaskGroup(of: (Int, Tally).self) { group in
            for (index, partition) in partitions.enumerated() {
                group.addTask { [self] in (index, try await check(partition)) }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        let tallies = partitions.indices.compactMap { found[$0] }
        var total = tallies.reduce(into: Tally()) { $0.add($1) }
        if total.difference == nil { total.difference = try await leftOver() }
        return RebuildReport(entries: total.entries, subjects: total.subjects, difference: total.difference)
    }

    private struct Tally: Sendable {
        var entries = 0
        var subjects = 0
        var difference: String?

        mutating func add(_ other: Tally) {
            entries += other.entries
            subjects += other.subjects
            difference = difference ?? other.difference
        }
    }

    private func check(_ partition: Partition) async throws -> Tally {
        try await read { [registry] snapshot in
            let reference = try Rebuilding.reference(snapshot.reader)
            let replaying = Replaying(registry: registry, reference: reference)
            var tally = Tally()
            try partition.forEachSubject(snapshot.reader) { subject, entries in
                let replayed = try replaying.replay(subject, entries)
                tally.entries += replayed.entries
                tally.subjects += 1
                if tally.difference == nil {
                    tally.difference = try Self.difference(replayed, registry, snapshot.reader)
                }
            }
            return tally
        }
    }

    private static func difference(
        _ replayed: Replayed, _ registry: Registry, _ reader: Reader
    ) throws -> String? {
        let subject = replayed.subject
        let name = "\(subject.kind) \(subject.id)"
        if let fault = replayed.derivation.faults.first { return "\(name) gives \(fault)" }
        for table in registry.tables(of: subject) {
            let stored = Set(try DerivedStorage.rows(of: subject, in: table, reader))
            let wanted = Set(replayed.derivation.rows.filter { $0.table == table })
            if stored != wanted { return "rows of \(name) in \(table.name) differ from its entries" }
        }
        if try storedFacts(of: subject, reader) != Set(replayed.facts) {
            return "facts of \(name) differ from its entries"
        }
        if try DerivedStorage.uses(of: subject, reader) != replayed.derivation.uses {
            return "reference uses of \(name) differ from its entries"
        }
        return nil
    }

    /// The facts as stored; nil where one cannot even be read.
    private static func storedFacts(of subject: SubjectID, _ reader: Reader) throws -> Set<BelievedFact>? {
        do {
            return Set(try DerivedStorage.facts(of: subject, reader))
        } catch is LedgerError {
            return nil
        }
    }

    /// Rows, facts and reference uses of subjects that have no entries or do not fill that table.
    private func leftOver() async throws -> String? {
        try await read { [registry] snapshot in
            for table in registry.tables {
                let kinds = registry.kinds.values.filter { $0.tables.contains(table) }.map(\.name)
                if try Self.hasStrangers(table.name, kinds, snapshot.reader) {
                    return "\(table.name) holds rows of no subject"
                }
            }
            let all = Array(registry.kinds.keys)
            if try Self.hasStrangers("fact", all, snapshot.reader) { return "there are facts of no subject" }
            if try Self.hasStrangers("reference_use", all, snapshot.reader) {
                return "there are reference uses of no subject"
            }
            return nil
        }
    }

    private static func hasStrangers(_ table: String, _ kinds: [String], _ reader: Reader) throws -> Bool {
        let known = kinds.map { _ in "?" }.joined(separator: ", ")
        let text = """
            SELECT 1 FROM \(table) AS made WHERE made.subject_kind NOT IN (\(known)) OR NOT EXISTS (
                SELECT 1 FROM entry WHERE entry.subject_kind = made.subject_kind
                AND entry.subject_id = made.subject_id) LIMIT 1
            """
        return try reader.first(SQL(declared: text, kinds.map(\.sqlValue))) { _ in true } ?? false
    }

    private static func subjectCount(_ reader: Reader) throws -> Int {
        try reader.first(
            "SELECT COUNT(*) FROM (SELECT DISTINCT subject_kind, subject_id FROM entry) AS subjects"
        ) { $0.integer(0) } ?? 0
    }
}
