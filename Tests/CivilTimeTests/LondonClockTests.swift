import CivilTime
import Testing

@Suite struct `The clock in London` {
    /// A moment from a day and a time of day in UTC.
    static func moment(_ iso: String, _ hour: Int, _ minute: Int, _ second: Int = 0) -> Int64 {
        Int64(((day(iso).number * 24 + hour) * 60 + minute) * 60 + second) * 1_000_000
    }

    @Test(arguments: [
        ("2024-03-31", 0, 59, "2024-03-31 00:59"), ("2024-03-31", 1, 0, "2024-03-31 02:00"),
        ("2024-10-27", 0, 59, "2024-10-27 01:59"), ("2024-10-27", 1, 0, "2024-10-27 01:00"),
        ("2026-03-29", 0, 59, "2026-03-29 00:59"), ("2026-03-29", 1, 0, "2026-03-29 02:00"),
        ("2026-10-25", 1, 0, "2026-10-25 01:00"), ("2026-07-01", 23, 0, "2026-07-02 00:00"),
        ("2026-07-01", 22, 59, "2026-07-01 23:59"), ("2026-01-01", 23, 59, "2026-01-01 23:59"),
        ("2025-12-31", 23, 59, "2025-12-31 23:59"), ("2026-03-31", 23, 30, "2026-04-01 00:30"),
        ("2026-10-31", 23, 30, "2026-10-31 23:30"), ("1996-10-27", 0, 30, "1996-10-27 01:30"),
    ])
    func `is an hour ahead in summer`(_ utcDay: String, _ hour: Int, _ minute: Int, _ shown: String) {
        let clock = Day.londonClock(microsecondsSince1970: Self.moment(utcDay, hour, minute, 59))
        let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        #expect("\(clock.day) \(pad(clock.hour)):\(pad(clock.minute))" == shown)
    }

    @Test func `gives the day alone`() {
        #expect(Day.inLondon(microsecondsSince1970: Self.moment("2026-06-30", 23, 0)).iso == "2026-07-01")
        #expect(
            Day.inLondon(microsecondsSince1970: Self.moment("2026-06-30", 22, 59, 59)).iso == "2026-06-30")
        #expect(Day.inLondon(microsecondsSince1970: 0).iso == "1970-01-01")
    }

    @Test func `before 1970 rounds down`() {
        let clock = Day.londonClock(microsecondsSince1970: -1)
        #expect(clock == (day("1969-12-31"), 23, 59))
    }

    @Test(arguments: [Int64.min, Int64.max])
    func `stands still at the ends of time`(_ moment: Int64) {
        #expect(Day.inLondon(microsecondsSince1970: moment) == (moment < 0 ? .earliest : .latest))
    }

    @Test(arguments: 1996...2060)
    func `changes on the last Sundays of March and October`(_ year: Int) {
        let changes = (0..<366).map { day("\(year)-01-01") + $0 }.filter { date in
            let noon = Self.moment(date.iso, 12, 0)
            let summer = Day.isLondonSummerTime(microsecondsSince1970: noon)
            return summer != Day.isLondonSummerTime(microsecondsSince1970: noon - 86_400_000_000)
        }
        #expect(changes.map(\.month) == [3, 10])
        #expect(changes.allSatisfy { $0.weekday == .sunday && $0.dayOfMonth >= 25 })
    }

    @Test(arguments: [UInt64(1), 2])
    func `differs from UTC by nothing or an hour and never goes back a day`(_ seed: UInt64) {
        let wrong = made(2000, seed: seed) { Int64.random(in: 0..<4_000_000_000_000_000, using: &$0) }
            .filter { moment in
                let clock = Day.londonClock(microsecondsSince1970: moment)
                let shown = (clock.day.number * 24 + clock.hour) * 60 + clock.minute
                let ahead = Day.isLondonSummerTime(microsecondsSince1970: moment) ? 60 : 0
                return shown - Int(moment / 60_000_000) != ahead
            }
        #expect(wrong.isEmpty)
    }
}
