import CivilTime
import Testing

@testable import Access
@testable import Ledger
@testable import Pages
@testable import Programme

@Suite struct `The form of a report` {
    @Test func `the start page says what is due and leads there first`() async throws {
        let pages = try await ProgressPages()
        let start = await pages.page("/programme", by: .hearing)
        #expect(start.text.contains("3 reports are due for August 2024."))
        #expect(start.text.contains("Report on P1A:1 for August 2024"))
        #expect(!start.text.contains("P2A:1"))
        let other = await pages.page("/programme", by: .second)
        #expect(other.text.contains("You lead no group of a plan today."))
        let team = await pages.page("/programme", by: .team)
        #expect(team.text.contains("P2A:1"))
        #expect(team.text.contains("A2.1"))
        let board = await pages.page("/programme", by: ProgressPages.visitor("board", .boardMember))
        #expect(board.mainLinks.contains("/programme/plans/HOLLIN-2024"))
    }

    @Test func `it shows last month's words, what the records say and the month that is due`() async throws {
        let pages = try await ProgressPages()
        try await pages.lab.report(
            "P1A:1", for: month("2024-07"), .amber, by: .hearing, narrative: "July’s words.")
        let form = await pages.page(try await pages.path("P1A:1", "/report"), by: .hearing)
        #expect(form.status == 200)
        #expect(form.text.contains("July’s words."))
        #expect(form.text.contains("milestone m1 is 204 days overdue"))
        #expect(form.text.contains("Indicators: K101 has not moved since January 2024"))
        #expect(form.main.contains(#"value="2024-08" selected"#))
    }

    @Test func `a report that is sent stands on the page of the objective`() async throws {
        let pages = try await ProgressPages()
        let fields = ProgressPages.report.merging(
            [
                "rating": "green", "impact": "Families are asked.", "step-m1": "met", "step-m1--met-day": "4",
                "step-m1--met-month": "3", "step-m1--met-year": "2024", "step-m2": "moved",
                "step-m2--to-month": "11", "step-m2--to-year": "2024", "step-m2--why": "The survey ran late",
                "new-step": "Ask again", "new-step-month-month": "12", "new-step-month-year": "2024",
            ]) { $1 }
        let sent = await pages.post(try await pages.path("P1A:1", "/report"), fields, by: .hearing)
        #expect(sent.status == 303)
        let page = await pages.page(try await pages.path("P1A:1"), by: .hearing)
        #expect(page.text.contains("We asked every service."))
        #expect(page.text.contains("Families are asked."))
        #expect(page.text.contains("Rated green, “Done”: no evidence at all is attached."))
        let table = try #require(page.tables["Milestones"])
        #expect(
            table.rows.map { $0[0] } == [
                "m1 A list of services.", "m2 All have asked.", "g1 Ask again Added by the group",
            ])
        #expect(table.rows[0][4] == "Met on 4 March 2024, 4 days late")
        #expect(table.rows[1][3].hasPrefix("8 months (244 days) later than first promised"))
        #expect(table.rows[1][3].contains("The survey ran late"))
    }

    @Test func `several things wrong are all said, and what was typed is kept`() async throws {
        let pages = try await ProgressPages()
        let fields = [
            "for": "", "narrative": String(repeating: "x", count: 4_001), "impact": "Kept & <said>",
            "step-m1": "met", "step-m2": "moved", "step-m2--to-month": "7", "step-m2--to-year": "2024",
            "new-step": "Ask again",
        ]
        let shown = await pages.post(try await pages.path("P1A:1", "/report"), fields, by: .hearing)
        #expect(shown.status == 422)
        for words in [
            "Choose month", "Choose rating", "Enter the day on which m1 was met", "Say why m2 moved",
            "Milestone m2 cannot be expected by July 2024, which is over",
            "Enter the month by which it is to be met",
        ] { #expect(shown.text.contains(words), "\(words)") }
        #expect(shown.html.contains("Kept &amp; &lt;said&gt;"))
        #expect(try await pages.lab.lab.facts("programme.report-made").isEmpty)
    }

    @Test func `what is typed beside an unchanged milestone is asked about, not lost`() async throws {
        let pages = try await ProgressPages()
        let fields = ProgressPages.report.merging(["step-m2--why": "The survey ran late"]) { $1 }
        let shown = await pages.post(try await pages.path("P1A:1", "/report"), fields, by: .hearing)
        #expect(shown.status == 422)
        #expect(shown.text.contains("Choose whether m2 was met or moved"))
        #expect(shown.html.contains("The survey ran late"))
    }

    @Test func `milestones whose ids differ only in how they are written have fields of their own`()
        async throws
    {
        let pages = try await ProgressPages()
        let plan = try SmallActionPlan.published("2024-05-01", version: "2") {
            let path = "priority_areas[0].responses[0].objectives[0].milestones"
            return $0.setting("\(path)[0].id", .text("m2-why")).appending(
                path, .object(["id": .text("M2"), "text": .text("Twice."), "due": .text("2024-03")]))
        }
        try await pages.lab.lab.record(plan)
        let form = await pages.page(try await pages.path("P1A:1", "/report"), by: .hearing)
        #expect(form.status == 200)
        for name in ["step-m2", "step-m2-why", "step-m2-x", "step-m2--why"] {
            #expect(form.main.contains("name=\"\(name)\""), "\(name)")
        }
    }

    @Test func `a month closed meanwhile is refused with what to do, and the words are kept`() async throws {
        let pages = try await ProgressPages()
        try await pages.lab.change(month("2024-08"), .close)
        let shown = await pages.post(
            try await pages.path("P1A:1", "/report"), ProgressPages.report, by: .hearing)
        #expect(shown.status == 422)
        #expect(shown.text.contains("August 2024 is closed. Ask the programme team to open it again"))
        #expect(shown.html.contains("We asked every service."))
        let start = await pages.page("/programme", by: .hearing)
        #expect(start.text.contains("reports are due for September 2024."))
    }

    @Test func `the second of two leads is shown what the first saved, and may then save`() async throws {
        let pages = try await ProgressPages()
        try await pages.lab.name(.second, of: "BOARD")
        let path = try await pages.path("P1A:2", "/report")
        let fields = ["for": "2024-08", "rating": "red", "narrative": "Mine."]
        try await pages.lab.report("P1A:2", for: month("2024-08"), .amber, by: .hearing, narrative: "Theirs.")
        let told = await pages.post(path, fields, by: .second, shown: 0)
        #expect(told.status == 422)
        #expect(told.text.contains("This was changed while you were typing"))
        #expect(told.text.contains("Theirs."))
        #expect(told.html.contains("Mine."))
        #expect(told.html.contains(#"name="shown" value="1""#))
        let saved = await pages.post(path, fields, by: .second, shown: 1)
        #expect(saved.status == 303)
        let page = await pages.page(try await pages.path("P1A:2"), by: .second)
        #expect(page.text.contains("Groups differ on August 2024: Hearing Families: amber; The Board: red."))
        #expect(page.text.contains("1 earlier report"))
        #expect(page.text.contains("Theirs."))
    }

    @Test func `sent twice it is recorded once`() async throws {
        let pages = try await ProgressPages()
        let path = try await pages.path("P1A:1", "/report")
        let command = Identifiers.live.next()
        for _ in 0..<2 {
            let sent = await pages.post(path, ProgressPages.report, by: .hearing, command: command)
            #expect(sent.status == 303)
        }
        #expect(try await pages.lab.progress("P1A:1").reports.count == 1)
    }

    @Test func `the plan of 2018 is rated for its quarters`() async throws {
        let pages = try await ProgressPages()
        let id = try await pages.lab.part("A2.1", ActionStatement.part)
        let form = await pages.page("/programme/of/\(id)/report", by: .team)
        #expect(form.main.contains(#"value="2018-06" selected"#))
        #expect(!form.main.contains(#"value="2018-05""#))
        let fields = ["for": "2018-06", "rating": "grey", "narrative": "Left to the region.", "group": "1"]
        let sent = await pages.post("/programme/of/\(id)/report", fields, by: .team)
        #expect(sent.status == 303)
        let page = await pages.page("/programme/of/\(id)", by: .team)
        #expect(page.text.contains("Nothing reported for March 2018."))
    }
}

@Suite struct `Who may open what of each month` {
    private static let stranger = String(repeating: "0", count: 26)

    @Test(arguments: Role.allCases)
    func `a role that may not finds nothing`(role: Role) async throws {
        let pages = try await Shared.pages.value
        let visitor = ProgressPages.visitor("nobody", role)
        for (method, pattern, action) in pages.listing where !action.isPublic {
            let segments = pattern.split(separator: "/").map { $0.hasPrefix("{") ? Self.stranger[...] : $0 }
            let path = "/" + segments.joined(separator: "/")
            let status = await pages.ask(method, path, Typed(), visitor).reply.status
            if action.reaches[role] == nil { #expect(status == 404, "\(method) \(pattern)") }
        }
    }

    private enum Shared {
        static let pages = Task { try await ProgressPages() }
    }

    @Test func `a lead finds no form on what another group answers for`() async throws {
        let pages = try await Shared.pages.value
        for rest in ["/report", "/evidence"] {
            let path = try await pages.path("P2A:1", rest)
            #expect(await pages.page(path, by: .hearing).status == 404)
            #expect(await pages.post(path, ProgressPages.report, by: .hearing).status == 404)
            #expect(await pages.page(path, by: .timely).status == 200)
        }
    }

    @Test func `who only looks on sees everything and no button`() async throws {
        let pages = try await Shared.pages.value
        for role in [Role.boardMember, .scrutiny] {
            let visitor = ProgressPages.visitor("board", role)
            let page = await pages.page(try await pages.path("P1A:1"), by: visitor)
            #expect(page.status == 200)
            #expect(!page.main.contains("class=\"button\""))
            #expect(await pages.page("/programme/plans/HOLLIN-2024/risks", by: visitor).status == 200)
        }
    }
}
