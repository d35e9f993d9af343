import GRDB

/// SQLite in one file: write-ahead log, readers beside one writer, every commit synced.
struct SQLiteEngine: Engine {
    private let pool: DatabasePool

    /// Opens or creates the file. With `durable` false a crash of the machine may lose the last commits.
    init(path: String, durable: Bool) throws {
        var configuration = GRDB.Configuration()
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        pool = try DatabasePool(path: path, configuration: configuration)
        // On the writer once it stands: opening the pool sets NORMAL, which does not sync each commit.
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = \(durable ? "FULL" : "OFF")")
        }
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value) async throws
        -> Value
    {
        try await pool.read { try body(SQLiteConnection($0)) }
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value) async throws
        -> Value
    {
        try await pool.write { try body(SQLiteConnection($0)) }
    }

    func brokenUniqueColumns(_ error: any Error) -> [String]? {
        guard let error = error as? DatabaseError, error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE,
            let message = error.message, let colon = message.firstIndex(of: ":")
        else { return nil }
        return message[message.index(after: colon)...].split(separator: ",").map {
            $0.drop { $0 == " " }.description
        }
    }

    func isOwn(_ error: any Error) -> Bool { error is DatabaseError }

    func settle() async throws {
        _ = try await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }

    func close() throws {
        // The readers first: SQLite folds its log into the file when the last connection closes, a writer.
        pool.invalidateReadOnlyConnections()
        try pool.close()
    }
}

struct SQLiteConnection: Connection {
    private let database: Database
    private let running = Running()

    init(_ database: Database) { self.database = database }

    /// The queries whose rows are being handed over.
    private final class Running {
        var texts: Set<String> = []
    }

    func query(_ sql: SQL, _ body: (any RowSource) throws -> Void) throws {
        // A query inside one of the same text needs its own statement, or it would start the outer one again.
        let outermost = running.texts.insert(sql.text).inserted
        defer { if outermost { running.texts.remove(sql.text) } }
        let statement =
            try outermost ? database.cachedStatement(sql: sql.text) : database.makeStatement(sql: sql.text)
        let rows = try GRDB.Row.fetchCursor(statement, arguments: try Self.arguments(sql))
        while let row = try rows.next() { try body(SQLiteRow(row: row)) }
    }

    func execute(_ sql: SQL) throws -> Int {
        let statement = try database.cachedStatement(sql: sql.text)
        try statement.execute(arguments: try Self.arguments(sql))
        return database.changesCount
    }

    private static func arguments(_ sql: SQL) throws -> StatementArguments {
        guard !sql.arguments.contains(where: \.hasNUL) else { throw LedgerError.unstorableText }
        return StatementArguments(
            sql.arguments.map { value -> (any DatabaseValueConvertible)? in
                switch value {
                case .null: nil
                case .integer(let number): number
                case .real(let number): number
                case .text(let text): text
                }
            })
    }
}

struct SQLiteRow: RowSource {
    let row: GRDB.Row

    // Read by what is stored, not by what the column should hold: a damaged file must not stop the program.
    func value(_ index: Int) -> SQLValue {
        let value: DatabaseValue = row[index]
        switch value.storage {
        case .null, .blob: return .null
        case .int64(let number): return .integer(number)
        case .double(let number): return .real(number)
        case .string(let text): return .text(text)
        }
    }

    func text(_ index: Int) -> String? {
        if case .text(let text) = value(index) { text } else { nil }
    }

    func integer(_ index: Int) -> Int64? {
        if case .integer(let number) = value(index) { number } else { nil }
    }
}
