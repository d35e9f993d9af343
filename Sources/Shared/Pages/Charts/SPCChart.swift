public import CivilTime
public import Markup
public import Statistics

/// An XmR chart drawn: values with their mean, limits, special cause, target and sections.
///
/// Where a rule hides a point there is neither mean nor limit, mark of special cause, icon nor sentence, since
/// each of them depends on the hidden value; the point is a gap.
public struct SPCChart: Sendable {
    private let title: String
    private let id: String
    let chart: XmRChart
    private let unit: String
    private let hidden: Set<Day>

    /// Makes a drawing of a chart.
    ///
    /// - Parameters:
    ///   - title: what was measured, with its unit.
    ///   - id: names the drawing on the page.
    ///   - unit: said after values, such as "%" or "days"; "" for none.
    ///   - hidden: the days whose values a rule hides.
    public init(_ title: String, id: String, chart: XmRChart, unit: String = "", hidden: Set<Day> = []) {
        self.title = title
        self.id = id
        self.chart = chart
        self.unit = unit
        self.hidden = hidden.intersection(chart.points.map(\.observation.day))
    }

    /// Icons, both drawings, what they show in words, how they were made, and the table.
    public func html() -> HTML {
        guard hidden.isEmpty else { return seriesWithGaps.html() }
        let words = chart.commentary(unit: unit)
        let figure = ChartFigure(
            title, id: id, description: words.joined(separator: " "), table: SPCTable(chart, unit: unit).html)
        let notes = chart.notes.map(\.description).joined(separator: " ")
        let after: HTML = """
            <p><strong>What this shows.</strong> \(words.joined(separator: " "))</p>\
            <p class="caption">\(chart.caption) \(notes)</p>
            """
        return figure.html(before: ChartIcons.html(chart), after: after) { draw(&$0) }
    }

    private var seriesWithGaps: SeriesChart {
        let points = chart.points.map {
            (
                day: $0.observation.day,
                value: hidden.contains($0.observation.day) ? .hidden : ChartValue.known($0.observation.value)
            )
        }
        return SeriesChart(
            title, id: id, lines: [.init("Value", points)], unit: unit,
            target: chart.target)
    }

    private func draw(_ sketch: inout Sketch) {
        let limits = chart.sections.compactMap(\.limits).flatMap { [$0.lower, $0.upper] }
        let targets = chart.points.compactMap(\.target)
        let scale = ValueScale(chart.points.map(\.observation.value) + limits + targets, steps: 4)
        let reasons = SectionLabels(chart.sections)
        sketch.height = reasons.height(in: sketch)
        let frame = PlotFrame(scale, in: &sketch)
        let axis = DayAxis(chart.points.map(\.observation.day), in: frame)
        for section in chart.sections { draw(section, frame, axis, &sketch) }
        reasons.draw(frame, starts: sectionStarts(axis), in: &sketch)
        drawTarget(frame, axis, &sketch)
        drawPoints(frame, axis, &sketch)
        frame.labels(axis.labels, in: &sketch)
        legend(reasons, for: sketch).draw(in: &sketch)
    }

    /// From where to where a section is drawn; one point alone gets a little to either side.
    private func reach(of section: ChartSection, _ axis: DayAxis) -> (left: Double, right: Double)? {
        let days = chart.points.filter { $0.section == section.number }.map(\.observation.day)
        guard let first = days.first, let last = days.last else { return nil }
        let (left, right) = (axis.x(first), axis.x(last))
        return right - left < 8 ? (left - 4, right + 4) : (left, right)
    }

    private func draw(_ section: ChartSection, _ frame: PlotFrame, _ axis: DayAxis, _ sketch: inout Sketch) {
        guard let reach = reach(of: section, axis) else { return }
        if let limits = section.limits {
            let (top, bottom) = (frame.y(limits.upper), frame.y(limits.lower))
            sketch.box("limits-band", reach.left, top, reach.right - reach.left, bottom - top)
            for y in [top, bottom] {
                sketch.polyline("limit-line", [(reach.left, y), (reach.right, y)])
            }
        }
        if let mean = section.mean {
            let y = frame.y(mean)
            sketch.polyline("mean-line", [(reach.left, y), (reach.right, y)])
        }
    }

    /// Half-way between the last point of each section and the first of the next.
    private func sectionStarts(_ axis: DayAxis) -> [Double] {
        zip(chart.points, chart.points.dropFirst()).filter { $0.section != $1.section }.map {
            (axis.x($0.observation.day) + axis.x($1.observation.day)) / 2
        }
    }

    /// The target as steps, from where it was first stated.
    private func drawTarget(_ frame: PlotFrame, _ axis: DayAxis, _ sketch: inout Sketch) {
        var corners: [(x: Double, y: Double)] = []
        for point in chart.points {
            guard let target = point.target else { continue }
            let x = corners.isEmpty ? axis.x(point.observation.day) - 6 : axis.x(point.observation.day)
            if let last = corners.last { corners.append((x, last.y)) }
            corners.append((x, frame.y(target)))
        }
        if let last = corners.last { corners.append((last.x + 6, last.y)) }
        sketch.polyline("line-target", corners)
    }

    private func drawPoints(_ frame: PlotFrame, _ axis: DayAxis, _ sketch: inout Sketch) {
        let places = chart.points.map {
            (point: $0, x: axis.x($0.observation.day), y: frame.y($0.observation.value))
        }
        sketch.polyline("line", places.filter { !$0.point.observation.isGhost }.map { ($0.x, $0.y) })
        let size = axis.markSize
        // What matters is drawn last, over the rest.
        for place in places where place.point.kind == .commonCause {
            sketch.mark(.common, place.x, place.y, size: size)
        }
        for place in places where place.point.kind != .commonCause {
            sketch.mark(Mark(place.point.kind), place.x, place.y, size: max(3, size))
        }
    }
}

extension SPCChart {
    private func legend(_ reasons: SectionLabels, for sketch: Sketch) -> Legend {
        var legend = Legend()
        let kinds = Set(chart.points.map(\.kind))
        for kind in PointKind.allCases where kinds.contains(kind) {
            legend.add(.mark(Mark(kind), line: kind == .ghost ? nil : "line"), kind.inLegend)
        }
        let decimals = SPCTable.decimals(chart)
        let section = chart.last.map(chart.section)
        let now = chart.sections.count > 1 ? " now" : ""
        if let mean = section?.mean {
            let text = ChartNumber.text(mean, decimals: decimals, unit: unit)
            legend.add(.line("mean-line"), "Mean\(now) \(text)")
        }
        if let limits = section?.limits {
            let lower = ChartNumber.text(limits.lower, decimals: decimals)
            let upper = ChartNumber.text(limits.upper, decimals: decimals, unit: unit)
            let word = section?.isTrial == true ? "Trial limits" : "Limits"
            legend.add(.line("limit-line"), "\(word)\(now) \(lower) to \(upper)")
        }
        if let target = chart.target {
            legend.add(.line("line-target"), "Target \(ChartNumber.text(target, unit: unit))")
        }
        reasons.explain(in: &legend, for: sketch)
        return legend
    }
}

extension Mark {
    /// The mark of a point of an XmR chart.
    init(_ kind: PointKind) {
        switch kind {
        case .commonCause: self = .common
        case .improvement: self = .improvement
        case .concern: self = .concern
        case .neutralHigh: self = .high
        case .neutralLow: self = .low
        case .ghost: self = .ghost
        }
    }
}

extension PointKind {
    fileprivate var inLegend: String {
        switch self {
        case .commonCause: "Common cause"
        case .improvement: "Special cause: improvement"
        case .concern: "Special cause: concern"
        case .neutralHigh: "Special cause: high"
        case .neutralLow: "Special cause: low"
        case .ghost: "Shown, not counted"
        }
    }
}
