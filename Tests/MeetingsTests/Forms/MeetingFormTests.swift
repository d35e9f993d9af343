import Access
import CivilTime
import Ledger
import Markup
import Pages
import People
import Testing

@testable import Meetings

@Suite struct `The forms of a meeting` {
    private let planned =
        ["time": "2pm", "place": "Shire Hall", "online": "no"] + fields("day", "2024-07-09")

    @Test func `plan it, move it with a reason, and cancel it`() async throws {
        let board = try await Board()
        let path = "/meetings/forums/of/\(board.forum)/plan"
        let meeting = try await board.lab.post(path, planned, by: board.lead).id
        #expect(try await board.lab.meeting(meeting).schedule?.minute == 840)
        let moved = planned + fields("day", "2024-07-16") + ["reason": "Purdah", "shown": "1"]
        #expect(
            try await board.lab.post("/meetings/of/\(meeting)/move", moved, by: board.lead).status == 303)
        let seen = try await board.lab.get("/meetings/of/\(meeting)", by: board.scrutiny)
        #expect(seen.has("Tuesday 16 July 2024") && seen.has("Purdah"))
        let gone = ["reason": "Too few could come", "shown": "2"]
        #expect(
            try await board.lab.post("/meetings/of/\(meeting)/cancel", gone, by: board.lead).status == 303)
        #expect(try await board.lab.meeting(meeting).stage == .cancelled)
        #expect(
            try await board.lab.get("/forums/\(board.forum)/meetings/\(meeting)").has("Too few could come"))
    }

    @Test func `ask for a day, a time and a place that can be`() async throws {
        let board = try await Board()
        let wrong = [
            "time": "noonish", "online": "no", "day-day": "31", "day-month": "2", "day-year": "2024",
        ]
        let seen = try await board.lab.post(
            "/meetings/forums/of/\(board.forum)/plan", wrong, by: board.team)
        #expect(seen.status == 422)
        #expect(seen.problems.contains("Enter a time, like 9:30 or 2pm"))
        #expect(seen.problems.contains { $0.contains("real date") })
        #expect(seen.has("value=\"noonish\""))
        let nowhere = try await board.lab.post(
            "/meetings/forums/of/\(board.forum)/plan", planned + ["place": ""], by: board.team)
        #expect(
            nowhere.problems == ["Enter the place, or choose that people can take part online"])
    }

    @Test func `put items on the agenda, change them, and take them off`() async throws {
        let board = try await Board()
        let path = "/meetings/of/\(board.june)/agenda"
        let item = ["title": "Waiting times", "kind": "discussion", "position": "1", "presenter": "ICB"]
        let more = try await board.lab.post(path, item + ["button": "again"], by: board.team)
        #expect(more.location == path)
        #expect(try await board.lab.get(path, by: board.team).has("value=\"2\""))
        let id = try #require(try await board.lab.meeting(board.june).items.first?.data.item)
        let version = try await board.lab.get("\(path)/\(id)", by: board.team).hidden("shown") ?? ""
        let changed = item + ["title": "Waits", "keeping": "keep", "shown": version]
        #expect(try await board.lab.post("\(path)/\(id)", changed, by: board.team).status == 303)
        let stale = try await board.lab.post(
            "\(path)/\(id)", item + ["title": "Delays", "keeping": "keep", "shown": version], by: board.lead)
        #expect(stale.status == 422)
        #expect(stale.has("Asha Merriden, programme team") && stale.has("Waits") && stale.has("Delays"))
        let off = item + ["keeping": "remove", "shown": stale.hidden("shown") ?? ""]
        #expect(try await board.lab.post("\(path)/\(id)", off, by: board.lead).status == 303)
        #expect(try await board.lab.meeting(board.june).items.isEmpty)
    }

    @Test func `record who is invited`() async throws {
        let board = try await Board()
        let path = "/meetings/of/\(board.june)/invitations"
        #expect(try await board.lab.get(path, by: board.team).has("checked"))
        let seen = try await board.lab.post(
            path, ["guests": "Head of inspection\n\n  A second   guest "],
            many: [("members", board.seats[0]), ("members", board.seats[2])], by: board.team)
        #expect(seen.status == 303)
        let invited = try await board.lab.meeting(board.june).invited
        #expect(invited?.seats == [board.seats[0], board.seats[2]])
        #expect(invited?.guests.map(\.text) == ["Head of inspection", "A second guest"])
    }

    @Test func `take the register, with who is no member, and say whether it was quorate`() async throws {
        let board = try await Board()
        let path = "/meetings/of/\(board.may)/register"
        #expect(try await board.lab.get(path, by: board.team).has("At least 3 members"))
        let answers =
            board.registerFields([.present, .deputy, .present, .apologies, .absent])
            + ["member-2-deputy": "Deputy chief nurse", "others": "An observer"]
        #expect(try await board.lab.post(path, answers, by: board.team).status == 303)
        let seen = try await board.lab.get("/meetings/of/\(board.may)", by: board.member)
        #expect(seen.has("Quorate") && seen.has("3 members were counted, at least 3 are needed."))
        #expect(seen.has("An observer (no member, not counted)") && seen.has("(Deputy chief nurse came)"))
    }

    @Test func `refuse a register of a day to come, and name who was left out`() async throws {
        let board = try await Board()
        let july = try await board.lab.plan(board.forum, "2024-07-09")
        let path = "/meetings/of/\(july)/register"
        let all: [Presence] = [.present, .present, .present, .present, .present]
        let ahead = try await board.lab.post(
            path, board.registerFields(all, on: "2024-07-09"), by: board.team)
        #expect(ahead.status == 422)
        #expect(
            ahead.problems == ["9 July 2024 has not come yet. Give the day on which it happened"])
        let short = try await board.lab.post(
            path, board.registerFields([.present, .present, .present, .present]), by: board.team)
        #expect(short.problems == ["Choose how College principal stands on the register"])
        #expect(short.has("<option value=\"present\" selected >") || short.has("selected"))
    }

    @Test func `show the second of two registers what the first says`() async throws {
        let board = try await Board()
        let path = "/meetings/of/\(board.may)/register"
        let version = try await board.lab.get(path, by: board.team).hidden("shown") ?? ""
        let first = board.registerFields([.present, .present, .present, .absent, .absent])
        #expect(
            try await board.lab.post(path, first + ["shown": version], by: board.lead).status == 303)
        let second = board.registerFields([.absent, .present, .present, .absent, .absent])
        let seen = try await board.lab.post(path, second + ["shown": version], by: board.team)
        #expect(seen.status == 422)
        #expect(seen.has("Colm Ferrand, group lead"))
        #expect(try await board.lab.meeting(board.may).quoracy?.counted == 3)
    }
}
