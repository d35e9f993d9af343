import Access
import CivilTime
import Composition
import Foundation
import Ledger
import Operations
import People

/// The children that a manager and an officer reach, found among 20,000, against a plain count of the same
/// table; and sign-ins a second at the cost that passwords really have, against deriving the key alone.
enum AccessBench {
    private static let children = 20_000
    private static let batch = 1_000

    static func run() async throws {
        let folder = try Bench.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        var options = Ledger.Options(path: folder.appendingPathComponent("access.sqlite").path)
        options.durable = false
        let now = Int64(Date().timeIntervalSince1970 * 1_000_000)
        let ledger = try await Ledger.open(
            options, Registry(AccessSubjects.all + PeopleSubjects.all), clock: Clock { now })
        let team = try await fill(ledger)
        try await scopes(ledger, team, now)
        try await signIns(ledger, now)
        try ledger.close()
    }

    private static func commit<Value: Codable & Sendable>(
        _ ledger: Ledger, _ id: String, _ decide: @escaping @Sendable (inout Deciding) throws -> Value
    ) async throws -> Value {
        try await ledger.commit(Command(id: id, fields: "", author: .program, decide: decide)).value
    }

    /// Children of two teams; every tenth is the first team's.
    private static func fill(_ ledger: Ledger) async throws -> String {
        let teams = try await commit(ledger, "teams") { deciding in
            try ["North", "South"].map { name in
                guard let text = ShortText(name) else { throw BadData() }
                return try RecordOrganisation(.team, text).decide(&deciding)
            }
        }
        for start in stride(from: 0, to: children, by: batch) {
            _ = try await commit(ledger, "children \(start)") { deciding in
                for number in start..<start + batch {
                    guard let name = ChildName("Child", "Number\(number)") else { throw BadData() }
                    let team = ResponsibleTeam(teams[number.isMultiple(of: 10) ? 0 : 1])
                    let born = deciding.today - 3_000
                    _ = try RecordChild(
                        name, birthDate: born, more: [.init(.team(team), from: born)]
                    ).decide(&deciding)
                }
                return true
            }
        }
        return teams[0]
    }

    private static func scopes(_ ledger: Ledger, _ team: String, _ now: Int64) async throws {
        let moment = Moment(today: ledger.today, now: now)
        let visitors: [(String, AccountHolder, Int)] = [
            (
                "a manager's 20,000 children", AccountHolder(account: "m", grants: [.init(.sendManager)]),
                children
            ),
            (
                "an officer's 2,000 of 20,000 children",
                AccountHolder(account: "o", grants: [.init(.officer, at: team)]), children / 10
            ),
        ]
        for (what, holder, expected) in visitors {
            let query = scope(.account(holder), .viewChild, at: moment)
            let ours = try await Bench.rate(10) {
                for _ in 0..<10 {
                    let found = try await ledger.read { try $0.reader.all(query) { $0.text(0) } }
                    guard found.count == expected else { throw BadData() }
                }
            }
            let peer = try await Bench.rate(10) {
                for _ in 0..<10 {
                    _ = try await ledger.read {
                        try $0.reader.all("SELECT subject_id FROM people_child") { $0.text(0) }
                    }
                }
            }
            Bench.report("scope: \(what)", ours, "reading the ids of all", peer, unit: "a second")
        }
    }

    private static let count = 20

    private static func signIns(_ ledger: Ledger, _ now: Int64) async throws {
        let operations = try await Operations.open(ledger, key: AreaKey(), clock: Clock { now })
        let hashing = PasswordHashing()
        let own = OwnCredentials(ledger, operations, hashing)
        let signIn = SignIn(ledger, operations, hashing, isDemonstration: false)
        // Each with an account of their own: many attempts at once on one are slowed down.
        for number in 0..<count { try await open(number, ledger, operations, own) }
        let ours = try await Bench.rate(count) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<count {
                    group.addTask {
                        let entered = try await signIn.enter(
                            "bench\(number)@example.org", "three random words", from: "192.0.2.1")
                        guard case .begun = entered else { throw BadData(what: "\(entered)") }
                    }
                }
                try await group.waitForAll()
            }
        }
        let peer = try await Bench.rate(count) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<count { group.addTask { _ = try await hashing.hash("three random words") } }
                try await group.waitForAll()
            }
        }
        Bench.report("sign-ins on both cores", ours, "hashing the password alone", peer, unit: "a second")
    }

    private static func open(
        _ number: Int, _ ledger: Ledger, _ operations: Operations, _ own: OwnCredentials
    ) async throws {
        guard let name = PersonName("Bench"), let address = MailAddress("bench\(number)@example.org") else {
            throw BadData()
        }
        // The first account of all is opened by nobody; it opens the others.
        let first = MailAddress("bench0@example.org")
        var author: Author?
        if number > 0, let first { author = try await Accounts(ledger).author(first, for: .manageAccounts) }
        let account = try await Accounts(ledger).open(
            name, address, roles: [.init(number == 0 ? .administrator : .parent)], by: author)
        let secret = try await operations.tokens.give(.invitation, to: account.id).secret
        let chosen = try await own.choose(
            "three random words", link: secret, command: "bench \(number)")
        guard case .chosen = chosen else { throw BadData(what: "\(chosen)") }
    }

    private struct BadData: Error { var what = "" }
}
