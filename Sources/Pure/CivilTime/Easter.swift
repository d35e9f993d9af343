/// Easter in the Gregorian calendar, from which Good Friday is counted.
///
/// Computed, never loaded: the Sunday after the first ecclesiastical full moon on or after 21 March. Certain.
public enum Easter {
    /// Easter Sunday, between 22 March and 25 April.
    ///
    /// - Parameter year: 1583...9999; a year outside gives that of the nearest year inside.
    public static func sunday(year: Int) -> Day {
        let year = year.clamped(to: Gregorian.years)
        let moon = Day.known(year, 3, 1) + (paschalMoon(year: year) - 1)
        return (moon + 1).endOfWeek
    }

    /// The Friday before Easter Sunday: by common law a holiday, and in statutes named beside bank holidays.
    ///
    /// - Parameter year: 1583...9999; a year outside gives that of the nearest year inside.
    public static func goodFriday(year: Int) -> Day { sunday(year: year) - 2 }

    /// The Monday after Easter Sunday: a bank holiday except in Scotland.
    ///
    /// - Parameter year: 1583...9999; a year outside gives that of the nearest year inside.
    public static func monday(year: Int) -> Day { sunday(year: year) + 1 }

    /// The full moon by the church's tables, as a day counted from 1 March (so 32 is 1 April).
    ///
    /// The moon repeats every 19 years (the golden number), shifted by the leap days that centuries leave out
    /// and by the slow drift of the cycle against the true moon.
    private static func paschalMoon(year: Int) -> Int {
        let golden = year % 19 + 1
        let century = year / 100 + 1
        let leapDaysLeftOut = 3 * century / 4 - 12
        let moonDrift = (8 * century + 5) / 25 - 5
        var epact = (11 * golden + 20 + moonDrift - leapDaysLeftOut) % 30
        if epact < 0 { epact += 30 }
        if epact == 24 || (epact == 25 && golden > 11) { epact += 1 }
        let day = 44 - epact
        return day < 21 ? day + 30 : day
    }
}
