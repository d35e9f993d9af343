public import CivilTime

/// What kind of look from outside it is.
public enum ReviewKind: String, Sendable, Hashable, Codable, CaseIterable {
    case notice, stocktake
    case deepDive = "deep-dive"
    case monitoring, inspection, other

    /// The kind in words.
    public var words: String {
        switch self {
        case .notice: "Improvement notice"
        case .stocktake: "Stocktake"
        case .deepDive: "Deep dive"
        case .monitoring: "Monitoring visit"
        case .inspection: "Inspection"
        case .other: "Other review"
        }
    }
}

/// What is known of a review before it is held.
public struct ReviewDetails: Sendable, Hashable, Codable {
    /// What kind it is.
    public var kind: ReviewKind
    /// What it is called.
    public var title: String
    /// Who reviews.
    public var body: String
    /// The day it is planned for; only its month counts where ``isDayKnown`` is false.
    public var planned: Day?
    /// Whether the day is known, or only the month.
    public var isDayKnown: Bool
    /// What it looks at.
    public var scope: String
    /// What the partnership was asked for.
    public var asked: String
    /// What it is about in the plan.
    public var serving: Serving
    /// The day the next of its kind is expected.
    public var next: Day?

    /// States what is known.
    public init(
        kind: ReviewKind, title: String, body: String, planned: Day? = nil, isDayKnown: Bool = true,
        scope: String = "", asked: String = "", serving: Serving = Serving(), next: Day? = nil
    ) {
        self.kind = kind
        self.title = title
        self.body = body
        self.planned = planned
        self.isDayKnown = isDayKnown
        self.scope = scope
        self.asked = asked
        self.serving = serving
        self.next = next
    }

    /// The planned day as far as it is known.
    var plannedWords: String? { planned.map { isDayKnown ? $0.short : $0.calendarMonth.written } }
}
