import ArgumentParser
import CivilTime
import Foundation
import Ledger
import Statute

struct ClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock", abstract: "Date and explain every statutory duty of a matter.",
        discussion: "docs/clock.md describes the file, every event and every rule.",
        subcommands: [ClockReadCommand.self, ClockRulesCommand.self],
        defaultSubcommand: ClockReadCommand.self)
}

struct ClockReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Print the duties of one matter (the default).")

    @Argument(help: "The file with the matter as JSON, or - for standard input.")
    var file: String

    @Option(name: .long, help: "The day it is read on (default: the file's, else today in London).")
    var today: String?

    @Flag
    var form = Form.json

    /// The forms a reading can be printed in.
    enum Form: String, EnumerableFlag {
        case json, explain, ical

        static func help(for value: Form) -> ArgumentHelp? {
            switch value {
            case .json: "Print the duties as JSON (the default)."
            case .explain: "Print a table and the working of every duty, in sentences."
            case .ical: "Print the coming duties as iCalendar."
            }
        }
    }

    private static let limit = 4 * 1_048_576

    func validate() throws { _ = try today.map(SimulatedDay.parse) }

    func run() async throws {
        let day = try today.map(SimulatedDay.parse)
        let bytes = try InputFile.read(file, limit: Self.limit)
        guard bytes.count <= Self.limit else { throw Refused(text: "expected at most 4 MB, found more") }
        let now = Day.inLondon(microsecondsSince1970: Clock.system.now)
        let clockFile: ClockFile
        do {
            clockFile = try ClockFile.read(bytes, today: day, otherwise: now)
        } catch {
            throw Refused(text: error.description)
        }
        let reading = clockFile.reading()
        try Terminal.result(text(of: reading))
        // What is wrong with a matter is named; the duties that do not depend on it are given all the same.
        if !reading.problems.isEmpty {
            throw Refused(text: reading.problems.map(\.description).joined(separator: "\n"))
        }
    }

    private func text(of reading: Reading) -> String {
        switch form {
        case .json: ClockReport.json(reading)
        case .explain: ClockReport.explain(reading)
        // The line end that closes it is written with every result; CRLF is one character.
        case .ical:
            String(CalendarFeed.iCalendar([reading], stamp: reading.today).unicodeScalars.dropLast())
        }
    }
}

struct ClockRulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Print every rule: who owes what to whom, by when, under which law.")

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    func run() async throws {
        try Terminal.result(json ? Law.england.json() : Law.england.table())
    }
}
