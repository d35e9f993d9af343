import CivilTime
import Testing

@testable import Ledger
@testable import Pages
@testable import Programme

private let july = month("2024-07")
private let august = month("2024-08")

@Suite struct `The report of a month` {
    /// July reported, closed and received; August reported with moves.
    private func lab() async throws -> ProgressLab {
        let lab = try await ProgressLab(today: day("2024-08-05"))
        try await lab.report("P1A:1", for: july, .green, by: .hearing)
        try await lab.report("P2A:1", for: july, .amber, by: .timely, group: "On Time")
        try await lab.change(july, .close)
        try await lab.change(july, .receive(board: "Improvement Board", meeting: nil, on: day("2024-08-05")))
        lab.lab.clock.set(day("2024-09-05"))
        try await lab.report(
            "P1A:1", for: august, .red, by: .hearing,
            [.forecast(code("m2"), to: month("2024-12"), why: "Two services wait.")], narrative: "It is late."
        )
        return lab
    }

    private func report(_ lab: ProgressLab, _ month: Month, commit: Int? = nil) async throws
        -> AssuranceReport
    {
        let (plan, today) = (try await lab.lab.recordOf("HOLLIN-2024").plan, lab.lab.ledger.today)
        return try await lab.lab.ledger.read { snapshot in
            try AssuranceReporting(snapshot: snapshot, plan: plan, month: month, commit: commit).report(
                today: today)
        }
    }

    @Test func `says what moved, what slipped and by how much, and who has not reported`() async throws {
        let lab = try await lab()
        let report = try await report(lab, august)
        #expect(report.day == day("2024-09-05"))
        #expect(report.window == day("2024-08-06")...day("2024-09-05"))
        #expect(report.moved.map(\.part.part.code.text) == ["P1A:1"])
        #expect(report.moved.map(\.move) == [.worse])
        #expect(report.slips.map(\.milestone.text) == ["m2"])
        #expect(report.slips.map(\.months) == [9])
        #expect(report.slips.map(\.days) == [275])
        #expect(report.slips.map(\.first) == [month("2024-03")])
        #expect(Set(report.unreported.map(\.part.code.text)) == ["P1A:2", "P1B:1", "P2A:1", "P2A:2"])
        #expect(report.redOrOverdue.map(\.part.code.text) == ["P1A:1", "P1A:2"])
        #expect(report.counts.map(\.count) == [1, 1, 3])
        #expect(report.counts.map { $0.rating?.label } == ["Red", "Amber", nil])
    }

    @Test func `of a month that was closed stands as on the day it was closed`() async throws {
        let lab = try await lab()
        let report = try await report(lab, july)
        #expect(report.day == day("2024-08-05"))
        #expect(report.slips.isEmpty)
        #expect(
            report.contradicted.map(\.part.code.text) == ["P1A:1"], "rated green, and overdue since March")
    }

    @Test func `tells what was said on the day of a closing before it from what was said after it`()
        async throws
    {
        let lab = try await ProgressLab(today: day("2024-08-05"))
        try await lab.report(
            "P1A:1", for: july, .amber, by: .hearing,
            [
                .forecast(code("m2"), to: month("2024-09"), why: "Before."),
                .met(code("m1"), on: day("2024-03-04")),
            ])
        try await lab.change(july, .close)
        lab.lab.clock.set(day("2024-08-06"))
        try await lab.change(july, .receive(board: "Improvement Board", meeting: nil, on: day("2024-08-05")))
        lab.lab.clock.set(day("2024-09-05"))
        try await lab.change(august, .close)
        let september = month("2024-09")
        try await lab.report(
            "P1A:1", for: september, .amber, by: .hearing,
            [.forecast(code("m2"), to: month("2024-11"), why: "After.")])
        lab.lab.clock.set(day("2024-10-05"))
        #expect(try await report(lab, july).slips.map(\.why) == ["Before."])
        #expect(try await report(lab, july).met.map(\.milestone.code.text) == ["m1"])
        #expect(try await report(lab, august).slips.isEmpty)
        #expect(try await report(lab, september).slips.map(\.why) == ["After."])
        #expect(try await report(lab, september).met.isEmpty)
    }

    @Test func `as the board received it does not change with what is recorded later`() async throws {
        let lab = try await lab()
        let receipt = try #require(try await lab.gate().receipts[july])
        let before = try await report(lab, july, commit: receipt.commit)
        try await lab.change(july, .reopen(reason: "A figure was wrong."))
        try await lab.report("P1A:1", for: july, .red, by: .hearing, narrative: "Corrected.")
        try await lab.evidence("P1A:1", .impact, for: july)
        let after = try await report(lab, july, commit: receipt.commit)
        #expect(after.parts.map(\.rating) == before.parts.map(\.rating))
        #expect(after.parts.map(\.findings) == before.parts.map(\.findings))
        #expect(after.evidence.isEmpty)
        let now = try await report(lab, july)
        #expect(now.parts.first?.rating == .red)
    }

    @Test func `as the board received it keeps the risks as they were seen then`() async throws {
        let lab = try await ProgressLab(today: day("2024-08-05"))
        let seen = RiskAssessment(
            score: try #require(RiskScore(likelihood: 3, impact: 4)), mitigation: "Ask more",
            owner: "Head of SEND", review: day("2024-12-01"))
        let raising = RaiseRisk(
            plan: lab.plan, objectives: [code("P1A:1")], title: "Nobody answers", isIssue: false, view: seen)
        let id = try await lab.commit { try raising.decide(&$0) }
        try await lab.change(july, .close)
        try await lab.change(july, .receive(board: "Improvement Board", meeting: nil, on: day("2024-08-05")))
        let receipt = try #require(try await lab.gate().receipts[july])
        let worse = RiskAssessment(
            score: try #require(RiskScore(likelihood: 5, impact: 5)), mitigation: "Nothing helped",
            owner: "Nobody", review: day("2025-01-01"))
        for change in [ChangeRisk.Change.assess(worse), .close(how: "It came true.")] {
            _ = try await lab.commit { deciding -> Bool in
                try ChangeRisk(risk: id, change: change).decide(&deciding)
                return true
            }
        }
        let received = try await report(lab, july, commit: receipt.commit).risks
        #expect(received.map(\.title) == ["Nobody answers"])
        #expect(received.map { $0.score?.product } == [12])
        #expect(received.map(\.owner) == ["Head of SEND"])
        #expect(received.map(\.isOpen) == [true])
    }

    @Test func `of a plan rated by quarter has its actions`() async throws {
        let lab = try await ProgressLab()
        let plan = try await lab.lab.recordOf("HOLLIN-2018").plan
        let report = try await lab.lab.ledger.read { snapshot in
            try AssuranceReporting(snapshot: snapshot, plan: plan, month: month("2018-06"), commit: nil)
                .report(today: Lab.today)
        }
        #expect(report.parts.count == 5)
        #expect(report.parts.allSatisfy { $0.part.part == ActionStatement.part })
    }
}

@Suite struct `What stands above a month's report` {
    private let introduction = MonthIntroduction(summary: "A hard month.", asks: ["Move m2 to December?"])

    @Test func `is written while the month is open, and kept with it`() async throws {
        let lab = try await ProgressLab()
        let change = IntroduceMonth(plan: lab.plan, month: august, introduction: introduction)
        _ = try await lab.commit { try change.decide(&$0) }
        let plan = lab.plan
        let held = try await lab.lab.ledger.read { try MonthOverview.held(of: plan, august, $0)?.state }
        #expect(held?.introduction == introduction)
        #expect(held?.state == .open)
        try await lab.change(august, .close)
        let refused = try await refusal(MonthRefusal.self) {
            try await lab.commit { [introduction] in
                try IntroduceMonth(plan: plan, month: august, introduction: introduction).decide(&$0)
            }
        }
        #expect(refused == .closed(august))
        #expect(try await lab.lab.ledger.checkRebuild().difference == nil)
    }
}
