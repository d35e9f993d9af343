import CivilTime

/// Where the values of a chart stand in its drawing: a scale at the left, and what runs from left to right below.
struct PlotFrame {
    let scale: ValueScale
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    /// Makes room for a scale in a drawing, below what it holds already, and draws its lines.
    init(_ scale: ValueScale, in sketch: inout Sketch) {
        let texts = scale.marks.map(scale.text)
        let label = texts.map(ChartText.width).max() ?? 0
        self.scale = scale
        left = label + 10
        right = sketch.width - 12
        top = sketch.height + 12
        bottom = top + (sketch.isWide ? 300 : 240)
        for (mark, text) in zip(scale.marks, texts) {
            let y = y(mark)
            sketch.polyline(mark == 0 ? "axis" : "grid", [(left, y), (sketch.width, y)])
            sketch.text(text, label, y + 5.5, .end, faint: true)
        }
        sketch.height = bottom + 12
    }

    /// How far down a value stands.
    func y(_ value: Double) -> Double { bottom - scale.share(value) * (bottom - top) }

    /// Writes texts under the frame where they fit: each second, third, sixth… of them, counted from the last.
    func labels(_ all: [(text: String, x: Double)], in sketch: inout Sketch) {
        let kept = Self.thinned(all, width: sketch.width)
        for label in kept {
            sketch.polyline("axis", [(label.x, bottom), (label.x, bottom + 5)])
            sketch.text(label.text, label.start, bottom + 24, faint: true)
        }
        if !kept.isEmpty { sketch.height = bottom + 30 }
    }

    /// The texts that stand clear of each other, with where each starts.
    static func thinned(
        _ all: [(text: String, x: Double)], width: Double
    ) -> [(text: String, x: Double, start: Double)] {
        let placed = all.map { label -> (text: String, x: Double, start: Double) in
            let length = ChartText.width(label.text)
            return (label.text, label.x, max(0, min(width - length, label.x - length / 2)))
        }
        for step in [1, 2, 3, 6, 12, 24, 36, 60, 120] {
            let kept = placed.enumerated().filter { (placed.count - 1 - $0.offset).isMultiple(of: step) }
                .map(\.element)
            if isClear(kept) { return kept }
        }
        return placed.last.map { [$0] } ?? []
    }

    private static func isClear(_ labels: [(text: String, x: Double, start: Double)]) -> Bool {
        zip(labels, labels.dropFirst()).allSatisfy {
            $0.start + ChartText.width($0.text) + 6 <= $1.start
        }
    }
}

/// Days from left to right, as far apart as they are in time.
struct DayAxis {
    private let days: [Day]
    private let left: Double
    private let right: Double

    /// Makes an axis over days in order.
    init(_ days: [Day], in frame: PlotFrame) {
        self.days = days
        left = frame.left + 10
        // Half a label to the right of the last one, where that is little.
        right = frame.right - (frame.right > 600 ? 32 : 4)
    }

    /// Where a day stands; a single one in the middle.
    func x(_ day: Day) -> Double {
        guard let first = days.first, let last = days.last, last > first else { return (left + right) / 2 }
        return left + Double(day - first) / Double(last - first) * (right - left)
    }

    /// How much room each has on the average.
    var spacing: Double { (right - left) / Double(max(1, days.count - 1)) }

    /// The size of marks that do not run into each other.
    var markSize: Double { min(5, max(1.6, spacing * 0.42)) }

    /// What stands under them: the month where each has one of its own, else the day.
    var labels: [(text: String, x: Double)] {
        let isMonthly = DayWords.isMonthly(days)
        return days.map { (DayWords.short($0, isMonthly: isMonthly), x($0)) }
    }
}

/// Days in words.
enum DayWords {
    /// Whether each of the days, which are in order, has a month of its own.
    static func isMonthly(_ days: [Day]) -> Bool {
        zip(days, days.dropFirst()).allSatisfy { $0.calendarMonth != $1.calendarMonth }
    }

    /// The month or the day with its month cut to three letters.
    static func short(_ day: Day, isMonthly: Bool) -> String {
        isMonthly ? day.calendarMonth.abbreviated : "\(day.dayOfMonth) \(day.calendarMonth.abbreviated)"
    }

    /// The month or the day in full.
    static func full(_ day: Day, isMonthly: Bool) -> String {
        isMonthly ? day.calendarMonth.written : day.short
    }
}
