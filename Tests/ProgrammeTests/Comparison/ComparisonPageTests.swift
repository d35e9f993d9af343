import CivilTime
import Foundation
import Testing

@testable import Pages
@testable import Programme

@Suite struct `The page of a comparison` {
    private static let address = "\(Published.plan)/compare"

    @Test func `says the figures first, and each leads to its list`() async throws {
        let page = await (try Published.all()).lab.page("\(Self.address)?from=1&to=3")
        #expect(page.status == 200)
        #expect(page.figures["slipped: moved to a later date"] == "1")
        #expect(page.figures["dropped"] == "1")
        #expect(page.figures["re-worded"] == "1")
        #expect(page.figures["promised: fell due between the two"] == "3")
        let anchors = page.mainLinks.filter { $0.hasPrefix("#") && $0.count > 1 }.map {
            String($0.dropFirst())
        }
        #expect(anchors.count == 7 && Set(anchors).isSubset(of: page.anchors))
        let slipped = try #require(page.tables["Slipped"])
        #expect(
            slipped.rows == [
                [
                    "Objective P1A:1 By March 2024 every service asks.", "March 2024", "May 2024",
                    "2 months (61 days) later", "March 2024, in issue 1",
                    "No reason was recorded. No approved request for this date is recorded here.",
                ]
            ])
    }

    @Test func `shows which words went and which came`() async throws {
        let page = await (try Published.all()).lab.page("\(Self.address)?from=1&to=2")
        #expect(page.main.contains("<del>By December 2024 six</del> <ins>Six</ins> in ten"))
    }

    @Test func `compares the last two issues where nothing is asked for`() async throws {
        let lab = try await Published.all().lab
        let page = await lab.page(Self.address)
        let asked = await lab.page("\(Self.address)?from=4&to=5")
        #expect(page.main == asked.main)
    }

    @Test func `compares the only issue from its day until today`() async throws {
        let page = await (try Lab.small()).page("/plans/HOLLIN-2024/compare")
        #expect(page.text.contains("From 12 January 2024, when issue 1 was in force, to 20 September 2024"))
        #expect(page.tables["Nothing recorded as done"]?.rows.count == 4)
        #expect(!page.main.contains("Compare other versions"))
    }

    @Test func `has nothing to compare on the day of publication`() async throws {
        let lab = try await Lab(today: day("2024-01-12"))
        try await lab.record(SmallActionPlan.text)
        let page = await lab.page("/plans/HOLLIN-2024/compare", today: day("2024-01-12"))
        #expect(page.status == 200 && page.text.contains("only just been published"))
    }

    @Test func `takes days in three fields each and gives them one address`() async throws {
        let query =
            "since-day=12&since-month=1&since-year=2024&until-day=1&until-month=may&until-year=2024"
        let reply = await (try Published.all()).lab.answer("\(Self.address)?\(query)").reply
        #expect(reply.status == 303)
        #expect(reply.headers.first?.value == "/plans/HOLLIN-2024/compare?from=2024-01-12&to=2024-05-01")
    }

    @Test(arguments: ["from=&to=", "since-day=&since-month=&since-year=&until-day=&until-month=&until-year="])
    func `takes a form that was sent empty for one that asks nothing`(query: String) async throws {
        let lab = try await Published.all().lab
        let page = await lab.page("\(Self.address)?\(query)")
        let plain = await lab.page(Self.address)
        #expect(page.status == 200 && page.main == plain.main)
    }

    @Test func `leads from a wrong day to its field, never to a form that is not there`() async throws {
        let lab = try await Published.all().lab
        let day = await lab.page("\(Self.address)?since-day=1")
        #expect(day.mainLinks.contains("#since-month"))
        let single = await (try Lab.small()).page("/plans/HOLLIN-2024/compare?from=x&to=1")
        #expect(single.status == 422)
        let anchors = single.mainLinks.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        #expect(Set(anchors).isSubset(of: single.anchors))
    }

    @Test func `turns two ends that were given the other way round`() async throws {
        let page = await (try Published.all()).lab.page("\(Self.address)?from=3&to=1")
        #expect(page.status == 200 && page.text.contains("Shown from the earlier to the later."))
        #expect(page.figures["slipped: moved to a later date"] == "1")
    }

    @Test(arguments: [
        ("from=2&to=2", "You chose issue 2 twice"), ("from=1&to=9", "There is no issue 9 of this plan"),
        ("from=2023-12-31&to=1", "The plan was first published on 12 January 2024"),
        ("from=1&to=2030-01-01", "1 January 2030 has not come yet"),
        ("from=x%3Cb%3E&to=1", "“x&lt;b&gt;” is neither a version nor a day"),
        ("from=1", "Choose later version"),
        (
            "since-day=31&since-month=2&since-year=2024&until-day=1&until-month=5&until-year=2024",
            "Earlier day must be a real date"
        ),
        ("since-day=1", "Earlier day must include a month and a year"),
    ])
    func `says what is wrong with what makes no sense, and keeps what was typed`(
        query: String, words: String
    ) async throws {
        let page = await (try Published.all()).lab.page("\(Self.address)?\(query)")
        #expect(page.status == 422)
        #expect(page.html.contains("There is a problem") && page.html.contains(words))
        #expect(page.main.contains("<option value=\"2\" selected>") == query.hasPrefix("from=2&"))
        let ids = between(page.main, " id=\"", "\"")
        #expect(ids.count == Set(ids).count)
    }

    @Test func `of a plan that is not there is not there`() async throws {
        let lab = try await Lab.small()
        for address in ["/plans/NONE/compare", "/plans/NONE/slip", "/plans/HOLLIN-2024/compare/none.csv"] {
            #expect(await lab.answer(address).reply.status == 404)
        }
    }
}

@Suite struct `Comparisons as files and as they were last agreed` {
    @Test(arguments: [
        ("/compare?from=1&to=3", "compare.html"), ("/slip", "slip.html"),
        ("/compare/comparison.csv?from=1&to=3", "comparison.csv"),
        ("/compare/comparison.json?from=1&to=3", "comparison.json"), ("/compare/slip.csv", "slip.csv"),
    ])
    func `a page or a file of the plan published five times`(address: String, name: String) async throws {
        let reply = await (try Published.all()).lab.answer(Published.plan + address).reply
        #expect(reply.status == 200)
        try Golden.expect(reply.body, toBe: name)
    }

    @Test func `a file of what cannot be compared says why`() async throws {
        let lab = try await Published.all().lab
        #expect(await lab.answer("\(Published.plan)/compare/comparison.csv?from=1&to=1").reply.status == 409)
        #expect(await lab.answer("\(Published.plan)/compare/comparison.csv?from=x&to=1").reply.status == 404)
    }

    @Test func `a plan of 34 objectives has a line for each`() async throws {
        guard let real = try await RealPlan.actionPlan() else { return }
        let code = real.plan.header.code.text
        let csv = await real.lab.page("/plans/\(code)/compare/comparison.csv")
        #expect(csv.html.components(separatedBy: "\r\n").count - 2 == 34)
    }
}

@Suite struct `How far the dates of a plan have moved` {
    @Test func `is counted by months, and what was dropped counts apart`() async throws {
        let page = await (try Published.all()).lab.page("\(Published.plan)/slip", today: day("2024-05-20"))
        #expect(page.figures["months later than first promised, in all"] == "2")
        #expect(page.figures["stand later"] == "1" && page.figures["stand where first promised"] == "3")
        #expect(page.text.contains("1 promise stands later than first promised: 2 months in all."))
    }

    @Test func `is nothing where nothing moved`() async throws {
        let page = await (try Lab.small()).page("/plans/HOLLIN-2024/slip")
        #expect(page.text.contains("Every date stands where it was first promised."))
    }

    @Test func `is told of the statement of 2018 too`() async throws {
        let page = await (try Lab.small()).page("/plans/HOLLIN-2018/slip")
        #expect(page.figures["stand where first promised"] == "3")
    }
}
