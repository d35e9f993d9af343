import Foundation
import Synchronization

/// What a run of the command left behind.
struct Finished: Sendable, CustomStringConvertible {
    let code: Int32
    let output: String
    let errors: String

    var description: String { "exit \(code)\nstdout: \(output)\nstderr: \(errors)" }
}

/// The command `goldenthread` as a process of its own.
enum Program {
    /// The program built beside the tests.
    static let url = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("goldenthread")

    private static let gate = Gate(3)

    /// Runs it to its end, in a folder with no settings but those given and, where so many `megabytes` are named,
    /// in no more memory.
    static func run(
        _ arguments: [String], in folder: TemporaryFolder, input: [UInt8]? = nil,
        environment: [String: String] = [:], megabytes: Int? = nil, seconds: Double = 30
    ) async throws -> Finished {
        try await gate.pass {
            try await start(
                arguments, in: folder, input: input, environment: environment, megabytes: megabytes
            ).finished(seconds)
        }
    }

    /// Starts it. Its output goes to files, which no other child keeps open by chance.
    static func start(
        _ arguments: [String], in folder: TemporaryFolder, input: [UInt8]? = nil,
        environment: [String: String] = [:], megabytes: Int? = nil, errors: Pipe? = nil
    ) throws -> Running {
        let name = UUID().uuidString
        let process = Process()
        if let megabytes {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments =
                ["-c", "ulimit -v \(megabytes * 1_024); exec \"$0\" \"$@\"", url.path] + arguments
        } else {
            process.executableURL = url
            process.arguments = arguments
        }
        process.currentDirectoryURL = folder.url
        process.environment = environment.merging(
            ProcessInfo.processInfo.environment.filter { $0.key == "PATH" || $0.key == "LD_LIBRARY_PATH" },
            uniquingKeysWith: { mine, _ in mine })
        let given = try folder.write("\(name).in", input ?? [])
        process.standardInput = FileHandle(forReadingAtPath: given)
        try folder.write("\(name).out", [])
        try folder.write("\(name).err", [])
        process.standardOutput = FileHandle(forWritingAtPath: folder.path("\(name).out"))
        process.standardError = errors ?? FileHandle(forWritingAtPath: folder.path("\(name).err"))
        let running = Running(process, folder, name)
        try process.run()
        return running
    }
}

/// The command while it runs.
final class Running: Sendable {
    private let process: Process
    private let folder: TemporaryFolder
    private let name: String
    private let code = Code()

    /// Apart, so that the process does not keep what waits for it.
    private final class Code: Sendable {
        let value = Mutex<Int32?>(nil)
    }

    fileprivate init(_ process: Process, _ folder: TemporaryFolder, _ name: String) {
        self.process = process
        self.folder = folder
        self.name = name
        process.terminationHandler = { [code] process in
            // A signal that was not caught counts as shells count it.
            let status = process.terminationStatus
            code.value.withLock { $0 = process.terminationReason == .exit ? status : 128 + status }
        }
    }

    var errors: String { folder.text("\(name).err") }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Waits for its end; ends it where it takes too long.
    func finished(_ seconds: Double = 30) async throws -> Finished {
        do {
            try await eventually("the command", seconds: seconds) { code.value.withLock { $0 != nil } }
        } catch {
            signal(SIGKILL)
            throw error
        }
        return Finished(
            code: code.value.withLock { $0 ?? -1 }, output: folder.text("\(name).out"), errors: errors)
    }

    /// Waits until it serves and gives the port.
    func port() async throws -> Int {
        var port: Int?
        do {
            try await eventually("serving", seconds: 20) {
                port = Self.port(in: errors)
                return port != nil || code.value.withLock { $0 != nil }
            }
        } catch {
            signal(SIGKILL)
            throw error
        }
        guard let port else { throw TookTooLong(what: "serving: \(errors)") }
        return port
    }

    static func port(in text: String) -> Int? {
        guard let match = text.firstMatch(of: /GoldenThread is at http:\/\/[^ ]*:([0-9]+)\/\n/) else {
            return nil
        }
        return Int(match.1)
    }
}
