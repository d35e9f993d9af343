import CivilTime
import Testing

@testable import Ledger
@testable import Programme

@Suite struct `What is recorded twice or may not be recorded` {
    @Test(arguments: SmallPlans.allCases) func `the same plan again adds nothing`(plan: SmallPlans)
        async throws
    {
        let lab = try await Lab()
        let first = try await lab.record(plan.tree)
        let head = lab.ledger.knownHead
        for _ in 0..<2 {
            let again = try await lab.record(plan.tree)
            #expect(again.value.issue == 1)
            #expect(!again.value.isNew)
            let counts = [\ImportResult.added, \.changed, \.dropped, \.moved].map { again.value[keyPath: $0] }
            #expect(counts == [0, 0, 0, 0])
            #expect(again.commit == nil)
            #expect(lab.ledger.knownHead == head)
            #expect(try await lab.ledger.followHead() == head)
        }
        #expect(first.commit == head.commit)
        #expect(first.value.isNew)
    }

    @Test func `the same plan in another order of keys and with other spaces adds nothing`() async throws {
        let lab = try await Lab()
        try await lab.record(SmallActionPlan.text)
        let head = lab.ledger.knownHead
        let again = try await lab.record(SmallActionPlan.tree.get())
        #expect(!again.value.isNew)
        #expect(lab.ledger.knownHead == head)
    }

    @Test func `a plan without what it once held adds nothing when it comes again`() async throws {
        let lab = try await Published(times: 3).lab
        let head = lab.ledger.knownHead
        let again = try await lab.record(Published.texts[2].get())
        #expect(!again.value.isNew)
        #expect(again.value.dropped == 0)
        #expect(lab.ledger.knownHead == head)
    }

    @Test func `somebody else may record the same plan again and adds nothing`() async throws {
        let lab = try await Lab()
        try await lab.record(SmallActionPlan.text)
        let head = lab.ledger.knownHead
        let other = Author(account: "other", role: "programmeTeam", channel: .command)
        let again = try await lab.record(SmallActionPlan.text, by: other)
        #expect(!again.value.isNew)
        #expect(lab.ledger.knownHead == head)
    }

    @Test func `a plan older than the one held is refused, and nothing is kept`() async throws {
        let lab = try await Lab()
        try await lab.record(SmallActionPlan.text)
        let head = lab.ledger.knownHead
        let older = try SmallActionPlan.published("2024-01-11", version: "0.9") {
            $0.setting("plan.title", .text("An earlier title"))
        }
        let refusal = ImportRefusal.older(file: day("2024-01-11"), held: day("2024-01-12"))
        await #expect(throws: refusal) { try await lab.record(older) }
        #expect(refusal.forPerson.contains("11 January 2024"))
        #expect(refusal.forPerson.contains("12 January 2024"))
        #expect(refusal.forPerson.contains("Nothing was recorded"))
        #expect(try await lab.ledger.followHead() == head)
        #expect(!(await lab.page("/plans").text.contains("An earlier title")))
    }

    @Test func `a plan of a day to come is refused until that day, and nothing is kept`() async throws {
        let lab = try await Lab(today: day("2024-01-11"))
        let head = lab.ledger.knownHead
        let refusal = LedgerError.futureDay(day("2024-01-12"), today: day("2024-01-11"))
        await #expect(throws: refusal) { try await lab.record(SmallActionPlan.text) }
        #expect(try await lab.ledger.followHead() == head)
        #expect(await lab.page("/plans/HOLLIN-2024").status == 404)
        lab.clock.set(day("2024-01-12"))
        #expect(try await lab.record(SmallActionPlan.text).value.issue == 1)
    }

    @Test(arguments: 0..<5) func `of the same plan recorded at the same time, one is`(round: Int) async throws
    {
        let lab = try await Lab()
        let before = lab.ledger.knownHead.commit
        let results = try await withThrowingTaskGroup(of: ImportResult.self) { group in
            for _ in 0..<4 { group.addTask { try await lab.record(SmallActionPlan.text).value } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.map(\.issue) == [1, 1, 1, 1])
        #expect(lab.ledger.knownHead.commit == before + 1)
        #expect(await lab.page("/plans/HOLLIN-2024/versions").tables["Versions"]?.rows.count == 1)
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test(arguments: 0..<5) func `two texts of one plan at the same time become two issues`(round: Int)
        async throws
    {
        let lab = try await Lab()
        let other = try SmallActionPlan.tree.get().setting("plan.version", .text("1.0a"))
        async let first = lab.record(SmallActionPlan.text)
        async let second = lab.record(other)
        let issues = try await [first.value.issue, second.value.issue]
        #expect(Set(issues) == [1, 2])
        #expect(try await lab.recordOf("HOLLIN-2024").objectives.count == 5)
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `two plans stand beside one another, the newer first`() async throws {
        let lab = try await Lab.small()
        let page = await lab.page("/plans")
        let titles = between(page.main, "<h2>", "</h2>").map { words(of: $0) }
        #expect(
            titles == [
                "Hollin Dale & Moss plan <for children>", "Hollin Dale written statement of action",
                "Beside the plan",
            ])
        #expect(page.text.contains("Published 12 January 2024"))
        #expect(page.text.contains("Published March 2018"))
    }
}
