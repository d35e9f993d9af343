import CivilTime
import Testing

@testable import Ledger
@testable import Programme

@Suite struct `Reporting for a month` {
    private static let august = month("2024-08")

    @Test func `a report is held with its words, its group and its day`() async throws {
        let lab = try await ProgressLab()
        try await lab.report("P1A:1", for: Self.august, .amber, by: .hearing)
        let progress = try await lab.progress("P1A:1")
        let report = try #require(progress.months.first?.current)
        #expect(progress.plan == lab.plan)
        #expect(progress.code == code("P1A:1"))
        #expect(report.rating == .amber)
        #expect(report.narrative == "We asked.")
        #expect(report.group == "Hearing Families")
        #expect(report.day == Lab.today)
        let rows = try await lab.lab.ledger.read { [plan = lab.plan] in try ReportRow.all(of: plan, $0.reader)
        }
        #expect(rows.map(\.month) == [Self.august])
        #expect(rows.map(\.rating) == [.amber])
        #expect(try await lab.lab.facts("programme.report-made").count == 1)
        #expect(try await lab.lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `a second report of a month stands, and the first is kept`() async throws {
        let lab = try await ProgressLab()
        try await lab.report("P1A:1", for: Self.august, .amber, narrative: "First.")
        try await lab.report("P1A:1", for: Self.august, .red, narrative: "Second.")
        let month = try #require(try await lab.progress("P1A:1").months.first)
        #expect(month.current.narrative == "Second.")
        #expect(month.earlier.map(\.narrative) == ["First."])
    }

    @Test func `green without evidence is taken`() async throws {
        let lab = try await ProgressLab()
        try await lab.report("P1A:1", for: Self.august, .green)
        #expect(try await lab.progress("P1A:1").months.first?.current.rating == .green)
    }

    @Test func `a lead reports on what their group answers for and on nothing else`() async throws {
        let lab = try await ProgressLab()
        try await lab.report("P1A:1", for: Self.august, .amber, by: .hearing)
        let refused = try await refusal(ProgressRefusal.self) {
            try await lab.report("P1A:1", for: Self.august, .amber, by: .timely)
        }
        #expect(refused == .notLed)
        let nobody = try await refusal(ProgressRefusal.self) {
            try await lab.report("P1A:1", for: Self.august, .amber, by: .second)
        }
        #expect(nobody == .notLed)
    }

    @Test func `each of two leads of one objective may report, by whatever name the plan calls their group`()
        async throws
    {
        let lab = try await ProgressLab()
        try await lab.name(.second, of: "BOARD")
        try await lab.report("P1A:2", for: Self.august, .amber, by: .hearing)
        try await lab.report("P1A:2", for: Self.august, .red, by: .second, group: "The Board")
        let month = try #require(try await lab.progress("P1A:2").months.first)
        #expect(month.byGroup.map(\.group) == ["Hearing Families", "The Board"])
        #expect(month.byGroup.map(\.rating) == [.amber, .red])
    }

    @Test func `who leads no longer reports no longer`() async throws {
        let lab = try await ProgressLab(leads: false)
        try await lab.name(.hearing, of: "TF-HEAR", to: day("2024-09-19"))
        let refused = try await refusal(ProgressRefusal.self) {
            try await lab.report("P1A:1", for: Self.august, .amber, by: .hearing)
        }
        #expect(refused == .notLed)
        try await lab.name(.hearing, of: "TF-HEAR", from: day("2024-09-20"))
        try await lab.report("P1A:1", for: Self.august, .amber, by: .hearing)
    }

    @Test func `a second lead who began before the first reported is told`() async throws {
        let lab = try await ProgressLab()
        try await lab.name(.second, of: "BOARD")
        try await lab.report("P1A:2", for: Self.august, .amber, by: .hearing)
        let id = try await lab.part("P1A:2")
        let seen = (
            SubjectID(kind: Progress.kind, id: id), version: 0, kinds: Set([ProgressReported.kind])
        )
        let report = ReportProgress(
            part: id, month: Self.august, rating: .red, narrative: "n", impact: "", group: "The Board",
            reporter: .lead(account: "second"))
        await #expect(throws: LedgerError.self) {
            try await lab.commit(by: .second, seen: [seen]) { try report.decide(&$0) }
        }
        #expect(try await lab.progress("P1A:2").reports.count == 1)
    }

    @Test
    func `a month that has not begun, a rating the plan does not have and a dropped objective are refused`()
        async throws
    {
        let lab = try await ProgressLab()
        let early = try await refusal(ProgressRefusal.self) {
            try await lab.report("P1A:1", for: month("2024-10"), .amber)
        }
        #expect(early == .notBegun(month("2024-10")))
        let grey = try await refusal(ProgressRefusal.self) {
            try await lab.report("P1A:1", for: Self.august, .grey)
        }
        #expect(grey == .notInScheme(.grey))
        try await lab.lab.record(
            SmallActionPlan.published("2024-05-01", version: "2") {
                $0.setting("priority_areas[0].responses[1].objectives[0]", nil)
                    .setting("plan.counts.objectives", .number(4))
                    .setting("areas_for_improvement[0].objectives", .list([.text("P1A:1")]))
            })
        let dropped = try await refusal(ProgressRefusal.self) {
            try await lab.report("P1B:1", for: Self.august, .amber)
        }
        #expect(dropped == .unknownPart)
    }

    @Test func `a plan of quarters is rated for its columns`() async throws {
        let lab = try await ProgressLab(today: day("2018-07-10"), leads: false)
        try await lab.report("A1.1", for: month("2018-06"), .amber, part: ActionStatement.part)
        #expect(
            try await lab.progress("A1.1", ActionStatement.part).months.map(\.month) == [month("2018-06")])
        let refused = try await refusal(ProgressRefusal.self) {
            try await lab.report("A1.1", for: month("2018-05"), .amber, part: ActionStatement.part)
        }
        #expect(refused == .noColumn(month("2018-05"), columns: [month("2018-03"), month("2018-06")]))
    }
}

@Suite struct `Months that are closed` {
    private static let august = month("2024-08")

    @Test func `a closed month takes no report and no evidence until it is opened again`() async throws {
        let lab = try await ProgressLab()
        try await lab.change(Self.august, .close)
        let report = try await refusal(ProgressRefusal.self) {
            try await lab.report("P1A:1", for: Self.august, .amber)
        }
        #expect(report == .closed(Self.august))
        #expect(report?.forPerson.contains("Ask the programme team") == true)
        let evidence = try await refusal(ProgressRefusal.self) {
            try await lab.evidence("P1A:1", .impact, for: Self.august)
        }
        #expect(evidence == .closed(Self.august))
        try await lab.change(Self.august, .reopen(reason: "A group was ill"))
        try await lab.report("P1A:1", for: Self.august, .amber)
    }

    @Test func `steps of one day stand in the order they were taken`() async throws {
        let lab = try await ProgressLab()
        for _ in 0..<2 {
            try await lab.change(Self.august, .close)
            try await lab.change(Self.august, .reopen(reason: "w"))
        }
        #expect(try await lab.gate().closedMonths == [])
        try await lab.change(Self.august, .close)
        #expect(try await lab.gate().closedMonths == [Self.august])
        #expect(try await lab.lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `closing twice, opening what is open and receiving what is open are refused`() async throws {
        let lab = try await ProgressLab()
        let open = try await refusal(MonthRefusal.self) {
            try await lab.change(Self.august, .reopen(reason: "w"))
        }
        #expect(open == .notClosed(Self.august))
        let received = try await refusal(MonthRefusal.self) {
            try await lab.change(Self.august, .receive(board: "B", meeting: nil, on: Lab.today))
        }
        #expect(received == .notClosed(Self.august))
        try await lab.change(Self.august, .close)
        let closed = try await refusal(MonthRefusal.self) { try await lab.change(Self.august, .close) }
        #expect(closed == .closed(Self.august))
        let early = try await refusal(MonthRefusal.self) {
            try await lab.change(month("2024-10"), .close)
        }
        #expect(early == .notBegun(month("2024-10")))
        for wrong in [day("2024-09-21"), day("2024-07-31")] {
            let refused = try await refusal(MonthRefusal.self) {
                try await lab.change(Self.august, .receive(board: "B", meeting: nil, on: wrong))
            }
            #expect(refused == .wrongDay(wrong))
        }
    }

    @Test func `what a board received is public, and what came later is not`() async throws {
        let lab = try await ProgressLab()
        try await lab.report("P1A:1", for: Self.august, .amber, narrative: "Before.")
        let evidence = try await lab.evidence("P1A:1", .impact, for: Self.august)
        try await lab.change(Self.august, .close)
        #expect(try await lab.gate().publicThrough == nil)
        try await lab.change(
            Self.august, .receive(board: "The Board", meeting: nil, on: day("2024-09-18")))
        var gate = try await lab.gate()
        #expect(gate.publicThrough == Self.august)
        #expect(gate.receipts[Self.august]?.day == day("2024-09-18"))
        #expect(gate.isClosed(Self.august))
        var progress = try await lab.progress("P1A:1")
        #expect(progress.reports.allSatisfy(gate.isPublic))
        #expect(!progress.evidence.contains(where: gate.isPublic))
        try await lab.clear(evidence, of: "P1A:1", by: .second)
        progress = try await lab.progress("P1A:1")
        #expect(progress.evidence.allSatisfy(gate.isPublic))

        try await lab.change(Self.august, .reopen(reason: "A mistake"))
        try await lab.report("P1A:1", for: Self.august, .red, narrative: "After.")
        gate = try await lab.gate()
        progress = try await lab.progress("P1A:1")
        #expect(progress.reports.filter(gate.isPublic).map(\.narrative) == ["Before."])
        #expect(!gate.isClosed(Self.august))
    }
}
