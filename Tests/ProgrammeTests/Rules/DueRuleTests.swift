import CivilTime
import Testing

@testable import Ledger
@testable import Programme

/// What the reference may hold of the choice.
enum DueChoice {
    static let holidays = ReferenceValue.days(
        BankHolidays.days(in: .englandAndWales).sorted(), complete: BankHolidays.coverage)
    static func choice(_ value: String, from: Day = Day(number: 0)) -> ReferenceValue {
        .setting([.init(from: from, value: value)])
    }
}

@Suite struct `By which day something is due that is dated with a month` {
    @Test(arguments: ["2024-02", "2024-03", "2024-08", "2023-02", "2024-12"])
    func `unless an area chooses, it is the month's last day`(iso: String) {
        let choices: [[String: ReferenceValue]] = [
            [:], [DueRule.holidays: DueChoice.holidays],
            [DueRule.setting: DueChoice.choice(DueRule.lastDay), DueRule.holidays: DueChoice.holidays],
            [DueRule.setting: DueChoice.choice("something else"), DueRule.holidays: DueChoice.holidays],
            [DueRule.setting: DueChoice.choice(DueRule.lastWorkingDay, from: day("2030-01-01"))],
        ]
        for values in choices {
            var reader = ReferenceReader(Reference(values))
            #expect(DueRule.day(of: month(iso), &reader) == month(iso).last)
        }
    }

    @Test(arguments: [
        ("2024-08", "2024-08-30"), ("2024-03", "2024-03-28"), ("2024-09", "2024-09-30"),
        ("2024-02", "2024-02-29"), ("2024-06", "2024-06-28"), ("2027-05", "2027-05-28"),
        ("2026-05", "2026-05-29"), ("2024-12", "2024-12-31"),
    ])
    func `the last working day comes before weekends and bank holidays`(iso: String, due: String) {
        var reader = ReferenceReader(
            Reference([
                DueRule.setting: DueChoice.choice(DueRule.lastWorkingDay),
                DueRule.holidays: DueChoice.holidays,
            ]))
        #expect(DueRule.day(of: month(iso), &reader) == day(due))
    }

    @Test func `without holidays only weekends are left out`() {
        var reader = ReferenceReader(Reference([DueRule.setting: DueChoice.choice(DueRule.lastWorkingDay)]))
        #expect(DueRule.day(of: month("2024-03"), &reader) == day("2024-03-29"))
        #expect(DueRule.day(of: month("2024-08"), &reader) == day("2024-08-30"))
    }

    @Test func `a choice holds from its day on`() {
        var reader = ReferenceReader(
            Reference([
                DueRule.setting: .setting([
                    .init(from: Day(number: 0), value: DueRule.lastDay),
                    .init(from: day("2024-07-01"), value: DueRule.lastWorkingDay),
                ])
            ]))
        #expect(DueRule.day(of: month("2024-06"), &reader) == day("2024-06-30"))
        #expect(DueRule.day(of: month("2024-08"), &reader) == day("2024-08-30"))
    }

    @Test func `a month that is all holidays ends at its first day`() {
        var reader = ReferenceReader(
            Reference([
                DueRule.setting: DueChoice.choice(DueRule.lastWorkingDay),
                DueRule.holidays: .days(
                    (day("2024-01-01")...day("2024-01-31")).map { $0 }, complete: BankHolidays.coverage),
            ]))
        #expect(DueRule.day(of: month("2024-01"), &reader) == day("2024-01-01"))
    }
}
