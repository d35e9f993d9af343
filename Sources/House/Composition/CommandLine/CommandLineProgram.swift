import ArgumentParser
import Foundation
import Ledger

/// The command `goldenthread`: parses, runs, and ends with 0 done, 1 refused or different, 2 wrong usage, 3 cannot.
public enum CommandLineProgram {
    /// Runs with the arguments after the program's name and gives the exit code.
    public static func run(_ arguments: [String]) async -> Int32 {
        // A reader that has gone away, such as `head`, must not end the program in the middle of something.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try Goldenthread.parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return 0
        } catch let error as any Explained {
            Terminal.error(error.forPerson)
            if error.forOperator != error.forPerson { Terminal.error("(\(error.forOperator))") }
            return exitCode(error)
        } catch let refusal as Refused {
            if !refusal.text.isEmpty { Terminal.error(refusal.text) }
            return 1
        } catch {
            return usage(error)
        }
    }

    private static func exitCode(_ error: any Explained) -> Int32 {
        switch error {
        case let error as LedgerError:
            switch error {
            case .storage, .newerStructure, .unknownKinds, .unreadable: 3
            default: 1
            }
        case is SettingsError: 2
        case is CannotError, is ServeError: 3
        default: 1
        }
    }

    private static func usage(_ error: any Error) -> Int32 {
        let text = Goldenthread.fullMessage(for: error)
        if Goldenthread.exitCode(for: error) == .success {
            try? Terminal.result(text)
            return 0
        }
        Terminal.error(text)
        return Goldenthread.exitCode(for: error) == .validationFailure ? 2 : 3
    }
}

/// What a command checked is different from what it should be; the reason is already part of its result.
struct Refused: Error {
    var text = ""
}

/// Something the machine does not let us do.
enum CannotError: Explained, Equatable {
    case noDatabase(String)
    case unreadable(String)
    case folder(String)
    case output

    var forPerson: String {
        switch self {
        case .noDatabase(let path): "There is no database at \(path)."
        case .unreadable(let file): "The file \(file) cannot be read."
        case .folder(let path): "The folder of \(path) cannot be made."
        case .output: "The result cannot be written: is the disk full?"
        }
    }

    var forOperator: String { forPerson }
}

/// Results on standard output, everything else on standard error.
enum Terminal {
    static func result(_ text: String) throws(CannotError) {
        do {
            try write(text, to: .standardOutput)
        } catch {
            // A reader that has gone away has read enough.
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            if cause?.code != Int(EPIPE) { throw .output }
        }
    }

    static func error(_ text: String) { try? write(text, to: .standardError) }

    /// Says what goes on, where a person is looking.
    @Sendable static func progress(_ text: String) {
        if isatty(2) == 1 { error(text) }
    }

    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        try result(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    private static func write(_ text: String, to handle: FileHandle) throws {
        try handle.write(contentsOf: Data((text + "\n").utf8))
    }
}
