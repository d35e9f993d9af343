import Access
import CivilTime
import Foundation
import GRDB
import Ledger
import People
import Testing

@testable import Composition

/// Databases to start from, made once and copied.
enum Databases {
    static let programme = "programme@example.org"
    static let administrator = "administrator@example.org"

    private static let demonstration = Task {
        try await bytes { path in
            try await ExampleArea.fill(path, today: ExampleArea.today) { _ in }
        }
    }

    private static let ordinary = Task {
        try await bytes { path in
            let ledger = try await Site.openLedger(path, durable: false)
            try await ReferenceData.install(in: ledger)
            let accounts = Accounts(ledger)
            _ = try await accounts.open(
                #require(PersonName("Rowan Underhill")), #require(MailAddress(administrator)),
                roles: [.init(.administrator), .init(.programmeTeam)], by: nil)
            let author = try await accounts.author(
                #require(MailAddress(administrator)), for: .manageAccounts)
            _ = try await accounts.open(
                #require(PersonName("Asha Merriden")), #require(MailAddress(programme)),
                roles: [.init(.programmeTeam)], by: author)
            _ = try await accounts.open(
                #require(PersonName("Idris Quell")), #require(MailAddress("parent@example.org")),
                roles: [.init(.parent)], by: author)
            try ledger.close()
        }
    }

    /// The example area as `demo` makes it.
    static func demonstration(in folder: TemporaryFolder) async throws -> String {
        try await folder.write("demo.sqlite", demonstration.value)
    }

    /// A database of real records: accounts, no plan.
    static func ordinary(in folder: TemporaryFolder) async throws -> String {
        try await folder.write("area.sqlite", ordinary.value)
    }

    private static func bytes(_ make: (String) async throws -> Void) async throws -> Data {
        let folder = try TemporaryFolder()
        let path = folder.path("base.sqlite")
        try await make(path)
        try execute(at: path, "PRAGMA user_version = 0")
        return try #require(FileManager.default.contents(atPath: path))
    }

    /// Runs SQL past the ledger and leaves one file without a write-ahead log.
    static func execute(at path: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: sql)
            try database.checkpoint(.truncate)
        }
        try queue.close()
    }

    /// The first number that a query gives.
    static func number(at path: String, _ sql: String) throws -> Int? {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read { try Int.fetchOne($0, sql: sql) }
    }

    /// Where the chain of a database ends.
    static func root(of path: String) async throws -> Root {
        let ledger = try await Site.openLedger(path, durable: false)
        let head = ledger.knownHead
        try ledger.close()
        return Root(sequence: head.sequence, hash: head.hash)
    }
}
