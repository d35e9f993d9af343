import ArgumentParser
import Disclosure
import Foundation

struct SuppressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suppress", abstract: "Hide small counts of a table so that they cannot be worked out.",
        discussion: """
            The file is CSV: a column a dimension, “count” last; “Total” marks a margin. The published table goes \
            to standard output, what only the publisher may know to standard error. Ends with 1, and prints no \
            table, where a small count stays exposed. docs/suppress.md describes files, policies and certificate.
            """,
        subcommands: [SuppressReadCommand.self, SuppressPoliciesCommand.self],
        defaultSubcommand: SuppressReadCommand.self)
}

struct SuppressReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Print the table with its small counts hidden (the default).")

    @Argument(help: "The file with the counts as CSV, or - for standard input.")
    var file: String

    @Option(name: .long, help: "The policy: dfe-cin, nhs, ons-10-5, local or none.")
    var policy: String

    @Option(
        name: .long, help: "A table published before, as CSV with its symbols; may be given several times.")
    var released: [String] = []

    @Option(name: .long, help: "What the numbers of those tables were rounded to (default: 1, exact).")
    var releasedRounding = 1

    @Option(name: .long, help: "Where the certificate is written; it is not for publication.")
    var certificate: String?

    @Option(name: .long, help: "With local: counts below this are small (default: 5).")
    var threshold: Int?

    @Option(name: .long, help: "With local: the symbol, c, * or <5 (default: c).")
    var symbol: String?

    @Option(name: .long, help: "A dimension whose Total is 100 per cent in a further column.")
    var percent: String?

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    func validate() throws {
        _ = try chosenPolicy()
        guard (1...1_000).contains(releasedRounding) else {
            throw ValidationError("--released-rounding is a number from 1 to 1000.")
        }
        guard released.filter({ $0 == "-" }).count + (file == "-" ? 1 : 0) <= 1 else {
            throw ValidationError("Standard input can be read only once.")
        }
    }

    private func chosenPolicy() throws -> Policy {
        guard let preset = Policy(name: policy) else {
            let names = Policy.all.map(\.name).joined(separator: ", ")
            throw ValidationError("There is no policy “\(policy)”: expected one of \(names).")
        }
        if threshold == nil, symbol == nil { return preset }
        guard preset == .local else {
            throw ValidationError("--threshold and --symbol go with --policy local.")
        }
        let limit = threshold ?? preset.threshold
        guard (2...Policy.largestThreshold).contains(limit) else {
            throw ValidationError("--threshold is a number from 2 to \(Policy.largestThreshold).")
        }
        switch symbol.map({ Symbol($0) }) ?? .confidential {
        case .confidential?: return Policy(name: preset.name, threshold: limit)
        case .asterisk?: return Policy(name: preset.name, threshold: limit, symbol: .asterisk)
        case .below(limit)?: return Policy(name: preset.name, threshold: limit, symbol: .below(limit))
        default: throw ValidationError("--symbol is c, * or <\(limit).")
        }
    }

    func run() async throws {
        let policy = try chosenPolicy()
        let suppression: Suppression
        do {
            let table = try TableFile.counts(try bytes(file))
            if let percent, !table.dimensions.contains(percent) {
                let names = table.dimensions.joined(separator: ", ")
                throw Refused(text: "There is no column “\(percent)”: expected one of \(names).")
            }
            let earlier = try released.map { path in
                do {
                    return try TableFile.published(try bytes(path), roundedTo: releasedRounding)
                } catch let error as Unreadable { throw Refused(text: "\(path):\n\(error.description)") }
            }
            suppression = try Suppression(of: table, policy: policy, released: earlier)
        } catch let error as Unreadable { throw Refused(text: error.description) }
        if let certificate { try write(SuppressionReport.certificate(suppression), to: certificate) }
        let notes = SuppressionReport.notes(suppression).joined(separator: "\n")
        // A table that gives a small count away is not printed: what is printed gets published.
        guard suppression.isSafe else { throw Refused(text: notes) }
        Terminal.error(notes)
        try Terminal.result(
            json
                ? SuppressionReport.json(suppression, percentOf: percent)
                : TableFile.csv(suppression.published, percentOf: percent, policy: suppression.policy))
    }

    private func bytes(_ path: String) throws -> [UInt8] {
        let bytes = try InputFile.read(path, limit: TableFile.mostBytes)
        guard bytes.count <= TableFile.mostBytes else {
            throw Refused(text: "expected at most 32 MB, found more")
        }
        return bytes
    }

    private func write(_ text: String, to path: String) throws {
        do {
            try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch { throw CannotError.output }
    }
}

struct SuppressPoliciesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policies", abstract: "Print every policy: what it hides, rounds and protects.")

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    func run() async throws { try Terminal.result(json ? PolicyReport.json() : PolicyReport.table()) }
}
