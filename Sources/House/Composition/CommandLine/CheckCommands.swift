import ArgumentParser
import Ledger

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check that no entry was changed, removed or added.",
        discussion:
            "Checks the chain of reads too. Ends with the root: “root SEQUENCE HASH”. Keep it elsewhere and check against it."
    )

    @OptionGroup var options: DatabaseOptions

    @Option(name: .long, help: "A root kept earlier, as SEQUENCE:HASH, that the chain must pass through.")
    var root: String?

    @Option(name: .long, help: "The same for the chain of reads.")
    var readsRoot: String?

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    /// What was found of one chain.
    private struct Result: Encodable {
        var whole: Bool
        var entries: Int?
        var sequence: Int
        var hash: String?
        var why: String?

        init(_ verification: Verification) {
            switch verification {
            case .whole(let root, let entries):
                whole = true
                self.entries = entries
                sequence = root.sequence
                hash = root.hash
            case .touched(let sequence, _, let why):
                whole = false
                self.sequence = sequence
                self.why = why
            }
        }
    }

    /// The ledger's result, and in it that of the reads.
    private struct Results: Encodable {
        var ledger: Result
        var reads: Result

        private enum CodingKeys: String, CodingKey {
            case reads
        }

        func encode(to encoder: any Encoder) throws {
            try ledger.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(reads, forKey: .reads)
        }
    }

    func validate() throws { _ = try (root.map(Self.parse), readsRoot.map(Self.parse)) }

    func run() async throws {
        let (known, knownReads) = try (root.map(Self.parse), readsRoot.map(Self.parse))
        let ledger = try await options.existingLedger()
        Terminal.progress("Checking every entry …")
        let entries = try await ledger.verify(against: known)
        let reads = try await ledger.reads.verify(against: knownReads)
        try ledger.close()
        if json {
            try Terminal.json(Results(ledger: Result(entries), reads: Result(reads)))
        } else {
            try Terminal.result(Self.words(reads, "reads", "read", "reads "))
            try Terminal.result(Self.words(entries, "entries", "entry", ""))
        }
        for case .touched in [entries, reads] { throw Refused() }
    }

    private static func words(
        _ verification: Verification, _ many: String, _ one: String, _ chain: String
    ) -> String {
        switch verification {
        case .whole(let root, let count):
            "\(count) \(many), every one as it was recorded\n\(chain)\(root)"
        case .touched(let sequence, let id, let why):
            "\(one) \(sequence)\(id.map { " (\($0))" } ?? ""): \(why)"
        }
    }

    private static func parse(_ text: String) throws -> Root {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let sequence = Int(parts[0]), sequence > 0, parts[1].utf8.count == 64,
            parts[1].allSatisfy(\.isHexDigit)
        else {
            throw ValidationError("“\(text)” is not a root; write it as SEQUENCE:HASH with 64 digits.")
        }
        return Root(sequence: sequence, hash: parts[1].lowercased())
    }
}

struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Make lists and facts anew from entries, or check that they agree.")

    @OptionGroup var options: DatabaseOptions

    @Flag(name: .long, help: "Change nothing; end with 1 where lists or facts differ from the entries.")
    var check = false

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    private struct Result: Encodable {
        var entries: Int
        var subjects: Int
        var difference: String?
    }

    func run() async throws {
        let ledger = try await options.existingLedger()
        Terminal.progress(check ? "Checking lists and facts …" : "Making lists and facts anew …")
        let report = try await check ? ledger.checkRebuild() : ledger.rebuild()
        try ledger.close()
        if json {
            try Terminal.json(
                Result(entries: report.entries, subjects: report.subjects, difference: report.difference))
        } else {
            let end = report.difference ?? (check ? "no difference" : "made anew")
            try Terminal.result("\(report.entries) entries of \(report.subjects) subjects: \(end)")
        }
        if report.difference != nil { throw Refused() }
    }
}
