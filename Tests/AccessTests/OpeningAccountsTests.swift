import CivilTime
import Ledger
import People
import Testing

@testable import Access

@Suite struct `Opening the first account` {
    @Test func `needs nobody, and its entry says so`() async throws {
        let office = try await Office()
        let opened = try await office.accounts.open(
            name("Ada First"), address("Ada@Example.org"), roles: giving([.parent, .administrator]), by: nil)
        #expect(opened.isFirst)
        let account = try await office.account(opened.id)
        #expect(account.isFirst)
        #expect(account.name?.text == "Ada First")
        #expect(account.address?.text == "ada@example.org")
        #expect(account.roles(on: Office.opening) == [.parent, .administrator])
        let chronicle = try await office.chronicle(opened.id)
        #expect(chronicle.map(\.kind) == ["account.opened", "account.role-granted", "account.role-granted"])
        #expect(chronicle.first?.reason == "The first account of this database: opened without an account.")
        #expect(Set(chronicle.map(\.author)) == [Author(account: nil, role: nil, channel: .command)])
        #expect(Set(chronicle.map(\.commit)).count == 1)
        #expect(chronicle.map(\.day) == Array(repeating: Office.opening, count: 3))
    }

    @Test func `done again the same way gives the same account`() async throws {
        let office = try await Office()
        let (first, again) = (try await office.openFirst(), try await office.openFirst())
        #expect(first == again)
        #expect(office.ledger.knownHead.commit == 1)
    }

    @Test(arguments: [1, 2])
    func `by many at the same time succeeds for exactly one`(ledgers: Int) async throws {
        let file = try TemporaryFile()
        var offices: [Office] = []
        for _ in 0..<ledgers { offices.append(try await Office(file: file)) }
        let results = try await withThrowingTaskGroup(of: Result<Bool, AccountRefusal>.self) { group in
            for number in 0..<12 {
                let office = offices[number % ledgers]
                group.addTask {
                    do throws(any Error) {
                        return .success(
                            try await office.accounts.open(
                                name("Racer \(number)"), address("racer\(number)@example.org"),
                                roles: giving([.administrator]),
                                by: nil
                            ).isFirst)
                    } catch let refusal as AccountRefusal {
                        return .failure(refusal)
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count { $0 == .success(true) } == 1)
        #expect(results.count { $0 == .failure(.byWhom) } == 11)
        #expect(try await offices[0].addresses().count == 1)
        #expect(try await offices[0].ledger.followHead().commit == 1)
    }
}

@Suite struct `Opening a further account` {
    @Test func `needs an author, who stands in its entries`() async throws {
        let office = try await Office()
        _ = try await office.openFirst()
        let author = try await office.accounts.author(address("ada@example.org"), for: .manageAccounts)
        let opened = try await office.accounts.open(
            name("Ben Second"), address("ben@example.org"), roles: giving([.officer]), by: author)
        #expect(!opened.isFirst)
        #expect(try await office.account(opened.id).isFirst == false)
        let chronicle = try await office.chronicle(opened.id)
        #expect(chronicle.map(\.kind) == ["account.opened", "account.role-granted"])
        #expect(chronicle.allSatisfy { $0.author == author && $0.reason == nil })
        #expect(try await office.addresses() == ["ada@example.org", "ben@example.org"])
    }

    @Test func `may give no role at all`() async throws {
        let office = try await Office()
        _ = try await office.openFirst()
        let author = try await office.accounts.author(address("ada@example.org"), for: .manageAccounts)
        let opened = try await office.accounts.open(
            name("Ben"), address("ben@example.org"), roles: [], by: author)
        #expect(try await office.account(opened.id).roles(on: Office.opening).isEmpty)
        #expect(try await office.roleRows(opened.id).isEmpty)
    }

    @Test func `is refused without an author, and nothing is kept`() async throws {
        let office = try await Office()
        _ = try await office.openFirst()
        let before = office.ledger.knownHead
        let refusal = await #expect(throws: AccountRefusal.self) {
            try await office.accounts.open(
                name("Eve"), address("eve@example.org"), roles: giving([.administrator]), by: nil)
        }
        #expect(refusal == .byWhom)
        #expect(
            refusal?.forPerson
                == "This database has accounts already: say by which of them, with --by ADDRESS.")
        #expect(refusal?.forOperator == "no account named")
        #expect(try await office.ledger.followHead() == before)
        #expect(try await office.addresses() == ["ada@example.org"])
    }

    @Test(arguments: ["ada@example.org", "ADA@EXAMPLE.ORG"])
    func `with an address that is taken is refused, and nothing is kept`(text: String) async throws {
        let office = try await Office()
        let first = try await office.openFirst()
        let author = try await office.accounts.author(address("ada@example.org"), for: .manageAccounts)
        let before = office.ledger.knownHead
        let error = await #expect(throws: LedgerError.self) {
            try await office.accounts.open(
                name("Another Ada"), address(text), roles: giving([.officer]), by: author)
        }
        #expect(error == .taken("There is already an account with this address."))
        #expect(error?.forPerson == "There is already an account with this address.")
        #expect(try await office.ledger.followHead() == before)
        #expect(try await office.account(first).name?.text == "Ada First")
        #expect(try await office.roleRows(first).count == 1)
        #expect(try await office.chronicle(first).count == 2)
    }
}
