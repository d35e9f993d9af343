import CivilTime
import Testing

@testable import Access
@testable import Ledger
@testable import Pages
@testable import Programme

@Suite struct `Evidence on pages` {
    private func add(
        _ pages: ProgressPages, _ changes: [String: String] = [:], by someone: Someone = .hearing,
        upload: Upload? = nil
    ) async throws -> Shown {
        await pages.post(
            try await pages.path("P1A:1", "/evidence"), ProgressPages.evidence.merging(changes) { $1 },
            by: someone, upload: upload)
    }

    private func entry(_ pages: ProgressPages) async throws -> String {
        try #require(try await pages.lab.progress("P1A:1").evidence.last?.entry)
    }

    @Test func `a link is added, looked at by a second person, and taken back`() async throws {
        let pages = try await ProgressPages()
        #expect(try await add(pages).status == 303)
        let entry = try await entry(pages)
        let path = try await pages.path("P1A:1", "/evidence/\(entry)")
        let own = await pages.page("\(path)/clearing", by: .hearing)
        #expect(own.text.contains("You added this piece of evidence. A second person must confirm"))
        #expect(!own.main.contains("<form"))
        let list = await pages.page("/programme/plans/HOLLIN-2024/evidence", by: .hearing)
        #expect(list.text.contains("1 piece waits for a second person. 1 of them you added"))

        let unconfirmed = await pages.post("\(path)/clearing", [:], by: .second)
        #expect(unconfirmed.status == 422)
        let forced = await pages.post("\(path)/clearing", ["confirmed": "yes"], by: .hearing)
        #expect(forced.text.contains("You added this piece of evidence."))
        #expect(try await pages.lab.progress("P1A:1").evidence.first?.clearance == nil)
        #expect(await pages.post("\(path)/clearing", ["confirmed": "yes"], by: .second).status == 303)
        let page = await pages.page(try await pages.path("P1A:1"), by: .hearing)
        #expect(
            page.text.contains("Silas Penhale confirmed on 20 September 2024 that no child can be recognised")
        )

        let empty = await pages.post("\(path)/withdrawal", [:], by: .hearing)
        #expect(empty.status == 422)
        let command = Identifiers.live.next()
        for _ in 0..<2 {
            let gone = await pages.post(
                "\(path)/withdrawal", ["extent": "evidence", "reason": "A name stands in it"], by: .hearing,
                command: command)
            #expect(gone.status == 303)
        }
        #expect(try await pages.lab.progress("P1A:1").evidence == [])
    }

    @Test(arguments: [
        (["link": "http://example.org"], "The address must begin with https://"),
        (["link": "javascript:alert(1)"], "The address must begin with https://"),
        (["link": ""], "Give an address or choose a file"),
        (["kind": "rumour"], "Choose what kind of evidence"),
        (["for": "2024-10"], "Choose month it belongs to"), (["shows": ""], "Enter what it shows"),
    ])
    func `what cannot be taken is said, and the rest kept`(changes: [String: String], words: String)
        async throws
    {
        let pages = try await ProgressPages()
        let shown = try await add(pages, changes)
        #expect(shown.status == 422)
        #expect(shown.text.contains(words))
        #expect(shown.html.contains("Survey of families"))
        #expect(try await pages.lab.lab.facts("programme.evidence-added").isEmpty)
    }

    @Test func `a program is refused by its bytes, and an address beside a file is asked about`() async throws
    {
        let pages = try await ProgressPages()
        let program = Upload(id: "", filename: "survey.pdf", content: .program, size: 400)
        let shown = try await add(pages, ["link": ""], upload: program)
        #expect(shown.status == 422)
        #expect(shown.text.contains("This file holds a program, a script or macros."))
        #expect(shown.html.contains("More families are asked."))
        let text = try await pages.upload("asked,answered\n9,7\n", "survey.csv", by: .hearing)
        let both = try await add(pages, upload: text)
        #expect(both.text.contains("Give an address or a file, not both"))
    }

    @Test func `a file is public once a board has received the month and a second person has cleared it`()
        async throws
    {
        let pages = try await ProgressPages()
        try await pages.lab.report("P1A:1", for: month("2024-08"), .green, by: .hearing)
        let upload = try await pages.upload("asked,answered\n9,7\n", "survey.csv", by: .hearing)
        #expect(try await add(pages, ["link": ""], upload: upload).status == 303)
        let entry = try await entry(pages)
        let part = try await pages.lab.part("P1A:1")
        let own = await pages.page("/programme/of/\(part)/evidence/\(entry)/file", by: .second)
        #expect(own.status == 200)
        #expect(own.html == "asked,answered\n9,7\n")

        let address = "/plans/evidence/\(part)/\(entry)"
        let objective = "/plans/HOLLIN-2024/objectives/P1A:1"
        #expect(await pages.page(address, by: Visitor.nobody).status == 404)
        #expect(!(await pages.page(objective, by: Visitor.nobody)).text.contains("Progress"))
        try await pages.lab.change(month("2024-08"), .close)
        try await pages.lab.change(
            month("2024-08"), .receive(board: "Improvement Board", meeting: nil, on: day("2024-09-18")))
        #expect(await pages.page(address, by: Visitor.nobody).status == 404)
        let received = await pages.page(objective, by: Visitor.nobody)
        #expect(received.text.contains("as received by Improvement Board on Wednesday 18 September 2024"))
        #expect(received.text.contains("1 further piece is not public"))
        #expect(!received.text.contains("Survey of families"))
        #expect(!received.text.contains("no evidence at all"))

        try await pages.lab.clear(entry, of: "P1A:1", by: .second)
        let cleared = await pages.page(objective, by: Visitor.nobody)
        #expect(cleared.text.contains("Survey of families"))
        let file = await pages.page(address, by: Visitor.nobody)
        #expect(file.status == 200)
        #expect(file.html == "asked,answered\n9,7\n")
    }

    @Test func `lists that anybody may read follow what the board has received`() async throws {
        let pages = try await ProgressPages()
        let plan = "/plans/HOLLIN-2024"
        let before = try #require(await pages.page(plan, by: Visitor.nobody).tables["Objectives of P1"])
        #expect(!before.header.contains("Rated"))
        try await pages.lab.report(
            "P1A:1", for: month("2024-08"), .green, by: .hearing, [.met(code("m1"), on: day("2024-02-27"))])
        try await pages.lab.change(month("2024-08"), .close)
        #expect(!(await pages.page(plan, by: Visitor.nobody)).text.contains("Rated done"))
        try await pages.lab.change(
            month("2024-08"), .receive(board: "Improvement Board", meeting: nil, on: day("2024-09-18")))
        let after = try #require(await pages.page(plan, by: Visitor.nobody).tables["Objectives of P1"])
        #expect(after.header == ["Objective", "Led by", "Due", "Rated", "Standing"])
        #expect(after.rows[0].suffix(2) == ["Green", "Rated done"])
        #expect(after.rows[1].suffix(2) == ["Not rated", "20 days late"])
        let dates = await pages.page("\(plan)/dates", by: Visitor.nobody)
        let february = try #require(dates.tables["Due in February 2024"])
        #expect(february.rows.map(\.last) == ["Rated done"])
        let objective = await pages.page("\(plan)/objectives/P1A:1", by: Visitor.nobody)
        #expect(objective.summary["Standing"] == "Rated done")
        #expect(
            between(objective.main, "<caption>", "</caption>").filter { $0.contains("Milestones") }.count == 1
        )
    }

    @Test func `nothing that came after the board's meeting is public`() async throws {
        let pages = try await ProgressPages()
        try await pages.lab.report(
            "P1A:1", for: month("2024-08"), .amber, by: .hearing, narrative: "Received.")
        try await pages.lab.change(month("2024-08"), .close)
        try await pages.lab.change(
            month("2024-08"), .receive(board: "Improvement Board", meeting: nil, on: day("2024-09-18")))
        try await pages.lab.report(
            "P1A:1", for: month("2024-09"), .red, by: .hearing,
            [.forecast(code("m2"), to: month("2025-01"), why: "Nobody came")], narrative: "Not yet received.")
        let page = await pages.page("/plans/HOLLIN-2024/objectives/P1A:1", by: Visitor.nobody)
        #expect(page.text.contains("Progress in August 2024"))
        #expect(page.text.contains("Received."))
        #expect(!page.text.contains("Not yet received."))
        #expect(!page.text.contains("Nobody came"))
        #expect(!page.text.contains("January 2025"))
        let inside = await pages.page(try await pages.path("P1A:1"), by: .team)
        #expect(inside.text.contains("Nobody came"))
    }
}

@Suite struct `Risks and leads on pages` {
    private static let risks = "/programme/plans/HOLLIN-2024/risks"

    @Test func `a risk is raised, stands in the grid, is assessed, closed and opened again`() async throws {
        let pages = try await ProgressPages()
        let raised = await pages.post(
            "\(Self.risks)/new", ProgressPages.risk, by: .hearing, lists: ["objectives": ["P1A:1"]])
        #expect(raised.status == 303)
        let register = await pages.page(Self.risks, by: .team)
        let grid = try #require(register.tables["Risks and issues by likelihood and impact"])
        #expect(grid.rows.count == 5)
        #expect(grid.rows[2][4] == "12 high: 1 Nobody answers the phone")
        #expect(grid.rows[0][5] == "25 extreme")
        #expect(
            register.text.contains("1 risk or issue stands, 0 of them extreme; 0 should have been reviewed"))
        let objective = await pages.page(try await pages.path("P1A:1"), by: .hearing)
        #expect(objective.text.contains("Nobody answers the phone"))

        let fields = ProgressPages.risk.filter { $0.key != "title" && $0.key != "is-issue" }
        let again = await pages.post(
            "\(raised.address)/assessment", fields.merging(["likelihood": "5"]) { $1 }, by: .team)
        #expect(again.status == 303)
        let told = await pages.post("\(raised.address)/closing", ["how": "Answered"], by: .hearing, shown: 2)
        #expect(told.status == 422)
        #expect(told.text.contains("This was changed while you were typing"))
        #expect(
            await pages.post("\(raised.address)/closing", ["how": "Answered"], by: .hearing).status == 303)
        let closed = await pages.page(raised.address, by: .team)
        #expect(closed.text.contains("Closed on Friday 20 September 2024. Answered"))
        let late = await pages.post("\(raised.address)/assessment", fields, by: .team)
        #expect(late.text.contains("This risk is closed. Open it again before you change it"))
        #expect(
            await pages.post("\(raised.address)/closing", ["why": "It came back"], by: .team).status == 303)
        let history = try #require(await pages.page(raised.address, by: .team).tables["History"])
        #expect(history.rows.map { $0[1] } == ["Assessed", "Assessed", "Closed", "Opened again"])
    }

    @Test func `a risk without words, score or day to come is refused with all of it said`() async throws {
        let pages = try await ProgressPages()
        let shown = await pages.post(
            "\(Self.risks)/new",
            ["title": "", "review-day": "19", "review-month": "9", "review-year": "2024", "owner": "Kept"],
            by: .hearing, lists: ["objectives": ["P9"]])
        #expect(shown.status == 422)
        for words in [
            "Enter what may happen", "Choose whether it has happened already", "Choose what it bears on",
            "Choose how likely it is", "19 September 2024 has passed. Give the day of the next review",
        ] { #expect(shown.text.contains(words), "\(words)") }
        #expect(shown.html.contains("Kept"))
    }

    @Test func `the programme team names a lead, who then reports, and ends it`() async throws {
        let pages = try await ProgressPages()
        let path = "/programme/plans/HOLLIN-2024/leads"
        let before = await pages.page(path, by: .team)
        #expect(before.text.contains("1 group without a lead who can report: Improvement Board."))
        let fields = [
            "body": "BOARD", "account": "second", "from-day": "1", "from-month": "9", "from-year": "2024",
        ]
        let wrong = await pages.post(
            "\(path)/new", fields.merging(["to-day": "31", "to-month": "8", "to-year": "2024"]) { $1 },
            by: .team)
        #expect(wrong.status == 422)
        #expect(wrong.text.contains("The last day (31 August 2024) lies before the first (1 September 2024)"))
        #expect(await pages.post("\(path)/new", fields, by: .team).status == 303)
        let twice = await pages.post("\(path)/new", fields, by: .team)
        #expect(twice.text.contains("This account already leads the group from 1 September 2024"))
        #expect(await pages.page(try await pages.path("P1A:2", "/report"), by: .second).status == 200)

        let named = await pages.page(path, by: .team)
        let ending = try #require(named.mainLinks.first { $0.hasSuffix("/ending") })
        let ended = await pages.post(
            ending, ["to-day": "19", "to-month": "9", "to-year": "2024", "reason": "Moved on"], by: .team)
        #expect(ended.status == 303)
        #expect(await pages.page(try await pages.path("P1A:2", "/report"), by: .second).status == 404)
        #expect(
            await pages.page(path, by: .team).text.contains(
                "Silas Penhale: BOARD, from 1 September 2024 to 19"))
    }
}
