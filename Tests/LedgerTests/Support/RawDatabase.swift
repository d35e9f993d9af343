import Foundation

/// The file itself, past the ledger and its guards, through SQLite's C functions as they are linked here.
///
/// The tests may not depend on the module that wraps SQLite: they find the functions by name.
final class RawDatabase {
    struct Failure: Error {
        let message: String
    }

    private typealias Callback =
        @convention(c) (
            UnsafeMutableRawPointer?, Int32, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
            UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        ) -> Int32
    private typealias Open =
        @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<OpaquePointer?>) -> Int32
    private typealias Execute =
        @convention(c) (
            OpaquePointer?, UnsafePointer<CChar>, Callback?, UnsafeMutableRawPointer?,
            UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        ) -> Int32
    private typealias Close = @convention(c) (OpaquePointer?) -> Int32

    private var handle: OpaquePointer?
    private let execute: Execute

    init(_ path: String) throws {
        let open: Open = try Self.function("sqlite3_open")
        execute = try Self.function("sqlite3_exec")
        guard open(path, &handle) == 0 else { throw Failure(message: "cannot open \(path)") }
        try run("PRAGMA busy_timeout = 5000")
        try run("PRAGMA synchronous = OFF")
    }

    deinit {
        let close: Close? = try? Self.function("sqlite3_close")
        _ = close?(handle)
    }

    private static func function<Function>(_ name: String) throws -> Function {
        guard let symbol = dlsym(dlopen(nil, RTLD_NOW), name) else {
            throw Failure(message: "no function \(name)")
        }
        return unsafeBitCast(symbol, to: Function.self)
    }

    private final class Answer {
        var rows: [[String?]] = []
    }

    /// Runs SQL without any guard (foreign keys are off) and gives its rows as text.
    @discardableResult func run(_ sql: String) throws -> [[String?]] {
        let answer = Answer()
        let collect: Callback = { target, count, values, _ in
            guard let target, let values else { return 0 }
            let answer = Unmanaged<Answer>.fromOpaque(target).takeUnretainedValue()
            answer.rows.append((0..<Int(count)).map { values[$0].map { String(cString: $0) } })
            return 0
        }
        var message: UnsafeMutablePointer<CChar>?
        let code = execute(handle, sql, collect, Unmanaged.passUnretained(answer).toOpaque(), &message)
        guard code == 0 else {
            throw Failure(message: "\(message.map { String(cString: $0) } ?? "code \(code)"): \(sql)")
        }
        return answer.rows
    }

    func first(_ sql: String) throws -> String? { try run(sql).first?.first ?? nil }

    /// Every value of every table.
    func dump() throws -> [String] {
        let tables = try run("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        return try tables.compactMap(\.first).compactMap(\.self).flatMap { table in
            try run("SELECT * FROM \(table)").map { row in
                "\(table): " + row.map { $0 ?? "NULL" }.joined(separator: " | ")
            }.sorted()
        }
    }
}

/// Text as an SQL literal.
func quoted(_ text: String?) -> String {
    text.map { "'\($0.replacingOccurrences(of: "'", with: "''"))'" } ?? "NULL"
}
