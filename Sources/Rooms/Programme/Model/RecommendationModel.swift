public import CivilTime

/// The report in which a committee's recommendations stand, or are answered.
public struct CommitteeReport: Sendable, Hashable, Codable {
    /// What it is called.
    public var title: String
    /// Its day.
    public var day: Day
    /// The day as it is printed, where that is kept.
    public var dayText: String?
    /// The committee's own report that it answers, where it is another.
    public var answers: String?
    /// What is to be known about the committees.
    public var note: String?
    /// Where it was read.
    public var source: String?

    /// Names a report.
    public init(
        title: String, day: Day, dayText: String? = nil, answers: String? = nil, note: String? = nil,
        source: String? = nil
    ) {
        self.title = title
        self.day = day
        self.dayText = dayText
        self.answers = answers
        self.note = note
        self.source = source
    }
}

/// Whether a recommendation is taken up.
public enum Acceptance: String, Sendable, Hashable, Codable, CaseIterable {
    case accepted, partly, declined

    /// The answer in words.
    public var words: String {
        switch self {
        case .accepted: "Accepted"
        case .partly: "Accepted in part"
        case .declined: "Not accepted"
        }
    }
}

/// Where a recommendation stands.
public enum FollowUpState: String, Sendable, Hashable, Codable, CaseIterable {
    case open
    case inProgress = "in-progress"
    case done, declined

    /// The state in words.
    public var words: String {
        switch self {
        case .open: "Open"
        case .inProgress: "In progress"
        case .done: "Done"
        case .declined: "Not accepted"
        }
    }

    /// Whether the committee still waits for something.
    public var isOpen: Bool { self == .open || self == .inProgress }
}

/// What a committee recommends.
public struct RecommendationText: Sendable, Hashable, Codable {
    /// The committee, or committees.
    public var committee: String
    /// The report.
    public var report: CommitteeReport
    /// Its number in the report, from 1.
    public var number: Int
    /// The paragraph of the report in which it stands.
    public var paragraph: Int?
    /// What is recommended, in the committee's words.
    public var text: String

    /// States a recommendation.
    public init(committee: String, report: CommitteeReport, number: Int, paragraph: Int? = nil, text: String)
    {
        self.committee = committee
        self.report = report
        self.number = number
        self.paragraph = paragraph
        self.text = text
    }
}

/// What is answered to a recommendation.
public struct RecommendationAnswer: Sendable, Hashable, Codable {
    /// The answer in words.
    public var response: String
    /// Whether it is accepted; nil where that is not stated.
    public var acceptance: Acceptance?
    /// The post or organisation that answers for it.
    public var owner: String?
    /// What carries it out.
    public var serving: Serving

    /// States an answer.
    public init(
        response: String, acceptance: Acceptance? = nil, owner: String? = nil, serving: Serving = Serving()
    ) {
        self.response = response
        self.acceptance = acceptance
        self.owner = owner
        self.serving = serving
    }
}
