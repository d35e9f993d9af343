/// The mark of a point; each has a shape of its own, so that none needs its colour.
enum Mark: Hashable {
    /// A value; special cause for the better, for the worse, upwards and downwards; a value left out.
    case common, improvement, concern, high, low, ghost
    /// The marks of several lines on one chart, by their place from 0.
    case line(Int)

    /// The class in the style sheet.
    var kind: String {
        switch self {
        case .common: "mark-common"
        case .improvement: "mark-improvement"
        case .concern: "mark-concern"
        case .high, .low: "mark-neutral"
        case .ghost: "mark-ghost"
        case .line(let index): "mark-line mark-line-\(index % 5 + 1)"
        }
    }

    /// The outline around a place.
    func outline(_ x: Double, _ y: Double, _ size: Double) -> String {
        switch self {
        case .common, .ghost, .line(0): Self.circle(x, y, size)
        case .improvement, .line(1): Self.corners(x, y, [(0, -1.5), (1.5, 0), (0, 1.5), (-1.5, 0)], size)
        case .concern, .line(2):
            Self.corners(x, y, [(-1.1, -1.1), (1.1, -1.1), (1.1, 1.1), (-1.1, 1.1)], size)
        case .high, .line(3): Self.corners(x, y, [(0, -1.5), (1.4, 1), (-1.4, 1)], size)
        case .low, .line(4): Self.corners(x, y, [(0, 1.5), (1.4, -1), (-1.4, -1)], size)
        case .line(let index): Mark.line(index % 5).outline(x, y, size)
        }
    }

    private static func circle(_ x: Double, _ y: Double, _ size: Double) -> String {
        let (radius, across) = (ChartText.number(size), ChartText.number(2 * size))
        return "M\(ChartText.number(x - size)) \(ChartText.number(y))a\(radius) \(radius) 0 1 0 \(across) 0"
            + "a\(radius) \(radius) 0 1 0 -\(across) 0z"
    }

    private static func corners(
        _ x: Double, _ y: Double, _ corners: [(Double, Double)], _ size: Double
    ) -> String {
        let places = corners.map {
            "\(ChartText.number(x + $0.0 * size)) \(ChartText.number(y + $0.1 * size))"
        }
        return "M" + places.joined(separator: "L") + "Z"
    }
}

extension Sketch {
    /// Draws a mark.
    mutating func mark(_ mark: Mark, _ x: Double, _ y: Double, size: Double = 5) {
        path(mark.kind, mark.outline(x, y, size))
    }
}
