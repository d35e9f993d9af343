import CivilTime
import Ledger
import People

/// What a forum is, for the first time or anew.
struct ForumDescribed: Payload {
    static let kind = "forum.described"
    var name: ShortText
    var kind: ForumKind
    /// What it is for, in plain words.
    var purpose: String
    /// Whether the public may see that it is, what it is for, when it meets and what it agreed.
    var isPublic: Bool
    /// The day it began, where known.
    var began: Day?
    var represents: PlanBody?
}

/// Somebody joins: a person, or whoever holds a post.
struct SeatTaken: Payload {
    static let kind = "forum.member-joined"
    /// The seat's own id, which registers and the chair name.
    var seat: String
    var person: ShortText?
    var post: ShortText?
    var constituency: Constituency
    /// Who comes where the member cannot.
    var deputy: ShortText?
    /// Whether the person agreed that the public may read the name.
    var mayBeNamed: Bool
    var from: Day
    var to: Day?

    /// What members call the seat.
    var name: String { person?.text ?? post?.text ?? constituency.words }
    /// The same with the post.
    var fullName: String {
        let parts = [person?.text, post?.text].compactMap(\.self)
        return parts.isEmpty ? constituency.words : parts.joined(separator: ", ")
    }
    /// What the public may read.
    var publicName: String { mayBeNamed ? fullName : post?.text ?? "Member for: \(constituency.words)" }
}

/// A member left; the last day.
struct SeatLeft: Payload {
    static let kind = "forum.member-left"
    var seat: String
    var to: Day
}

/// Who chairs from a day on; nil for nobody.
struct ChairNamed: Payload {
    static let kind = "forum.chaired"
    var seat: String?
    var from: Day
}

/// Terms of reference that hold from a day on.
struct TermsAgreed: Payload {
    static let kind = "forum.terms"
    var from: Day
    var text: String
    /// Every how many weeks it meets; nil where the terms do not say.
    var everyWeeks: Int?
    var quorum: Quorum
}

/// A report that it owes somebody, and the days on which it is due.
struct ReportingSet: Payload {
    static let kind = "forum.reports"
    var reporting: String
    var report: ShortText
    var to: Addressee
    /// Every how many months; nil where it is for the days named alone.
    var everyMonths: Int?
    var days: [Day]
}

/// A report is no longer owed after a day.
struct ReportingEnded: Payload {
    static let kind = "forum.reporting-ended"
    var reporting: String
    var to: Day
}

/// An outcome that the forum set itself.
struct OutcomeSet: Payload {
    static let kind = "forum.outcome-set"
    var outcome: String
    var text: String
    /// The day by which; nil where none was set.
    var by: Day?
}

/// Whether an outcome was achieved, and how that shows.
struct OutcomeJudged: Payload {
    static let kind = "forum.outcome-judged"
    var outcome: String
    var isAchieved: Bool
    var how: String
}

/// The forum ends; its last day and what follows it.
struct ForumEnded: Payload {
    static let kind = "forum.ended"
    var to: Day
    /// The id of the forum that takes over.
    var successor: String?
}
