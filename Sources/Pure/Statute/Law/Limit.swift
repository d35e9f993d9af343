/// Which days off a limit in working days is counted with.
public enum WorkingKind: String, Sendable, Hashable {
    /// England and Wales: the SEND regulations, the tribunal, most complaints.
    case englandAndWales = "England and Wales"
    /// All of the United Kingdom: freedom of information.
    case unitedKingdom = "United Kingdom"
    /// England and Wales and Boxing Day: complaints about children's social care.
    case childrensCare = "England and Wales, and Boxing Day"
}

/// How a day is counted from another. Weeks and bare days are calendar days.
public enum Count: Sendable, Hashable {
    /// The day itself.
    case sameDay
    /// "Within so many days of": the first day is not counted. Negative: at least so many days before.
    case days(Int)
    /// "Within so many weeks of", the same way.
    case weeks(Int)
    /// "So many days beginning with": the first day is counted.
    case daysBeginning(Int)
    /// The corresponding date, or the month's last day. Negative: so many months before.
    case months(Int)
    /// "So many months beginning with": the day before the corresponding date.
    case monthsBeginning(Int)
    /// Working days; day 1 is the next working day. Negative: so many working days before.
    case workingDays(Int, WorkingKind)
    /// Working days beginning with the day.
    case workingDaysBeginning(Int, WorkingKind)
    /// School days; day 1 is the next school day.
    case schoolDays(Int)
    /// School days beginning with the day.
    case schoolDaysBeginning(Int)
    /// Days without 25 December to 1 January and August (the tribunal's rule 12).
    case tribunalDays(Int)
    /// Working days without those.
    case tribunalWorkingDays(Int)
    /// A fixed day of the year that the day lies in; the regulation says "before" it.
    case before(month: Int, day: Int)
    /// Hours from the hour noted.
    case hours(Int)
    /// The end of the further education year that the day lies in.
    case furtherEducationYearEnd
}

/// Where a count begins.
public enum Anchor: Sendable, Hashable {
    /// The day of the event that set the duty going.
    case trigger
    /// The day that event speaks of.
    case spokenOf
    /// The day that event speaks of, else its own.
    case arrival
    /// The first day of the span that event speaks of, else its own day.
    case spanStart
    /// The last event of these kinds on or before the trigger.
    case before(WordSet<EventKind>)
    /// The first event of these kinds on or after the trigger.
    case after(WordSet<EventKind>)
    /// The birthday on which an age is reached.
    case birthday(Int)
}

/// One way in which a limit is counted.
public struct Clause: Sendable, Hashable {
    /// From where.
    public let from: Anchor
    /// How far.
    public let count: Count
    /// Whether the limit can be told without it when its event has not happened.
    public let isOptional: Bool
    /// Whether it counts only where it reaches beyond the trigger.
    public let onlyIfLater: Bool

    /// A clause.
    public init(from: Anchor, _ count: Count, isOptional: Bool = false, onlyIfLater: Bool = false) {
        self.from = from
        self.count = count
        self.isOptional = isOptional
        self.onlyIfLater = onlyIfLater
    }
}

/// By when something must be done.
public struct Limit: Sendable, Hashable {
    /// Which clause counts where there are several.
    public enum Pick: String, Sendable, Hashable {
        /// The earliest day.
        case earliest
        /// The latest day.
        case latest
    }

    /// What happens to a last day.
    public enum Ending: String, Sendable, Hashable {
        /// It stays where it falls.
        case asItFalls = "as it falls"
        /// The next working day, where it is none.
        case nextWorkingDay = "next working day"
        /// Rule 12 for a time fixed by the rules: after Christmas or August, and on a working day.
        case tribunal = "tribunal"
    }

    /// The clauses; none where the law names no day.
    public let clauses: [Clause]
    /// Which of them counts.
    public let pick: Pick
    /// What happens to the last day.
    public let ending: Ending
    /// Whether, where no day is named, it is owed at once and not only as soon as practicable.
    public let isImmediate: Bool

    /// A limit of several clauses.
    public init(
        _ pick: Pick, _ clauses: [Clause], ending: Ending = .asItFalls, isImmediate: Bool = false
    ) {
        self.clauses = clauses
        self.pick = pick
        self.ending = ending
        self.isImmediate = isImmediate
    }

    /// A limit counted in one way from the trigger.
    public static func within(
        _ count: Count, of anchor: Anchor = .trigger, ending: Ending = .asItFalls
    ) -> Limit {
        Limit(.earliest, [Clause(from: anchor, count)], ending: ending)
    }

    /// As soon as practicable: no day is named.
    public static let promptly = Limit(.earliest, [])

    /// At once, by a provision that names no day and from which none can be counted.
    public static let atOnce = Limit(.earliest, [], isImmediate: true)
}
