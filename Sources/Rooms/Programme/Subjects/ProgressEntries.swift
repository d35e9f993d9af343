import CivilTime
import Ledger

/// What every entry says of the part of a plan that it is about, because any of them may be the first.
protocol AboutPart {
    /// The subject id of the plan.
    var plan: String { get }
    /// The word for the part: objective or action.
    var part: String { get }
    /// The part's published id.
    var code: Code { get }
}

/// A group reported for a month.
struct ProgressReported: Payload, AboutPart {
    static let kind = "progress.reported"
    var plan: String
    var part: String
    var code: Code
    var month: Month
    var rating: Rating.Colour?
    var narrative: String
    var impact: String
    var group: String
}

/// A group stated a milestone of its own, or first spoke of one of the plan's, whose words are copied.
struct MilestoneStated: Payload, AboutPart {
    static let kind = "progress.milestone"
    var plan: String
    var part: String
    var code: Code
    var milestone: Code
    var text: String
    var first: Month
    var isOfPlan: Bool
}

/// A milestone is now expected by another month.
struct MilestoneForecast: Payload, AboutPart {
    static let kind = "progress.milestone-forecast"
    var plan: String
    var part: String
    var code: Code
    var milestone: Code
    var to: Month
    var why: String
}

/// A milestone was met.
struct MilestoneMet: Payload, AboutPart {
    static let kind = "progress.milestone-met"
    var plan: String
    var part: String
    var code: Code
    var milestone: Code
    var on: Day
}

/// A piece of evidence was added.
struct EvidenceAdded: Payload, AboutPart {
    static let kind = "progress.evidence"
    var plan: String
    var part: String
    var code: Code
    var title: String
    var shows: String
    var kind: EvidenceKind
    var source: EvidenceSource
    var month: Month
    var addedBy: String
}

/// A second person confirmed that no child can be recognised in a piece of evidence.
struct EvidenceCleared: Payload {
    static let kind = "progress.evidence-cleared"
    var evidence: String
    var by: String
}
