/// Mondays to Fridays, counted from the first Monday before every `Day`.
enum Weekdays {
    /// A Monday on or before `Day.earliest`: 27 December 1582 by the same calendar.
    private static let monday = -141_354

    /// How many there are from that Monday up to the day with this number.
    @inline(__always)
    static func count(upTo number: Int) -> Int {
        let days = number - monday
        let week = days / 7
        return week * 5 + min(days - week * 7 + 1, 5)
    }

    /// The day number of the one that makes the count.
    @inline(__always)
    static func number(of count: Int) -> Int {
        let week = (count - 1) / 5
        return monday + week * 7 + (count - 1 - week * 5)
    }
}
