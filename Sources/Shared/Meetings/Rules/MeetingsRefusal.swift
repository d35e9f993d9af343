import CivilTime
import Ledger

/// Why something about a forum or a meeting cannot be recorded; only what cannot be is refused.
enum MeetingsRefusal: Refusal, Equatable {
    case unknownForum
    case unknownMeeting
    case unknownAction
    case unknownPost
    /// A seat, item, paper, decision, challenge or report that is not there.
    case unknownPart
    /// A text that is empty, or longer than may be kept.
    case badText
    /// A member has neither name nor post.
    case nobody
    /// The quorum asks for more members than there are.
    case quorumTooLarge(asked: Int, members: Int)
    /// A quorum of none.
    case quorumOfNone
    /// The last day lies before the first.
    case endBeforeStart(from: Day, to: Day)
    /// Something that happened on a day that has not come.
    case notYet(Day)
    /// Somebody stands on a register twice.
    case twice
    /// An action would be due before the meeting that raised it.
    case dueBeforeMeeting(due: Day, meeting: Day)
    /// Minutes would be agreed at a meeting that was not later.
    case agreedBefore(meeting: Day, at: Day)
    /// Minutes would be agreed at a meeting of another forum.
    case agreedElsewhere
    /// There are no minutes to agree.
    case noMinutes
    /// A paper would be made public by who added it.
    case ownPaper
    /// A paper that is neither a file nor a page of this site.
    case emptyPaper
    /// A change of a paper, a post or an action that has already happened.
    case alreadyDone
    /// A post that is not published is corrected or withdrawn.
    case notPublished
    /// A post for one forum is about the meeting of another.
    case meetingElsewhere
    /// A forum would report to itself, or follow itself.
    case itself

    /// What happened and what to do next.
    var forPerson: String {
        switch self {
        case .unknownForum: "There is no record of this forum. Go back and choose it again."
        case .unknownMeeting: "There is no record of this meeting. Go back and choose it again."
        case .unknownAction: "There is no record of this action. Go back and choose it again."
        case .unknownPost: "There is no record of this post. Go back and choose it again."
        case .unknownPart: "What you want to change is no longer there. Open the page again."
        case .badText: "A text is empty or too long. Check what you typed."
        case .nobody: "Give the member's name or post."
        case .quorumTooLarge(let asked, let members):
            "The quorum asks for \(asked) members, but there are \(members). Ask for fewer, or add members first."
        case .quorumOfNone: "A quorum needs at least 1 member."
        case .endBeforeStart(let from, let to):
            "The last day (\(to.short)) lies before the first (\(from.short)). Check both dates."
        case .notYet(let day): "\(day.short) has not come yet. Give the day on which it happened."
        case .twice: "Somebody stands on the register twice. Leave one line out."
        case .dueBeforeMeeting(let due, let meeting):
            "An action cannot be due (\(due.short)) before its meeting (\(meeting.short)). Check the day."
        case .agreedBefore(let meeting, let at):
            "The minutes of the meeting of \(meeting.short) cannot have been agreed at the meeting of \(at.short). Choose a later one."
        case .agreedElsewhere:
            "Minutes are agreed by the forum that met. Choose a later meeting of the same forum."
        case .noMinutes: "There are no minutes to agree. Write them first."
        case .ownPaper:
            "You added this paper, so you cannot make it public. Ask somebody else to read it and do so."
        case .emptyPaper: "Choose a file, or give the address of a page of this site."
        case .alreadyDone: "This was done already. Open the page again."
        case .notPublished: "This post is not public. Publish it, or change the draft."
        case .meetingElsewhere: "That meeting is of another forum. Choose the forum that met."
        case .itself: "A forum cannot report to itself or follow itself."
        }
    }

    /// The same, without days.
    var forOperator: String {
        switch self {
        case .unknownForum: "unknown forum"
        case .unknownMeeting: "unknown meeting"
        case .unknownAction: "unknown action of a meeting"
        case .unknownPost: "unknown post"
        case .unknownPart: "unknown part of a forum or meeting"
        case .badText: "text empty or too long"
        case .nobody: "member without name and post"
        case .quorumTooLarge(let asked, let members): "quorum of \(asked) with \(members) members"
        case .quorumOfNone: "quorum of none"
        case .endBeforeStart: "end before start"
        case .notYet: "day to come"
        case .twice: "twice on a register"
        case .dueBeforeMeeting: "action due before its meeting"
        case .agreedBefore: "minutes agreed before the meeting"
        case .agreedElsewhere: "minutes agreed by another forum"
        case .noMinutes: "no minutes to agree"
        case .ownPaper: "paper made public by who added it"
        case .emptyPaper: "paper without file and page"
        case .alreadyDone: "done already"
        case .notPublished: "post not public"
        case .meetingElsewhere: "post about the meeting of another forum"
        case .itself: "forum reports to or follows itself"
        }
    }
}

extension Deciding {
    mutating func forum(_ id: String) throws -> Forum {
        guard let found = try state(of: Forum.self, id)?.state, found.description != nil else {
            throw MeetingsRefusal.unknownForum
        }
        return found
    }

    mutating func meeting(_ id: String) throws -> (meeting: Meeting, day: Day) {
        guard let found = try state(of: Meeting.self, id)?.state, let day = found.day else {
            throw MeetingsRefusal.unknownMeeting
        }
        return (found, day)
    }

    mutating func action(_ id: String) throws -> (action: MeetingAction, raised: ActionRaised) {
        guard let found = try state(of: MeetingAction.self, id)?.state, let raised = found.raised else {
            throw MeetingsRefusal.unknownAction
        }
        return (found, raised)
    }

    mutating func post(_ id: String) throws -> (post: ChairPost, draft: PostDrafted) {
        guard let found = try state(of: ChairPost.self, id)?.state, let draft = found.draft else {
            throw MeetingsRefusal.unknownPost
        }
        return (found, draft)
    }

    /// To whom something goes, a forum named as it is called now.
    mutating func addressee(forum: String?, name: String?) throws -> Addressee? {
        if let forum { return Addressee(forum: forum, name: try self.forum(forum).name) }
        return name.map { Addressee(forum: nil, name: $0) }
    }
}
