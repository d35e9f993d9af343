import Access
import CivilTime
import Foundation
import Testing

@testable import Documents
@testable import Ledger
@testable import Pages
@testable import Programme

@Suite struct `Forms of registers` {
    private static let version = [
        "number": "1.0", "changed": "First agreed text", "public": "yes", "link": "https://example.org/s",
    ].merging(dateFields("day", "2024-06-01")) { $1 }

    @Test func `a thing is put in, versioned, shaped, agreed and opened, and its page says all of it`()
        async throws
    {
        let lab = try await RegisterLab()
        let item = try await lab.item()
        let address = "/registers/items/\(item)"
        let upload = try await lab.upload()
        var fields = Self.version
        fields["link"] = nil
        #expect((await lab.fill("\(address)/change/version", fields, file: upload)).status == 303)
        let shaped = [
            "parents": "14", "young-people": "3", "said": "Come sooner", "changed": "A drop-in each week",
        ].merging(dateFields("day", "2024-05-02")) { $1 }
        #expect((await lab.fill("\(address)/change/coproduction", shaped)).status == 303)
        let action = ["text": "Open the drop-in", "owner": "Head of Hubs"].merging(
            dateFields("due", "2024-09-01")
        ) { $1 }
        #expect((await lab.fill("\(address)/change/action", action)).status == 303)
        let entry = try await lab.state(RegisterItem.self, item).actions.first?.entry
        let report = ["action": try #require(entry), "state": "in-progress", "words": "Hall found"].merging(
            dateFields("day", "2024-09-10")
        ) { $1 }
        #expect((await lab.fill("\(address)/change/action-state", report)).status == 303)
        let status = ["status": "agreed", "words": "By the board"].merging(dateFields("day", "2024-06-03")) {
            $1
        }
        #expect((await lab.fill("\(address)/change/status", status)).status == 303)
        #expect((await lab.fill("\(address)/change/publicity", ["public": "yes"])).status == 303)

        let page = await lab.get(address)
        #expect(page.page.tables["Versions"]?.rows.first?[0] == "Version 1.0")
        #expect(page.text.contains("Children and young people: 3"))
        #expect(page.text.contains("An action is 19 days late"))
        #expect(page.page.tables["Actions"]?.rows.first?[4] == "10 September 2024. Hall found")
        #expect(page.text.contains("Agreed since Monday 3 June 2024"))
        let open = await lab.get("/strategies/\(item)", by: .nobody)
        #expect(open.text.contains("Children and young people: fewer than 5"))
        #expect(open.text.contains("Parents and carers: 14") && !open.text.contains("late:"))
        let objective = await lab.get("/plans/HOLLIN-2024/objectives/P1A:1", by: .nobody)
        #expect(objective.page.mainLinks.contains("/strategies/\(item)"))
        let other = await lab.get("/plans/HOLLIN-2024/objectives/P1A:2", by: .nobody)
        #expect(!other.text.contains("What serves it"))
        let paper = try #require(open.page.mainLinks.first { $0.contains("/papers/") })
        let download = await lab.get(paper, by: .nobody)
        #expect(download.status == 200 && download.html == "%PDF-1.7 …")
    }

    @Test func `a draft stays within the partnership, also for who guesses its address`() async throws {
        let lab = try await RegisterLab()
        let item = try await lab.item()
        var fields = Self.version
        fields["public"] = "no"
        let upload = try await lab.upload()
        #expect(
            (await lab.fill("/registers/items/\(item)/change/version", fields, file: upload)).status == 303)
        let entry = try #require(try await lab.state(RegisterItem.self, item).versions.first?.entry)
        try await lab.record(.publicity(true), on: item)
        #expect((await lab.get("/strategies/\(item)/papers/\(entry)", by: .nobody)).status == 404)
        #expect(!(await lab.get("/strategies/\(item)", by: .nobody)).html.contains("1.0"))
        #expect((await lab.get("/registers/items/\(item)/papers/\(entry)", by: .nobody)).status == 404)
        #expect((await lab.get("/registers/items/\(item)/papers/\(entry)")).status == 200)
    }

    // MARK: Bad input

    @Test func `several things wrong are said at once, and nothing typed is lost`() async throws {
        let lab = try await RegisterLab()
        let fields = [
            "title": "", "owner": "Director", "plan": "HOLLIN-2024", "objectives": "P1A:1 and <more>",
            "answer-priorities": "Kept words",
        ].merging(dateFields("began", "2024-05-01")) { $1 }.merging(dateFields("ends", "2024-04-01")) { $1 }
        let answer = await lab.fill("/registers/kinds/strategy/new", fields)
        #expect(answer.status == 422)
        #expect(answer.wrong == ["title", "objectives", "ends-day"])
        #expect(
            answer.problems.last
                == "The last day (1 April 2024) lies before the day it began (1 May 2024). Check both dates")
        #expect(answer.html.contains("Kept words") && unescaped(answer.html).contains("P1A:1 and <more>"))
    }

    @Test func `an unknown objective is named beside its question`() async throws {
        let lab = try await RegisterLab()
        let answer = await lab.fill(
            "/registers/kinds/strategy/new",
            ["title": "A", "owner": "B", "plan": "HOLLIN-2024", "objectives": "P1A:1, P9:9"])
        #expect(answer.status == 422 && answer.wrong == ["objectives"])
        #expect(
            answer.problems == [
                "HOLLIN-2024 has no objective or action P9:9. Check the ids on the plan’s page"
            ])
    }

    @Test func `a version older than the last is refused beside its number`() async throws {
        let lab = try await RegisterLab()
        let item = try await lab.item()
        let address = "/registers/items/\(item)/change/version"
        #expect((await lab.fill(address, Self.version)).status == 303)
        let older = Self.version.merging(["number": "0.9"]) { $1 }.merging(dateFields("day", "2024-07-01")) {
            $1
        }
        let answer = await lab.fill(address, older)
        #expect(answer.status == 422 && answer.wrong == ["number"])
        #expect(answer.problems.first?.contains("does not fit with version 1.0 of 1 June 2024") == true)
        #expect(answer.html.contains("First agreed text"))
    }

    @Test func `a version that was not read anywhere, or comes tomorrow, is refused`() async throws {
        let lab = try await RegisterLab()
        let item = try await lab.item()
        var fields = Self.version.merging(["link": "http://example.org"]) { $1 }.merging(
            dateFields("day", "2024-09-21")
        ) { $1 }
        let wrong = await lab.fill("/registers/items/\(item)/change/version", fields)
        #expect(wrong.wrong == ["day-day", "link"])
        fields = Self.version
        fields["link"] = nil
        let nothing = await lab.fill("/registers/items/\(item)/change/version", fields)
        #expect(nothing.wrong == ["file"])
        #expect(nothing.problems == ["Choose a file, or give the link to where it can be read"])
    }

    @Test func `a file that is a program is refused and named as one`() async throws {
        let lab = try await RegisterLab()
        let item = try await lab.item()
        let program = Upload(id: "", filename: "strategy.pdf", content: .program, size: 4_096)
        let answer = await lab.fill("/registers/items/\(item)/change/version", Self.version, file: program)
        #expect(answer.status == 422 && answer.wrong == ["file"])
        #expect(answer.problems.first?.contains("holds a program") == true)
        #expect(try await lab.state(RegisterItem.self, item).versions.isEmpty)
    }

    @Test func `a text of 10,000 letters is refused, and kept in the form`() async throws {
        let lab = try await RegisterLab()
        let long = String(repeating: "a", count: 10_000)
        let answer = await lab.fill(
            "/registers/kinds/strategy/new",
            ["title": long, "owner": "B", "answer-priorities": long])
        #expect(answer.status == 422 && answer.wrong == ["title", "answer-priorities"])
        #expect(answer.html.contains(">\n\(long)</textarea>"))
        let nobody = await lab.fill(
            "/registers/items/\(try await lab.item())/change/coproduction",
            ["said": "x", "changed": "y"].merging(dateFields("day", "2024-05-02")) { $1 })
        #expect(nobody.wrong == ["parents"])
    }

    @Test func `markup that is typed is shown as it was typed`() async throws {
        let lab = try await RegisterLab()
        let sent = await lab.fill(
            "/registers/kinds/lesson/new",
            ["title": "<script>alert(1)</script>", "owner": "A & B", "answer-used": "<b>here</b>"])
        let page = await lab.get(try #require(sent.location))
        #expect(!page.html.contains("<script") && !page.html.contains("<b>here"))
        #expect(page.html.contains("&lt;script&gt;alert(1)"))
    }

    // MARK: Sent twice, and two people

    @Test func `sent twice, it is recorded once`() async throws {
        let lab = try await RegisterLab()
        let item = try await lab.item()
        let page = await lab.get("/registers/items/\(item)/change/version")
        let (command, shown) = (page.hidden("command"), page.hidden("shown"))
        for _ in 1...2 {
            let answer = await lab.post(
                "/registers/items/\(item)/change/version", Self.version, command: command, shown: shown)
            #expect(answer.status == 303)
        }
        #expect(try await lab.state(RegisterItem.self, item).versions.count == 1)
    }

    @Test func `two people on one thing: the second is shown the first’s change and loses nothing`()
        async throws
    {
        let lab = try await RegisterLab()
        let item = try await lab.item()
        let address = "/registers/items/\(item)/change/details"
        let (mine, theirs) = (await lab.get(address), await lab.get(address, by: lab.colleague))
        let fields = ["title": "Early help strategy", "owner": "Head of Early Help", "plan": "HOLLIN-2024"]
        let first = await lab.post(
            address, fields.merging(["objectives": "P1A:2"]) { $1 }, shown: theirs.hidden("shown"),
            by: lab.colleague)
        #expect(first.status == 303)
        let own = fields.merging(["owner": "Director of Families", "objectives": "P1B:1"]) { $1 }
        let second = await lab.post(address, own, shown: mine.hidden("shown"))
        #expect(second.status == 422)
        #expect(second.text.contains("Asha Merriden, programme team saved a change today at"))
        let table = try #require(second.page.tables["What changed while you were typing"])
        #expect(
            table.rows.contains([
                "Who answers for it", "Director of Early Help", "Head of Early Help", "Director of Families",
            ]))
        #expect(second.html.contains("value=\"P1B:1\""))
        #expect(try await lab.state(RegisterItem.self, item).details?.owner == "Head of Early Help")
        let again = await lab.post(address, own, shown: second.hidden("shown"))
        #expect(again.status == 303)
        #expect(try await lab.state(RegisterItem.self, item).details?.owner == "Director of Families")
    }

    @Test func `a change of something else is in nobody’s way`() async throws {
        let lab = try await RegisterLab()
        let item = try await lab.item()
        let page = await lab.get("/registers/items/\(item)/change/details")
        try await lab.record(.status(.agreed, RegisterLab.today, words: ""), on: item)
        let answer = await lab.post(
            "/registers/items/\(item)/change/details", ["title": "A", "owner": "B"],
            shown: page.hidden("shown"))
        #expect(answer.status == 303)
    }
}

@Suite struct `Who may do what in the registers` {
    private static let seen: Set<Role> = [.programmeTeam, .groupLead, .boardMember, .scrutiny]

    @Test(arguments: Role.allCases)
    func `is as the rules say, and what may not be seen is not there`(role: Role) async throws {
        let lab = try await RegisterLab()
        let item = try await lab.item()
        let visitor = RegisterLab.visitor(role)
        let pages = [
            "/registers", "/registers/kinds/strategy", "/registers/items/\(item)",
            "/registers/recommendations", "/registers/reviews", "/registers/reporting", "/registers/sharing",
        ]
        for page in pages {
            let status = await lab.get(page, by: visitor).status
            #expect(status == (Self.seen.contains(role) ? 200 : 404), "\(page)")
        }
        let forms = [
            "/registers/kinds/strategy/new", "/registers/items/\(item)/change/version",
            "/registers/recommendations/new", "/registers/reviews/new", "/registers/reporting/new",
            "/registers/sharing/new",
        ]
        for form in forms {
            let status = await lab.get(form, by: visitor).status
            #expect(status == (role == .programmeTeam ? 200 : 404), "\(form)")
            let sent = await lab.post(form, [:], by: visitor).status
            #expect(sent == (role == .programmeTeam ? 422 : 404), "\(form)")
        }
        let page = await lab.get("/registers/items/\(item)", by: visitor)
        #expect(page.html.contains("/change/") == (role == .programmeTeam))
    }

    @Test(arguments: ["/strategies", "/recommendations", "/reviews"])
    func `everybody may read what is published, and it says so where nothing is`(path: String) async throws {
        let lab = try await RegisterLab()
        let page = await lab.get(path, by: .nobody)
        #expect(page.status == 200 && page.text.contains("published here yet"))
        #expect((await lab.get("\(path)/nothing", by: .nobody)).status == 404)
    }
}
