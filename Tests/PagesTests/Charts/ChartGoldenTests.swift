import CivilTime
import Markup
import Statistics
import Testing

@testable import Pages

@Suite struct `A page of charts` {
    private static func spc() throws -> [HTML] {
        let rebased = ChartSettings(
            target: 60, rebases: [Rebase(day: month("2023-10").first, reason: "New process")])
        var observations = Sample.months(Sample.twoYears)
        observations[4].isGhost = true
        let chart = try XmRChart(observations, settings: rebased)
        let long = try XmRChart(
            Sample.months((0..<120).map { Double($0 * 37 % 41) + ($0 > 70 ? 30 : 0) }),
            settings: ChartSettings(
                improvement: .decrease,
                rebases: [
                    Rebase(
                        day: month("2025-10").first,
                        reason: "Counted anew under the new guidance of the department"),
                    Rebase(day: month("2028-09").first),
                ]))
        return [
            SPCChart("Plans issued within 20 weeks, %", id: "K301", chart: chart, unit: "%").html(),
            SPCChart("Days until advice, ten years", id: "K302", chart: long, unit: "days").html(),
            SPCChart(
                "Plans issued within 20 weeks, %, one month hidden", id: "K303", chart: chart, unit: "%",
                hidden: [month("2023-04").first, month("2024-02").first]
            ).html(),
        ] + VariationIcon.allCases.map(ChartIcons.variation)
            + AssuranceIcon.allCases.map(ChartIcons.assurance)
    }

    private static func series() -> HTML {
        let lines = ["Education", "Health", "Social care"].enumerated().map { place, name in
            SeriesChart.Line(
                name,
                (0..<18).map {
                    (day: (Sample.first + $0).first, value: .known(Double(40 + place * 14 + $0 * 5 % 13)))
                })
        }
        return SeriesChart("Advice in six weeks, %", id: "advice", lines: lines, unit: "%", target: 90).html()
    }

    private static func bars() -> [HTML] {
        [
            BarChart(
                "Median days until advice", id: "days",
                bars: [
                    ("Educational psychology", .known(39)),
                    ("Speech and language therapy for children under five and their families", .known(47)),
                    ("Social care", .known(26)), ("Audiology", .hidden),
                ], names: "Advice", unit: "days"
            ).html(),
            BarChart(
                "Change since last year", id: "change",
                bars: [
                    ("Requests", .known(12.5)), ("Tribunal appeals", .known(-8)), ("Plans ceased", .known(0)),
                ],
                unit: "%"
            ).html(),
            StackedBarChart(
                "Requests by how they ended", id: "ends",
                parts: ["Plan issued", "No plan", "Withdrawn", "Not assessed", "Moved away", "Open"],
                bars: [
                    ("2022/23", [58, 21, 3, 14, 2, 9].map { .known($0) }),
                    ("2023/24", [.known(71), .known(18), .hidden, .known(22), .hidden, .known(31)]),
                ], names: "Year"
            ).html(),
        ]
    }

    private static func times() throws -> [HTML] {
        let waits = (0..<60).map {
            Wait(time: Double($0 * 7 % 31 + 4), exit: $0.isMultiple(of: 4) ? nil : "plan")
        }
        let events = [
            ("2024-05-02", "Request received"), ("2024-06-10", "Decision to assess"),
            ("2024-06-14", "Advice asked for"),
            ("2024-08-05", "Views added: “Mornings are hard. She talks to her rabbit first.”"),
            ("2024-09-09", "Psychologist’s advice received"), ("2024-09-18", "Second reminder sent"),
        ].map { TimelineChart.Event(day: day($0.0), text: $0.1) }
        let due = TimelineChart.Event(day: day("2024-11-25"), text: "Final plan due", isPlanned: true)
        return [
            SurvivalChart(
                "Weeks until a plan", id: "weeks", curve: try SurvivalCurve(waits), unit: "weeks",
                mark: (20, "Statutory limit")
            ).html(),
            TimelineChart("The case so far", id: "case", events: events + [due]).html(),
        ]
    }

    @Test func `is kept whole`() throws {
        let charts = try Self.spc() + [Self.series()] + Self.bars() + Self.times()
        let page = Page(title: "Charts", body: "<h1>Charts</h1>\(charts)")
        try expectGolden("charts", Layout.render(page, .sample).string)
    }
}
