/// What an indicator counts in.
public enum IndicatorUnit: String, Sendable, Codable, CaseIterable {
    /// Of a hundred, 0 to 100.
    case percent
    /// Days, 0 or more; a median may have decimals.
    case days
    /// How many, a whole number of 0 or more.
    case count
    /// For each 10,000 of those it could have been, 0 to 10,000.
    case rate
    /// Points of a scale that the indicator's definition names.
    case score
    /// One number for each of another, 0 or more.
    case ratio
    /// Whether something stands: 1 for yes, 0 for no.
    case achieved

    /// The unit in words.
    public var words: String {
        switch self {
        case .percent: "percent"
        case .days: "days"
        case .count: "number"
        case .rate: "rate per 10,000"
        case .score: "score"
        case .ratio: "ratio"
        case .achieved: "yes or no"
        }
    }

    /// What is wrong with a value in this unit, without a full stop; nil where nothing is.
    public func problem(with value: Figure) -> String? {
        switch self {
        case .percent where value < Figure(0) || value > Figure(100):
            "A percentage lies between 0 and 100"
        case .days where value < Figure(0): "A number of days is not negative"
        case .count where value < Figure(0) || !value.isWhole: "A count is a whole number of 0 or more"
        case .rate where value < Figure(0) || value > Figure(10_000):
            "A rate per 10,000 lies between 0 and 10,000"
        case .ratio where value < Figure(0): "A ratio is not negative"
        case .achieved where value != Figure(0) && value != Figure(1):
            "Enter 1 where it stands and 0 where it does not"
        default: nil
        }
    }
}

/// Which way an indicator should move.
public enum Direction: String, Sendable, Codable, CaseIterable {
    case higher, lower
    /// Neither: it only says how things are.
    case neither

    /// The direction in words.
    public var words: String {
        switch self {
        case .higher: "higher is better"
        case .lower: "lower is better"
        case .neither: "neither: it says how things are"
        }
    }
}

/// What an indicator is: its id, what is counted and of what, its unit and which way is better.
///
/// How it is computed is not part of it yet.
public struct IndicatorDefinition: Sendable, Hashable, Codable {
    /// The id.
    public var code: IndicatorCode
    /// What is counted, of what, in words.
    public var words: String
    /// What it counts in.
    public var unit: IndicatorUnit
    /// Which way is better.
    public var better: Direction
    /// The name of the group that lists put it in.
    public var group: String

    /// States an indicator.
    public init(
        code: IndicatorCode, words: String, unit: IndicatorUnit, better: Direction, group: String
    ) {
        self.code = code
        self.words = words
        self.unit = unit
        self.better = better
        self.group = group
    }
}
