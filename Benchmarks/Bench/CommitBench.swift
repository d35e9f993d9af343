import Foundation
import GRDB
import Ledger

/// Commits a second, against bare SQLite inserts of the same bytes with the same sync.
enum CommitBench {
    private static let count = 2_000
    private static let note = String(repeating: "a family's words ", count: 12)

    static func run() async throws {
        let folder = try Bench.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let ours = try await commits(folder.appendingPathComponent("ours.sqlite").path)
        let peer = try await inserts(folder.appendingPathComponent("peer.sqlite").path)
        Bench.report("commits", ours, "bare SQLite inserts, same sync", peer, unit: "a second")
    }

    private static func commits(_ path: String) async throws -> Double {
        let ledger = try await Counter.ledger(path, durable: true)
        let rate = try await Bench.rate(count) {
            for number in 0..<count {
                let subject = "subject\(number % 200)"
                _ = try await ledger.commit(
                    Command(id: "bench \(number)", fields: "\(number)", author: Counter.author) { deciding in
                        try deciding.record(
                            Counted(amount: 1, note: note), on: Counter.self, subject, day: deciding.today)
                        return number
                    })
            }
        }
        try ledger.close()
        return rate
    }

    private static func inserts(_ path: String) async throws -> Double {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        let pool = try DatabasePool(path: path, configuration: configuration)
        // Opening sets what a write-ahead log needs; what each commit waits for is set after that.
        try await pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        try await pool.write { try $0.execute(sql: "CREATE TABLE plain (id INTEGER PRIMARY KEY, body TEXT)") }
        return try await Bench.rate(count) {
            for number in 0..<count {
                try await pool.write {
                    try $0.execute(sql: "INSERT INTO plain VALUES (?, ?)", arguments: [number, note])
                }
            }
        }
    }
}
