import Access
import CivilTime
import Testing

@testable import Ledger
@testable import Pages
@testable import Programme

/// A register with one of everything, recorded once for every test that only looks at it.
struct FilledRegisters: Sendable {
    let lab: RegisterLab
    let item: String
    let recommendation: String
    let review: String
    let duty: String
    let set: String

    static func filled() async throws -> FilledRegisters { try await recorded.value }

    private static let recorded = Task { try await FilledRegisters() }

    private init() async throws {
        lab = try await RegisterLab()
        item = try await Self.item(lab)
        try await lab.record(report: SmallReport.text)
        let recommendations = try await lab.recommendations()
        recommendation = try #require(recommendations.first)
        let (first, followed) = (recommendation, day("2024-04-02"))
        try await lab.commit {
            try RecordOnRecommendation(
                .followUp(.inProgress, followed, words: "A list of leads is out."), on: first
            ).decide(&$0)
        }
        review = try await Self.review(lab)
        duty = try await Self.duty(lab)
        set = try await Self.set(lab)
    }

    private static func item(_ lab: RegisterLab) async throws -> String {
        let item = try await lab.item()
        let link = GivenPaper(link: "https://example.org/strategy")
        let changes: [RecordOnRegisterItem.Change] = [
            .version(
                try RegisterLab.number("0.9"), day("2024-05-20"), link, changed: "Draft", isPublic: false),
            .version(
                try RegisterLab.number("1.0"), day("2024-06-20"), link, changed: "After comments",
                isPublic: true),
            .coproduction(
                day("2024-06-01"), [Participants(.parents, 12), Participants(.youngPeople, 3)],
                said: "Come sooner.\nStay longer.", changed: "A drop-in & a helpline"),
            .action("Open the drop-in", owner: "Head of Hubs", due: day("2024-09-01")),
            .status(.inProgress, day("2024-05-01"), words: "Begun"),
            .status(.published, day("2024-06-21"), words: "By the board"), .publicity(true),
        ]
        for change in changes { try await lab.record(change, on: item) }
        return item
    }

    private static func review(_ lab: RegisterLab) async throws -> String {
        let details = ReviewDetails(
            kind: .stocktake, title: "Second stocktake", body: "The department", planned: day("2024-08-05"),
            scope: "Timeliness", asked: "Show it",
            serving: Serving(plan: RegisterLab.plan, objectives: [code("P1A:1")]),
            next: day("2024-12-05"))
        let id = try await lab.commit { try RecordExternalReview(details).decide(&$0) }
        let changes: [RecordOnExternalReview.Change] = [
            .held(day("2024-08-05"), words: "With the board"),
            .found(day("2024-08-20"), strengths: "Voices", findings: "Waits"),
            .action("Clear the waits", owner: "Director", due: day("2024-12-01"), Serving()),
            .publicity(true),
        ]
        for change in changes {
            try await lab.commit { try RecordOnExternalReview(change, on: id).decide(&$0) }
        }
        return id
    }

    private static func duty(_ lab: RegisterLab) async throws -> String {
        let details = ReportingDetails(
            committee: "People’s Scrutiny", reporter: "Director", what: "Progress", frequency: .quarterly)
        let due = day("2024-09-10")
        return try await lab.commit { try RecordReportingDuty(details, firstDue: due).decide(&$0) }
    }

    private static func set(_ lab: RegisterLab) async throws -> String {
        let details = SharingDetails(
            title: "Evidence for the stocktake", recipient: "The department", arrangement: "Notice")
        let id = try await lab.commit { try RecordSharingSet(details).decide(&$0) }
        let paper = GivenPaper(link: "https://example.org/waits")
        try await lab.commit { try RecordOnSharingSet(.add("Waits", shows: "", paper), on: id).decide(&$0) }
        return id
    }

    /// The page's bytes with random ids in the order in which they come.
    func steady(_ answer: RegisterAnswer) -> [UInt8] {
        var text = answer.html
        var seen: [String] = []
        for match in answer.html.matches(of: /[0-9a-hjkmnp-tv-z]{26}/) {
            let id = String(match.output)
            guard !seen.contains(id) else { continue }
            seen.append(id)
            text = text.replacing(id, with: "id-\(seen.count)")
        }
        return Array(text.utf8)
    }
}

@Suite struct `Pages of registers are as they were last agreed` {
    private func expect(_ address: String, by visitor: Bool = true, _ name: String) async throws {
        let filled = try await FilledRegisters.filled()
        let answer = await filled.lab.get(address, by: visitor ? filled.lab.team : .nobody)
        #expect(answer.status == 200, "\(address)")
        try Golden.expect(filled.steady(answer), toBe: "register-\(name).html")
    }

    @Test(arguments: [
        ("/registers", "index"), ("/registers/kinds/strategy", "list"),
        ("/registers/kinds/funding", "list-empty"), ("/registers/kinds/funding/new", "new-funding"),
        ("/registers/recommendations", "recommendations"), ("/registers/reviews", "reviews"),
        ("/registers/reporting", "reporting"), ("/registers/sharing", "sharing"),
    ])
    func `a page of the partnership`(address: String, name: String) async throws {
        try await expect(address, name)
    }

    @Test(arguments: [
        ("/strategies", "published"), ("/recommendations", "published-recommendations"),
        ("/reviews", "published-reviews"),
    ])
    func `a page for everybody`(address: String, name: String) async throws {
        try await expect(address, by: false, name)
    }

    @Test func `the page of each thing, for the partnership and for everybody`() async throws {
        let filled = try await FilledRegisters.filled()
        try await expect("/registers/items/\(filled.item)", "item")
        try await expect("/strategies/\(filled.item)", by: false, "published-item")
        try await expect("/registers/recommendations/of/\(filled.recommendation)", "recommendation")
        try await expect("/recommendations/\(filled.recommendation)", by: false, "published-recommendation")
        try await expect("/registers/reviews/of/\(filled.review)", "review")
        try await expect("/reviews/\(filled.review)", by: false, "published-review")
        try await expect("/registers/reporting/of/\(filled.duty)", "duty")
        try await expect("/registers/sharing/of/\(filled.set)", "set")
        try await expect("/registers/items/\(filled.item)/change/version", "change-version")
        try await expect("/registers/sharing/of/\(filled.set)/change/checklist", "change-checklist")
    }
}
