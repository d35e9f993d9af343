import Access
import CivilTime
import Ledger
import Markup
import Pages
import People
import Testing

@testable import Meetings

/// A board with a meeting of everything: agenda, papers, register, record, minutes agreed, a post.
private func busyBoard() async throws -> Board {
    let board = try await Board()
    let (lab, may, june) = (board.lab, board.may, board.june)
    for (position, title) in ["Waiting times", "Report of the month"].enumerated() {
        _ = try await lab.post(
            "/meetings/of/\(may)/agenda",
            [
                "title": title, "kind": position == 0 ? "discussion" : "decision",
                "position": "\(position + 1)",
            ],
            by: board.team)
    }
    let item = try await lab.meeting(may).items[0].data.item
    _ = try await lab.post(
        "/meetings/of/\(may)/papers",
        ["title": "The plan", "page": "/plans", "item": item], by: board.team)
    let paper = try await lab.meeting(may).papers[0].data.paper
    _ = try await lab.post(
        "/meetings/of/\(may)/papers/\(paper)/public", ["confirm": "yes", "shown": "4"], by: board.lead)
    try await board.register([.present, .deputy, .present, .apologies, .absent], others: ["An observer"])
    _ = try await lab.post(
        "/meetings/of/\(may)/record",
        [
            "decision-1": "Publish waiting times every month", "decision-1-item": item,
            "challenge-1": "Why do assessments wait a year?", "challenge-1-by": "Parent carer forum",
            "challenge-1-concern": "Waits have grown", "challenge-1-answer": "Two posts are empty",
            "challenge-1-to": board.above, "challenge-1-item": item,
            "action-1": "Bring a plan for the posts", "action-1-post": "Chief nurse",
        ] + fields("action-1-due", "2024-06-10"), by: board.team)
    _ = try await lab.commit {
        try ChangeRecord(
            meeting: may, change: .minutes("The board asked why.\n\nThe nurse answered:\nposts are empty.")
        ).decide(&$0)
    }
    _ = try await lab.commit { try ChangeRecord(meeting: may, change: .agree(at: june)).decide(&$0) }
    return board
}

@Suite struct `Whole pages of meetings` {
    @Test func `of the list, a forum, a meeting and its forms`() async throws {
        let board = try await busyBoard()
        let (lab, team) = (board.lab, board.team)
        try expectGolden("list", try await lab.get("/meetings", by: team))
        try expectGolden("forum", try await lab.get("/meetings/forums/of/\(board.forum)", by: team))
        try expectGolden("meeting", try await lab.get("/meetings/of/\(board.may)", by: team))
        try expectGolden("meeting-later", try await lab.get("/meetings/of/\(board.june)", by: board.scrutiny))
        try expectGolden("register", try await lab.get("/meetings/of/\(board.may)/register", by: team))
        try expectGolden("record", try await lab.get("/meetings/of/\(board.june)/record", by: team))
        try expectGolden("challenges", try await lab.get("/meetings/challenges", by: board.scrutiny))
        let action = try #require(try await lab.actions(of: board.may).first)
        try expectGolden("actions", try await lab.get("/meetings/actions", by: team))
        try expectGolden("action", try await lab.get("/meetings/actions/\(action)", by: team))
    }

    @Test func `that everybody may read`() async throws {
        let board = try await busyBoard()
        let lab = board.lab
        let id = try await lab.post(
            "/meetings/posts/new",
            [
                "forum": board.forum, "meeting": board.may, "title": "What we heard in May",
                "text": "Families told us.\n\nWe listened.", "signed": "Ruth Carrow, chair",
            ], by: board.member
        ).id
        _ = try await lab.post(
            "/meetings/posts/of/\(id)/publication", ["confirm": "yes", "shown": "1"], by: board.member)
        try expectGolden("public-forums", try await lab.get("/forums"))
        try expectGolden("public-forum", try await lab.get("/forums/\(board.forum)"))
        try expectGolden(
            "public-meeting", try await lab.get("/forums/\(board.forum)/meetings/\(board.may)"))
        try expectGolden("public-post", try await lab.get("/posts/\(id)"))
    }

    @Test func `of nothing yet say what to do next`() async throws {
        let lab = try await Lab()
        let team = try await lab.account("Asha Merriden", .programmeTeam)
        try expectGolden("list-none", try await lab.get("/meetings", by: team))
        try expectGolden("public-none", try await lab.get("/forums"))
    }

    @Test func `of a form that is wrong`() async throws {
        let board = try await Board()
        try expectGolden(
            "terms-wrong",
            try await board.lab.post(
                "/meetings/forums/of/\(board.forum)/terms",
                ["terms": "Remit", "at-least": "none", "deputies": "yes"], by: board.team))
    }
}
