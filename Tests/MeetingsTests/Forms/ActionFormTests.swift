import Access
import CivilTime
import Ledger
import Markup
import Pages
import People
import Testing

@testable import Meetings

@Suite struct `Actions over all forums` {
    @Test func `are listed as mine, late, open and all`() async throws {
        let board = try await Board()
        let owner = Owner(account: board.member.account, name: "Ida Penhale")
        _ = try await board.action("Mine and in time", due: "2024-07-10", owner: owner)
        _ = try await board.action("Of a post, and late", due: "2024-06-20")
        let mine = try await board.lab.get("/meetings/actions", by: board.member)
        #expect(mine.has("1 action is open and yours.") && mine.has("Of a post") == false)
        let late = try await board.lab.get("/meetings/actions", [("show", "late")], by: board.member)
        #expect(late.has("1 action is late.") && late.has("10 days late") && late.has("Mine and") == false)
        let open = try await board.lab.get("/meetings/actions", by: board.lead)
        #expect(open.has("2 actions are open, 1 late."))
        let all = try await board.lab.get("/meetings/actions", [("show", "all")], by: board.team)
        #expect(all.has("2 actions are recorded, 1 late.") && all.has("SEND improvement board"))
    }

    @Test func `are moved with a reason, noted and closed`() async throws {
        let board = try await Board()
        let id = try await board.action()
        let path = "/meetings/actions/\(id)"
        #expect(
            try await board.lab.post("\(path)/progress", ["note": "A draft is out"], by: board.lead).status
                == 303)
        let early = ["reason": "r", "shown": "2"] + fields("due", "2024-05-01")
        #expect(try await board.lab.post("\(path)/due", early, by: board.lead).status == 422)
        let moved = ["reason": "Consultation", "shown": "2"] + fields("due", "2024-07-20")
        #expect(try await board.lab.post("\(path)/due", moved, by: board.lead).status == 303)
        let closed = ["closing": "done", "how": "Published", "shown": "3"] + fields("on", "2024-06-28")
        #expect(try await board.lab.post("\(path)/closing", closed, by: board.lead).status == 303)
        let seen = try await board.lab.get(path, by: board.member)
        #expect(seen.has("Done on Friday 28 June 2024.") && seen.has("Consultation"))
        #expect(seen.has("A draft is out") && seen.has("Close this action") == false)
    }

    @Test func `show the second who closes one what the first wrote`() async throws {
        let board = try await Board()
        let id = try await board.action()
        let path = "/meetings/actions/\(id)/closing"
        let version = try await board.lab.get(path, by: board.team).hidden("shown") ?? ""
        let first = ["closing": "done", "how": "Published on the site"] + fields("on", "2024-06-20")
        #expect(
            try await board.lab.post(path, first + ["shown": version], by: board.lead).status == 303)
        let second = ["closing": "overtaken", "how": "Not needed any more"] + fields("on", "2024-06-21")
        let seen = try await board.lab.post(path, second + ["shown": version], by: board.team)
        #expect(seen.status == 422)
        #expect(seen.has("Not saved yet: Close this action") && seen.has("Colm Ferrand, group lead"))
        #expect(seen.has("Published on the site") && seen.has("Not needed any more"))
        let again = try await board.lab.post(
            path, second + ["shown": seen.hidden("shown") ?? ""], by: board.team)
        #expect(again.problems == ["This was done already. Open the page again"])
        let reopened = try await board.lab.post(
            "/meetings/actions/\(id)/reopening",
            ["reason": "It was not", "shown": seen.hidden("shown") ?? ""], by: board.team)
        #expect(reopened.status == 303)
        #expect(
            try await board.lab.get("/meetings/actions/\(id)", by: board.team).has("Open, and 10 days late"))
    }

    @Test func `say what was wrong and keep it`() async throws {
        let board = try await Board()
        let id = try await board.action()
        let ahead = ["closing": "done", "how": "Almost", "shown": "1"] + fields("on", "2024-07-01")
        let seen = try await board.lab.post("/meetings/actions/\(id)/closing", ahead, by: board.team)
        #expect(seen.problems == ["1 July 2024 has not come yet. Give the day on which it happened"])
        #expect(seen.has("Almost"))
        let empty = try await board.lab.post("/meetings/actions/\(id)/closing", [:], by: board.team)
        #expect(empty.problems == ["Choose how it ended", "Enter how", "Enter day"])
    }
}
