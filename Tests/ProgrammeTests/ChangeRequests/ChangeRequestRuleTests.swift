import Access
import CivilTime
import Testing

@testable import Ledger
@testable import Programme

/// What can be asked and decided about dates, without pages.
@Suite struct `A request to change a date` {
    private static func ask(
        _ name: PromiseName = .objective(code("P1A:2")), _ to: String = "2025-10", of plan: String,
        by visitor: Visitor
    ) -> AskForChange {
        AskForChange(
            plan: plan, name: name, to: month(to), reason: "No staff.", effect: "Families wait longer.",
            group: "Hearing Families", account: visitor.account)
    }

    private static func decision(
        _ request: String, _ decision: ChangeDecision = .approved, on iso: String = "2024-09-20",
        body: String = "BOARD", words: String = "So be it.", by visitor: Visitor
    ) -> DecideOnChange {
        DecideOnChange(
            request: request, decision: decision, body: code(body), day: day(iso), words: words,
            account: visitor.account)
    }

    private func asked(_ office: Office, _ to: String = "2025-10") async throws -> String {
        let edit = Self.ask(.objective(code("P1A:2")), to, of: try await office.planID(), by: office.lead)
        return try await office.commit(by: office.lead) { try edit.decide(&$0) }
    }

    private func state(_ office: Office, _ id: String) async throws -> ChangeRequest {
        try await #require(office.lab.ledger.read { try $0.state(of: ChangeRequest.self, id)?.state })
    }

    @Test func `is asked, decided and then holds what was approved`() async throws {
        let office = try await Office()
        let id = try await asked(office)
        #expect(try await state(office, id).status == .waiting)
        let edit = Self.decision(id, by: office.board)
        try await office.commit(by: office.board) { try edit.decide(&$0) }
        let decided = try await state(office, id)
        #expect(decided.status == .approved && decided.from.map(\.iso) == ["2024-08", "2025-08"])
        #expect(
            decided.approved
                == ApprovedChange(
                    request: id, name: .objective(code("P1A:2")), month: month("2025-10"),
                    day: day("2024-09-20"), reason: "No staff.", body: "Improvement Board"))
        #expect(try await office.lab.facts("programme.change-request").count == 1)
        #expect(try await office.lab.facts("programme.change-approved").count == 1)
    }

    @Test(arguments: [
        (
            PromiseName.objective(code("P1A:2")), "2024-08",
            ChangeRequestRefusal.inThePast(month("2024-08"), today: Lab.today)
        ),
        (.objective(code("P1A:2")), "2025-08", .sameDate(month("2025-08"))),
        (.objective(code("P9")), "2025-08", .unknownPromise),
        (.milestone(code("m9"), of: code("P1A:1")), "2025-08", .unknownPromise),
        (.action(code("P1A:1")), "2025-08", .unknownPromise),
    ])
    func `is refused where it cannot be`(name: PromiseName, to: String, refusal: ChangeRequestRefusal)
        async throws
    {
        let office = try await Office()
        let edit = Self.ask(name, to, of: try await office.planID(), by: office.lead)
        #expect(
            try await office.refusal(ChangeRequestRefusal.self, by: office.lead) { try edit.decide(&$0) }
                == refusal)
    }

    @Test func `of something that an issue dropped names the issue`() async throws {
        let office = try await Office(try Published.texts.prefix(3).map { try $0.get() })
        let edit = Self.ask(.objective(code("P1B:1")), of: try await office.planID(), by: office.lead)
        let found = try await office.refusal(ChangeRequestRefusal.self, by: office.lead) {
            try edit.decide(&$0)
        }
        #expect(found == .dropped("objective P1B:1", issue: 3))
    }

    @Test func `of an ongoing objective gives it a date`() async throws {
        let office = try await Office()
        let edit = Self.ask(.objective(code("P1B:1")), of: try await office.planID(), by: office.lead)
        let id = try await office.commit(by: office.lead) { try edit.decide(&$0) }
        #expect(try await state(office, id).from.isEmpty)
    }

    @Test func `about a date that waits already is not begun twice`() async throws {
        let office = try await Office()
        _ = try await asked(office)
        let again = Self.ask(
            .objective(code("P1A:2")), "2025-12", of: try await office.planID(), by: office.team)
        #expect(
            try await office.refusal(ChangeRequestRefusal.self, by: office.team) { try again.decide(&$0) }
                == .alreadyAsked)
    }

    @Test func `is never decided by who asked, whatever the decision`() async throws {
        let office = try await Office()
        let edit = Self.ask(of: try await office.planID(), by: office.team)
        let id = try await office.commit(by: office.team) { try edit.decide(&$0) }
        for decision in ChangeDecision.allCases {
            let own = Self.decision(id, decision, by: office.team)
            let found = try await office.refusal(ChangeRequestRefusal.self, by: office.team) {
                try own.decide(&$0)
            }
            #expect(found == .ownRequest)
        }
        let other = Self.decision(id, by: office.otherTeam)
        try await office.commit(by: office.otherTeam) { try other.decide(&$0) }
        #expect(try await state(office, id).status == .approved)
    }

    @Test(arguments: ChangeDecision.allCases)
    func `is not decided twice`(first: ChangeDecision) async throws {
        let office = try await Office()
        let id = try await asked(office)
        let edit = Self.decision(id, first, by: office.board)
        try await office.commit(by: office.board) { try edit.decide(&$0) }
        let again = Self.decision(id, .refused, by: office.team)
        let found = try await office.refusal(ChangeRequestRefusal.self, by: office.team) {
            try again.decide(&$0)
        }
        #expect(
            found
                == (first == .sentBack
                    ? .waitsForAsker : .alreadyDecided(first == .approved ? "approved" : "refused")))
    }

    @Test func `that was sent back is asked again and decided anew, all on one day`() async throws {
        let office = try await Office()
        let id = try await asked(office)
        let back = Self.decision(id, .sentBack, words: "Say what families lose.", by: office.board)
        try await office.commit(by: office.board) { try back.decide(&$0) }
        #expect(try await state(office, id).status == .sentBack)
        let again = AskAgain(
            request: id, to: month("2025-11"), reason: "No staff yet.", effect: "A month.",
            account: office.lead.account)
        try await office.commit(by: office.lead) { try again.decide(&$0) }
        #expect(try await state(office, id).status == .waiting)
        let yes = Self.decision(id, by: office.board)
        try await office.commit(by: office.board) { try yes.decide(&$0) }
        let decided = try await state(office, id)
        #expect(decided.approved?.month == month("2025-11") && decided.problems.isEmpty)
    }

    @Test func `is asked again only where it was sent back`() async throws {
        let office = try await Office()
        let id = try await asked(office)
        let again = AskAgain(
            request: id, to: month("2025-11"), reason: "R", effect: "E", account: office.lead.account)
        #expect(
            try await office.refusal(ChangeRequestRefusal.self, by: office.lead) { try again.decide(&$0) }
                == .notSentBack)
    }

    @Test func `is taken back only while nothing was decided`() async throws {
        let office = try await Office()
        let id = try await asked(office)
        let back = TakeBackChange(request: id, why: "Found staff.", account: office.lead.account)
        try await office.commit(by: office.lead) { try back.decide(&$0) }
        #expect(try await state(office, id).status == .takenBack)
        #expect(
            try await office.refusal(ChangeRequestRefusal.self, by: office.lead) { try back.decide(&$0) }
                == .alreadyDecided("taken back"))
        // The date may be asked about again.
        _ = try await asked(office)
    }

    @Test(arguments: [
        ("2024-09-21", ChangeDecision.approved, "BOARD", "x", ChangeRequestRefusal.notYet(day("2024-09-21"))),
        ("2024-09-19", .approved, "BOARD", "x", .decidedBeforeAsked(day("2024-09-19"), asked: Lab.today)),
        ("2024-09-20", .refused, "BOARD", "", .noWords), ("2024-09-20", .sentBack, "BOARD", "", .noWords),
        ("2024-09-20", .approved, "NONE", "x", .unknownBody),
    ])
    func `is not decided on a wrong day, without words or by nobody`(
        on iso: String, decision: ChangeDecision, body: String, words: String, refusal: ChangeRequestRefusal
    ) async throws {
        let office = try await Office()
        let id = try await asked(office)
        let edit = Self.decision(id, decision, on: iso, body: body, words: words, by: office.board)
        #expect(
            try await office.refusal(ChangeRequestRefusal.self, by: office.board) { try edit.decide(&$0) }
                == refusal)
    }

    @Test func `for a month that passed while it waited is not approved`() async throws {
        let office = try await Office()
        let id = try await asked(office, "2024-09")
        office.lab.clock.set(day("2024-10-02"))
        let edit = Self.decision(id, on: "2024-10-02", by: office.board)
        let found = try await office.refusal(ChangeRequestRefusal.self, by: office.board) {
            try edit.decide(&$0)
        }
        #expect(found == .inThePast(month("2024-09"), today: day("2024-10-02")))
        let refused = Self.decision(id, .refused, on: "2024-10-02", by: office.board)
        try await office.commit(by: office.board) { try refused.decide(&$0) }
    }

    @Test func `stays approved and not yet re-issued until an issue states the month`() async throws {
        let office = try await Office()
        let id = try await asked(office, "2025-10")
        let edit = Self.decision(id, by: office.board)
        try await office.commit(by: office.board) { try edit.decide(&$0) }
        func pending() async throws -> [ApprovedChange] {
            let plan = try await office.planID()
            return try await office.lab.ledger.read { snapshot in
                ApprovedChange.pending(
                    try ApprovedChange.all(of: plan, snapshot),
                    in: try PlanHistory.load(code("HOLLIN-2024"), snapshot))
            }
        }
        #expect(try await pending().map(\.request) == [id])
        office.lab.clock.set(day("2024-11-01"))
        try await office.lab.record(
            try SmallActionPlan.published("2024-11-01", version: "1.1") {
                $0.setting(
                    "priority_areas[0].responses[0].objectives[1].due",
                    .list([.text("2024-08"), .text("2025-10")]))
            })
        #expect(try await pending() == [])
    }

    @Test func `with two decisions on it says so`() throws {
        func fold<P: Payload>(
            _ payload: P, _ id: String, into folding: inout Folding<ChangeRequest>, _ number: Int
        ) throws {
            try folding.add([
                StoredEntry(
                    sequence: number, id: id, commit: number,
                    subject: SubjectID(kind: ChangeRequest.kind, id: "r"),
                    version: number, kind: P.kind, kindVersion: P.version,
                    payload: try Stored.text(Envelope(day: day("2024-01-02"), data: payload)), salt: nil,
                    digest: "",
                    hash: "")
            ])
        }
        var folding = Folding<ChangeRequest>(id: "r")
        let asked = ChangeAsked(
            plan: "p", what: .objective, code: code("A"), milestone: nil, from: [], to: month("2024-06"),
            reason: "R", effect: "E", account: "a", group: "G")
        try fold(asked, "e1", into: &folding, 1)
        for (number, decision) in [(2, ChangeDecision.approved), (3, .refused)] {
            try fold(
                ChangeDecided(
                    asking: "e1", decision: decision, body: code("B"), bodyName: "B", words: "", account: nil),
                "e\(number)", into: &folding, number)
        }
        #expect(folding.state.status == .refused)
        #expect(folding.state.problems.map(\.text) == ["It was decided twice; the later decision is used."])
    }
}
