public import CivilTime

/// How often something is reported.
public enum ReportingFrequency: String, Sendable, Hashable, Codable, CaseIterable {
    case monthly
    case sixWeekly = "six-weekly"
    case twoMonthly = "two-monthly"
    case quarterly
    case halfYearly = "half-yearly"
    case yearly
    case asAsked = "as-asked"

    /// The frequency in words.
    public var words: String {
        switch self {
        case .monthly: "Every month"
        case .sixWeekly: "Every six weeks"
        case .twoMonthly: "Every two months"
        case .quarterly: "Every three months"
        case .halfYearly: "Every six months"
        case .yearly: "Every year"
        case .asAsked: "When asked"
        }
    }

    /// The day of the next report after one that was due on a day; nil where only asking makes one due.
    public func next(after day: Day) -> Day? {
        switch self {
        case .monthly: day.adding(months: 1)
        case .sixWeekly: day.adding(weeks: 6)
        case .twoMonthly: day.adding(months: 2)
        case .quarterly: day.adding(months: 3)
        case .halfYearly: day.adding(months: 6)
        case .yearly: day.adding(years: 1)
        case .asAsked: nil
        }
    }
}

/// Who reports what to which committee, and how often.
public struct ReportingDetails: Sendable, Hashable, Codable {
    /// The board or committee.
    public var committee: String
    /// The post or group that reports.
    public var reporter: String
    /// What is reported.
    public var what: String
    /// How often.
    public var frequency: ReportingFrequency
    /// What it is about in the plan.
    public var serving: Serving

    /// States a duty.
    public init(
        committee: String, reporter: String, what: String, frequency: ReportingFrequency,
        serving: Serving = Serving()
    ) {
        self.committee = committee
        self.reporter = reporter
        self.what = what
        self.frequency = frequency
        self.serving = serving
    }
}
