public import CivilTime
public import Ledger

/// By which day something is due that a plan dates with a month.
///
/// The area chooses: the month's last day, or its last working day. Plans do not say.
public enum DueRule {
    /// The key of the area's choice in the reference.
    public static let setting = "programme.due-month"
    /// The key of the bank holidays of England and Wales in the reference.
    public static let holidays = "bank-holidays.england-and-wales"
    /// The month's last day: the choice unless the area makes another.
    public static let lastDay = "last-day"
    /// The month's last working day.
    public static let lastWorkingDay = "last-working-day"

    /// The last day on which what is due in a month is in time.
    public static func day(of month: Month, _ reference: inout ReferenceReader) -> Day {
        var day = month.last
        guard reference.setting(setting, on: day) == lastWorkingDay else { return day }
        while day.weekday.isWeekend || reference.contains(day, in: holidays), day > month.first {
            day = day - 1
        }
        return day
    }

    /// The same for pages, which are made anew each time and need not remember what they read.
    static func day(of month: Month, in reference: Reference) -> Day {
        var day = month.last
        let choice = reference.settings(setting).filter { $0.from <= day }.max { $0.from < $1.from }?.value
        guard choice == lastWorkingDay else { return day }
        var off: Set<Day> = []
        if case .days(let days, _)? = reference.values[holidays] { off = Set(days) }
        while day.weekday.isWeekend || off.contains(day), day > month.first { day = day - 1 }
        return day
    }
}
