import CivilTime
import Testing

@Suite struct `The bank holidays` {
    @Test(arguments: [
        (2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"),
        (2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"),
        (2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
        (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
        (2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
        (2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
    ])
    func `of England and Wales are those of the reference`(_ year: Int, _ dates: String) {
        let found = BankHolidays.holidays(in: .englandAndWales).map(\.day).filter { $0.year == year }
        #expect(found == dates.split(separator: " ").map { day("\(year)-\($0)") })
    }

    @Test(arguments: [
        (HolidayRegion.scotland, 2026, "01-02 06-15 08-03 11-30"), (.scotland, 2027, "01-04 08-02 11-30"),
        (.scotland, 2028, "01-04 08-07 11-30"), (.northernIreland, 2026, "03-17 07-13"),
        (.northernIreland, 2027, "03-17 07-12"), (.northernIreland, 2028, "03-17 07-12"),
        // From the same feed; the reference begins in 2026.
        (.scotland, 2023, "01-03 08-07 11-30"), (.scotland, 2024, "01-02 08-05 12-02"),
        (.scotland, 2025, "01-02 08-04 12-01"), (.northernIreland, 2023, "03-17 07-12"),
        (.northernIreland, 2024, "03-18 07-12"), (.northernIreland, 2025, "03-17 07-14"),
    ])
    func `elsewhere add their own`(_ region: HolidayRegion, _ year: Int, _ dates: String) {
        let added = BankHolidays.days(in: region).subtracting(BankHolidays.days(in: .englandAndWales))
            .filter { $0.year == year }
        #expect(added.sorted() == dates.split(separator: " ").map { day("\(year)-\($0)") })
    }

    @Test func `of the United Kingdom are those of all parts`() {
        let parts = HolidayRegion.unitedKingdom.parts.map { BankHolidays.days(in: $0) }
        #expect(parts.count == 3)
        #expect(BankHolidays.days(in: .unitedKingdom) == parts.reduce([]) { $0.union($1) })
    }

    @Test func `Scotland has no Easter Monday and its summer holiday comes first in August`() {
        #expect(BankHolidays.holidays(on: day("2026-04-06"), in: .scotland).isEmpty)
        #expect(
            BankHolidays.holidays(on: day("2026-04-06"), in: .unitedKingdom).map(\.name) == ["Easter Monday"])
        #expect(!BankHolidays.days(in: .scotland).contains(day("2026-08-31")))
    }

    @Test func `lie on weekdays inside the days covered`() {
        #expect(BankHolidays.all.allSatisfy { !$0.day.weekday.isWeekend })
        #expect(BankHolidays.all.allSatisfy { BankHolidays.coverage.contains($0.day) })
        #expect(BankHolidays.all.allSatisfy { !$0.parts.contains(.unitedKingdom) && !$0.parts.isEmpty })
        #expect(BankHolidays.all.map(\.day) == BankHolidays.all.map(\.day).sorted())
        #expect(BankHolidays.coverage.description == "2023-01-01/2028-12-31")
    }

    @Test func `have the Easter days where they are computed`() {
        for year in 2023...2028 {
            let friday = BankHolidays.holidays(on: Easter.goodFriday(year: year), in: .scotland)
            let monday = BankHolidays.holidays(on: Easter.monday(year: year), in: .englandAndWales)
            #expect(friday.map(\.name) == ["Good Friday"])
            #expect(monday.map(\.name) == ["Easter Monday"])
        }
    }

    @Test func `say which were single, which stand in, and which are still to be verified`() {
        let once = BankHolidays.all.filter { $0.kind == .once }.map(\.day.iso)
        #expect(once == ["2023-05-08", "2026-06-15"])
        #expect(
            BankHolidays.holidays(on: day("2026-12-28"), in: .englandAndWales).map(\.kind) == [.substitute])
        #expect(BankHolidays.all.filter { $0.certainty == .toVerify }.map(\.day.iso) == ["2026-06-15"])
    }

    @Test func `made for the United Kingdom are kept in each part`() {
        let holiday = BankHoliday(day: day("2030-01-01"), name: "X", kind: .once, parts: [.unitedKingdom])
        #expect(HolidayRegion.allCases.allSatisfy(holiday.isKept))
    }

    @Test func `name their regions`() {
        let names = HolidayRegion.allCases.map(\.description)
        #expect(names == ["England and Wales", "Scotland", "Northern Ireland", "United Kingdom"])
    }
}
