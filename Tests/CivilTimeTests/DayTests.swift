import CivilTime
import Testing

@Suite struct `A day` {
    @Test func `is counted from 1970`() {
        #expect(Day(number: 0).iso == "1970-01-01")
        #expect(Day(number: -1).iso == "1969-12-31")
        #expect(day("2000-03-01").number == 11_017)
    }

    @Test func `reaches from 1583 to 9999`() {
        #expect(Day.earliest == Day(year: 1583, month: 1, day: 1))
        #expect(Day.latest == Day(year: 9999, month: 12, day: 31))
        #expect(Day.earliest.iso == "1583-01-01")
        #expect(Day.latest.iso == "9999-12-31")
    }

    @Test(arguments: [Int.min, -141_350, -141_349])
    func `numbers below the range give its first day`(_ number: Int) {
        #expect(Day(number: number) == .earliest)
    }

    @Test(arguments: [Int.max, 2_932_897, 2_932_896])
    func `numbers above the range give its last day`(_ number: Int) {
        #expect(Day(number: number) == .latest)
    }

    @Test(arguments: [
        (1582, 12, 31), (10_000, 1, 1), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0), (2024, 1, 32),
        (2023, 2, 29),
        (1900, 2, 29), (2024, 4, 31), (2024, -1, 1), (2024, 1, -1), (Int.max, 1, 1),
        (Int.min, Int.min, Int.min),
        (2024, 1, Int.max),
    ])
    func `a date that does not exist is refused`(_ year: Int, _ month: Int, _ dayOfMonth: Int) {
        #expect(Day(year: year, month: month, day: dayOfMonth) == nil)
    }

    @Test(arguments: [
        ("1970-01-01", Weekday.thursday), ("2024-11-25", .monday), ("2000-02-29", .tuesday),
        ("1583-01-01", .saturday), ("2026-11-21", .saturday), ("9999-12-31", .friday),
    ])
    func `knows its day of the week`(_ iso: String, _ weekday: Weekday) {
        #expect(day(iso).weekday == weekday)
    }

    @Test func `every one from 1900 to 2100 agrees with a count by hand`() {
        var (year, month, dayOfMonth, weekday) = (1900, 1, 1, 1)
        for number in -25_567...47_846 {
            let day = Day(number: number)
            let date = Day(year: year, month: month, day: dayOfMonth)
            guard day == date, day.year == year, day.month == month, day.dayOfMonth == dayOfMonth,
                day.weekday.rawValue == weekday
            else {
                Issue.record("\(number) is not \(year)-\(month)-\(dayOfMonth)")
                return
            }
            weekday = weekday % 7 + 1
            dayOfMonth += 1
            if Day(year: year, month: month, day: dayOfMonth) == nil { (month, dayOfMonth) = (month + 1, 1) }
            if month == 13 { (year, month) = (year + 1, 1) }
        }
        #expect(year == 2101)
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `any in the range is made again from its date`(_ seed: UInt64) {
        let wrong = made(4000, seed: seed) { $0.day() }
            .filter { Day(year: $0.year, month: $0.month, day: $0.dayOfMonth) != $0 }
        #expect(wrong.isEmpty)
    }

    @Test func `every month of the range begins the day after the one before ends`() {
        let months = Day.earliest.calendarMonth...Day.latest.calendarMonth
        let wrong = months.dropLast().filter { ($0 + 1).first != $0.last + 1 }
        #expect(wrong.isEmpty)
        #expect(months.count == 8417 * 12)
    }

    @Test func `compares as time passes`() {
        #expect(day("2024-01-31") < day("2024-02-01"))
        #expect(day("1969-12-31") < day("1970-01-01"))
        #expect([day("2025-01-01"), day("2024-12-31")].min()?.iso == "2024-12-31")
    }
}

@Suite struct `A day of the week` {
    @Test func `is numbered from Monday`() {
        #expect(Weekday.allCases.map(\.rawValue) == Array(1...7))
        #expect(Weekday.monday < .sunday)
    }

    @Test func `has an English name`() {
        let names = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
        #expect(Weekday.allCases.map(\.name).joined(separator: " ") == names)
        #expect("\(Weekday.friday)" == "Friday")
    }

    @Test func `the weekend is Saturday and Sunday`() {
        #expect(Weekday.allCases.filter(\.isWeekend) == [.saturday, .sunday])
    }
}
