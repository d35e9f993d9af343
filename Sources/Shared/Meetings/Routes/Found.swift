import CivilTime
import Ledger
import Pages

extension Snapshot {
    /// A forum for a page.
    ///
    /// - Throws: ``Pages/PageError/notFound``.
    func forum(_ id: String) throws -> Versioned<Forum> {
        guard let found = try state(of: Forum.self, id), found.state.description != nil else {
            throw PageError.notFound
        }
        return found
    }

    /// A meeting with its forum for a page.
    ///
    /// - Throws: ``Pages/PageError/notFound``.
    func meeting(_ id: String) throws -> FoundMeeting {
        guard let found = try state(of: Meeting.self, id), let schedule = found.state.schedule,
            let day = found.state.day
        else { throw PageError.notFound }
        return FoundMeeting(
            meeting: found.state, version: found.version, schedule: schedule, day: day,
            forum: try forum(found.state.forum).state)
    }

    /// An action for a page.
    ///
    /// - Throws: ``Pages/PageError/notFound``.
    func action(_ id: String) throws -> FoundAction {
        guard let found = try state(of: MeetingAction.self, id), let raised = found.state.raised,
            let due = found.state.due
        else { throw PageError.notFound }
        return FoundAction(
            action: found.state, version: found.version, raised: raised, due: due,
            forum: try forum(raised.forum).state)
    }

    /// A post for a page.
    ///
    /// - Throws: ``Pages/PageError/notFound``.
    func post(_ id: String) throws -> FoundPost {
        guard let found = try state(of: ChairPost.self, id), let draft = found.state.draft,
            let said = found.state.said
        else { throw PageError.notFound }
        let meeting = try draft.meeting.map { try self.meeting($0) }
        return FoundPost(
            post: found.state, version: found.version, draft: draft, title: said.title, text: said.text,
            signed: said.signed, forum: try forum(draft.forum).state, day: meeting?.day)
    }
}

/// A meeting with its forum.
struct FoundMeeting: Sendable {
    let meeting: Meeting
    let version: Int
    let schedule: Schedule
    let day: Day
    let forum: Forum

    var id: String { meeting.id }
    /// “Improvement board, 14 May 2024”.
    var title: String { "\(forum.name), \(day.short)" }
}

/// An action with its forum.
struct FoundAction: Sendable {
    let action: MeetingAction
    let version: Int
    let raised: ActionRaised
    let due: Day
    let forum: Forum
}

/// A post with its forum.
struct FoundPost: Sendable {
    let post: ChairPost
    let version: Int
    let draft: PostDrafted
    let title: String
    let text: String
    let signed: String
    let forum: Forum
    /// The day of the meeting it is about.
    let day: Day?
}
