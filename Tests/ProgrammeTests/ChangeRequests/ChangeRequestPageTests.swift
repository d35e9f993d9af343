import Access
import CivilTime
import Testing

@testable import Ledger
@testable import Pages
@testable import Programme

@Suite struct `The pages of requests to change dates` {
    private static let fields = [
        "promise": "objective P1A:2", "to-month": "October", "to-year": "2025",
        "reason": "The post stood empty.", "effect": "Answers come later.", "group": "TF-HEAR",
    ]
    private static let decision = [
        "decision": "approved", "body": "BOARD", "day-day": "20", "day-month": "9", "day-year": "2024",
        "words": "Agreed, once.",
    ]

    private func asked(_ office: Office, by visitor: Visitor? = nil) async throws -> String {
        let answer = await office.post("\(Office.plan)/changes/new", Self.fields, by: visitor ?? office.lead)
        #expect(answer.status == 303, "\(answer.problems)")
        return try #require(answer.location)
    }

    @Test func `lead from the review to a request, to its decision, to the public page`() async throws {
        let office = try await Office()
        let review = await office.get("\(Office.plan)/review", by: office.team)
        #expect(review.status == 200)
        #expect(review.html.contains("/changes/new?promise=objective%20P1A:2"))
        let form = await office.get("\(Office.plan)/changes/new?promise=objective+P1A:2", by: office.lead)
        #expect(form.html.contains("<option value=\"objective P1A:2\" selected>"))
        let one = try await asked(office)
        let page = await office.get(one, by: office.board)
        #expect(page.text.contains("Waiting for a decision") && page.html.contains("\(one)/decision"))
        let decided = await office.post("\(one)/decision", Self.decision, by: office.board)
        #expect(decided.location == one)
        let objective = await office.lab.page("\(Office.plan)/objectives/P1A:2")
        #expect(
            objective.text.contains(
                "Approved, not yet re-issued: objective P1A:2 is to be due in October 2025"))
        #expect(objective.text.contains("Improvement Board") && !objective.text.contains("Imani"))
        let after = await office.get("\(Office.plan)/review", by: office.team)
        #expect(after.text.contains("Approved for October 2025, not yet re-issued."))
    }

    @Test func `show a request about a date in the list, waiting ones first`() async throws {
        let office = try await Office()
        let empty = await office.get("\(Office.plan)/changes", by: office.scrutiny)
        #expect(empty.text.contains("Nobody has asked for another date yet."))
        _ = try await asked(office)
        let page = await office.get("\(Office.plan)/changes", by: office.scrutiny)
        #expect(page.text.contains("1 request waits for a decision."))
        #expect(!page.html.contains("/changes/new"))
    }

    @Test func `keep what was typed and say everything that is missing`() async throws {
        let office = try await Office()
        let answer = await office.post(
            "\(Office.plan)/changes/new", ["effect": "They wait.", "to-month": "13"], by: office.lead)
        #expect(answer.status == 422 && answer.problems.count == 4)
        #expect(answer.html.contains("They wait.</textarea>"))
    }

    @Test(arguments: [
        (["to-month": "8", "to-year": "2024"], "August 2024 has passed"),
        (["to-month": "8", "to-year": "2025"], "It is promised for August 2025 already"),
        (["promise": "objective P9"], "The plan holds no such objective"),
        (["promise": "nonsense"], "Choose what is to be done later or sooner"),
    ])
    func `refuse what cannot be, each in its own words`(changed: [String: String], words: String) async throws
    {
        let office = try await Office()
        let answer = await office.post(
            "\(Office.plan)/changes/new", Self.fields.merging(changed) { $1 }, by: office.lead)
        #expect(answer.status == 422)
        #expect(answer.problems.contains { $0.hasPrefix(words) }, "\(answer.problems)")
        #expect(answer.html.contains("The post stood empty.</textarea>"))
    }

    @Test func `say that what is asked about was dropped while the form was open`() async throws {
        let office = try await Office()
        office.lab.clock.set(day("2024-09-20"))
        try await office.lab.record(
            try SmallActionPlan.published("2024-09-01", version: "1.1") {
                $0.setting("priority_areas[0].responses[1].objectives[0]", nil)
                    .setting("areas_for_improvement[0].objectives", .list([.text("P1A:1")]))
                    .setting("plan.counts", nil)
            })
        let answer = await office.post(
            "\(Office.plan)/changes/new", Self.fields.merging(["promise": "objective P1B:1"]) { $1 },
            by: office.lead)
        #expect(answer.problems.contains { $0.hasPrefix("Issue 2 of the plan dropped objective P1B:1") })
    }

    @Test func `take a form sent twice once`() async throws {
        let office = try await Office()
        let command = Identifiers.live.next()
        let first = await office.post(
            "\(Office.plan)/changes/new", Self.fields, by: office.lead, command: command)
        let second = await office.post(
            "\(Office.plan)/changes/new", Self.fields, by: office.lead, command: command)
        #expect(first.status == 303 && first.location == second.location)
    }

    @Test func `do not let anybody decide on their own request`() async throws {
        let office = try await Office()
        let one = try await asked(office, by: office.team)
        let page = await office.get(one, by: office.team)
        #expect(!page.html.contains("\(one)/decision"))
        #expect(page.text.contains("somebody else records the decision"))
        let answer = await office.post("\(one)/decision", Self.decision, by: office.team)
        #expect(answer.status == 422)
        #expect(answer.problems == [ChangeRequestRefusal.ownRequest.forPerson.withoutStop])
    }

    @Test func `show the second of two who decide at once what the first decided`() async throws {
        let office = try await Office()
        let one = try await asked(office)
        let shown = await office.get("\(one)/decision", by: office.board).hidden(Form.shownField)
        let first = await office.post(
            "\(one)/decision", Self.decision.merging([Form.shownField: shown ?? ""]) { $1 }, by: office.team)
        #expect(first.status == 303)
        let second = await office.post(
            "\(one)/decision",
            Self.decision.merging([Form.shownField: shown ?? "", "decision": "refused", "words": "Too late."])
            { $1 },
            by: office.board)
        #expect(second.status == 422)
        #expect(second.text.contains("Asha Merriden, programme team saved a change today at 13:00"))
        #expect(second.text.contains("Agreed, once.") && second.html.contains("Too late.</textarea>"))
        let again = await office.post(
            "\(one)/decision",
            Self.decision.merging([Form.shownField: second.hidden(Form.shownField) ?? ""]) { $1 },
            by: office.board)
        #expect(again.problems.first?.hasPrefix("This request was decided before (approved)") == true)
    }

    @Test func `ask for the words of a refusal and for a day that has come`() async throws {
        let office = try await Office()
        let one = try await asked(office)
        let answer = await office.post(
            "\(one)/decision",
            Self.decision.merging(["decision": "refused", "words": "", "day-year": "2025"]) { $1 },
            by: office.board)
        #expect(answer.problems.count == 2)
    }

    @Test func `take a request back, and ask again for one that was sent back`() async throws {
        let office = try await Office()
        let one = try await asked(office)
        let back = await office.post(
            "\(one)/decision", Self.decision.merging(["decision": "sent-back"]) { $1 }, by: office.board)
        #expect(back.status == 303)
        let form = await office.get("\(one)/again", by: office.lead)
        #expect(form.html.contains("The post stood empty.</textarea>"))
        let again = await office.post(
            "\(one)/again",
            ["to-month": "11", "to-year": "2025", "reason": "Still empty.", "effect": "A month more."],
            by: office.lead)
        #expect(again.status == 303, "\(again.problems)")
        let taken = await office.post("\(one)/taking-back", ["why": "Somebody was found."], by: office.lead)
        #expect(taken.status == 303)
        let page = await office.get(one, by: office.scrutiny)
        for words in ["sent back", "asked again", "taken back. Somebody was found."] {
            #expect(page.text.contains(words), "\(words)")
        }
    }

    @Test func `are not there for who may not see or do`() async throws {
        let office = try await Office()
        let one = try await asked(office)
        for (address, visitor) in [
            ("\(Office.plan)/changes", office.parent), (one, office.parent),
            ("\(Office.plan)/review", office.lead),
            ("\(Office.plan)/changes/new", office.board), ("\(one)/decision", office.lead),
            ("\(one)/again", office.scrutiny), ("\(Office.plan)/changes/of/none", office.team),
            ("/plans/NONE/changes", office.team),
        ] {
            #expect(await office.get(address, by: visitor).status == 404, "\(address)")
        }
        #expect(await office.post("\(one)/decision", Self.decision, by: office.scrutiny).status == 404)
    }

    @Test func `belong to the plan that they are about`() async throws {
        let office = try await Office(try [SmallActionPlan.tree.get(), SmallStatement.tree.get()])
        let one = try await asked(office)
        let other = one.replacing("HOLLIN-2024", with: "HOLLIN-2018")
        #expect(await office.get(other, by: office.team).status == 404)
    }

    @Test func `are the reason that a comparison gives, and an issue without one says so`() async throws {
        let office = try await Office()
        let one = try await asked(office)
        _ = await office.post("\(one)/decision", Self.decision, by: office.board)
        office.lab.clock.set(day("2024-11-01"))
        try await office.lab.record(
            try SmallActionPlan.published("2024-11-01", version: "1.1") {
                $0.setting(
                    "priority_areas[0].responses[0].objectives[1].due",
                    .list([.text("2024-08"), .text("2025-10")])
                ).setting("priority_areas[1].responses[0].objectives[0].due", .text("2025-03"))
            })
        let page = await office.lab.page("\(Office.plan)/compare?from=1&to=2", today: day("2024-11-01"))
        let rows = try #require(page.tables["Slipped"]).rows
        #expect(
            rows.map { $0[5] } == [
                "Approved by Improvement Board on 20 September 2024: The post stood empty.",
                "No reason was recorded. No approved request for this date is recorded here.",
            ])
        let issue = await office.lab.page("\(Office.plan)/versions/2", today: day("2024-11-01"))
        #expect(issue.text.contains("Without an approved request that is recorded here: objective P2A:1"))
    }

    @Test(arguments: [("changes", "changes.html"), ("review", "review.html")])
    func `are as they were last agreed`(page: String, name: String) async throws {
        let office = try await Office()
        let answer = await office.get("\(Office.plan)/\(page)", by: office.team)
        #expect(answer.status == 200)
        try Golden.expect(answer.body, toBe: name)
    }
}
