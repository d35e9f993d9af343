public import Markup
public import Statistics

/// How many are still waiting after each time: steps downwards, with the limits of confidence around them.
public struct SurvivalChart: Sendable {
    private let title: String
    private let id: String
    private let curve: SurvivalCurve
    private let unit: String
    private let mark: (time: Double, label: String)?

    /// Makes a drawing of a curve.
    ///
    /// - Parameters:
    ///   - title: what is waited for.
    ///   - id: names the chart on the page.
    ///   - unit: the unit of the waits, such as "weeks".
    ///   - mark: a time to compare with, such as a statutory limit; drawn as an upright line.
    public init(
        _ title: String, id: String, curve: SurvivalCurve, unit: String,
        mark: (time: Double, label: String)? = nil
    ) {
        self.title = title
        self.id = id
        self.curve = curve
        self.unit = unit
        self.mark = mark.flatMap { ChartValue.known($0.time).number == nil || $0.time < 0 ? nil : $0 }
    }

    /// Both drawings and the table.
    public func html() -> HTML {
        ChartFigure(title, id: id, description: description, table: table).html { draw(&$0) }
    }

    private var description: String {
        guard let first = curve.steps.first else { return "" }
        var text = "Of \(first.atRisk) waits, "
        if let median = curve.median {
            text += "half had ended after \(ChartNumber.text(median, unit: unit))."
        } else {
            text += "fewer than half are known to have ended."
        }
        if let mark, let share = curve.waiting(after: mark.time) {
            text +=
                " Still waiting after \(ChartNumber.text(mark.time, unit: unit)) (\(mark.label)): "
                + "\(percent(share))."
        }
        return text
    }

    private func percent(_ share: Double) -> String { ChartNumber.text(share * 100, decimals: 1, unit: "%") }

    private var table: DataTable {
        var table = DataTable(
            "The steps of the curve",
            [
                .text("After"), .number("Still waiting"), .number("Lower limit"), .number("Upper limit"),
                .number("Waiting before"), .number("Ended"), .number("Known no further"),
            ])
        for step in curve.steps {
            table.add([
                HTML(text: ChartNumber.text(step.time, unit: unit)), HTML(text: percent(step.waiting)),
                HTML(text: step.lower.map(percent) ?? ""), HTML(text: step.upper.map(percent) ?? ""),
                "\(step.atRisk)", "\(step.ended)", "\(step.censored)",
            ])
        }
        return table
    }

    private func draw(_ sketch: inout Sketch) {
        let frame = PlotFrame(ValueScale([0, 100], steps: 5), in: &sketch)
        let end = max(curve.steps.last?.time ?? 1, mark?.time ?? 0)
        let times = ValueScale([0, end], steps: sketch.isWide ? 8 : 4)
        let (left, right) = (frame.left + 6, frame.right - 8)
        func x(_ time: Double) -> Double { left + times.share(time) * (right - left) }
        drawLimits(frame, x, &sketch)
        if let mark {
            sketch.polyline("mark-time", [(x(mark.time), frame.top), (x(mark.time), frame.bottom)])
        }
        let stairs = stairs(curve.steps.map { ($0.time, $0.waiting) }, until: curve.steps.last?.time ?? 0)
        sketch.polyline("line", stairs.map { (x($0.time), frame.y($0.share * 100)) })
        for step in curve.steps where step.censored > 0 {
            let y = frame.y(step.waiting * 100)
            sketch.polyline("censored", [(x(step.time), y - 6), (x(step.time), y + 6)])
        }
        frame.labels(times.marks.map { (times.text($0), x($0)) }, in: &sketch)
        legend.draw(in: &sketch)
    }

    /// The band of the limits: from the start until the time from which there are none.
    private func drawLimits(_ frame: PlotFrame, _ x: (Double) -> Double, _ sketch: inout Sketch) {
        let known = curve.steps.prefix { $0.lower != nil && $0.upper != nil }
        guard !known.isEmpty else { return }
        let end =
            known.count < curve.steps.count ? curve.steps[known.count].time : known[known.count - 1].time
        let upper = stairs(known.map { ($0.time, $0.upper ?? 1) }, until: end)
        let lower = stairs(known.map { ($0.time, $0.lower ?? 1) }, until: end)
        func places(_ stairs: [(time: Double, share: Double)]) -> [(x: Double, y: Double)] {
            stairs.map { (x($0.time), frame.y($0.share * 100)) }
        }
        sketch.polyline("limits-band", places(upper) + places(lower).reversed(), isClosed: true)
        sketch.polyline("limit-line", places(upper))
        sketch.polyline("limit-line", places(lower))
    }

    /// The corners of a line that keeps its level until the next time.
    private func stairs(
        _ steps: [(time: Double, share: Double)], until end: Double
    ) -> [(time: Double, share: Double)] {
        var level = 1.0
        var corners: [(time: Double, share: Double)] = [(0, 1)]
        for step in steps {
            corners += [(step.time, level), step]
            level = step.share
        }
        return corners + [(end, level)]
    }

    private var legend: Legend {
        var legend = Legend()
        legend.add(.line("line"), "Still waiting, %, after so many \(unit)")
        let level = ChartNumber.text(curve.level * 100, decimals: 0, unit: "%")
        if curve.steps.contains(where: { $0.lower != nil && $0.lower != $0.upper }) {
            legend.add(.line("limit-line"), "\(level) confidence limits")
        }
        if curve.steps.contains(where: { $0.censored > 0 }) {
            legend.add(.line("censored-sign"), "Short strokes: known no further")
        }
        if let mark {
            legend.add(.line("mark-time"), "\(mark.label): \(ChartNumber.text(mark.time, unit: unit))")
        }
        return legend
    }
}
