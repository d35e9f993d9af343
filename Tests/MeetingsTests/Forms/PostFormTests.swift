import Access
import CivilTime
import Ledger
import Markup
import Pages
import People
import Testing

@testable import Meetings

@Suite struct `The chair's posts` {
    private func draft(_ board: Board) -> [String: String] {
        [
            "forum": board.forum, "meeting": board.may, "title": "What we heard in May",
            "text": "Families told us.\n\nWe listened.", "signed": "Ruth Carrow, chair",
        ]
    }

    @Test func `are seen by nobody outside before they are published`() async throws {
        let board = try await Board()
        let written = try await board.lab.post("/meetings/posts/new", draft(board), by: board.member)
        #expect(written.status == 303)
        let id = written.id
        #expect(try await board.lab.get("/posts/\(id)").status == 404)
        #expect(try await board.lab.get("/posts").has("What we heard") == false)
        let unsure = try await board.lab.post("/meetings/posts/of/\(id)/publication", [:], by: board.member)
        #expect(unsure.status == 422)
        let path = "/meetings/posts/of/\(id)/publication"
        #expect(
            try await board.lab.post(path, ["confirm": "yes", "shown": "1"], by: board.member).status == 303)
        let seen = try await board.lab.get("/posts/\(id)")
        #expect(seen.has("Families told us.") && seen.has("about the meeting of 14 May 2024"))
        #expect(try await board.lab.get("/posts").has("What we heard in May"))
        #expect(try await board.lab.get("/forums/\(board.forum)").has("What we heard in May"))
    }

    @Test func `show why they were corrected, and why withdrawn`() async throws {
        let board = try await Board()
        let id = try await board.lab.post("/meetings/posts/new", draft(board), by: board.team).id
        let path = "/meetings/posts/of/\(id)"
        _ = try await board.lab.post(
            "\(path)/publication", ["confirm": "yes", "shown": "1"], by: board.team)
        let corrected = [
            "title": "What we heard in May", "text": "Forty families told us.",
            "reason": "The number was missing",
            "shown": "2",
        ]
        #expect(try await board.lab.post("\(path)/correction", corrected, by: board.team).status == 303)
        let seen = try await board.lab.get("/posts/\(id)")
        #expect(seen.has("Forty families") && seen.has("The number was missing"))
        let stale = try await board.lab.post(
            "\(path)/withdrawal", ["reason": "r", "shown": "2"], by: board.member)
        #expect(stale.status == 422)
        #expect(stale.has("Asha Merriden, programme team"))
        let gone = ["reason": "It named a school", "shown": stale.hidden("shown") ?? ""]
        #expect(try await board.lab.post("\(path)/withdrawal", gone, by: board.member).status == 303)
        let after = try await board.lab.get("/posts/\(id)")
        #expect(after.has("This post was withdrawn") && after.has("It named a school"))
        #expect(after.has("Forty families") == false)
        let again = try await board.lab.post(
            "\(path)/correction", corrected + ["shown": "4"], by: board.team)
        #expect(again.problems == ["This post is not public. Publish it, or change the draft"])
    }

    @Test func `are about a meeting of their own forum`() async throws {
        let board = try await Board()
        let other = draft(board) + ["forum": board.above]
        let seen = try await board.lab.post("/meetings/posts/new", other, by: board.team)
        #expect(seen.problems == ["That meeting is of another forum. Choose the forum that met"])
        #expect(seen.has("We listened."))
    }
}
