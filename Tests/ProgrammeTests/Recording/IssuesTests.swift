import CivilTime
import Foundation
import Testing

@testable import Ledger
@testable import Programme

/// The small plan as it was published five times: as first, changed, with a part dropped, added and back.
struct Published: Sendable {
    static let objective = "priority_areas[0].responses[0].objectives[0]"
    static let plan = "/plans/HOLLIN-2024"
    let lab: Lab
    let results: [ImportResult]

    static let texts: [Result<Tree, any Error>] = [
        SmallActionPlan.tree,
        Result {
            try SmallActionPlan.published("2024-03-01", version: "1.1") {
                $0.setting("\(objective).due", .text("2024-05"))
                    .setting(
                        "priority_areas[1].responses[0].objectives[0].text", .text("Six in ten by then."))
            }
        },
        Result {
            try SmallActionPlan.published("2024-05-01", version: "1.2") {
                $0.setting("\(objective).due", .text("2024-05"))
                    .setting(
                        "priority_areas[1].responses[0].objectives[0].text", .text("Six in ten by then.")
                    )
                    .setting("priority_areas[0].responses[1].objectives[0]", nil)
                    .setting("areas_for_improvement[0].objectives", .list([.text("P1A:1")]))
                    .setting("plan.counts", nil)
            }
        },
        Result {
            try SmallActionPlan.published("2024-06-01", version: "1.3") {
                $0.appending("priority_areas[1].responses[0].objectives", added)
                    .setting("plan.counts", nil)
            }
        },
        Result { try SmallActionPlan.published("2024-06-01", version: "1.0") },
    ]

    static let added: Tree = .object([
        "id": .text("P2A:3"), "text": .text("By May 2025 all are in time."), "due": .text("2025-05"),
        "groups": .list([.text("On Time")]), "measures": .list([]),
    ])

    init(times: Int = texts.count) async throws {
        lab = try await Lab()
        var results: [ImportResult] = []
        for text in Self.texts.prefix(times) { results.append(try await lab.record(text.get()).value) }
        self.results = results
    }

    private static let whole = Task { try await Published() }
    /// All five, recorded once for every test that only looks at them.
    static func all() async throws -> Published { try await whole.value }
}

@Suite struct `A plan published again becomes a new issue` {
    @Test func `each change is counted by what it did`() async throws {
        let results = try await Published.all().results
        #expect(results.map(\.issue) == [1, 2, 3, 4, 5])
        #expect(results.map(\.added) == [11, 0, 0, 2, 0])
        #expect(results.map(\.changed) == [0, 2, 1, 3, 0])
        #expect(results.map(\.dropped) == [0, 0, 1, 0, 1])
        #expect(results.map(\.moved) == [0, 0, 2, 1, 0])
        #expect(results.allSatisfy { $0.isNew && $0.isHeaderNew })
        #expect(results.map(\.parts) == [11, 11, 10, 12, 11])
    }

    @Test(arguments: [
        (2, ["objective P1A:1", "objective P2A:1"], ["changed", "changed"]),
        (3, ["objective P1B:1", "area AfI1"], ["dropped", "changed"]),
        (
            4, ["objective P1A:1", "objective P1B:1", "objective P2A:1", "objective P2A:3", "area AfI1"],
            ["changed", "added", "changed", "added", "changed"]
        ),
        (5, ["objective P2A:3"], ["dropped"]),
    ])
    func `the issue's page says what changed since the one before`(
        issue: Int, parts: [String], kinds: [String]
    ) async throws {
        let lab = try await Published.all().lab
        let page = await lab.page("\(Published.plan)/versions/\(issue)")
        let table = try #require(page.tables["What changed since the issue before"])
        #expect(table.rows.map { $0[0] } == parts)
        #expect(table.rows.map { $0[1] } == kinds)
    }

    @Test func `a date that moved is said with both dates on the issue's page`() async throws {
        let page = try await Published.all().lab.page("\(Published.plan)/versions/2")
        let rows = page.tables["What changed since the issue before"]?.rows.map { $0[2] }
        #expect(rows == ["due March 2024, now May 2024 (61 days later)", "words changed"])
    }

    @Test func `the page of versions lists all five, the last first`() async throws {
        let page = try await Published.all().lab.page("\(Published.plan)/versions")
        let table = try #require(page.tables["Versions"])
        #expect(
            table.rows == [
                ["Issue 5", "1 June 2024", "1.0"], ["Issue 4", "1 June 2024", "1.3"],
                ["Issue 3", "1 May 2024", "1.2"], ["Issue 2", "1 March 2024", "1.1"],
                ["Issue 1", "12 January 2024", "1.0"],
            ])
        #expect(page.mainLinks.count { $0.hasPrefix("\(Published.plan)/versions/") } == 5)
    }

    @Test func `an objective's page tells each issue that said something else of it`() async throws {
        let lab = try await Published.all().lab
        let changed = await lab.page("\(Published.plan)/objectives/P1A:1")
        #expect(
            history(changed) == [
                "Stated in issue 1 of 12 January 2024", "Stated in issue 2 of 1 March 2024",
                "Stated in issue 4 of 1 June 2024",
            ])
        let back = await lab.page("\(Published.plan)/objectives/P1B:1")
        #expect(
            history(back) == [
                "Stated in issue 1 of 12 January 2024", "Dropped in issue 3 of 1 May 2024",
                "Stated in issue 4 of 1 June 2024",
            ])
        let unchanged = await lab.page("\(Published.plan)/objectives/P2A:2")
        #expect(history(unchanged) == [])
    }

    @Test func `an earlier issue is still shown as it was`() async throws {
        let published = try await Published(times: 1)
        let page = "\(Published.plan)/versions/1"
        let before = await published.lab.page(page)
        for text in Published.texts.dropFirst() { try await published.lab.record(text.get()) }
        #expect(await published.lab.page(page).html == before.html)
        #expect(before.text.contains("This is the first issue"))
        let objectives = try #require(before.tables["Objectives of this issue"])
        #expect(
            objectives.rows.map { String($0[0].prefix(5)) } == ["P1A:1", "P1A:2", "P1B:1", "P2A:1", "P2A:2"])
        #expect(
            objectives.rows.first == [
                "P1A:1 By March 2024 every service asks.", "Hearing Families", "March 2024",
            ])
        #expect(before.tables["Areas for improvement of this issue"]?.rows.first?.last == "P1A:1, P1B:1")
    }

    @Test func `an objective that was dropped is gone, but stands in the issues that held it`()
        async throws
    {
        let published = try await Published(times: 3)
        let address = "\(Published.plan)/objectives/P1B:1"
        #expect(await published.lab.page(address).status == 404)
        let now = await published.lab.page(Published.plan)
        #expect(!now.links.contains(address))
        #expect(now.figures["objectives in 2 priorities"] == "4")
        for (issue, isThere) in [(1, true), (2, true), (3, false)] {
            let page = await published.lab.page("\(Published.plan)/versions/\(issue)")
            let rows = page.tables["Objectives of this issue"]?.rows ?? []
            #expect(rows.contains { $0[0] == "P1B:1 News goes out, always." } == isThere)
        }
        try await published.lab.record(Published.texts[3].get())
        #expect(await published.lab.page(address).status == 200)
    }

    @Test func `going back to the first text is a new issue that says the same as the first`()
        async throws
    {
        let lab = try await Published.all().lab
        let first = try await lab.recordOf("HOLLIN-2024", issue: 1)
        let last = try await lab.recordOf("HOLLIN-2024")
        #expect(last.issue.number == 5)
        #expect(last.objectives == first.objectives)
        #expect(last.areas == first.areas)
        #expect(last.bodies == first.bodies)
    }

    @Test func `the plan's own page names the issue it shows`() async throws {
        let page = try await Published.all().lab.page(Published.plan)
        #expect(page.text.contains("Published 1 June 2024, version 1.0. This is issue 5 of it."))
    }

    @Test func `no link of a plan with five issues is dead`() async throws {
        let crawl = await Crawl(from: ["/plans"], in: try await Published.all().lab)
        #expect(crawl.dead == [])
        #expect(crawl.pages.keys.count { $0.contains("/versions/") } == 5)
    }

    @Test func `lists and facts are those that the entries give`() async throws {
        let report = try await Published.all().lab.ledger.checkRebuild()
        #expect(report.difference == nil)
        #expect(report.entries > 30)
        #expect(try await Published.all().lab.ledger.knownHead.sequence == report.entries)
    }

    @Test func `several issues published on one day are kept in their order`() async throws {
        let lab = try await Lab()
        let first = try SmallActionPlan.tree.get()
        let without = first.setting("priority_areas[0].responses[1].objectives[0]", nil)
            .setting("areas_for_improvement[0].objectives", .list([.text("P1A:1")]))
            .setting("plan.counts", nil)
        for (tree, objectives) in [(first, 5), (without, 4), (first, 5), (without, 4)] {
            try await lab.record(tree)
            #expect(try await lab.recordOf("HOLLIN-2024").objectives.count == objectives)
        }
        #expect(try await lab.recordOf("HOLLIN-2024", issue: 3).objectives.count == 5)
        #expect(try await lab.recordOf("HOLLIN-2024", issue: 2).objectives.count == 4)
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `an issue that only puts the objectives in another order has no changes to tell`()
        async throws
    {
        let lab = try await Lab()
        let tree = try SmallActionPlan.tree.get()
        try await lab.record(tree)
        let result = try await lab.record(
            tree.changing("priority_areas[0].responses[0].objectives") { .list($0.items.reversed()) })
        #expect(result.value.issue == 2)
        #expect(result.value.changed == 0)
        #expect(result.value.moved == 2)
        let page = await lab.page("\(Published.plan)/versions/2")
        #expect(page.text.contains("Only the plan’s own details changed."))
        let plan = await lab.page(Published.plan)
        #expect(
            plan.tables["Objectives of P1"]?.rows.map { String($0[0].prefix(5)) } == [
                "P1A:2", "P1A:1", "P1B:1",
            ])
    }

    private func history(_ page: Shown) -> [String] {
        let list = page.main.components(separatedBy: "How it changed").dropFirst().joined()
        return between(list, "<li>", "</li>").map { words(of: $0) }
    }
}
