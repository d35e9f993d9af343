import CivilTime
import Markup
import Statistics
import Testing

@testable import Pages

@Suite struct `An XmR chart drawn` {
    private func chart(_ values: [Double], _ settings: ChartSettings = ChartSettings()) throws -> XmRChart {
        try XmRChart(Sample.months(values), settings: settings)
    }

    private static let rebased = ChartSettings(
        target: 60, rebases: [Rebase(day: month("2023-10").first, reason: "New process")])

    private func marks(_ drawing: Drawing, _ kind: String) -> Int {
        drawing.source.ranges(of: "<path class=\"mark-\(kind)\"").count
    }

    @Test(arguments: Sample.hard)
    func `is readable whatever the values`(values: [Double]) throws {
        for improvement in Improvement.allCases {
            let settings = ChartSettings(improvement: improvement, target: values[0])
            try expectReadable(
                SPCChart("Plans in time", id: "K301", chart: chart(values, settings), unit: "%").html())
        }
    }

    @Test(arguments: 0..<40)
    func `is readable whatever the sections, ghosts and steps of the target`(seed: Int) throws {
        var random = Steady(state: UInt64(seed))
        let count = Int.random(in: 1...130, using: &random)
        var observations = Sample.months(
            (0..<count).map { _ in Double(Int.random(in: -90...900, using: &random)) })
        for index in observations.indices.dropFirst() {
            observations[index].isGhost = Int.random(in: 0..<9, using: &random) == 0
            if Int.random(in: 0..<20, using: &random) == 0 { observations[index].target = Double(index) }
        }
        let reasons = [nil, "Short", Sample.longName]
        let rebases = (0..<Int.random(in: 0...9, using: &random)).map { _ in
            Rebase(
                day: observations[Int.random(in: 0..<count, using: &random)].day,
                reason: reasons[Int.random(in: 0..<3, using: &random)])
        }
        let chart = try XmRChart(observations, settings: ChartSettings(rebases: rebases))
        try expectReadable(SPCChart("Waits", id: "w", chart: chart, unit: "days").html())
    }

    @Test func `draws each kind of point in a shape of its own and says what it is`() throws {
        var observations = Sample.months(Sample.twoYears)
        observations[3].isGhost = true
        let chart = try XmRChart(observations, settings: Self.rebased)
        for drawing in try Drawing.both(SPCChart("Plans", id: "p", chart: chart).html()) {
            for kind in Set(chart.points.map(\.kind)) {
                let count = chart.points.count { $0.kind == kind }
                // One more in the legend.
                #expect(marks(drawing, String(Mark(kind).kind.dropFirst(5))) == count + 1, "\(kind)")
            }
            #expect(drawing.texts.contains { $0.text == "Shown, not counted" })
        }
        let outlines = [Mark.common, .improvement, .concern, .high, .low].map { $0.outline(0, 0, 5) }
        #expect(Set(outlines).count == 5)
        #expect(Mark.ghost.kind != Mark.common.kind)
    }

    @Test func `draws a line through the points that count and none through ghosts`() throws {
        var observations = Sample.months([1, 2, 99, 4, 5])
        observations[2].isGhost = true
        let html = SPCChart("Plans", id: "p", chart: try XmRChart(observations)).html()
        for drawing in try Drawing.both(html) {
            let line = try #require(drawing.source.firstMatch(of: /<path class="line" d="([^"]+)"/)).output.1
            #expect(line.count { $0 == "M" || $0 == "L" } == 4)
        }
    }

    @Test func `draws mean and limits a section and a line with the reason between them`() throws {
        let chart = try chart(Sample.twoYears, Self.rebased)
        for drawing in try Drawing.both(SPCChart("Plans", id: "p", chart: chart).html()) {
            // A mean a section and a sign; two limits a section and a sign.
            #expect(drawing.source.ranges(of: "class=\"mean-line\"").count == 3)
            #expect(drawing.source.ranges(of: "class=\"limit-line\"").count == 5)
            #expect(drawing.texts.contains { $0.text == "New process, Oct 2023" })
            #expect(drawing.texts.contains { $0.text == "Target 60" })
        }
    }

    @Test func `says nothing that depends on a hidden point`() throws {
        let hidden = month("2023-04").first
        let drawn = try [5.0, 900].map { value in
            var values = Sample.twoYears
            values[6] = value
            return SPCChart(
                "Plans", id: "p", chart: try chart(values, Self.rebased), unit: "%", hidden: [hidden]
            ).html()
        }
        #expect(drawn[0] == drawn[1])
        try expectReadable(drawn[0])
        for sign in ["limit", "mean-line", "mark-improvement", "mark-concern", "chart-icon", "average"] {
            #expect(drawn[0].count("class=\"\(sign)") == 0, "\(sign)")
        }
        for drawing in try Drawing.both(drawn[0]) {
            #expect(drawing.source.ranges(of: "class=\"series series-1\"").count == 2, "a line either side")
        }
        #expect(
            drawn[0].string.contains(
                "April 2023</th><td class=\"number\"><span class=\"label\" aria-hidden=\"true\">Value</span> <span>hidden<"
            ))
    }

    @Test func `hiding a day that has no point changes nothing`() throws {
        let chart = try chart(Sample.twoYears)
        #expect(
            SPCChart("Plans", id: "p", chart: chart, hidden: [day("2020-01-01")]).html()
                == SPCChart("Plans", id: "p", chart: chart).html())
    }

    @Test func `has a row a point in its table`() throws {
        let chart = try chart(Sample.twoYears, Self.rebased)
        #expect(SPCChart("Plans", id: "p", chart: chart).html().count("<th scope=\"row\">") == 24)
    }

    @Test func `shows what a proportion was made from`() throws {
        var observations = Sample.months([50, 25])
        (observations[0].numerator, observations[0].denominator) = (417, 834)
        let html = SPCChart("Plans", id: "p", chart: try XmRChart(observations), unit: "%").html().string
        #expect(html.contains(">Out of</th>") && html.contains(">417<") && html.contains(">834<"))
        let plain = SPCChart("Plans", id: "p", chart: try chart([50, 25]), unit: "%").html().string
        #expect(!plain.contains("Out of"))
    }

    @Test(arguments: VariationIcon.allCases)
    func `gives an icon of variation its letter and its words`(icon: VariationIcon) {
        let html = ChartIcons.variation(icon)
        #expect(html.string.contains(">\(icon.letter ?? "")</text>") && html.string.contains(icon.meaning))
        expectInert(html.string)
    }

    @Test(arguments: AssuranceIcon.allCases)
    func `gives an icon of assurance its letter and its words`(icon: AssuranceIcon) {
        let html = ChartIcons.assurance(icon)
        #expect(html.string.contains(">\(icon.letter)</text>") && html.string.contains(icon.meaning))
    }

    @Test func `draws icons of different meaning differently`() {
        let shapes =
            VariationIcon.allCases.map { ChartIcons.variation($0) }
            + AssuranceIcon.allCases.map { ChartIcons.assurance($0) }
        let withoutWords = shapes.map {
            $0.string.replacing(/class="[^"]*"/, with: "").replacing(/<\/svg>.*/, with: "")
        }
        #expect(Set(withoutWords).count == withoutWords.count)
    }
}
