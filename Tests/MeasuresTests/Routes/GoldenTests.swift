import CivilTime
import Testing

@testable import Measures

@Suite struct `The pages of indicators are as they were last agreed` {
    /// A register in which something of everything is recorded.
    private static let recorded = Task {
        let lab = try await Lab()
        let start = try await lab.recommend(baseline(38), on: "2024-04-02")
        let goal = try await lab.recommend(target(90, by: "2025-09"), on: "2024-04-02")
        let way = try await lab.recommend(
            trajectory([("2024-12", 55), ("2025-05", 75), ("2025-09", 90)]), on: "2024-04-02")
        for entry in [start, goal, way] { try await lab.approve(entry, on: "2024-05-07") }
        let older = try await lab.recommend(target(80, by: "2025-09"), on: "2024-01-08")
        try await lab.approve(older, on: "2024-02-06")
        try await lab.recommend(target(95, by: "2026-03"), for: "year 6", on: "2024-09-02")
        let waits = try await lab.recommend(target(365, .atMost, by: "2025-03"), of: "K518")
        try await lab.approve(waits, of: "K518")
        let slow = try await lab.recommend(
            trajectory([("2024-12", 500), ("2025-03", 400)], .atMost), of: "K518", on: "2024-09-03")
        try await lab.approve(slow, of: "K518")
        let retiring = ChangeIndicator(
            .retired(successor: nil), of: code("K717"), reason: "Counted elsewhere.", on: day("2024-09-01"))
        try await lab.commit { try retiring.decide(&$0) }
        return lab
    }

    @Test(arguments: [
        ("/indicators", "indicators"), ("/indicators/K301", "indicator"),
        ("/indicators/K401", "indicator-without"), ("/indicators/K518", "indicator-days"),
        ("/indicators/K717", "indicator-retired"),
    ])
    func `for everybody`(path: String, name: String) async throws {
        let seen = try await Self.recorded.value.get(path)
        #expect(seen.status == 200)
        try expectGolden(name, seen)
    }

    @Test(arguments: [
        ("/indicators", "indicators-work"), ("/indicators/K301", "indicator-work"),
        ("/indicators/K301/recommend/baseline", "recommend-baseline"),
        ("/indicators/K301/recommend/target", "recommend-target"),
        ("/indicators/K301/recommend/trajectory", "recommend-trajectory"),
        ("/indicators/K301/name", "rename"), ("/indicators/K301/retirement", "retire"),
        ("/indicators/K717/retirement", "bring-back"),
    ])
    func `for the programme team`(path: String, name: String) async throws {
        let lab = try await Self.recorded.value
        let seen = try await lab.get(path, by: lab.team)
        #expect(seen.status == 200)
        try expectGolden(name, seen)
    }

    @Test func `for who decides or withdraws`() async throws {
        let lab = try await Self.recorded.value
        let entry = try #require(try await lab.state().waiting(on: Lab.today).first?.entry)
        try expectGolden("decide", try await lab.get("/indicators/K301/decide/\(entry)", by: lab.member))
        try expectGolden("withdraw", try await lab.get("/indicators/K301/withdraw/\(entry)", by: lab.lead))
    }

    @Test(
        arguments: [
            ("q", "weeks", ["K301"]), ("q", "k518", ["K518"]), ("q", "nothing like it", []),
            ("show", "with-target", ["K301", "K518"]), ("show", "without-target", ["K106", "K317", "K401"]),
            ("show", "what", ["K106", "K301", "K317", "K401", "K518", "K717"]),
        ] as [(String, String, [String])])
    func `find what is searched for`(name: String, value: String, found: [String]) async throws {
        let seen = try await Self.recorded.value.get("/indicators", [(name: name, value: value)])
        let listed = seen.text.matches(of: /<strong>(K[0-9]{3})<\/strong>/).map { String($0.output.1) }
        #expect(Set(listed) == Set(found))
    }

    @Test func `say what to do next where there is nothing`() async throws {
        let lab = try await Lab(installing: [])
        let open = try await lab.get("/indicators")
        #expect(open.has("No indicator is in the register yet."))
        #expect(!open.has("goldenthread indicators install"))
        #expect(try await lab.get("/indicators", by: lab.analyst).has("goldenthread indicators install"))
    }

}
