import CivilTime
import Ledger
import People

/// A forum will meet, or met.
struct MeetingPlanned: Payload {
    static let kind = "meeting.planned"
    var forum: String
    var schedule: Schedule
}

/// It will be at another time or place.
struct MeetingMoved: Payload {
    static let kind = "meeting.moved"
    var schedule: Schedule
}

/// It will not be.
struct MeetingCancelled: Payload {
    static let kind = "meeting.cancelled"
}

/// An item of its agenda.
struct ItemPut: Payload {
    static let kind = "meeting.item"
    /// The item's own id, which papers, decisions, challenges and actions name.
    var item: String
    var position: Int
    var kind: ItemKind
    var title: ShortText
    var presenter: ShortText?
}

/// A paper for it: a file, or a page of this site.
struct PaperAdded: Payload {
    static let kind = "meeting.paper"
    var paper: String
    var item: String?
    var title: ShortText
    var document: String?
    var page: SitePath?
    /// The account that added it, which cannot make it public.
    var addedBy: String
}

/// Somebody else found that the public may read a paper.
struct PaperOpened: Payload {
    static let kind = "meeting.paper-public"
    var paper: String
    var by: String
}

/// Who is asked to come: members by their seats, and guests.
struct Invited: Payload {
    static let kind = "meeting.invited"
    var seats: [String]
    var guests: [ShortText]
}

/// The register: who came on the day, with the quorum that was in force on it.
struct RegisterTaken: Payload {
    static let kind = "meeting.register"
    var on: Day
    var attending: [Attendee]
    /// Copied from the terms of that day, so that what a quorum was judged by stands with it; nil where there
    /// were none.
    var quorum: Quorum?
    var termsFrom: Day?
}

/// A decision.
struct DecisionTaken: Payload {
    static let kind = "meeting.decision"
    var decision: String
    var item: String?
    var text: String
    /// Who decided, where that was not the meeting as a whole.
    var by: ShortText?
}

/// A challenge: who asked what, and what was answered.
struct ChallengeMade: Payload {
    static let kind = "meeting.challenge"
    var challenge: String
    var item: String?
    /// What gave rise to it.
    var concern: String?
    var by: ShortText
    var text: String
    var answer: String?
    /// What was decided on it.
    var decision: String?
    /// Where it was taken further.
    var escalatedTo: Addressee?
}

/// What came of a challenge.
struct ChallengeSettled: Payload {
    static let kind = "meeting.challenge-settled"
    var challenge: String
    var outcome: String
}

/// A report was received.
struct ReportReceived: Payload {
    static let kind = "meeting.received"
    var what: ShortText
    var page: SitePath?
}

/// Minutes, written or written anew.
struct MinutesWritten: Payload {
    static let kind = "meeting.minutes"
    var text: String
}

/// Minutes were agreed at a later meeting of the forum.
struct MinutesAgreed: Payload {
    static let kind = "meeting.minutes-agreed"
    /// The entry that holds what was agreed.
    var minutes: String
    /// The id of the meeting that agreed them.
    var meeting: String
    var on: Day
}
