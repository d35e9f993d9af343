/// The table of `BankHolidays`, one row a holiday, by year.
extension BankHolidays {
    static var table: [BankHoliday] {
        [year2023, year2024, year2025, year2026, year2027, year2028].flatMap { $0 }
    }

    private static var year2023: [BankHoliday] {
        [
            row(2023, 1, 2, "New Year’s Day", .everywhere, .substitute),
            row(2023, 1, 3, "2nd January", .scotland, .substitute),
            row(2023, 3, 17, "St Patrick’s Day", .northernIreland),
            row(2023, 4, 7, "Good Friday", .everywhere),
            row(2023, 4, 10, "Easter Monday", .notScotland),
            row(2023, 5, 1, "Early May bank holiday", .everywhere),
            row(2023, 5, 8, "Bank holiday for the coronation of King Charles III", .everywhere, .once),
            row(2023, 5, 29, "Spring bank holiday", .everywhere),
            row(2023, 7, 12, "Battle of the Boyne (Orangemen’s Day)", .northernIreland),
            row(2023, 8, 7, "Summer bank holiday", .scotland),
            row(2023, 8, 28, "Summer bank holiday", .notScotland),
            row(2023, 11, 30, "St Andrew’s Day", .scotland),
            row(2023, 12, 25, "Christmas Day", .everywhere),
            row(2023, 12, 26, "Boxing Day", .everywhere),
        ]
    }

    private static var year2024: [BankHoliday] {
        [
            row(2024, 1, 1, "New Year’s Day", .everywhere),
            row(2024, 1, 2, "2nd January", .scotland),
            row(2024, 3, 18, "St Patrick’s Day", .northernIreland, .substitute),
            row(2024, 3, 29, "Good Friday", .everywhere),
            row(2024, 4, 1, "Easter Monday", .notScotland),
            row(2024, 5, 6, "Early May bank holiday", .everywhere),
            row(2024, 5, 27, "Spring bank holiday", .everywhere),
            row(2024, 7, 12, "Battle of the Boyne (Orangemen’s Day)", .northernIreland),
            row(2024, 8, 5, "Summer bank holiday", .scotland),
            row(2024, 8, 26, "Summer bank holiday", .notScotland),
            row(2024, 12, 2, "St Andrew’s Day", .scotland, .substitute),
            row(2024, 12, 25, "Christmas Day", .everywhere),
            row(2024, 12, 26, "Boxing Day", .everywhere),
        ]
    }

    private static var year2025: [BankHoliday] {
        [
            row(2025, 1, 1, "New Year’s Day", .everywhere),
            row(2025, 1, 2, "2nd January", .scotland),
            row(2025, 3, 17, "St Patrick’s Day", .northernIreland),
            row(2025, 4, 18, "Good Friday", .everywhere),
            row(2025, 4, 21, "Easter Monday", .notScotland),
            row(2025, 5, 5, "Early May bank holiday", .everywhere),
            row(2025, 5, 26, "Spring bank holiday", .everywhere),
            row(2025, 7, 14, "Battle of the Boyne (Orangemen’s Day)", .northernIreland, .substitute),
            row(2025, 8, 4, "Summer bank holiday", .scotland),
            row(2025, 8, 25, "Summer bank holiday", .notScotland),
            row(2025, 12, 1, "St Andrew’s Day", .scotland, .substitute),
            row(2025, 12, 25, "Christmas Day", .everywhere),
            row(2025, 12, 26, "Boxing Day", .everywhere),
        ]
    }

    private static var year2026: [BankHoliday] {
        [
            row(2026, 1, 1, "New Year’s Day", .everywhere),
            row(2026, 1, 2, "2nd January", .scotland),
            row(2026, 3, 17, "St Patrick’s Day", .northernIreland),
            row(2026, 4, 3, "Good Friday", .everywhere),
            row(2026, 4, 6, "Easter Monday", .notScotland),
            row(2026, 5, 4, "Early May bank holiday", .everywhere),
            row(2026, 5, 25, "Spring bank holiday", .everywhere),
            // Proclaimed on 3 February 2026 under section 1(3) of the Banking and Financial Dealings Act
            // 1971, after the copy of the feed was taken. To verify in a newer copy.
            row(2026, 6, 15, "World Cup bank holiday", .scotland, .once, .toVerify),
            row(2026, 7, 13, "Battle of the Boyne (Orangemen’s Day)", .northernIreland, .substitute),
            row(2026, 8, 3, "Summer bank holiday", .scotland),
            row(2026, 8, 31, "Summer bank holiday", .notScotland),
            row(2026, 11, 30, "St Andrew’s Day", .scotland),
            row(2026, 12, 25, "Christmas Day", .everywhere),
            row(2026, 12, 28, "Boxing Day", .everywhere, .substitute),
        ]
    }

    private static var year2027: [BankHoliday] {
        [
            row(2027, 1, 1, "New Year’s Day", .everywhere),
            row(2027, 1, 4, "2nd January", .scotland, .substitute),
            row(2027, 3, 17, "St Patrick’s Day", .northernIreland),
            row(2027, 3, 26, "Good Friday", .everywhere),
            row(2027, 3, 29, "Easter Monday", .notScotland),
            row(2027, 5, 3, "Early May bank holiday", .everywhere),
            row(2027, 5, 31, "Spring bank holiday", .everywhere),
            row(2027, 7, 12, "Battle of the Boyne (Orangemen’s Day)", .northernIreland),
            row(2027, 8, 2, "Summer bank holiday", .scotland),
            row(2027, 8, 30, "Summer bank holiday", .notScotland),
            row(2027, 11, 30, "St Andrew’s Day", .scotland),
            row(2027, 12, 27, "Christmas Day", .everywhere, .substitute),
            row(2027, 12, 28, "Boxing Day", .everywhere, .substitute),
        ]
    }

    private static var year2028: [BankHoliday] {
        [
            row(2028, 1, 3, "New Year’s Day", .everywhere, .substitute),
            row(2028, 1, 4, "2nd January", .scotland, .substitute),
            row(2028, 3, 17, "St Patrick’s Day", .northernIreland),
            row(2028, 4, 14, "Good Friday", .everywhere),
            row(2028, 4, 17, "Easter Monday", .notScotland),
            row(2028, 5, 1, "Early May bank holiday", .everywhere),
            row(2028, 5, 29, "Spring bank holiday", .everywhere),
            row(2028, 7, 12, "Battle of the Boyne (Orangemen’s Day)", .northernIreland),
            row(2028, 8, 7, "Summer bank holiday", .scotland),
            row(2028, 8, 28, "Summer bank holiday", .notScotland),
            row(2028, 11, 30, "St Andrew’s Day", .scotland),
            row(2028, 12, 25, "Christmas Day", .everywhere),
            row(2028, 12, 26, "Boxing Day", .everywhere),
        ]
    }

    private static func row(
        _ year: Int, _ month: Int, _ day: Int, _ name: String, _ keptIn: KeptIn,
        _ kind: BankHoliday.Kind = .yearly, _ certainty: Certainty = .certain
    ) -> BankHoliday {
        BankHoliday(
            day: .known(year, month, day), name: name, kind: kind, parts: keptIn.parts, certainty: certainty)
    }

    /// The combinations of parts that the feed has.
    private enum KeptIn {
        case everywhere, notScotland, scotland, northernIreland

        var parts: Set<HolidayRegion> {
            switch self {
            case .everywhere: [.unitedKingdom]
            case .notScotland: [.englandAndWales, .northernIreland]
            case .scotland: [.scotland]
            case .northernIreland: [.northernIreland]
            }
        }
    }
}
