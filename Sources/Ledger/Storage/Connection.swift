public import CivilTime

/// What an engine offers inside one transaction; each engine has one.
protocol Connection {
    /// Runs a query and hands over each row; a row may not be kept.
    func query(_ sql: SQL, _ body: (any RowSource) throws -> Void) throws
    /// Runs a statement and gives the number of rows it changed.
    @discardableResult func execute(_ sql: SQL) throws -> Int
}

/// One row of an engine's answer, by position.
protocol RowSource {
    func value(_ index: Int) -> SQLValue
    func text(_ index: Int) -> String?
    func integer(_ index: Int) -> Int64?
}

/// A storage engine: one place that holds a ledger.
protocol Engine: Sendable {
    /// Runs `body` on a snapshot that does not change while it runs.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value) async throws
        -> Value
    /// Runs `body` in one transaction, alone; undone where it throws.
    func write<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value) async throws
        -> Value
    /// The columns (`table.column`) of a broken UNIQUE index, where that is what the error says.
    func brokenUniqueColumns(_ error: any Error) -> [String]?
    /// Whether the engine itself failed, rather than what ran inside it.
    func isOwn(_ error: any Error) -> Bool
    /// Brings everything committed into the main file, so that it can be moved alone.
    func settle() async throws
    /// Closes all connections.
    func close() throws
}

/// One row of an answer, read by position; a missing value reads as empty text, zero or nil.
public struct Fields {
    private let source: any RowSource
    init(_ source: any RowSource) { self.source = source }

    /// The text at a position; empty where it is NULL.
    public func text(_ index: Int) -> String { source.text(index) ?? "" }
    /// The text at a position, or nil.
    public func textOrNil(_ index: Int) -> String? { source.text(index) }
    /// The integer at a position; 0 where it is NULL.
    public func integer(_ index: Int) -> Int { Int(source.integer(index) ?? 0) }
    /// The integer at a position, or nil.
    public func integerOrNil(_ index: Int) -> Int? { source.integer(index).map(Int.init) }
    /// The day at a position, or nil.
    public func day(_ index: Int) -> Day? { source.integer(index).map { Day(number: Int($0)) } }
    /// The boolean at a position; false where it is NULL.
    public func flag(_ index: Int) -> Bool { source.integer(index) == 1 }
    /// The value at a position as the engine holds it.
    public func value(_ index: Int) -> SQLValue { source.value(index) }
}

/// Reads rows within one snapshot.
public struct Reader {
    let connection: any Connection
    init(_ connection: any Connection) { self.connection = connection }

    /// All rows of a query, each decoded.
    public func all<Value>(_ sql: SQL, _ decode: (Fields) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try connection.query(sql) { values.append(try decode(Fields($0))) }
        return values
    }

    /// The first row of a query, decoded, or nil.
    public func first<Value>(_ sql: SQL, _ decode: (Fields) throws -> Value) throws -> Value? {
        var value: Value?
        try connection.query(sql) { if value == nil { value = try decode(Fields($0)) } }
        return value
    }

    /// Hands over each row of a query without keeping any.
    public func forEach(_ sql: SQL, _ body: (Fields) throws -> Void) throws {
        try connection.query(sql) { try body(Fields($0)) }
    }
}

/// Writes within one transaction: for the ledger itself and for the module of operational tables.
@_spi(Operations) public struct Writer {
    let connection: any Connection
    init(_ connection: any Connection) { self.connection = connection }

    /// Reads what the transaction sees.
    public var reader: Reader { Reader(connection) }

    /// Runs a statement and gives the number of rows it changed.
    @discardableResult public func execute(_ sql: SQL) throws -> Int { try connection.execute(sql) }
}
