import CivilTime
import Foundation
import Markup
import Testing

@testable import Pages
@testable import Programme

/// That the public pages show as many of each as the plan holds.
@Suite struct `What the pages show can be counted` {
    @Test func `the page of the plan of 2023 shows five priorities and thirty-four objectives`()
        async throws
    {
        guard let real = try await RealPlan.actionPlan() else { return }
        let page = try real.page("")
        #expect(page.figures["objectives in 5 priorities"] == "34")
        #expect(links(page, "/objectives/") == real.statedObjectives.compactMap { $0["id"].string })
        #expect(links(page, "/priorities/").count == 5)
        #expect(page.tables.values.reduce(0) { $0 + $1.rows.count } == 34)
    }

    @Test func `the pages of the priorities show thirteen responses and every objective once`() async throws {
        guard let real = try await RealPlan.actionPlan() else { return }
        let pages = try links(try real.page(""), "/priorities/").map { try real.page("/priorities/\($0)") }
        let sections: [Int] = pages.map { between($0.main, "<section", ">").count }
        #expect(sections.reduce(0, +) == 13)
        #expect(
            pages.flatMap { links($0, "/objectives/") }
                == real.statedObjectives.compactMap { $0["id"].string })
        #expect(
            pages.flatMap(\.anchors).filter { $0.hasPrefix("PAP") }.sorted()
                == real.plan.header.priorities.flatMap(\.responses).map(\.code.text).sorted())
    }

    @Test func `the areas page lists four areas, and its matrix shows exactly the ticks of the file`()
        async throws
    {
        guard let real = try await RealPlan.actionPlan() else { return }
        let page = try real.page("/areas")
        let areas = real.tree["areas_for_improvement"].items
        let list = try #require(page.tables["Areas for improvement"])
        #expect(list.rows.count == 4)
        #expect(list.rows.map { $0.last } == areas.map { "\($0["objectives"].items.count)" })
        let matrix = try #require(page.tables["Objectives by area for improvement"])
        #expect(matrix.header == ["Objective"] + areas.compactMap { $0["id"].string })
        let expected = real.statedObjectives.map { objective -> [String] in
            let id = objective["id"].string ?? ""
            return [id] + areas.map { $0["objectives"].strings.contains(id) ? "Yes" : "" }
        }
        #expect(matrix.rows == expected)
        #expect(matrix.rows.flatMap { $0 }.count { $0 == "Yes" } == 51)
    }

    @Test func `each area's page lists its objectives and nothing else`() async throws {
        guard let real = try await RealPlan.actionPlan() else { return }
        for area in real.tree["areas_for_improvement"].items {
            let page = try real.page("/areas/\(area["id"].string ?? "")")
            #expect(links(page, "/objectives/") == area["objectives"].strings)
        }
    }

    @Test func `the governance page shows eleven bodies and six reporting lines`() async throws {
        guard let real = try await RealPlan.actionPlan() else { return }
        let page = try real.page("/governance")
        #expect(page.tables["Boards and groups"]?.rows.count == 11)
        #expect(page.tables["Reporting lines"]?.rows.count == 6)
        #expect(Set(links(page, "/groups/")).count == 11)
    }

    @Test func `the dates page shows every month of every objective and names what is ongoing`() async throws
    {
        guard let real = try await RealPlan.actionPlan() else { return }
        let page = try real.page("/dates")
        let months = real.plan.objectives.flatMap(\.due.months)
        #expect(page.tables.values.reduce(0) { $0 + $1.rows.count } == months.count)
        #expect(page.anchors.isSuperset(of: Set(months.map(\.iso))))
        #expect(page.tables.count == Set(months).count)
        #expect(page.text.contains("Ongoing, without a date: PAP5D:1 ."))
    }

    @Test func `the page of the statement of 2018 shows seventy-four actions, nine of them green`()
        async throws
    {
        guard let real = try await RealPlan.statement() else { return }
        let page = try real.page("")
        #expect(page.figures["actions in 5 areas"] == "74")
        let rows = page.tables.values.flatMap(\.rows)
        #expect(rows.count == 74)
        #expect(links(page, "/actions/") == real.tree["actions"].items.compactMap { $0["id"].string })
        let ratings = Dictionary(grouping: rows) { $0[3] }.mapValues(\.count)
        #expect(ratings == ["Green": 9, "Amber": 35, "Red": 26, "Not rated": 4])
        let done = rows.filter { $0[4] == "Rated done" }
        #expect(done.count == 9)
    }

    @Test func `the pages of the areas of weakness show every action once`() async throws {
        guard let real = try await RealPlan.statement() else { return }
        let pages = try links(try real.page(""), "/priorities/").map { try real.page("/priorities/\($0)") }
        #expect(pages.count == 5)
        let sections: [Int] = pages.map { between($0.main, "<section", ">").count }
        #expect(sections.reduce(0, +) == 23)
        #expect(
            pages.flatMap { links($0, "/actions/") }
                == real.tree["actions"].items.compactMap { $0["id"].string })
    }

    @Test func `the trajectory's chart has its six percentages and the same in its table`() async throws {
        guard let real = try await RealPlan.statement() else { return }
        let page = try real.page("/targets")
        let section = try #require(between(page.main, "<section id=\"timeliness\">", "</section>").first)
        let drawings = between(section, "<svg", "</svg>")
        #expect(drawings.count == 2)
        for drawing in drawings {
            #expect(between(drawing, "<circle", ">").count == 6)
            let texts = between(drawing, "<text", "</text>").map { words(of: "<text\($0)") }
            let percentages = texts.filter { $0.hasSuffix("%") }
            #expect(percentages == ["At inspection 35%", "50%", "60%", "70%", "80%", "90%", "100%"])
        }
        let table = try #require(page.tables["Figures of % of EHC Plans completed within 20 weeks"])
        #expect(table.rows.map { $0[2] } == ["35%", "50%", "60%", "70%", "80%", "90%", "100%"])
        #expect(
            table.rows.map { $0[0] } == [
                "At inspection", "June 2018", "Sep 2018", "Dec 2018", "March 2019", "June 2019",
                "September 2019",
            ])
    }

    @Test func `the targets page shows seven targets and the thirty-three measures of annex B`() async throws
    {
        guard let real = try await RealPlan.statement() else { return }
        let page = try real.page("/targets")
        #expect(between(page.main, "<section", ">").count == 7)
        #expect(page.tables["Measures printed with the plan"]?.rows.count == 33)
        let groups = Set(page.tables["Measures printed with the plan"]?.rows.map { $0[1] } ?? [])
        #expect(groups.count == 14)
    }

    @Test(arguments: ["B2.2", "B3.5", "C4.3", "C6.7"])
    func `an action without a rating says so`(action: String) async throws {
        guard let real = try await RealPlan.statement() else { return }
        #expect(try real.page("/actions/\(action)").summary["Rated"] == "No rating is printed")
    }

    @Test func `an action without a date, owner or accountable leader says so`() async throws {
        guard let real = try await RealPlan.statement() else { return }
        let summary = try real.page("/actions/B3.5").summary
        #expect(summary["When"] == "Not stated in the source")
        #expect(summary["Owner"] == "Not stated in the source")
        #expect(summary["Accountable"] == "Not stated in the source")
        #expect(summary["Standing"] == "No single date")
        let row = try real.page("").tables.values.flatMap(\.rows).first { $0[0].hasPrefix("B3.5 ") }
        #expect(row?.dropFirst().dropLast() == ["Not stated", "Not stated", "Not rated"])
    }

    @Test func `a lead without a name says so, and a body without a lead too`() async throws {
        guard let real = try await RealPlan.actionPlan() else { return }
        let leads = try real.page("/groups/TF-TR").summary["Led by"]
        #expect(leads?.hasPrefix("name not stated, Clinical / Operational Lead") == true)
        #expect(try real.page("/groups/LAP").summary["Led by"] == "Not stated")
        #expect(try real.page("/groups/LAP").summary["Reports to"] == "Not stated")
    }

    @Test func `the list of plans and the home page show how many objectives there are`() async throws {
        guard let real = try await RealPlan.actionPlan() else { return }
        let list = try #require(real.crawl.pages["/plans"])
        #expect(list.figures["objectives"] == "34")
        let home = try #require(try await real.lab.programme.homeSection(Lab.context()))
        #expect(list.main.contains(String(decoding: home.bytes, as: UTF8.self)))
    }

    /// The last segments of the page's own links to such a part, in their order.
    private func links(_ page: Shown, _ part: String) -> [String] {
        page.mainLinks.compactMap { link in
            let pieces = link.components(separatedBy: part)
            return pieces.count == 2 ? pieces[1] : nil
        }
    }
}
