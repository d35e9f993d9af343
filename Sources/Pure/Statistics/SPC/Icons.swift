/// What the last point of a chart shows.
public enum VariationIcon: String, Sendable, Hashable, CaseIterable {
    /// No sign of change.
    case commonCause = "common cause"
    /// Special cause for the better, upwards.
    case improvementHigh = "improvement high"
    /// Special cause for the better, downwards.
    case improvementLow = "improvement low"
    /// Special cause for the worse, upwards.
    case concernHigh = "concern high"
    /// Special cause for the worse, downwards.
    case concernLow = "concern low"
    /// Special cause upwards where no direction is better.
    case neutralHigh = "neutral high"
    /// Special cause downwards where no direction is better.
    case neutralLow = "neutral low"

    /// The icon of a last point; nil for a ghost.
    init?(_ kind: PointKind, _ improvement: Improvement) {
        switch kind {
        case .commonCause: self = .commonCause
        case .improvement: self = improvement == .increase ? .improvementHigh : .improvementLow
        case .concern: self = improvement == .increase ? .concernLow : .concernHigh
        case .neutralHigh: self = .neutralHigh
        case .neutralLow: self = .neutralLow
        case .ghost: return nil
        }
    }

    /// The letter drawn in it, so that it is read without colour; nil for common cause.
    public var letter: String? {
        switch self {
        case .commonCause: nil
        case .improvementHigh, .concernHigh, .neutralHigh: "H"
        case .improvementLow, .concernLow, .neutralLow: "L"
        }
    }

    /// Its colour in hexadecimal. Grey and blue have less than 3:1 on white: letter and words carry the
    /// meaning.
    public var colour: String {
        switch self {
        case .commonCause: "#a6a6a6"
        case .improvementHigh, .improvementLow: "#00b0f0"
        case .concernHigh, .concernLow: "#e46c0a"
        case .neutralHigh, .neutralLow: "#490092"
        }
    }

    /// What it means, for a text alternative.
    public var meaning: String {
        switch self {
        case .commonCause: "Common cause variation: no sign of change"
        case .improvementHigh: "Special cause variation: improvement, values are high"
        case .improvementLow: "Special cause variation: improvement, values are low"
        case .concernHigh: "Special cause variation: concern, values are high"
        case .concernLow: "Special cause variation: concern, values are low"
        case .neutralHigh: "Special cause variation: values are high"
        case .neutralLow: "Special cause variation: values are low"
        }
    }
}

/// What a chart's last limits say about its target.
public enum AssuranceIcon: String, Sendable, Hashable, CaseIterable {
    /// The target will be met if nothing changes.
    case pass
    /// The target will be missed if nothing changes.
    case fail
    /// The target lies within the limits: it will sometimes be met and sometimes missed.
    case inconsistent

    /// A target against a section's limits, strictly; nil where neither way is better or there are no limits.
    ///
    /// A constant series meets its target or misses it: its limits say nothing else. Equal counts as met.
    init?(target: Double, section: ChartSection, improvement: Improvement) {
        guard improvement != .neutral, let limits = section.limits, let mean = section.mean else {
            return nil
        }
        let higherIsBetter = improvement == .increase
        if section.isConstant {
            self = target == mean || (target < mean) == higherIsBetter ? .pass : .fail
        } else if section.side(of: target, from: limits.upper) == .up {
            self = higherIsBetter ? .fail : .pass
        } else if section.side(of: target, from: limits.lower) == .down {
            self = higherIsBetter ? .pass : .fail
        } else {
            self = .inconsistent
        }
    }

    /// The letter drawn in it.
    public var letter: String {
        switch self {
        case .pass: "P"
        case .fail: "F"
        case .inconsistent: "?"
        }
    }

    /// Its colour in hexadecimal.
    public var colour: String {
        switch self {
        case .pass: "#00b0f0"
        case .fail: "#e46c0a"
        case .inconsistent: "#a6a6a6"
        }
    }

    /// What it means, for a text alternative.
    public var meaning: String {
        switch self {
        case .pass: "Assurance: the target will consistently be met"
        case .fail: "Assurance: the target will consistently be missed"
        case .inconsistent: "Assurance: the target will sometimes be met and sometimes missed"
        }
    }
}
