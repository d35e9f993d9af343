public import CivilTime

/// Something that happened on a day, as recorded.
public struct Event: Sendable, Hashable {
    /// Its id, unique in the matter.
    public var id: String
    /// The day it happened or was decided.
    public var day: Day
    /// What happened.
    public var kind: EventKind
    /// Who did it, in the file's own words.
    public var by: String?
    /// Whom it was sent to: names of holders of rights, or of parties. Empty: everyone who holds the rights.
    public var to: [String]
    /// Which giver, setting or thing, where there may be several.
    public var about: String
    /// What exactly, for kinds that need it.
    public var choice: Choice?
    /// A day it speaks of, such as the day of a meeting that was planned.
    public var on: Day?
    /// The days it speaks of, such as an absence.
    public var span: Span?
    /// The hour, "14:30", for what counts in hours.
    public var time: String?
    /// Reasons, in words. Never put out by the clock.
    public var text: String
    /// The exception judged.
    public var exception: String?
    /// The rules it is about; empty: all it can be about.
    public var rules: [String]
    /// The entry that this one replaces.
    public var corrects: String?
    /// The entry that this one takes back.
    public var withdraws: String?

    /// An event.
    public init(
        id: String, day: Day, kind: EventKind, by: String? = nil, to: [String] = [], about: String = "",
        choice: Choice? = nil, on: Day? = nil, span: Span? = nil, time: String? = nil, text: String = "",
        exception: String? = nil, rules: [String] = [], corrects: String? = nil, withdraws: String? = nil
    ) {
        self.id = id
        self.day = day
        self.kind = kind
        self.by = by
        self.to = to
        self.about = about
        self.choice = choice
        self.on = on
        self.span = span
        self.time = time
        self.text = text
        self.exception = exception
        self.rules = rules
        self.corrects = corrects
        self.withdraws = withdraws
    }

    /// What sets it apart from others of its kind: `about`, or the choice where nothing is named.
    var key: String { about.isEmpty ? (choice?.name ?? "") : about }
}

/// Someone who holds the rights in a matter, and when.
public struct Holder: Sendable, Hashable {
    /// A name within the matter, such as "parent 1".
    public var name: String
    /// The days on which they hold them; nil: always.
    public var span: Span?

    /// A holder of rights.
    public init(name: String, span: Span? = nil) {
        self.name = name
        self.span = span
    }
}

/// One matter and its history: everything the clock needs to know, and nothing about who the child is.
public struct Matter: Sendable, Hashable {
    /// Its id, random.
    public var id: String
    /// What it is.
    public var kind: MatterKind
    /// When the child was born, where ages matter.
    public var born: Day?
    /// Whether the child attends a setting; regulation 20 or 21 applies accordingly.
    public var attendsSetting: Bool
    /// Whether section I of the plan names a setting, which then is sent the plan.
    public var namesSetting: Bool
    /// Whether the head can be required to hold the review meeting (regulation 20(12)); else the authority does.
    public var settingHoldsReview: Bool
    /// Whether the child is held in custody.
    public var detained: Bool
    /// Who holds the rights; empty: one holder, "family".
    public var holders: [Holder]
    /// What happened, in order of recording.
    public var events: [Event]

    /// A matter. Unless it is said, section I names a setting where the child attends one.
    public init(
        id: String, kind: MatterKind, born: Day? = nil, attendsSetting: Bool = true,
        namesSetting: Bool? = nil, settingHoldsReview: Bool = true, detained: Bool = false,
        holders: [Holder] = [], events: [Event]
    ) {
        self.id = id
        self.kind = kind
        self.born = born
        self.attendsSetting = attendsSetting
        self.namesSetting = namesSetting ?? attendsSetting
        self.settingHoldsReview = settingHoldsReview
        self.detained = detained
        self.holders = holders
        self.events = events
    }
}
