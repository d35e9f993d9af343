public import CivilTime

/// An event as a duty names it.
public struct Occurrence: Sendable, Hashable {
    /// The id of the entry; of one corrected, that of the first in its line.
    public let event: String
    /// What happened.
    public let kind: EventKind
    /// On which day it counts.
    public let day: Day
    /// The hour at which it came, where that was too late for its own day.
    public let afterHours: String?

    /// An event as a duty names it.
    init(event: String, kind: EventKind, day: Day, afterHours: String? = nil) {
        self.event = event
        self.kind = kind
        self.day = day
        self.afterHours = afterHours
    }
}

/// How a duty stands on a day.
public enum Status: Sendable, Hashable {
    /// What sets it going has not happened.
    case notYetRunning
    /// Running, with so many days left; nil where the law names no day.
    case running(daysLeft: Int?)
    /// Due in a few days, or today (0).
    case dueSoon(daysLeft: Int)
    /// Met on or before its day (a window: not cut short).
    case metInTime
    /// Met so many days late.
    case metLate(days: Int)
    /// Not met, so many days after its day.
    case overdue(days: Int)
    /// The limit does not bind: an exception was judged to make it impractical.
    case limitDisapplied
    /// It ended without having to be met.
    case ended
    /// A window was cut short by so many days.
    case tooEarly(days: Int)

    /// Its name in a report.
    public var name: String {
        switch self {
        case .notYetRunning: "not yet running"
        case .running: "running"
        case .dueSoon: "due soon"
        case .metInTime: "met in time"
        case .metLate: "met late"
        case .overdue: "overdue"
        case .limitDisapplied: "limit disapplied"
        case .ended: "ended"
        case .tooEarly: "too early"
        }
    }

    /// The days it speaks of: left, late or early.
    public var days: Int? {
        switch self {
        case .running(let days): days
        case .dueSoon(let days), .metLate(let days), .overdue(let days), .tooEarly(let days): days
        default: nil
        }
    }

    /// Every name, in the order above.
    public static let names = [
        "not yet running", "running", "due soon", "met in time", "met late", "overdue", "limit disapplied",
        "ended", "too early",
    ]
}

/// What the facts say about an exception.
public struct Circumstance: Sendable, Hashable {
    /// The exception's id.
    public let exception: String
    /// Whether it is met.
    public let isMet: Bool
    /// Why, or why not.
    public let finding: Finding
}

/// Why a circumstance is met or is not.
public enum Finding: Sendable, Hashable {
    /// Advice was asked inside the window of a closure, or so outside it.
    case asked(on: Day, opens: Day, closes: Day)
    /// The closure, or absence within the time, was too short.
    case tooShort(days: Int, needed: Int)
    /// The absence within the time had so many days.
    case away(days: Int)
    /// Nobody was asked for advice within the time who was closed.
    case nobodyAsked
    /// The days lie outside the time.
    case outside
    /// Declared for these days.
    case declared(Span)
    /// An appointment was missed.
    case missed(on: Day)
    /// More time was asked for.
    case askedForTime(on: Day)
}

/// A judgement on an exception.
public struct Judgement: Sendable, Hashable {
    /// The exception.
    public let exception: String
    /// Whether it was judged to make the limit impractical.
    public let isImpractical: Bool
    /// Who judged.
    public let by: String
    /// When.
    public let day: Day
}

/// How one clause of a limit was counted.
public struct Counted: Sendable, Hashable {
    /// The clause.
    public let clause: Clause
    /// From which event, unless it is the trigger.
    public let kind: EventKind?
    /// From which day.
    public let from: Day
    /// To which day.
    public let day: Day
}

/// What else the working of a duty says.
public enum Note: Sendable, Hashable {
    /// The first day was counted, by the area's setting.
    case receiptDayCounted
    /// The last day moved to the next working day.
    case movedToWorkingDay(from: Day)
    /// The last day moved by rule 12.
    case movedByTribunal(from: Day)
    /// Another day was set.
    case otherDay(Day, by: String)
    /// The person was told of an extension in time.
    case extended(Day)
    /// The clock stood still for so many days.
    case stoodStill(days: Int)
    /// It stands still since this day.
    case standsStill(since: Day)
    /// An appeal holds it open until this day.
    case heldUntil(Day)
    /// The appeal was decided, and permission to appeal further can be asked for until a day.
    case openToAppeal(decided: Day, until: Day)
    /// It came after the hour at which the day ends.
    case afterHours(time: String)
    /// These have not been sent it.
    case notTold([String])
    /// Cutting it short was agreed.
    case waived
    /// What is needed to tell the day is missing.
    case dayUnknown
    /// The law names no day.
    case noDay
    /// This event ended it.
    case endedBy(EventKind, Day)
}

/// One duty on one day: what is owed, by when, and how it stands.
public struct Duty: Sendable, Hashable {
    /// The rule.
    public let rule: Rule
    /// Which giver, setting or thing; empty where there is only one.
    public let about: String
    /// What set it going; nil while nothing has.
    public let trigger: Occurrence?
    /// How the limit was counted.
    public let counted: [Counted]
    /// The last day in time; nil where the law names none.
    public let due: Day?
    /// The day the regulation names, where that is not the last day in time ("before 15 February").
    public let named: Day?
    /// What the facts say about its exceptions.
    public let circumstances: [Circumstance]
    /// The judgement recorded on them.
    public let judgement: Judgement?
    /// Whether the limit binds.
    public let isBinding: Bool
    /// How it stands.
    public let status: Status
    /// What met it.
    public let satisfied: Occurrence?
    /// What else is to be said.
    public let notes: [Note]

    /// An id that stays the same from day to day: the rule, what it is about, and for rules that give one
    /// duty for each event, that event.
    public var id: String {
        var id = rule.id
        if !about.isEmpty { id += "/\(about)" }
        if rule.times == .each || rule.times == .eachAbout, let trigger { id += "@\(trigger.event)" }
        return id
    }

    /// Whether something is still to be done.
    public var isOpen: Bool {
        switch status {
        case .notYetRunning, .running, .dueSoon, .overdue: true
        case .limitDisapplied: satisfied == nil
        default: false
        }
    }
}
