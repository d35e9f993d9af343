import ArgumentParser
import Ledger

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check that no entry was changed, removed or added.",
        discussion: "Ends with the root: “root SEQUENCE HASH”. Keep it elsewhere and check against it later.")

    @OptionGroup var options: DatabaseOptions

    @Option(name: .long, help: "A root kept earlier, as SEQUENCE:HASH, that the chain must pass through.")
    var root: String?

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    private struct Result: Encodable {
        var whole: Bool
        var entries: Int?
        var sequence: Int
        var hash: String?
        var why: String?
    }

    func validate() throws { _ = try root.map(Self.parse) }

    func run() async throws {
        let known = try root.map(Self.parse)
        let ledger = try await options.existingLedger()
        Terminal.progress("Checking every entry …")
        let verification = try await ledger.verify(against: known)
        try ledger.close()
        switch verification {
        case .whole(let root, let entries):
            if json {
                return try Terminal.json(
                    Result(whole: true, entries: entries, sequence: root.sequence, hash: root.hash))
            }
            try Terminal.result("\(entries) entries, every one as it was recorded\n\(root)")
        case .touched(let sequence, let entry, let why):
            if json {
                try Terminal.json(Result(whole: false, sequence: sequence, why: why))
            } else {
                try Terminal.result("entry \(sequence)\(entry.map { " (\($0))" } ?? ""): \(why)")
            }
            throw Refused()
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
