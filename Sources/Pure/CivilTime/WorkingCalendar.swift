/// Which days are working days, and counting in them.
///
/// A working day is Monday to Friday, not Christmas Day, not Good Friday and none of the holidays given.
/// Weekends and those two days hold for every year; the holidays only for the days the data covers, so ask
/// `covers` before showing a deadline and warn where the answer is no. To verify: the definition, from
/// regulation 2 of the SEND Regulations 2014 and section 10(6) of the Freedom of Information Act 2000.
public struct WorkingCalendar: Sendable, Hashable {
    /// The days off besides weekends, Christmas Day and Good Friday; those two may be among them or not.
    public let holidays: Set<Day>

    /// The days for which `holidays` is complete.
    public let coverage: Span

    /// The holidays that are weekdays and neither Christmas Day nor Good Friday.
    private let extra: DayTable

    /// A calendar over holiday data.
    ///
    /// - Parameters:
    ///   - holidays: the days off; days on a weekend do no harm.
    ///   - coverage: the days for which they are complete.
    public init(holidays: Set<Day>, covers coverage: Span) {
        self.holidays = holidays
        self.coverage = coverage
        extra = DayTable(
            holidays.lazy.filter { !$0.weekday.isWeekend && !DayTable.everyYear.contains($0.number) }
                .map(\.number))
    }

    /// The same calendar with more days off, such as a proclaimed one or an office's own.
    public func adding(holidays more: some Sequence<Day>) -> WorkingCalendar {
        WorkingCalendar(holidays: holidays.union(more), covers: coverage)
    }

    /// Whether the holiday data reaches this day; beyond it weekends, Christmas Day and Good Friday count.
    public func covers(_ day: Day) -> Bool { coverage.contains(day) }

    /// Whether it is a working day.
    public func isWorking(_ day: Day) -> Bool {
        !day.weekday.isWeekend && !extra.contains(day.number) && !DayTable.everyYear.contains(day.number)
    }

    /// This day if it is a working day, else the next that is.
    public func onOrAfter(_ day: Day) -> Day {
        var day = day
        while !isWorking(day), day < .latest { day = day + 1 }
        return day
    }

    /// This day if it is a working day, else the last before it that is.
    public func onOrBefore(_ day: Day) -> Day {
        var day = day
        while !isWorking(day), day > .earliest { day = day - 1 }
        return day
    }

    /// The day so many working days after this one: day 1 is the next working day.
    ///
    /// "Within 3 working days of" a day ends here. Zero gives the day itself, working or not; a negative
    /// number counts backwards, day -1 being the working day before. Whatever leaves the range of `Day` stops
    /// at its end. The time taken does not grow with the number.
    public func adding(workingDays count: Int, to day: Day) -> Day {
        let count = count.asDistance
        if count == 0 { return day }
        let before = workingDays(upTo: count > 0 ? day.number : day.number - 1)
        let wanted = before + (count > 0 ? count : count + 1)
        if wanted > workingDays(upTo: Day.latest.number) { return .latest }
        if wanted <= workingDays(upTo: Day.earliest.number - 1) { return .earliest }
        return Day(number: number(of: wanted, offBefore: count > 0 ? daysOff(upTo: day.number) : 0))
    }

    /// The last of so many working days that begin with this day: day 1 is the day itself if it is a working
    /// day, else the next one ("15 working days beginning with the day").
    ///
    /// - Parameter count: 1 or more; anything less is read as 1.
    public func adding(workingDays count: Int, beginningWith day: Day) -> Day {
        adding(workingDays: max(count, 1).asDistance - 1, to: onOrAfter(day))
    }
}

extension WorkingCalendar {
    /// Whether both have the same days off and the same coverage.
    public static func == (left: WorkingCalendar, right: WorkingCalendar) -> Bool {
        left.holidays == right.holidays && left.coverage == right.coverage
    }

    /// Hashes days off and coverage.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(holidays)
        hasher.combine(coverage)
    }
}

/// Counting by whole weeks: so many weekdays, less the days off among them.
extension WorkingCalendar {
    /// How many weekdays up to the day with this number are days off.
    @inline(__always)
    private func daysOff(upTo number: Int) -> Int {
        extra.count(upTo: number) + DayTable.everyYear.count(upTo: number)
    }

    /// How many working days there are up to the day with this number, from before every day.
    @inline(__always)
    private func workingDays(upTo number: Int) -> Int {
        Weekdays.count(upTo: number) - daysOff(upTo: number)
    }

    /// The first day number with so many working days up to it.
    ///
    /// The days off up to it are not known before it is, so they are counted again until they no longer grow;
    /// from below, the first number at which they stand still is a working day.
    private func number(of wanted: Int, offBefore: Int) -> Int {
        var off = offBefore
        while true {
            let number = Weekdays.number(of: wanted + off)
            let found = daysOff(upTo: number)
            if found == off { return number }
            off = found
        }
    }
}

/// Counting the working days between two days. Zero wherever the last day lies before the first.
extension WorkingCalendar {
    /// How many there are with both days counted.
    public func workingDays(from first: Day, to last: Day) -> Int {
        guard first <= last else { return 0 }
        return workingDays(upTo: last.number) - workingDays(upTo: first.number - 1)
    }

    /// How many there are after a day, up to and including another: how many working days it took.
    ///
    /// The inverse of `adding(workingDays:to:)`.
    public func workingDays(after day: Day, to last: Day) -> Int {
        day < last ? workingDays(from: day + 1, to: last) : 0
    }

    /// How many there are from a day on, itself counted, before another, as in "aware at least 15 working
    /// days before the move".
    public func workingDays(from first: Day, before end: Day) -> Int {
        first < end ? workingDays(from: first, to: end - 1) : 0
    }
}
