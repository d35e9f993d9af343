import CivilTime
import Statute
import Testing

/// A later trigger never gives an earlier day: for every rule, every event that sets it going and every choice.
struct MonotoneTests {
    /// What a rule is tried with besides its trigger.
    private struct Trial {
        let matter: Matter
        let kind: EventKind
        let choice: Choice?
        let settings: Settings
    }

    @Test(arguments: Law.england.rules)
    func `a later trigger never gives an earlier day`(rule: Rule) throws {
        let calendars = Calendars(terms: try Self.terms())
        let law = Law(rules: [rule], exemptions: Law.england.exemptions)
        var dated = 0
        for trial in Self.trials(of: rule) {
            let clock = Clock(law: law, settings: trial.settings, calendars: calendars)
            var last = Day.earliest
            for number in 0..<460 {
                let start = day("2027-06-01") + number
                var matter = trial.matter
                matter.events.append(
                    Event(
                        id: "t", day: start, kind: trial.kind, about: "one", choice: trial.choice,
                        on: start + 40,
                        span: Span(on: start), time: "12:00"))
                let duty = clock.duties(of: matter, today: start + 1).first { $0.trigger?.event == "t" }
                guard let due = duty?.due else { continue }
                #expect(due >= last, "\(rule.id) from \(trial.kind.name) on \(start.iso)")
                last = due
                dated += 1
            }
        }
        #expect((dated > 0) == !rule.limit.clauses.isEmpty, "\(rule.id)")
    }

    /// Every event and choice that sets a rule going, alone and amid the events its limit is counted from.
    private static func trials(of rule: Rule) -> [Trial] {
        rule.trigger.kinds.words.flatMap { kind in
            let choices = kind.choices.words.filter {
                rule.trigger.choices.isEmpty || rule.trigger.choices.contains($0)
            }
            return (choices.isEmpty ? [nil] : choices.map(Optional.some)).flatMap { choice in
                [
                    Trial(
                        matter: matter(for: rule, amid: false), kind: kind, choice: choice,
                        settings: Settings()),
                    Trial(
                        matter: matter(for: rule, amid: true), kind: kind, choice: choice,
                        settings: Settings(
                            countReceiptDay: true, fixedDayInTime: true, tribunalRules: false)),
                ]
            }
        }
    }

    /// A matter in which the rule's conditions hold; the events amid which it is tried lie on days that the
    /// trigger passes.
    private static func matter(for rule: Rule, amid: Bool) -> Matter {
        var matter = Matter(id: "m", kind: rule.matters[0], born: day("2016-06-01"), events: [])
        for condition in rule.conditions {
            switch condition {
            case .attends(let attends): matter.attendsSetting = attends
            case .namesSetting(let names): matter.namesSetting = names
            case .settingHoldsReview(let holds): matter.settingHoldsReview = holds
            case .detained(let detained): matter.detained = detained
            case .fromYear: matter.born = day("2010-06-01")
            case .under(let age): matter.born = age < 18 ? day("2024-06-01") : day("2004-02-29")
            case .atLeast: matter.born = day("2004-02-29")
            case .after(let kinds): matter.events += events(kinds, on: "2027-03-01", "c")
            case .beforeResponseDue: continue
            }
        }
        if rule.trigger.kinds.contains(.adviceReturned) {
            matter.events.append(
                Event(id: "q", day: day("2027-03-01"), kind: .adviceAsked, about: "one", choice: .health))
        }
        if rule.conditions.contains(.under(18)) { matter.born = day("2014-06-01") }
        if case .birthday = rule.limit.clauses.first?.from { matter.born = day("2004-02-29") }
        for clause in rule.limit.clauses {
            switch clause.from {
            case .before(let kinds):
                matter.events += events(kinds, on: amid ? "2027-08-10" : "2027-03-01", "b")
            case .after(let kinds): if amid { matter.events += events(kinds, on: "2027-11-20", "a") }
            default: continue
            }
        }
        return matter
    }

    private static func events(_ kinds: WordSet<EventKind>, on iso: String, _ id: String) -> [Event] {
        kinds.words.map { kind in
            Event(id: "\(id) \(kind.name)", day: day(iso), kind: kind, choice: kind.choices.words.first)
        }
    }

    private static func terms() throws -> TermCalendar {
        try TermCalendar(
            terms: ["2027-04-12/2027-07-21", "2027-09-02/2027-12-17", "2028-01-04/2028-03-31"].map(term)
                + ["2028-04-18/2028-07-20", "2028-09-04/2028-12-19"].map(term))
    }

    private static func term(_ days: String) throws -> Term {
        let ends = days.split(separator: "/").map { day(String($0)) }
        return try Term(name: days, first: ends[0], last: ends[1], halfTerm: nil)
    }
}
