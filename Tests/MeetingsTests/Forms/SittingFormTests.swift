import Access
import CivilTime
import Ledger
import Markup
import Pages
import People
import Testing

@testable import Meetings

@Suite struct `Recording one sitting` {
    private let whole: [String: String] =
        [
            "decision-1": "Publish the waiting times every month", "decision-1-by": "The chair",
            "challenge-1": "Why do assessments wait a year?", "challenge-1-by": "Parent carer forum",
            "challenge-1-concern": "Waits have grown since March",
            "challenge-1-answer": "Two posts are empty",
            "action-1": "Bring the plan for the two posts", "action-1-post": "Chief nurse",
        ] + fields("action-1-due", "2024-06-10")

    @Test func `keeps decisions, challenges and actions together`() async throws {
        let board = try await Board()
        let path = "/meetings/of/\(board.may)/record"
        let escalated = whole + ["challenge-1-to": board.above]
        let saved = try await board.lab.post(path, escalated, by: board.team)
        #expect(saved.status == 303)
        let meeting = try await board.lab.meeting(board.may)
        #expect(meeting.decisions.map(\.data.text) == ["Publish the waiting times every month"])
        #expect(meeting.challenges.first?.data.escalatedTo?.name == "Strategic partnership")
        #expect(try await board.lab.actions(of: board.may).count == 1)
        let log = try await board.lab.get("/meetings/challenges", by: board.scrutiny)
        #expect(log.has("1 of 1 have no outcome yet."))
        #expect(log.has("Why do assessments wait a year?") && log.has("Strategic partnership"))
        #expect(log.has("Record the outcome") == false)
    }

    @Test func `saves and asks again without losing anything`() async throws {
        let board = try await Board()
        let path = "/meetings/of/\(board.may)/record"
        let saved = try await board.lab.post(path, whole + ["button": "again"], by: board.team)
        #expect(saved.location == path)
        let seen = try await board.lab.get(path, by: board.team)
        #expect(seen.has("Recorded so far: 1 decision, 1 challenge and 1 action."))
        #expect(seen.has("Publish the waiting times") == false)
    }

    @Test func `says all that is wrong and keeps every word`() async throws {
        let board = try await Board()
        let wrong =
            whole + fields("action-1-due", "2024-05-13")
            + ["challenge-1-by": "", "action-2": "Something for nobody", "decision-2-by": "The chair"]
        let seen = try await board.lab.post("/meetings/of/\(board.may)/record", wrong, by: board.team)
        #expect(seen.status == 422)
        #expect(
            seen.problems == [
                "Enter the decision", "Enter who asked",
                "An action cannot be due (13 May 2024) before its meeting (14 May 2024). Check the day",
                "Choose an owner, or enter a named post", "Enter the day it is due",
            ])
        for words in ["Publish the waiting times every month", "Two posts are empty", "Something for nobody"]
        {
            #expect(seen.has(words))
        }
        #expect(try await board.lab.meeting(board.may).decisions.isEmpty)
    }

    @Test func `records nothing of an empty form`() async throws {
        let board = try await Board()
        let seen = try await board.lab.post("/meetings/of/\(board.may)/record", [:], by: board.team)
        #expect(seen.problems == ["Enter a decision, a challenge or an action"])
    }

    @Test func `marks decisions of a meeting without a quorum`() async throws {
        let board = try await Board()
        try await board.register([.present, .absent, .absent, .absent, .absent])
        let path = "/meetings/of/\(board.may)/record"
        #expect(try await board.lab.get(path, by: board.team).has("This meeting had no quorum"))
        #expect(try await board.lab.post(path, whole, by: board.team).status == 303)
        let seen = try await board.lab.get("/meetings/of/\(board.may)", by: board.member)
        #expect(seen.has("Made without a quorum"))
    }

    @Test func `lets a decision be corrected or removed, with the reason`() async throws {
        let board = try await Board()
        _ = try await board.lab.post("/meetings/of/\(board.may)/record", whole, by: board.team)
        let id = try #require(try await board.lab.meeting(board.may).decisions.first?.data.decision)
        let path = "/meetings/of/\(board.may)/decisions/\(id)"
        let version = try await board.lab.get(path, by: board.team).hidden("shown") ?? ""
        let right = ["keeping": "keep", "decision": "Publish them", "reason": "Too long", "shown": version]
        #expect(try await board.lab.post(path, right, by: board.team).status == 303)
        #expect(try await board.lab.meeting(board.may).decisions.map(\.data.text) == ["Publish them"])
        let unreasoned = try await board.lab.post(path, ["keeping": "remove"], by: board.team)
        #expect(unreasoned.problems == ["Enter why"])
        let now = try await board.lab.get(path, by: board.team).hidden("shown") ?? ""
        let gone = ["keeping": "remove", "reason": "Not decided", "shown": now]
        #expect(try await board.lab.post(path, gone, by: board.team).status == 303)
        #expect(try await board.lab.meeting(board.may).decisions.isEmpty)
    }

    @Test func `leaves a challenge open in what was known before its outcome`() async throws {
        let board = try await Board()
        let ledger = board.lab.ledger
        let before = try await ledger.read { try $0.head().commit }
        _ = try await board.lab.post("/meetings/of/\(board.may)/record", whole, by: board.team)
        let asked = try await ledger.read { try $0.head().commit }
        let id = try #require(try await board.lab.meeting(board.may).challenges.first?.data.challenge)
        let path = "/meetings/of/\(board.may)/challenges/\(id)"
        let form = try await board.lab.get(path, by: board.team)
        let settled =
            ["outcome": "Two posts are filled", "shown": form.hidden("shown") ?? ""]
            + fields("on", "2024-06-20")
        #expect(try await board.lab.post(path, settled, by: board.team).status == 303)
        let (none, then, now) = try await ledger.read { snapshot in
            (
                try Meetings.openChallenges(snapshot, asKnownAt: before),
                try Meetings.openChallenges(snapshot, asKnownAt: asked),
                try Meetings.openChallenges(snapshot.reader)
            )
        }
        #expect(none.isEmpty && now.isEmpty)
        #expect(then.map(\.text) == ["Why do assessments wait a year?"])
        #expect(then.map(\.by) == ["Parent carer forum"])
    }

    @Test func `follows a challenge to its outcome`() async throws {
        let board = try await Board()
        _ = try await board.lab.post("/meetings/of/\(board.may)/record", whole, by: board.team)
        let id = try #require(try await board.lab.meeting(board.may).challenges.first?.data.challenge)
        let path = "/meetings/of/\(board.may)/challenges/\(id)"
        let correction = try await board.lab.get("\(path)/correction", by: board.team)
        #expect(correction.has("Two posts are empty"))
        let corrected = [
            "challenge": "Why a year?", "challenge-by": "Parent carer forum", "reason": "Shorter",
            "challenge-to-name": "Health scrutiny", "shown": correction.hidden("shown") ?? "",
        ]
        #expect(
            try await board.lab.post("\(path)/correction", corrected, by: board.team).status == 303)
        let version = try await board.lab.get(path, by: board.team).hidden("shown") ?? ""
        let early = ["outcome": "o", "shown": version] + fields("on", "2024-05-01")
        #expect(try await board.lab.post(path, early, by: board.team).status == 422)
        let settled = ["outcome": "Posts filled", "shown": version] + fields("on", "2024-06-20")
        #expect(try await board.lab.post(path, settled, by: board.team).status == 303)
        let log = try await board.lab.get("/meetings/challenges", by: board.scrutiny)
        #expect(log.has("0 of 1 have no outcome yet.") && log.has("Posts filled (20 June 2024)"))
        #expect(log.has("Health scrutiny"))
    }

    @Test func `writes minutes and agrees them at a later meeting only`() async throws {
        let board = try await Board()
        let path = "/meetings/of/\(board.may)"
        let written = ["minutes": "The board asked why.\n\nThe nurse answered."]
        #expect(try await board.lab.post("\(path)/minutes", written, by: board.team).status == 303)
        let seen = try await board.lab.get("\(path)/agreement", by: board.team)
        #expect(seen.has("Tuesday 11 June 2024") && seen.has("Tuesday 14 May 2024") == false)
        let version = seen.hidden("shown") ?? ""
        let same = try await board.lab.post(
            "\(path)/agreement", ["at": board.may, "shown": version], by: board.team)
        #expect(same.problems == ["Choose the later meeting at which they were agreed"])
        let agreed = ["at": board.june, "shown": version]
        #expect(try await board.lab.post("\(path)/agreement", agreed, by: board.team).status == 303)
        #expect(try await board.lab.meeting(board.may).agreed?.on == day("2024-06-11"))
        let june = try await board.lab.post(
            "/meetings/of/\(board.june)/agreement", ["at": board.may], by: board.team)
        #expect(june.status == 422)
    }
}
