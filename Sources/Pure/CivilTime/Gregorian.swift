/// The Gregorian calendar as arithmetic over whole numbers, in constant time and without tables.
///
/// Years are counted from March, so that the leap day is the last day of its year and the lengths of the
/// months follow one straight line: `(153 m + 2) / 5` days lie before month `m` (March is 0). All values
/// met here are positive, because a `Day` never leaves 1583...9999.
@usableFromInline
enum Gregorian {
    /// Days from 1 March of year 0 to 1 January 1970.
    @inlinable
    static var epoch: Int { 719_468 }

    /// The first and last year the module knows: the first whole year of the Gregorian calendar, and the
    /// last with four digits.
    @inlinable
    static var years: ClosedRange<Int> { 1583...9999 }

    /// The day number (1970-01-01 is 0) of a date that exists.
    @inlinable
    static func number(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = month > 2 ? month - 3 : month + 9
        let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
        return marchYear * 365 + leapDays + (153 * marchMonth + 2) / 5 + day - 1 - epoch
    }

    /// The date of a day number: peel off centuries (146 097 days in four), then years (1 461 in four), then
    /// months (153 days in five).
    @inlinable
    static func date(number: Int) -> (year: Int, month: Int, day: Int) {
        let quarters = 4 * (number + epoch) + 3
        let (century, inCentury) = quarters.quotientAndRemainder(dividingBy: 146_097)
        let (yearOfCentury, inYear) = (inCentury | 3).quotientAndRemainder(dividingBy: 1461)
        let fifths = 5 * (inYear / 4) + 2
        let (marchMonth, inMonth) = fifths.quotientAndRemainder(dividingBy: 153)
        let january = marchMonth >= 10
        return (
            century * 100 + yearOfCentury + (january ? 1 : 0),
            january ? marchMonth - 9 : marchMonth + 3,
            inMonth / 5 + 1
        )
    }

    /// Whether February has 29 days.
    @inlinable
    static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    /// How many days a month (1...12) of a year has.
    @inlinable
    static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Int {
    /// The nearest value inside the range.
    @inlinable
    func clamped(to range: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }

    /// A number of days, weeks, months or years, cut to a size that no sum can overflow with.
    ///
    /// Ten million days is more than three times the whole range of `Day`.
    @inlinable
    var asDistance: Int { clamped(to: -10_000_000...10_000_000) }
}
