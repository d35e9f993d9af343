public import CivilTime

/// How a rule was read for the project's reference.
public enum Mark: String, Sendable, Hashable, Comparable {
    /// The regulation's own text.
    case law = "L"
    /// A secondary source.
    case secondary = "S"
    /// General knowledge: to verify before it drives a letter.
    case general = "G"

    /// How far it may be relied on.
    public var certainty: Certainty { self == .general ? .toVerify : .certain }

    /// Whether the left one is nearer to the law.
    public static func < (left: Mark, right: Mark) -> Bool { left.rank < right.rank }

    private var rank: Int { self == .law ? 0 : self == .secondary ? 1 : 2 }
}

/// What stands behind a limit.
public enum Force: String, Sendable, Hashable {
    /// An Act, regulations, tribunal rules or an order: it binds.
    case law
    /// Statutory guidance or a code.
    case guidance
    /// Local or general practice.
    case practice
}

/// What a limit is a limit of.
public enum Shape: String, Sendable, Hashable {
    /// Something must be done by the day.
    case deadline
    /// Something must not be done until the day is over.
    case window
    /// Something is allowed until the day is over.
    case permission
}

/// Whom a sending must have reached for the duty to be met.
public enum Recipients: Sendable, Hashable {
    /// Not a sending.
    case none
    /// Everyone who holds the rights.
    case holders
    /// One party.
    case party(Party)
}

/// A fact about the matter or the child that a rule depends on.
public enum Condition: Sendable, Hashable {
    /// The child attends a setting, or does not.
    case attends(Bool)
    /// Section I of the plan names a setting, or does not.
    case namesSetting(Bool)
    /// The head can be required to hold the review meeting, or cannot.
    case settingHoldsReview(Bool)
    /// The child is in custody, or is not.
    case detained(Bool)
    /// In this curriculum year or a later one on the day.
    case fromYear(Int)
    /// Younger than this on the day.
    case under(Int)
    /// This old or older on the day.
    case atLeast(Int)
    /// An event of these kinds has happened.
    case after(WordSet<EventKind>)
    /// Told before the response to the appeal was due.
    case beforeResponseDue
}

/// How many duties a rule gives.
public enum Times: String, Sendable, Hashable {
    /// One, from the first such event.
    case once
    /// One from each such event.
    case each
    /// One for each giver, setting or thing, from the first event about it.
    case perAbout = "for each one asked"
    /// One from each such event, met only by events about the same giver, setting or thing; on the same day, by
    /// those recorded after it.
    case eachAbout = "each, for the same one"

    /// Whether what meets a duty must be about the same thing as what set it going.
    var isAboutOne: Bool { self == .perAbout || self == .eachAbout }
}

/// Which events are meant: of these kinds and, where any is named, with one of these choices.
public struct Pattern: Sendable, Hashable, ExpressibleByArrayLiteral {
    /// The kinds.
    public let kinds: WordSet<EventKind>
    /// The choices; empty: all.
    public let choices: WordSet<Choice>

    /// A pattern.
    public init(_ kinds: WordSet<EventKind>, _ choices: WordSet<Choice> = []) {
        self.kinds = kinds
        self.choices = choices
    }

    /// Events of these kinds, with any choice.
    public init(arrayLiteral kinds: EventKind...) {
        self.init(WordSet(kinds))
    }

    /// Whether an event with this kind and choice is meant. Kinds without choices always match.
    func matches(_ event: borrowing Step) -> Bool {
        guard kinds.contains(event.kind) else { return false }
        guard let choice = event.choice, !choices.isEmpty else { return true }
        return choices.contains(choice)
    }
}

/// How a limit may be changed for one matter.
public enum Change: Sendable, Hashable {
    /// Not at all.
    case no
    /// To whatever day is directed, or agreed in writing.
    case anyDay
    /// To a later day, but not beyond this.
    case upTo(Count)
    /// To this, where the person was told within the first limit that more time is needed.
    case toldInTime(Count)
}

/// A rule of law, guidance or practice as data: who owes what to whom, from when and until when.
///
/// It never changes. (A class only so that a million duties can share their rules without copying them.)
public final class Rule: Sendable, Hashable {
    /// Its id in the project's reference, "A2"; a part after a point tells one duty of several.
    public let id: String
    /// Counted up when its reading changes.
    public let version: Int
    /// What must be done, in plain words.
    public let title: String
    /// The matters it can arise in.
    public let matters: [MatterKind]
    /// Who owes it.
    public let owedBy: Party
    /// To whom.
    public let owedTo: Party
    /// What sets it going.
    public let trigger: Pattern
    /// How many duties it gives.
    public let times: Times
    /// What else must be so.
    public let conditions: [Condition]
    /// By when.
    public let limit: Limit
    /// Limit, window or permission.
    public let shape: Shape
    /// What stands behind it.
    public let force: Force
    /// What meets it (in a window: what must wait).
    public let metBy: Pattern
    /// Whom that must reach.
    public let recipients: Recipients
    /// What ends it unmet.
    public let endedBy: Pattern
    /// What stops the clock, and what starts it again.
    public let stops: Stops?
    /// What allows a window to be cut short, or holds notice to be unnecessary.
    public let waivedBy: Pattern
    /// The ids of the exceptions that can disapply the limit.
    public let exceptions: [String]
    /// How its day may be changed.
    public let change: Change
    /// Whether it runs from the receipt of a request (the setting `countReceiptDay`).
    public let fromReceipt: Bool
    /// The hour at which its days end, "17:00"; nil: midnight.
    public let closesAt: String?
    /// Where it stands.
    public let citation: String
    /// How it was read.
    public let mark: Mark
    /// The first day on which a trigger sets it going.
    public let validFrom: Day
    /// The last such day; nil while it is in force.
    public let validTo: Day?

    /// A row of the table. What is left out is what most rules have: owed once, a deadline that binds in law,
    /// not a sending, no exceptions, in force since 1 September 2014.
    init(
        _ id: String, _ title: String, in matters: [MatterKind], by owedBy: Party = .authority,
        to owedTo: Party = .family, from trigger: Pattern, times: Times = .once,
        if conditions: [Condition] = [],
        within limit: Limit, shape: Shape = .deadline, force: Force = .law, metBy: Pattern,
        sentTo recipients: Recipients = .none, endedBy: Pattern = [], stops: Stops? = nil,
        waivedBy: Pattern = [], exceptions: [String] = [], change: Change = .no, fromReceipt: Bool = false,
        closesAt: String? = nil, _ citation: String, _ mark: Mark, version: Int = 1, validFrom: Day = .part3,
        validTo: Day? = nil
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.matters = matters
        self.owedBy = owedBy
        self.owedTo = owedTo
        self.trigger = trigger
        self.times = times
        self.conditions = conditions
        self.limit = limit
        self.shape = shape
        self.force = force
        self.metBy = metBy
        self.recipients = recipients
        self.endedBy = endedBy
        self.stops = stops
        self.waivedBy = waivedBy
        self.exceptions = exceptions
        self.change = change
        self.fromReceipt = fromReceipt
        self.closesAt = closesAt
        self.citation = citation
        self.mark = mark
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// Whether both are the same version of the same rule.
    public static func == (left: Rule, right: Rule) -> Bool {
        left === right || (left.id == right.id && left.version == right.version)
    }

    /// Hashes id and version.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(version)
    }
}

/// What stops a clock, and what starts it again.
public struct Stops: Sendable, Hashable {
    /// What stops it.
    public let by: Pattern
    /// What starts it again.
    public let until: Pattern
    /// Whether the limit cannot end before the clock goes on; otherwise it is later by the days stopped.
    public let holds: Bool
    /// What starts it again only after a further time, and that time.
    public let afterwards: Afterwards?

    /// What stops a clock and what starts it again.
    public init(by: Pattern, until: Pattern, holds: Bool, afterwards: Afterwards? = nil) {
        self.by = by
        self.until = until
        self.holds = holds
        self.afterwards = afterwards
    }
}

/// A time that must pass before something is final: from a decision, or from the reasons sent for it.
public struct Afterwards: Sendable, Hashable {
    /// The decision.
    public let decision: EventKind
    /// What is sent after it and counts instead.
    public let reasons: EventKind
    /// How long; the last day is moved to a working day.
    public let time: Count
}
