import Foundation
import Ledger
import Testing

@testable import Composition

@Suite(.few, .timeLimit(.minutes(5))) struct `Checking a database` {
    private struct Verified: Decodable {
        var whole: Bool
        var entries: Int?
        var sequence: Int
        var hash: String?
        var why: String?
    }

    private struct Rebuilt: Decodable {
        var entries: Int
        var subjects: Int
        var difference: String?
    }

    private static func json<Value: Decodable>(_ run: Finished) throws -> Value {
        #expect(run.errors.isEmpty, "\(run)")
        return try JSONDecoder().decode(Value.self, from: Data(run.output.utf8))
    }

    @Test func `says that it is whole, and its root`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.demonstration(in: folder)
        let root = try await Databases.root(of: path)
        let run = try await Program.run(["verify", "--database", path], in: folder)
        #expect(run.code == 0, "\(run)")
        #expect(
            run.output
                == "0 reads, every one as it was recorded\nreads root 0 -\n"
                + "\(root.sequence) entries, every one as it was recorded\nroot \(root.sequence) \(root.hash)\n"
        )
        #expect(run.errors.isEmpty)
        let verified: Verified = try Self.json(
            try await Program.run(["verify", "--database", path, "--json"], in: folder))
        #expect(verified.whole)
        #expect(verified.entries == root.sequence)
        #expect(verified.hash == root.hash)
    }

    @Test func `names the entry of a byte that was changed`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.demonstration(in: folder)
        var bytes = try #require(FileManager.default.contents(atPath: path))
        var places = 0
        while let place = bytes.range(of: Data("Gwilym Ashdowne".utf8)) {
            bytes[place.lowerBound] ^= 1
            places += 1
        }
        #expect(places > 0)
        try bytes.write(to: URL(fileURLWithPath: path))

        let run = try await Program.run(["verify", "--database", path], in: folder)
        #expect(run.code == 1, "\(run)")
        #expect(run.errors.isEmpty)
        let match = run.output.wholeMatch(
            of:
                /0 reads[^\n]*\nreads root 0 -\nentry ([0-9]+) \([0-9a-z]{26}\): its payload, salt or digest was changed\n/
        )
        let sequence = try #require(match?.1)
        let json = try await Program.run(["verify", "--database", path, "--json"], in: folder)
        #expect(json.code == 1)
        let verified: Verified = try Self.json(json)
        #expect(!verified.whole)
        #expect(verified.sequence == Int(sequence))
        #expect(verified.why == "its payload, salt or digest was changed")
    }

    private static let roots: [(String, Int32, String)] = [
        ("LAST", 0, "every one as it was recorded"), ("UPPER", 0, "every one as it was recorded"),
        ("1:" + String(repeating: "0", count: 64), 1, "entry 1 ("),
        ("999:" + String(repeating: "0", count: 64), 1, "the chain ends before root 999"),
        ("1:2", 2, "“1:2” is not a root; write it as SEQUENCE:HASH with 64 digits."),
        ("1", 2, "is not a root"), ("", 2, "is not a root"),
        ("x:" + String(repeating: "0", count: 64), 2, "is not"),
        ("0:" + String(repeating: "0", count: 64), 2, "is not a root"),
        ("1:" + String(repeating: "z", count: 64), 2, "is not a root"),
        ("1:" + String(repeating: "0", count: 64) + ":", 2, "is not a root"),
    ]

    @Test(arguments: roots)
    func `against a root kept earlier`(given: String, code: Int32, words: String) async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.demonstration(in: folder)
        let last = try await Databases.root(of: path)
        let root =
            switch given {
            case "LAST": "\(last.sequence):\(last.hash)"
            case "UPPER": "\(last.sequence):\(last.hash.uppercased())"
            default: given
            }
        let run = try await Program.run(["verify", "--root", root, "--database", path], in: folder)
        #expect(run.code == code, "\(run)")
        #expect((code == 2 ? run.errors : run.output).contains(words), "\(run)")
        #expect((code == 2 ? run.output : run.errors).isEmpty, "\(run)")
    }

    @Test func `finds rows that differ from the entries, and makes them anew`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.demonstration(in: folder)
        let check = ["rebuild", "--check", "--database", path]
        let fine = try await Program.run(check, in: folder)
        #expect(fine.code == 0, "\(fine)")
        #expect(fine.output.wholeMatch(of: /\d+ entries of \d+ subjects: no difference\n/) != nil)

        try Databases.execute(
            at: path, "UPDATE programme_due SET due_day = due_day + 1 WHERE code = 'PAP1:1'")
        let found = try await Program.run(check, in: folder)
        #expect(found.code == 1, "\(found)")
        #expect(found.output.contains("programme_due"))
        let json = try await Program.run(check + ["--json"], in: folder)
        #expect(json.code == 1)
        let difference: Rebuilt = try Self.json(json)
        #expect(difference.difference?.contains("programme_due") == true)

        let anew = try await Program.run(["rebuild", "--database", path], in: folder)
        #expect(anew.code == 0, "\(anew)")
        #expect(anew.output.wholeMatch(of: /\d+ entries of \d+ subjects: made anew\n/) != nil)
        let rebuilt: Rebuilt = try Self.json(try await Program.run(check + ["--json"], in: folder))
        #expect(rebuilt.difference == nil)
        #expect(rebuilt.entries > 40)
    }

    private static let broken: [(String, [UInt8], [String])] = [
        (
            "no SQLite file", Array("This is not a database, but it is long enough to be read as one.".utf8),
            ["verify"]
        ),
        ("a folder", [], ["verify"]), ("no SQLite file", Array(repeating: 0x41, count: 5_000), ["rebuild"]),
    ]

    @Test(arguments: [["verify"], ["rebuild", "--check"], ["option", "list"]])
    func `on an empty file ends with 3 and leaves it empty`(command: [String]) async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("empty.sqlite", [])
        let run = try await Program.run(command + ["--database", path], in: folder)
        #expect(run.code == 3, "\(run)")
        #expect(run.errors.contains("There is no database at"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
    }

    @Test(arguments: broken)
    func `cannot be done where there is none`(name: String, bytes: [UInt8], command: [String]) async throws {
        let folder = try TemporaryFolder()
        let path = name == "a folder" ? folder.url.path : try folder.write("x.sqlite", bytes)
        let run = try await Program.run(command + ["--database", path], in: folder)
        #expect(run.code == 3, "\(run)")
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("The records cannot be reached"))
        #expect(run.errors.contains("SQLite"))
    }
}
