import Access
import ArgumentParser
import CivilTime
import Ledger

struct OptionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "option", abstract: "See and change the area's own choices.",
        subcommands: [OptionListCommand.self, OptionSetCommand.self])
}

struct OptionListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the area's choices and since when they hold.")

    @OptionGroup var options: DatabaseOptions

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    private struct Choice: Encodable {
        var key: String
        var choices: [String]
        var settings: [ReferenceValue.Setting]
    }

    func run() async throws {
        let ledger = try await options.existingLedger()
        let reference = try await ledger.referenceInForce()
        try ledger.close()
        if json {
            return try Terminal.json(
                AreaOption.choices.sorted { $0.key < $1.key }.map { key, choices in
                    Choice(key: key, choices: choices, settings: reference.settings(key))
                })
        }
        for (key, choices) in AreaOption.choices.sorted(by: { $0.key < $1.key }) {
            let settings = reference.settings(key)
            if settings.isEmpty {
                try Terminal.result("\(key): not set (choices: \(choices.joined(separator: ", ")))")
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

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    private struct Result: Encodable {
        var key: String
        var value: String
        var from: String
        /// The commit that put it into force; none where it held already.
        var commit: Int?
    }

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
        let present = try await ledger.referenceInForce().settings(key)
        var settings = present.filter { $0.from != day } + [.init(from: day, value: value)]
        settings.sort { $0.from < $1.from }
        let commit = try await ledger.setReference([key: .setting(settings)], by: author)
        try ledger.close()
        if json { return try Terminal.json(Result(key: key, value: value, from: day.iso, commit: commit)) }
        try Terminal.result(
            commit.map { "\(key) is \(value) from \(day.iso), in force since commit \($0)" } ?? "nothing new")
    }
}
