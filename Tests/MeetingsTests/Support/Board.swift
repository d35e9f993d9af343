import Access
import CivilTime
import Ledger
import Markup
import Pages
import People
import Testing

@testable import Meetings

/// An improvement board with five members, terms, and two meetings: of 14 May (held) and 11 June 2024.
struct Board: Sendable {
    let lab: Lab
    let forum: String
    /// The group that it takes challenges to.
    let above: String
    /// The seats: council, integrated care board, parent carer forum, school, college.
    let seats: [String]
    let may: String
    let june: String
    let team: Visitor
    let lead: Visitor
    let member: Visitor
    let scrutiny: Visitor

    static let quorum = Quorum(atLeast: 3, oneOfEach: [.parentCarerForum, .icb])

    init() async throws {
        let lab = try await Lab()
        self.lab = lab
        team = try await lab.account("Asha Merriden", .programmeTeam)
        lead = try await lab.account("Colm Ferrand", .groupLead)
        member = try await lab.account("Ida Penhale", .boardMember)
        scrutiny = try await lab.account("Noel Quarrie", .scrutiny)
        above = try await lab.forum("Strategic partnership", .board, isPublic: false)
        forum = try await lab.forum("SEND improvement board", .board)
        let forum = forum
        let members: [(String?, String, Constituency, Bool)] = [
            ("Ruth Carrow", "Director of children's services", .council, true),
            ("Tomas Wilde", "Chief nurse", .icb, false),
            ("Amal Idris", "Chair of the parent carer forum", .parentCarerForum, true),
            (nil, "Head teacher, primary", .school, false),
            (nil, "College principal", .college, false),
        ]
        for (index, member) in members.enumerated() {
            let taken = SeatTaken(
                seat: "", person: member.0.flatMap { ShortText($0) }, post: text(member.1),
                constituency: member.2, deputy: index == 1 ? text("Deputy chief nurse") : nil,
                mayBeNamed: member.3, from: day("2024-01-01"), to: nil)
            _ = try await lab.commit {
                try ChangeForum(forum: forum, change: .join(taken, chairs: index == 0)).decide(&$0)
            }
        }
        let terms = TermsAgreed(
            from: day("2024-02-01"), text: "The board holds the plan to account.\n\nIt meets in public.",
            everyWeeks: 4, quorum: Self.quorum)
        _ = try await lab.commit { try ChangeForum(forum: forum, change: .terms(terms)).decide(&$0) }
        seats = try await lab.forum(forum).seats.map(\.id)
        may = try await lab.plan(forum, "2024-05-14")
        june = try await lab.plan(forum, "2024-06-11")
    }

    /// Takes a register: how each member stands, in the order of the seats.
    func register(
        _ presences: [Presence], others: [String] = [], on iso: String = "2024-05-14"
    ) async throws {
        let lines = zip(seats, presences).map { seat, presence in
            TakeRegister.Line(
                seat: seat, presence: presence, deputy: presence == .deputy ? "A deputy" : nil)
        }
        let meeting = may
        _ = try await lab.commit {
            try TakeRegister(meeting: meeting, on: day(iso), members: lines, others: others).decide(&$0)
        }
    }

    /// A register as its form sends it.
    func registerFields(_ presences: [Presence], on iso: String = "2024-05-14") -> [String: String] {
        presences.enumerated().reduce(into: fields("on", iso)) { fields, line in
            fields["member-\(line.offset + 1)"] = line.element.rawValue
        }
    }

    /// Raises an action at the meeting of May and gives its id.
    func action(
        _ words: String = "Publish the protocol", due: String = "2024-06-20", owner: Owner? = nil
    ) async throws -> String {
        let raising = RecordSitting.Raising(
            text: words, owner: owner ?? Owner(account: nil, name: "Head of SEND"), due: day(due), item: nil)
        let meeting = may
        _ = try await lab.commit {
            try RecordSitting(meeting: meeting, decisions: [], challenges: [], actions: [raising])
                .decide(&$0)
        }
        let ids = try await lab.ledger.read { snapshot in
            try ActionRow.raised(at: meeting, snapshot.reader).filter { $0.text == words }.map(\.id)
        }
        return sure(ids.first)
    }
}

extension Lab {
    func forum(_ name: String, _ kind: ForumKind, isPublic: Bool = true) async throws -> String {
        let described = ForumDescribed(
            name: text(name), kind: kind, purpose: "Leads improvement of SEND in the area.",
            isPublic: isPublic, began: day("2024-01-01"),
            represents: isPublic ? PlanBody(plan: "arden", body: "sib") : nil)
        return try await commit { try DescribeForum(forum: nil, described: described).decide(&$0) }
    }

    func plan(_ forum: String, _ iso: String, at minute: Int? = 600) async throws -> String {
        let schedule = Schedule(day: day(iso), minute: minute, place: text("Shire Hall"), isOnline: true)
        return try await commit { try PlanMeeting(forum: forum, schedule: schedule).decide(&$0) }
    }
}
