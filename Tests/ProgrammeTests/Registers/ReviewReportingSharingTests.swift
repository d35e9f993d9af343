import Access
import CivilTime
import Testing

@testable import Documents
@testable import Ledger
@testable import Pages
@testable import Programme

@Suite struct `Reviews from outside` {
    private static let stocktake = [
        "kind": "stocktake", "title": "Third stocktake", "body": "The department", "day-known": "no",
        "scope": "Timeliness", "asked": "Show the plan of recovery", "plan": "HOLLIN-2024",
        "objectives": "P1A:1",
    ].merging(dateFields("planned", "2024-10-01")) { $1 }.merging(dateFields("next", "2025-01-15")) { $1 }

    @Test func `stand in the calendar before they are held, and say afterwards what was found`() async throws
    {
        let lab = try await RegisterLab()
        let sent = await lab.fill("/registers/reviews/new", Self.stocktake)
        let address = try #require(sent.location)
        let id = try #require(address.split(separator: "/").last.map(String.init))
        let calendar = await lab.get("/registers/reviews")
        #expect(calendar.text.contains("Next: Third stocktake, October 2024."))
        #expect(
            calendar.page.tables["Planned"]?.rows == [
                ["Third stocktake", "Stocktake", "The department", "October 2024"]
            ])
        #expect(calendar.page.tables["Expected after those"]?.rows.first?[2] == "15 January 2025")

        let held = ["words": "Spoke with the board"].merging(dateFields("day", "2024-08-01")) { $1 }
        #expect((await lab.fill("\(address)/change/held", held)).status == 303)
        #expect((await lab.get(address)).text.contains("Held 50 days ago; no findings recorded"))
        let found = ["strengths": "Families are heard", "findings": "Plans are late"].merging(
            dateFields("day", "2024-08-20")
        ) { $1 }
        #expect((await lab.fill("\(address)/change/findings", found)).status == 303)
        let action = [
            "text": "Clear the waits", "owner": "Director", "plan": "HOLLIN-2024", "objectives": "P2A:1",
        ].merging(dateFields("due", "2024-09-10")) { $1 }
        #expect((await lab.fill("\(address)/change/action", action)).status == 303)
        let letter = ["title": "Letter", "link": "https://example.org/letter", "public": "yes"].merging(
            dateFields("day", "2024-08-20")
        ) { $1 }
        #expect((await lab.fill("\(address)/change/paper", letter)).status == 303)
        let notes = letter.merging(["title": "Notes", "public": "no"]) { $1 }
        #expect((await lab.fill("\(address)/change/paper", notes)).status == 303)
        let page = await lab.get(address)
        for words in ["Plans are late", "An action is 10 days late", "Spoke with the board", "Notes"] {
            #expect(page.text.contains(words))
        }
        #expect(page.page.mainLinks.contains("/plans/HOLLIN-2024/objectives/P2A:1"))

        #expect((await lab.get("/reviews/\(id)", by: .nobody)).status == 404)
        #expect((await lab.fill("\(address)/change/publicity", ["public": "yes"])).status == 303)
        let open = await lab.get("/reviews/\(id)", by: .nobody)
        #expect(
            open.text.contains("Plans are late") && open.page.mainLinks.contains("https://example.org/letter")
        )
        #expect(!open.text.contains("Spoke with the board") && !open.text.contains("Notes"))
        #expect((await lab.get("/reviews", by: .nobody)).page.tables["Held"]?.rows.count == 1)
    }

    @Test func `findings dated before the visit are taken, and said to be`() async throws {
        let lab = try await RegisterLab()
        let details = ReviewDetails(kind: .notice, title: "Notice", body: "The department")
        let id = try await lab.commit { try RecordExternalReview(details).decide(&$0) }
        for change in [
            RecordOnExternalReview.Change.held(day("2024-05-02"), words: ""),
            .found(day("2024-05-01"), strengths: "", findings: "x"),
        ] {
            try await lab.commit { try RecordOnExternalReview(change, on: id).decide(&$0) }
        }
        #expect(
            (await lab.get("/registers/reviews/of/\(id)")).text.contains(
                "Findings are dated before it was held."))
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }
}

@Suite struct `Reports to boards and committees` {
    private func duty(_ lab: RegisterLab, _ frequency: ReportingFrequency = .quarterly, due: String)
        async throws -> String
    {
        let details = ReportingDetails(
            committee: "People’s Scrutiny", reporter: "Director of Education", what: "Progress",
            frequency: frequency)
        let first = day(due)
        return try await lab.commit { try RecordReportingDuty(details, firstDue: first).decide(&$0) }
    }

    @Test func `stand in the calendar with how late they are, until they are sent`() async throws {
        let lab = try await RegisterLab()
        let id = try await duty(lab, due: "2024-09-13")
        _ = try await duty(lab, due: "2024-11-01")
        var calendar = await lab.get("/registers/reporting")
        #expect(calendar.text.contains("1 report is late. Next: People’s Scrutiny, Friday 1 November 2024."))
        #expect(calendar.page.tables["Due"]?.rows.map { $0[4] } == ["7 days late", "42 days left"])
        let link = try #require(calendar.page.mainLinks.first { $0.contains("/change/sent") })
        let form = await lab.get(link)
        #expect(form.html.contains("name=\"next-month\" value=\"12\""))
        let entry = try #require(try await lab.state(ReportingDuty.self, id).reports.first?.entry)
        let sent = ["report": entry, "title": "Quarter two"].merging(dateFields("day", "2024-09-16")) { $1 }
            .merging(dateFields("next", "2024-12-13")) { $1 }
        #expect((await lab.fill("/registers/reporting/of/\(id)/change/sent", sent)).status == 303)
        calendar = await lab.get("/registers/reporting")
        #expect(
            calendar.page.tables["Sent"]?.rows.first == [
                "16 September 2024", "People’s Scrutiny", "Quarter two", "13 September 2024", "3 days late",
                "Not recorded",
            ])
        #expect(calendar.page.tables["Due"]?.rows.map { $0[0] } == ["1 November 2024", "13 December 2024"])
        let outcome = [
            "report": entry, "words": "Asked about waits", "escalated": "To the board",
            "minutes": "https://example.org/m",
        ].merging(dateFields("day", "2024-09-18")) { $1 }
        #expect((await lab.fill("/registers/reporting/of/\(id)/change/outcome", outcome)).status == 303)
        let page = await lab.get("/registers/reporting/of/\(id)")
        #expect(page.text.contains("Asked about waits") && page.text.contains("Taken further: To the board"))
        #expect(page.page.mainLinks.contains("https://example.org/m"))
    }

    @Test func `are due once on a day, and not after they have ended`() async throws {
        let lab = try await RegisterLab()
        let id = try await duty(lab, due: "2024-10-01")
        let twice = await lab.fill(
            "/registers/reporting/of/\(id)/change/due", dateFields("due", "2024-10-01"))
        #expect(twice.status == 422 && twice.problems == ["A report is due on 1 October 2024 already"])
        let end = ["why": "The committee was merged"].merging(dateFields("day", "2024-09-19")) { $1 }
        #expect((await lab.fill("/registers/reporting/of/\(id)/change/ended", end)).status == 303)
        let calendar = await lab.get("/registers/reporting")
        #expect(calendar.page.tables["Due"] == nil && calendar.text.contains("No report is due."))
        #expect(calendar.text.contains("Ended 19 September 2024"))
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test(arguments: [
        (ReportingFrequency.monthly, "2024-01-31", "2024-02-29"), (.sixWeekly, "2024-01-31", "2024-03-13"),
        (.twoMonthly, "2024-12-31", "2025-02-28"), (.quarterly, "2024-01-15", "2024-04-15"),
        (.halfYearly, "2024-08-31", "2025-02-28"), (.yearly, "2024-02-29", "2025-02-28"),
    ])
    func `are due again after the time between them`(
        frequency: ReportingFrequency, last: String, next: String
    ) {
        #expect(frequency.next(after: day(last)) == day(next))
        #expect(ReportingFrequency.asAsked.next(after: day(last)) == nil)
    }
}

@Suite struct `Evidence shared with the department` {
    private static let details = SharingDetails(
        title: "Evidence for the stocktake", recipient: "The department", arrangement: "Improvement notice",
        serving: Serving(plan: RegisterLab.plan, objectives: [code("P1A:1")]))

    private func set(_ lab: RegisterLab) async throws -> String {
        try await lab.commit { try RecordSharingSet(Self.details).decide(&$0) }
    }

    @Test func `is a set of papers, a checklist, and a day on which it was shared`() async throws {
        let lab = try await RegisterLab()
        let id = try await set(lab)
        let address = "/registers/sharing/of/\(id)"
        let upload = try await lab.upload("waits.csv", .text, "month,waits")
        #expect(
            (await lab.fill("\(address)/change/add", ["title": "Waits", "shows": "They fall"], file: upload))
                .status == 303)
        #expect(
            (await lab.fill("\(address)/change/add", ["title": "=1+1", "link": "https://example.org/b"]))
                .status == 303)
        #expect(
            (await lab.fill("\(address)/change/checklist", [:])).problems == [
                "Tick what you have made sure of"
            ])
        let page = await lab.get("\(address)/change/checklist")
        var typed = Typed(SharingCheck.allCases.map { Typed.Field("checks", $0.rawValue) })
        typed.set(Form.commandField, Identifiers.live.next())
        typed.set(Form.shownField, page.hidden("shown") ?? "")
        #expect((await lab.send(typed, to: "\(address)/change/checklist")).status == 303)
        #expect((await lab.get(address)).text.contains("Everything on the checklist is made sure of."))
        let shared = ["by": "Programme director", "how": "Secure transfer"].merging(
            dateFields("day", "2024-09-20")
        ) { $1 }
        #expect((await lab.fill("\(address)/change/shared", shared)).status == 303)
        let done = await lab.get(address)
        #expect(done.text.contains("Shared with The department on Friday 20 September 2024."))
        #expect(
            done.page.tables["When it was shared"]?.rows == [
                ["20 September 2024", "Programme director", "Secure transfer", "Rowan Underhill"]
            ])
        #expect(!done.text.contains("Not certain"))
        let file = await lab.get("\(address)/set.csv")
        #expect(
            file.html
                == "set,recipient,arrangement,shared,plan,objectives,paper,shows,put_in,file,link\r\n"
                + "Evidence for the stocktake,The department,Improvement notice,2024-09-20,HOLLIN-2024,P1A:1,Waits,They fall,2024-09-20,waits.csv,\r\n"
                + "Evidence for the stocktake,The department,Improvement notice,2024-09-20,HOLLIN-2024,P1A:1,'=1+1,,2024-09-20,,https://example.org/b\r\n"
        )
        #expect(
            (await lab.get("/registers/sharing")).page.tables["Sets of evidence"]?.rows.first?.suffix(3) == [
                "2", "5 of 5", "20 September 2024",
            ])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `that was shared before the checklist is taken, and the page says so`() async throws {
        let lab = try await RegisterLab()
        let id = try await set(lab)
        let changes: [RecordOnSharingSet.Change] = [
            .add("Waits", shows: "", GivenPaper(link: "https://example.org/w")),
            .shared(RegisterLab.today, by: "Director", account: "a", how: "By hand"),
        ]
        for change in changes { try await lab.commit { try RecordOnSharingSet(change, on: id).decide(&$0) } }
        let page = await lab.get("/registers/sharing/of/\(id)")
        let said =
            "It was shared on 20 September 2024, but by then not everything on the checklist was made sure of."
        #expect(page.text.contains(said))
        let form = await lab.get("/registers/sharing/of/\(id)/change/shared")
        #expect(form.text.contains("Not everything on the checklist was made sure of."))
        let all = RecordOnSharingSet.Change.checked(SharingCheck.allCases, by: "a")
        try await lab.commit { try RecordOnSharingSet(all, on: id).decide(&$0) }
        #expect(
            (await lab.get("/registers/sharing/of/\(id)")).text.contains(said), "checking later mends nothing"
        )
    }

    @Test func `has to be checked again once a paper is put in`() async throws {
        let lab = try await RegisterLab()
        let id = try await set(lab)
        let link = GivenPaper(link: "https://example.org/w")
        for change in [
            RecordOnSharingSet.Change.add("A", shows: "", link),
            .checked(SharingCheck.allCases, by: "a"),
        ] {
            try await lab.commit { try RecordOnSharingSet(change, on: id).decide(&$0) }
        }
        #expect(try await lab.state(SharingSet.self, id).checks.count == SharingCheck.allCases.count)
        let entry = try await lab.commit {
            try RecordOnSharingSet(.add("B", shows: "", link), on: id).decide(&$0)
        }
        #expect(try await lab.state(SharingSet.self, id).checks == [])
        try await lab.commit { try RecordOnSharingSet(.remove(entry, why: "Old"), on: id).decide(&$0) }
        #expect(try await lab.state(SharingSet.self, id).papers.map(\.title) == ["A"])
        #expect(
            try await lab.refusal {
                try await lab.commit {
                    try RecordOnSharingSet(.remove(entry, why: "Old"), on: id).decide(&$0)
                }
            } == .unknown)
    }
}
