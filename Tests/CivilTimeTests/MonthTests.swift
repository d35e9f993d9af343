import CivilTime
import Testing

@Suite struct `A month` {
    @Test(arguments: [
        (1582, 12), (10_000, 1), (2024, 0), (2024, 13), (2024, -1), (Int.max, 1), (2024, Int.min),
    ])
    func `that does not exist is refused`(_ year: Int, _ number: Int) {
        #expect(Month(year: year, month: number) == nil)
    }

    @Test(arguments: [
        "", "2024", "2024-13", "2024-00", "2024-1", "2024-011", "2024-01-01", " 2024-01", "2024-01 ",
        "٢٠٢٤-01",
        "+024-01", "2024/01", "1582-12", "-2024-01",
    ])
    func `text that is not strictly one is refused`(_ text: String) {
        #expect(Month(iso: text) == nil)
    }

    @Test func `has a first and a last day`() {
        #expect(month("2024-02").first.iso == "2024-02-01")
        #expect(month("2024-02").last.iso == "2024-02-29")
        #expect(month("2023-02").length == 28)
        #expect(month("1900-02").length == 28)
        #expect(month("2024-11").span.length == 30)
        #expect(month("2024-11").contains(day("2024-11-30")))
        #expect(!month("2024-11").contains(day("2023-11-30")))
    }

    @Test func `is added to and subtracted`() {
        #expect(month("2024-11") + 2 == month("2025-01"))
        #expect(month("2024-01") - 1 == month("2023-12"))
        #expect(month("2025-01") - month("2024-11") == 2)
        #expect(month("2024-11") < month("2025-01"))
        #expect(Array(month("2024-11")...month("2025-02")).map(\.month) == [11, 12, 1, 2])
    }

    @Test func `too far stops at the end of the range`() {
        #expect((month("2024-01") + Int.max).iso == "9999-12")
        #expect((month("2024-01") + Int.min).iso == "1583-01")
        #expect((month("2024-01") - Int.min).iso == "9999-12")
    }

    @Test func `in words`() {
        #expect(month("2024-11").written == "November 2024")
        #expect(month("2024-11").abbreviated == "Nov 2024")
        #expect("\(month("2024-05"))" == "2024-05")
        let names = (1...12).compactMap { Month(year: 2024, month: $0)?.abbreviated.prefix(3) }
        #expect(names.joined() == "JanFebMarAprMayJunJulAugSepOctNovDec")
    }

    @Test func `is one string in JSON`() throws {
        #expect(try json([month("2024-11")]) == #"["2024-11"]"#)
        #expect(try throughJSON([month("2024-11")]) == [month("2024-11")])
        let found = try cause(of: #"["2024-13"]"#, as: [Month].self) as? UnreadableDate
        #expect(found == UnreadableDate(text: "2024-13", expected: "YYYY-MM"))
    }

    @Test(arguments: [
        ("2026-10", 1, Weekday.thursday, "2026-10-01"), ("2027-01", 3, .thursday, "2027-01-21"),
        ("2027-05", 3, .thursday, "2027-05-20"), ("2027-10", 1, .thursday, "2027-10-07"),
        ("2028-01", 3, .thursday, "2028-01-20"), ("2028-05", 3, .thursday, "2028-05-18"),
        ("2026-05", 1, .monday, "2026-05-04"), ("2024-02", 5, .thursday, "2024-02-29"),
    ])
    func `finds the nth day of the week, such as the census days`(
        _ iso: String, _ nth: Int, _ weekday: Weekday, _ found: String
    ) {
        #expect(month(iso).day(nth, weekday)?.iso == found)
    }

    @Test func `has no fifth where there are four, and no zeroth`() {
        #expect(month("2024-02").day(5, .friday) == nil)
        #expect(month("2024-02").day(0, .friday) == nil)
        #expect(month("2024-02").day(Int.max, .friday) == nil)
    }

    @Test(arguments: [UInt64(1), 2])
    func `of a day contains it and is found again`(_ seed: UInt64) {
        let wrong = made(2000, seed: seed) { $0.day() }.filter { day in
            let month = day.calendarMonth
            let last = month.last(day.weekday)
            return !(month.first...month.last).contains(day) || Month(iso: month.iso) != month
                || Month(year: day.year, month: day.month) != month || last.weekday != day.weekday
                || last < day || last + 7 <= month.last
        }
        #expect(wrong.isEmpty)
    }
}
