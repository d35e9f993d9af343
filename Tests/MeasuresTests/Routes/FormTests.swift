import Access
import CivilTime
import Pages
import Testing

@testable import Measures

private let path = "/indicators/K301/recommend/target"
private let whole = [
    "value": "60", "comparison": "atLeast", "by-month": "3", "by-year": "2026", "group": "Plans group",
    "day-day": "2", "day-month": "9", "day-year": "2024", "reasoning": "The new team can hold it.",
]

@Suite struct `Recommending by a form` {
    @Test func `waits for the board, and nobody else sees it`() async throws {
        let lab = try await Lab()
        let page = try await lab.get(path, by: lab.lead)
        var fields = whole
        let shown = try #require(page.hidden("shown"))
        fields["shown"] = shown
        let command = try #require(page.hidden("command"))
        for _ in 0..<2 {
            let done = try await lab.post(path, fields, by: lab.lead, command: command)
            #expect(done.location == "/indicators/K301")
        }
        #expect(try await lab.state().recommendations.count == 1)
        #expect(try await lab.get("/indicators/K301", by: lab.member).has("at least 60%"))
        let open = try await lab.get("/indicators/K301")
        #expect(!open.has("60%"))
        #expect(open.has("No target has been approved yet."))
    }

    @Test(arguments: [
        (["value": "101"], ["A percentage lies between 0 and 100"]),
        (["value": "many"], ["The value must be a number with no more than 3 decimals, such as 53.7"]),
        (["comparison": ""], ["Choose whether the value is a floor or a ceiling"]),
        (
            ["day-day": "21"],
            ["The day it was recommended must be today or in the past"]
        ),
        (
            ["group": "", "reasoning": ""],
            ["Enter the group that recommends it", "Say why the group recommends it"]
        ),
        (
            ["value": "", "by-month": "13"],
            ["Enter the value", "The month must include a real month, like 3 or March"]
        ),
    ])
    func `says all that is wrong and keeps what was typed`(
        changes: [String: String], problems: [String]
    ) async throws {
        let lab = try await Lab()
        let fields = whole.merging(changes) { $1 }.merging(["shown": try await lab.version()]) { $1 }
        let seen = try await lab.post(path, fields, by: lab.lead)
        #expect(seen.status == 422)
        #expect(seen.problems == problems)
        if changes["reasoning"] == nil { #expect(seen.has("The new team can hold it.")) }
        #expect(try await lab.state().recommendations.isEmpty)
    }

    @Test(arguments: ["K999", "x", "K30"])
    func `is not there for an id that is none`(id: String) async throws {
        let lab = try await Lab()
        #expect(try await lab.get("/indicators/\(id)").status == 404)
        #expect(try await lab.get("/indicators/\(id)/recommend/target", by: lab.lead).status == 404)
        #expect(try await lab.post("/indicators/\(id)/recommend/target", whole, by: lab.lead).status == 404)
    }

    @Test func `shows the second of two people what the first has recommended`() async throws {
        let lab = try await Lab()
        let shown = try await lab.version()
        let fields = whole.merging(["shown": shown]) { $1 }
        #expect(try await lab.post(path, fields, by: lab.lead).status == 303)
        let second = fields.merging(["value": "65"]) { $1 }
        let seen = try await lab.post(path, second, by: lab.analyst)
        #expect(seen.status == 422)
        #expect(seen.has("This was changed while you were typing"))
        #expect(seen.has("Lena Lead, group lead"))
        #expect(seen.has("at least 65%"))
        try expectGolden("recommend-overtaken", seen)
        let now = try #require(seen.hidden("shown"))
        let again = second.merging(["shown": now]) { $1 }
        #expect(try await lab.post(path, again, by: lab.analyst).status == 303)
        #expect(try await lab.state().waiting(on: Lab.today).count == 2)
    }

    @Test(arguments: [
        ("June 2025 60\n2025-12 70", nil as String?), ("Jun 2025 60\n\ndecember 2025 70%", nil),
        ("December 2025 70\nJune 2025 60", "Line 2 must be of a later month than the line before it"),
        ("June 2025 60", "A trajectory needs two steps or more"),
        ("June 2025 60\nsoon 70", "Line 2 must be a month and a value, such as June 2025 60"),
        ("June 2025 60\nJuly 2025 170", "Line 2: A percentage lies between 0 and 100"),
        ("", "Enter the steps, one on each line"),
    ])
    func `reads a trajectory line by line`(steps: String, problem: String?) async throws {
        let lab = try await Lab()
        let fields = whole.merging(["steps": steps, "shown": try await lab.version()]) { $1 }
        let seen = try await lab.post("/indicators/K301/recommend/trajectory", fields, by: lab.lead)
        if let problem {
            #expect(seen.problems == [problem])
        } else {
            #expect(seen.status == 303, "\(seen.problems)")
            #expect(
                try await lab.state().recommendations.map(\.level) == [
                    trajectory([("2025-06", 60), ("2025-12", 70)])
                ])
        }
    }

    @Test func `takes a baseline of a day or a period`() async throws {
        let lab = try await Lab()
        let address = "/indicators/K301/recommend/baseline"
        var fields = whole.merging([
            "first-day": "1", "first-month": "7", "first-year": "2023", "source": "Casework",
            "shown": try await lab.version(),
        ]) { $1 }
        #expect(try await lab.post(address, fields, by: lab.team).status == 303)
        #expect(try await LevelWords.when(lab.state().recommendations[0].level) == "1 July 2023")
        fields.merge(["last-day": "30", "last-month": "6", "last-year": "2023"]) { $1 }
        fields["shown"] = try await lab.version()
        #expect(
            try await lab.post(address, fields, by: lab.team).problems == [
                "The last day must be on or after the first"
            ])
    }
}

@Suite struct `Deciding by a form` {
    private let whole = [
        "outcome": "approved", "board": "Improvement Board", "day-day": "10", "day-month": "9",
        "day-year": "2024", "words": "Agreed.",
    ]

    private func fields(_ lab: Lab, _ changes: [String: String] = [:]) async throws -> [String: String] {
        whole.merging(changes) { $1 }.merging(["shown": try await lab.version()]) { $1 }
    }

    @Test func `puts a target in force and on the public page`() async throws {
        let lab = try await Lab()
        let entry = try await lab.recommend(target(60))
        let page = try await lab.get("/indicators/K301/decide/\(entry)", by: lab.member)
        #expect(page.has("What the board decided"))
        let seen = try await lab.post("/indicators/K301/decide/\(entry)", fields(lab), by: lab.member)
        #expect(seen.status == 303, "\(seen.problems)")
        let open = try await lab.get("/indicators/K301")
        #expect(open.has("To be reached: at least 60% by the end of March 2026."))
        #expect(open.has("Improvement Board, 10 September 2024"))
    }

    @Test func `sends back only with what the board asks for`() async throws {
        let lab = try await Lab()
        let entry = try await lab.recommend(target(60))
        let path = "/indicators/K301/decide/\(entry)"
        let without = try await lab.post(
            path, fields(lab, ["outcome": "sent-back", "words": ""]), by: lab.member)
        #expect(without.problems == ["Say what the board asks for"])
        let with = try await lab.post(
            path, fields(lab, ["outcome": "sent-back", "words": "Aim higher"]), by: lab.member)
        #expect(with.status == 303)
        #expect(try await lab.get("/indicators/K301", by: lab.lead).has("Aim higher"))
        #expect(try await !lab.get("/indicators/K301").has("Aim higher"))
    }

    @Test func `refuses one's own, whatever the role`() async throws {
        let lab = try await Lab()
        let entry = try await lab.recommend(target(60), by: lab.team.account)
        let seen = try await lab.post("/indicators/K301/decide/\(entry)", fields(lab), by: lab.team)
        #expect(
            seen.problems == [
                "You recommended this yourself. Somebody else has to record what the board decided"
            ])
        #expect(seen.has("Agreed."))
    }

    @Test func `tells the second of two that it is approved already`() async throws {
        let lab = try await Lab()
        let entry = try await lab.recommend(target(60))
        let shown = try await fields(lab)
        #expect(try await lab.post("/indicators/K301/decide/\(entry)", shown, by: lab.member).status == 303)
        let overtaken = try await lab.post("/indicators/K301/decide/\(entry)", shown, by: lab.team)
        #expect(overtaken.status == 422)
        #expect(overtaken.has("Mo Member"))
        let seen = try await lab.post("/indicators/K301/decide/\(entry)", fields(lab), by: lab.team)
        #expect(seen.status == 422)
        #expect(
            seen.problems.contains { $0.hasPrefix("The board approved this on 10 September 2024 already") })
        #expect(try await lab.state().decisions.count == 1)
    }

    @Test func `is not there for what nobody recommended`() async throws {
        let lab = try await Lab()
        for entry in ["nowhere", "0"] {
            #expect(try await lab.get("/indicators/K301/decide/\(entry)", by: lab.member).status == 404)
            #expect(
                try await lab.post("/indicators/K301/decide/\(entry)", fields(lab), by: lab.member).status
                    == 404)
        }
    }
}

@Suite struct `Withdrawing, wording anew and retiring by a form` {
    private let on = ["day-day": "15", "day-month": "9", "day-year": "2024", "reason": "Mistaken"]

    @Test func `what waits is withdrawn by who recommends, what is in force by who decides`() async throws {
        let lab = try await Lab()
        let waiting = try await lab.recommend(target(60))
        let held = try await lab.recommend(target(70))
        try await lab.approve(held)
        let path = { (entry: String) in "/indicators/K301/withdraw/\(entry)" }
        #expect(try await lab.get(path(held), by: lab.lead).status == 404)
        #expect(try await lab.get(path(waiting), by: lab.member).status == 404)
        var fields = on.merging(["shown": try await lab.version()]) { $1 }
        #expect(try await lab.post(path(held), fields, by: lab.lead).status == 404)
        #expect(
            try await lab.post(path(waiting), fields.merging(["reason": ""]) { $1 }, by: lab.lead).problems
                == ["Say why it is withdrawn"])
        #expect(try await lab.post(path(waiting), fields, by: lab.lead).status == 303)
        fields["shown"] = try await lab.version()
        #expect(try await lab.post(path(held), fields, by: lab.member).status == 303)
        #expect(try await lab.state().inForce(on: Lab.today).isEmpty)
    }

    @Test func `an indicator is worded anew with a reason`() async throws {
        let lab = try await Lab()
        let page = try await lab.get("/indicators/K301/name", by: lab.analyst)
        #expect(page.has("value=\"New EHC plans issued within 20 weeks, exceptions left out\""))
        let fields = on.merging(["words": "Plans in time", "shown": try await lab.version()]) { $1 }
        #expect(try await lab.post("/indicators/K301/name", fields, by: lab.analyst).status == 303)
        let open = try await lab.get("/indicators/K301")
        #expect(open.has("K301: Plans in time"))
        #expect(open.has("First worded: New EHC plans issued within 20 weeks, exceptions left out."))
    }

    @Test func `an indicator is retired, said so, and brought back`() async throws {
        let lab = try await Lab()
        let path = "/indicators/K301/retirement"
        var fields = on.merging(["successor": "K30", "shown": try await lab.version()]) { $1 }
        #expect(
            try await lab.post(path, fields, by: lab.analyst).problems == ["Enter an id such as K302"])
        fields["successor"] = "K401"
        #expect(try await lab.post(path, fields, by: lab.analyst).status == 303)
        let open = try await lab.get("/indicators/K301")
        #expect(open.has("This indicator has not been used since Sunday 15 September 2024."))
        #expect(open.has("<a href=\"/indicators/K401\">K401</a> is used instead."))
        #expect(try await lab.get("/indicators").has("No longer used"))
        fields["shown"] = try await lab.version()
        #expect(try await lab.post(path, fields, by: lab.analyst).status == 303)
        #expect(try await lab.state().retirement == nil)
    }

    @Test func `two people retire an indicator, and the second does not bring it back`() async throws {
        let lab = try await Lab()
        let fields = on.merging(["shown": try await lab.version()]) { $1 }
        #expect(try await lab.post("/indicators/K301/retirement", fields, by: lab.analyst).status == 303)
        let second = try await lab.post("/indicators/K301/retirement", fields, by: lab.team)
        #expect(second.status == 422)
        #expect(second.has("This was changed while you were typing"))
        #expect(try await lab.state().retirement != nil)
    }
}
