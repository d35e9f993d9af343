/// Moving a day, and the distance between two. Whatever leaves the range of `Day` stops at its end; a move by
/// months or years stops in its first or last month.
extension Day {
    /// The day so many days later (earlier when negative). "Within N days of" a day ends on `day + N`.
    @inlinable
    public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days.asDistance) }

    /// The day so many days earlier (later when negative).
    @inlinable
    public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days.asDistance) }

    /// How many days the left day lies after the right: 0 for the same day, negative when it lies before.
    @inlinable
    public static func - (later: Day, earlier: Day) -> Int { later.number - earlier.number }

    /// The day so many days later; the same as `+`, for where words read better.
    @inlinable
    public func adding(days: Int) -> Day { self + days }

    /// The day so many weeks later, on the same day of the week.
    @inlinable
    public func adding(weeks count: Int) -> Day { self + weeks(count) }

    /// The corresponding date so many months later, or the last day of that month where it has no such date:
    /// 31 January and one month is 28 or 29 February. To verify: the ordinary reading in law.
    @inlinable
    public func adding(months: Int) -> Day {
        let date = Gregorian.date(number: number)
        let target = calendarMonth + months
        return target.first + (Swift.min(date.day, target.length) - 1)
    }

    /// The same date so many years later; 29 February gives 28 February in a common year.
    ///
    /// For birthdays, which follow another rule, see `Age.birthday(_:bornOn:)`.
    @inlinable
    public func adding(years: Int) -> Day { adding(months: years.asDistance * 12) }
}

/// Weeks, which begin on Monday.
extension Day {
    /// The Monday on or before this day.
    @inlinable
    public var startOfWeek: Day { self - (weekday.rawValue - 1) }

    /// The Sunday on or after this day.
    @inlinable
    public var endOfWeek: Day { self + (7 - weekday.rawValue) }

    /// The week by ISO 8601: its number, 1...53, and the year it is counted in, which is the year of its
    /// Thursday and so may differ from the year of this day at New Year.
    @inlinable
    public var isoWeek: (year: Int, week: Int) {
        let thursday = startOfWeek + 3
        let year = thursday.year
        return (year, (thursday.number - Gregorian.number(year: year, month: 1, day: 1)) / 7 + 1)
    }
}

/// The days in so many weeks: `received + weeks(6)`.
@inlinable
public func weeks(_ count: Int) -> Int { count.asDistance * 7 }

/// Days can be walked: `for day in first...last`.
extension Day: Strideable {
    /// How many days the other day lies after this one.
    @inlinable
    public func distance(to other: Day) -> Int { other - self }

    /// The day so many days later.
    @inlinable
    public func advanced(by days: Int) -> Day { self + days }
}
