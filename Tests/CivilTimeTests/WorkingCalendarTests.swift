import CivilTime
import Testing

@Suite struct `Working days` {
    let england = WorkingCalendar.englandAndWales
    let kingdom = WorkingCalendar.unitedKingdom
    let bare = WorkingCalendar(holidays: [], covers: Span(openFrom: .earliest))

    @Test func `three after 30 April 2026 pass over the early May holiday`() {
        #expect(england.adding(workingDays: 3, to: day("2026-04-30")).iso == "2026-05-06")
    }

    @Test func `fifteen beginning with 20 May 2026 pass over the spring holiday`() {
        #expect(england.adding(workingDays: 15, beginningWith: day("2026-05-20")).iso == "2026-06-10")
    }

    @Test func `twenty after 2 March 2026 in the United Kingdom pass over St Patrick's Day`() {
        #expect(kingdom.adding(workingDays: 20, to: day("2026-03-02")).iso == "2026-03-31")
        #expect(england.adding(workingDays: 20, to: day("2026-03-02")).iso == "2026-03-30")
    }

    @Test(arguments: [
        ("2026-05-01", true), ("2026-05-02", false), ("2026-05-03", false), ("2026-05-04", false),
        ("2026-12-25", false), ("2026-12-26", false), ("2026-12-28", false), ("2026-12-29", true),
        ("2027-12-25", false), ("2027-12-27", false), ("2026-04-03", false), ("2026-03-17", true),
        ("2023-05-08", false), ("2022-05-02", true),
    ])
    func `in England and Wales`(_ iso: String, _ working: Bool) {
        #expect(england.isWorking(day(iso)) == working)
    }

    @Test(arguments: [2020, 2023, 2026, 2040, 2100, 9999])
    func `never fall on Christmas Day or Good Friday, whatever the data`(_ year: Int) {
        #expect(!bare.isWorking(day("\(year)-12-25")))
        #expect(!bare.isWorking(Easter.goodFriday(year: year)))
    }

    @Test func `other Fridays in spring are working days`() {
        let fridays = (day("2030-03-01")...day("2030-04-30")).filter { $0.weekday == .friday }
        #expect(fridays.filter { !bare.isWorking($0) } == [Easter.goodFriday(year: 2030)])
    }

    @Test func `beginning with a day off, the first is the next working day`() {
        #expect(england.adding(workingDays: 1, beginningWith: day("2026-05-02")).iso == "2026-05-05")
        #expect(england.adding(workingDays: 1, beginningWith: day("2026-05-05")).iso == "2026-05-05")
        #expect(england.adding(workingDays: 0, beginningWith: day("2026-05-05")).iso == "2026-05-05")
        #expect(england.adding(workingDays: Int.min, beginningWith: day("2026-05-02")).iso == "2026-05-05")
    }

    @Test func `none leaves the day, fewer than none count back`() {
        #expect(england.adding(workingDays: 0, to: day("2026-05-02")).iso == "2026-05-02")
        #expect(england.adding(workingDays: -1, to: day("2026-05-05")).iso == "2026-05-01")
        #expect(england.onOrBefore(day("2026-05-04")).iso == "2026-05-01")
        #expect(england.onOrAfter(day("2026-05-01")).iso == "2026-05-01")
    }

    @Test func `end where the calendar ends`() {
        #expect(bare.adding(workingDays: Int.max, to: .latest - 30) == .latest)
        #expect(bare.adding(workingDays: Int.min, to: .earliest + 30) == .earliest)
    }

    @Test func `between two days can be counted in three ways`() {
        let (first, last) = (day("2026-05-01"), day("2026-05-06"))
        #expect(england.workingDays(from: first, to: last) == 3)
        #expect(england.workingDays(after: first, to: last) == 2)
        #expect(england.workingDays(from: first, before: last) == 2)
        #expect(england.workingDays(from: first, to: first) == 1)
        #expect(england.workingDays(from: last, to: first) == 0)
        #expect(england.workingDays(after: first, to: first) == 0)
        #expect(england.workingDays(from: first, before: first) == 0)
        #expect(england.workingDays(from: day("2026-01-01"), to: day("2026-12-31")) == 253)
    }

    @Test func `beyond the data say so`() {
        #expect(england.covers(day("2028-12-31")))
        #expect(!england.covers(day("2029-01-01")))
        #expect(!england.covers(day("2022-12-31")))
    }

    @Test func `give way to a holiday added by hand`() {
        let funeral = day("2027-06-09")
        let changed = england.adding(holidays: [funeral])
        #expect(england.isWorking(funeral))
        #expect(!changed.isWorking(funeral))
        #expect(changed.adding(workingDays: 1, to: funeral - 1) == funeral + 1)
        #expect(changed.coverage == england.coverage)
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `added and then counted are the same number`(_ seed: UInt64) {
        let wrong = made(100, seed: seed) { ($0.day(2020...2035), Int.random(in: 1...60, using: &$0)) }
            .filter { start, count in
                let end = kingdom.adding(workingDays: count, to: start)
                let last = kingdom.adding(workingDays: count, beginningWith: start)
                return kingdom.workingDays(after: start, to: end) != count || !kingdom.isWorking(end)
                    || kingdom.workingDays(from: start, to: last) != count || !kingdom.isWorking(last)
            }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: [UInt64(4), 5])
    func `forth and back end on the day for a working day`(_ seed: UInt64) {
        let wrong = made(100, seed: seed) { ($0.day(2020...2035), Int.random(in: 1...60, using: &$0)) }
            .filter { start, count in
                let day = england.onOrAfter(start)
                let there = england.adding(workingDays: count, to: day)
                return england.adding(workingDays: -count, to: there) != day
                    || england.adding(workingDays: count + 1, beginningWith: day) != there
            }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: [UInt64(6)])
    func `are never more in the United Kingdom than in England and Wales`(_ seed: UInt64) {
        let wrong = made(50, seed: seed) { ($0.day(2023...2027), Int.random(in: 0...200, using: &$0)) }
            .filter {
                kingdom.workingDays(from: $0, to: $0 + $1) > england.workingDays(from: $0, to: $0 + $1)
            }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: [UInt64(7), 8, 9, 10])
    func `counted by weeks are those counted day by day`(_ seed: UInt64) {
        for sample in samples(400, seed: seed) {
            let (calendar, start, count) = (sample.calendar, sample.start, sample.count)
            #expect(
                calendar.adding(workingDays: count, to: start) == walked(count, from: start, calendar),
                "\(count) from \(start.iso)")
            let end = start + abs(count)
            #expect(
                calendar.workingDays(from: start, to: end)
                    == (start...end).count { isWorkingByTheRule($0, calendar) }, "\(start.iso) to \(end.iso)")
            #expect(calendar.isWorking(start) == isWorkingByTheRule(start, calendar), "\(start.iso)")
        }
    }

    @Test func `at the ends of the calendar they stop as a walk does`() {
        for count in [-300, -3, -2, -1, 1, 2, 3, 300] {
            for offset in 0...9 {
                for start in [Day.earliest + offset, Day.latest - offset] {
                    #expect(
                        england.adding(workingDays: count, to: start) == walked(count, from: start, england))
                }
            }
        }
    }

    /// A calendar with holidays at random, some in runs of weeks, with a day and a number to try it on.
    private struct Sample {
        let calendar: WorkingCalendar
        let start: Day
        let count: Int
    }

    private func samples(_ count: Int, seed: UInt64) -> [Sample] {
        made(count, seed: seed) { random in
            let years = Bool.random(using: &random) ? 2020...2030 : 1583...9999
            let start = random.day(years)
            var holidays: Set<Day> = []
            for _ in 0..<Int.random(in: 0...20, using: &random) {
                let first = start + Int.random(in: -400...400, using: &random)
                let last = first + Int.random(in: 0...20, using: &random)
                holidays.formUnion(first...last)
            }
            return Sample(
                calendar: WorkingCalendar(holidays: holidays, covers: Span(openFrom: .earliest)),
                start: start, count: Int.random(in: -250...250, using: &random))
        }
    }

    /// The definition, word for word.
    private func isWorkingByTheRule(_ day: Day, _ calendar: WorkingCalendar) -> Bool {
        !day.weekday.isWeekend && !calendar.holidays.contains(day)
            && !(day.month == 12 && day.dayOfMonth == 25) && day != Easter.goodFriday(year: day.year)
    }

    /// The count, one day after another.
    private func walked(_ count: Int, from start: Day, _ calendar: WorkingCalendar) -> Day {
        var day = start
        var left = abs(count)
        while left > 0, count > 0 ? day < .latest : day > .earliest {
            day = count > 0 ? day + 1 : day - 1
            if isWorkingByTheRule(day, calendar) { left -= 1 }
        }
        return day
    }
}
