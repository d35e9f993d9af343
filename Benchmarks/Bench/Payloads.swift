import Foundation
import GRDB

/// What entries hold, read and parsed and no more: the peer of what is made from them.
enum Payloads {
    /// Reads and parses the payloads of all entries of some subject kinds, so many times.
    static func parse(_ times: Int, _ path: String, of kinds: [String]) async throws {
        let pool = try DatabasePool(path: path)
        let places = kinds.map { _ in "?" }.joined(separator: ", ")
        let query = "SELECT payload FROM entry WHERE subject_kind IN (\(places)) ORDER BY sequence"
        for _ in 0..<times {
            try await pool.read { database in
                let rows = try GRDB.Row.fetchCursor(
                    database, sql: query, arguments: StatementArguments(kinds))
                while let row = try rows.next() {
                    let text: String = row[0]
                    _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
                }
            }
        }
    }
}
