import Foundation
import Testing

@testable import Composition

@Suite(.few, .timeLimit(.minutes(5))) struct `Importing recommendations` {
    private static let file = Data(
        """
        {
          "report": "Report of the working group", "report_date": "2024-02-13",
          "recommendations": [
            { "number": 1, "issuing_committee": "Children’s Scrutiny", "text": "Say who leads.",
              "response": "The board leads." }
          ]
        }
        """.utf8)

    private static func run(
        _ bytes: Data, _ path: String, by: String = Databases.programme, in folder: TemporaryFolder
    ) async throws -> Finished {
        let file = try folder.write("recommendations.json", bytes)
        return try await Program.run(
            ["import", "recommendations", file, "--database", path, "--by", by], in: folder)
    }

    @Test func `records them once and corrects what is stated differently`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.ordinary(in: folder)
        let first = try await Self.run(Self.file, path, in: folder)
        #expect(first.code == 0, "\(first)")
        #expect(first.output == "Recommendations: 1 (1 added, 0 corrected).\n")
        let root = try await Databases.root(of: path)
        let again = try await Self.run(Self.file, path, in: folder)
        #expect(again.code == 0 && again.output == "Recommendations: 1, all recorded already.\n")
        #expect(try await Databases.root(of: path) == root)
        let text = String(decoding: Self.file, as: UTF8.self)
        let changed = Data(text.replacingOccurrences(of: "who leads.", with: "who leads what.").utf8)
        #expect(
            try await Self.run(changed, path, in: folder).output
                == "Recommendations: 1 (0 added, 1 corrected).\n")
    }

    @Test func `is for the programme team, and for whole files`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.ordinary(in: folder)
        let root = try await Databases.root(of: path)
        let parent = try await Self.run(Self.file, path, by: "parent@example.org", in: folder)
        #expect(parent.code == 1 && !parent.errors.isEmpty)
        let half = try await Self.run(Self.file.prefix(120), path, in: folder)
        #expect(half.code == 1 && half.errors.contains("The file was not taken"), "\(half)")
        let wrong = Data(
            String(decoding: Self.file, as: UTF8.self).replacingOccurrences(
                of: "\"number\": 1", with: "\"number\": 0"
            ).utf8)
        let refused = try await Self.run(wrong, path, in: folder)
        #expect(refused.errors.contains("recommendations[0].number: expected a number from 1, found 0"))
        #expect(try await Databases.root(of: path) == root)
    }
}
