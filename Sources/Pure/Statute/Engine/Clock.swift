public import CivilTime

/// The statutory clock: law, settings and calendars, from which the duties of a matter follow on any day.
///
/// It is pure: the same matter and day give the same answer, and nothing but what is handed in is looked at.
public struct Clock: Sendable {
    /// The law.
    public let law: Law
    /// How the area reads it.
    public let settings: Settings
    /// Days off and terms.
    public let calendars: Calendars

    /// A clock.
    public init(law: Law = .england, settings: Settings = Settings(), calendars: Calendars = Calendars()) {
        self.law = law
        self.settings = settings
        self.calendars = calendars
    }

    /// Everything the clock can say about a matter on a day.
    public func read(_ matter: Matter, today: Day) -> Reading {
        let history = History(matter, today: today)
        var engine = Engine(clock: self, matter: matter, history: history, today: today)
        engine.run()
        return Reading(
            matter: matter.id, kind: matter.kind, today: today, duties: engine.duties,
            withheld: engine.withheld,
            turns: Turns(matter: matter, history: history, clock: self, today: today),
            ahead: Ahead(
                duties: engine.duties, kind: matter.kind, history: history, clock: self, today: today
            ).steps,
            problems: history.problems + engine.problems)
    }

    /// The duties alone, for lists and counts of many matters.
    public func duties(of matter: Matter, today: Day) -> [Duty] {
        let history = History(matter, today: today)
        var engine = Engine(clock: self, matter: matter, history: history, today: today)
        engine.run()
        return engine.duties
    }
}

/// What the clock says about a matter on a day.
public struct Reading: Sendable {
    /// The matter's id.
    public let matter: String
    /// What it is.
    public let kind: MatterKind
    /// The day it was read on.
    public let today: Day
    /// The duties, in order of the rules.
    public let duties: [Duty]
    /// The rules that no duty is given for, because they rest on something that cannot be relied on.
    public let withheld: [String]
    /// Whose turn it was and is.
    public let turns: Turns
    /// The latest safe days of coming steps.
    public let ahead: [AheadStep]
    /// What is wrong with what was handed in.
    public let problems: [Problem]
}
