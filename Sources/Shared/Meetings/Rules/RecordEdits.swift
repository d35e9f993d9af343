import CivilTime
import Ledger
import People

/// Takes the register of a meeting, or takes it again.
struct TakeRegister: Sendable {
    /// How a member stands.
    struct Line: Sendable {
        var seat: String
        var presence: Presence
        var deputy: String?
    }

    var meeting: String
    var on: Day
    var members: [Line]
    /// Who attended and is no member: taken, not counted.
    var others: [String]

    /// Records it with the members and the quorum of the day, and gives the meeting's id.
    ///
    /// - Throws: ``MeetingsRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        let held = try deciding.meeting(meeting).meeting
        if on > deciding.today { throw MeetingsRefusal.notYet(on) }
        let forum = try deciding.forum(held.forum)
        guard Set(members.map(\.seat)).count == members.count else { throw MeetingsRefusal.twice }
        let terms = forum.terms(on: on)?.data
        let payload = RegisterTaken(
            on: on, attending: try members.map { try attendee($0, forum) } + others.map(Self.guest),
            quorum: terms?.quorum, termsFrom: terms?.from)
        guard let standing = held.register else {
            try deciding.record(payload, on: Meeting.self, meeting, day: on)
            return meeting
        }
        try deciding.correct(
            standing.entry, to: payload, on: Meeting.self, meeting, day: on,
            reason: "The register was taken again.")
        return meeting
    }

    /// A member of the day is counted; whoever held the seat on another day attends and is not.
    private func attendee(_ line: Line, _ forum: Forum) throws -> Attendee {
        guard let seat = forum.seats.last(where: { $0.id == line.seat }) else {
            throw MeetingsRefusal.unknownPart
        }
        let isMember = seat.holds(on: on)
        return Attendee(
            seat: isMember ? seat.id : nil, name: seat.data.fullName,
            constituency: isMember ? seat.data.constituency : nil, presence: line.presence,
            deputy: line.presence == .deputy ? line.deputy : nil)
    }

    private static func guest(_ name: String) -> Attendee {
        Attendee(seat: nil, name: name, constituency: nil, presence: .present, deputy: nil)
    }
}

/// Records what one sitting decided, was asked and gave to do, together.
struct RecordSitting: Sendable {
    /// An action to be raised.
    struct Raising: Sendable {
        var text: String
        var owner: Owner
        var due: Day
        var item: String?
    }

    var meeting: String
    var decisions: [DecisionTaken]
    /// Challenges, each with the id of the forum or the name of the body that it was taken to.
    var challenges: [ChallengeMade]
    var actions: [Raising]

    /// Records all of it and gives the meeting's id.
    ///
    /// - Throws: ``MeetingsRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        let (held, day) = try deciding.meeting(meeting)
        if day > deciding.today { throw MeetingsRefusal.notYet(day) }
        for var decision in decisions {
            decision.decision = deciding.newID()
            try deciding.record(decision, on: Meeting.self, meeting, day: day)
        }
        for var challenge in challenges {
            challenge.challenge = deciding.newID()
            challenge.escalatedTo = try deciding.addressee(
                forum: challenge.escalatedTo?.forum, name: challenge.escalatedTo?.name)
            try deciding.record(challenge, on: Meeting.self, meeting, day: day)
        }
        for action in actions {
            if action.due < day { throw MeetingsRefusal.dueBeforeMeeting(due: action.due, meeting: day) }
            try deciding.record(
                ActionRaised(
                    forum: held.forum, meeting: meeting, item: action.item, text: action.text,
                    owner: action.owner, due: action.due, on: day), on: MeetingAction.self,
                deciding.newID(), day: day)
        }
        return meeting
    }
}

/// Something recorded of a meeting that is corrected or followed up.
struct ChangeRecord: Sendable {
    enum Change: Sendable {
        case correctDecision(DecisionTaken, reason: String)
        case removeDecision(String, reason: String)
        case correctChallenge(ChallengeMade, reason: String)
        case settle(ChallengeSettled, on: Day)
        case minutes(String)
        case agree(at: String)
    }

    var meeting: String
    var change: Change

    /// Records it and gives the meeting's id.
    ///
    /// - Throws: ``MeetingsRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        let (held, day) = try deciding.meeting(meeting)
        switch change {
        case .correctDecision(let decision, let reason):
            try deciding.correct(
                try entry(of: decision.decision, in: held), to: decision, on: Meeting.self, meeting,
                day: min(day, deciding.today), reason: reason)
        case .removeDecision(let decision, let reason):
            try deciding.withdrawWhole(try entry(of: decision, in: held), of: meeting, reason: reason)
        case .correctChallenge(var challenge, let reason):
            let standing = try found(challenge.challenge, in: held)
            challenge.escalatedTo = try deciding.addressee(
                forum: challenge.escalatedTo?.forum, name: challenge.escalatedTo?.name)
            try deciding.correct(
                standing.entry, to: challenge, on: Meeting.self, meeting, day: standing.day, reason: reason)
        case .settle(let settled, let on):
            if on > deciding.today { throw MeetingsRefusal.notYet(on) }
            let standing = try found(settled.challenge, in: held)
            if on < standing.day { throw MeetingsRefusal.endBeforeStart(from: standing.day, to: on) }
            try deciding.record(settled, on: Meeting.self, meeting, day: on)
        case .minutes(let text):
            if day > deciding.today { throw MeetingsRefusal.notYet(day) }
            try deciding.record(
                MinutesWritten(text: text), on: Meeting.self, meeting, day: deciding.today)
        case .agree(let later): try agree(held, day, at: later, &deciding)
        }
        return meeting
    }

    private func entry(of decision: String, in held: Meeting) throws -> String {
        guard let found = held.decisions.last(where: { $0.data.decision == decision }) else {
            throw MeetingsRefusal.unknownPart
        }
        return found.entry
    }

    private func found(_ challenge: String, in held: Meeting) throws -> Meeting.Challenge {
        guard let found = held.challenges.last(where: { $0.data.challenge == challenge }) else {
            throw MeetingsRefusal.unknownPart
        }
        return found
    }

    /// Minutes are agreed by the same forum at a meeting held after the one they are of.
    private func agree(_ held: Meeting, _ day: Day, at later: String, _ deciding: inout Deciding) throws {
        guard let minutes = held.minutes.last else { throw MeetingsRefusal.noMinutes }
        let (other, on) = try deciding.meeting(later)
        guard other.forum == held.forum else { throw MeetingsRefusal.agreedElsewhere }
        guard on > day else { throw MeetingsRefusal.agreedBefore(meeting: day, at: on) }
        if on > deciding.today { throw MeetingsRefusal.notYet(on) }
        // Recorded after the minutes even where the meeting that agreed them lies before they were typed.
        try deciding.record(
            MinutesAgreed(minutes: minutes.entry, meeting: later, on: on), on: Meeting.self, meeting,
            day: deciding.today)
    }
}
