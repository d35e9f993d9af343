import CivilTime

/// Sentences about a chart, written by rules from what it shows and nothing more.
extension XmRChart {
    /// Now, variation, assurance and what to ask, in this order; a sentence that the chart does not support
    /// is left out.
    ///
    /// - Parameter unit: said after each value, such as "days" or "%"; "" for none.
    public func commentary(unit: String = "") -> [String] {
        guard let last else { return [] }
        let words = ChartWords(chart: self, unit: unit)
        var sentences = [words.now(last)]
        guard section(of: last).limits != nil else { return sentences + ["Too few points to say more."] }
        sentences.append(words.variation(last))
        if let assurance, let target { sentences.append(words.assurance(assurance, target)) }
        if let ask = words.ask() { sentences.append(ask) }
        return sentences
    }

    /// The settings and sections in one line, to stand under every picture of the chart.
    public var caption: String {
        var parts = [
            settings.improvement == .neutral ? "no direction is better" : "\(settings.improvement) is better",
            "run of \(settings.runLength)", "trend of \(settings.trendLength) values",
            "two of three near a limit, points beyond it \(settings.twoOfThree == .strict ? "not " : "")counted",
            settings.screensMovingRanges
                ? "outlying moving ranges screened out" : "moving ranges not screened",
            settings.fixAfter.map { "limits from the first \($0) points" } ?? "limits from all points",
        ]
        for section in sections.dropFirst() {
            parts.append(
                "new section from \(section.start.iso)" + (section.reason.map { " (\($0))" } ?? ""))
        }
        return "XmR chart: " + parts.joined(separator: "; ") + "."
    }
}

/// Puts figures and days into sentences.
struct ChartWords {
    let chart: XmRChart
    let unit: String
    /// Decimals of the values as handed in.
    private let decimals: Int
    /// Whether each point stands for a month of its own.
    private let isMonthly: Bool

    init(chart: XmRChart, unit: String) {
        self.chart = chart
        self.unit = unit
        decimals = chart.points.map { NumberText.decimals($0.observation.value) }.max() ?? 0
        isMonthly = zip(chart.points, chart.points.dropFirst()).allSatisfy {
            $0.observation.day.calendarMonth != $1.observation.day.calendarMonth
        }
    }

    func now(_ point: ChartPoint) -> String {
        let value = plain(point.observation.value) + (unit.isEmpty || unit == "%" ? unit : " \(unit)")
        let section = chart.section(of: point)
        var text = "\(isMonthly ? "In" : "On") \(day(point.observation.day)), \(value)"
        if let mean = section.mean { text += "; average \(figure(mean))" }
        if let limits = section.limits {
            text += "; usual range \(figure(limits.lower)) to \(figure(limits.upper))"
            text += " (since \(day(section.start)))"
        }
        return text + "."
    }

    func variation(_ point: ChartPoint) -> String {
        switch point.cause {
        case (.outside, _)?: "Outside the usual range."
        case (.trend, let way)?:
            "The last \(trendSteps(way)) values each \(way == .up ? "rose" : "fell")."
        case (.twoOfThree, let side)?: twoOfThree(side)
        case (.run, let side)?: "\(runLength()) values in a row \(side == .up ? "above" : "below") average."
        case nil: noChange()
        }
    }

    func assurance(_ icon: AssuranceIcon, _ target: Double) -> String {
        switch icon {
        case .pass: "If nothing changes the target of \(plain(target)) will be met."
        case .fail: "If nothing changes the target of \(plain(target)) will be missed."
        case .inconsistent: "The target of \(plain(target)) will sometimes be met and sometimes missed."
        }
    }

    /// What to ask, from the pair of icons; nil where the pair asks for nothing.
    func ask() -> String? {
        guard let variation = chart.variation, let assurance = chart.assurance else { return nil }
        switch (variation, assurance) {
        case (.concernHigh, .fail), (.concernLow, .fail): return "Explain what changed, and plan what to do."
        case (.concernHigh, .pass), (.concernLow, .pass): return "Find out why it changed."
        case (.commonCause, .fail):
            return "The process must change; more effort in the same process will not do."
        case (.improvementHigh, .fail), (.improvementLow, .fail):
            return "Keep going, and say when the limits would reach the target."
        case (.commonCause, .pass): return "Leave it alone."
        default: return nil
        }
    }

    /// The points of the last section that count, the last first.
    private var backwards: [ChartPoint] {
        chart.points.filter { !$0.observation.isGhost && $0.section == chart.last?.section }.reversed()
    }

    /// How many of the last values each went that way from the one before.
    private func trendSteps(_ way: Direction) -> Int {
        let values = backwards.map(\.observation.value)
        return zip(values, values.dropFirst()).prefix { way == .up ? $0 > $1 : $0 < $1 }.count
    }

    private func runLength() -> Int {
        let sides = backwards.map(\.side)
        return sides.prefix { $0 == sides.first }.count
    }

    private func twoOfThree(_ side: Direction) -> String {
        let count = backwards.prefix(3).count { $0.near != nil }
        let limit = side == .up ? "upper" : "lower"
        return "\(count == 3 ? "All" : "Two") of the last three close to the \(limit) limit."
    }

    /// The difference is mentioned only where it is within what moving ranges are expected to reach: 3.267
    /// times their mean, the upper limit of the mR chart.
    private func noChange() -> String {
        let points = backwards
        guard let last = points.first, let before = points.dropFirst().first,
            let range = chart.section(of: last).meanMovingRange
        else { return "No sign of change." }
        let difference = last.observation.value - before.observation.value
        guard difference.magnitude <= 3.267 * range else { return "No sign of change." }
        let isNextMonth =
            isMonthly && last.observation.day.calendarMonth - before.observation.day.calendarMonth == 1
        return
            "No sign of change: the difference from \(isNextMonth ? "the month before" : "the value before") "
            + "(\(NumberText.rounded(difference, decimals: decimals))) is within usual variation."
    }

    private func day(_ day: Day) -> String { isMonthly ? day.calendarMonth.written : day.short }

    /// A value as it was handed in.
    private func plain(_ value: Double) -> String {
        NumberText.rounded(value, decimals: Swift.max(NumberText.decimals(value), 0))
    }

    /// A computed figure, with one decimal more than the values.
    private func figure(_ value: Double) -> String {
        NumberText.rounded(value, decimals: Swift.min(decimals + 1, 10))
    }
}
