import Foundation
import Ledger
import Testing

@testable import Composition

@Suite(.few, .timeLimit(.minutes(5))) struct `Importing a plan that is wrong` {
    private static func spoilt(_ name: String, _ new: String, for old: String) -> Sending {
        Sending(name, PlanFiles.with([(old, new)]))
    }

    private static let wrong: [(Sending, [String])] = [
        (Sending("cut off", Array(PlanFiles.whole.prefix(5_000))), ["expected JSON"]),
        (Sending("cut off at its end", Array(PlanFiles.whole.dropLast(3))), ["expected JSON"]),
        (Sending("empty", []), ["the file: expected a plan as JSON, found an empty file"]),
        (Sending("only a line end", "\n"), ["expected JSON"]), (Sending("a list", "[]"), ["the file"]),
        (Sending("another object", "{\"a\": 1}"), ["expected a plan with “priority_areas”"]),
        (Sending("ten thousand brackets", Array(repeating: 0x5B, count: 10_000)), ["expected JSON"]),
        (Sending("a zip", [0x50, 0x4B, 3, 4, 20, 0, 0, 0]), ["expected JSON, found a ZIP archive"]),
        (Sending("a PDF", "%PDF-1.7\n"), ["expected JSON, found a PDF"]),
        (Sending("Latin-1", PlanFiles.latin), ["line 9: expected UTF-8 text", "Latin-1"]),
        (
            spoilt("an unknown rating", "\"id\": \"mauve\"", for: "\"id\": \"red\""),
            [
                "plan.status_scheme.ratings[0].id: “mauve” is not a rating that is known: expected one of red, amber, "
                    + "green, blue, grey"
            ]
        ),
        (
            spoilt("an id twice", "\"id\": \"PAP1:1\"", for: "\"id\": \"PAP1:2\""),
            [
                "objectives: the id “PAP1:1” stands 2 times; each may stand once",
                "area AfI1: there is no objective “PAP1:2” in this file",
            ]
        ),
        (
            spoilt("an unknown objective", "    \"PAP9:9\",\n", for: "    \"PAP1:1\",\n"),
            ["area AfI1: there is no objective “PAP9:9” in this file"]
        ),
        (
            spoilt("an unknown group", "\"group\": \"Nobody\"", for: "\"group\": \"Working with Families\""),
            ["area AfI1: there is no group called “Nobody” in this file"]
        ),
        (
            spoilt("a thirteenth month", "\"due\": \"2024-13\"", for: "\"due\": \"2024-04\""),
            ["objectives[0].due: expected a month such as 2024-04 or “ongoing”, found “2024-13”"]
        ),
        (
            spoilt("30 February", "2024-02-30", for: "2023-12-15"),
            ["plan.published: expected a day such as 2023-12-15, found “2024-02-30”"]
        ),
        (
            spoilt("29 February of no leap year", "2023-02-29", for: "2023-12-15"),
            ["plan.published: expected a day such as 2023-12-15, found “2023-02-29”"]
        ),
        (
            spoilt("an unknown key", "\"surprise\": 1, \"title\": \"Vale", for: "\"title\": \"Vale"),
            ["plan.surprise: not a key that is known here"]
        ),
        (
            spoilt("a text for a list", "\"measures\": \"more\", \"x\": [", for: "\"measures\": ["),
            ["objectives[0].measures: expected a list, found a text", "objectives[0].x: not a key"]
        ),
        (
            spoilt("a count that is not so", "\"objectives\": 35", for: "\"objectives\": 34"),
            ["plan.counts.objectives: the file says 35, but holds 34"]
        ),
        (
            spoilt("a control character", "\"label\": \"Red\\u0007", for: "\"label\": \"Red"),
            ["plan.status_scheme.ratings[0].label: expected plain text, found a control character"]
        ),
        (
            Sending(
                "five wrong things",
                PlanFiles.with([
                    ("\"id\": \"red\"", "\"id\": \"mauve\""), ("2023-12-15", "2023-12-32"),
                    ("\"due\": \"2024-04\"", "\"due\": \"soon\""), ("\"title\": \"Vale", "\"titel\": \"Vale"),
                ])),
            [
                "The file was not taken: 5 problems. Nothing of it was kept.", "“mauve”", "“2023-12-32”",
                "“soon”", "plan.title: expected a text, found nothing",
                "plan.titel: not a key that is known here",
            ]
        ),
    ]

    @Test(arguments: wrong)
    func `is refused with every place named, and keeps nothing`(
        sent: Sending, words: [String]
    ) async throws {
        let bytes = sent.bytes
        let folder = try TemporaryFolder()
        let path = try await Databases.ordinary(in: folder)
        let before = try await Databases.root(of: path)
        let file = try folder.write("plan.json", bytes)
        let arguments = ["import", "plan", "--database", path, "--by", Databases.programme]
        let run = try await Program.run(arguments + [file], in: folder)
        #expect(run.code == 1, "\(run)")
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("The file was not taken: "))
        for words in words { #expect(run.errors.contains(words), "\(run.errors)") }
        let piped = try await Program.run(arguments + ["-", "--json"], in: folder, input: bytes)
        #expect(piped.code == 1)
        #expect(piped.errors == run.errors)
        #expect(piped.output.isEmpty)
        #expect(try await Databases.root(of: path) == before)
    }

    @Test(arguments: [50 * 1_048_576, 4 * 1_073_741_824] as [UInt64])
    func `and large is refused at once and is not taken into memory`(size: UInt64) async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.ordinary(in: folder)
        let before = try await Databases.root(of: path)
        let file = try folder.write("large.json", [0x7B])
        let handle = try #require(FileHandle(forWritingAtPath: file))
        try handle.truncate(atOffset: size)
        try handle.close()
        let run = try await Program.run(
            ["import", "plan", file, "--database", path, "--by", Databases.programme], in: folder,
            megabytes: 1_024, seconds: 10)
        #expect(run.code == 1, "\(run)")
        #expect(run.errors.contains("the file: expected at most 8 MB"))
        #expect(try await Databases.root(of: path) == before)
    }

    private static let unreadable: [(String, [String], Int32, String)] = [
        ("a file that is not there", ["missing.json"], 3, "The file missing.json cannot be read."),
        ("a folder", ["."], 3, "The file . cannot be read."),
        ("no file", [], 2, "Missing expected argument '<file>'"),
    ]

    @Test(arguments: unreadable)
    func `or no file at all is told apart`(
        _: String, file: [String], code: Int32, words: String
    ) async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.ordinary(in: folder)
        let run = try await Program.run(
            ["import", "plan", "--database", path, "--by", Databases.programme] + file, in: folder)
        #expect(run.code == code, "\(run)")
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(words))
    }

    private static let accounts: [([String], Int32, String)] = [
        (["--by", "nobody@example.org"], 1, "There is no account with this address."),
        (["--by", "parent@example.org"], 1, "This account has no role that allows it (import-plan)."),
        (["--by", "nobody"], 2, "“nobody” is not a mail address."),
        ([], 2, "Missing expected argument '--by <by>'"),
        (["--by", Databases.programme, "--today", "2024-02-30"], 2, "“2024-02-30” is not a day"),
        (
            ["--by", Databases.programme, "--today", "2024-09-20"], 1,
            "works only on a demonstration database"
        ),
    ]

    @Test(arguments: accounts)
    func `by somebody who may not is refused`(
        arguments: [String], code: Int32, words: String
    ) async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.ordinary(in: folder)
        let before = try await Databases.root(of: path)
        let run = try await Program.run(
            ["import", "plan", "-", "--database", path] + arguments, in: folder, input: PlanFiles.whole)
        #expect(run.code == code, "\(run)")
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(words))
        #expect(try await Databases.root(of: path) == before)
    }

    @Test func `into no database makes none`() async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.run(
            ["import", "plan", "-", "--database", "new.sqlite", "--by", Databases.programme], in: folder,
            input: PlanFiles.whole)
        #expect(run.code == 3, "\(run)")
        #expect(run.errors == "There is no database at new.sqlite.\n")
        #expect(!folder.holds("new.sqlite"))
    }
}
