import CivilTime

/// Testing the facts of exceptions as the law lists them, and finding the judgement recorded.
extension Engine {
    /// What the facts say about each exception of a rule that anything was recorded about.
    func circumstances(_ rule: Rule, _ key: String, from start: Day, to due: Day?) -> [Circumstance] {
        guard history.hasFacts, !rule.exceptions.isEmpty, let due, let time = Span(from: start, to: due)
        else {
            return []
        }
        return rule.exceptions.compactMap { id in
            clock.law.exemption(id).flatMap { finding($0.test, key, within: time) }.map {
                Circumstance(exception: id, isMet: $0.isMet, finding: $0)
            }
        }
    }

    private func finding(_ test: FactTest, _ key: String, within time: Span) -> Finding? {
        switch test {
        case .closure(let kind): closure(kind, within: time)
        case .circumstances: declared(within: time)
        case .absence(let days): absence(days, within: time)
        case .missedAppointment:
            best(.appointmentMissed) { event in
                guard event.key == key else { return nil }
                return time.contains(event.day) ? .missed(on: event.day) : .outside
            }
        case .moreTimeForComments: best(.moreTimeForComments) { .askedForTime(on: $0.day) }
        }
    }

    /// Of what the events of a kind show, the first finding that meets the test, else the first.
    private func best(_ kind: EventKind, _ finding: (Event) -> Finding?) -> Finding? {
        var first: Finding?
        for step in history.steps where step.kind == kind {
            guard let found = finding(history.events[step.place]) else { continue }
            if found.isMet { return found }
            first = first ?? found
        }
        return first
    }

    private func closure(_ kind: Choice, within time: Span) -> Finding? {
        best(.settingClosed) { closed in
            guard closed.choice == kind, let span = closed.span, let last = span.to else { return nil }
            if let days = span.length, days < 28 { return .tooShort(days: days, needed: 28) }
            let (opens, closes) = (span.from - 7, last + 1 - 7)
            return best(.adviceAsked) { asked in
                guard asked.choice == kind, time.contains(asked.day),
                    closed.about.isEmpty || asked.about.isEmpty || closed.about == asked.about
                else { return nil }
                return .asked(on: asked.day, opens: opens, closes: closes)
            } ?? .nobodyAsked
        }
    }

    private func declared(within time: Span) -> Finding? {
        best(.exceptionalCircumstances) { event in
            event.span.map { $0.overlaps(time) ? .declared($0) : .outside }
        }
    }

    /// An absence that is not over counts to its end as recorded, else to today.
    private func absence(_ needed: Int, within time: Span) -> Finding? {
        best(.absence) { event in
            guard let span = event.span,
                let closed = Span(from: span.from, to: span.to ?? max(today, span.from)),
                let inside = closed.intersection(time)?.length
            else { return .outside }
            return inside >= needed ? .away(days: inside) : .tooShort(days: inside, needed: needed)
        }
    }

    /// The last judgement recorded on an exception of the rule whose circumstance is met.
    mutating func judgement(_ rule: Rule, _ key: String, _ circumstances: [Circumstance]) -> Judgement? {
        guard history.hasFacts, !rule.exceptions.isEmpty else { return nil }
        var last: Judgement?
        for step in history.steps where step.kind == .exceptionJudged {
            let event = history.events[step.place]
            guard let exception = event.exception, rule.exceptions.contains(exception),
                event.rules.isEmpty || event.rules.contains(where: rule.answers),
                event.about.isEmpty || key.isEmpty || event.about == key
            else { continue }
            guard circumstances.contains(where: { $0.exception == exception && $0.isMet }) else {
                if !event.rules.isEmpty {
                    note(.judgedWithoutCircumstance(event: event.id, exception: exception))
                }
                continue
            }
            if last?.isImpractical == true, last?.exception != exception, step.choice == .practicable {
                continue
            }
            last = Judgement(
                exception: exception, isImpractical: step.choice == .impractical, by: event.by ?? "",
                day: step.day)
        }
        return last
    }
}

extension Finding {
    /// Whether the circumstance is met.
    var isMet: Bool {
        switch self {
        case .asked(let day, let opens, let closes): day >= opens && day <= closes
        case .away, .declared, .missed, .askedForTime: true
        case .tooShort, .nobodyAsked, .outside: false
        }
    }
}
