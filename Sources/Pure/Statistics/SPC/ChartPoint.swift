/// Up or down: above a limit or the mean, or rising; below, or falling.
public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// Above, or rising.
    case up
    /// Below, or falling.
    case down
}

/// The rules that find special cause, in the order in which the first that holds gives a point its label.
public enum SpecialCauseRule: String, Sendable, Hashable, CaseIterable {
    /// Beyond a process limit.
    case outside
    /// Part of a trend: values each above the one before, or each below it.
    case trend
    /// One of two of three neighbours close to a limit, all three on one side of the mean.
    case twoOfThree = "two of three"
    /// Part of a run on one side of the mean.
    case run
}

/// What a point is.
public enum PointKind: String, Sendable, Hashable, CaseIterable {
    /// Nothing unusual.
    case commonCause = "common cause"
    /// Special cause in the better direction.
    case improvement
    /// Special cause in the worse direction.
    case concern
    /// Special cause upwards where no direction is better.
    case neutralHigh = "neutral high"
    /// Special cause downwards where no direction is better.
    case neutralLow = "neutral low"
    /// Shown, and left out of every figure and rule.
    case ghost

    init(_ direction: Direction, _ improvement: Improvement) {
        switch (improvement, direction) {
        case (.increase, .up), (.decrease, .down): self = .improvement
        case (.increase, .down), (.decrease, .up): self = .concern
        case (.neutral, .up): self = .neutralHigh
        case (.neutral, .down): self = .neutralLow
        }
    }
}

/// A point of a chart with everything the rules found.
public struct ChartPoint: Sendable, Hashable {
    /// What was measured.
    public let observation: Observation
    /// The number of its section, from 1.
    public let section: Int
    /// The target in force on its day.
    public let target: Double?
    /// On which side of the mean it lies; nil: on it, or a ghost.
    public internal(set) var side: Direction?
    /// Beyond which process limit it lies.
    public internal(set) var outside: Direction?
    /// Beyond which near limit it lies; beyond the process limit too only where the rule is inclusive.
    public internal(set) var near: Direction?
    /// The direction of the trend it is part of.
    public internal(set) var trend: Direction?
    /// On which side it is one of two of three near a limit.
    public internal(set) var twoOfThree: Direction?
    /// On which side of the mean it is part of a run.
    public internal(set) var run: Direction?
    /// What it is.
    public internal(set) var kind: PointKind

    init(_ observation: Observation, section: Int, target: Double?) {
        self.observation = observation
        self.section = section
        self.target = target
        kind = observation.isGhost ? .ghost : .commonCause
    }

    /// The rule that gives the label, with its direction: the first that holds.
    public var cause: (rule: SpecialCauseRule, direction: Direction)? {
        if let outside { return (.outside, outside) }
        if let trend { return (.trend, trend) }
        if let twoOfThree { return (.twoOfThree, twoOfThree) }
        if let run { return (.run, run) }
        return nil
    }

    /// Every rule that holds, in order.
    public var rules: [SpecialCauseRule] {
        var rules: [SpecialCauseRule] = []
        if outside != nil { rules.append(.outside) }
        if trend != nil { rules.append(.trend) }
        if twoOfThree != nil { rules.append(.twoOfThree) }
        if run != nil { rules.append(.run) }
        return rules
    }
}
