import Foundation
import Ledger
import Testing

@testable import Operations

@Suite struct `A session` {
    @Test func `lasts an hour unused and twelve hours at most`() async throws {
        let workshop = try await Workshop()
        let sessions = workshop.operations.sessions
        let secret = try await sessions.begin("a", .open)
        #expect(try await sessions.find(secret) == .live(account: "a", .open))
        workshop.pass(seconds: 3_599)
        #expect(try await sessions.find(secret) == .live(account: "a", .open))
        for _ in 0..<11 {
            workshop.pass(seconds: 3_590)
            #expect(try await sessions.find(secret) == .live(account: "a", .open))
        }
        workshop.pass(seconds: 200)
        #expect(try await sessions.find(secret) == .ended(account: "a"))
    }

    @Test func `unused for an hour has ended, and after a day nothing is known of it`() async throws {
        let workshop = try await Workshop()
        let sessions = workshop.operations.sessions
        let secret = try await sessions.begin("a", .open)
        workshop.pass(seconds: 3_600)
        #expect(try await sessions.find(secret) == .ended(account: "a"))
        workshop.pass(seconds: 86_401)
        try await workshop.operations.sweep()
        #expect(try await sessions.find(secret) == .none)
    }

    @Test func `before its second step has ended is nothing`() async throws {
        let workshop = try await Workshop()
        let secret = try await workshop.operations.sessions.begin("a", .awaitingCode)
        workshop.pass(seconds: 3_600)
        #expect(try await workshop.operations.sessions.find(secret) == .none)
    }

    @Test func `that was renewed has another secret, and the first is worth nothing`() async throws {
        let sessions = try await Workshop().operations.sessions
        let first = try await sessions.begin("a", .awaitingCode)
        let second = try #require(try await sessions.renew(first, as: .open))
        #expect(first != second)
        #expect(try await sessions.find(first) == .none)
        #expect(try await sessions.find(second) == .live(account: "a", .open))
        #expect(try await sessions.renew(first, as: .open) == nil)
    }

    @Test(arguments: ["", "x", "' OR 1=1 --", String(repeating: "a", count: 52)])
    func `is not found by a made-up secret`(secret: String) async throws {
        let sessions = try await Workshop().operations.sessions
        _ = try await sessions.begin("a", .open)
        #expect(try await sessions.find(secret) == .none)
    }

    @Test func `ends with all others of its account when the password changes`() async throws {
        let workshop = try await Workshop()
        let sessions = workshop.operations.sessions
        let (mine, other) = (try await sessions.begin("a", .open), try await sessions.begin("b", .open))
        let hashing = PasswordHashing(cost: .trifling)
        let hash = try await hashing.hash("three random words")
        _ = try await workshop.ledger.commit(
            workshop.operations.credentials.setting(hash, of: "a", in: workshop.command()))
        #expect(try await sessions.find(mine) == .none)
        #expect(try await sessions.find(other) == .live(account: "b", .open))
    }
}

@Suite struct `A link that acts once` {
    @Test func `can be looked at as often as one likes`() async throws {
        let tokens = try await Workshop().operations.tokens
        let secret = try await tokens.give(.invitation, to: "a").secret
        for _ in 0..<5 { #expect(try await tokens.find(secret) == .live(.invitation, account: "a")) }
        #expect(try await tokens.find(secret + "x") == .unknown)
    }

    @Test(arguments: [(Tokens.Purpose.invitation, Int64(7 * 86_400)), (.reset, 86_400)])
    func `works for its time`(purpose: Tokens.Purpose, seconds: Int64) async throws {
        let workshop = try await Workshop()
        let secret = try await workshop.operations.tokens.give(purpose, to: "a").secret
        workshop.pass(seconds: seconds - 1)
        #expect(try await workshop.operations.tokens.find(secret) == .live(purpose, account: "a"))
        workshop.pass(seconds: 1)
        #expect(try await workshop.operations.tokens.find(secret) == .expired)
    }

    @Test func `is used up by choosing a password, with every other link of the account`() async throws {
        let workshop = try await Workshop()
        let tokens = workshop.operations.tokens
        let first = try await tokens.give(.invitation, to: "a").secret
        let second = try await tokens.give(.invitation, to: "a").secret
        #expect(try await tokens.find(first) == .used)
        #expect(try await tokens.find(second) == .live(.invitation, account: "a"))
        let hash = try await PasswordHashing(cost: .trifling).hash("three random words")
        _ = try await workshop.ledger.commit(
            workshop.operations.credentials.setting(hash, of: "a", in: workshop.command()))
        #expect(try await tokens.find(second) == .used)
    }

    @Test func `stands in the database only as a digest`() async throws {
        let workshop = try await Workshop()
        let secret = try await workshop.operations.tokens.give(.invitation, to: "a").secret
        let stored = try await workshop.ledger.read { snapshot in
            try snapshot.reader.all("SELECT digest FROM token") { $0.text(0) }
        }
        #expect(stored.count == 1)
        #expect(!stored[0].contains(secret) && stored[0] == Hexadecimal.digest(secret))
    }
}

@Suite struct `Attempts that failed` {
    @Test(arguments: [
        (1, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (60, 900),
    ])
    func `make the next wait, ever longer, up to a quarter of an hour`(failures: Int, seconds: Int64)
        async throws
    {
        let workshop = try await Workshop()
        let attempts = workshop.operations.attempts
        for _ in 0..<failures { try await attempts.failed([.account("a@example.org")]) }
        #expect(try await attempts.wait([.account("A@Example.org")]) == seconds * 1_000_000)
        #expect(try await attempts.wait([.account("b@example.org")]) == 0)
        workshop.pass(seconds: seconds)
        #expect(try await attempts.wait([.account("a@example.org")]) == 0)
    }

    @Test func `are counted by network address too, more patiently`() async throws {
        let attempts = try await Workshop().operations.attempts
        for number in 0..<49 { try await attempts.failed([.account("\(number)"), .network("192.0.2.1")]) }
        #expect(try await attempts.wait([.account("new"), .network("192.0.2.1")]) == 0)
        try await attempts.failed([.account("x"), .network("192.0.2.1")])
        #expect(try await attempts.wait([.account("new"), .network("192.0.2.1")]) == 30_000_000)
    }

    @Test func `are forgotten by success and after a day`() async throws {
        let workshop = try await Workshop()
        let attempts = workshop.operations.attempts
        for _ in 0..<8 { try await attempts.failed([.account("a"), .account("b")]) }
        try await attempts.succeeded(.account("a"))
        #expect(try await attempts.wait([.account("a")]) == 0)
        workshop.pass(seconds: 86_401)
        try await attempts.failed([.account("b")])
        #expect(try await attempts.wait([.account("b")]) == 0)
    }

    @Test func `do not say whose they are`() async throws {
        let workshop = try await Workshop()
        try await workshop.operations.attempts.failed([.account("a@example.org"), .network("192.0.2.1")])
        let stored = try await workshop.ledger.read { snapshot in
            try snapshot.reader.all("SELECT scope FROM sign_in_attempt") { $0.text(0) }
        }
        #expect(stored.count == 2)
        #expect(stored.allSatisfy { $0.count == 64 && $0.allSatisfy(\.isHexDigit) })
    }
}
