import CivilTime
import Ledger
import People

/// Something that becomes of an action.
struct ChangeAction: Sendable {
    enum Change: Sendable {
        case progress(String)
        case due(Day, reason: String)
        case close(ActionClosed, on: Day)
        case reopen(reason: String)
    }

    var action: String
    var change: Change

    /// Records it and gives the action's id.
    ///
    /// - Throws: ``MeetingsRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        let (held, raised) = try deciding.action(action)
        switch change {
        case .progress(let note):
            try deciding.record(
                ActionProgressed(note: note), on: MeetingAction.self, action, day: deciding.today)
        case .due(let due, let reason):
            if due < raised.on { throw MeetingsRefusal.dueBeforeMeeting(due: due, meeting: raised.on) }
            try deciding.record(
                ActionMoved(due: due), on: MeetingAction.self, action, day: deciding.today, reason: reason)
        case .close(let closed, let on):
            if held.closed != nil { throw MeetingsRefusal.alreadyDone }
            if on > deciding.today { throw MeetingsRefusal.notYet(on) }
            if on < raised.on { throw MeetingsRefusal.endBeforeStart(from: raised.on, to: on) }
            try deciding.record(closed, on: MeetingAction.self, action, day: on)
        case .reopen(let reason):
            guard let closed = held.closed else { throw MeetingsRefusal.alreadyDone }
            try deciding.withdraw(closed.entry, on: MeetingAction.self, action, reason: reason)
        }
        return action
    }
}

/// Something that becomes of a post to the public.
struct ChangePost: Sendable {
    enum Change: Sendable {
        /// A new post, or a draft written anew.
        case draft(PostDrafted)
        case publish
        case correct(PostCorrected, reason: String)
        case withdraw(reason: String)
    }

    /// The post; nil for a new one.
    var post: String?
    var change: Change

    /// Records it and gives the post's id.
    ///
    /// - Throws: ``MeetingsRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        guard let post else {
            guard case .draft(let draft) = change else { throw MeetingsRefusal.unknownPost }
            let id = deciding.newID()
            try enter(try checked(draft, &deciding), id, &deciding)
            return id
        }
        let (held, draft) = try deciding.post(post)
        switch change {
        case .draft(let anew):
            if held.stage != .draft { throw MeetingsRefusal.alreadyDone }
            try enter(try checked(anew, &deciding), post, &deciding)
        case .publish:
            if held.stage != .draft { throw MeetingsRefusal.alreadyDone }
            try enter(
                PostPublished(title: draft.title, text: draft.text, signed: draft.signed), post, &deciding)
        case .correct(let corrected, let reason):
            if held.stage != .published { throw MeetingsRefusal.notPublished }
            try enter(corrected, post, reason: reason, &deciding)
        case .withdraw(let reason):
            if held.stage != .published { throw MeetingsRefusal.notPublished }
            try enter(PostTakenDown(), post, reason: reason, &deciding)
        }
        return post
    }

    /// The forum, and the meeting where one is named, have to be there and belong together.
    private func checked(_ draft: PostDrafted, _ deciding: inout Deciding) throws -> PostDrafted {
        _ = try deciding.forum(draft.forum)
        if let meeting = draft.meeting, try deciding.meeting(meeting).meeting.forum != draft.forum {
            throw MeetingsRefusal.meetingElsewhere
        }
        return draft
    }

    private func enter(
        _ payload: some Payload, _ post: String, reason: String? = nil, _ deciding: inout Deciding
    ) throws {
        try deciding.record(payload, on: ChairPost.self, post, day: deciding.today, reason: reason)
    }
}
