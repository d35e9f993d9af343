import CivilTime

/// The last commit of a ledger and the root of its chain.
public struct Head: Sendable, Hashable {
    /// The number of the last commit; 0 in an empty ledger.
    public let commit: Int
    /// The sequence of the last entry; 0 in an empty ledger.
    public let sequence: Int
    /// The hash of the last entry; empty in an empty ledger.
    public let hash: String
    /// When the last commit was recorded, in microseconds UTC.
    public let recordedAt: Int64
}

/// Reads and writes the ledger's own tables.
enum Storage {
    static func head(_ reader: Reader) throws -> Head {
        guard let head = try headIfAny(reader) else { throw LedgerError.storage("the head row is missing") }
        return head
    }

    static func headIfAny(_ reader: Reader) throws -> Head? {
        try reader.first(
            "SELECT commit_number, sequence, hash, recorded_at FROM head WHERE one = 1"
        ) {
            Head(
                commit: $0.integer(0), sequence: $0.integer(1), hash: $0.text(2),
                recordedAt: Int64($0.integer(3)))
        }
    }

    static func setHead(_ head: Head, _ writer: Writer) throws {
        try writer.execute(
            """
            UPDATE head SET commit_number = \(head.commit), sequence = \(head.sequence), hash = \(head.hash),
            recorded_at = \(head.recordedAt) WHERE one = 1
            """)
    }

    static func version(of subject: SubjectID, _ reader: Reader) throws -> Int {
        try reader.first(
            """
            SELECT MAX(subject_version) FROM entry
            WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id)
            """
        ) { $0.integer(0) } ?? 0
    }

    static func lastHash(of subject: SubjectID, _ reader: Reader) throws -> String? {
        try reader.first(
            """
            SELECT hash FROM entry WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id)
            ORDER BY subject_version DESC LIMIT 1
            """
        ) { $0.text(0) }
    }

    static func entries(of subject: SubjectID, after version: Int, _ reader: Reader) throws -> [StoredEntry] {
        try reader.all(
            """
            SELECT \(entryColumns) FROM entry WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id)
            AND subject_version > \(version) ORDER BY subject_version
            """, entry)
    }

    static func entries(of subject: SubjectID, upTo commit: Int, _ reader: Reader) throws -> [StoredEntry] {
        try reader.all(
            """
            SELECT \(entryColumns) FROM entry WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id)
            AND commit_number <= \(commit) ORDER BY subject_version
            """, entry)
    }

    static let entryColumns: SQL = """
        entry.sequence, entry.id, entry.commit_number, entry.subject_kind, entry.subject_id, entry.subject_version,
        entry.kind, entry.kind_version, entry.payload, entry.salt, entry.digest, entry.hash
        """

    static func entry(_ fields: Fields) -> StoredEntry {
        StoredEntry(
            sequence: fields.integer(0), id: fields.text(1), commit: fields.integer(2),
            subject: SubjectID(kind: fields.text(3), id: fields.text(4)), version: fields.integer(5),
            kind: fields.text(6), kindVersion: fields.integer(7), payload: fields.textOrNil(8),
            salt: fields.textOrNil(9), digest: fields.text(10), hash: fields.text(11))
    }

    static let commitColumns: SQL = """
        commit_record.number, commit_record.command_id, commit_record.fields_digest, commit_record.account,
        commit_record.role, commit_record.on_behalf_of, commit_record.channel, commit_record.recorded_at,
        commit_record.result
        """

    static func commit(_ fields: Fields, from start: Int = 0) -> CommitRecord {
        let author = Author(
            account: fields.textOrNil(start + 3), role: fields.textOrNil(start + 4),
            onBehalfOf: fields.textOrNil(start + 5),
            channel: Channel(rawValue: fields.text(start + 6)) ?? .program)
        return CommitRecord(
            number: fields.integer(start), command: fields.text(start + 1), fields: fields.text(start + 2),
            author: author, channel: fields.text(start + 6), recordedAt: Int64(fields.integer(start + 7)),
            result: fields.text(start + 8))
    }

    static func commit(ofCommand id: String, _ reader: Reader) throws -> CommitRecord? {
        try reader.first("SELECT \(commitColumns) FROM commit_record WHERE command_id = \(id)") { commit($0) }
    }

    static func insert(_ commit: CommitRecord, _ writer: Writer) throws {
        try writer.execute(
            """
            INSERT INTO commit_record VALUES (\(commit.number), \(commit.command), \(commit.fields),
            \(commit.author.account), \(commit.author.role), \(commit.author.onBehalfOf),
            \(commit.channel), \(commit.recordedAt), \(commit.result))
            """)
    }

    static func insert(_ entry: StoredEntry, _ writer: Writer) throws {
        try writer.execute(
            """
            INSERT INTO entry VALUES (\(entry.sequence), \(entry.id), \(entry.commit), \(entry.subject.kind),
            \(entry.subject.id), \(entry.version), \(entry.kind), \(entry.kindVersion), \(entry.payload),
            \(entry.salt), \(entry.digest), \(entry.hash))
            """)
    }

    static func chronicle(of subject: SubjectID, _ reader: Reader) throws -> [Chronicle] {
        try reader.all(
            """
            SELECT \(entryColumns), \(commitColumns) FROM entry
            JOIN commit_record ON commit_record.number = entry.commit_number
            WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id) ORDER BY subject_version
            """
        ) { fields in
            let entry = entry(fields)
            let commit = commit(fields, from: 12)
            guard let payload = entry.payload,
                let envelope = try? Stored.value(Envelope<NoData>.self, from: payload)
            else { throw LedgerError.unreadable(sequence: entry.sequence, why: "no envelope") }
            return Chronicle(
                id: entry.id, kind: entry.kind, sequence: entry.sequence, commit: entry.commit,
                day: envelope.day,
                recordedAt: commit.recordedAt, author: commit.author, reason: envelope.reason,
                corrects: envelope.corrects, withdraws: envelope.withdraws,
                mergedWith: try Merge(entry)?.other, hash: entry.hash)
        }
    }
}
