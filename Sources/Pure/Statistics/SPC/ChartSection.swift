public import CivilTime

/// A stretch of a series with one mean and one pair of limits.
public struct ChartSection: Sendable, Hashable {
    /// Its place, from 1.
    public let number: Int
    /// The day of its first point.
    public let start: Day
    /// Why it begins; nil for the first section and where no reason was recorded.
    public let reason: String?
    /// How many points count in it: all but ghosts.
    public let count: Int
    /// How many of them set the mean and the limits.
    public let baseline: Int
    /// The mean of the baseline; nil where the section has ghosts alone.
    public let mean: Double?
    /// The mean of the moving ranges that were kept; nil for fewer than two points.
    public let meanMovingRange: Double?
    /// How many moving ranges were screened out.
    public let screenedOut: Int
    /// The process limits; nil for fewer than two points. They are never clipped.
    public let limits: Limits?
    /// Whether all its values are equal.
    public let isConstant: Bool
    /// Figures that differ by no more are equal: what doubles cannot tell apart at the size of this section's
    /// figures, sixteen units in the last place. A value that lies on a limit in decimals then lies on it here.
    let tolerance: Double

    /// Whether the limits are trial limits: fewer than 13 points.
    public var isTrial: Bool { count < ChartSettings.fewPoints }

    /// Whether the limits say nothing, because the moving ranges kept are all nought though values differ.
    public var isUnreliable: Bool { meanMovingRange == 0 && !isConstant }

    /// The process limits of a section, in the unit of the series.
    public struct Limits: Sendable, Hashable {
        /// Mean − 2.66 × mean moving range: the lower process limit.
        public let lower: Double
        /// Mean + 2.66 × mean moving range: the upper process limit.
        public let upper: Double
        /// Two thirds of the way from the mean to the lower limit.
        public let nearLower: Double
        /// Two thirds of the way from the mean to the upper limit.
        public let nearUpper: Double
    }

    /// Computes the figures of a section.
    ///
    /// Mean x̄ of the baseline; moving ranges |y(i) − y(i−1)| in it; those of 3.267 times their mean or more
    /// dropped once where screening is on; limits x̄ ± 2.66 times the mean of the rest. 2.66 is 3/1.128 and
    /// 3.267 is D₄ for two values, both rounded as the field uses them. Sources: W. A. Shewhart's charts as
    /// in L. P. Provost and S. K. Murray, *The Health Care Data Guide* (2011) 155, 192; the screen: L. S.
    /// Nelson, "Control charts for individual measurements", *Journal of Quality Technology* 14 (1982)
    /// 172–173.
    ///
    /// - Parameter values: those that count, in order.
    init(number: Int, rebase: Rebase, values: ArraySlice<Double>, settings: ChartSettings) {
        self.number = number
        start = rebase.day
        reason = rebase.reason
        count = values.count
        let base = values.prefix(settings.fixAfter ?? values.count)
        baseline = base.count
        isConstant = values.first.map { first in values.allSatisfy { $0 == first } } ?? false
        mean = base.exactMean
        let size = values.reduce(0) { Swift.max($0, $1.magnitude) }
        tolerance = 16 * Double.ulpOfOne * size
        guard let mean, base.count > 1 else {
            (meanMovingRange, screenedOut, limits) = (nil, 0, nil)
            return
        }
        let (range, dropped) = Self.movingRange(
            base, screens: settings.screensMovingRanges, tolerance: tolerance)
        (meanMovingRange, screenedOut) = (range, dropped)
        let near = 2 * 2.66 / 3 * range
        limits = Limits(
            lower: mean - 2.66 * range, upper: mean + 2.66 * range, nearLower: mean - near,
            nearUpper: mean + near)
    }

    /// Which side of a figure a value lies on; nil: on it.
    func side(of value: Double, from figure: Double) -> Direction? {
        let difference = value - figure
        return difference.magnitude <= tolerance ? nil : difference > 0 ? .up : .down
    }

    private static func movingRange(
        _ values: ArraySlice<Double>, screens: Bool, tolerance: Double
    ) -> (mean: Double, screenedOut: Int) {
        var all = ExactSum()
        for (before, after) in zip(values, values.dropFirst()) { all.add((after - before).magnitude) }
        let first = all.mean ?? 0
        // Where nothing ever moved there is nothing to screen, and the range is nought.
        guard screens, first > 0 else { return (first, 0) }
        var kept = ExactSum()
        for (before, after) in zip(values, values.dropFirst()) {
            let range = (after - before).magnitude
            if range < 3.267 * first - tolerance { kept.add(range) }
        }
        // Values that differ in their last places alone have no range that could be kept.
        return kept.mean.map { ($0, all.count - kept.count) } ?? (first, 0)
    }
}
