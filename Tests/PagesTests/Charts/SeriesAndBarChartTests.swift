import CivilTime
import Markup
import Testing

@testable import Pages

@Suite struct `Charts of plain values` {
    private static func line(_ values: [ChartValue], name: String = "Value") -> SeriesChart.Line {
        .init(name, values.enumerated().map { (day: (Sample.first + $0).first, value: $1) })
    }

    private static let mixed: [ChartValue] = [
        .known(3), .hidden, .known(.nan), .known(.infinity), .known(1e300), .known(-7), .hidden, .known(4),
    ]

    @Test(arguments: Sample.hard)
    func `are readable whatever the values`(values: [Double]) throws {
        let known = values.map { ChartValue.known($0) }
        try expectReadable(
            SeriesChart("Plans", id: "p", lines: [Self.line(known)], unit: "%", target: 5).html())
        let bars = known.prefix(30).enumerated().map { (name: "Bar \($0)", value: $1) }
        try expectReadable(BarChart("Plans", id: "p", bars: Array(bars), unit: "days").html())
        let stacks = [(name: "One", values: Array(known.prefix(8))), (name: "Two", values: [])]
        let parts = (1...max(1, min(8, known.count))).map { "Part \($0)" }
        try expectReadable(StackedBarChart("Plans", id: "p", parts: parts, bars: stacks).html())
    }

    @Test func `take long names, hidden values and what is no number`() throws {
        let names = [Sample.longName, String(repeating: "W", count: 90), "児童の教育と健康と福祉の計画についての記録の一覧", ""]
        let bars = names.flatMap { name in Self.mixed.map { (name: name, value: $0) } }
        try expectReadable(BarChart(Sample.longName, id: "a b\"<", bars: bars).html())
        try expectReadable(
            StackedBarChart("Plans", id: "p", parts: names, bars: names.map { ($0, Self.mixed) }).html())
        try expectReadable(
            SeriesChart("Plans", id: "p", lines: names.map { Self.line(Self.mixed, name: $0) }, target: .nan)
                .html())
    }

    @Test func `say that there is no data`() {
        for html in [
            SeriesChart("Plans", id: "p", lines: []).html(),
            SeriesChart("Plans", id: "p", lines: [Self.line([])]).html(),
            BarChart("Plans", id: "p", bars: []).html(),
            StackedBarChart("Plans", id: "p", parts: ["A"], bars: []).html(),
            TimelineChart("Plans", id: "p", events: []).html(),
        ] {
            #expect(html.string.contains("There is no data.") && html.count("<svg") == 0)
        }
    }

    @Test func `tell parts and lines apart without colour`() throws {
        let parts = (1...6).map { "Part \($0)" }
        let bars = [(name: "All", values: parts.map { _ in ChartValue.known(10) })]
        for drawing in try Drawing.both(StackedBarChart("Plans", id: "p", parts: parts, bars: bars).html()) {
            let paths = drawing.source.matches(of: /<path class="lines-([a-z]+)" d="([^"]*)"/)
            #expect(paths.count == 6)
            // Full and empty differ by their ground.
            #expect(Set(paths.map { $0.output.2 }).count == 5)
            #expect(drawing.texts.filter { $0.text == "10" }.count == 6)
        }
        #expect(Set((0..<5).map { Mark.line($0).outline(0, 0, 5) }).count == 5)
    }

    @Test func `draw bars as long as their values, from nought`() throws {
        let html = BarChart(
            "Plans", id: "p", bars: [("A", .known(10)), ("B", .known(40)), ("C", .known(-20))]
        ).html()
        for drawing in try Drawing.both(html) {
            let bars = drawing.source.matches(
                of: /<rect class="bar" x="([0-9.]+)" y="[0-9.]+" width="([0-9.]+)"/
            )
            .map { (x: Double($0.output.1) ?? 0, width: Double($0.output.2) ?? 0) }
            try #require(bars.count == 3)
            #expect(
                abs(bars[1].width - 4 * bars[0].width) < 0.3 && abs(bars[2].width - 2 * bars[0].width) < 0.3)
            #expect(bars[0].x == bars[1].x && abs(bars[2].x + bars[2].width - bars[0].x) < 0.2)
        }
    }

    @Test func `draw nothing that depends on what is hidden`() throws {
        let html = StackedBarChart(
            "Plans", id: "p", parts: ["A", "B"],
            bars: [("One", [.known(9), .hidden]), ("Two", [.known(9), .known(1)])]
        ).html()
        for drawing in try Drawing.both(html) {
            #expect(drawing.source.ranges(of: "-hidden)").count == 2, "the part and its sign")
        }
        #expect(html.count("<span>hidden</span>") == 1)
    }

    @Test func `name months as often as there is room, and the last in any case`() throws {
        let html = SeriesChart(
            "Plans", id: "p", lines: [Self.line((0..<120).map { .known(Double($0)) })]
        ).html()
        for drawing in try Drawing.both(html) {
            let months = drawing.texts.filter { $0.text.contains(/^[A-Z][a-z]{2} 20/) }
            #expect((drawing.kind == "wide" ? 8...11 : 2...4).contains(months.count))
            #expect(months.last?.text == "Sep 2032")
        }
    }

    @Test func `escape what they say`() throws {
        let html = BarChart("A <b> & \"c\"", id: "p", bars: [("<script>", .known(1))]).html()
        expectInert(html.string)
        #expect(html.string.contains("A &lt;b&gt; &amp; &quot;c&quot;"))
    }

    @Test(arguments: [
        (0, "0"), (12, "12"), (-3.5, "−3.5"), (1_234_567, "1,234,567"), (0.25, "0.25"), (1e15, "1×10¹⁵"),
        (-2.5e-9, "−2.5×10⁻⁹"), (1e100, "1×10¹⁰⁰"), (0.1 + 0.2, "0.3"), (999, "999"), (1_000, "1,000"),
        (9.999e20, "1×10²¹"),
    ])
    func `write numbers for people`(value: Double, text: String) {
        #expect(ChartNumber.text(value) == text)
    }

    @Test(arguments: Sample.hard)
    func `have scales that cover their values in few round steps`(values: [Double]) {
        for steps in [2, 4, 8] {
            let scale = ValueScale(values, steps: steps)
            #expect(
                scale.marks == scale.marks.sorted()
                    && Set(scale.marks.map(scale.text)).count == scale.marks.count)
            #expect((2...steps + 3).contains(scale.marks.count))
            if values.contains(where: { $0.magnitude > 1e-80 }) {
                let slack = (scale.high - scale.low) * 1e-6
                #expect(values.allSatisfy { scale.low - slack <= $0 && $0 <= scale.high + slack })
            }
        }
    }
}
