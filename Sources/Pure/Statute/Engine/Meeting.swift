import CivilTime

/// What meets a duty, what ends it, what stops its clock.
extension Engine {
    /// The event that meets it, and who has not been sent it yet.
    mutating func satisfaction(
        _ rule: Rule, _ index: Int, _ key: String, endedOn end: Day?
    ) -> (Occurrence?, untold: [String]) {
        var told: Set<String> = []
        var untold: [String] = []
        for place in history.steps.indices {
            let step = history.steps[place]
            guard rule.metBy.matches(step), follows(place, index) else { continue }
            if let end, step.day > end { break }
            if rule.times.isAboutOne, history.events[step.place].key != key { continue }
            if rule.times == .eachAbout, step.day == history.steps[index].day,
                step.place < history.steps[index].place
            {
                continue
            }
            switch rule.recipients {
            case .none: break
            case .party(let party): if !history.events[step.place].to.contains(party.name) { continue }
            case .holders:
                let event = history.events[step.place]
                if event.to.isEmpty, !matter.holders.isEmpty { note(.recipientsNotNamed(event: event.id)) }
                untold = missing(event.to, on: step.day, told: &told)
                if !untold.isEmpty { continue }
            }
            return (occurrence(of: step, rule), [])
        }
        return (nil, untold)
    }

    /// What met a duty, on the day it counts: the next one where the hour at which its days end had passed.
    private func occurrence(of step: Step, _ rule: Rule) -> Occurrence {
        let event = history.events[step.place]
        if let time = event.time, let hour = rule.closesAt, time > hour {
            return Occurrence(event: event.id, kind: step.kind, day: step.day + 1, afterHours: time)
        }
        return Occurrence(event: event.id, kind: step.kind, day: step.day)
    }

    /// Whether an event can have met or ended what another set going: it is later, or another kind that day.
    private func follows(_ place: Int, _ index: Int) -> Bool {
        let (one, other) = (history.steps[place], history.steps[index])
        return place > index || (one.day == other.day && one.kind != other.kind)
    }

    /// Which holders of rights have not been sent it, this event included. Where the matter does not say who
    /// they are, a sending without a name went to them; where it does, to those it names, or to all as "family".
    private func missing(_ to: [String], on day: Day, told: inout Set<String>) -> [String] {
        if to.contains(Party.family.name) { return [] }
        if matter.holders.isEmpty { return to.isEmpty ? [] : [Party.family.name] }
        told.formUnion(to)
        let holders = matter.holders.filter { $0.span?.contains(day) ?? true }
        return holders.isEmpty
            ? [Party.family.name] : holders.map(\.name).filter { !told.contains($0) }
    }

    /// The event that ends it unmet; a decision that was reversed afterwards ends nothing.
    func end(_ rule: Rule, _ index: Int) -> Step? {
        if rule.endedBy.kinds.isEmpty { return nil }
        for place in history.steps.indices {
            let step = history.steps[place]
            guard rule.endedBy.matches(step), follows(place, index) else { continue }
            let isReversed =
                step.kind != .decisionReversed
                && history.steps[(place + 1)...].contains { $0.kind == .decisionReversed }
            if !isReversed { return step }
        }
        return nil
    }

    func waived(_ rule: Rule, _ index: Int, _ satisfied: Occurrence?) -> Bool {
        guard !rule.waivedBy.kinds.isEmpty else { return false }
        let start = history.steps[index].day
        return history.steps.contains { step in
            rule.waivedBy.matches(step) && step.day >= start && satisfied.map { step.day <= $0.day } ?? true
        }
    }

    /// A clock that stood still, or that something holds open.
    func stop(_ rule: Rule, _ index: Int, _ draft: inout Draft) {
        guard let stops = rule.stops, let due = draft.due else { return }
        var stoppedDays = 0
        var last = due
        for place in history.steps.indices where place > index && stops.by.matches(history.steps[place]) {
            let since = history.steps[place].day
            if since > last, !stops.holds { break }
            guard let until = history.steps[place...].first(where: { stops.until.matches($0) }) else {
                draft.notes.append(.standsStill(since: since))
                draft.due = nil
                return
            }
            stoppedDays += until.day - since
            if stops.holds { hold(stops, until, &last, &draft) }
        }
        guard !stops.holds, stoppedDays > 0 else {
            draft.due = last
            return
        }
        draft.notes.append(.stoodStill(days: stoppedDays))
        last = due + stoppedDays
        draft.due =
            rule.limit.ending == .nextWorkingDay ? clock.calendars.englandAndWales.onOrAfter(last) : last
    }

    /// Holds a time open until something was decided, or until that is final.
    private func hold(_ stops: Stops, _ until: Step, _ last: inout Day, _ draft: inout Draft) {
        var day = until.day
        var note = Note.heldUntil(day)
        if let more = stops.afterwards, until.kind == more.decision {
            let sent = history.steps.first { $0.kind == more.reasons && $0.day >= until.day }?.day
            day = counting.day(more.time, from: sent ?? until.day) ?? day
            day = clock.calendars.englandAndWales.onOrAfter(day)
            note = .openToAppeal(decided: until.day, until: day)
        }
        guard day > last else { return }
        last = day
        draft.notes.append(note)
    }

    func status(
        _ rule: Rule, _ draft: Draft, _ satisfied: Day?, isEnded: Bool, disapplied: Bool, waived: Bool
    ) -> Status {
        if let satisfied {
            guard let due = draft.due else { return .metInTime }
            if rule.shape == .window {
                return satisfied <= due && !waived ? .tooEarly(days: due - satisfied + 1) : .metInTime
            }
            if satisfied <= due || waived { return .metInTime }
            return disapplied ? .limitDisapplied : .metLate(days: satisfied - due)
        }
        if isEnded { return .ended }
        if disapplied { return .limitDisapplied }
        guard let due = draft.due else { return .running(daysLeft: nil) }
        let left = due - today
        switch rule.shape {
        case .window: return left < 0 ? .metInTime : .running(daysLeft: left)
        case .permission: return left < 0 ? .ended : .running(daysLeft: left)
        case .deadline:
            if left < 0 { return .overdue(days: -left) }
            return left <= clock.settings.dueSoonDays ? .dueSoon(daysLeft: left) : .running(daysLeft: left)
        }
    }
}
