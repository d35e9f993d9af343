/// The tables of reads, and how reads are written to them; `docs/ledger.md` describes both for a stranger.
enum ReadsStorage {
    static let steps: [Structure.Step] = [
        (
            "0001 reads",
            [
                """
                CREATE TABLE read_head (
                    one INTEGER PRIMARY KEY CHECK (one = 1), sequence BIGINT NOT NULL, hash TEXT NOT NULL,
                    recorded_at BIGINT NOT NULL)
                """,
                """
                CREATE TABLE read_entry (
                    sequence BIGINT PRIMARY KEY NOT NULL, recorded_at BIGINT NOT NULL, account TEXT NOT NULL,
                    role TEXT, basis TEXT NOT NULL, route TEXT NOT NULL, commit_number BIGINT NOT NULL,
                    safeguarding BIGINT NOT NULL, hash TEXT NOT NULL)
                """,
                """
                CREATE INDEX read_entry_account ON read_entry(account, sequence)
                """,
                """
                CREATE TABLE read_child (
                    sequence BIGINT NOT NULL REFERENCES read_entry(sequence), child TEXT NOT NULL,
                    opened BIGINT NOT NULL, PRIMARY KEY (sequence, child))
                """,
                """
                CREATE INDEX read_child_child ON read_child(child, sequence)
                """,
                """
                INSERT INTO read_head VALUES (1, 0, '', 0)
                """,
            ]
        )
    ]

    struct Head: Sendable, Equatable {
        var sequence: Int
        var hash: String
        var recordedAt: Int64

        /// Where there is no read yet.
        static let start = Head(sequence: 0, hash: "", recordedAt: 0)
    }

    static func headIfAny(_ reader: Reader) throws -> Head? {
        try reader.first("SELECT sequence, hash, recorded_at FROM read_head WHERE one = 1") {
            Head(sequence: $0.integer(0), hash: $0.text(1), recordedAt: Int64($0.integer(2)))
        }
    }

    static func head(_ reader: Reader) throws -> Head {
        guard let head = try headIfAny(reader) else {
            throw LedgerError.storage("the head row of the reads is missing")
        }
        return head
    }

    /// Adds reads in their order, each with the moment it was asked for, and gives the first one's sequence.
    static func append(_ reads: [(read: Reads.Read, moment: Int64)], _ writer: Writer) throws -> Int {
        var head = try head(writer.reader)
        let first = head.sequence + 1
        for (read, moment) in reads {
            head.sequence += 1
            head.recordedAt = max(moment, head.recordedAt)
            head.hash = hash(of: read, at: head)
            try insert(read, at: head, writer)
        }
        try writer.execute(
            """
            UPDATE read_head SET sequence = \(head.sequence), hash = \(head.hash),
            recorded_at = \(head.recordedAt) WHERE one = 1
            """)
        return first
    }

    private static func insert(_ read: Reads.Read, at head: Head, _ writer: Writer) throws {
        try writer.execute(
            """
            INSERT INTO read_entry VALUES (\(head.sequence), \(head.recordedAt), \(read.account), \(read.role),
            \(read.basis), \(read.route), \(read.commit), \(read.safeguarding), \(head.hash))
            """)
        for shown in read.children {
            try writer.execute(
                "INSERT INTO read_child VALUES (\(head.sequence), \(shown.child), \(shown.opened))")
        }
    }

    /// The hash of a read whose place and time `head` has, while its hash is still that of the one before.
    private static func hash(of read: Reads.Read, at head: Head) -> String {
        let header: [any SQLConvertible] = [
            head.sequence, head.recordedAt, read.account, read.role, read.basis, read.route, read.commit,
            read.safeguarding,
        ]
        return hash(
            after: head.hash, header.map(\.sqlValue),
            read.children.flatMap { [$0.child.sqlValue, $0.opened.sqlValue] })
    }

    /// A read's hash, over what its rows hold: its header's eight values, then two for each child.
    static func hash(after previous: String, _ header: [SQLValue], _ children: [SQLValue]) -> String {
        let values = header + [.integer(Int64(children.count / 2))] + children
        return Hashing.digest(ofParts: ["goldenthread read 1", previous] + values.map(part))
    }

    private static func part(_ value: SQLValue) -> String? {
        switch value {
        case .null: nil
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let text): text
        }
    }
}
