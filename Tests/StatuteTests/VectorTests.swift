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
    func `duties, problems, turns and latest safe days are as expected`(vector: Vector) throws {
        let (report, expected) = (try vector.report(), try vector.expectation())
        try checkDuties(report, expected)
        try checkProblems(report, expected)
        try checkTurns(report, expected)
        try checkAhead(report, expected)
    }

    private typealias Fields = [String: Any]

    private func checkDuties(_ report: Fields, _ expected: Fields) throws {
        let duties = try #require(report["duties"] as? [Fields])
        for (id, value) in expected["duties"] as? [String: Fields] ?? [:] {
            let duty = try #require(duties.first { $0["id"] as? String == id }, "no \(id)")
            for (field, wanted) in value {
                let found = try #require(duty[field])
                #expect("\(found)" == "\(wanted)", "\(id).\(field)")
            }
        }
        for id in expected["absent"] as? [String] ?? [] {
            let found = duties.filter { $0["id"] as? String == id }
            #expect(found.allSatisfy { $0["status"] as? String == "not yet running" }, "\(id)")
        }
    }

    /// The problems are those expected and no others.
    private func checkProblems(_ report: Fields, _ expected: Fields) throws {
        let found = try #require(report["problems"] as? [Fields]).compactMap { $0["problem"] as? String }
        #expect(Set(found) == Set(expected["problems"] as? [String] ?? []))
        let withheld = report["withheld"] as? [String] ?? []
        for id in expected["withheld"] as? [String] ?? [] { #expect(withheld.contains(id)) }
    }

    private func checkTurns(_ report: Fields, _ expected: Fields) throws {
        if let wanted = expected["turns"] as? [[String]] {
            let turns = try #require(report["turns"] as? [Fields])
            let found = turns.map { turn in
                [
                    turn["from"] as? String ?? "", turn["to"] as? String ?? "",
                    (turn["holders"] as? [String] ?? []).joined(separator: " + "),
                ]
            }
            #expect(found == wanted)
        }
        if let wanted = expected["ownDays"] as? [String: Int] {
            #expect(report["ownDays"] as? [String: Int] == wanted)
        }
        if let isOver = expected["over"] as? Bool { #expect(report["over"] as? Bool == isOver) }
    }

    /// A step that is taken, or for which nothing is open, is not there.
    private func checkAhead(_ report: Fields, _ expected: Fields) throws {
        let ahead = try #require(report["ahead"] as? [Fields])
        for (step, latest) in expected["ahead"] as? Fields ?? [:] {
            let found = ahead.first { $0["step"] as? String == step }?["latest"] as? String
            #expect(found == latest as? String, "\(step)")
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

    @Test func `every step ahead is told in a vector, and gone in another`() throws {
        var (told, gone): (Set<String>, Set<String>) = ([], [])
        for vector in Vector.all {
            for (step, latest) in try vector.expectation()["ahead"] as? Fields ?? [:] {
                if latest is String { told.insert(step) } else { gone.insert(step) }
            }
        }
        #expect(told == Set(AheadRule.all.map(\.id)))
        #expect(gone == told)
    }
}
