import CivilTime
import Ledger
import Testing

@testable import Measures

/// An invented plan that prints what plans print.
private func plan(
    issue: Int = 1, published: String = "2024-03-01", last: Int = 100, more: [PrintedTarget] = []
) -> PrintedPlan {
    PrintedPlan(
        code: "HOLLIN-2024", issue: issue, title: "Hollin Dale plan", published: day(published),
        targets: [
            PrintedTarget(
                title: "Plans in 20 weeks", cohort: "new plans", indicators: ["K301"],
                figures: [
                    PrintedFigure(.start, 35, .percent, when: "At inspection"),
                    PrintedFigure(.target, last, .percent, month: month("2025-09")),
                    PrintedFigure(.target, 50, .percent, month: month("2024-06")),
                    PrintedFigure(.target, 75, .percent, month: month("2024-12")),
                ])
        ] + more)
}

private func definitions(_ codes: String...) throws -> [IndicatorCode: IndicatorDefinition] {
    let list = try IndicatorList.definitions().filter { codes.contains($0.code.text) }
    return Dictionary(list.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
}

private func readAlone(_ target: PrintedTarget) throws -> PrintedReading {
    let plan = PrintedPlan(
        code: "P", issue: 1, title: "P", published: day("2024-03-01"), targets: [target])
    return PrintedReading(plan, try definitions("K301", "K317", "K518", "K717"))
}

@Suite struct `What a plan prints` {
    @Test func `becomes a baseline for all, a target and the way to it for the cohort`() throws {
        let reading = PrintedReading(plan(), try definitions("K301"))
        #expect(reading.left.isEmpty)
        #expect(reading.stated.map(\.level.kind) == [.baseline, .target, .trajectory])
        #expect(reading.stated.map(\.cohort) == [nil, "new plans", "new plans"])
        #expect(reading.stated[0].level.value == Figure(35))
        #expect(
            reading.stated[1].level
                == .target(.init(value: Figure(100), comparison: .atLeast, by: month("2025-09"))))
        #expect(reading.stated[2].level == trajectory([("2024-06", 50), ("2024-12", 75), ("2025-09", 100)]))
    }

    @Test func `is a ceiling where lower is better, and what the plan says where it says it`() throws {
        let lower = try readAlone(
            PrintedTarget(
                title: "Waits", cohort: nil, indicators: ["K518"],
                figures: [PrintedFigure(.target, 300, .days, month: month("2025-03"))]))
        #expect(lower.stated.map(\.level.comparison) == [.atMost])
        let above = try readAlone(
            PrintedTarget(
                title: "Waits", cohort: nil, indicators: ["K518"],
                figures: [PrintedFigure(.target, 300, .days, month: month("2025-03"), comparison: .atLeast)]))
        #expect(above.stated.map(\.level.comparison) == [.atLeast])
    }

    @Test func `keeps its words where it names no month`() throws {
        let reading = try readAlone(
            PrintedTarget(
                title: "Transfers", cohort: nil, indicators: ["K301"],
                figures: [
                    PrintedFigure(.stated, 60, .percent, when: "2017"),
                    PrintedFigure(.target, 95, .percent, when: "2019"),
                ]))
        #expect(reading.stated.map(\.level.kind) == [.baseline, .target])
        #expect(reading.stated.map { LevelWords.when($0.level) } == ["2017", "2019"])
        #expect(reading.left.isEmpty)
    }

    private static let several = [
        PrintedFigure(.target, 45, .percent, when: "2018"),
        PrintedFigure(.target, 50, .percent, when: "2019"),
    ]

    @Test(
        arguments: [
            ([], [PrintedFigure(.target, 1, .percent)], "names no indicator"),
            (["K717", "K718"], [PrintedFigure(.target, 1, .days)], "several indicators"),
            (["K999"], [PrintedFigure(.target, 1, .days)], "K999 is not in the register"),
            (["K301"], [PrintedFigure(.target, 9, .days)], "not in the unit of K301"),
            (["K301"], [PrintedFigure(.target, 120, .percent)], "not in the unit of K301"),
            (["K301"], several, "without months"),
            (["K317"], [PrintedFigure(.target, 9, .count)], "a floor or a ceiling"),
            (["K301"], [PrintedFigure(.stated, 9, .percent)], "a start or a target"),
            (
                ["K301"],
                [
                    PrintedFigure(.target, 9, .percent, month: Month(iso: "2024-05")),
                    PrintedFigure(.target, 8, .percent, month: Month(iso: "2024-05")),
                ], "for one month"
            ),
        ] as [([String], [PrintedFigure], String)])
    func `stays as it is printed where it is not certain`(
        indicators: [String], figures: [PrintedFigure], why: String
    ) throws {
        let reading = try readAlone(
            PrintedTarget(title: "Something", cohort: nil, indicators: indicators, figures: figures))
        #expect(!reading.stated.contains { $0.level.kind == .baseline || $0.level.kind == .trajectory })
        #expect(reading.left.count == 1)
        #expect(try #require(reading.left.first).why.contains(why))
    }
}

@Suite struct `Taking the targets of a plan` {
    @Test func `puts in force what the plan prints, from its publication`() async throws {
        let lab = try await Lab()
        lab.plans.publish(plan())
        let taken = try await lab.measures.takeTargets(of: "HOLLIN-2024", by: Lab.author)
        #expect(taken.lines.map(\.fate) == [.approved, .approved, .approved])
        let state = try await lab.state()
        #expect(state.inForce(on: day("2024-02-29")).isEmpty)
        let inForce = state.inForce(on: day("2024-03-01"))
        #expect(inForce.map(\.recommendation.level.kind) == [.baseline, .target, .trajectory])
        for (recommendation, approval) in inForce {
            #expect(recommendation.by.plan == PlanSource(code: "HOLLIN-2024", issue: 1))
            #expect(approval.plan == PlanSource(code: "HOLLIN-2024", issue: 1))
        }
        #expect(state.problems.isEmpty)
    }

    @Test func `does nothing the second time`() async throws {
        let lab = try await Lab()
        lab.plans.publish(plan())
        try await lab.measures.takeTargets(of: "HOLLIN-2024", by: Lab.author)
        let version = try await lab.version()
        let again = try await lab.measures.takeTargets(of: "HOLLIN-2024", by: Lab.author)
        #expect(again.lines.map(\.fate) == [.held, .held, .held])
        #expect(!again.isNew)
        #expect(try await lab.version() == version)
        lab.plans.publish(plan(issue: 2, published: "2024-07-01"))
        #expect(try await lab.measures.takeTargets(of: "HOLLIN-2024", by: Lab.author).isNew == false)
    }

    @Test func `recommends what a later issue prints differently, once`() async throws {
        let lab = try await Lab()
        lab.plans.publish(plan())
        try await lab.measures.takeTargets(of: "HOLLIN-2024", by: Lab.author)
        lab.plans.publish(plan(issue: 2, published: "2024-07-01", last: 90))
        let taken = try await lab.measures.takeTargets(of: "HOLLIN-2024", by: Lab.author)
        #expect(taken.lines.map(\.fate) == [.held, .recommended, .recommended])
        let state = try await lab.state()
        let target = state.inForce(.target, for: "new plans", on: Lab.today)
        #expect(target?.recommendation.level.value == Figure(100))
        #expect(state.waiting(on: Lab.today).map(\.level.value) == [Figure(90), Figure(90)])
        #expect(state.waiting(on: Lab.today).allSatisfy { $0.by.plan?.issue == 2 })
        #expect(try await lab.measures.takeTargets(of: "HOLLIN-2024", by: Lab.author).isNew == false)
    }

    @Test func `takes what was not in the register before`() async throws {
        let lab = try await Lab(installing: ["K518"])
        lab.plans.publish(plan())
        let none = try await lab.measures.takeTargets(of: "HOLLIN-2024", by: Lab.author)
        #expect(none.lines.isEmpty)
        #expect(none.left.map(\.why) == ["K301 is not in the register, or is no longer used."])
        try await lab.measures.install(IndicatorList.definitions(), by: Lab.author)
        #expect(try await lab.measures.takeTargets(of: "HOLLIN-2024", by: Lab.author).lines.count == 3)
    }

    @Test func `refuses a plan that is not here`() async throws {
        let lab = try await Lab()
        await #expect(throws: MeasuresRefusal.unknownPlan("NO-1")) {
            try await lab.measures.takeTargets(of: "NO-1", by: Lab.author)
        }
    }

    @Test func `is a button of the programme team that shows first what it does`() async throws {
        let lab = try await Lab()
        lab.plans.publish(plan(more: more))
        #expect(try await lab.get("/indicators", by: lab.team).has("/indicators/plans/HOLLIN-2024"))
        #expect(try await !lab.get("/indicators", by: lab.analyst).has("/indicators/plans/"))
        let before = try await lab.get("/indicators/plans/HOLLIN-2024", by: lab.team)
        #expect(before.has("Take these figures"))
        #expect(before.has("The plan names no indicator for it."))
        try expectGolden("take-targets", before)
        let command = try #require(before.hidden("command"))
        for _ in 0..<2 {
            let done = try await lab.post(
                "/indicators/plans/HOLLIN-2024", [:], by: lab.team, command: command)
            #expect(done.location == "/indicators/plans/HOLLIN-2024")
        }
        let after = try await lab.get("/indicators/plans/HOLLIN-2024", by: lab.team)
        #expect(!after.has("Take these figures"))
        #expect(after.has("has been taken"))
        #expect(try await lab.get("/indicators/plans/NO-1", by: lab.team).status == 404)
    }

    private let more = [
        PrintedTarget(
            title: "Staff trained", cohort: nil, indicators: [], figures: [PrintedFigure(.stated, 9, .count)])
    ]
}
