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

struct OptionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "option", abstract: "See and change the area's own choices.",
        subcommands: [OptionListCommand.self, OptionSetCommand.self])
}

struct OptionListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the area's choices and since when they hold.")

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let ledger = try await options.existingLedger()
        let reference = try await ledger.referenceInForce()
        try ledger.close()
        for (key, choices) in AreaOption.choices.sorted(by: { $0.key < $1.key }) {
            guard case .setting(let settings)? = reference.values[key] else {
                try Terminal.result("\(key): not set (choices: \(choices.joined(separator: ", ")))")
                continue
            }
            for setting in settings {
                try Terminal.result("\(key): \(setting.value) from \(setting.from.iso)")
            }
        }
    }
}

struct OptionSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Choose, from a day on.",
        discussion: """
            programme.due-month: by which day something is due that a plan dates with a month: last-day or \
            last-working-day of it.
            """)

    @Argument(help: "The choice's key, such as programme.due-month.")
    var key: String

    @Argument(help: "What is chosen.")
    var value: String

    @OptionGroup var options: DatabaseOptions

    @Option(name: .long, help: "The first day it holds, such as 2024-09-01.")
    var from: String

    @Option(name: .long, help: "The address of the account that chooses.")
    var by: String

    func validate() throws {
        guard let choices = AreaOption.choices[key] else {
            let known = AreaOption.choices.keys.sorted().joined(separator: ", ")
            throw ValidationError("There is no choice “\(key)”. Choices: \(known).")
        }
        guard choices.contains(value) else {
            throw ValidationError(
                "“\(value)” cannot be chosen for \(key): \(choices.joined(separator: ", ")).")
        }
        _ = try SimulatedDay.parse(from)
        _ = try Address.parse(by)
    }

    func run() async throws {
        let day = try SimulatedDay.parse(from)
        let ledger = try await options.writableLedger(mayBegin: false)
        let author = try await Accounts(ledger).author(Address.parse(by), for: .manageReference)
        var settings: [ReferenceValue.Setting] = []
        if case .setting(let present)? = try await ledger.referenceInForce().values[key] {
            settings = present
        }
        settings = settings.filter { $0.from != day } + [.init(from: day, value: value)]
        settings.sort { $0.from < $1.from }
        let commit = try await ledger.setReference([key: .setting(settings)], by: author)
        try ledger.close()
        try Terminal.result(
            commit.map { "\(key) is \(value) from \(day.iso), in force since commit \($0)" } ?? "nothing new")
    }
}
