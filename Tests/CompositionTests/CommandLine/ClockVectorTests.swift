import Foundation
import Testing

/// The written vectors, each through the command itself: what another supplier's program would be held to.
@Suite(.few, .timeLimit(.minutes(5))) struct `The vectors of the statutory clock` {
    private typealias Fields = [String: Any]

    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("StatuteTests/Vectors/cases.json")

    @Test func `give through the command what they say, duty by duty`() async throws {
        let vectors = try #require(
            JSONSerialization.jsonObject(with: Data(contentsOf: Self.file)) as? [Fields])
        #expect(vectors.count > 200)
        let folder = try TemporaryFolder()
        var compared = 0
        for vector in vectors {
            let sent = vector.filter { !["name", "expected"].contains($0.key) }
            try folder.write("matter.json", Array(JSONSerialization.data(withJSONObject: sent)))
            let run = try await Program.run(["clock", folder.path("matter.json")], in: folder)
            let expected = try #require(vector["expected"] as? Fields)
            let name = vector["name"] as? String ?? ""
            #expect(run.code == ((expected["problems"] as? [String] ?? []).isEmpty ? 0 : 1), "\(name)")
            let report = try #require(
                JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? Fields, "\(name)")
            let duties = try #require(report["duties"] as? [Fields])
            for (id, wanted) in expected["duties"] as? [String: Fields] ?? [:] {
                let duty = try #require(duties.first { $0["id"] as? String == id }, "\(name): no \(id)")
                for (field, value) in wanted {
                    #expect("\(duty[field] ?? "nothing")" == "\(value)", "\(name): \(id).\(field)")
                    compared += 1
                }
            }
        }
        #expect(compared > 400)
    }
}
