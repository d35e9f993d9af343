/// A month of a year, such as November 2024, between January 1583 and December 9999.
///
/// As with `Day`, arithmetic that would leave the range stops at its end.
public struct Month: Sendable, Hashable, Comparable {
    /// Twelve times the year, and the months before this one in it.
    @usableFromInline let index: Int

    @inlinable
    init(index: Int) {
        self.index = index.clamped(to: Gregorian.years.lowerBound * 12...Gregorian.years.upperBound * 12 + 11)
    }

    /// The month, or nil for a year outside 1583...9999 or a month outside 1...12.
    @inlinable
    public init?(year: Int, month: Int) {
        guard Gregorian.years.contains(year), 1...12 ~= month else { return nil }
        self.init(index: year * 12 + month - 1)
    }

    /// The year, 1583...9999.
    @inlinable
    public var year: Int { index / 12 }

    /// The month of the year, 1 (January) to 12.
    @inlinable
    public var month: Int { index % 12 + 1 }

    /// How many days it has, 28...31.
    @inlinable
    public var length: Int { Gregorian.daysIn(month: month, year: year) }

    /// Its first day.
    @inlinable
    public var first: Day { Day(number: Gregorian.number(year: year, month: month, day: 1)) }

    /// Its last day.
    @inlinable
    public var last: Day { first + (length - 1) }

    /// All its days.
    public var span: Span { Span(unchecked: first, last) }

    /// Whether the day lies in this month.
    @inlinable
    public func contains(_ day: Day) -> Bool { day.calendarMonth == self }

    /// The last such day of the week in the month, as in "the last Friday in June".
    public func last(_ weekday: Weekday) -> Day {
        last - (last.weekday.rawValue - weekday.rawValue + 7) % 7
    }

    /// The first, second... such day of the week in the month, or nil where the month has not so many.
    ///
    /// - Parameter nth: 1...5.
    public func day(_ nth: Int, _ weekday: Weekday) -> Day? {
        guard 1...5 ~= nth else { return nil }
        let day = first + (weekday.rawValue - first.weekday.rawValue + 7) % 7 + weeks(nth - 1)
        return contains(day) ? day : nil
    }

    /// The month so many months later (earlier when negative).
    @inlinable
    public static func + (month: Month, months: Int) -> Month {
        Month(index: month.index + (months.clamped(to: -200_000...200_000)))
    }

    /// The month so many months earlier (later when negative).
    @inlinable
    public static func - (month: Month, months: Int) -> Month {
        Month(index: month.index - (months.clamped(to: -200_000...200_000)))
    }

    /// How many months the left month lies after the right.
    @inlinable
    public static func - (later: Month, earlier: Month) -> Int { later.index - earlier.index }

    /// Whether the left month is earlier.
    @inlinable
    public static func < (left: Month, right: Month) -> Bool { left.index < right.index }
}

/// Months can be walked: `for month in first...last`.
extension Month: Strideable {
    /// How many months the other month lies after this one.
    @inlinable
    public func distance(to other: Month) -> Int { other - self }

    /// The month so many months later.
    @inlinable
    public func advanced(by months: Int) -> Month { self + months }
}
