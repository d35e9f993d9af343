import Access
import CivilTime
import Testing

@testable import Ledger
@testable import Pages
@testable import Programme

/// The report of a month, whole: before its board, as the board received it, and as everybody may read it.
@Suite struct `Reports of a month are as they were last agreed` {
    /// July received by the board with a rating, a move and evidence; August with a report, still open.
    private static let recorded = Task {
        let pages = try await ProgressPages(today: day("2024-08-05"))
        let lab = pages.lab
        try await lab.report(
            "P1A:1", for: month("2024-07"), .amber, by: .hearing,
            [
                .met(code("m1"), on: day("2024-03-04")),
                .forecast(code("m2"), to: month("2024-10"), why: "The survey ran late"),
            ], narrative: "We asked half of the services.")
        let evidence = try await lab.evidence("P1A:1", .output, for: month("2024-07"), by: .hearing)
        try await lab.clear(evidence, of: "P1A:1", by: .second)
        _ = await pages.post(
            "/programme/plans/HOLLIN-2024/risks/new", ProgressPages.risk, by: .hearing,
            lists: ["objectives": ["P1A:1"]])
        let plan = lab.plan
        _ = try await lab.commit {
            try IntroduceMonth(
                plan: plan, month: month("2024-07"),
                introduction: .init(summary: "A slow month.", asks: ["May m2 move to October?"])
            ).decide(&$0)
        }
        try await lab.change(month("2024-07"), .close)
        try await lab.change(
            month("2024-07"), .receive(board: "Improvement Board", meeting: nil, on: day("2024-08-05")))
        lab.lab.clock.set(day("2024-09-05"))
        try await lab.report("P1A:1", for: month("2024-08"), .green, by: .hearing, narrative: "It is done.")
        return pages
    }

    @Test(arguments: [
        ("months", "months"), ("months/2024-07", "month-received"), ("months/2024-08", "month-open"),
        ("months/2024-08/groups", "highlights"), ("months/2024-07/report", "report-received"),
        ("months/2024-08/report", "report-draft"),
    ])
    func `a page for the board and the groups`(rest: String, name: String) async throws {
        let pages = try await Self.recorded.value
        let page = await pages.page("/programme/plans/HOLLIN-2024/\(rest)", by: .team)
        #expect(page.status == 200)
        try Golden.expect(steady(page), toBe: "assurance-\(name).html")
    }

    @Test(arguments: [("reports", "public-list"), ("reports/2024-07", "public-report")])
    func `a page for everybody`(rest: String, name: String) async throws {
        let pages = try await Self.recorded.value
        let page = await pages.page("/plans/HOLLIN-2024/\(rest)", by: Visitor.nobody)
        #expect(page.status == 200)
        try Golden.expect(steady(page), toBe: "assurance-\(name).html")
    }

    @Test(arguments: [("2024-08-04", true), ("2024-08-05", false)])
    func `a page that says where the board met before the month was closed`(
        met: String, isEarly: Bool
    ) async throws {
        let pages = try await ProgressPages(today: day("2024-08-05"))
        try await pages.lab.change(month("2024-07"), .close)
        try await pages.lab.change(
            month("2024-07"), .receive(board: "Improvement Board", meeting: nil, on: day(met)))
        let page = await pages.page("/plans/HOLLIN-2024/reports/2024-07", by: Visitor.nobody)
        #expect(page.status == 200)
        #expect(page.text.contains("The board met 1 day before this month was closed") == isEarly)
    }

    @Test func `no page for everybody before the board has it`() async throws {
        let pages = try await Self.recorded.value
        let page = await pages.page("/plans/HOLLIN-2024/reports/2024-08", by: Visitor.nobody)
        #expect(page.status == 404)
        #expect(!page.html.contains("It is done."))
    }
}
