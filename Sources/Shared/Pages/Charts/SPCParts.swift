import CivilTime
import Markup
import Statistics

/// The lines where new sections begin, with why: beside the line where that fits, else as numbers.
struct SectionLabels {
    private let texts: [String]

    /// Names all sections but the first.
    init(_ sections: [ChartSection]) {
        texts = sections.dropFirst().map { section in
            let start = section.start
            return "\(section.reason ?? "No reason recorded"), "
                + "\(start.dayOfMonth == 1 ? start.calendarMonth.abbreviated : start.short)"
        }
    }

    /// Whether there is one and it stands beside its line; otherwise each has a number.
    private func standsBeside(_ sketch: Sketch) -> Bool {
        texts.count == 1 && texts.allSatisfy { ChartText.width($0) < sketch.width / 2 - 40 }
    }

    /// How much room they need above the frame.
    func height(in sketch: Sketch) -> Double {
        if texts.isEmpty { return 0 }
        return standsBeside(sketch) ? 24 : Double(min(3, texts.count)) * 24 + 6
    }

    /// Draws each line, and beside or above it its reason or number.
    func draw(_ frame: PlotFrame, starts: [Double], in sketch: inout Sketch) {
        guard !starts.isEmpty else { return }
        if standsBeside(sketch), let x = starts.first, let text = texts.first {
            sketch.polyline("thread-line", [(x, 4), (x, frame.bottom)])
            let isLeft = x > sketch.width / 2
            sketch.text(text, isLeft ? x - 7 : x + 7, 18, isLeft ? .end : .start)
            return
        }
        var ends = [Double](repeating: -100, count: min(3, texts.count))
        var numbers: [(number: Int, x: Double, y: Double)] = []
        for (index, x) in starts.enumerated() {
            // A number that has no room in any row is told by its place among its neighbours.
            let row = ends.firstIndex { $0 + 28 <= x }
            let y = height(in: sketch) - 16 - Double(row ?? 0) * 24
            sketch.polyline("thread-line", [(x, row == nil ? frame.top : y), (x, frame.bottom)])
            guard let row else { continue }
            ends[row] = x
            numbers.append((index + 1, x, y))
        }
        for number in numbers { sketch.number(number.number, number.x, number.y) }
    }

    /// Says what the lines mean; with numbers, each reason.
    func explain(in legend: inout Legend, for sketch: Sketch) {
        if texts.isEmpty { return }
        legend.add(.line("thread-line"), "New section")
        if standsBeside(sketch) { return }
        for (index, text) in texts.enumerated() { legend.add(.number(index + 1), text) }
    }
}

/// The table of an XmR chart.
struct SPCTable {
    private let chart: XmRChart
    private let unit: String

    /// Makes the table of a chart.
    init(_ chart: XmRChart, unit: String) {
        self.chart = chart
        self.unit = unit
    }

    /// The decimals of computed figures: one more than the values have, four at most.
    static func decimals(_ chart: XmRChart) -> Int {
        min(4, 1 + (chart.points.map { ChartNumber.decimals($0.observation.value) }.max() ?? 0))
    }

    /// A row a point. Where values are proportions, with what each was made from: limits do not follow the
    /// denominators, so who reads the chart must see them.
    var html: DataTable {
        let hasTarget = chart.target != nil
        let hasParts = chart.points.contains { $0.observation.denominator != nil }
        var table = DataTable(
            "The values of the chart",
            [.text("Date"), .number("Value")] + (hasParts ? [.number("Number"), .number("Out of")] : [])
                + [.number("Mean"), .number("Lower limit"), .number("Upper limit")]
                + (hasTarget ? [.number("Target")] : []) + [.text("What it is")])
        let decimals = Self.decimals(chart)
        let isMonthly = DayWords.isMonthly(chart.points.map(\.observation.day))
        for point in chart.points {
            let section = chart.section(of: point)
            let figures = [section.mean, section.limits?.lower, section.limits?.upper].map { figure in
                HTML(text: figure.map { ChartNumber.text($0, decimals: decimals) } ?? "")
            }
            let target = HTML(text: point.target.map { ChartNumber.text($0) } ?? "")
            let parts = [point.observation.numerator, point.observation.denominator].map { part in
                HTML(text: part.map { ChartNumber.text($0) } ?? "")
            }
            table.add(
                [
                    HTML(text: DayWords.full(point.observation.day, isMonthly: isMonthly)),
                    HTML(text: ChartNumber.text(point.observation.value, unit: unit)),
                ] + (hasParts ? parts : []) + figures + (hasTarget ? [target] : []) + [
                    HTML(text: words(point))
                ])
        }
        return table
    }

    private func words(_ point: ChartPoint) -> String {
        switch point.kind {
        case .commonCause: "Common cause"
        case .ghost: "Shown, not counted"
        case .improvement: "Improvement: \(chart.label(of: point))"
        case .concern: "Concern: \(chart.label(of: point))"
        case .neutralHigh, .neutralLow: "Special cause: \(chart.label(of: point))"
        }
    }
}
