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

@Suite struct `A password chosen by a link` {
    @Test func `is set once, however many have the link`() async throws {
        let workshop = try await Workshop()
        let link = try await workshop.operations.tokens.give(.invitation, to: "a").secret
        let hashing = PasswordHashing(cost: .trifling)
        let (one, two) = (try await hashing.hash("three random words"), try await hashing.hash("other words"))
        let credentials = workshop.operations.credentials
        _ = try await workshop.ledger.commit(
            credentials.setting(one, of: "a", link: link, in: workshop.command()))
        await #expect(throws: Credentials.AlreadyDone.self) {
            _ = try await workshop.ledger.commit(
                credentials.setting(two, of: "a", link: link, in: workshop.command()))
        }
        #expect(try await credentials.standing(of: "a").password == one)
        let other = try await workshop.operations.tokens.give(.reset, to: "b").secret
        await #expect(throws: Credentials.AlreadyDone.self) {
            _ = try await workshop.ledger.commit(
                credentials.setting(two, of: "a", link: other, in: workshop.command()))
        }
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
        for _ in 0..<failures {
            let wait = try await attempts.reserve([.address("a@example.org")])
            guard wait > 0 else { continue }
            workshop.pass(seconds: (wait + 999_999) / 1_000_000)
            #expect(try await attempts.reserve([.address("a@example.org")]) == 0)
        }
        #expect(try await attempts.reserve([.address("b@example.org")]) == 0)
        #expect(
            try await attempts.reserve([.address("A@Example.org")])
                == (failures < 5 ? 0 : seconds * 1_000_000))
    }

    @Test func `are counted before they are made, so that a burst does not pass together`() async throws {
        let attempts = try await Workshop().operations.attempts
        let passed = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 { group.addTask { try await attempts.reserve([.address("a")]) == 0 } }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(passed == 5)
    }

    @Test func `are counted by network address too, more patiently`() async throws {
        let attempts = try await Workshop().operations.attempts
        for number in 0..<50 {
            #expect(try await attempts.reserve([.address("\(number)"), .network("192.0.2.1")]) == 0)
        }
        #expect(try await attempts.reserve([.address("new"), .network("192.0.2.1")]) == 30_000_000)
        #expect(try await attempts.reserve([.address("new"), .network("192.0.2.2")]) == 0)
    }

    @Test func `are forgotten by success, one of the network's with it, and after a day`() async throws {
        let workshop = try await Workshop()
        let attempts = workshop.operations.attempts
        for _ in 0..<5 { _ = try await attempts.reserve([.address("a"), .network("n")]) }
        for _ in 0..<5 { _ = try await attempts.reserve([.address("b")]) }
        try await attempts.succeeded([.address("a"), .network("n")])
        #expect(try await attempts.reserve([.address("a")]) == 0)
        let network = try await workshop.ledger.read { snapshot in
            try snapshot.reader.all("SELECT failures FROM sign_in_attempt ORDER BY failures") {
                $0.integer(0)
            }
        }
        #expect(network == [1, 4, 5])
        workshop.pass(seconds: 86_401)
        #expect(try await attempts.reserve([.address("b")]) == 0)
    }

    @Test func `are taken back one by one where one was none`() async throws {
        let workshop = try await Workshop()
        let attempts = workshop.operations.attempts
        for _ in 0..<5 { _ = try await attempts.reserve([.emergency("a")]) }
        try await attempts.takeBack(.emergency("a"))
        #expect(try await attempts.reserve([.emergency("a")]) == 0)
        #expect(try await attempts.reserve([.emergency("a")]) == 30_000_000)
        for _ in 0..<9 { try await attempts.takeBack(.emergency("b")) }
        for _ in 0..<5 { #expect(try await attempts.reserve([.emergency("b")]) == 0) }
        #expect(try await attempts.reserve([.emergency("b")]) > 0)
    }

    @Test func `of one kind never stand in the way of another`() async throws {
        let attempts = try await Workshop().operations.attempts
        for _ in 0..<8 { _ = try await attempts.reserve([.address("code a")]) }
        for scope in [
            Attempts.Scope.code("a"), .password("a"), .emergency("a"), .network("a"), .address("a"),
        ] {
            #expect(try await attempts.reserve([scope]) == 0)
        }
    }

    @Test func `do not say whose they are`() async throws {
        let workshop = try await Workshop()
        _ = try await workshop.operations.attempts.reserve([.address("a@example.org"), .network("192.0.2.1")])
        let stored = try await workshop.ledger.read { snapshot in
            try snapshot.reader.all("SELECT scope FROM sign_in_attempt") { $0.text(0) }
        }
        #expect(stored.count == 2)
        #expect(stored.allSatisfy { $0.count == 64 && $0.allSatisfy(\.isHexDigit) })
    }
}
