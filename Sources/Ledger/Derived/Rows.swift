/// A column of a row table.
public struct Column: Sendable, Hashable {
    /// What a column holds.
    public enum Kind: String, Sendable, Hashable {
        case text = "TEXT"
        case integer = "BIGINT"
        case real = "DOUBLE PRECISION"
    }

    let name: String
    let kind: Kind
    let optional: Bool

    /// The value as the column gives it back, so that what is stored compares equal with what was given.
    func held(_ value: SQLValue) -> SQLValue {
        switch (kind, value) {
        case (_, .null), (.text, .text), (.integer, .integer), (.real, .real): value
        case (.real, .integer(let number)): .real(Double(number))
        default: preconditionFailure("\(name) holds \(kind.rawValue), not \(value)")
        }
    }

    /// Text, never missing.
    public static func text(_ name: String) -> Column { Column(name: name, kind: .text, optional: false) }
    /// Text that may be missing.
    public static func optionalText(_ name: String) -> Column {
        Column(name: name, kind: .text, optional: true)
    }
    /// A whole number, a day or a boolean, never missing.
    public static func integer(_ name: String) -> Column {
        Column(name: name, kind: .integer, optional: false)
    }
    /// A whole number, a day or a boolean that may be missing.
    public static func optionalInteger(_ name: String) -> Column {
        Column(name: name, kind: .integer, optional: true)
    }
    /// A real number that may be missing.
    public static func optionalReal(_ name: String) -> Column {
        Column(name: name, kind: .real, optional: true)
    }
}

/// Columns that only one subject of all may hold, and what a person is told when another holds them.
public struct Unique: Sendable, Hashable {
    let columns: [String]
    let refusal: String

    /// Guards columns; `refusal` says in plain words what is taken.
    public init(_ columns: [String], refusal: String) {
        self.columns = columns
        self.refusal = refusal
    }
}

/// A table of rows made from states, for lists, search and joins; rebuilt from entries at any time.
///
/// Beside its declared columns each row has `subject_kind`, `subject_id` and `row_key`.
public struct Table: Sendable, Hashable {
    let name: String
    let columns: [Column]
    let indexes: [[String]]
    let uniques: [Unique]

    /// Declares a table; names are lower snake_case and begin with the room's.
    public init(_ name: String, _ columns: [Column], indexes: [[String]] = [], uniques: [Unique] = []) {
        self.name = name
        self.columns = columns
        self.indexes = indexes
        self.uniques = uniques
    }

    /// Names are unique, and rows are hashed often.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    static let owner = ["subject_kind", "subject_id", "row_key"]

    var columnList: String { (Table.owner + columns.map(\.name)).joined(separator: ", ") }

    /// The statements that make the table; their text is also its version.
    var definition: [String] {
        let declared = columns.map { "\($0.name) \($0.kind.rawValue)\($0.optional ? "" : " NOT NULL")" }
        let columns = Table.owner.map { "\($0) TEXT NOT NULL" } + declared
        let key = "PRIMARY KEY (\(Table.owner.joined(separator: ", ")))"
        var statements = ["CREATE TABLE \(name) (\((columns + [key]).joined(separator: ", ")))"]
        for index in indexes {
            statements.append(
                "CREATE INDEX \(name)_\(index.joined(separator: "_")) ON \(name)(\(index.joined(separator: ", ")))"
            )
        }
        for unique in uniques {
            let name = "\(name)_unique_\(unique.columns.joined(separator: "_"))"
            statements.append(
                "CREATE UNIQUE INDEX \(name) ON \(self.name)(\(unique.columns.joined(separator: ", ")))")
        }
        return statements
    }
}

/// One row that a subject's state puts in a table.
public struct Row: Sendable, Hashable {
    let table: Table
    let key: String
    let values: [SQLValue]

    /// Makes a row; `values` stand in the order of the table's columns, `key` tells a subject's rows apart.
    public init(_ table: Table, key: String = "", _ values: [any SQLConvertible]) {
        precondition(
            values.count == table.columns.count, "a row of \(table.name) needs \(table.columns.count) values")
        self.table = table
        self.key = key
        self.values = zip(table.columns, values).map { column, value in column.held(value.sqlValue) }
    }
}
