import CivilTime
import Foundation
import Statute
import Testing

/// The vectors in `Vectors/`, through the reader and the report that the command uses.
struct VectorTests {
    @Test func `there are more than two hundred vectors, each with a name of its own`() {
        #expect(Vector.all.count > 200)
        #expect(Set(Vector.all.map(\.name)).count == Vector.all.count)
    }

    @Test(arguments: Vector.all)
    func `the duties are as expected`(vector: Vector) throws {
        let (report, expected) = (try vector.report(), try vector.expectation())
        let duties = try #require(report["duties"] as? [[String: Any]])
        for (id, value) in expected["duties"] as? [String: [String: Any]] ?? [:] {
            let duty = try #require(duties.first { $0["id"] as? String == id }, "\(vector.name): no \(id)")
            for (field, wanted) in value {
                let found = try #require(duty[field])
                #expect("\(found)" == "\(wanted)", "\(vector.name): \(id).\(field)")
            }
        }
        for id in expected["absent"] as? [String] ?? [] {
            #expect(
                !duties.contains { $0["id"] as? String == id && $0["status"] as? String != "not yet running" }
            )
        }
    }

    @Test(arguments: Vector.all)
    func `the problems are those expected and no others`(vector: Vector) throws {
        let (report, expected) = (try vector.report(), try vector.expectation())
        let found = try #require(report["problems"] as? [[String: Any]]).compactMap {
            $0["problem"] as? String
        }
        let wanted = expected["problems"] as? [String] ?? []
        #expect(Set(found) == Set(wanted), "\(vector.name)")
        let withheld = report["withheld"] as? [String] ?? []
        for id in expected["withheld"] as? [String] ?? [] { #expect(withheld.contains(id), "\(vector.name)") }
    }

    @Test(arguments: Vector.all)
    func `turns and latest safe days are as expected`(vector: Vector) throws {
        let (report, expected) = (try vector.report(), try vector.expectation())
        if let wanted = expected["turns"] as? [[String]] {
            let turns = try #require(report["turns"] as? [[String: Any]])
            let found = turns.map { turn in
                [
                    turn["from"] as? String ?? "", turn["to"] as? String ?? "",
                    (turn["holders"] as? [String] ?? []).joined(separator: " + "),
                ]
            }
            #expect(found == wanted)
        }
        for (step, latest) in expected["ahead"] as? [String: String] ?? [:] {
            let ahead = try #require(report["ahead"] as? [[String: Any]])
            #expect(ahead.first { $0["step"] as? String == step }?["latest"] as? String == latest, "\(step)")
        }
    }

    @Test func `every rule and every exception stands in a vector`() throws {
        var rules: Set<String> = []
        var exceptions: Set<String> = []
        for vector in Vector.all {
            let expected = try vector.expectation()["duties"] as? [String: [String: Any]] ?? [:]
            for (id, duty) in expected {
                rules.insert(String(id.prefix { $0 != "/" && $0 != "@" }))
                exceptions.formUnion(duty["circumstanceMet"] as? [String] ?? [])
            }
        }
        #expect(Set(Law.england.rules.map(\.id)).subtracting(rules) == [])
        #expect(exceptions == Set(Law.england.exemptions.map(\.id)))
    }
}
