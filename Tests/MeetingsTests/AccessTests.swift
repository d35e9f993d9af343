import Access
import CivilTime
import Ledger
import Markup
import Pages
import People
import Testing

@testable import Meetings

@Suite struct `Who sees meetings` {
    @Test func `is who sees them by role, and nobody else learns that they are`() async throws {
        let board = try await Board()
        let parent = try await board.lab.account("Farida Halloway", .parent)
        let paths = [
            "/meetings", "/meetings/challenges", "/meetings/reports", "/meetings/forums/of/\(board.forum)",
            "/meetings/of/\(board.may)",
        ]
        for path in paths {
            for visitor in [board.team, board.lead, board.member, board.scrutiny] {
                #expect(try await board.lab.get(path, by: visitor).status == 200, "\(path)")
            }
            #expect(try await board.lab.get(path, by: parent).status == 404, "\(path)")
            #expect(try await board.lab.get(path).status == 404, "\(path)")
        }
        #expect(try await board.lab.get("/meetings/actions", by: board.member).status == 200)
        #expect(try await board.lab.get("/meetings/actions", by: board.scrutiny).status == 404)
        #expect(try await board.lab.get("/meetings/posts", by: board.lead).status == 404)
    }

    @Test(arguments: [
        "register", "record", "minutes", "agreement", "papers", "agenda", "move", "cancel", "invitations",
    ])
    func `does not make who may record it`(form: String) async throws {
        let board = try await Board()
        let path = "/meetings/of/\(board.may)/\(form)"
        for visitor in [board.member, board.scrutiny] {
            #expect(try await board.lab.get(path, by: visitor).status == 404)
            #expect(try await board.lab.post(path, ["reason": "r"], by: visitor).status == 404)
        }
        for visitor in [board.team, board.lead] {
            #expect(try await board.lab.get(path, by: visitor).status == 200)
        }
    }

    @Test func `sees no way to what they may not do`() async throws {
        let board = try await Board()
        _ = try await board.action()
        let seen = try await board.lab.get("/meetings/of/\(board.may)", by: board.scrutiny)
        #expect(seen.has("Record about this meeting") == false && seen.has("/meetings/actions/") == false)
        let forum = try await board.lab.get("/meetings/forums/of/\(board.forum)", by: board.member)
        #expect(forum.has("Plan a meeting") == false && forum.has("/meetings/actions/"))
    }

    @Test func `is led by the header to what is theirs`() async throws {
        let board = try await Board()
        #expect(Meetings.navigation(for: board.scrutiny).map(\.link.text) == ["/meetings"])
        #expect(Meetings.navigation(for: .nobody).map(\.link.text) == ["/forums"])
        #expect(Meetings.start([.boardMember])?.text == "/meetings")
        #expect(Meetings.start([.parent]) == nil)
    }
}

@Suite struct `What everybody may read of meetings` {
    @Test func `is nothing of a forum that is not public`() async throws {
        let board = try await Board()
        #expect(try await board.lab.get("/forums/\(board.above)").status == 404)
        #expect(try await board.lab.get("/forums").has("Strategic partnership") == false)
        let meeting = try await board.lab.plan(board.above, "2024-06-12")
        #expect(try await board.lab.get("/forums/\(board.above)/meetings/\(meeting)").status == 404)
        #expect(try await board.lab.get("/forums/\(board.forum)/meetings/\(meeting)").status == 404)
    }

    @Test func `names people only where they have agreed`() async throws {
        let board = try await Board()
        let seen = try await board.lab.get("/forums/\(board.forum)")
        #expect(seen.has("Ruth Carrow, Director of children") && seen.has("Amal Idris"))
        #expect(seen.has("Chief nurse") && seen.has("Tomas Wilde") == false)
        #expect(
            seen.has("At least 3 members, with one of each: Parent carer forum and Integrated care board"))
    }

    @Test func `holds minutes only once they are agreed, and never what was recorded beside them`()
        async throws
    {
        let board = try await Board()
        let (may, june) = (board.may, board.june)
        try await board.register([.present, .present, .present, .absent, .absent])
        _ = try await board.action("A secret action")
        let path = "/forums/\(board.forum)/meetings/\(may)"
        _ = try await board.lab.commit {
            try ChangeRecord(meeting: may, change: .minutes("What was said")).decide(&$0)
        }
        let before = try await board.lab.get(path)
        #expect(before.has("What was said") == false && before.has("have not been agreed yet"))
        _ = try await board.lab.commit {
            try ChangeRecord(meeting: may, change: .agree(at: june)).decide(&$0)
        }
        _ = try await board.lab.commit {
            try ChangeRecord(meeting: may, change: .minutes("A later draft")).decide(&$0)
        }
        let after = try await board.lab.get(path)
        #expect(after.has("What was said") && after.has("A later draft") == false)
        #expect(after.has("A secret action") == false && after.has("Tomas Wilde") == false)
    }
}
