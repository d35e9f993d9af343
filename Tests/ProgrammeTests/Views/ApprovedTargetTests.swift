import CivilTime
import Ledger
import Markup
import Testing

@testable import Pages
@testable import Programme

/// The programme's pages over the small plans, with approved targets that a test hands in.
private struct Shelf {
    let lab: Lab
    let routes: RouteTable

    init(_ standings: [Programme.Targets.Standing]) async throws {
        lab = try await Lab.small()
        let port = Programme.Targets { indicators, on in
            on == Lab.today ? standings.filter { indicators.contains($0.indicator) } : []
        }
        var table = RouteTable()
        Programme(lab.ledger, targets: port).register(in: &table)
        routes = table
    }

    func page(_ address: String) async -> String {
        let segments = address.split(separator: "/").map { String($0) }
        let reply = await routes.answer(Request(segments: segments, context: Lab.context())).reply
        return String(decoding: reply.body, as: UTF8.self)
    }
}

private let link = Link(path: ["indicators", "K301"])

private func standing(_ goals: [Programme.Targets.Goal], baseline: String? = nil)
    -> Programme.Targets.Standing
{
    .init(indicator: "K301", words: "Plans in time", link: link, baseline: baseline, goals: goals)
}

private let goal = Programme.Targets.Goal(
    text: "at least 60%", by: "March 2026", cohort: "year 6", approved: "Board, 7 May 2024")

@Suite struct `Approved targets beside a plan's measures` {
    private let targets = "/plans/HOLLIN-2018/targets"

    @Test func `stand on the page of targets with who approved them`() async throws {
        let page = await (try Shelf([standing([goal], baseline: "35% (2017)")])).page(targets)
        #expect(page.contains("<a href=\"/indicators/K301\"><strong>K301</strong> Plans in time</a>"))
        for words in ["at least 60%, year 6", "March 2026", "35% (2017)", "Board, 7 May 2024"] {
            #expect(page.contains(words))
        }
        #expect(!page.contains(ApprovedTargets.noTarget))
        #expect(page.contains("% in 20 weeks"), "the plan's own figures stay")
    }

    @Test func `are said to be missing where none has been approved`() async throws {
        let page = await (try Shelf([standing([])])).page(targets)
        #expect(page.contains("No target has been approved yet for 1 indicator that the plan names."))
    }

    @Test func `leave the page as it is where nobody keeps targets`() async throws {
        let with = await (try Shelf([])).page(targets)
        let without = await (try Lab.small()).answer(targets).reply
        #expect(with == String(decoding: without.body, as: UTF8.self))
    }

    @Test func `stand under each measure with its indicator`() {
        let approved = ApprovedTargets(standings: ["K301": standing([goal], baseline: "35% (2017)")])
        let text = String(
            decoding: approved.measures([
                Measure(text: "Plans come in time", indicators: ["K301", "K302"]),
                Measure(text: "Families say so", indicators: []),
            ]).bytes, as: UTF8.self)
        #expect(text.contains("Plans come in time <span class=\"muted nowrap\">(K302)</span>"))
        #expect(text.contains("to reach at least 60% by March 2026, year 6. It stood at 35% (2017)."))
        #expect(text.contains("<li>Families say so</li>"))
        let none = ApprovedTargets(standings: ["K301": standing([])])
        let said = String(
            decoding: none.measures([Measure(text: "Plans come in time", indicators: ["K301"])]).bytes,
            as: UTF8.self)
        #expect(said.contains("No target has been approved yet."))
    }

    @Test func `are asked for every indicator that the plan names, once`() async throws {
        let record = try await Lab.small().recordOf("HOLLIN-2018")
        #expect(Set(record.indicators).isSuperset(of: ["K301", "K310", "K317", "K717", "K810"]))
    }
}
