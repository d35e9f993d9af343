import CivilTime
import Testing

@testable import Ledger
@testable import Programme

/// The small plan, published five times, compared with itself.
@Suite struct `What was promised, moved, added and dropped between two ends` {
    private func compared() async throws -> Compared { try await Compared(Published.all().lab) }

    @Test func `a date that moved later is said in months and days, with the date first promised`()
        async throws
    {
        let comparison = try await compared().compare("1", "2")
        #expect(comparison.slipped.moves == ["objective P1A:1: 2 months (61 days) later"])
        #expect(comparison.slipped[0].first == .init(months: [month("2024-03")], issue: 1))
        #expect(comparison.broughtForward.isEmpty && comparison.added.isEmpty && comparison.dropped.isEmpty)
        #expect(comparison.reworded.names == ["objective P2A:1"])
    }

    @Test func `a date that moved earlier is brought forward`() async throws {
        let comparison = try await compared().compare("2", "5")
        #expect(comparison.broughtForward.moves == ["objective P1A:1: 2 months (61 days) earlier"])
        #expect(comparison.broughtForward[0].first?.months == [month("2024-03")])
        #expect(comparison.slipped.isEmpty)
    }

    @Test(arguments: [
        ("2", "3", [], ["objective P1B:1"]), ("3", "4", ["objective P1B:1", "objective P2A:3"], []),
        ("4", "5", [], ["objective P2A:3"]), ("1", "5", [], []),
    ])
    func `what was added and dropped is named`(
        from: String, to: String, added: [String], dropped: [String]
    ) async throws {
        let comparison = try await compared().compare(from, to)
        #expect(comparison.added.names == added)
        #expect(comparison.dropped.names == dropped)
    }

    @Test func `what fell due between two days is kept, moved, dropped or open`() async throws {
        let comparison = try await compared().compare("2024-01-12", "2024-05-02")
        #expect(
            comparison.fellDue.names == ["objective P1A:1", "milestone m1 of P1A:1", "milestone m2 of P1A:1"])
        #expect(
            comparison.fellDue.map(\.outcome) == [.moved, .open(days: 63), .open(days: 32)])
        #expect(comparison.kept.isEmpty)
    }

    @Test func `two days of one issue have no changes, only what fell due`() async throws {
        let comparison = try await compared().compare("2024-06-02", "2024-09-01")
        #expect(comparison.from.issue == 5 && comparison.to.issue == 5)
        #expect(comparison.changes.isEmpty && comparison.slipped.isEmpty && comparison.reworded.isEmpty)
        #expect(comparison.fellDue.names == ["objective P1A:2"])
        #expect(comparison.open.count == 1)
    }

    @Test func `what a statement rates done is kept, by the end of the month of the rating`() async throws {
        let lab = try await Lab()
        let done = try SmallStatement.tree.get()
            .setting("actions[2].rag", .text("Green")).setting("actions[2].rag_letter", .text("G"))
            .setting("actions[2].timescale", .text("March 2018"))
        try await lab.record(done)
        let comparison = try await Compared(lab, "HOLLIN-2018").compare("2018-03-01", "2018-12-31")
        #expect(comparison.kept.names == ["action B1.1"])
        #expect(comparison.kept[0].outcome == .kept(on: day("2018-03-31")))
        #expect(comparison.open.names == ["action A2.1"])
    }

    @Test func `a rating printed for a month to come is not yet reported`() async throws {
        let lab = try await Lab()
        try await lab.record(
            try SmallStatement.tree.get().setting("actions[2].rag", .text("Green"))
                .setting("actions[2].rag_letter", .text("G"))
                .setting("actions[2].timescale", .text("March 2018")))
        let comparison = try await Compared(lab, "HOLLIN-2018").compare("2018-03-01", "2018-03-30")
        #expect(comparison.fellDue.isEmpty && comparison.from.done.isEmpty && comparison.to.done.isEmpty)
    }

    @Test func `what was reported done by then is kept, in time or late, until a report says otherwise`()
        async throws
    {
        var compared = try await compared()
        func reported(_ days: (String, Bool)...) -> [ReportedStanding] {
            days.map { ReportedStanding(day: day($0.0), isDone: $0.1) }
        }
        compared.history.reported = [
            .milestone(code("m1"), of: code("P1A:1")): reported(("2024-02-20", true), ("2024-03-20", true)),
            .milestone(code("m2"), of: code("P1A:1")): reported(("2024-03-20", false), ("2024-04-10", true)),
            .objective(code("P1A:2")): reported(("2024-08-20", true), ("2024-09-10", false)),
        ]
        let spring = try compared.compare("2024-01-12", "2024-05-02")
        #expect(spring.kept.map(\.outcome) == [.kept(on: day("2024-02-20"))])
        #expect(spring.keptLate.map(\.outcome) == [.keptLate(on: day("2024-04-10"), days: 10)])
        // Nothing of what came later counts at an earlier day.
        #expect(try compared.compare("2024-01-12", "2024-04-05").keptLate.isEmpty)
        let august = try compared.compare("2024-06-02", "2024-09-01")
        #expect(august.kept.names == ["objective P1A:2"])
        #expect(try compared.compare("2024-06-02", "2024-09-15").open.names == ["objective P1A:2"])
    }

    @Test func `the statement of 2018 is compared in the same way`() async throws {
        let lab = try await Lab()
        let tree = try SmallStatement.tree.get()
        try await lab.record(tree)
        try await lab.record(
            tree.setting("statement.period", .text("June 2018 – March 2019"))
                .setting("actions[2].timescale", .text("Sept 2018"))
                .setting("actions[1].action", .text("Send two letters")))
        let comparison = try await Compared(lab, "HOLLIN-2018").compare("1", "2")
        #expect(comparison.slipped.moves == ["action B1.1: 3 months (92 days) later"])
        #expect(comparison.reworded.names == ["action A2.1"])
        #expect(comparison.changes.map(\.code.text) == ["A2.1", "B1.1"])
    }

    @Test func `the reason is the remark that the later issue makes, on the part or naming it`() async throws
    {
        let lab = try await Lab()
        let tree = try SmallActionPlan.tree.get()
        try await lab.record(tree)
        try await lab.record(
            tree.setting("plan.published", .text("2024-03-01"))
                .setting("\(Published.objective).due", .text("2024-06"))
                .setting(
                    "\(Published.objective).notes",
                    .list([
                        .text("The first measure could belong to P1A:2."),
                        .text("Moved: a post stood empty."),
                    ])
                )
                .setting("priority_areas[0].responses[1].objectives", .list([]))
                .setting("areas_for_improvement[0].objectives", .list([.text("P1A:1")]))
                .setting("plan.published_note", .text("The day on the cover; P1B:1 went to the forum."))
                .setting("plan.counts", nil))
        let comparison = try await Compared(lab).compare("1", "2")
        #expect(comparison.slipped[0].reasons == [.remark("Moved: a post stood empty.")])
        #expect(comparison.slipped[0].request == nil)
        #expect(comparison.dropped.names == ["objective P1B:1"])
        #expect(comparison.dropped[0].reasons == [.remark("The day on the cover; P1B:1 went to the forum.")])
    }

    @Test func `an approved request is the reason where it names the date that now stands`() async throws {
        let compared = try await compared()
        func approval(_ month: Month, on day: Day) -> ApprovedChange {
            ApprovedChange(
                request: "r", name: .objective(code("P1A:1")), month: month, day: day, reason: "No staff.",
                body: "Improvement Board")
        }
        let fitting = approval(month("2024-05"), on: day("2024-02-20"))
        let other = approval(month("2024-04"), on: day("2024-02-20"))
        let late = approval(month("2024-05"), on: day("2024-03-02"))
        #expect(try compared.compare("1", "2", approved: [fitting]).slipped[0].request == fitting)
        #expect(try compared.compare("1", "2", approved: [other]).slipped[0].request == nil)
        #expect(try compared.compare("1", "2", approved: [other]).slipped[0].reasons == [.request(other)])
        #expect(try compared.compare("1", "2", approved: [late]).slipped[0].reasons == [])
    }

    @Test(arguments: [
        ("PAP1:1 was moved", "PAP1:1", true), ("see PAP1:12", "PAP1:1", false), ("XPAP1:1", "PAP1:1", false),
        ("(PAP1:1)", "PAP1:1", true), ("PAP1:12 and PAP1:1.", "PAP1:1", true),
    ])
    func `a remark names a part only by its whole id`(text: String, code: String, names: Bool) {
        #expect(Comparing.names(text, code) == names)
    }
}

@Suite struct `Ends that cannot be compared` {
    @Test(arguments: [
        ("2", "2", ComparisonRefusal.sameIssue(2)), ("1", "9", .unknownIssue(9, last: 5)),
        ("2024-01-11", "2", .beforeFirst(day("2024-01-11"), first: day("2024-01-12"))),
        ("1", "2024-09-21", .notYet(day("2024-09-21"), today: Lab.today)),
        ("2024-03-01", "2024-03-01", .sameDay(day("2024-03-01"))),
        ("2024-03-01", "2", .sameDay(day("2024-03-01"))),
    ])
    func `are refused, each in words of its own`(from: String, to: String, refusal: ComparisonRefusal)
        async throws
    {
        let compared = try await Compared(Published.all().lab)
        #expect(compared.refusal(from, to) == refusal)
        #expect(!refusal.forPerson.isEmpty && refusal.forOperator.hasPrefix("comparison: "))
    }

    @Test(arguments: ["", "0", "-1", "01", "1.0", "2024-02-30", "2024-3-1", "x", "1;2"])
    func `are not read from nonsense`(text: String) { #expect(ComparisonPoint(text) == nil) }

    @Test func `turned round are compared from the earlier to the later`() async throws {
        let compared = try await Compared(Published.all().lab)
        let (there, back) = (try compared.compare("1", "2"), try compared.compare("2", "1"))
        #expect(back.from.issue == 1 && back.to.issue == 2)
        #expect(there.promises == back.promises)
    }
}

@Suite struct `The day until which a month is in time` {
    @Test func `is its last, or its last working day where the area chooses so`() {
        let working = DueDays(
            Reference([
                DueRule.setting: .setting([.init(from: day("2024-01-01"), value: DueRule.lastWorkingDay)]),
                DueRule.holidays: .days([day("2024-05-31")], complete: month("2024-05").span),
            ]))
        #expect(DueDays().day(of: month("2024-06")) == day("2024-06-30"))
        #expect(working.day(of: month("2024-06")) == day("2024-06-28"))
        #expect(working.day(of: month("2024-05")) == day("2024-05-30"))
        // Before the choice held, the last day counts.
        #expect(working.day(of: month("2023-12")) == day("2023-12-31"))
    }
}

@Suite struct `How a date moved` {
    @Test(arguments: [
        (["2024-03"], ["2024-06"], DateMove.later(months: 3, days: 91)),
        (["2024-03"], ["2024-02"], .earlier(months: 1, days: 31)),
        (["2024-03"], ["2024-03"], .same), ([], ["2024-03"], .dateGiven), (["2024-03"], [], .dateTaken),
        ([], [], .same),
        (["2024-03"], ["2024-03", "2024-05"], .later(months: 2, days: 61)),
        (["2024-03"], ["2024-02", "2024-03"], .earlier(months: 1, days: 31)),
        (["2024-08", "2025-08"], ["2024-10", "2025-08"], .later(months: 2, days: 61)),
    ])
    func `is told by the last of its dates, then by the first`(
        before: [String], after: [String], move: DateMove
    ) {
        #expect(DateMove(from: before.map { month($0) }, to: after.map { month($0) }) == move)
    }

    @Test(arguments: ["objective P1A:1", "milestone P1A:1 m1", "action A1.1"])
    func `a name is read as it is written`(key: String) { #expect(PromiseName(key: key)?.key == key) }

    @Test(arguments: ["", "objective", "objective a b", "milestone a", "area a", "objective ?"])
    func `anything else is no name`(key: String) { #expect(PromiseName(key: key) == nil) }
}

@Suite struct `Words that changed` {
    @Test func `are told from those that stayed`() {
        let found = WordDifference("Six in ten are in time.", "Nine in ten are in time by May.")
        #expect(
            found.pieces == [
                .init(fate: .removed, text: "Six"), .init(fate: .added, text: "Nine"),
                .init(fate: .kept, text: "in ten are in"), .init(fate: .removed, text: "time."),
                .init(fate: .added, text: "time by May."),
            ])
    }

    @Test(arguments: 0..<200)
    func `make up the old text without the added, and the new without the removed`(seed: UInt64) {
        var random = SteadyRandom(state: seed)
        func text() -> [String] {
            (0..<Int.random(in: 0...12, using: &random)).map { _ in
                "abcd".randomElement(using: &random).map(String.init) ?? ""
            }
        }
        let (old, new) = (text(), text())
        let pieces = WordDifference(old.joined(separator: " "), new.joined(separator: " ")).pieces
        func words(_ without: WordDifference.Piece.Fate) -> [String] {
            pieces.filter { $0.fate != without }.flatMap { $0.text.split(separator: " ").map(String.init) }
        }
        #expect(words(.added) == old)
        #expect(words(.removed) == new)
    }

    @Test func `of texts too long to compare are shown whole`() {
        let (old, new) = (String(repeating: "a ", count: 600), String(repeating: "b ", count: 600))
        #expect(WordDifference(old, new).pieces.map(\.fate) == [.removed, .added])
    }
}
