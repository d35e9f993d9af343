public import CivilTime

/// How an area reads the law where readings differ. The defaults are those of the project's reference.
public struct Settings: Sendable, Hashable {
    /// Whether the day a request is received is the first day of its limit. Default: no (ordinary reading;
    /// to verify). Local practice that counts it gives dates one day earlier.
    public var countReceiptDay: Bool
    /// Whether a plan dated on 15 February or 31 March itself is in time. Default: no, since regulation 18
    /// says "before".
    public var fixedDayInTime: Bool
    /// Whether rule 12 of the tribunal's rules moves and skips days. Default: yes.
    public var tribunalRules: Bool
    /// How many days before its day a duty is due soon. Default: 14; a choice of this program.
    public var dueSoonDays: Int

    /// Settings.
    public init(
        countReceiptDay: Bool = false, fixedDayInTime: Bool = false, tribunalRules: Bool = true,
        dueSoonDays: Int = 14
    ) {
        self.countReceiptDay = countReceiptDay
        self.fixedDayInTime = fixedDayInTime
        self.tribunalRules = tribunalRules
        self.dueSoonDays = dueSoonDays
    }
}

/// The days off and terms that limits in working and school days are counted with.
public struct Calendars: Sendable, Hashable {
    /// For the SEND regulations, the tribunal and complaints.
    public var englandAndWales: WorkingCalendar
    /// For freedom of information: a bank holiday anywhere in the United Kingdom counts.
    public var unitedKingdom: WorkingCalendar
    /// For complaints about children's social care: Boxing Day is named besides.
    public var childrensCare: WorkingCalendar
    /// The terms of the setting or authority, for limits in school days.
    public var terms: TermCalendar?

    /// Calendars; those that come with CivilTime unless others are given.
    public init(
        englandAndWales: WorkingCalendar = .englandAndWales, unitedKingdom: WorkingCalendar = .unitedKingdom,
        terms: TermCalendar? = nil
    ) {
        self.englandAndWales = englandAndWales
        self.unitedKingdom = unitedKingdom
        self.terms = terms
        let last = englandAndWales.coverage.to ?? englandAndWales.coverage.from
        let years =
            englandAndWales.coverage.from
            .year...max(
                last.year, englandAndWales.coverage.from.year)
        childrensCare = englandAndWales.adding(
            holidays: years.prefix(400).compactMap { Day(year: $0, month: 12, day: 26) })
    }

    /// The calendar of a set of days off.
    func calendar(_ kind: WorkingKind) -> WorkingCalendar {
        switch kind {
        case .englandAndWales: englandAndWales
        case .unitedKingdom: unitedKingdom
        case .childrensCare: childrensCare
        }
    }
}
