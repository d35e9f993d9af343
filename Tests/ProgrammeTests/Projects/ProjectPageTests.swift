import Access
import CivilTime
import Testing

@testable import Ledger
@testable import Pages
@testable import Programme

@Suite struct `The pages of projects` {
    private static let fields = [
        "kind": "workstream", "title": "Answer parents", "programme": "National value programme",
        "purpose": "To answer.", "in-scope": "Letters", "benefits": "Parents know.", "signs": "They say so.",
        "objectives": "HOLLIN-2024 P1A:1", "owner": "Head of SEND", "sponsor": "Director",
        "team": "Officer\n\nAnalyst", "milestones": "October 2024: First draft\n2024-12 Agreed",
    ]

    private func proposed(_ office: Office, _ more: [String: String] = [:], by visitor: Visitor? = nil)
        async throws -> String
    {
        let answer = await office.post(
            "/projects/new", Self.fields.merging(more) { $1 }, by: visitor ?? office.lead)
        #expect(answer.status == 303, "\(answer.problems)")
        return try #require(answer.location)
    }

    @Test func `lead from an empty list to a project that is agreed, reported on and closed`() async throws {
        let office = try await Office()
        let empty = await office.get("/projects", by: office.lead)
        #expect(empty.status == 200 && empty.text.contains("No project is recorded yet."))
        let one = try await proposed(office)
        let agreed = await office.post(
            "\(one)/agreement",
            [
                "body": "Improvement Board", "day-day": "20", "day-month": "9", "day-year": "2024",
                "words": "Yes.",
            ],
            by: office.board)
        #expect(agreed.location == one, "\(agreed.problems)")
        let started = await office.post(
            "\(one)/steps/start", ["day-day": "20", "day-month": "9", "day-year": "2024"], by: office.lead)
        #expect(started.status == 303)
        let report = await office.post(
            "\(one)/highlight",
            [
                "month-month": "9", "month-year": "2024", "rating": "amber", "done": "Wrote to all.",
                "next": "Hear back.", "decisions": "A second officer.",
            ], by: office.lead)
        #expect(report.status == 303, "\(report.problems)")
        let milestone = await office.post(
            "\(one)/steps/milestone",
            [
                "milestone": "m1", "outcome": "expected", "to-month": "11", "to-year": "2024",
                "why": "Illness.",
            ],
            by: office.lead)
        #expect(milestone.status == 303, "\(milestone.problems)")
        let page = await office.get(one, by: office.scrutiny)
        for words in [
            "Live. Last reported for September 2024: amber, at risk",
            "November 2024 (1 month later) Illness.",
            "Improvement Board agreed to version 1. Yes.", "Decisions needed A second officer.",
        ] {
            #expect(page.text.contains(words), "\(words): \(page.text)")
        }
        let closed = await office.post(
            "\(one)/steps/closing",
            ["day-day": "20", "day-month": "9", "day-year": "2024", "how": "All answered."], by: office.lead)
        #expect(closed.status == 303)
        #expect(await office.get("/projects", by: office.lead).text.contains("Status Closed"))
        #expect(await office.get(one, by: office.lead).html.contains("/highlight") == false)
    }

    @Test func `keep what was typed and name every problem`() async throws {
        let office = try await Office()
        let answer = await office.post(
            "/projects/new", ["title": "T", "milestones": "June 2024: One\nwhenever"], by: office.lead)
        #expect(answer.status == 422)
        #expect(answer.problems.contains { $0.hasPrefix("Line 2 of the milestones (“whenever”)") })
        #expect(answer.problems.count == 9, "\(answer.problems)")
        #expect(answer.html.contains("whenever</textarea>"))
    }

    @Test func `show the second of two who write at once what the first wrote`() async throws {
        let office = try await Office()
        let one = try await proposed(office)
        let shown = await office.get("\(one)/document", by: office.lead).hidden(Form.shownField) ?? ""
        let fields = Self.fields.merging(["lead": office.lead.account ?? "", Form.shownField: shown]) { $1 }
        let first = await office.post(
            "\(one)/document", fields.merging(["purpose": "To listen."]) { $1 }, by: office.team)
        #expect(first.status == 303, "\(first.problems)")
        let second = await office.post(
            "\(one)/document", fields.merging(["purpose": "To write."]) { $1 }, by: office.lead)
        #expect(second.status == 422)
        #expect(second.text.contains("Asha Merriden, programme team saved a change"))
        #expect(second.text.contains("To listen.") && second.html.contains("To write.</textarea>"))
    }

    @Test func `print any version of the initiation document`() async throws {
        let office = try await Office()
        let one = try await proposed(office)
        _ = await office.post(
            "\(one)/document", Self.fields.merging(["purpose": "To listen.", Form.shownField: "1"]) { $1 },
            by: office.lead)
        let last = await office.get("\(one)/initiation", by: office.scrutiny)
        #expect(last.text.contains("Version 2") && last.text.contains("To listen."))
        let first = await office.get("\(one)/initiation?version=1", by: office.scrutiny)
        #expect(first.text.contains("Version 1, written Friday 20 September 2024; not agreed."))
        #expect(first.text.contains("To answer."))
        for version in ["0", "3", "x"] {
            #expect(await office.get("\(one)/initiation?version=\(version)", by: office.team).status == 404)
        }
    }

    @Test func `ask for what a milestone's outcome needs`() async throws {
        let office = try await Office()
        let one = try await proposed(office)
        let met = await office.post(
            "\(one)/steps/milestone", ["milestone": "m1", "outcome": "met"], by: office.lead)
        #expect(met.problems == ["Enter the day on which it was met"])
        let expected = await office.post(
            "\(one)/steps/milestone", ["milestone": "m1", "outcome": "expected"], by: office.lead)
        #expect(expected.problems == ["Enter the month in which it is expected", "Say why its date moved"])
        let none = await office.post("\(one)/steps/milestone", [:], by: office.lead)
        #expect(none.problems == ["Choose milestone", "Choose what is to be recorded"])
    }

    @Test func `hold themes with their co-chairs`() async throws {
        let office = try await Office()
        let added = await office.post(
            "/projects/themes/new", ["title": "Early help", "co-chairs": "Director\nChair of the forum"],
            by: office.team)
        #expect(added.location == "/projects", "\(added.problems)")
        let twice = await office.post(
            "/projects/themes/new", ["title": "Early help", "co-chairs": "Nobody"], by: office.team)
        #expect(twice.problems == ["There is already a theme of this name"])
        let list = await office.get("/projects", by: office.team)
        #expect(list.text.contains("Chaired by Director; Chair of the forum."))
        let link = try #require(between(list.html, "href=\"/projects/themes/of/", "\"").first)
        let one = "/projects/themes/of/\(link)"
        let changed = await office.post(
            one, ["title": "Earlier help", "co-chairs": "Director", Form.shownField: "1"], by: office.team)
        #expect(changed.status == 303, "\(changed.problems)")
        let project = try await proposed(office, ["theme": link])
        #expect(await office.get(project, by: office.lead).text.contains("Earlier help"))
        let ended = await office.post(
            "\(one)/closing", ["why": "Done.", Form.shownField: "2"], by: office.team)
        #expect(ended.status == 303, "\(ended.problems)")
        #expect(await office.get("/projects", by: office.lead).text.contains("This theme has ended."))
        #expect(await office.get(one, by: office.team).status == 404)
    }

    @Test func `say theme by theme what was done in a month and what is asked`() async throws {
        let office = try await Office()
        _ = await office.post(
            "/projects/themes/new", ["title": "Early help", "co-chairs": "Director"], by: office.team)
        let list = await office.get("/projects", by: office.team)
        let theme = try #require(between(list.html, "href=\"/projects/themes/of/", "\"").first)
        let one = try await proposed(office, ["theme": theme])
        let empty = await office.get("/projects/months/2024-08", by: office.scrutiny)
        #expect(empty.text.contains("0 projects have reported of 1; 0 ask for a decision."))
        let reported = await office.post(
            "\(one)/highlight",
            [
                "month-month": "8", "month-year": "2024", "rating": "red", "done": "A call was held.",
                "next": "Another.", "decisions": "May we wait?",
            ], by: office.lead)
        #expect(reported.status == 303, "\(reported.problems)")
        let page = await office.get("/projects/months/2024-08", by: office.scrutiny)
        #expect(page.text.contains("1 project has reported of 1; 1 asks for a decision."))
        #expect(page.text.contains("Chaired by Director.") && page.text.contains("A call was held."))
        #expect(page.text.contains("May we wait?"))
        #expect(await office.get("/projects/months/2024-10", by: office.scrutiny).status == 404)
        #expect(await office.get("/projects/months/2024-08", by: office.parent).status == 404)
    }

    @Test func `are not there for who may not see or do`() async throws {
        let office = try await Office()
        let one = try await proposed(office)
        for (address, visitor) in [
            ("/projects", office.parent), (one, office.parent), ("\(one)/initiation", .nobody),
            ("/projects/new", office.board), ("\(one)/highlight", office.scrutiny),
            ("\(one)/agreement", office.lead),
            ("/projects/themes/new", office.lead), ("/projects/of/none", office.team),
            ("\(one)/steps/nothing", office.lead),
        ] {
            #expect(await office.get(address, by: visitor).status == 404, "\(address)")
        }
    }

    @Test func `tell another lead that the project is not theirs`() async throws {
        let office = try await Office()
        let one = try await proposed(office)
        let answer = await office.post(
            "\(one)/highlight",
            ["month-month": "9", "month-year": "2024", "rating": "red", "done": "D", "next": "N"],
            by: office.otherLead)
        #expect(answer.problems == [ProjectRefusal.notLead.forPerson.withoutStop])
        #expect(await office.get(one, by: office.otherLead).html.contains("\(one)/highlight") == false)
    }

    @Test func `are as they were last agreed`() async throws {
        let office = try await Office()
        let one = try await proposed(office)
        let id = String(one.split(separator: "/").last ?? "")
        func steady(_ body: [UInt8]) -> [UInt8] {
            Array(String(decoding: body, as: UTF8.self).replacing(id, with: "PROJECT").utf8)
        }
        for (address, name) in [
            ("/projects", "projects"), (one, "project"), ("\(one)/initiation", "initiation"),
        ] {
            let answer = await office.get(address, by: office.lead)
            #expect(answer.status == 200)
            try Golden.expect(steady(answer.body), toBe: "\(name).html")
        }
    }
}
