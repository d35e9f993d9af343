import Access
import CivilTime
import Ledger
import Markup
import Pages
import People
import Testing

@testable import Meetings

/// Runs what is expected to be refused and gives the refusal.
private func refusal(
    _ lab: Lab, _ decide: @escaping @Sendable (inout Deciding) throws -> String
) async -> MeetingsRefusal? {
    do {
        try await lab.commit(decide)
        return nil
    } catch {
        return error as? MeetingsRefusal
    }
}

@Suite struct `What cannot be` {
    @Test func `a register of a meeting that has not come`() async throws {
        let board = try await Board()
        let later = try await board.lab.plan(board.forum, "2024-07-09")
        let seats = board.seats
        let refused = await refusal(board.lab) {
            try TakeRegister(
                meeting: later, on: day("2024-07-09"),
                members: [.init(seat: seats[0], presence: .present, deputy: nil)], others: []
            ).decide(&$0)
        }
        #expect(refused == .notYet(day("2024-07-09")))
    }

    @Test func `decisions and minutes of a meeting that has not come`() async throws {
        let board = try await Board()
        let later = try await board.lab.plan(board.forum, "2024-07-09")
        let decided = DecisionTaken(decision: "", item: nil, text: "Agreed", by: nil)
        let sitting = await refusal(board.lab) {
            try RecordSitting(meeting: later, decisions: [decided], challenges: [], actions: [])
                .decide(&$0)
        }
        #expect(sitting == .notYet(day("2024-07-09")))
        let minutes = await refusal(board.lab) {
            try ChangeRecord(meeting: later, change: .minutes("All agreed")).decide(&$0)
        }
        #expect(minutes == .notYet(day("2024-07-09")))
    }

    @Test func `a quorum larger than the members`() async throws {
        let board = try await Board()
        let forum = board.forum
        let terms = TermsAgreed(
            from: day("2024-05-01"), text: "t", everyWeeks: nil, quorum: Quorum(atLeast: 6, oneOfEach: []))
        let refused = await refusal(board.lab) {
            try ChangeForum(forum: forum, change: .terms(terms)).decide(&$0)
        }
        #expect(refused == .quorumTooLarge(asked: 6, members: 5))
        #expect(refused?.forPerson.contains("6 members, but there are 5") == true)
    }

    @Test func `an action due before its meeting, at once or by moving it`() async throws {
        let board = try await Board()
        let may = board.may
        let raising = RecordSitting.Raising(
            text: "a", owner: Owner(account: nil, name: "b"), due: day("2024-05-13"), item: nil)
        let refused = await refusal(board.lab) {
            try RecordSitting(meeting: may, decisions: [], challenges: [], actions: [raising]).decide(&$0)
        }
        #expect(refused == .dueBeforeMeeting(due: day("2024-05-13"), meeting: day("2024-05-14")))
        let action = try await board.action()
        let moved = await refusal(board.lab) {
            try ChangeAction(action: action, change: .due(day("2024-05-01"), reason: "r")).decide(&$0)
        }
        #expect(moved == .dueBeforeMeeting(due: day("2024-05-01"), meeting: day("2024-05-14")))
    }

    @Test func `minutes agreed at an earlier meeting, at the same, or by another forum`() async throws {
        let board = try await Board()
        let (may, june) = (board.may, board.june)
        _ = try await board.lab.commit {
            try ChangeRecord(meeting: june, change: .minutes("June")).decide(&$0)
        }
        let earlier = await refusal(board.lab) {
            try ChangeRecord(meeting: june, change: .agree(at: may)).decide(&$0)
        }
        #expect(earlier == .agreedBefore(meeting: day("2024-06-11"), at: day("2024-05-14")))
        let same = await refusal(board.lab) {
            try ChangeRecord(meeting: june, change: .agree(at: june)).decide(&$0)
        }
        #expect(same == .agreedBefore(meeting: day("2024-06-11"), at: day("2024-06-11")))
        let elsewhere = try await board.lab.plan(board.above, "2024-06-20")
        let other = await refusal(board.lab) {
            try ChangeRecord(meeting: june, change: .agree(at: elsewhere)).decide(&$0)
        }
        #expect(other == .agreedElsewhere)
        let none = await refusal(board.lab) {
            try ChangeRecord(meeting: may, change: .agree(at: june)).decide(&$0)
        }
        #expect(none == .noMinutes)
    }

    @Test func `a paper made public by who added it`() async throws {
        let board = try await Board()
        let may = board.may
        _ = try await board.lab.commit {
            try ChangeMeeting(
                meeting: may,
                change: .paper(
                    title: text("Report"), item: nil, nil, SitePath("/plans"), by: "asha")
            ).decide(&$0)
        }
        let paper = sure(try await board.lab.meeting(may).papers.first?.data.paper)
        let own = await refusal(board.lab) {
            try ChangeMeeting(meeting: may, change: .openPaper(paper, by: "asha")).decide(&$0)
        }
        #expect(own == .ownPaper)
        _ = try await board.lab.commit {
            try ChangeMeeting(meeting: may, change: .openPaper(paper, by: "colm")).decide(&$0)
        }
        #expect(try await board.lab.meeting(may).opening(of: paper) != nil)
        let empty = await refusal(board.lab) {
            try ChangeMeeting(
                meeting: may, change: .paper(title: text("Nothing"), item: nil, nil, nil, by: "asha")
            ).decide(&$0)
        }
        #expect(empty == .emptyPaper)
    }

    @Test func `an action closed twice, before it was raised, or on a day to come`() async throws {
        let board = try await Board()
        let action = try await board.action()
        let closed = ActionClosed(closing: .done, how: "h")
        let early = await refusal(board.lab) {
            try ChangeAction(action: action, change: .close(closed, on: day("2024-05-01"))).decide(&$0)
        }
        #expect(early == .endBeforeStart(from: day("2024-05-14"), to: day("2024-05-01")))
        let ahead = await refusal(board.lab) {
            try ChangeAction(action: action, change: .close(closed, on: day("2024-07-01"))).decide(&$0)
        }
        #expect(ahead == .notYet(day("2024-07-01")))
        _ = try await board.lab.commit {
            try ChangeAction(action: action, change: .close(closed, on: day("2024-06-01"))).decide(&$0)
        }
        let twice = await refusal(board.lab) {
            try ChangeAction(action: action, change: .close(closed, on: day("2024-06-02"))).decide(&$0)
        }
        #expect(twice == .alreadyDone)
    }

    @Test func `a seat without name and post, or that ends before it begins`() async throws {
        let board = try await Board()
        let (forum, seat) = (board.forum, board.seats[0])
        var taken = SeatTaken(
            seat: "", person: nil, post: nil, constituency: .council, deputy: nil, mayBeNamed: false,
            from: day("2024-03-01"), to: nil)
        let nobody = await refusal(board.lab) { [taken] in
            try ChangeForum(forum: forum, change: .join(taken, chairs: false)).decide(&$0)
        }
        #expect(nobody == .nobody)
        taken.post = text("Officer")
        taken.to = day("2024-02-01")
        let backwards = await refusal(board.lab) { [taken] in
            try ChangeForum(forum: forum, change: .join(taken, chairs: false)).decide(&$0)
        }
        #expect(backwards == .endBeforeStart(from: day("2024-03-01"), to: day("2024-02-01")))
        let left = await refusal(board.lab) {
            try ChangeForum(forum: forum, change: .leave(seat: seat, to: day("2023-12-31"))).decide(&$0)
        }
        #expect(left == .endBeforeStart(from: day("2024-01-01"), to: day("2023-12-31")))
    }

    @Test func `every refusal says what to do, and nothing personal`() {
        let all: [MeetingsRefusal] = [
            .unknownForum, .unknownMeeting, .unknownAction, .unknownPost, .unknownPart, .badText, .nobody,
            .quorumTooLarge(asked: 2, members: 1), .quorumOfNone,
            .endBeforeStart(from: Lab.today, to: Lab.today), .notYet(Lab.today), .twice,
            .dueBeforeMeeting(due: Lab.today, meeting: Lab.today),
            .agreedBefore(meeting: Lab.today, at: Lab.today), .agreedElsewhere, .noMinutes, .ownPaper,
            .emptyPaper, .alreadyDone, .notPublished, .meetingElsewhere, .itself,
        ]
        #expect(Set(all.map(\.forPerson)).count == all.count)
        #expect(Set(all.map(\.forOperator)).count == all.count)
        #expect(all.allSatisfy { !$0.forOperator.contains("2024") && $0.forPerson.hasSuffix(".") })
    }
}
