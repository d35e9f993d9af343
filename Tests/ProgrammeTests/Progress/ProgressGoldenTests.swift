import CivilTime
import Testing

@testable import Access
@testable import Ledger
@testable import Pages
@testable import Programme

/// Whole pages of each month, so that whoever changes them sees what changed.
@Suite struct `Pages of each month are as they were last agreed` {
    /// Two months of an objective: one that the board has received, one that it has not.
    private static let recorded = Task {
        let pages = try await ProgressPages(today: day("2024-08-20"))
        let lab = pages.lab
        try await lab.report(
            "P1A:1", for: month("2024-07"), .amber, by: .hearing,
            [
                .met(code("m1"), on: day("2024-03-04")),
                .forecast(code("m2"), to: month("2024-10"), why: "The survey ran late"),
            ], narrative: "We asked half of the services.\nThe rest follow in autumn.")
        let evidence = try await lab.evidence("P1A:1", .output, for: month("2024-07"), by: .hearing)
        try await lab.clear(evidence, of: "P1A:1", by: .second)
        try await lab.change(month("2024-07"), .close)
        try await lab.change(
            month("2024-07"), .receive(board: "Improvement Board", meeting: nil, on: day("2024-08-14")))
        lab.lab.clock.set(day("2024-09-10"))
        try await lab.report("P1A:1", for: month("2024-08"), .green, by: .hearing)
        try await lab.evidence("P1A:1", .impact, for: month("2024-08"), by: .hearing)
        _ = await pages.post(
            "/programme/plans/HOLLIN-2024/risks/new", ProgressPages.risk, by: .hearing,
            lists: ["objectives": ["P1A:1", "P1A:2"]])
        lab.lab.clock.set(Lab.today)
        return pages
    }

    @Test(arguments: [
        ("/programme", "start"), ("/programme/plans/HOLLIN-2024", "plan"),
        ("/programme/plans/HOLLIN-2024/risks", "risks"),
        ("/programme/plans/HOLLIN-2024/risks/new", "risk-form"),
        ("/programme/plans/HOLLIN-2024/evidence", "evidence-to-clear"),
    ])
    func `a page for a lead`(address: String, name: String) async throws {
        try await expect(address, by: .hearing, name)
    }

    @Test(arguments: [("", "objective"), ("/report", "report-form"), ("/evidence", "evidence-form")])
    func `a page on an objective`(rest: String, name: String) async throws {
        let path = try await Self.recorded.value.path("P1A:1", rest)
        try await expect(path, by: .hearing, name)
    }

    @Test func `the page on who leads which group`() async throws {
        try await expect("/programme/plans/HOLLIN-2024/leads", by: .team, "leads")
    }

    @Test func `the public page of an objective that a board has received`() async throws {
        let pages = try await Self.recorded.value
        let page = await pages.page("/plans/HOLLIN-2024/objectives/P1A:1", by: Visitor.nobody)
        #expect(page.status == 200)
        try Golden.expect(steady(page), toBe: "progress-public.html")
    }

    private func expect(_ address: String, by someone: Someone, _ name: String) async throws {
        let page = try await Self.recorded.value.page(address, by: someone)
        #expect(page.status == 200)
        try Golden.expect(steady(page), toBe: "progress-\(name).html")
    }
}
