import CivilTime
import Testing

@testable import Ledger
@testable import Programme

@Suite struct `What a plan lets be counted` {
    @Test func `every part stands from the day the plan was published`() async throws {
        let lab = try await Lab.small()
        let expected = [
            "programme.plan": 2, "programme.plan-issued": 2, "programme.objective": 5, "programme.area": 2,
            "programme.body": 8, "programme.action": 5, "programme.target": 4,
        ]
        for (kind, count) in expected {
            let facts = try await lab.facts(kind).values.flatMap { $0 }
            #expect(facts.count == count * 2, "\(kind)")
        }
        let objectives = try await lab.facts("programme.objective")
        #expect(objectives["P1A:1 1"] == ["2024-01-12", "open"])
        #expect(Set(objectives.values) == [["2024-01-12", "open"]])
        #expect(Set(try await lab.facts("programme.action").values) == [["2018-03-01", "open"]])
    }

    @Test func `what was dropped stands until that day, and anew from when it came back`() async throws {
        let facts = try await Published(times: 3).lab.facts("programme.objective")
        #expect(facts["P1B:1 1"] == ["2024-01-12", "2024-05-01"])
        #expect(facts["P1A:1 1"] == ["2024-01-12", "open"])
        #expect(facts.count == 5)
        let later = try await Published.all().lab.facts("programme.objective")
        #expect(later["P1B:1 1"] == ["2024-01-12", "2024-05-01"])
        #expect(later["P1B:1 4"] == ["2024-06-01", "open"])
        #expect(later["P2A:3 4"] == ["2024-06-01", "2024-06-01"])
        #expect(later.count == 7)
    }

    @Test func `each issue is an event on its day`() async throws {
        let facts = try await Published.all().lab.facts("programme.plan-issued")
        #expect(
            facts.mapValues { $0[0] } == [
                "1": "2024-01-12", "2": "2024-03-01", "3": "2024-05-01", "4": "2024-06-01", "5": "2024-06-01",
            ])
    }

    @Test func `each month of an objective, a milestone and an action is an event on its last day`()
        async throws
    {
        let lab = try await Lab.small()
        let objectives = try await lab.facts("programme.objective-due").mapValues { $0[0] }
        #expect(
            objectives == [
                "P1A:1 2024-03": "2024-03-31", "P1A:2 2024-08": "2024-08-31", "P1A:2 2025-08": "2025-08-31",
                "P2A:1 2024-12": "2024-12-31", "P2A:2 2025-02": "2025-02-28",
            ])
        let milestones = try await lab.facts("programme.milestone-due").mapValues { $0[0] }
        #expect(milestones == ["P1A:1 m1": "2024-02-29", "P1A:1 m2": "2024-03-31"])
        let actions = try await lab.facts("programme.action-due").mapValues { $0[0] }
        #expect(actions == ["A2.1": "2018-09-30", "B1.1": "2018-06-30", "B1.3": "2019-03-31"])
    }

    @Test func `what is dropped or moved is no longer due when it was`() async throws {
        let lab = try await Published(times: 2).lab
        #expect(try await lab.facts("programme.objective-due")["P1A:1 2024-03"] == nil)
        #expect(
            try await lab.facts("programme.objective-due")["P1A:1 2024-05"] == ["2024-05-31", "2024-05-31"])
        let later = try await Published.all().lab.facts("programme.objective-due")
        #expect(later["P2A:3 2025-05"] == nil)
        #expect(later["P1A:1 2024-03"] == ["2024-03-31", "2024-03-31"])
    }
}
