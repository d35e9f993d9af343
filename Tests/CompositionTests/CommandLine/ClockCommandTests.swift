import Foundation
import Testing

@Suite(.few, .timeLimit(.minutes(5))) struct `Reading the statutory clock` {
    private static let matter = #"""
        {"matter": {"id": "m1", "kind": "request", "born": "2016-06-01", "events": [
        {"id": "e1", "day": "2026-01-05", "kind": "request received"}]}}
        """#

    private struct Printed: Decodable {
        struct Duty: Decodable {
            let id: String
            let due: String?
        }
        let today: String
        let duties: [Duty]
    }

    @Test func `prints the duties of a matter as JSON, from a file and from standard input`() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("matter.json", Array(Self.matter.utf8))
        let read = try await Program.run(["clock", path, "--today", "2026-01-12"], in: folder)
        #expect(read.code == 0, "\(read)")
        #expect(read.errors.isEmpty)
        let printed = try JSONDecoder().decode(Printed.self, from: Data(read.output.utf8))
        #expect(printed.today == "2026-01-12")
        #expect(printed.duties.first { $0.id == "A2" }?.due == "2026-02-16", "six weeks")
        #expect(printed.duties.first { $0.id == "A8" }?.due == "2026-05-25", "twenty weeks")
    }

    @Test func `explains each day, and gives a calendar`() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("matter.json", Array(Self.matter.utf8))
        let explained = try await Program.run(
            ["clock", path, "--today", "2026-01-12", "--explain"], in: folder)
        #expect(explained.output.contains("Request received Monday 5 January 2026."))
        #expect(explained.output.contains("the day of receipt is not counted: Monday 16 February 2026."))
        let feed = try await Program.run(["clock", path, "--today", "2026-01-12", "--ical"], in: folder)
        #expect(feed.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
        #expect(!feed.output.contains("m1"), "no id of the matter")
    }

    @Test func `prints the rules`() async throws {
        let folder = try TemporaryFolder()
        let rules = try await Program.run(["clock", "rules"], in: folder)
        #expect(rules.code == 0)
        #expect(rules.output.split(separator: "\n").count > 150)
    }

    @Test(arguments: [
        ("", "not JSON"), ("{}", "matter"),
        (#"{"matter": {"id": "m", "kind": "wish"}}"#, "no such kind of matter"),
    ])
    func `refuses what is no matter`(text: String, words: String) async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("matter.json", Array(text.utf8))
        let run = try await Program.run(["clock", path], in: folder)
        #expect(run.code == 1, "\(run)")
        #expect(run.errors.contains(words))
    }
}
