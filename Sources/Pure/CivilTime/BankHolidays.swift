/// The bank holidays of the United Kingdom for 2023 to 2028, as a table that comes with the program.
///
/// Origin: the GOV.UK bank holidays feed (https://www.gov.uk/bank-holidays.json), Open Government Licence
/// v3.0, in the copy inside `govuk-bank-holidays` 0.19; it ends on 26 December 2028. England and Wales, and
/// what the other parts add from 2026, were compared with the project's reference on calendars; what they add
/// in 2023 to 2025 comes from the same file alone. The union is therefore complete for all six years as far
/// as the file knew, with one day added by hand and marked `toVerify`: Scotland, 15 June 2026.
///
/// The feed grows each year and proclamations come at any time, so an area loads newer holidays as data and
/// adds single days with `WorkingCalendar.adding(holidays:)`; warn where a deadline lies beyond `coverage`.
public enum BankHolidays {
    /// Where the table comes from, to be shown where it is used.
    public static let origin = "GOV.UK bank holidays, Open Government Licence v3.0"

    /// The days for which the table is complete: 1 January 2023 to 31 December 2028.
    public static let coverage = Span(unchecked: .known(2023, 1, 1), .known(2028, 12, 31))

    /// Every holiday of every part in order of day. A day may be there twice, under two names.
    public static let all: [BankHoliday] = table.sorted { ($0.day, $0.name) < ($1.day, $1.name) }

    /// The holidays kept in a region, in order of day.
    public static func holidays(in region: HolidayRegion) -> [BankHoliday] {
        all.filter { $0.isKept(in: region) }
    }

    /// The days on which a region has a holiday.
    public static func days(in region: HolidayRegion) -> Set<Day> {
        Set(holidays(in: region).map(\.day))
    }

    /// The holidays kept in a region on one day; more than one where parts give the day different names.
    public static func holidays(on day: Day, in region: HolidayRegion) -> [BankHoliday] {
        all.filter { $0.day == day && $0.isKept(in: region) }
    }
}

extension WorkingCalendar {
    /// For the SEND regulations, the tribunal and complaints: England and Wales, 2023 to 2028.
    public static let englandAndWales = WorkingCalendar(
        holidays: BankHolidays.days(in: .englandAndWales), covers: BankHolidays.coverage)

    /// For freedom of information: a holiday in any part of the United Kingdom counts, 2023 to 2028.
    public static let unitedKingdom = WorkingCalendar(
        holidays: BankHolidays.days(in: .unitedKingdom), covers: BankHolidays.coverage)
}
