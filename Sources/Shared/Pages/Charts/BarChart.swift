public import Markup

/// Values beside one another as lying bars, each with its name and its number.
public struct BarChart: Sendable {
    private let title: String
    private let id: String
    private let bars: [(name: String, value: ChartValue)]
    private let names: String
    private let unit: String

    /// Makes a chart.
    ///
    /// - Parameters:
    ///   - title: what was counted or measured, with its unit.
    ///   - id: names the chart on the page.
    ///   - bars: in the order in which they stand.
    ///   - names: what the bars are, as the head of the table's first column.
    ///   - unit: said after values; "" for none.
    public init(
        _ title: String, id: String, bars: [(name: String, value: ChartValue)], names: String = "Name",
        unit: String = ""
    ) {
        self.title = title
        self.id = id
        self.bars = bars
        self.names = names
        self.unit = unit
    }

    /// Both drawings and the table.
    public func html() -> HTML {
        var table = DataTable("The values of the chart", [.text(names), .number("Value")])
        for bar in bars { table.add([HTML(text: bar.name), HTML(text: bar.value.text(unit: unit))]) }
        let said = bars.map { "\($0.name): \($0.value.text(unit: unit))" }.joined(separator: "; ")
        return ChartFigure(title, id: id, description: said + ".", table: table).html { draw(&$0) }
    }

    private func draw(_ sketch: inout Sketch) {
        let numbers = bars.compactMap(\.value.number)
        let isTwoSided = numbers.contains { $0 < 0 }
        var label = bars.map { ChartText.width($0.value.text(unit: unit)) + 8 }.max() ?? 0
        // Numbers too long to stand beside the bars follow the names.
        let standsBeside = label * (isTwoSided ? 2 : 1) < sketch.width / 2
        if !standsBeside { label = 0 }
        let rows = BarRows(
            bars.map { standsBeside ? $0.name : "\($0.name): \($0.value.text(unit: unit))" }, in: sketch)
        let scale = ValueScale(numbers, steps: 4, includesZero: true)
        let left = rows.left + (isTwoSided ? label : 0)
        let right = max(left + 20, sketch.width - 2 - max(label, 14))
        let zero = left + scale.share(0) * (right - left)
        sketch.height = 4
        for (bar, lines) in zip(bars, rows.names) {
            let y = rows.name(lines, in: &sketch)
            let end = bar.value.number.map { left + scale.share($0) * (right - left) }
            draw(bar.value, from: zero, to: end, y: y, in: &sketch)
            if standsBeside { write(bar.value, from: zero, to: end, y: y + 17, in: &sketch) }
            sketch.polyline("axis", [(zero, y - 3), (zero, y + BarRows.thickness + 3)])
            rows.end(lines, from: y, in: &sketch)
        }
    }

    private func draw(
        _ value: ChartValue, from zero: Double, to end: Double?, y: Double, in sketch: inout Sketch
    ) {
        if let end {
            sketch.box("bar", min(zero, end), y, (end - zero).magnitude, BarRows.thickness)
        } else if value == .hidden {
            sketch.box(.hidden, zero, y, 12, BarRows.thickness)
        }
    }

    private func write(
        _ value: ChartValue, from zero: Double, to end: Double?, y: Double, in sketch: inout Sketch
    ) {
        let text = value.text(unit: unit)
        guard let end else {
            let isRoomRight = zero + 18 + ChartText.width(text) < sketch.width
            sketch.text(text, isRoomRight ? zero + 18 : zero - 6, y, isRoomRight ? .start : .end, faint: true)
            return
        }
        sketch.text(text, end < zero ? end - 6 : end + 6, y, end < zero ? .end : .start)
    }
}

/// The rows of a bar chart: names at the left of wide drawings and above the bars of narrow ones.
struct BarRows {
    static let thickness = 24.0
    let names: [[String]]
    /// Where bars begin.
    let left: Double
    private let isWide: Bool

    /// Breaks the names into lines that fit.
    init(_ names: [String], in sketch: Sketch) {
        isWide = sketch.isWide
        let room = isWide ? 290.0 : sketch.width - 4
        let lines = names.map { ChartText.wrapped($0, width: room) }
        self.names = lines
        left = isWide ? 14 + (lines.joined().map(ChartText.width).max() ?? 0) : 2
    }

    /// Writes a name at the top of its row and gives the top of its bar.
    func name(_ lines: [String], in sketch: inout Sketch) -> Double {
        sketch.lines(lines, 2, sketch.height + 17)
        return isWide ? sketch.height : sketch.height + Double(lines.count) * ChartText.step + 6
    }

    /// Ends the row of a bar.
    func end(_ lines: [String], from y: Double, in sketch: inout Sketch) {
        let under = isWide ? max(Self.thickness, Double(lines.count) * ChartText.step) : Self.thickness
        sketch.height = y + under + 14
    }
}
