/// Makes rows, facts and reference uses anew from entries.
struct Rebuilding {
    let registry: Registry

    init(_ registry: Registry) { self.registry = registry }

    /// Makes anew what this program derives differently from the one that last opened the database.
    func renewChangedKinds(_ writer: Writer) throws {
        let stored = Dictionary(
            uniqueKeysWithValues: try writer.reader.all("SELECT name, version FROM derivation") {
                ($0.text(0), $0.text(1))
            })
        var changed = Set(
            registry.kinds.values.filter { stored["kind \($0.name)"] != "\($0.derivation)" }.map(\.name))
        for table in registry.tables where stored["table \(table.name)"] != table.version {
            try writer.execute(SQL(declared: "DROP TABLE IF EXISTS \(table.name)"))
            for statement in table.definition { try writer.execute(SQL(declared: statement)) }
            changed.formUnion(registry.kinds.values.filter { $0.tables.contains(table) }.map(\.name))
            try note("table \(table.name)", table.version, writer)
        }
        try renew(changed, writer)
        for name in changed { try note("kind \(name)", "\(registry.kinds[name]?.derivation ?? 0)", writer) }
    }

    /// Makes the given subject kinds' rows, facts and uses anew; gives the number of entries folded.
    @discardableResult
    func renew(_ kinds: Set<String>, _ writer: Writer) throws -> Int {
        guard !kinds.isEmpty else { return 0 }
        for kind in kinds {
            // Every table: the kind may have filled others before this program.
            for table in registry.tables {
                try writer.execute(
                    SQL(declared: "DELETE FROM \(table.name) WHERE subject_kind = ?", [.text(kind)]))
            }
            try writer.execute("DELETE FROM fact WHERE subject_kind = \(kind)")
            try writer.execute("DELETE FROM reference_use WHERE subject_kind = \(kind)")
        }
        let replaying = Replaying(registry: registry, reference: try Self.reference(writer.reader))
        var entries = 0
        for kind in kinds.sorted() {
            try Partition(kind: kind).forEachSubject(writer.reader) { subject, stored in
                let replayed = try replaying.replay(subject, stored)
                entries += replayed.entries
                for row in replayed.derivation.rows { try DerivedStorage.insert(row, of: subject, writer) }
                for fact in replayed.facts { try DerivedStorage.insert(fact, of: subject, writer) }
                for use in replayed.derivation.uses { try DerivedStorage.insert(use, of: subject, writer) }
            }
        }
        return entries
    }

    static func reference(_ reader: Reader) throws -> ReferenceHistory {
        try ReferenceHistory(Storage.entries(of: ReferenceSubject.subject, after: 0, reader))
    }

    private func note(_ name: String, _ version: String, _ writer: Writer) throws {
        try writer.execute("DELETE FROM derivation WHERE name = \(name)")
        try writer.execute("INSERT INTO derivation VALUES (\(name), \(version))")
    }
}

/// A part of the entries that one core works through: a subject kind, or those of its ids in a range.
struct Partition: Sendable {
    let kind: String
    var from = ""
    /// Ids come before this; nil where none comes after.
    var before: String?

    /// A subject kind's ids in so many parts; ids are random, so the parts are about equal.
    static func parts(of kind: String) -> [Partition] {
        let bounds = ["", "8", "g", "r"]
        return bounds.indices.map { index in
            Partition(
                kind: kind, from: bounds[index], before: index + 1 < bounds.count ? bounds[index + 1] : nil)
        }
    }

    /// Hands over each subject with all its entries.
    func forEachSubject(_ reader: Reader, _ body: (SubjectID, [StoredEntry]) throws -> Void) throws {
        var gathered: [StoredEntry] = []
        let end: SQL = before.map { "AND subject_id < \($0)" } ?? ""
        try reader.forEach(
            """
            SELECT \(Storage.entryColumns) FROM entry WHERE subject_kind = \(kind) AND subject_id >= \(from)
            \(end) ORDER BY subject_id, subject_version
            """
        ) { fields in
            let entry = Storage.entry(fields)
            if let first = gathered.first, first.subject != entry.subject {
                try body(first.subject, gathered)
                gathered.removeAll(keepingCapacity: true)
            }
            gathered.append(entry)
        }
        if let first = gathered.first { try body(first.subject, gathered) }
    }
}

extension Table {
    /// Tells one shape of the table from another.
    var version: String { Hashing.digest(of: definition.joined(separator: ";")) }
}
