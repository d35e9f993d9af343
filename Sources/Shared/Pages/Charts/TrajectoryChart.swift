public import CivilTime
public import Markup

/// A chart of percentages to be reached month by month, drawn for wide screens and for phones.
public struct TrajectoryChart: Sendable {
    /// A percentage to be reached in a month.
    public struct Point: Sendable {
        let month: Month
        let percent: Int

        /// Makes a point; percentages beyond 0 to 100 are drawn at the edge.
        public init(month: Month, percent: Int) {
            self.month = month
            self.percent = percent
        }
    }

    private let label: String
    private let start: (label: String, percent: Int)?
    private let points: [Point]

    /// Makes a chart; `start` is the level before the first point, drawn as a line across.
    public init(_ label: String, start: (label: String, percent: Int)?, points: [Point]) {
        self.label = label
        self.start = start
        self.points = points.sorted { $0.month < $1.month }
    }

    /// Both drawings; empty where there are fewer than two points.
    public func html() -> HTML {
        guard points.count >= 2 else { return "" }
        return """
            <div class="chart">\(drawing("wide", width: 1080, height: 320))\
            \(drawing("narrow", width: 340, height: 280))</div>
            """
    }

    private func drawing(_ kind: String, width: Double, height: Double) -> HTML {
        let frame = Frame(width: width, height: height, points: points)
        let path = points.enumerated().map { index, point in
            "\(index == 0 ? "M" : "L")\(ChartText.number(frame.x(point.month))) \(ChartText.number(frame.y(point.percent)))"
        }.joined()
        return """
            <svg class="\(kind)" viewBox="0 0 \(ChartText.number(width)) \(ChartText.number(height))" role="img" \
            aria-label="\(label)">\(grid(frame))\(startLine(frame))<path class="line-target" d="\(path)"/>\
            \(points.enumerated().map { mark($1, frame, isLabelled: frame.isWide || (points.count - 1 - $0).isMultiple(of: 2)) })\
            </svg>
            """
    }

    private struct Frame {
        let width: Double
        let height: Double
        let first: Month
        let months: Double
        var isWide: Bool { width > 600 }
        let left = 44.0
        let bottom = 40.0

        init(width: Double, height: Double, points: [Point]) {
            self.width = width
            self.height = height
            first = points[0].month
            months = max(1, Double(points[points.count - 1].month - points[0].month))
        }

        func x(_ month: Month) -> Double { left + 26 + Double(month - first) / months * (width - left - 62) }
        func y(_ percent: Int) -> Double {
            30 + Double(100 - min(100, max(0, percent))) / 100 * (height - bottom - 30)
        }
    }

    private func grid(_ frame: Frame) -> HTML {
        HTML.joined(
            stride(from: 0, through: 100, by: 25).map { percent -> HTML in
                """
                <path class="grid" d="M\(ChartText.number(frame.left)) \(ChartText.number(frame.y(percent)))\
                H\(ChartText.number(frame.width))"/><text class="faint" x="\(ChartText.number(frame.left - 6))" \
                y="\(ChartText.number(frame.y(percent) + 5))" font-size="14" text-anchor="end">\(percent)</text>
                """
            })
    }

    private func startLine(_ frame: Frame) -> HTML? {
        guard let start else { return nil }
        return """
            <path class="line" d="M\(ChartText.number(frame.left)) \(ChartText.number(frame.y(start.percent)))\
            H\(ChartText.number(frame.width))"/><text x="\(ChartText.number(frame.width - 4))" \
            y="\(ChartText.number(frame.y(start.percent) + 18))" font-size="14" text-anchor="end">\
            \(start.label) \(start.percent)%</text>
            """
    }

    private func mark(_ point: Point, _ frame: Frame, isLabelled: Bool) -> HTML {
        let x = ChartText.number(frame.x(point.month))
        let month: HTML =
            isLabelled
            ? """
            <text class="faint" x="\(x)" y="\(ChartText.number(frame.height - 14))" font-size="14" \
            text-anchor="middle">\(point.month.abbreviated)</text>
            """ : ""
        return """
            <circle class="dot-target" cx="\(x)" cy="\(ChartText.number(frame.y(point.percent)))" r="5"/>\
            <text x="\(x)" y="\(ChartText.number(frame.y(point.percent) - 12))" font-size="14" \
            text-anchor="middle">\(point.percent)%</text>\(month)
            """
    }
}
