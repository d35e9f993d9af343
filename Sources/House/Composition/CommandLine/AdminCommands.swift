import Access
import ArgumentParser
import CivilTime
import Foundation
import Ledger
import Markup
import Operations
import Pages
import People

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Make a demonstration database of an invented area.")

    @OptionGroup var options: DatabaseOptions

    @Option(name: .long, help: "The day it shows as today (default: 2024-09-20).")
    var today: String?

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    private struct Result: Encodable {
        var database: String
        var area: String
        var today: String
    }

    func validate() throws { _ = try today.map(SimulatedDay.parse) }

    func run() async throws {
        let path = try options.settings().database
        let day = try today.map(SimulatedDay.parse) ?? ExampleArea.today
        guard !FileManager.default.fileExists(atPath: path) else { throw ExampleError.exists(path) }
        try DatabaseOptions.makeFolder(of: path)
        // Made beside its place and moved there whole, so that what was interrupted is not taken for a database.
        let part = path + ".part"
        func clear() {
            for rest in [part, part + "-wal", part + "-shm"] {
                try? FileManager.default.removeItem(atPath: rest)
            }
        }
        clear()
        defer { clear() }
        try await ExampleArea.fill(part, today: day, report: Terminal.progress)
        do {
            try FileManager.default.moveItem(atPath: part, toPath: path)
        } catch {
            throw CannotError.folder(path)
        }
        if json {
            return try Terminal.json(Result(database: path, area: ExampleArea.name, today: day.iso))
        }
        try Terminal.result("\(path): \(ExampleArea.name), shown as on \(day.short)")
    }
}

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Open accounts and give links to them.",
        subcommands: [UserAddCommand.self, UserLinkCommand.self])
}

struct UserAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Open an account and give it roles.",
        discussion: """
            The first account of a database needs no --by; its entry says so. The result ends with a link by which \
            the holder chooses a password: it works once, for seven days.
            """)

    @OptionGroup var options: DatabaseOptions

    @Option(name: .long, help: "The holder's name.")
    var name: String

    @Option(name: .long, help: "The mail address it is known by.")
    var address: String

    @Option(name: .long, help: "A role; may be given several times.")
    var role: [String] = []

    @Option(name: .long, help: "The address of the account that opens it.")
    var by: String?

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    private struct Result: Encodable {
        var account: String
        var firstOfDatabase: Bool
        var link: String
    }

    func validate() throws {
        guard PersonName(name) != nil else {
            throw ValidationError("A name of 1 to 200 characters is needed.")
        }
        _ = try Address.parse(address)
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        _ = try by.map(Address.parse)
        for role in role where Role(rawValue: role) == nil {
            throw ValidationError("There is no role “\(role)”. Roles: \(known).")
        }
    }

    func run() async throws {
        guard let name = PersonName(name) else { throw ValidationError("A name is needed.") }
        let address = try Address.parse(address)
        let ledger = try await options.writableLedger()
        let accounts = Accounts(ledger)
        var author: Author?
        if let by { author = try await accounts.author(Address.parse(by), for: .manageAccounts) }
        let roles = Set(role.compactMap(Role.init(rawValue:))).sorted { $0.rawValue < $1.rawValue }
        let opened = try await accounts.open(
            name, address, roles: roles.map { Accounts.Giving($0) }, by: author)
        let link = try await AccountLink.give(to: opened.id, .invitation, ledger, options)
        try ledger.close()
        if json {
            return try Terminal.json(
                Result(account: opened.id, firstOfDatabase: opened.isFirst, link: link))
        }
        try Terminal.result(
            "account \(opened.id) opened"
                + (opened.isFirst ? ", the first of this database, by nobody's authority" : "") + "\n" + link)
    }
}

struct UserLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Give a link by which an account's holder chooses a password.",
        discussion:
            "Earlier links of the account stop working. It works once: seven days, or one for a reset.")

    @OptionGroup var options: DatabaseOptions

    @Option(name: .long, help: "The mail address the account is known by.")
    var address: String

    @Option(name: .long, help: "The address of the account that gives it.")
    var by: String

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    private struct Result: Encodable {
        var account: String
        var link: String
    }

    func validate() throws { _ = try (Address.parse(address), Address.parse(by)) }

    func run() async throws {
        let ledger = try await options.writableLedger(mayBegin: false)
        let accounts = Accounts(ledger)
        _ = try await accounts.author(Address.parse(by), for: .manageAccounts)
        guard let account = try await accounts.account(at: Address.parse(address)) else {
            throw AccountRefusal.unknown
        }
        guard account.closedOn == nil else { throw AccountRefusal.closed }
        let link = try await AccountLink.give(
            to: account.id, account.hasPassword ? .reset : .invitation, ledger, options)
        try ledger.close()
        if json { return try Terminal.json(Result(account: account.id, link: link)) }
        try Terminal.result(link)
    }
}

/// A link to choose a password, as it is printed.
enum AccountLink {
    static func give(
        to account: String, _ purpose: Tokens.Purpose, _ ledger: Ledger, _ options: DatabaseOptions
    ) async throws -> String {
        let (operations, _) = try await options.operations(ledger)
        let secret = try await operations.tokens.give(purpose, to: account).secret
        let settings = try options.settings()
        return (settings.url ?? "http://\(settings.listen)") + SignInPages.link(secret).text
    }
}
