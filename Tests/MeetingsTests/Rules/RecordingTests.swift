import Access
import CivilTime
import Ledger
import Markup
import Pages
import People
import Testing

@testable import Meetings

@Suite struct `What a meeting did` {
    @Test func `is judged by the terms and members of its day`() async throws {
        let board = try await Board()
        try await board.register([.present, .deputy, .present, .apologies, .absent])
        let meeting = try await board.lab.meeting(board.may)
        #expect(meeting.quoracy == Quoracy(counted: 3, atLeast: 3, missing: []))
        #expect(meeting.stage == .held)
        let forum = board.forum
        let later = TermsAgreed(
            from: day("2024-05-01"), text: "t", everyWeeks: nil, quorum: Quorum(atLeast: 5, oneOfEach: []))
        _ = try await board.lab.commit { try ChangeForum(forum: forum, change: .terms(later)).decide(&$0) }
        // What it was judged by stands until the register is taken again.
        #expect(try await board.lab.meeting(board.may).quoracy?.isQuorate == true)
        try await board.register([.present, .deputy, .present, .apologies, .absent])
        #expect(try await board.lab.meeting(board.may).quoracy?.isQuorate == false)
    }

    @Test func `takes as attending, and does not count, who is no member`() async throws {
        let board = try await Board()
        try await board.register(
            [.present, .apologies, .present, .absent, .absent], others: ["An observer", "A second one"])
        let meeting = try await board.lab.meeting(board.may)
        #expect(meeting.register?.data.attending.count == 7)
        #expect(meeting.quoracy == Quoracy(counted: 2, atLeast: 3, missing: [.icb]))
        #expect(try await board.lab.facts("meetings.attended").count == 5)
    }

    @Test func `does not count a member whose seat ended before the day`() async throws {
        let board = try await Board()
        let (forum, seat) = (board.forum, board.seats[1])
        _ = try await board.lab.commit {
            try ChangeForum(forum: forum, change: .leave(seat: seat, to: day("2024-05-13"))).decide(&$0)
        }
        try await board.register([.present, .present, .present, .present, .absent])
        let meeting = try await board.lab.meeting(board.may)
        #expect(meeting.register?.data.attending[1].seat == nil)
        #expect(meeting.quoracy == Quoracy(counted: 3, atLeast: 3, missing: [.icb]))
    }

    @Test func `can be put right to another day, earlier or later`() async throws {
        let board = try await Board()
        try await board.register([.present, .present, .present, .absent, .absent], on: "2024-05-16")
        #expect(try await board.lab.meeting(board.may).day == day("2024-05-16"))
        try await board.register([.present, .absent, .absent, .absent, .absent], on: "2024-05-15")
        let meeting = try await board.lab.meeting(board.may)
        #expect(meeting.day == day("2024-05-15"))
        #expect(meeting.quoracy?.counted == 1)
        #expect(meeting.problems.isEmpty)
        #expect(try await board.lab.facts("meetings.held") == ["2024-05-15 2024-05-15 1.0"])
    }

    @Test func `lets be counted who was expected and who came, and whether it had its quorum`() async throws {
        let board = try await Board()
        try await board.register([.present, .absent, .deputy, .apologies, .absent])
        #expect(try await board.lab.facts("meetings.quorum") == ["2024-05-14 2024-05-14 0.0"])
        #expect(
            try await board.lab.facts("meetings.attended").map { String($0.suffix(3)) }
                == ["0.0", "1.0", "0.0", "1.0", "0.0"])
        #expect(try await board.lab.facts("meetings.expected").count == 5)
    }

    @Test func `carries an action to every later meeting of the forum until it is closed`() async throws {
        let board = try await Board()
        let action = try await board.action()
        let july = try await board.lab.plan(board.forum, "2024-07-09")
        let carried: @Sendable (String) async throws -> [String] = { meeting in
            try await board.lab.ledger.read { try MeetingModel(meeting, $0).carried.map(\.id) }
        }
        #expect(try await carried(board.june) == [action])
        #expect(try await carried(july) == [action])
        #expect(try await carried(board.may) == [])
        let elsewhere = try await board.lab.plan(board.above, "2024-06-12")
        #expect(try await carried(elsewhere) == [])
        _ = try await board.lab.commit {
            try ChangeAction(
                action: action, change: .close(ActionClosed(closing: .done, how: "h"), on: day("2024-06-25"))
            ).decide(&$0)
        }
        #expect(try await carried(board.june) == [action])
        #expect(try await carried(july) == [])
        #expect(try await board.lab.facts("meetings.action") == ["2024-05-14 2024-06-25 1.0"])
        #expect(try await board.lab.facts("meetings.action-late") == ["2024-06-21 2024-06-25 1.0"])
    }

    @Test func `opens an action again with a reason, and the closing no longer counts`() async throws {
        let board = try await Board()
        let action = try await board.action()
        _ = try await board.lab.commit {
            try ChangeAction(
                action: action, change: .close(ActionClosed(closing: .done, how: "h"), on: day("2024-06-25"))
            ).decide(&$0)
        }
        _ = try await board.lab.commit {
            try ChangeAction(action: action, change: .reopen(reason: "Not done after all")).decide(&$0)
        }
        #expect(try await board.lab.facts("meetings.action") == ["2024-05-14 open 1.0"])
    }

    @Test func `keeps agreed minutes as they were agreed when they are written anew`() async throws {
        let board = try await Board()
        let (may, june) = (board.may, board.june)
        for change in [
            ChangeRecord.Change.minutes("First"), .agree(at: june), .minutes("Second"),
        ] {
            _ = try await board.lab.commit { try ChangeRecord(meeting: may, change: change).decide(&$0) }
        }
        let meeting = try await board.lab.meeting(may)
        #expect(meeting.agreed?.text == "First")
        #expect(meeting.agreed?.on == day("2024-06-11"))
        #expect(meeting.isRewritten)
    }
}

@Suite struct `What other modules ask of meetings` {
    @Test func `records a report as received inside their own command`() async throws {
        let board = try await Board()
        let receiving = Receiving(
            meeting: board.may, what: "Report for April 2024", link: Link(path: ["plans", "pap"]))
        try await board.lab.commit { deciding -> Bool in
            try receiving.decide(&deciding)
            return true
        }
        let received = try await board.lab.meeting(board.may).received
        #expect(received.map(\.data.what.text) == ["Report for April 2024"])
        #expect(received.first?.data.page?.text == "/plans/pap")
        #expect(received.first?.day == day("2024-05-14"))
    }

    @Test func `refuses to receive what is not there, at a meeting to come, or without words`() async throws {
        let board = try await Board()
        let july = try await board.lab.plan(board.forum, "2024-07-09")
        for (receiving, expected) in [
            (Receiving(meeting: "none", what: "a"), MeetingsRefusal.unknownMeeting),
            (Receiving(meeting: july, what: "a"), .notYet(day("2024-07-09"))),
            (Receiving(meeting: board.may, what: " "), .badText),
            (Receiving(meeting: board.may, what: String(repeating: "a", count: 10_000)), .badText),
        ] {
            await #expect(throws: expected) {
                try await board.lab.commit { deciding -> Bool in
                    try receiving.decide(&deciding)
                    return true
                }
            }
        }
    }

    @Test func `finds the meetings of a forum from a day on, and the forum of a plan's body`() async throws {
        let board = try await Board()
        let forum = board.forum
        let (coming, all, found, none) = try await board.lab.ledger.read { snapshot in
            (
                try Meetings.meetings(of: forum, onOrAfter: day("2024-06-11"), snapshot.reader),
                try Meetings.meetings(of: forum, onOrAfter: .earliest, snapshot.reader),
                try Meetings.forum(representing: "sib", of: "arden", snapshot.reader),
                try Meetings.forum(representing: "none", of: "arden", snapshot.reader)
            )
        }
        #expect(coming.map(\.id) == [board.june])
        #expect(all.map(\.id) == [board.may, board.june])
        #expect(found?.id == board.forum)
        #expect(found?.name == "SEND improvement board")
        #expect(none == nil)
    }
}
