import Testing

@testable import Composition

@Suite(.few) struct `Where a setting comes from` {
    private static let cases: [(String, [String], [String: String], String?, String)] = [
        ("nothing said", [], [:], nil, "data/goldenthread.sqlite"),
        ("the folder's file", [], [:], "database: file.sqlite", "file.sqlite"),
        (
            "the environment", [], ["GOLDENTHREAD_DATABASE": "environment.sqlite"], "database: file.sqlite",
            "environment.sqlite"
        ),
        (
            "a flag", ["--database", "flag.sqlite"], ["GOLDENTHREAD_DATABASE": "environment.sqlite"],
            "database: file.sqlite", "flag.sqlite"
        ),
    ]

    @Test(arguments: cases)
    func `flag before environment before file before default`(
        _: String, arguments: [String], environment: [String: String], file: String?, expected: String
    ) async throws {
        let folder = try TemporaryFolder()
        if let file { try folder.write("goldenthread.yaml", file.utf8) }
        let run = try await Program.run(["verify"] + arguments, in: folder, environment: environment)
        #expect(run.code == 3, "\(run)")
        #expect(run.errors == "There is no database at \(expected).\n")
        #expect(run.output.isEmpty)
    }

    @Test func `another file may be named`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("goldenthread.yaml", "database: usual.sqlite".utf8)
        try folder.write("other.yaml", "database: other.sqlite".utf8)
        let run = try await Program.run(["verify", "--config", "other.yaml"], in: folder)
        #expect(run.errors == "There is no database at other.sqlite.\n", "\(run)")
    }

    @Test(arguments: [
        (["--database", "postgres://server/area"], "PostgreSQL is not supported"),
        (["--database", "postgresql://server/area"], "PostgreSQL is not supported"),
        (["--database", ""], "--database needs the path of a file"),
        (["--config", "missing.yaml"], "The settings file missing.yaml cannot be read."),
    ])
    func `a setting that cannot be is wrong usage and makes nothing`(
        arguments: [String], reason: String
    ) async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.run(["serve", "--listen", "127.0.0.1:0"] + arguments, in: folder)
        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains(reason))
        #expect(!folder.holds("data"))
        #expect(!folder.holds("postgres:"))
    }
}
