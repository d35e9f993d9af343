import CivilTime
import Testing

@Suite struct `Easter Sunday` {
    @Test(arguments: [
        "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "1818-03-22",
        "1943-04-25", "2285-03-22", "2038-04-25", "1954-04-18", "1981-04-19",
    ])
    func `falls on the days known`(_ iso: String) {
        #expect(Easter.sunday(year: day(iso).year).iso == iso)
    }

    @Test func `agrees with another method for every year`() {
        let wrong = (1583...9999).filter { Easter.sunday(year: $0) != Self.byLilius(year: $0) }
        #expect(wrong.isEmpty)
    }

    @Test func `has Good Friday before it and a Monday after it`() {
        #expect(Easter.goodFriday(year: 2026).iso == "2026-04-03")
        #expect(Easter.monday(year: 2026).iso == "2026-04-06")
    }

    @Test func `outside the range is that of the nearest year`() {
        #expect(Easter.sunday(year: 0) == Easter.sunday(year: 1583))
        #expect(Easter.sunday(year: Int.max) == Easter.sunday(year: 9999))
    }

    /// The first Sunday after the full moon of Lilius, from the age of the moon on each day from 21 March on.
    static func byLilius(year: Int) -> Day {
        let century = year / 100
        let solar = century - century / 4
        let lunar = (century - (century - 17) / 25) / 3
        var moonAge = (19 * (year % 19) + solar - lunar + 15) % 30
        moonAge -= (moonAge / 28) * (1 - (29 / (moonAge + 1)) * ((21 - year % 19) / 11))
        let moon = day("\(year)-03-21") + moonAge
        return (moon + 1).endOfWeek
    }
}
