import CivilTime
import Testing

@Suite struct `Moving a day` {
    @Test(arguments: [
        ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2023-12-31", 2, "2024-02-29"),
        ("2024-12-31", 2, "2025-02-28"), ("2024-03-31", -1, "2024-02-29"), ("2024-05-31", 1, "2024-06-30"),
        ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2024-01-15", -1, "2023-12-15"),
        ("2024-01-15", 0, "2024-01-15"), ("2025-03-10", 12, "2026-03-10"), ("1900-01-31", 1, "1900-02-28"),
    ])
    func `by months keeps the date or takes the month's last day`(_ from: String, _ months: Int, _ to: String)
    {
        #expect(day(from).adding(months: months).iso == to)
    }

    @Test func `by years takes 28 February where there is no 29th`() {
        #expect(day("2024-02-29").adding(years: 1).iso == "2025-02-28")
        #expect(day("2024-02-29").adding(years: 4).iso == "2028-02-29")
        #expect(day("2024-02-29").adding(years: -4).iso == "2020-02-29")
        #expect(day("2024-06-01").adding(years: 20).iso == "2044-06-01")
    }

    @Test func `by days and weeks`() {
        #expect((day("2024-02-28") + 2).iso == "2024-03-01")
        #expect((day("2024-03-01") - 1).iso == "2024-02-29")
        #expect(day("2025-12-31").adding(days: 1).iso == "2026-01-01")
        #expect(day("2026-01-05").adding(weeks: 6) == day("2026-01-05") + 42)
        #expect(day("2026-01-05") + weeks(20) == day("2026-05-25"))
    }

    @Test func `the distance of two days has a sign`() {
        #expect(day("2024-03-01") - day("2024-02-01") == 29)
        #expect(day("2024-02-01") - day("2024-03-01") == -29)
    }

    @Test(arguments: [Int.max, Int.min, 1 << 40, -(1 << 40)])
    func `too far stops at the end of the range`(_ distance: Int) {
        let end = distance > 0 ? Day.latest : .earliest
        let other = distance > 0 ? Day.earliest : .latest
        let start = day("2024-01-31")
        #expect(start + distance == end)
        #expect(start - distance == other)
        #expect(start.adding(weeks: distance) == end)
        #expect(start.adding(months: distance).calendarMonth == end.calendarMonth)
        #expect(start.adding(years: distance).calendarMonth == end.calendarMonth)
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `forth and back by days ends where it began`(_ seed: UInt64) {
        let wrong = made(2000, seed: seed) {
            ($0.day(1800...2300), Int.random(in: -50_000...50_000, using: &$0))
        }
        .filter { (start: Day, days: Int) -> Bool in
            let end: Day = start + days
            let back: Day = end - days
            let distance: Int = end - start
            return back != start || distance != days
        }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: [UInt64(4), 5, 6])
    func `by months lands in the right month on the nearest date`(_ seed: UInt64) {
        let wrong = made(2000, seed: seed) { ($0.day(1800...2300), Int.random(in: -2000...2000, using: &$0)) }
            .filter { start, months in
                let end = start.adding(months: months)
                let expected = min(start.dayOfMonth, end.calendarMonth.length)
                return end.calendarMonth - start.calendarMonth != months || end.dayOfMonth != expected
            }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: [UInt64(7), 8])
    func `a month later never comes before what a month later is for an earlier day`(_ seed: UInt64) {
        let wrong = made(2000, seed: seed) { ($0.day(), Int.random(in: 0...60, using: &$0)) }
            .filter { $0.adding(months: $1) > ($0 + 1).adding(months: $1) }
        #expect(wrong.isEmpty)
    }

    @Test func `a range of days can be walked`() {
        #expect((day("2024-02-27")...day("2024-03-02")).count == 5)
        #expect((day("2024-02-27")..<day("2024-03-02")).map(\.dayOfMonth) == [27, 28, 29, 1])
        #expect(Array((Day.latest - 1)...Day.latest).count == 2)
    }
}

@Suite struct `A week` {
    @Test(arguments: [
        ("2024-11-25", "2024-11-25"), ("2024-12-01", "2024-11-25"), ("2024-12-02", "2024-12-02"),
        ("2025-01-01", "2024-12-30"),
    ])
    func `begins on Monday`(_ iso: String, _ monday: String) {
        #expect(day(iso).startOfWeek.iso == monday)
        #expect(day(iso).endOfWeek == day(monday) + 6)
    }

    @Test(arguments: [
        ("2024-12-30", 2025, 1), ("2021-01-01", 2020, 53), ("2020-12-31", 2020, 53), ("2024-01-01", 2024, 1),
        ("2023-01-01", 2022, 52), ("2026-11-21", 2026, 47), ("2027-01-03", 2026, 53),
    ])
    func `is numbered in the year of its Thursday`(_ iso: String, _ year: Int, _ week: Int) {
        #expect(day(iso).isoWeek == (year, week))
    }

    @Test(arguments: [UInt64(1), 2])
    func `has one number for its seven days and the next number after it`(_ seed: UInt64) {
        let wrong = made(1000, seed: seed) { $0.day(1600...9000).startOfWeek }.filter { monday in
            let week = monday.isoWeek
            let next = (monday + 7).isoWeek
            let follows =
                next == (week.year, week.week + 1) || (next == (week.year + 1, 1) && week.week >= 52)
            return !follows || (0..<7).contains { (monday + $0).isoWeek != week }
        }
        #expect(wrong.isEmpty)
    }
}
