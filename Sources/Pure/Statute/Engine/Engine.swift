import CivilTime

/// Walks over the rules of a matter and makes its duties.
struct Engine {
    let clock: Clock
    let matter: Matter
    let history: History
    let today: Day
    let counting: Counting
    private(set) var duties: [Duty] = []
    private(set) var withheld: [String] = []
    var problems: [Problem] = []

    init(clock: Clock, matter: Matter, history: History, today: Day) {
        self.clock = clock
        self.matter = matter
        self.history = history
        self.today = today
        counting = Counting(settings: clock.settings, calendars: clock.calendars)
    }

    mutating func run() {
        let rules = clock.law.rules(for: matter.kind)
        duties.reserveCapacity(rules.count + history.steps.count)
        for rule in rules where conditionsOfMatter(rule) {
            evaluate(rule)
        }
        checkReferences()
    }

    /// All duties of one rule.
    private mutating func evaluate(_ rule: Rule) {
        let suspicious = !history.suspects.isEmpty
        if suspicious, !rule.times.isAboutOne, isDoubtful(rule, key: nil) {
            withheld.append(rule.id)
            return
        }
        var found = 0
        for index in history.steps.indices where rule.trigger.matches(history.steps[index]) {
            let step = history.steps[index]
            guard isInForce(rule, on: step.day), holds(rule, step) else { continue }
            if rule.times.isAboutOne {
                let key = history.events[step.place].key
                if rule.times == .perAbout, isRepeated(rule, index, key) { continue }
                if suspicious, isDoubtful(rule, key: key) {
                    withheld.append(rule.id + "/" + key)
                    continue
                }
            }
            duties.append(duty(rule, triggered: index))
            found += 1
            if rule.times == .once { return }
        }
        if found == 0, rule.isListedBeforehand, isInForce(rule, on: today) {
            duties.append(.notYetRunning(rule))
        }
    }

    /// Whether something in doubt could have set the rule going, met it or ended it.
    private func isDoubtful(_ rule: Rule, key: String?) -> Bool {
        history.doubts(rule.trigger, key: key) || history.doubts(rule.metBy, key: key)
            || history.doubts(rule.endedBy) || rule.stops.map { history.doubts($0.by) } ?? false
            || rule.limit.clauses.contains { clause in
                switch clause.from {
                case .before(let kinds), .after(let kinds): history.doubts(Pattern(kinds))
                default: false
                }
            }
    }

    private func isInForce(_ rule: Rule, on day: Day) -> Bool {
        day >= rule.validFrom && rule.validTo.map { day <= $0 } ?? true
    }

    /// Whether an earlier event was about the same thing.
    private func isRepeated(_ rule: Rule, _ index: Int, _ key: String) -> Bool {
        history.steps[..<index].contains {
            rule.trigger.matches($0) && history.events[$0.place].key == key
        }
    }

    private func conditionsOfMatter(_ rule: Rule) -> Bool {
        for condition in rule.conditions {
            switch condition {
            case .attends(let attends): if attends != matter.attendsSetting { return false }
            case .detained(let detained): if detained != matter.detained { return false }
            case .namesSetting(let names): if names != matter.namesSetting { return false }
            case .settingHoldsReview(let holds): if holds != matter.settingHoldsReview { return false }
            default: continue
            }
        }
        return true
    }

    /// Whether the conditions hold that depend on the day of the event.
    private mutating func holds(_ rule: Rule, _ step: Step) -> Bool {
        for condition in rule.conditions {
            switch condition {
            case .attends, .detained, .namesSetting, .settingHoldsReview: continue
            case .after(let kinds):
                let hasHappened = history.steps.contains { kinds.contains($0.kind) && $0.day <= step.day }
                if !hasHappened { return false }
            case .beforeResponseDue:
                if let due = responseDue, step.day > due {
                    note(.notOpposedTooLate(event: history.events[step.place].id))
                    return false
                }
            case .fromYear, .under, .atLeast:
                guard let born = matter.born else {
                    note(.birthDayNeeded(rule: rule.id))
                    return false
                }
                if !holds(condition, born, on: step.day) { return false }
            }
        }
        return true
    }

    private func holds(_ condition: Condition, _ born: Day, on day: Day) -> Bool {
        switch condition {
        case .fromYear(let year): CurriculumYear(bornOn: born, on: day).number >= year
        case .under(let age): Age.age(on: day, bornOn: born) < age
        case .atLeast(let age): Age.age(on: day, bornOn: born) >= age
        default: true
        }
    }

    /// When the response to the appeal is due: a day the tribunal set, else 30 of its working days.
    private var responseDue: Day? {
        guard let sent = history.steps.first(where: { $0.kind == .appealSentToAuthority }) else { return nil }
        let other = history.events.last { $0.kind == .otherDaySet && $0.rules.contains("T5") }
        return other?.on ?? counting.day(.tribunalWorkingDays(30), from: sent.day)
    }

    mutating func note(_ problem: Problem) {
        if !problems.contains(problem) { problems.append(problem) }
    }

    private func isMet(_ exception: String) -> Bool {
        duties.contains { duty in
            duty.circumstances.contains { $0.exception == exception && $0.isMet }
        }
    }

    /// References of events to rules and exceptions that do not exist or cannot be changed.
    private mutating func checkReferences() {
        for step in history.steps where step.kind == .otherDaySet || step.kind == .exceptionJudged {
            let event = history.events[step.place]
            for id in event.rules {
                let rules = clock.law.rules.filter { $0.answers(to: id) }
                if rules.isEmpty {
                    note(.unknownRule(event: event.id, id: id))
                } else if step.kind == .otherDaySet, rules.allSatisfy({ !$0.canBeSetAnew }) {
                    note(.cannotBeChanged(event: event.id, rule: id))
                }
            }
            if let exception = event.exception, clock.law.exemption(exception) == nil {
                note(.unknownRule(event: event.id, id: exception))
            } else if let exception = event.exception, event.rules.isEmpty, !isMet(exception) {
                note(.judgedWithoutCircumstance(event: event.id, exception: exception))
            }
        }
    }
}

extension Rule {
    /// Whether it stands in the list of duties before anything has set it going: the main steps do, what only
    /// some matters ever need does not.
    var isListedBeforehand: Bool {
        trigger.choices.isEmpty && !limit.clauses.isEmpty && shape == .deadline && times == .once
            && conditions.allSatisfy(\.isOfTheMatter)
    }

    /// Whether this id means the rule: its own, or that of the family's duty it repeats.
    func answers(to name: String) -> Bool {
        id == name || (id.hasPrefix(name) && id.dropFirst(name.count).first == ".")
    }

    /// Whether another day can be set for it.
    var canBeSetAnew: Bool {
        switch change {
        case .no, .toldInTime: false
        case .anyDay, .upTo: true
        }
    }
}

extension Condition {
    /// Whether it holds, or does not, for the whole matter and not on a day.
    fileprivate var isOfTheMatter: Bool {
        switch self {
        case .attends, .detained, .namesSetting, .settingHoldsReview: true
        default: false
        }
    }
}

extension Duty {
    static func notYetRunning(_ rule: Rule) -> Duty {
        Duty(
            rule: rule, about: "", trigger: nil, counted: [], due: nil, named: nil, circumstances: [],
            judgement: nil, isBinding: rule.force == .law, status: .notYetRunning, satisfied: nil, notes: [])
    }
}
