import Access
import CivilTime
import Ledger
import Markup
import Pages
import People
import Testing

@testable import Meetings

private let described: [String: String] = [
    "name": "Task group for EHC plans", "kind": "group", "purpose": "Mends how plans are written.",
    "public": "yes", "began-day": "1", "began-month": "3", "began-year": "2024",
]

private let terms: [String: String] =
    [
        "terms": "Solution-focused.", "weeks": "6", "at-least": "3", "one-of-each": "parentCarerForum",
        "deputies": "yes",
    ] + fields("from", "2024-03-01")

@Suite struct `The forms of a forum` {
    @Test func `record one, its member, its terms and its chair`() async throws {
        let lab = try await Lab()
        let team = try await lab.account("Asha Merriden", .programmeTeam)
        let added = try await lab.post("/meetings/forums/new", described, by: team)
        #expect(added.status == 303)
        let forum = added.id
        let member =
            [
                "person": "Amal Idris", "post": "Chair of the parent carer forum",
                "constituency": "parentCarerForum", "named": "yes", "chairs": "yes",
            ] + fields("from", "2024-03-01")
        #expect(try await lab.post("/meetings/forums/of/\(forum)/members", member, by: team).status == 303)
        let small = terms + ["at-least": "1"]
        #expect(try await lab.post("/meetings/forums/of/\(forum)/terms", small, by: team).status == 303)
        let state = try await lab.forum(forum)
        #expect(state.name == "Task group for EHC plans")
        #expect(state.chair(on: lab.today)?.data.person?.text == "Amal Idris")
        #expect(state.terms(on: lab.today)?.data.everyWeeks == 6)
        #expect(state.problems.isEmpty)
        let page = try await lab.get("/meetings/forums/of/\(forum)", by: team)
        #expect(page.has("Amal Idris") && page.has("At least 1 member, with one of each: Parent carer forum"))
    }

    @Test func `say all that is wrong at once and keep what was typed`() async throws {
        let lab = try await Lab()
        let team = try await lab.account("Asha Merriden", .programmeTeam)
        let wrong = described + ["name": "", "kind": "tribe", "began-month": "13", "plan": "pap"]
        let seen = try await lab.post("/meetings/forums/new", wrong, by: team)
        #expect(seen.status == 422)
        #expect(seen.problems.count == 4)
        #expect(seen.problems.first == "Enter name")
        #expect(seen.has("Mends how plans are written.") && seen.has("value=\"13\""))
        #expect(seen.text.contains("<title>Error: "))
    }

    @Test func `refuse a name of ten thousand letters`() async throws {
        let lab = try await Lab()
        let team = try await lab.account("Asha Merriden", .programmeTeam)
        let long = described + ["name": String(repeating: "a", count: 10_000)]
        let seen = try await lab.post("/meetings/forums/new", long, by: team)
        #expect(seen.status == 422)
        #expect(seen.problems == ["Name must be 200 characters or fewer; 9\u{202F}800 are too many"])
    }

    @Test func `refuse a quorum larger than the members, in words`() async throws {
        let board = try await Board()
        let large = terms + ["at-least": "6"]
        let path = "/meetings/forums/of/\(board.forum)/terms"
        let shown = try await board.lab.get(path, by: board.team)
        let seen = try await board.lab.post(
            path, large + ["shown": shown.hidden("shown") ?? ""], by: board.team)
        #expect(seen.status == 422)
        #expect(
            seen.problems == [
                "The quorum asks for 6 members, but there are 5. Ask for fewer, or add members first"
            ])
        #expect(seen.has("Solution-focused."))
    }

    @Test func `show the second of two people what the first changed`() async throws {
        let board = try await Board()
        let path = "/meetings/forums/of/\(board.forum)/description"
        let shown = try await board.lab.get(path, by: board.team)
        let version = shown.hidden("shown") ?? ""
        let first = described + ["name": "Improvement and assurance board", "shown": version]
        #expect(try await board.lab.post(path, first, by: board.lead).status == 303)
        let second = described + ["name": "Assurance board", "shown": version]
        let seen = try await board.lab.post(path, second, by: board.team)
        #expect(seen.status == 422)
        #expect(seen.has("Colm Ferrand, group lead"))
        #expect(seen.has("Improvement and assurance board") && seen.has("Assurance board"))
        let again = second + ["shown": seen.hidden("shown") ?? ""]
        #expect(try await board.lab.post(path, again, by: board.team).status == 303)
        #expect(try await board.lab.forum(board.forum).name == "Assurance board")
    }

    @Test func `do nothing twice when they are sent twice`() async throws {
        let lab = try await Lab()
        let team = try await lab.account("Asha Merriden", .programmeTeam)
        let command = "01234567890123456789abcdef"
        let first = try await lab.post("/meetings/forums/new", described, by: team, command: command)
        let second = try await lab.post("/meetings/forums/new", described, by: team, command: command)
        #expect(first.location == second.location)
        #expect(try await lab.ledger.read { try ForumRow.all($0.reader) }.count == 1)
    }

    @Test func `put a member right, record that one leaves, and an outcome that was achieved`() async throws {
        let board = try await Board()
        let (forum, seat) = (board.forum, board.seats[3])
        let right =
            [
                "post": "Head teacher, secondary", "constituency": "school", "named": "no",
                "reason": "Mistyped",
            ] + fields("from", "2024-01-01")
        let place = "/meetings/forums/of/\(forum)/members/\(seat)"
        let version = try await board.lab.get(place, by: board.team).hidden("shown") ?? ""
        #expect(
            try await board.lab.post(place, right + ["shown": version], by: board.team).status == 303)
        #expect(
            try await board.lab.post("\(place)/leaving", fields("to", "2024-06-01"), by: board.team).status
                == 303)
        let held = try await board.lab.forum(forum).seats.first { $0.id == seat }
        #expect(held?.data.post?.text == "Head teacher, secondary")
        #expect(held?.to == day("2024-06-01"))
        let outcomes = "/meetings/forums/of/\(forum)/outcomes"
        #expect(
            try await board.lab.post(outcomes, ["outcome": "Plans in 20 weeks"], by: board.team).status == 303
        )
        let outcome = try #require(try await board.lab.forum(forum).outcomes.first?.data.outcome)
        let judged = ["achieved": "no", "how": "Half of them"] + fields("on", "2024-06-20")
        #expect(
            try await board.lab.post("\(outcomes)/\(outcome)", judged, by: board.team).status == 303)
        #expect(try await board.lab.forum(forum).outcomes.first?.judged?.data.isAchieved == false)
    }

    @Test func `record what is due to whom, and list it by day`() async throws {
        let board = try await Board()
        let report =
            ["report": "Assurance report", "to-forum": board.above, "months": "3"]
            + fields("due-1", "2024-09-10") + fields("due-2", "2024-07-09")
        let path = "/meetings/forums/of/\(board.forum)/reports"
        #expect(try await board.lab.post(path, report, by: board.team).status == 303)
        let list = try await board.lab.get("/meetings/reports", by: board.scrutiny)
        #expect(list.has("Next: Assurance report, due on Tuesday 9 July 2024."))
        let nobody = try await board.lab.post(path, report + ["to-forum": ""], by: board.team)
        #expect(nobody.problems == ["Choose to whom it is due"])
        let id = try #require(try await board.lab.forum(board.forum).reports.first?.data.reporting)
        #expect(
            try await board.lab.post("\(path)/\(id)", fields("to", "2024-08-01"), by: board.team).status
                == 303)
        let rows = try await board.lab.ledger.read { try ReportRow.all($0.reader) }
        #expect(rows.map(\.day) == [day("2024-07-09")])
    }

    @Test func `record that a forum ends and what takes over`() async throws {
        let board = try await Board()
        let path = "/meetings/forums/of/\(board.forum)/end"
        let early = try await board.lab.post(path, fields("to", "2023-01-01"), by: board.team)
        #expect(early.status == 422)
        let ended = fields("to", "2024-06-29") + ["successor": board.above]
        #expect(try await board.lab.post(path, ended, by: board.team).status == 303)
        let seen = try await board.lab.get("/forums/\(board.forum)")
        #expect(seen.has("It ended on 29 June 2024."))
        #expect(try await board.lab.get("/forums").has(board.forum) == false)
    }
}
