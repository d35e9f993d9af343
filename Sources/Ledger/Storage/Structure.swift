/// The ledger's own tables, as named steps that are never edited once released.
enum Structure {
    typealias Step = (name: String, statements: [SQL])

    private static let steps: [Step] = [
        (
            "0001 ledger",
            [
                """
                CREATE TABLE meta (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)
                """,
                """
                CREATE TABLE head (
                    one INTEGER PRIMARY KEY CHECK (one = 1), commit_number BIGINT NOT NULL,
                    sequence BIGINT NOT NULL, hash TEXT NOT NULL, recorded_at BIGINT NOT NULL)
                """,
                """
                CREATE TABLE commit_record (
                    number BIGINT PRIMARY KEY NOT NULL, command_id TEXT NOT NULL UNIQUE, fields_digest TEXT NOT NULL,
                    account TEXT, role TEXT, on_behalf_of TEXT, channel TEXT NOT NULL,
                    recorded_at BIGINT NOT NULL, result TEXT NOT NULL)
                """,
                """
                CREATE TABLE entry (
                    sequence BIGINT PRIMARY KEY NOT NULL, id TEXT NOT NULL UNIQUE,
                    commit_number BIGINT NOT NULL REFERENCES commit_record(number),
                    subject_kind TEXT NOT NULL, subject_id TEXT NOT NULL, subject_version BIGINT NOT NULL,
                    kind TEXT NOT NULL, kind_version BIGINT NOT NULL, payload TEXT, salt TEXT,
                    digest TEXT NOT NULL, hash TEXT NOT NULL)
                """,
                """
                CREATE UNIQUE INDEX entry_subject ON entry(subject_kind, subject_id, subject_version)
                """,
                """
                CREATE INDEX entry_commit ON entry(commit_number)
                """,
                """
                CREATE TABLE fact (
                    subject_kind TEXT NOT NULL, subject_id TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL,
                    believed_from BIGINT NOT NULL, believed_to BIGINT, from_day BIGINT NOT NULL, to_day BIGINT,
                    value DOUBLE PRECISION NOT NULL, refs TEXT NOT NULL,
                    PRIMARY KEY (subject_kind, subject_id, kind, key, believed_from))
                """,
                """
                CREATE INDEX fact_kind ON fact(kind, from_day)
                """,
                """
                CREATE TABLE reference_use (
                    subject_kind TEXT NOT NULL, subject_id TEXT NOT NULL, key TEXT NOT NULL,
                    from_day BIGINT NOT NULL, to_day BIGINT NOT NULL,
                    PRIMARY KEY (subject_kind, subject_id, key, from_day))
                """,
                """
                CREATE INDEX reference_use_key ON reference_use(key, from_day)
                """,
                """
                CREATE TABLE derivation (name TEXT PRIMARY KEY NOT NULL, version TEXT NOT NULL)
                """,
                """
                INSERT INTO head VALUES (1, 0, 0, '', 0)
                """,
            ]
        )
    ]

    /// Brings a database to the newest structure, one transaction in all.
    static func prepare(_ writer: Writer) throws { try prepare(steps, writer) }

    /// The same for a file with other steps.
    static func prepare(_ steps: [Step], _ writer: Writer) throws {
        try writer.execute("CREATE TABLE IF NOT EXISTS structure_step (name TEXT PRIMARY KEY NOT NULL)")
        try take(steps, done: writer.reader.all("SELECT name FROM structure_step") { $0.text(0) }, writer) {
            try writer.execute("INSERT INTO structure_step VALUES (\($0))")
        }
    }

    /// Takes the steps of the operational tables, which are numbered apart.
    static func prepareOperations(_ steps: [Step], _ writer: Writer) throws {
        try writer.execute("CREATE TABLE IF NOT EXISTS operation_step (name TEXT PRIMARY KEY NOT NULL)")
        try take(steps, done: writer.reader.all("SELECT name FROM operation_step") { $0.text(0) }, writer) {
            try writer.execute("INSERT INTO operation_step VALUES (\($0))")
        }
    }

    private static func take(
        _ steps: [Step], done names: [String], _ writer: Writer, note: (String) throws -> Void
    ) throws {
        let done = Set(names)
        guard done.isSubset(of: steps.map(\.name)) else {
            throw LedgerError.newerStructure(done.subtracting(steps.map(\.name)).sorted())
        }
        for step in steps where !done.contains(step.name) {
            for statement in step.statements { try writer.execute(statement) }
            try note(step.name)
        }
    }
}
