public import CivilTime

/// What a published plan prints as figures and targets, in the words of this room.
public struct PrintedPlan: Sendable, Hashable {
    /// The plan's id.
    public var code: String
    /// The current issue.
    public var issue: Int
    /// The plan's title.
    public var title: String
    /// The day of publication.
    public var published: Day
    /// Its figures, in the plan's order.
    public var targets: [PrintedTarget]

    /// States what a plan prints.
    public init(code: String, issue: Int, title: String, published: Day, targets: [PrintedTarget]) {
        self.code = code
        self.issue = issue
        self.title = title
        self.published = published
        self.targets = targets
    }
}

/// Figures that a plan prints together.
public struct PrintedTarget: Sendable, Hashable {
    /// What is to be reached, in the plan's words.
    public var title: String
    /// For whom, where the plan says it.
    public var cohort: String?
    /// The ids of the indicators that it names.
    public var indicators: [String]
    /// The figures, in the plan's order.
    public var figures: [PrintedFigure]

    /// States figures.
    public init(title: String, cohort: String?, indicators: [String], figures: [PrintedFigure]) {
        self.title = title
        self.cohort = cohort
        self.indicators = indicators
        self.figures = figures
    }
}

/// One figure that a plan prints.
public struct PrintedFigure: Sendable, Hashable {
    /// What the plan calls it.
    public enum Kind: Sendable, Hashable {
        /// Where it stood.
        case start
        /// What is to be reached.
        case target
        /// Printed without saying which.
        case stated
    }

    /// What the plan calls it.
    public var kind: Kind
    /// The number.
    public var value: Int
    /// What it counts in.
    public var unit: IndicatorUnit
    /// The month, where the plan names one.
    public var month: Month?
    /// When, in the plan's words.
    public var when: String?
    /// Whether the plan prints it as a floor or a ceiling; nil where it says neither.
    public var comparison: Bound?

    /// States a figure.
    public init(
        _ kind: Kind, _ value: Int, _ unit: IndicatorUnit, month: Month? = nil, when: String? = nil,
        comparison: Bound? = nil
    ) {
        self.kind = kind
        self.value = value
        self.unit = unit
        self.month = month
        self.when = when
        self.comparison = comparison
    }
}
