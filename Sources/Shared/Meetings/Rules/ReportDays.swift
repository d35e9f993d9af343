import CivilTime

extension ReportingSet {
    /// The next day on which it is due: a named one, else one of its rhythm after the last named.
    func nextDay(from today: Day) -> Day? {
        if let named = days.filter({ $0 >= today }).min() { return named }
        guard let months = everyMonths, months > 0, let last = days.max() else { return nil }
        let passed = max(0, (today.calendarMonth - last.calendarMonth) / months - 1)
        return (passed...(passed + 3)).lazy.map { last.adding(months: $0 * months) }.first { $0 >= today }
    }
}
