import CivilTime
import Testing

@testable import Ledger
@testable import Programme

@Suite struct `An area chooses by which day of a month things are due` {
    static let lastDays = [
        "P1A:1 2024-03": "2024-03-31", "P1A:2 2024-08": "2024-08-31", "P1A:2 2025-08": "2025-08-31",
        "P2A:1 2024-12": "2024-12-31", "P2A:2 2025-02": "2025-02-28",
    ]
    static let lastWorkingDays = [
        "P1A:1 2024-03": "2024-03-28", "P1A:2 2024-08": "2024-08-30", "P1A:2 2025-08": "2025-08-29",
        "P2A:1 2024-12": "2024-12-31", "P2A:2 2025-02": "2025-02-28",
    ]

    private func dues(_ lab: Lab) async throws -> [String: String] {
        try await lab.facts("programme.objective-due").mapValues { $0[0] }
    }

    private func choose(_ value: String, in lab: Lab) async throws -> Int? {
        try await lab.ledger.setReference(
            [DueRule.setting: DueChoice.choice(value)], by: lab.author)
    }

    @Test func `due days move when the area chooses the last working day, and only then`() async throws {
        let lab = try await Lab()
        try await lab.record(SmallActionPlan.text)
        #expect(try await dues(lab) == Self.lastDays)
        try await lab.ledger.setReference([DueRule.holidays: DueChoice.holidays], by: .program)
        #expect(try await dues(lab) == Self.lastDays)
        #expect(try await choose(DueRule.lastDay, in: lab) != nil)
        #expect(try await dues(lab) == Self.lastDays)
        #expect(try await lab.ledger.checkRebuild().difference == nil)

        #expect(try await choose(DueRule.lastWorkingDay, in: lab) != nil)
        #expect(try await dues(lab) == Self.lastWorkingDays)
        #expect(try await lab.facts("programme.milestone-due")["P1A:1 m2"] == ["2024-03-28", "2024-03-28"])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
        #expect(try await choose(DueRule.lastWorkingDay, in: lab) == nil)

        #expect(try await choose(DueRule.lastDay, in: lab) != nil)
        #expect(try await dues(lab) == Self.lastDays)
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `pages follow the choice`() async throws {
        let lab = try await Lab()
        try await lab.record(SmallActionPlan.text)
        let address = "/plans/HOLLIN-2024/objectives/P1A:2"
        let saturday = day("2024-08-31")
        #expect(await lab.page(address, today: saturday).summary["Standing"] == "Due today")
        try await lab.ledger.setReference(
            [
                DueRule.holidays: DueChoice.holidays,
                DueRule.setting: DueChoice.choice(DueRule.lastWorkingDay),
            ], by: .program)
        #expect(await lab.page(address, today: saturday).summary["Standing"] == "1 day late")
        let dates = await lab.page("/plans/HOLLIN-2024/dates", today: saturday)
        let row = dates.tables["Due in March 2024"]?.rows.first { $0[1] == "objective" }
        #expect(row?[2] == "28 March 2024")
        #expect(await lab.page(address, today: day("2024-08-30")).summary["Standing"] == "Due today")
    }

    @Test func `a plan recorded after the choice follows it`() async throws {
        let lab = try await Lab()
        _ = try await choose(DueRule.lastWorkingDay, in: lab)
        try await lab.ledger.setReference([DueRule.holidays: DueChoice.holidays], by: .program)
        try await lab.record(SmallActionPlan.text)
        #expect(try await dues(lab) == Self.lastWorkingDays)
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `a holiday proclaimed later moves only what it touches`() async throws {
        let lab = try await Lab()
        try await lab.record(SmallActionPlan.text)
        _ = try await choose(DueRule.lastWorkingDay, in: lab)
        try await lab.ledger.setReference([DueRule.holidays: DueChoice.holidays], by: .program)
        let more = BankHolidays.days(in: .englandAndWales).union([day("2024-12-31")]).sorted()
        try await lab.ledger.setReference(
            [DueRule.holidays: .days(more, complete: BankHolidays.coverage)], by: .program)
        var expected = Self.lastWorkingDays
        expected["P2A:1 2024-12"] = "2024-12-30"
        #expect(try await dues(lab) == expected)
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }
}
