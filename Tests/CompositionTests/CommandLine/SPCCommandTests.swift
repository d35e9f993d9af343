import Foundation
import Testing

@Suite(.few, .timeLimit(.minutes(5))) struct `Reading a series` {
    private static let values = [48, 52, 50, 47, 53, 51, 49, 50, 46, 52, 54, 51, 55, 57, 58, 60, 61, 70]
    private static let series =
        "date,value\n"
        + values.enumerated().map { "202\($0 / 12)-\($0 % 12 < 9 ? "0" : "")\($0 % 12 + 1)-01,\($1)\n" }
        .joined()

    private struct Printed: Decodable {
        struct Section: Decodable {
            let mean: Double
            let reason: String?
        }
        let sections: [Section]
        let variationIcon: String?
        let assuranceIcon: String?
    }

    private func run(_ text: String, _ arguments: [String]) async throws -> (
        code: Int32, output: String, errors: String
    ) {
        let folder = try TemporaryFolder()
        let path = try folder.write("series.csv", Array(text.utf8))
        let run = try await Program.run(["spc", path] + arguments, in: folder)
        return (run.code, run.output, run.errors)
    }

    @Test func `prints a line a point and a summary`() async throws {
        let run = try await run(Self.series, ["--target", "65"])
        #expect(run.code == 0, "\(run)")
        let lines = run.output.split(separator: "\n")
        #expect(lines[0].hasPrefix("date,value,ghost,section,target,mean,"))
        #expect(lines[18].hasSuffix("Above UCL,improvement"))
        #expect(lines.contains("variation,,improvement high") && lines.contains("assurance,,fail"))
    }

    @Test func `takes every setting, and prints JSON`() async throws {
        let run = try await run(
            Self.series,
            [
                "--improvement", "decrease", "--target", "-5", "--rebase", "2020-03-01",
                "2020-05-01=new panel",
                "--fix-after", "12", "--no-screen", "--two-of-three", "inclusive", "--run", "6", "--trend",
                "6",
                "--early-icons", "--unit", "%", "--json",
            ])
        #expect(run.code == 0, "\(run)")
        let printed = try JSONDecoder().decode(Printed.self, from: Data(run.output.utf8))
        #expect(printed.sections.map(\.reason) == [nil, nil, "new panel"])
        #expect(printed.assuranceIcon == "fail" && printed.variationIcon?.hasPrefix("concern") == true)
    }

    @Test func `takes the days before the file too`() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("series.csv", Array(Self.series.utf8))
        let run = try await Program.run(["spc", "--json", "--rebase", "2020-03-01", path], in: folder)
        #expect(run.code == 0, "\(run)")
        #expect(try JSONDecoder().decode(Printed.self, from: Data(run.output.utf8)).sections.count == 2)
    }

    @Test func `reads standard input, of one point too`() async throws {
        let run = try await Program.run(
            ["spc", "-"], in: TemporaryFolder(), input: Array("date,value\n2020-01-01,5\n".utf8))
        #expect(run.code == 0, "\(run)")
        #expect(run.output.contains("2020-01-01,5,,1,,5,,,,,,,,,,,Common Cause,common cause\n"))
        #expect(run.output.contains("variation,,\n") && run.output.contains("Too few points to say more."))
    }

    @Test func `puts days that are out of order in order, and says so`() async throws {
        let lines = Self.series.split(separator: "\n")
        let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
        let (straight, mixed) = (try await run(Self.series, []), try await run(turned, []))
        #expect(mixed.code == 0, "\(mixed)")
        #expect(
            mixed.output.split(separator: "\n").prefix(19)
                == straight.output.split(separator: "\n").prefix(19))
        #expect(mixed.output.contains("note,,The values were not in order of their days and were sorted."))
    }

    @Test func `ends with 3 where the file cannot be read`() async throws {
        let run = try await Program.run(["spc", "none.csv"], in: TemporaryFolder())
        #expect(run.code == 3 && run.output.isEmpty, "\(run)")
    }

    @Test(arguments: [
        ("", "There is no data"), ("date,value\n", "There is no data"),
        ("date,value\n2020-01-01,abc\n", "Line 2: expected a plain number"),
        ("date,value\n2020-01-01,NaN\n", "Line 2: expected a plain number"),
        ("date,value\n2020-01-01,1e308\n", "Line 2: expected a number between"),
        ("date,value\n2020-01-01,1\n2020-01-01,2\n", "stands in line 2 already"),
    ])
    func `refuses what is no series, and says where`(text: String, words: String) async throws {
        let run = try await run(text, [])
        #expect(run.code == 1 && run.output.isEmpty && run.errors.contains(words), "\(run)")
    }

    @Test(arguments: [
        ["--improvement", "up"], ["--fix-after", "3"], ["--target", "nan"], ["--rebase", "soon"],
        ["--run", "3"],
        ["--two-of-three", "both"], ["--json", "--no-summary"],
    ])
    func `knows wrong usage`(arguments: [String]) async throws {
        #expect(try await run(Self.series, arguments).code == 2)
    }
}
