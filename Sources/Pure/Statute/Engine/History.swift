import CivilTime

/// An event as the engine walks over it.
struct Step {
    let kind: EventKind
    let choice: Choice?
    let day: Day
    /// Its place among the events.
    let place: Int
}

/// What stands of a matter's entries, in the order in which it happened.
struct History {
    /// Everything that stands and can be relied on.
    private(set) var events: [Event] = []
    /// The same, small and in order: by day, by kind in the order of the process, by order of recording.
    private(set) var steps: [Step] = []
    /// What stands but cannot be relied on.
    private(set) var suspects: [Event] = []
    /// Why.
    private(set) var problems: [Problem] = []
    /// Whether there is anything that exceptions are tested with.
    private(set) var hasFacts = false

    init(_ matter: Matter, today: Day) {
        let standing = Self.standing(matter.events, problems: &problems)
        events = standing
        let doubtful = standing.indices.filter { place in
            guard let problem = Self.problem(of: standing[place], born: matter.born, today: today) else {
                return false
            }
            problems.append(problem)
            return true
        }
        if !doubtful.isEmpty { doubt(Set(doubtful)) }
        order()
        var contested = Contested(events: events, steps: steps, kind: matter.kind)
        contested.check()
        if !contested.suspects.isEmpty {
            problems += contested.problems
            doubt(contested.suspects)
            order()
        }
        hasFacts = steps.contains { Self.facts.contains($0.kind) }
    }

    private static let facts: WordSet<EventKind> = [
        .settingClosed, .absence, .exceptionalCircumstances, .appointmentMissed, .moreTimeForComments,
        .exceptionJudged,
    ]

    /// Takes out what cannot be relied on.
    private mutating func doubt(_ places: Set<Int>) {
        suspects += places.sorted().map { events[$0] }
        events = events.indices.filter { !places.contains($0) }.map { events[$0] }
    }

    private mutating func order() {
        steps = events.indices.map { place in
            Step(
                kind: events[place].kind, choice: events[place].choice, day: events[place].day, place: place)
        }
        steps.sort { left, right in
            if left.day != right.day { return left.day < right.day }
            if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
            return left.place < right.place
        }
    }

    /// Whether something that cannot be relied on bears on these events.
    func doubts(_ pattern: Pattern, key: String? = nil) -> Bool {
        suspects.contains { event in
            guard pattern.kinds.contains(event.kind) else { return false }
            guard let key, !event.key.isEmpty, !key.isEmpty else { return true }
            return event.key == key || event.choice == nil && event.about.isEmpty
        }
    }

    /// What an entry lacks or contradicts by itself.
    private static func problem(of event: Event, born: Day?, today: Day) -> Problem? {
        if event.day > today { return .inTheFuture(event: event.id, day: event.day) }
        if let born, event.day < born { return .beforeBirth(event: event.id, day: event.day) }
        let choices = event.kind.choices
        if !choices.isEmpty {
            guard let choice = event.choice else { return .missing(event: event.id, field: "choice") }
            if !choices.contains(choice) {
                return .unknownWord(event: event.id, field: "choice", word: choice.name)
            }
        }
        return missingDetail(of: event)
    }

    /// A day, span, name or reason that the kind cannot do without.
    private static func missingDetail(of event: Event) -> Problem? {
        if event.kind.needsOn, event.on == nil { return .missing(event: event.id, field: "on") }
        if event.kind.needsSpan {
            if event.span == nil { return .missing(event: event.id, field: "from") }
            if event.kind == .settingClosed, event.span?.to == nil {
                return .missing(event: event.id, field: "until")
            }
        }
        if event.kind.needsBy, (event.by ?? "").isEmpty { return .missing(event: event.id, field: "by") }
        if event.kind == .exceptionalCircumstances || event.kind == .exceptionJudged, event.text.isEmpty {
            return .missing(event: event.id, field: "text")
        }
        if event.kind == .exceptionJudged, event.exception == nil {
            return .missing(event: event.id, field: "exception")
        }
        if event.kind == .otherDaySet, event.rules.isEmpty {
            return .missing(event: event.id, field: "rules")
        }
        if event.kind == .directionGiven || event.kind == .directionMet, event.about.isEmpty {
            return .missing(event: event.id, field: "about")
        }
        return nil
    }
}

/// Corrections and withdrawals.
extension History {
    private enum Fate {
        case replaced, removed
    }

    /// The entries that stand: a correction in place and under the id of the first entry of its line; what a
    /// withdrawn correction had replaced stands again.
    private static func standing(_ entries: [Event], problems: inout [Problem]) -> [Event] {
        guard entries.contains(where: { $0.corrects != nil || $0.kind == .withdrawal }) || hasDoubles(entries)
        else { return entries }
        let places = firstPlaces(entries, problems: &problems)
        var fates: [Int: Fate] = [:]
        var values: [Int: Event] = [:]
        for (place, entry) in entries.enumerated().reversed() where places[entry.id] == place {
            let fate = fates[place]
            if fate == .removed { continue }
            guard let target = entry.kind == .withdrawal ? entry.withdraws : entry.corrects else {
                if entry.kind == .withdrawal {
                    problems.append(.missing(event: entry.id, field: "withdraws"))
                } else {
                    values[place] = values[place] ?? entry
                }
                continue
            }
            guard let earlier = places[target], earlier < place else {
                problems.append(.nothingToCorrect(event: entry.id, target: target))
                continue
            }
            if entry.kind == .withdrawal {
                if fate == nil { fates[earlier] = .removed }
            } else if fates[earlier] == nil {
                fates[earlier] = .replaced
                values[earlier] = values[place] ?? entry
                values[earlier]?.id = entries[earlier].id
                values[place] = nil
            }
        }
        return entries.indices.compactMap { values[$0] }
    }

    private static func hasDoubles(_ entries: [Event]) -> Bool {
        for (place, entry) in entries.enumerated() {
            for earlier in entries[..<place] where earlier.id == entry.id { return true }
        }
        return false
    }

    private static func firstPlaces(_ entries: [Event], problems: inout [Problem]) -> [String: Int] {
        var places: [String: Int] = [:]
        for (place, entry) in entries.enumerated() {
            if places[entry.id] == nil {
                places[entry.id] = place
            } else {
                problems.append(.doubled(entry.id))
            }
        }
        return places
    }
}
