import Foundation
import Testing

/// The program that writes until it is killed.
struct WriterProcess {
    private let process = Process()
    private let output: URL

    /// What it writes: commits unless it is told otherwise.
    enum Mode: String { case reads }

    /// Starts it on a ledger; what it acknowledges goes to a file, which outlives it.
    init(ledger: String, output: String, mode: Mode? = nil) throws {
        self.output = URL(fileURLWithPath: output)
        try Data().write(to: self.output)
        process.executableURL = try Self.program()
        process.arguments = [ledger] + [mode?.rawValue].compactMap(\.self)
        process.standardOutput = try FileHandle(forWritingTo: self.output)
        try process.run()
    }

    /// What it acknowledged so far, by commit or read; a line that was cut off does not count.
    func acknowledged() throws -> [(commit: Int, entries: [String])] {
        let lines = try String(decoding: Data(contentsOf: output), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        return try lines.map { line in
            let words = line.split(separator: " ").map(String.init)
            return (try #require(words.first.flatMap { Int($0) }), Array(words.dropFirst()))
        }
    }

    /// Waits for the first acknowledgement.
    func hasBegun() async throws {
        for _ in 0..<30_000 {
            if try !Data(contentsOf: output).isEmpty { return }
            if !process.isRunning { break }
            try await Task.sleep(for: .milliseconds(2))
        }
        throw NotWriting()
    }

    struct NotWriting: Error {}

    /// Ends it as a power cut would; gives whether it had to be ended.
    func kill() async throws -> Bool {
        Foundation.kill(process.processIdentifier, SIGKILL)
        for _ in 0..<5_000 where process.isRunning { try await Task.sleep(for: .milliseconds(1)) }
        return process.terminationReason == .uncaughtSignal
    }

    /// The program in the folder of built products: where the tests' own program is, or above it where that
    /// is a bundle.
    private static func program() throws -> URL {
        let own = [Bundle.main.executableURL].compactMap(\.self) + Bundle.allBundles.map(\.bundleURL)
        for place in own {
            var folder = place.resolvingSymlinksInPath().deletingLastPathComponent()
            for _ in 0..<4 {
                let program = folder.appendingPathComponent("LedgerWriter")
                if FileManager.default.isExecutableFile(atPath: program.path) { return program }
                folder.deleteLastPathComponent()
            }
        }
        throw NotFound(beside: own.map(\.path))
    }

    struct NotFound: Error {
        let beside: [String]
    }
}
