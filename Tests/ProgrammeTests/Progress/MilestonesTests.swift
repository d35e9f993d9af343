import CivilTime
import Testing

@testable import Ledger
@testable import Programme

@Suite struct `Milestones that move` {
    private static let august = month("2024-08")
    private static let today = day("2024-08-20")

    @Test func `the first promise stays beside every later word`() async throws {
        let lab = try await ProgressLab(today: Self.today)
        try await lab.report(
            "P1A:1", for: Self.august, .amber,
            [.forecast(code("m2"), to: month("2024-10"), why: "The survey ran late")])
        lab.lab.clock.set(day("2024-09-10"))
        try await lab.report(
            "P1A:1", for: Self.august, .amber,
            [.forecast(code("m2"), to: month("2024-09"), why: "Help came")])
        let milestones = try await lab.milestones("P1A:1")
        #expect(milestones.map(\.code.text) == ["m1", "m2"])
        let moved = milestones[1]
        #expect(moved.first == month("2024-03"))
        #expect(moved.now == month("2024-09"))
        #expect(moved.moves.map(\.to) == [month("2024-10"), month("2024-09")])
        #expect(moved.moves.map(\.why) == ["The survey ran late", "Help came"])
        #expect(moved.slipMonths == 6)
        #expect(moved.slipDays == 183)
        #expect(milestones[0].moves.isEmpty)
        #expect(try await lab.lab.facts("programme.milestone-first")["m2"] == ["2024-03-31", "2024-03-31"])
        #expect(try await lab.lab.facts("programme.milestone-now")["m2"] == ["2024-09-30", "2024-09-30"])
        #expect(try await lab.lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `an issue of the plan that moves a milestone is one of its moves`() async throws {
        let lab = try await ProgressLab(today: Self.today)
        try await lab.lab.record(
            SmallActionPlan.published("2024-05-01", version: "2") {
                $0.setting("priority_areas[0].responses[0].objectives[0].due", .text("2024-06"))
                    .setting(
                        "priority_areas[0].responses[0].objectives[0].milestones[1].due", .text("2024-06"))
            })
        try await lab.report(
            "P1A:1", for: Self.august, .red, [.forecast(code("m2"), to: month("2024-11"), why: "w")])
        let moved = try await lab.milestones("P1A:1")[1]
        #expect(moved.first == month("2024-03"))
        #expect(moved.moves.map(\.to) == [month("2024-06"), month("2024-11")])
        #expect(moved.moves.map(\.source).first == .issue(2))
    }

    @Test func `a milestone is met on a day, and one of the group's own stands after the plan's`()
        async throws
    {
        let lab = try await ProgressLab(today: Self.today)
        try await lab.report(
            "P1A:1", for: Self.august, .amber,
            [
                .met(code("m1"), on: day("2024-03-04")),
                .added(code("g1"), text: "Ask again", first: month("2024-12")),
                .forecast(code("g1"), to: month("2025-01"), why: "w"),
            ])
        let milestones = try await lab.milestones("P1A:1")
        #expect(milestones.map(\.code.text) == ["m1", "m2", "g1"])
        #expect(milestones[0].met == day("2024-03-04"))
        #expect(!milestones[2].isOfPlan)
        #expect(milestones[2].slipMonths == 1)
        #expect(try await lab.lab.facts("programme.milestone-met")["m1"] == ["2024-03-04", "2024-03-04"])
        #expect(try await lab.progress("P1A:1").problems == [])
    }

    @Test func `what cannot be is refused, and nothing of the report is kept`() async throws {
        let lab = try await ProgressLab(today: Self.today)
        let bad: [(ReportProgress.MilestoneChange, ProgressRefusal)] = [
            (
                .forecast(code("m2"), to: month("2024-07"), why: "w"),
                .movedIntoThePast(month("2024-07"), code: code("m2"))
            ),
            (
                .added(code("g1"), text: "t", first: month("2024-07")),
                .movedIntoThePast(month("2024-07"), code: code("g1"))
            ),
            (.met(code("m2"), on: day("2024-08-21")), .metInFuture(day("2024-08-21"))),
            (.met(code("m9"), on: day("2024-08-01")), .unknownMilestone(code("m9"))),
            (.added(code("m1"), text: "t", first: month("2024-12")), .milestoneTaken(code("m1"))),
        ]
        for (change, expected) in bad {
            let refused = try await refusal(ProgressRefusal.self) {
                try await lab.report("P1A:1", for: Self.august, .amber, [change])
            }
            #expect(refused == expected)
        }
        #expect(try await lab.lab.facts("programme.report-made").isEmpty)
    }

    @Test func `this month is no past, and the month that stands already is no move`() async throws {
        let lab = try await ProgressLab(today: Self.today)
        try await lab.report(
            "P1A:1", for: Self.august, .amber, [.forecast(code("m2"), to: Self.august, why: "w")])
        try await lab.report(
            "P1A:1", for: Self.august, .amber, [.forecast(code("m2"), to: Self.august, why: "again")])
        #expect(try await lab.milestones("P1A:1")[1].moves.count == 1)
    }

    @Test func `a milestone that the plan drops is still shown, as dropped`() async throws {
        let lab = try await ProgressLab(today: Self.today)
        try await lab.lab.record(
            SmallActionPlan.published("2024-05-01", version: "2") {
                $0.setting("priority_areas[0].responses[0].objectives[0].milestones[0]", nil)
            })
        let milestones = try await lab.milestones("P1A:1")
        #expect(milestones.map(\.code.text) == ["m2", "m1"])
        #expect(milestones.map(\.isDropped) == [false, true])
    }
}

@Suite struct `What entries of progress cannot say together` {
    private func folded(_ payloads: [(String, Day, any Payload)]) throws -> Progress {
        var folding = Folding<Progress>(id: "p")
        for (index, entry) in payloads.enumerated() {
            try add(entry.2, entry.0, entry.1, index + 1, &folding)
        }
        return folding.state
    }

    private func add<P: Payload>(
        _ payload: P, _ id: String, _ on: Day, _ number: Int, _ folding: inout Folding<Progress>
    ) throws {
        try folding.add([
            StoredEntry(
                sequence: number, id: id, commit: number, subject: SubjectID(kind: Progress.kind, id: "p"),
                version: number, kind: P.kind, kindVersion: P.version,
                payload: Stored.text(Envelope(day: on, data: payload)), salt: nil, digest: "", hash: "")
        ])
    }

    private static let first = day("2024-01-02")

    private func stated(_ first: String) -> MilestoneStated {
        MilestoneStated(
            plan: "p", part: "objective", code: code("O"), milestone: code("m"), text: "t",
            first: month(first), isOfPlan: true)
    }

    @Test func `a forecast of a day before the milestone was stated is kept`() throws {
        let forecast = MilestoneForecast(
            plan: "p", part: "objective", code: code("O"), milestone: code("m"), to: month("2024-06"),
            why: "w")
        let progress = try folded([
            ("s", day("2024-02-01"), stated("2024-03")), ("f", Self.first, forecast),
        ])
        #expect(progress.milestones.compactMap(\.standing).first?.now == month("2024-06"))
        #expect(progress.problems == [])
        let alone = try folded([("f", Self.first, forecast)])
        #expect(alone.problems.map(\.entries) == [["f"]])
    }

    @Test func `stating a milestone anew does not hide the first promise`() throws {
        let progress = try folded([
            ("a", Self.first, stated("2024-03")), ("b", Self.first, stated("2024-09")),
        ])
        #expect(progress.milestones.first?.statement?.first == month("2024-03"))
        #expect(progress.problems.map(\.entries) == [["a", "b"]])
    }

    @Test func `a clearance by who added it, or of nothing, does not count`() throws {
        let added = EvidenceAdded(
            plan: "p", part: "objective", code: code("O"), title: "t", shows: "s", kind: .impact,
            source: .link(address: "https://example.org"), month: month("2024-01"), addedBy: "a")
        let progress = try folded([
            ("e", Self.first, added), ("own", Self.first, EvidenceCleared(evidence: "e", by: "a")),
            ("none", Self.first, EvidenceCleared(evidence: "x", by: "b")),
        ])
        #expect(progress.evidence.map(\.clearance) == [nil])
        #expect(progress.problems.map(\.entries) == [["e", "own"], ["x", "none"]])
        let twice = try folded([
            ("e", Self.first, added), ("own", Self.first, EvidenceCleared(evidence: "e", by: "a")),
            ("other", Self.first, EvidenceCleared(evidence: "e", by: "b")),
        ])
        #expect(twice.evidence.first?.clearance?.entry == "other")
    }
}
