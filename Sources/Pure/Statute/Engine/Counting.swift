import CivilTime

/// The arithmetic of limits. Nil where what is needed to count (terms) is missing.
struct Counting {
    let settings: Settings
    let calendars: Calendars

    /// The day a count reaches.
    func day(_ count: Count, from day: Day, time: String? = nil) -> Day? {
        switch count {
        case .sameDay: day
        case .days(let days): day + days
        case .weeks(let count): day + weeks(count)
        case .daysBeginning(let days): day + (days - 1)
        case .months(let months): day.adding(months: months)
        case .monthsBeginning(let months): day.adding(months: months) - (isWholeMonth(day, months) ? 0 : 1)
        case .workingDays(let days, let kind): calendars.calendar(kind).adding(workingDays: days, to: day)
        case .workingDaysBeginning(let days, let kind):
            calendars.calendar(kind).adding(workingDays: days, beginningWith: day)
        case .schoolDays(let days): schoolDay(days, after: day)
        case .schoolDaysBeginning(let days): schoolDay(days, after: day - 1)
        case .tribunalDays(let days): tribunal(days, after: day) { _ in true }
        case .tribunalWorkingDays(let days):
            tribunal(days, after: day) { calendars.englandAndWales.isWorking($0) }
        case .before(let month, let dayOfMonth): fixed(month, dayOfMonth, in: day.year)
        case .hours(let hours): day + hours / 24 - changeOver(hours, from: day, time: time)
        case .furtherEducationYearEnd: FurtherEducationYear(containing: day).last
        }
    }

    /// Whether months beginning with the day end on the last day of a month that has no corresponding date:
    /// twelve months beginning with 29 February end on 28 February.
    private func isWholeMonth(_ day: Day, _ months: Int) -> Bool {
        day.adding(months: months).dayOfMonth < day.dayOfMonth
    }

    /// The day a regulation names and a plan must precede; the last day in time is by the area's setting.
    private func fixed(_ month: Int, _ dayOfMonth: Int, in year: Int) -> Day? {
        Day(year: year, month: month, day: dayOfMonth).map { settings.fixedDayInTime ? $0 : $0 - 1 }
    }

    private func schoolDay(_ count: Int, after day: Day) -> Day? {
        guard let terms = calendars.terms, let coverage = terms.coverage, let last = coverage.to,
            coverage.from <= day + 1
        else { return nil }
        var left = count
        var day = day
        while day < last {
            day = day + 1
            if terms.isTermTime(day), calendars.englandAndWales.isWorking(day) { left -= 1 }
            if left <= 0 { return day }
        }
        return nil
    }

    /// 25 December to 1 January, and August: days that rule 12 does not count.
    static func isOutsideTribunalTime(_ day: Day) -> Bool {
        switch day.month {
        case 8: true
        case 12: day.dayOfMonth >= 25
        case 1: day.dayOfMonth == 1
        default: false
        }
    }

    private func tribunal(_ count: Int, after day: Day, counts: (Day) -> Bool) -> Day {
        var left = count
        var day = day
        while left > 0, day < .latest {
            day = day + 1
            if settings.tribunalRules, Self.isOutsideTribunalTime(day) { continue }
            if counts(day) { left -= 1 }
        }
        return day
    }

    /// A day that rule 12 gives for a time fixed by the tribunal's rules.
    func tribunalEnd(_ day: Day) -> Day {
        guard settings.tribunalRules else { return day }
        var day = day
        while Self.isOutsideTribunalTime(day), day < .latest { day = day + 1 }
        return calendars.englandAndWales.onOrAfter(day)
    }

    /// One where the clocks go back in between and the hours so end a day earlier, minus one where they go
    /// forward and the hours end a day later; the hour must be known for that.
    private func changeOver(_ hours: Int, from day: Day, time: String?) -> Int {
        guard let time, let march = Month(year: day.year, month: 3),
            let october = Month(year: day.year, month: 10)
        else { return 0 }
        let end = day + hours / 24
        let (forward, back) = (march.last(.sunday), october.last(.sunday))
        if time < "01:00", day <= back, end > back { return 1 }
        return time >= "23:00" && day < forward && end >= forward ? -1 : 0
    }

    /// Whether the days off that a count needs are known up to a day.
    func covers(_ count: Count, _ day: Day) -> Bool {
        switch count {
        case .workingDays(_, let kind), .workingDaysBeginning(_, let kind):
            calendars.calendar(kind).covers(day)
        case .tribunalWorkingDays, .schoolDays, .schoolDaysBeginning: calendars.englandAndWales.covers(day)
        default: true
        }
    }
}
