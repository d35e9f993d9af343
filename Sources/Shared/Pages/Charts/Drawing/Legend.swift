/// What the signs of a drawing mean, under it, in as many rows as their words need.
struct Legend {
    /// The sign of an entry.
    enum Sign {
        /// The mark of a point, with the line it lies on where it has one.
        case mark(Mark, line: String?)
        /// A line of a class.
        case line(String)
        /// A band of a class.
        case band(String)
        /// A filling.
        case filling(Pattern)
        /// A number in a circle, as on the drawing.
        case number(Int)
    }

    private(set) var entries: [(sign: Sign, text: String)] = []
    private static let indent = 36.0

    /// Adds an entry.
    mutating func add(_ sign: Sign, _ text: String) { entries.append((sign, text)) }

    /// Draws it under what stands there already.
    func draw(in sketch: inout Sketch) {
        guard !entries.isEmpty else { return }
        var x = 2.0
        var y = sketch.height + 22
        let room = sketch.width - 4
        for entry in entries {
            let lines = ChartText.wrapped(entry.text, width: room - Self.indent)
            let width = Self.indent + (lines.map(ChartText.width).max() ?? 0)
            if x > 2, x + width > sketch.width - 2 || lines.count > 1 {
                x = 2
                y += ChartText.step + 5
            }
            draw(entry.sign, x, y - 5.5, in: &sketch)
            sketch.lines(lines, x + Self.indent, y)
            y += Double(max(0, lines.count - 1)) * ChartText.step
            x = lines.count > 1 ? sketch.width : x + width + 22
        }
        sketch.height = y + 9
    }

    private func draw(_ sign: Sign, _ x: Double, _ y: Double, in sketch: inout Sketch) {
        switch sign {
        case .mark(let mark, let line):
            if let line { sketch.polyline(line, [(x, y), (x + 28, y)]) }
            sketch.mark(mark, x + 14, y)
        case .line(let kind): sketch.polyline(kind, [(x, y), (x + 28, y)])
        case .band(let kind): sketch.box(kind, x, y - 7, 28, 14)
        case .filling(let pattern): sketch.box(pattern, x + 1, y - 7, 26, 14)
        case .number(let number): sketch.number(number, x + 14, y)
        }
    }
}

extension Sketch {
    /// Draws a number in a circle of the thread's colour.
    mutating func number(_ number: Int, _ x: Double, _ y: Double) {
        let radius = number > 9 ? 13.0 : 11
        path("numbered", Mark.common.outline(x, y, radius))
        text("\(number)", x, y + 5.5, .middle)
    }
}
