public import CivilTime
public import Markup

/// One or more series drawn as lines over time, without limits: nothing is said about what is unusual.
public struct SeriesChart: Sendable {
    /// A named series.
    public struct Line: Sendable {
        let name: String
        let points: [(day: Day, value: ChartValue)]

        /// Makes a series; of two values of a day the later one given counts.
        public init(_ name: String, _ points: [(day: Day, value: ChartValue)]) {
            self.name = name
            let byDay = Dictionary(points.map { ($0.day, $0.value) }, uniquingKeysWith: { $1 })
            self.points = byDay.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        }
    }

    private let title: String
    private let id: String
    private let lines: [Line]
    private let unit: String
    private let target: Double?

    /// Makes a chart.
    ///
    /// - Parameters:
    ///   - title: what was measured, with its unit.
    ///   - id: names the chart on the page.
    ///   - lines: five are told apart by shape and dash; of more the sixth looks like the first.
    ///   - unit: said after values; "" for none.
    ///   - target: a level to be reached, drawn across.
    public init(_ title: String, id: String, lines: [Line], unit: String = "", target: Double? = nil) {
        self.title = title
        self.id = id
        self.lines = lines
        self.unit = unit
        self.target = target.flatMap { ChartValue.known($0).number }
    }

    private var days: [Day] { Set(lines.flatMap { $0.points.map(\.day) }).sorted() }
    private var hidden: [Day] {
        Set(lines.flatMap { $0.points.filter { $0.value == .hidden }.map(\.day) }).sorted()
    }

    /// Both drawings and the table.
    public func html() -> HTML {
        ChartFigure(title, id: id, description: description, table: table).html { draw(&$0) }
    }

    private var description: String {
        let isMonthly = DayWords.isMonthly(days)
        var parts = lines.compactMap { line -> String? in
            guard let last = line.points.last, let first = line.points.first else { return nil }
            let end = "\(last.value.text(unit: unit)) in \(DayWords.full(last.day, isMonthly: isMonthly))"
            guard first.day != last.day else { return "\(line.name): \(end)." }
            return "\(line.name): from \(first.value.text(unit: unit)) in "
                + "\(DayWords.full(first.day, isMonthly: isMonthly)) to \(end)."
        }
        if let target { parts.append("Target \(ChartNumber.text(target, unit: unit)).") }
        if !hidden.isEmpty { parts.append("Some values are hidden, so no limits are shown.") }
        return parts.joined(separator: " ")
    }

    private var table: DataTable {
        var table = DataTable(
            "The values of the chart", [.text("Date")] + lines.map { DataTable.Column.number($0.name) })
        let isMonthly = DayWords.isMonthly(days)
        let values = lines.map { Dictionary($0.points.map { ($0.day, $0.value) }, uniquingKeysWith: { $1 }) }
        for day in days {
            table.add(
                [HTML(text: DayWords.full(day, isMonthly: isMonthly))]
                    + values.map { HTML(text: $0[day]?.text(unit: unit) ?? "") })
        }
        return table
    }

    private func draw(_ sketch: inout Sketch) {
        let values = lines.flatMap { $0.points.compactMap(\.value.number) }
        let frame = PlotFrame(ValueScale(values + (target.map { [$0] } ?? []), steps: 4), in: &sketch)
        let axis = DayAxis(days, in: frame)
        let width = min(16, max(3, axis.spacing * 0.8))
        for day in hidden {
            sketch.box(.hidden, axis.x(day) - width / 2, frame.top, width, frame.bottom - frame.top)
        }
        if let target {
            sketch.polyline("line-target", [(frame.left, frame.y(target)), (frame.right, frame.y(target))])
        }
        for (index, line) in lines.enumerated() { draw(line, index, frame, axis, &sketch) }
        frame.labels(axis.labels, in: &sketch)
        legend.draw(in: &sketch)
    }

    private func draw(
        _ line: Line, _ index: Int, _ frame: PlotFrame, _ axis: DayAxis, _ sketch: inout Sketch
    ) {
        var run: [(x: Double, y: Double)] = []
        for point in line.points {
            guard let value = point.value.number else {
                sketch.polyline(Self.kind(index), run)
                run = []
                continue
            }
            run.append((axis.x(point.day), frame.y(value)))
        }
        sketch.polyline(Self.kind(index), run)
        for point in line.points {
            guard let value = point.value.number else { continue }
            sketch.mark(.line(index), axis.x(point.day), frame.y(value), size: axis.markSize)
        }
    }

    private static func kind(_ index: Int) -> String { "series series-\(index % 5 + 1)" }

    private var legend: Legend {
        var legend = Legend()
        if lines.count > 1 {
            for (index, line) in lines.enumerated() {
                legend.add(.mark(.line(index), line: Self.kind(index)), line.name)
            }
        }
        if let target { legend.add(.line("line-target"), "Target \(ChartNumber.text(target, unit: unit))") }
        if !hidden.isEmpty { legend.add(.filling(.hidden), "Hidden by a rule") }
        return legend
    }
}
