import Access
import CivilTime
import Testing

@testable import Ledger
@testable import Pages
@testable import Programme

/// A plan published again with the dates that its board approved.
@Suite struct `Publishing approved dates` {
    private static let issue = "\(Office.plan)/changes/issue"
    private static let fields = [
        "version": "1.1", "day-day": "20", "day-month": "9", "day-year": "2024",
        "words-p1a-2": "By October 2025, calls are answered in a day.",
    ]

    /// An office in which one date was asked for and approved.
    private func office(approved: Bool = true) async throws -> Office {
        let office = try await Office()
        let asking = AskForChange(
            plan: try await office.planID(), name: .objective(code("P1A:2")), to: month("2025-10"),
            reason: "No staff.", effect: "They wait.", group: "Hearing Families", account: office.lead.account
        )
        let id = try await office.commit(by: office.lead) { try asking.decide(&$0) }
        guard approved else { return office }
        let decision = DecideOnChange(
            request: id, decision: .approved, body: code("BOARD"), day: day("2024-09-20"), words: "",
            account: office.board.account)
        try await office.commit(by: office.board) { try decision.decide(&$0) }
        return office
    }

    @Test func `makes a new issue whose dates, words and version everybody sees`() async throws {
        let office = try await office()
        let list = await office.get("\(Office.plan)/changes", by: office.team)
        #expect(list.html.contains(Self.issue))
        let form = await office.get(Self.issue, by: office.team)
        #expect(form.status == 200)
        #expect(form.text.contains("August 2024 and August 2025, now October 2025"))
        let sent = await office.post(Self.issue, Self.fields, by: office.team)
        #expect(sent.status == 303, "\(sent.problems)")
        let objective = await office.lab.page("\(Office.plan)/objectives/P1A:2")
        #expect(objective.text.contains("By October 2025, calls are answered in a day."))
        #expect(objective.text.contains("August 2024 and October 2025"))
        #expect(!objective.text.contains("not yet re-issued"))
        let compared = await office.lab.page("\(Office.plan)/compare?from=1&to=2")
        #expect(compared.text.contains("Approved by Improvement Board on 20 September 2024: No staff."))
        let record = try await office.lab.recordOf("HOLLIN-2024")
        #expect(record.plan.issues.map(\.number) == [1, 2])
        #expect(record.header.printedVersion == "1.1")
        #expect(record.header.published == day("2024-09-20"))
        #expect(try await office.lab.ledger.checkRebuild().difference == nil)
        let after = await office.get("\(Office.plan)/changes", by: office.team)
        #expect(!after.html.contains(Self.issue))
    }

    @Test func `is not there for a lead, nor for the board`() async throws {
        let office = try await office()
        for somebody in [office.lead, office.board, office.parent] {
            #expect(await office.get(Self.issue, by: somebody).status == 404)
            #expect(await office.post(Self.issue, Self.fields, by: somebody).status == 404)
        }
        #expect(try await office.lab.recordOf("HOLLIN-2024").plan.issues.count == 1)
    }

    @Test func `has nothing to do where nothing is approved, and says so`() async throws {
        let office = try await office(approved: false)
        let form = await office.get(Self.issue, by: office.team)
        #expect(form.text.contains("There is nothing to publish"))
        let sent = await office.post(Self.issue, Self.fields, by: office.team)
        #expect(sent.status == 422)
        #expect(sent.problems == ["The plan states every approved date already. Nothing was published"])
        #expect(try await office.lab.recordOf("HOLLIN-2024").plan.issues.count == 1)
    }

    @Test func `leaves out a date of what the plan promises no more`() async throws {
        let office = try await office()
        let later = try SmallActionPlan.published("2024-09-20", version: "1.1") {
            $0.setting("priority_areas[0].responses[0].objectives[1]", nil).setting("plan.counts", nil)
        }
        try await office.lab.record(later)
        let form = await office.get(Self.issue, by: office.team)
        #expect(form.text.contains("There is nothing to publish"))
        #expect(!(await office.get("\(Office.plan)/changes", by: office.team)).html.contains(Self.issue))
    }

    @Test(arguments: [
        (["day-year": "2031"], "20 September 2031 has not come yet"),
        (["day-day": "19"], "One of the dates was approved on 20 September 2024"),
        (["day-year": "2019"], "The issue that stands was published on"),
        (["version": "1.0"], "The issue that stands is printed as 1.0"),
        (["words-p1a-2": ""], "Enter what P1A:2 promises"),
        (["day-day": "31"], "September 2024 has only 30 days"),
    ])
    func `is refused in words, and nothing is lost`(wrong: [String: String], words: String) async throws {
        let office = try await office()
        let sent = await office.post(
            Self.issue, Self.fields.merging(wrong) { $1 }, by: office.team)
        #expect(sent.status == 422)
        #expect(sent.problems.contains { $0.contains(words) }, "\(sent.problems)")
        #expect(sent.html.contains("value=\"\(wrong["version"] ?? "1.1")\""))
        #expect(try await office.lab.recordOf("HOLLIN-2024").plan.issues.count == 1)
    }

    @Test func `tells the second of two that the first has published it`() async throws {
        let office = try await office()
        let shown = await office.get(Self.issue, by: office.otherTeam).hidden(Form.shownField) ?? ""
        _ = await office.post(Self.issue, Self.fields, by: office.team)
        let second = await office.post(
            Self.issue, Self.fields.merging([Form.shownField: shown]) { $1 }, by: office.otherTeam)
        #expect(second.status == 422)
        #expect(try await office.lab.recordOf("HOLLIN-2024").plan.issues.count == 2)
    }

    @Test func `moves a milestone alone, and an action with its words for the date`() async throws {
        let record = try await Office().lab.recordOf("HOLLIN-2024")
        let objective = try #require(record.objectives.first { $0.code == code("P1A:1") })
        let moved = objective.moving(.milestone(code("m2"), of: objective.code), to: month("2026-01"))
        #expect(moved.milestones.first { $0.code == code("m2") }?.due == month("2026-01"))
        #expect(moved.due == objective.due && moved.text == objective.text)
        let sooner = objective.moving(.objective(objective.code), to: month("2024-01"))
        #expect(sooner.due.months == [month("2024-01")])
        #expect(sooner.due.text == nil)
    }
}
