import ArgumentParser
import CivilTime
import Foundation
import Ledger
import Operations

struct Goldenthread: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "goldenthread",
        abstract: "The system a SEND local area partnership runs on.",
        discussion: """
            Settings are taken from flags, then from the environment (GOLDENTHREAD_DATABASE, _FILES, _KEY_FILE, _LISTEN, _URL, \
            _AREA, _LOG), then from goldenthread.yaml (the same keys in lower case, without the prefix). Results go to \
            standard output, everything else to standard error. Exit codes: 0 done, 1 refused or different, 2 wrong \
            usage, 3 cannot.
            """,
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, ImportCommand.self, DemoCommand.self, VerifyCommand.self, RebuildCommand.self,
            UserCommand.self, OptionCommand.self, IndicatorsCommand.self, ClockCommand.self, SPCCommand.self,
            SuppressCommand.self,
        ])
}

/// Where the database is and which settings file is read.
struct DatabaseOptions: ParsableArguments {
    @Option(name: .long, help: "The SQLite file (default: data/goldenthread.sqlite).")
    var database: String?

    @Option(name: .long, help: "The settings file (default: goldenthread.yaml, where there is one).")
    var config: String?

    func validate() throws {
        if database?.isEmpty == true { throw ValidationError("--database needs the path of a file.") }
    }

    func settings() throws -> Settings {
        var environment = ProcessInfo.processInfo.environment
        // A flag counts before the environment and is checked like it.
        if let database { environment["GOLDENTHREAD_DATABASE"] = database }
        return try Settings.load(environment: environment, file: config)
    }

    /// The ledger of a database that must be there already.
    func existingLedger(today: Day? = nil) async throws -> Ledger {
        let path = try settings().database
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        // An empty file would be made into a database, and found whole.
        guard let size, size > 0 else { throw CannotError.noDatabase(path) }
        return try await Site.openLedger(path, today: today)
    }

    /// The ledger to write to, with the reference the program brings along.
    ///
    /// - Parameter mayBegin: whether it is made where there is none.
    func writableLedger(today: String? = nil, mayBegin: Bool = true) async throws -> Ledger {
        let path = try settings().database
        let day = try today.map(SimulatedDay.parse)
        // A simulated day needs a demonstration, which only `demo` makes.
        guard mayBegin && day == nil || FileManager.default.fileExists(atPath: path) else {
            throw CannotError.noDatabase(path)
        }
        try Self.makeFolder(of: path)
        var ledger = try await Site.openLedger(path, today: day)
        let demonstration = try await ledger.demonstration()
        if day != nil, demonstration == nil { throw LedgerError.simulatedTime }
        if day == nil, let demonstration {
            try ledger.close()
            ledger = try await Site.openLedger(path, today: demonstration.today)
        }
        try await ReferenceData.install(in: ledger)
        return ledger
    }

    /// The operational tables, by the area's key; a key is made where nothing was ever kept under one.
    func operations(_ ledger: Ledger) async throws -> (Operations, AreaKey) {
        let key = try await areaKey(ledger)
        return (try await Operations.open(ledger, key: key, clock: .system), key)
    }

    func areaKey(_ ledger: Ledger) async throws -> AreaKey {
        let path = try settings().keyPath
        if FileManager.default.fileExists(atPath: path) { return try AreaKey(file: path) }
        if try await Operations.needsKey(ledger) { throw KeyError.missing(path) }
        try Self.makeFolder(of: path)
        return try AreaKey.make(file: path)
    }

    static func makeFolder(of path: String) throws(CannotError) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .folder(path)
        }
    }
}

/// A day given for a demonstration.
enum SimulatedDay {
    static func parse(_ text: String) throws -> Day {
        guard let day = Day(iso: text) else {
            throw ValidationError("“\(text)” is not a day; write it as 2024-09-20.")
        }
        return day
    }
}
