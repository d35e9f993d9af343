import CivilTime
import Ledger
import People
import Testing

@testable import Access

@Suite struct `An account` {
    @Test(
        arguments: [
            ("2024-06-30", "2024-06-30", nil, true), ("2024-06-30", "2024-06-29", nil, false),
            ("2024-06-30", "2034-01-01", nil, true),
            ("2024-07-02", "2024-07-01", nil, false), ("2024-07-02", "2024-07-02", nil, true),
            ("2024-01-01", "2024-06-30", "2024-06-30", true),
            ("2024-01-01", "2024-07-01", "2024-06-30", false),
            ("2024-01-01", "2023-12-31", "2024-06-30", false),
            ("2024-03-01", "2024-03-01", "2024-03-01", true),
            ("2024-03-02", "2024-03-02", "2024-03-01", false),
        ] as [(String, String, String?, Bool)])
    func `holds a role from its first day to its last`(from: String, on: String, to: String?, holds: Bool)
        async throws
    {
        let office = try await Office()
        let id = try await office.openFirst([])
        try await office.grant(.officer, to: id, from: day(from), to: to.map { day($0) })
        #expect(try await office.account(id).roles(on: day(on)) == (holds ? [.officer] : []))
    }

    @Test func `holds several roles, each over its own days, and one of them twice`() async throws {
        let office = try await Office()
        let id = try await office.openFirst([.parent])
        try await office.grant(.officer, to: id, from: day("2024-01-01"), to: day("2024-03-31"))
        try await office.grant(.officer, to: id, from: day("2024-07-01"))
        let account = try await office.account(id)
        #expect(account.roles(on: day("2024-02-01")) == [.officer])
        #expect(account.roles(on: day("2024-05-01")) == [])
        #expect(account.roles(on: day("2024-06-30")) == [.parent])
        #expect(account.roles(on: day("2024-07-01")) == [.parent, .officer])
        #expect(account.problems.isEmpty)
    }

    @Test func `stands in the lists with its roles and their days`() async throws {
        let office = try await Office()
        let id = try await office.openFirst([.parent])
        try await office.grant(.officer, to: id, from: day("2024-07-01"), to: day("2024-07-31"))
        let (today, start, end) = (Office.opening.number, day("2024-07-01").number, day("2024-07-31").number)
        #expect(try await office.roleRows(id) == ["parent \(today) -1", "officer \(start) \(end)"])
        #expect(try await office.addresses() == ["ada@example.org"])
    }

    @Test func `has no rows before it was opened`() {
        #expect(Account(id: "a").roles(on: Office.opening).isEmpty)
        #expect(Account(id: "a").name == nil && Account(id: "a").address == nil && !Account(id: "a").isFirst)
    }
}

@Suite struct `The author of a command` {
    @Test func `is the account, in the role that allows the action`() async throws {
        let office = try await Office()
        let id = try await office.openFirst([.administrator, .parent])
        let author = try await office.accounts.author(address("ADA@example.org"), for: .manageAccounts)
        #expect(author == Author(account: id, role: "administrator", channel: .command))
    }

    @Test func `names no role for what is public`() async throws {
        let office = try await Office()
        let id = try await office.openFirst([.parent])
        let author = try await office.accounts.author(address("ada@example.org"), for: .public)
        #expect(author == Author(account: id, role: nil, channel: .command))
    }

    @Test func `is refused where the address is unknown`() async throws {
        let office = try await Office()
        _ = try await office.openFirst()
        let refusal = await #expect(throws: AccountRefusal.self) {
            try await office.accounts.author(address("eve@example.org"), for: .public)
        }
        #expect(refusal == .unknown)
        #expect(refusal?.forPerson == "There is no account with this address.")
        #expect(refusal?.forOperator == "unknown account")
    }

    @Test(arguments: [[], [.parent], [.programmeTeam]] as [Set<Role>])
    func `is refused where no role allows it`(roles: Set<Role>) async throws {
        let office = try await Office()
        _ = try await office.openFirst(roles)
        let refusal = await #expect(throws: AccountRefusal.self) {
            try await office.accounts.author(address("ada@example.org"), for: .manageAccounts)
        }
        #expect(refusal == .notAllowed(.manageAccounts))
        #expect(refusal?.forPerson == "This account has no role that allows it (manage-accounts).")
        #expect(refusal?.forOperator == "not allowed: manage-accounts")
    }

    @Test func `is allowed only on the days of the role`() async throws {
        let office = try await Office()
        let id = try await office.openFirst([])
        try await office.grant(.programmeTeam, to: id, from: day("2024-07-01"), to: day("2024-07-02"))
        for (today, isAllowed) in [
            ("2024-06-30", false), ("2024-07-01", true), ("2024-07-02", true), ("2024-07-03", false),
        ] {
            office.comes(day(today))
            let author = try? await office.accounts.author(address("ada@example.org"), for: .importPlan)
            #expect(author?.role == (isAllowed ? "programmeTeam" : nil), "\(today)")
        }
    }
}
