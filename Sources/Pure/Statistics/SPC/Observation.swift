public import CivilTime

/// One value of a series: what was measured on a day or for the period that the day stands for.
public struct Observation: Sendable, Hashable {
    /// The day, or the first day of the period.
    public var day: Day
    /// The value, in the unit of the series; finite, at most `Observation.largest` in size.
    public var value: Double
    /// What the value is a proportion of, where it is one: carried along, no rule uses it.
    public var numerator: Double?
    /// See `numerator`.
    public var denominator: Double?
    /// The target from this day on; nil: as before it, or that of the settings.
    public var target: Double?
    /// Where the value was planned to be on this day: drawn, no rule uses it.
    public var trajectory: Double?
    /// Whether the value is left out of every figure and rule, and shown all the same.
    public var isGhost: Bool

    /// A value on a day.
    public init(
        day: Day, value: Double, numerator: Double? = nil, denominator: Double? = nil, target: Double? = nil,
        trajectory: Double? = nil, isGhost: Bool = false
    ) {
        self.day = day
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
        self.target = target
        self.trajectory = trajectory
        self.isGhost = isGhost
    }

    /// The largest size of a value, so that no limit can overflow: 10¹⁰⁰.
    public static let largest = 1e100

    /// Whether a figure can stand on a chart: a number, and not too large.
    static func isChartable(_ figure: Double) -> Bool { figure.magnitude <= largest }
}

/// A person's decision that a new section begins, with its own mean and limits.
public struct Rebase: Sendable, Hashable {
    /// The day of the point it begins at; where no point has it, it has no effect and the chart says so.
    public var day: Day
    /// Why: what changed. Nil where none was recorded, which the chart says.
    public var reason: String?

    /// A new section from the point of this day.
    public init(day: Day, reason: String? = nil) {
        self.day = day
        self.reason = reason
    }
}

/// Which way is better.
public enum Improvement: String, Sendable, Hashable, CaseIterable {
    /// Higher values are better.
    case increase
    /// Lower values are better.
    case decrease
    /// Neither: what is unusual is marked high or low, and nothing is judged.
    case neutral
}

/// Whether a point beyond the process limits counts as near them in the rule of two of three.
public enum TwoOfThree: String, Sendable, Hashable, CaseIterable {
    /// It does not: NHSRplotthedots 0.2.2.
    case strict
    /// It does: the Making Data Count team's own tools since late 2023.
    case inclusive
}

/// How a series is read. Settings travel with the chart: two charts of one series with different settings
/// differ.
public struct ChartSettings: Sendable, Hashable {
    /// Which way is better.
    public var improvement: Improvement
    /// The target where no observation has one; in the unit of the series.
    public var target: Double?
    /// Where new sections begin.
    public var rebases: [Rebase]
    /// How many points of each section set its mean and limits, 12 or more; nil: all of them.
    public var fixAfter: Int?
    /// Whether moving ranges of 3.267 times their mean or more are left out of the limits.
    public var screensMovingRanges: Bool
    /// How many points on one side make a run, 5...9; Making Data Count: 7, or 6.
    public var runLength: Int
    /// How many values rising or falling make a trend, 5...9; Making Data Count: 7, or 6.
    public var trendLength: Int
    /// What counts as near a limit.
    public var twoOfThree: TwoOfThree
    /// Whether icons are given for fewer than 13 points.
    public var showsIconsEarly: Bool

    /// The defaults of NHSRplotthedots.
    public init(
        improvement: Improvement = .increase, target: Double? = nil, rebases: [Rebase] = [],
        fixAfter: Int? = nil, screensMovingRanges: Bool = true, runLength: Int = 7, trendLength: Int = 7,
        twoOfThree: TwoOfThree = .strict, showsIconsEarly: Bool = false
    ) {
        self.improvement = improvement
        self.target = target
        self.rebases = rebases
        self.fixAfter = fixAfter
        self.screensMovingRanges = screensMovingRanges
        self.runLength = runLength
        self.trendLength = trendLength
        self.twoOfThree = twoOfThree
        self.showsIconsEarly = showsIconsEarly
    }

    /// What is wrong with the settings, whatever the series; nil: nothing.
    public var problem: ChartProblem? {
        if let fixAfter, fixAfter < Self.fewestFixed { return .baselineTooShort(fixAfter) }
        for length in [runLength, trendLength] where !Self.lengths.contains(length) {
            return .lengthOutOfRange(length)
        }
        if let target, !Observation.isChartable(target) { return .targetNotChartable }
        return nil
    }

    /// Fewer points than this make trial limits and no icons.
    public static let fewPoints = 13
    /// The fewest points that may set a fixed baseline.
    public static let fewestFixed = 12
    /// The lengths that a run and a trend may have.
    public static let lengths = 5...9
}
