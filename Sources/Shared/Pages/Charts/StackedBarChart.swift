public import Markup

/// Wholes made of parts, as lying bars whose parts are told apart by their filling.
public struct StackedBarChart: Sendable {
    private let title: String
    private let id: String
    private let parts: [String]
    private let bars: [(name: String, values: [ChartValue])]
    private let names: String
    private let unit: String

    /// Makes a chart.
    ///
    /// - Parameters:
    ///   - title: what was counted, with its unit.
    ///   - id: names the chart on the page.
    ///   - parts: the names of the parts; six are told apart, of more the seventh looks like the first.
    ///   - bars: each with a value a part, 0 or more; what is missing counts as 0 and what is negative is not drawn.
    ///   - names: what the bars are, as the head of the table's first column.
    ///   - unit: said after values in the table; "" for none.
    public init(
        _ title: String, id: String, parts: [String], bars: [(name: String, values: [ChartValue])],
        names: String = "Name", unit: String = ""
    ) {
        self.title = title
        self.id = id
        self.parts = parts
        self.bars = bars.map { bar in
            (bar.name, parts.indices.map { $0 < bar.values.count ? bar.values[$0] : .known(0) })
        }
        self.names = names
        self.unit = unit
    }

    /// Both drawings and the table.
    public func html() -> HTML {
        var table = DataTable(
            "The values of the chart", [.text(names)] + parts.map { DataTable.Column.number($0) })
        for bar in bars {
            table.add([HTML(text: bar.name)] + bar.values.map { HTML(text: $0.text(unit: unit)) })
        }
        let said = bars.map { bar in
            let values = zip(parts, bar.values).map { "\($0) \($1.text(unit: unit))" }
            return "\(bar.name): \(values.joined(separator: ", "))"
        }
        return ChartFigure(title, id: id, description: said.joined(separator: "; ") + ".", table: table)
            .html { draw(&$0) }
    }

    private func drawn(_ value: ChartValue) -> Double { max(0, value.number ?? 0) }

    private var longest: Double {
        let sums = bars.map { $0.values.reduce(0) { $0 + drawn($1) } }
        return max(sums.max() ?? 0, 1e-100)
    }

    private func draw(_ sketch: inout Sketch) {
        let rows = BarRows(bars.map(\.name), in: sketch)
        let stubs = Double(bars.map { $0.values.count { $0 == .hidden } }.max() ?? 0) * Self.stub
        let room = max(20, sketch.width - 2 - rows.left - stubs)
        let longest = longest
        sketch.height = 4
        for (bar, lines) in zip(bars, rows.names) {
            let y = rows.name(lines, in: &sketch)
            var x = rows.left
            for (index, value) in bar.values.enumerated() {
                let width = value == .hidden ? Self.stub : drawn(value) / longest * room
                draw(value, index, x, y, width, &sketch)
                x += width
            }
            rows.end(lines, from: y, in: &sketch)
        }
        legend.draw(in: &sketch)
    }

    /// How wide a hidden part is, whatever its value.
    private static let stub = 12.0

    private func draw(
        _ value: ChartValue, _ index: Int, _ x: Double, _ y: Double, _ width: Double, _ sketch: inout Sketch
    ) {
        guard width > 0 else { return }
        sketch.box(value == .hidden ? .hidden : .part(index), x, y, width, BarRows.thickness)
        guard let number = value.number else { return }
        let text = ChartNumber.text(number)
        let needed = ChartText.width(text) + 8
        guard needed + 4 <= width else { return }
        sketch.box("plate", x + (width - needed) / 2, y + 2, needed, BarRows.thickness - 4)
        sketch.text(text, x + width / 2, y + 17.5, .middle)
    }

    private var legend: Legend {
        var legend = Legend()
        for (index, part) in parts.enumerated() { legend.add(.filling(.part(index)), part) }
        if bars.contains(where: { $0.values.contains(.hidden) }) {
            legend.add(.filling(.hidden), "Hidden by a rule")
        }
        return legend
    }
}
