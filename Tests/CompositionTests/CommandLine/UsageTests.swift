import Foundation
import Testing

@testable import Composition

@Suite(.few, .timeLimit(.minutes(5))) struct `Using the command` {
    private static let helpful: [([String], String)] = [
        ([], "OVERVIEW: The system a SEND local area partnership runs on."),
        (["--help"], "USAGE: goldenthread <subcommand>"),
        (["help", "import", "plan"], "USAGE: goldenthread import plan <file>"),
        (["user", "add", "-h"], "USAGE: goldenthread user add"),
        (["option"], "SUBCOMMANDS:"), (["--version"], "0.1.0"),
    ]

    @Test(arguments: helpful)
    func `helps on standard output`(arguments: [String], words: String) async throws {
        let run = try await Program.run(arguments, in: TemporaryFolder())
        #expect(run.code == 0, "\(run)")
        #expect(run.output.contains(words))
        #expect(run.errors.isEmpty)
    }

    private static let wrong: [([String], String)] = [
        (["nonsense"], "Unexpected argument 'nonsense'"), (["--nonsense"], "Unknown option '--nonsense'"),
        (["serve", "now"], "Unexpected argument 'now'"),
        (["serve", "--listen"], "Missing value for '--listen"),
        (["serve", "--listen", "nowhere"], "“nowhere” is not an address to listen on; write HOST:PORT"),
        (["serve", "--listen", "127.0.0.1:65536"], "is not an address to listen on"),
        (["serve", "--today", "2024-02-30"], "“2024-02-30” is not a day; write it as 2024-09-20."),
        (["import"], ""), (["import", "plan"], "Missing expected argument '<file>'"),
        (["import", "plan", "x.json"], "Missing expected argument '--by <by>'"),
        (["demo", "--today", "yesterday"], "“yesterday” is not a day; write it as 2024-09-20."),
        (["verify", "--root", "1"], "“1” is not a root; write it as SEQUENCE:HASH"),
        (["verify", "--json", "yes"], "Unexpected argument 'yes'"),
        (["rebuild", "--checks"], "Unknown option"),
        (["user", "add"], "Missing expected argument '--name <name>'"),
        (["user", "remove"], "Unexpected argument 'remove'"),
        (["option", "set"], "Missing expected argument"),
        (
            ["option", "set", "a", "b", "--from", "2024-01-01", "--by", "a@example.org"],
            "There is no choice “a”."
        ),
    ]

    @Test(arguments: wrong.filter { $0.0 != ["import"] })
    func `wrongly ends with 2, says what was expected and makes nothing`(
        arguments: [String], words: String
    ) async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.run(arguments, in: folder)
        #expect(run.code == 2, "\(run)")
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(words), "\(run)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(
            names.allSatisfy { $0.hasSuffix(".in") || $0.hasSuffix(".out") || $0.hasSuffix(".err") },
            "\(names)")
    }

    private static let needing: [[String]] = [
        ["verify"], ["rebuild"], ["rebuild", "--check"], ["option", "list"],
        [
            "option", "set", "programme.due-month", "last-day", "--from", "2024-01-01", "--by",
            "a@example.org",
        ],
        ["serve", "--listen", "127.0.0.1:0", "--today", "2024-09-20"],
    ]

    @Test(arguments: needing)
    func `on a database that is not there ends with 3 and makes none`(arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.run(arguments + ["--database", "new/area.sqlite"], in: folder)
        #expect(run.code == 3, "\(run)")
        #expect(run.output.isEmpty)
        #expect(run.errors == "There is no database at new/area.sqlite.\n")
        #expect(!folder.holds("new"))
    }

    private static let making: [[String]] = [
        ["demo"], ["serve", "--listen", "127.0.0.1:0"],
        ["user", "add", "--name", "Rowan Underhill", "--address", "a@example.org"],
    ]

    @Test(arguments: making)
    func `on a path that cannot be written ends with 3`(arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        try folder.write("file", [])
        let run = try await Program.run(arguments + ["--database", "file/area.sqlite"], in: folder)
        #expect(run.code == 3, "\(run)")
        #expect(run.output.isEmpty)
        #expect(run.errors == "The folder of file/area.sqlite cannot be made.\n")
    }

    @Test func `does not count a reader that went away as an error, but a full disk`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.demonstration(in: folder)
        let shell = { (command: String) async throws -> Int32 in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", command, Program.url.path, path]
            process.standardError = FileHandle.nullDevice
            try process.run()
            try await eventually("the shell", seconds: 30) { !process.isRunning }
            return process.terminationStatus
        }
        let gone = #"{ sleep 0.3; "$0" verify --database "$1"; echo $? > "$1.code"; } | exec 0<&-"#
        _ = try await shell(gone)
        try await eventually("its end") { folder.text("demo.sqlite.code") != "" }
        #expect(folder.text("demo.sqlite.code") == "0\n")
        #expect(try await shell(#""$0" verify --database "$1" > /dev/full"#) == 3)
        #expect(try await shell(#""$0" verify --json --database "$1" > /dev/null"#) == 0)
    }
}
