import Foundation
import Testing

@Suite(.few, .timeLimit(.minutes(5))) struct `Making a table safe to publish` {
    static let table = "area,count\nNorth,3\nSouth,40\nEast,57\nTotal,100\n"

    struct Certificate: Decodable {
        struct Range: Decodable {
            let low: Int
            let high: Int?
        }
        let policy: String
        let safe: Bool
        let ranges: [Range]
    }

    func run(
        _ text: String, _ arguments: [String], in folder: TemporaryFolder, policy: String = "dfe-cin"
    ) async throws -> Finished {
        let path = try folder.write("table.csv", Array(text.utf8))
        return try await Program.run(["suppress", path, "--policy", policy] + arguments, in: folder)
    }

    @Test func `prints the table, and apart from it what is not for publication`() async throws {
        let run = try await run(Self.table, [], in: TemporaryFolder())
        #expect(run.code == 0, "\(run)")
        #expect(run.output == "area,count\nNorth,c\nSouth,c\nEast,57\nTotal,100\n")
        #expect(
            run.errors
                == "2 of 4 cells are hidden: 1 that must be, 1 to protect them, which hold 40.\n")
    }

    @Test(arguments: [
        ("none", [], "North,3\nSouth,40\nEast,57\nTotal,100"),
        ("nhs", [], "North,*\nSouth,40\nEast,55\nTotal,100"),
        ("ons-10-5", [], "North,c\nSouth,40\nEast,55\nTotal,100"),
        ("local", ["--threshold", "3"], "North,3\nSouth,40\nEast,57\nTotal,100"),
        ("local", ["--symbol", "<5"], "North,<5\nSouth,c\nEast,57\nTotal,100"),
        ("local", ["--threshold", "50", "--symbol", "*"], "North,*\nSouth,*\nEast,*\nTotal,100"),
    ])
    func `follows the policy`(policy: String, arguments: [String], lines: String) async throws {
        let run = try await run(Self.table, arguments, in: TemporaryFolder(), policy: policy)
        #expect(run.code == 0 && run.output == "area,count\n\(lines)\n", "\(run)")
    }

    @Test func `reads standard input, and gives percentages`() async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.run(
            ["suppress", "-", "--policy", "dfe-cin", "--percent", "area"], in: folder,
            input: Array(Self.table.utf8))
        #expect(run.code == 0, "\(run)")
        #expect(run.output.hasSuffix("North,c,c\nSouth,c,c\nEast,57,57.0\nTotal,100,100.0\n"))
    }

    @Test func `prints JSON, with nothing in it that tells small counts from their complements`() async throws
    {
        struct Printed: Decodable {
            let policy: String
            let dimensions: [String]
            let hidden: Int
        }
        let run = try await run(Self.table, ["--json", "--percent", "area"], in: TemporaryFolder())
        #expect(run.code == 0, "\(run)")
        let printed = try JSONDecoder().decode(Printed.self, from: Data(run.output.utf8))
        #expect(printed.policy == "dfe-cin" && printed.dimensions == ["area"] && printed.hidden == 2)
        #expect(run.output.contains(#"{"area": "North", "count": "c", "percent": "c"}"#))
        #expect(run.output.contains(#"{"area": "South", "count": "c", "percent": "c"}"#))
        #expect(!run.output.contains("40"))
    }

    @Test func `writes the certificate beside it`() async throws {
        let folder = try TemporaryFolder()
        let run = try await run(Self.table, ["--certificate", "proof.json"], in: folder)
        #expect(run.code == 0, "\(run)")
        let proof = try JSONDecoder().decode(Certificate.self, from: Data(folder.text("proof.json").utf8))
        #expect(proof.policy == "dfe-cin" && proof.safe)
        #expect(proof.ranges.map(\.low) == [1, 1] && proof.ranges.map(\.high) == [42, 42])
    }

    @Test func `gives the same bytes again`() async throws {
        let folder = try TemporaryFolder()
        let one = try await run(Self.table, ["--certificate", "one.json"], in: folder)
        let two = try await run(Self.table, ["--certificate", "two.json"], in: folder)
        #expect(one.output == two.output && folder.text("one.json") == folder.text("two.json"))
    }

    @Test func `names the policies`() async throws {
        let folder = try TemporaryFolder()
        let table = try await Program.run(["suppress", "policies"], in: folder)
        #expect(table.code == 0 && table.output.contains("dfe-cin   1 to 5"), "\(table)")
        let json = try await Program.run(["suppress", "policies", "--json"], in: folder)
        #expect(json.output.contains(#"{"name": "ons-10-5", "threshold": 10, "zeroIsSafe": false"#))
    }
}

@Suite(.few, .timeLimit(.minutes(5))) struct `Making a table safe beside what was released` {
    private let plain = `Making a table safe to publish`()
    private static let now = "area,sex,count\nN,f,3\nN,m,20\nS,f,25\nS,m,30\nTotal,f,28\nTotal,m,50\n"

    @Test func `hides what the two together would tell`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("march.csv", Array("area,count\nN,23\nS,55\nTotal,78\n".utf8))
        let alone = try await plain.run(Self.now, [], in: folder)
        let both = try await plain.run(Self.now, ["--released", "march.csv"], in: folder)
        #expect(alone.code == 0 && both.code == 0, "\(both)")
        #expect(alone.output.hasPrefix("area,sex,count\nN,f,c\nN,m,20\nS,f,c\nS,m,30\n"))
        #expect(both.output.hasPrefix("area,sex,count\nN,f,c\nN,m,c\nS,f,c\nS,m,c\n"))
    }

    @Test func `takes several, one of them from standard input, and in fives`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("march.csv", Array("area,count\nN,25\nS,55\n".utf8))
        let path = try folder.write("table.csv", Array(Self.now.utf8))
        let run = try await Program.run(
            [
                "suppress", path, "--policy", "dfe-cin", "--released", "march.csv", "--released", "-",
                "--released-rounding", "5",
            ], in: folder, input: Array("sex,count\nf,30\nm,50\n".utf8))
        #expect(run.code == 0, "\(run)")
    }

    @Test func `prints no table where a small count was shown already, but the certificate`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("march.csv", Array("area,sex,count\nN,f,3\n".utf8))
        let run = try await plain.run(
            Self.now, ["--released", "march.csv", "--certificate", "proof.json"], in: folder)
        #expect(run.code == 1 && run.output.isEmpty, "\(run)")
        #expect(run.errors.contains("Exposed: area N, sex f: an earlier release shows it."))
        let proof = try JSONDecoder().decode(
            `Making a table safe to publish`.Certificate.self, from: Data(folder.text("proof.json").utf8))
        #expect(!proof.safe)
    }

    @Test func `names a release that has nothing in common with the table`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("march.csv", Array("Area,count\nN,23\nS,55\n".utf8))
        let run = try await plain.run(Self.now, ["--released", "march.csv"], in: folder)
        #expect(run.code == 0 && run.errors.contains("Release 1 has no category in common"), "\(run)")
    }

    @Test(arguments: [
        ("area,count\nN,many\n", "march.csv:\nLine 2: expected a whole number or a symbol"),
        ("area,sex,count\nN,f,<3\nN,m,<3\nN,Total,c\nTotal,Total,c\n", "does not agree with this table"),
    ])
    func `refuses one that is wrong, or cannot be true with it`(text: String, words: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("march.csv", Array(text.utf8))
        let table = "area,sex,count\nN,Total,23\nS,Total,55\n"
        let run = try await plain.run(table, ["--released", "march.csv"], in: folder)
        #expect(run.code == 1 && run.output.isEmpty && run.errors.contains(words), "\(run)")
    }
}

@Suite(.few, .timeLimit(.minutes(5))) struct `What is no table` {
    private let plain = `Making a table safe to publish`()

    @Test(arguments: [
        ("", "There are no cells"), ("area,count\n", "There are no cells"),
        ("area,number\nN,1\n", "expected a column for each dimension and “count” last"),
        ("area,count\nN,three\n", "Line 2: expected a whole number from 0 to 1000000000, found “three”"),
        ("area,count\nN,NaN\n", "found “NaN”"), ("area,count\nN,1e308\n", "found “1e308”"),
        ("area,count\nN,-1\n", "found “-1”"), ("area,count\nN,2.5\n", "found “2.5”"),
        ("area,count\nN,1\nN,2\n", "Line 3: “area N” stands on line 2 already."),
        (
            "area,count\nN,1\nS,2\nTotal,4\n",
            "Line 4: the margin “Total” is 4, but its parts sum to 3."
        ),
        ("area,count\n\"N,1\n", "Line 2: a quotation begins and never ends."),
        ("area,count\nN,-1\nS,x\n", "Line 3: expected a whole number"),
    ])
    func `is refused, and every line that is wrong is named`(text: String, words: String) async throws {
        let folder = try TemporaryFolder()
        let run = try await plain.run(text, ["--certificate", "proof.json"], in: folder)
        #expect(run.code == 1 && run.output.isEmpty && run.errors.contains(words), "\(run)")
        #expect(!folder.holds("proof.json"))
    }

    @Test func `nor is what is not text`() async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.run(
            ["suppress", "-", "--policy", "dfe-cin"], in: folder, input: [0x61, 0xff, 0xfe])
        #expect(run.code == 1 && run.errors.contains("not text in UTF-8"), "\(run)")
    }

    @Test(arguments: [
        (
            ["--policy", "dfe"],
            "There is no policy “dfe”: expected one of dfe-cin, nhs, ons-10-5, local, none."
        ),
        ([], "--policy"), (["--policy", "nhs", "--threshold", "5"], "go with --policy local"),
        (["--policy", "local", "--threshold", "1"], "--threshold is a number from 2 to 1000"),
        (["--policy", "local", "--symbol", "<4"], "--symbol is c, * or <5"),
        (["--policy", "nhs", "--released-rounding", "0"], "--released-rounding is a number from 1 to 1000"),
        (["--policy", "nhs", "--released", "-", "--released", "-"], "Standard input can be read only once"),
    ])
    func `with wrong usage ends with 2`(arguments: [String], words: String) async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("table.csv", Array(`Making a table safe to publish`.table.utf8))
        let run = try await Program.run(["suppress", path] + arguments, in: folder)
        #expect(run.code == 2 && run.output.isEmpty && run.errors.contains(words), "\(run)")
    }

    @Test func `nor has percentages of a column it does not have`() async throws {
        let run = try await plain.run(
            `Making a table safe to publish`.table, ["--percent", "sex"], in: TemporaryFolder())
        #expect(run.code == 1 && run.errors.contains("There is no column “sex”: expected one of area."))
    }

    @Test func `that cannot be read, or whose certificate cannot be written, ends with 3`() async throws {
        let folder = try TemporaryFolder()
        let none = try await Program.run(["suppress", "none.csv", "--policy", "nhs"], in: folder)
        #expect(none.code == 3 && none.output.isEmpty, "\(none)")
        let missing = try await plain.run(
            `Making a table safe to publish`.table, ["--released", "none.csv"], in: folder)
        #expect(missing.code == 3 && missing.output.isEmpty, "\(missing)")
        let unwritten = try await plain.run(
            `Making a table safe to publish`.table, ["--certificate", "no/folder/proof.json"], in: folder)
        #expect(unwritten.code == 3 && unwritten.output.isEmpty, "\(unwritten)")
    }

    @Test func `of more than 32 MB is refused without being read through`() async throws {
        let folder = try TemporaryFolder()
        let text = Array("area,count\n".utf8) + [UInt8](repeating: 0x20, count: 33 * 1_048_576)
        let path = try folder.write("table.csv", text)
        let run = try await Program.run(["suppress", path, "--policy", "nhs"], in: folder)
        #expect(run.code == 1 && run.errors.contains("expected at most 32 MB"), "\(run.errors)")
    }

    @Test func `of two hundred by two hundred is one, and made safe`() async throws {
        let rows = (0..<200).map { row in
            (0..<200).map { ($0 + row * 7) % 20 == 0 ? 3 : 10 + (row * 31 + $0 * 17) % 200 }
        }
        var lines = ["row,column,count"]
        for (row, counts) in rows.enumerated() {
            for (column, count) in counts.enumerated() { lines.append("r\(row),c\(column),\(count)") }
            lines.append("r\(row),Total,\(counts.reduce(0, +))")
        }
        for column in 0..<200 { lines.append("Total,c\(column),\(rows.reduce(0) { $0 + $1[column] })") }
        lines.append("Total,Total,\(rows.joined().reduce(0, +))")
        let folder = try TemporaryFolder()
        let path = try folder.write("table.csv", Array(lines.joined(separator: "\n").utf8))
        let run = try await Program.run(
            ["suppress", path, "--policy", "dfe-cin"], in: folder, seconds: 240)
        #expect(run.code == 0, "\(run.errors)")
        let hidden = run.output.split(separator: "\n").count { $0.hasSuffix(",c") }
        #expect(hidden >= 2_000 && run.errors.contains("2000 that must be"), "\(run.errors)")
    }
}
