package import CivilTime
package import Ledger
import People

/// Records forums and their meetings as they were, for an area that begins with a history.
///
/// Everything goes through the same rules as the pages do; words that are no known kind or constituency are
/// refused.
package enum MeetingHistory {
    /// A member of a forum.
    package struct Member: Sendable {
        let person: String?
        let post: String
        let constituency: String
        let mayBeNamed: Bool

        /// Names a member, for whom they sit, and whether the public may read the name.
        package init(_ post: String, _ constituency: String, person: String? = nil, mayBeNamed: Bool = false)
        {
            self.person = person
            self.post = post
            self.constituency = constituency
            self.mayBeNamed = mayBeNamed
        }
    }

    /// A forum with the terms it works by.
    package struct Opening: Sendable {
        let name: String
        let kind: String
        let purpose: String
        let plan: String
        let body: String
        let members: [Member]
        let terms: String
        let everyWeeks: Int
        let atLeast: Int
        let oneOfEach: [String]

        /// States a public forum that is the body of a published plan; its first member chairs.
        package init(
            _ name: String, kind: String, purpose: String, plan: String, body: String, members: [Member],
            terms: String, everyWeeks: Int, atLeast: Int, oneOfEach: [String]
        ) {
            self.name = name
            self.kind = kind
            self.purpose = purpose
            self.plan = plan
            self.body = body
            self.members = members
            self.terms = terms
            self.everyWeeks = everyWeeks
            self.atLeast = atLeast
            self.oneOfEach = oneOfEach
        }

        /// Records it as begun today and gives its id.
        package func decide(_ deciding: inout Deciding) throws -> String {
            guard let name = ShortText(name), let kind = ForumKind(rawValue: kind) else {
                throw MeetingsRefusal.badText
            }
            let today = deciding.today
            let described = ForumDescribed(
                name: name, kind: kind, purpose: purpose, isPublic: true, began: today,
                represents: PlanBody(plan: plan, body: body))
            return try DescribeForum(forum: nil, described: described).decide(&deciding)
        }

        /// Records the members of a forum that was opened; the terms follow in a command of their own.
        package func join(_ forum: String, _ deciding: inout Deciding) throws -> String {
            for (index, member) in members.enumerated() {
                guard let constituency = Constituency(rawValue: member.constituency),
                    let post = ShortText(member.post)
                else { throw MeetingsRefusal.badText }
                let taken = SeatTaken(
                    seat: "", person: member.person.flatMap { ShortText($0) }, post: post,
                    constituency: constituency, deputy: nil, mayBeNamed: member.mayBeNamed,
                    from: deciding.today, to: nil)
                _ = try ChangeForum(forum: forum, change: .join(taken, chairs: index == 0)).decide(&deciding)
            }
            return forum
        }

        /// Records the terms of a forum whose members have joined.
        package func agree(_ forum: String, _ deciding: inout Deciding) throws -> String {
            let quorum = Quorum(
                atLeast: atLeast, oneOfEach: oneOfEach.compactMap { Constituency(rawValue: $0) })
            let agreed = TermsAgreed(
                from: deciding.today, text: terms, everyWeeks: everyWeeks, quorum: quorum)
            return try ChangeForum(forum: forum, change: .terms(agreed)).decide(&deciding)
        }
    }

    /// Plans a meeting with the titles of its agenda; gives its id.
    package static func plan(
        _ forum: String, on day: Day, at minute: Int, place: String, _ deciding: inout Deciding
    ) throws -> String {
        let schedule = Schedule(day: day, minute: minute, place: ShortText(place), isOnline: true)
        return try PlanMeeting(forum: forum, schedule: schedule).decide(&deciding)
    }

    /// What one meeting did, all of it recorded on one day.
    package struct Sitting: Sendable {
        let meeting: String
        let away: Set<Int>
        let agenda: [String]
        let decisions: [String]
        let challenges: [(by: String, text: String, answer: String)]
        let actions: [(text: String, owner: String, due: Day)]

        /// States who was away, by their places among the members, and what was decided, asked and given to do.
        package init(
            _ meeting: String, away: Set<Int>, agenda: [String], decisions: [String],
            challenges: [(by: String, text: String, answer: String)],
            actions: [(text: String, owner: String, due: Day)]
        ) {
            self.meeting = meeting
            self.away = away
            self.agenda = agenda
            self.decisions = decisions
            self.challenges = challenges
            self.actions = actions
        }

        /// Records the agenda and the register.
        package func register(_ deciding: inout Deciding) throws -> String {
            let (held, day) = try deciding.meeting(meeting)
            for (index, title) in agenda.enumerated() {
                guard let title = ShortText(title) else { throw MeetingsRefusal.badText }
                let put = ItemPut(
                    item: "", position: index + 1, kind: .discussion, title: title, presenter: nil)
                _ = try ChangeMeeting(meeting: meeting, change: .put(put)).decide(&deciding)
            }
            let seats = try deciding.forum(held.forum).seats(on: day)
            let lines = seats.enumerated().map { index, seat in
                TakeRegister.Line(
                    seat: seat.id, presence: away.contains(index) ? .apologies : .present, deputy: nil)
            }
            return try TakeRegister(meeting: meeting, on: day, members: lines, others: []).decide(&deciding)
        }

        /// Records decisions, challenges and actions.
        package func record(_ deciding: inout Deciding) throws -> String {
            let asked = challenges.compactMap { challenge in
                ShortText(challenge.by).map { by in
                    ChallengeMade(
                        challenge: "", item: nil, concern: nil, by: by, text: challenge.text,
                        answer: challenge.answer, decision: nil, escalatedTo: nil)
                }
            }
            return try RecordSitting(
                meeting: meeting,
                decisions: decisions.map { DecisionTaken(decision: "", item: nil, text: $0, by: nil) },
                challenges: asked,
                actions: actions.map {
                    RecordSitting.Raising(
                        text: $0.text, owner: Owner(account: nil, name: $0.owner), due: $0.due, item: nil)
                }
            ).decide(&deciding)
        }
    }

    /// Writes the minutes of a meeting.
    package static func minutes(
        _ meeting: String, _ text: String, _ deciding: inout Deciding
    ) throws -> String {
        try ChangeRecord(meeting: meeting, change: .minutes(text)).decide(&deciding)
    }

    /// Records that a later meeting agreed the minutes of an earlier one.
    package static func agree(
        _ meeting: String, at later: String, _ deciding: inout Deciding
    ) throws -> String {
        try ChangeRecord(meeting: meeting, change: .agree(at: later)).decide(&deciding)
    }

    /// Writes a post for the chair; gives its id.
    package static func draft(
        _ title: String, _ text: String, signed: String, for forum: String, about meeting: String,
        _ deciding: inout Deciding
    ) throws -> String {
        guard let title = ShortText(title), let signed = ShortText(signed) else {
            throw MeetingsRefusal.badText
        }
        let draft = PostDrafted(forum: forum, meeting: meeting, title: title, text: text, signed: signed)
        return try ChangePost(post: nil, change: .draft(draft)).decide(&deciding)
    }

    /// Publishes a post.
    package static func publish(_ post: String, _ deciding: inout Deciding) throws -> String {
        try ChangePost(post: post, change: .publish).decide(&deciding)
    }
}
