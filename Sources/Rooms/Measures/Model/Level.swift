public import CivilTime

/// Where an indicator stood before.
public struct Baseline: Sendable, Hashable, Codable {
    /// The value, in the indicator's unit.
    public var value: Figure
    /// The first day of the period it is of; the day itself where it is of one day.
    public var first: Day?
    /// The last day of the period.
    public var last: Day?
    /// The period in the words of the source, where it names no days: “2016-17”.
    public var when: String?
    /// Where the value comes from.
    public var source: String

    /// States a baseline.
    public init(value: Figure, first: Day?, last: Day?, when: String?, source: String) {
        self.value = value
        self.first = first
        self.last = last
        self.when = when
        self.source = source
    }
}

/// Whether a target is a floor or a ceiling.
public enum Bound: String, Sendable, Codable, CaseIterable {
    case atLeast, atMost

    /// In words.
    public var words: String { self == .atLeast ? "at least" : "at most" }
}

/// What is to be reached.
public struct Target: Sendable, Hashable, Codable {
    /// The value, in the indicator's unit.
    public var value: Figure
    /// Whether it is a floor or a ceiling.
    public var comparison: Bound
    /// The month by whose end it is to be reached; nil where the source names none.
    public var by: Month?
    /// When, in the words of the source, where it names no month: “2019”.
    public var when: String?

    /// States a target.
    public init(value: Figure, comparison: Bound, by: Month?, when: String? = nil) {
        self.value = value
        self.comparison = comparison
        self.by = by
        self.when = when
    }
}

/// The way to a target, in dated steps.
public struct Trajectory: Sendable, Hashable, Codable {
    /// A value to be reached in a month.
    public struct Step: Sendable, Hashable, Codable {
        /// The month by whose end.
        public var month: Month
        /// The value, in the indicator's unit.
        public var value: Figure

        /// States a step.
        public init(_ month: Month, _ value: Figure) {
            self.month = month
            self.value = value
        }
    }

    /// The steps as they were stated.
    public var steps: [Step]
    /// Whether each is a floor or a ceiling.
    public var comparison: Bound

    /// States a trajectory.
    public init(_ steps: [Step], _ comparison: Bound) {
        self.steps = steps
        self.comparison = comparison
    }

    /// The steps by month.
    public var ordered: [Step] { steps.sorted { $0.month < $1.month } }
    /// Whether each step lies after the one before it.
    public var isInOrder: Bool { zip(steps, steps.dropFirst()).allSatisfy { $0.month < $1.month } }
}

/// A baseline, a target or a trajectory.
public enum Level: Sendable, Hashable {
    case baseline(Baseline)
    case target(Target)
    case trajectory(Trajectory)

    /// Which of the three.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case baseline, target, trajectory
    }

    /// Which of the three it is.
    public var kind: Kind {
        switch self {
        case .baseline: .baseline
        case .target: .target
        case .trajectory: .trajectory
        }
    }

    /// Every value in it.
    public var values: [Figure] {
        switch self {
        case .baseline(let baseline): [baseline.value]
        case .target(let target): [target.value]
        case .trajectory(let trajectory): trajectory.steps.map(\.value)
        }
    }

    /// The value that counts: of a trajectory, its last.
    public var value: Figure? {
        if case .trajectory(let trajectory) = self { trajectory.ordered.last?.value } else { values.first }
    }

    /// The month by whose end it is to be reached, where it names one.
    public var by: Month? {
        switch self {
        case .baseline: nil
        case .target(let target): target.by
        case .trajectory(let trajectory): trajectory.ordered.last?.month
        }
    }

    /// Whether it is a floor or a ceiling; nil of a baseline.
    public var comparison: Bound? {
        switch self {
        case .baseline: nil
        case .target(let target): target.comparison
        case .trajectory(let trajectory): trajectory.comparison
        }
    }
}

/// The issue of a published plan that states something.
public struct PlanSource: Sendable, Hashable, Codable {
    /// The plan's id.
    public var code: String
    /// The issue, 1 for the first.
    public var issue: Int

    /// Names an issue.
    public init(code: String, issue: Int) {
        self.code = code
        self.issue = issue
    }
}

/// Who recommends: a group, through an account, or a published plan.
public struct Recommender: Sendable, Hashable, Codable {
    /// The group by its name; for a plan, the plan's title.
    public var group: String
    /// The id of the account that put it in, who may therefore not approve it.
    public var account: String?
    /// The plan that prints it, where one does.
    public var plan: PlanSource?

    /// Names who recommends.
    public init(group: String, account: String?, plan: PlanSource? = nil) {
        self.group = group
        self.account = account
        self.plan = plan
    }
}
