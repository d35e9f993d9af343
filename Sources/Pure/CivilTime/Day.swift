/// A civil date: a day of the Gregorian calendar without a time of day and without a time zone.
///
/// It is kept as one number, the days since 1 January 1970 (negative before it), so comparing, subtracting
/// and hashing cost what they cost for an `Int`. Every value lies between `Day.earliest` (1 January 1583) and
/// `Day.latest` (31 December 9999): arithmetic that would leave this range stops at its end instead of
/// trapping, so no number from a form or a file can stop the program.
public struct Day: Sendable, Hashable, Comparable {
    /// Days since 1 January 1970; -141 349 for `earliest`, 2 932 896 for `latest`.
    public let number: Int

    /// 1 January 1583, the first day of the first whole Gregorian year.
    @inlinable
    public static var earliest: Day { Day(unchecked: -141_349) }

    /// 31 December 9999, the last day that four digits of year can write.
    @inlinable
    public static var latest: Day { Day(unchecked: 2_932_896) }

    /// The day with this number; a number outside the range gives `earliest` or `latest`.
    ///
    /// - Parameter number: days since 1 January 1970.
    @inlinable
    public init(number: Int) {
        self.number = number.clamped(to: Day.earliest.number...Day.latest.number)
    }

    @inlinable
    init(unchecked number: Int) {
        self.number = number
    }

    /// The day of this date, or nil where there is none: a year outside 1583...9999, a month outside 1...12,
    /// or a day that the month does not have.
    @inlinable
    public init?(year: Int, month: Int, day: Int) {
        guard Gregorian.years.contains(year), 1...12 ~= month else { return nil }
        guard day >= 1, day <= Gregorian.daysIn(month: month, year: year) else { return nil }
        number = Gregorian.number(year: year, month: month, day: day)
    }

    /// A date written into this module, which the tests hold to exist.
    static func known(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(number: Gregorian.number(year: year, month: month, day: day))
    }

    /// The year, 1583...9999.
    @inlinable
    public var year: Int { Gregorian.date(number: number).year }

    /// The month of the year, 1 (January) to 12.
    @inlinable
    public var month: Int { Gregorian.date(number: number).month }

    /// The day of the month, 1...31.
    @inlinable
    public var dayOfMonth: Int { Gregorian.date(number: number).day }

    /// The day of the week. 1 January 1970 was a Thursday.
    @inlinable
    public var weekday: Weekday {
        Weekday(rawValue: (number + Gregorian.epoch + 2) % 7 + 1) ?? .monday
    }

    /// The calendar month this day lies in.
    @inlinable
    public var calendarMonth: Month {
        let date = Gregorian.date(number: number)
        return Month(index: date.year * 12 + date.month - 1)
    }

    /// Whether the left day is earlier.
    @inlinable
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}
