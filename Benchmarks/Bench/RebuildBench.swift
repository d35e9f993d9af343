import Foundation
import GRDB
import Ledger

/// Entries checked by a rebuild a second on both cores, against reading and parsing the same payloads on one.
enum RebuildBench {
    private static let subjects = 5_000
    private static let entriesEach = 20

    static func run() async throws {
        let folder = try Bench.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("rebuild.sqlite").path
        let ledger = try await Counter.ledger(path, durable: false)
        try await fill(ledger)
        let entries = subjects * entriesEach
        let ours = try await Bench.rate(entries) {
            let report = try await ledger.checkRebuild()
            if let difference = report.difference { throw Broken(text: difference) }
        }
        let peer = try await Bench.rate(entries) { try await parse(path) }
        Bench.report(
            "rebuild --check", ours, "reading and parsing the same payloads on one core", peer,
            unit: "entries a second")
        let verified = try await Bench.rate(entries) { _ = try await ledger.verify() }
        Bench.report(
            "verify", verified, "reading and parsing the same payloads on one core", peer,
            unit: "entries a second")
        try ledger.close()
    }

    private struct Broken: Error { let text: String }

    /// Each round is one commit over a hundred subjects, so that subjects have many commits each.
    private static func fill(_ ledger: Ledger) async throws {
        for round in 0..<entriesEach {
            for batch in 0..<(subjects / 100) {
                _ = try await ledger.commit(
                    Command(id: "\(round) \(batch)", fields: "", author: Counter.author) { deciding in
                        for offset in 0..<100 {
                            let id = "\(String(UInt32(batch * 100 + offset) &* 2_654_435_761, radix: 32))"
                            try deciding.record(
                                Counted(amount: round, note: "as it was said"), on: Counter.self, id,
                                day: deciding.today)
                        }
                        return true
                    })
            }
        }
    }

    private static func parse(_ path: String) async throws {
        let pool = try DatabasePool(path: path)
        try await pool.read { database in
            let rows = try Row.fetchCursor(
                database, sql: "SELECT payload FROM entry ORDER BY subject_id, subject_version")
            while let row = try rows.next() {
                let text: String = row[0]
                _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
            }
        }
    }
}
