/// What the clock on a wall in London shows at a moment, by the rule for summer time and nothing else.
///
/// The rule: one hour ahead of UTC from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday
/// of October. Certain from 1996 on, and for as long as the law is not changed. To verify: earlier moments
/// are given by the same rule, though until 1995 summer time could end on another Sunday in October, from
/// 1972 to 1980 it could also begin on another in March, and from 1968 to 1971 it lasted all year. For those
/// the hour may be wrong, and near midnight the day.
extension Day {
    /// The day it is in London at a moment.
    ///
    /// - Parameter moment: microseconds since 1970-01-01 00:00 UTC, leap seconds not counted.
    public static func inLondon(microsecondsSince1970 moment: Int64) -> Day {
        londonClock(microsecondsSince1970: moment).day
    }

    /// The day, hour (0...23) and minute (0...59) in London at a moment; seconds are cut off.
    ///
    /// - Parameter moment: microseconds since 1970-01-01 00:00 UTC, leap seconds not counted.
    public static func londonClock(
        microsecondsSince1970 moment: Int64
    ) -> (day: Day, hour: Int, minute: Int) {
        let utc = wholeMinutes(moment)
        let local = isSummerTime(utcMinutes: utc) ? utc + 60 : utc
        let (day, minute) = divideDown(local, by: minutesInDay)
        return (Day(number: day), minute / 60, minute % 60)
    }

    /// Whether London is on summer time (BST) at a moment.
    ///
    /// - Parameter moment: microseconds since 1970-01-01 00:00 UTC, leap seconds not counted.
    public static func isLondonSummerTime(microsecondsSince1970 moment: Int64) -> Bool {
        isSummerTime(utcMinutes: wholeMinutes(moment))
    }

    private static var minutesInDay: Int { 1440 }

    private static func wholeMinutes(_ moment: Int64) -> Int {
        divideDown(Int(moment), by: 60_000_000).quotient
    }

    private static func isSummerTime(utcMinutes: Int) -> Bool {
        let year = Day(number: divideDown(utcMinutes, by: minutesInDay).quotient).year
        let begins = changeOver(year: year, month: 3)
        let ends = changeOver(year: year, month: 10)
        return utcMinutes >= begins && utcMinutes < ends
    }

    /// 01:00 UTC on the last Sunday of the month, in minutes since 1970.
    private static func changeOver(year: Int, month: Int) -> Int {
        Month(index: year * 12 + month - 1).last(.sunday).number * minutesInDay + 60
    }

    /// Division whose remainder is never negative.
    private static func divideDown(_ value: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
