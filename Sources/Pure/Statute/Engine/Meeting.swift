import CivilTime

/// What meets a duty, what ends it, what stops its clock.
extension Engine {
    /// The event that meets it, and who has not been sent it yet.
    func satisfaction(
        _ rule: Rule, _ index: Int, _ key: String, endedOn end: Day?
    ) -> (Occurrence?, untold: [String]) {
        var told: Set<String> = []
        var untold: [String] = []
        for place in history.steps.indices {
            let step = history.steps[place]
            guard rule.metBy.matches(step), follows(place, index) else { continue }
            if let end, step.day > end { break }
            if rule.times == .perAbout, history.events[step.place].key != key { continue }
            switch rule.recipients {
            case .none: break
            case .party(let party): if !history.events[step.place].to.contains(party.name) { continue }
            case .holders:
                untold = missing(history.events[step.place].to, on: step.day, told: &told)
                if !untold.isEmpty { continue }
            }
            return (Occurrence(event: history.events[step.place].id, kind: step.kind, day: step.day), [])
        }
        return (nil, untold)
    }

    /// Whether an event can have met or ended what another set going: it is later, or another kind that day.
    private func follows(_ place: Int, _ index: Int) -> Bool {
        let (one, other) = (history.steps[place], history.steps[index])
        return place > index || (one.day == other.day && one.kind != other.kind)
    }

    /// Which holders of rights have not been sent it, this event included.
    private func missing(_ to: [String], on day: Day, told: inout Set<String>) -> [String] {
        if to.isEmpty || to.contains(Party.family.name) { return [] }
        told.formUnion(to)
        if matter.holders.isEmpty { return [Party.family.name] }
        return matter.holders.filter { holder in
            (holder.span?.contains(day) ?? true) && !told.contains(holder.name)
        }.map(\.name)
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
            if stops.holds, until.day > last {
                last = until.day
                draft.notes.append(.heldUntil(until.day))
            }
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
