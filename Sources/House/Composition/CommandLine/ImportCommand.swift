import Access
import ArgumentParser
import Foundation
import Ledger
import People
import Programme

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Record what was published or kept elsewhere.",
        subcommands: [ImportPlanCommand.self, ImportRecommendationsCommand.self])
}

struct ImportPlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Record a published improvement plan.",
        discussion: """
            The file is JSON in one of the two forms that docs/plan-format.md describes. The same plan again adds \
            nothing; a changed one becomes a new issue. A file with anything wrong is refused whole, with every \
            problem named.
            """)

    @Argument(help: "The file, or - for standard input.")
    var file: String

    @OptionGroup var options: DatabaseOptions

    @Option(name: .long, help: "The address of the account that records it.")
    var by: String

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    @Option(name: .long, help: "A simulated day; only on a demonstration database.")
    var today: String?

    func validate() throws {
        _ = try Address.parse(by)
        _ = try today.map(SimulatedDay.parse)
    }

    func run() async throws {
        let bytes = try InputFile.read(file, limit: PlanFile.limit)
        let plan = try PlanFile.read(bytes)
        let ledger = try await options.writableLedger(today: today, mayBegin: false)
        let author = try await Accounts(ledger).author(Address.parse(by), for: .importPlan)
        let outcome = try await Programme(ledger).record(
            plan, fingerprint: String(decoding: bytes, as: UTF8.self), by: author)
        try ledger.close()
        if json { return try Terminal.json(outcome.value) }
        try Terminal.result(Self.words(outcome.value))
    }

    private static func words(_ result: ImportResult) -> String {
        guard result.isNew else {
            return "\(result.code): nothing new; issue \(result.issue) says the same already."
        }
        return "\(result.code): recorded as issue \(result.issue) with \(result.parts) parts "
            + "(\(result.added) added, \(result.changed) changed, \(result.dropped) dropped)."
    }
}

/// A file given on the command line.
enum InputFile {
    /// The bytes of a file or of standard input; at most one more than the limit, so that a reader can refuse it.
    static func read(_ path: String, limit: Int) throws(CannotError) -> [UInt8] {
        let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
        guard let handle else { throw .unreadable(path) }
        var bytes: [UInt8] = []
        do {
            while bytes.count <= limit, let part = try handle.read(upToCount: 65_536), !part.isEmpty {
                bytes += part
            }
        } catch {
            throw .unreadable(path)
        }
        return bytes
    }
}

/// An account's address given on the command line.
enum Address {
    static func parse(_ text: String) throws -> MailAddress {
        guard let address = MailAddress(text) else {
            throw ValidationError("“\(text)” is not a mail address.")
        }
        return address
    }
}
