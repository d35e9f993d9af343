import Access
import ArgumentParser
import CivilTime
import Foundation
import Ledger
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
        commandName: "user", abstract: "Open accounts.", subcommands: [UserAddCommand.self])
}

struct UserAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Open an account and give it roles.",
        discussion: "The first account of a database needs no --by; its entry says so.")

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
        let opened = try await accounts.open(
            name, address, roles: Set(role.compactMap(Role.init(rawValue:))), by: author)
        try ledger.close()
        if json { return try Terminal.json(Result(account: opened.id, firstOfDatabase: opened.isFirst)) }
        try Terminal.result(
            "account \(opened.id) opened"
                + (opened.isFirst ? ", the first of this database, by nobody's authority" : ""))
    }
}
