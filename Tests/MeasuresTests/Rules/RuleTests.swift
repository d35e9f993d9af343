import CivilTime
import Ledger
import Testing

@testable import Measures

@Suite struct `What is refused` {
    private func refusal(_ work: () async throws -> String) async -> MeasuresRefusal? {
        do {
            _ = try await work()
        } catch let refusal as MeasuresRefusal {
            return refusal
        } catch {
            Issue.record(error)
        }
        return nil
    }

    @Test func `is an id that does not exist`() async throws {
        let lab = try await Lab()
        #expect(await refusal { try await lab.recommend(target(60), of: "K999") } == .unknownIndicator)
    }

    @Test(arguments: [
        ("K301", target(101), "A percentage lies between 0 and 100"),
        ("K518", target(-1, .atMost), "A number of days is not negative"),
        ("K317", baseline(-5), "A count is a whole number of 0 or more"),
        ("K106", target(2), "Enter 1 where it stands and 0 where it does not"),
        ("K301", trajectory([("2025-01", 50), ("2025-02", 120)]), "A percentage lies between 0 and 100"),
    ])
    func `is a value outside its unit`(indicator: String, level: Level, why: String) async throws {
        let lab = try await Lab()
        #expect(
            await refusal { try await lab.recommend(level, of: indicator) } == .outOfRange(why))
    }

    @Test(arguments: [
        [("2025-06", 50), ("2025-01", 60)], [("2025-01", 50), ("2025-01", 60)], [("2025-01", 50)], [],
    ])
    func `is a trajectory out of order or without a way`(steps: [(String, Int)]) async throws {
        let lab = try await Lab()
        #expect(await refusal { try await lab.recommend(trajectory(steps)) } == .stepsOutOfOrder)
    }

    @Test func `is approving one's own, twice, or what was withdrawn`() async throws {
        let lab = try await Lab()
        let entry = try await lab.recommend(target(60), by: "lead")
        #expect(await refusal { try await lab.approve(entry, by: "lead") } == .ownRecommendation)
        try await lab.approve(entry, by: "member", on: "2024-09-10")
        #expect(
            await refusal { try await lab.approve(entry, by: "another") }
                == .alreadyApproved(day("2024-09-10")))
        let second = try await lab.recommend(target(70))
        let back = WithdrawLevel(second, of: code("K301"), reason: "Mistaken", on: day("2024-09-11"))
        try await lab.commit { try back.decide(&$0) }
        #expect(
            await refusal { try await lab.approve(second, on: "2024-09-11") } == .withdrawn(day("2024-09-11"))
        )
        #expect(
            await refusal { try await lab.commit { try back.decide(&$0) } } == .withdrawn(day("2024-09-11")))
        #expect(await refusal { try await lab.approve("nowhere") } == .unknownRecommendation)
    }

    @Test func `is recommending exactly what waits or is in force already`() async throws {
        let lab = try await Lab()
        let held = try await lab.recommend(target(50))
        try await lab.approve(held)
        #expect(await refusal { try await lab.recommend(target(50)) } == .alreadyInForce)
        try await lab.recommend(target(60))
        #expect(await refusal { try await lab.recommend(target(60)) } == .alreadyRecommended)
        try await lab.recommend(target(60), for: "North")
    }

    @Test func `is a day that has not come`() async throws {
        let lab = try await Lab()
        await #expect(throws: LedgerError.futureDay(day("2024-09-21"), today: Lab.today)) {
            try await lab.recommend(target(60), on: "2024-09-21")
        }
    }

    @Test func `is recommending for what is retired, and bringing back what is used`() async throws {
        let lab = try await Lab()
        let retiring = ChangeIndicator(
            .retired(successor: code("K401")), of: code("K301"), reason: "No longer asked",
            on: day("2024-09-01"))
        let back = ChangeIndicator(
            .reinstated, of: code("K301"), reason: "Asked again", on: day("2024-09-02"))
        #expect(await refusal { try await lab.commit { try back.decide(&$0) } } == .notRetired)
        try await lab.commit { try retiring.decide(&$0) }
        #expect(await refusal { try await lab.recommend(target(60)) } == .retired(day("2024-09-01")))
        #expect(
            await refusal { try await lab.commit { try retiring.decide(&$0) } } == .retired(day("2024-09-01"))
        )
        try await lab.commit { try back.decide(&$0) }
        try await lab.recommend(target(60))
    }
}

@Suite struct `What is taken although it is odd` {
    @Test func `is a target by a month that has passed, with its problem`() async throws {
        let lab = try await Lab()
        try await lab.recommend(target(60, by: "2024-01"))
        #expect(
            try await lab.state().problems.map(\.text) == [
                "It was to be reached by January 2024, which had passed when it was recommended."
            ])
    }

    @Test func `is a decision from before the withdrawal, recorded after it`() async throws {
        let lab = try await Lab()
        let entry = try await lab.recommend(target(60), on: "2024-09-01")
        let back = WithdrawLevel(entry, of: code("K301"), reason: "Mistaken", on: day("2024-09-11"))
        try await lab.commit { try back.decide(&$0) }
        try await lab.approve(entry, on: "2024-09-05")
        let state = try await lab.state()
        #expect(state.inForce(.target, for: nil, on: day("2024-09-10")) != nil)
        #expect(state.inForce(.target, for: nil, on: day("2024-09-11")) == nil)
    }

    @Test func `is an approval after it was sent back`() async throws {
        let lab = try await Lab()
        let entry = try await lab.recommend(target(60))
        let sending = DecideOnLevel(
            .sentBack("Higher"), on: entry, of: code("K301"), board: "Board", account: "lead",
            day: day("2024-09-05"))
        try await lab.commit { try sending.decide(&$0) }
        try await lab.approve(entry, on: "2024-09-10")
        #expect(try await lab.state().inForce(on: Lab.today).count == 1)
    }
}

@Suite struct `The register` {
    @Test func `is filled once, and keeps what was changed in it`() async throws {
        let lab = try await Lab(installing: ["K301"])
        let renaming = ChangeIndicator(
            .renamed("Plans in time"), of: code("K301"), reason: "Shorter", on: day("2024-09-01"))
        try await lab.commit { try renaming.decide(&$0) }
        let first = try await lab.measures.install(IndicatorList.definitions(), by: Lab.author)
        #expect(first == .init(added: 284, present: 1))
        let second = try await lab.measures.install(IndicatorList.definitions(), by: Lab.author)
        #expect(second == .init(added: 0, present: 285))
        #expect(try await lab.state().words == "Plans in time")
        #expect(try await lab.measures.summaries().count == 285)
    }

    @Test func `lets what is in force be counted and listed`() async throws {
        let lab = try await Lab()
        let start = try await lab.recommend(baseline(38))
        try await lab.approve(start, on: "2024-09-03")
        let first = try await lab.recommend(target(60))
        try await lab.approve(first, on: "2024-09-04")
        let second = try await lab.recommend(target(70))
        try await lab.approve(second, on: "2024-09-10")
        try await lab.recommend(target(80))
        let facts = try await lab.ledger.read { snapshot in
            try snapshot.reader.all(
                """
                SELECT kind, from_day, to_day FROM fact WHERE believed_to IS NULL AND kind IN
                ('measures.baseline', 'measures.target') ORDER BY kind, from_day, key
                """
            ) { [$0.text(0), $0.day(1)?.iso ?? "", $0.day(2)?.iso ?? "open"] }
        }
        #expect(
            facts == [
                ["measures.baseline", "2024-09-03", "open"],
                ["measures.target", "2024-09-04", "2024-09-09"], ["measures.target", "2024-09-10", "open"],
            ])
        let summary = try #require(try await lab.measures.summaries().first { $0.id == "K301" })
        #expect(summary.targets == ["at least 70% by March 2026"])
        #expect(summary.baselines == ["38% (31 March 2024)"])
        #expect(summary.waiting == 1)
        let held = try #require(try await lab.measures.inForce(["K301", "K999", "x"], on: Lab.today).first)
        #expect(held.goals.map(\.text) == ["at least 70%"])
        #expect(held.baseline == "38% (31 March 2024)")
        let before = try #require(try await lab.measures.inForce(["K301"], on: day("2024-09-05")).first)
        #expect(before.goals.map(\.text) == ["at least 60%"])
    }
}
