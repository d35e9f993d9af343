import CivilTime

/// Making one duty.
extension Engine {
    /// What is being gathered about a duty.
    struct Draft {
        var counted: [Counted] = []
        var due: Day?
        var named: Day?
        var notes: [Note] = []
        var isUnknown = false
    }

    mutating func duty(_ rule: Rule, triggered index: Int) -> Duty {
        let step = history.steps[index]
        let key = rule.times.isAboutOne ? history.events[step.place].key : ""
        var draft = Draft()
        count(rule, index, &draft)
        change(rule, index, key, &draft)
        stop(rule, index, &draft)
        let ended = end(rule, index)
        let (satisfied, untold) = satisfaction(rule, index, key, endedOn: ended?.day)
        if !untold.isEmpty { draft.notes.append(.notTold(untold)) }
        if let time = satisfied?.afterHours { draft.notes.append(.afterHours(time: time)) }
        let start = draft.counted.first?.from ?? step.day
        let circumstances = circumstances(rule, key, from: start, to: draft.due)
        let judgement = judgement(rule, key, circumstances)
        let disapplied = judgement?.isImpractical ?? false
        let isWaived = waived(rule, index, satisfied)
        if isWaived { draft.notes.append(.waived) }
        if satisfied == nil, let ended { draft.notes.append(.endedBy(ended.kind, ended.day)) }
        let status = status(
            rule, draft, satisfied?.day, isEnded: ended != nil, disapplied: disapplied, waived: isWaived)
        return Duty(
            rule: rule, about: key, trigger: occurrence(step, draft), counted: draft.counted, due: draft.due,
            named: draft.named, circumstances: circumstances, judgement: judgement,
            isBinding: rule.force == .law && !disapplied, status: status, satisfied: satisfied,
            notes: draft.notes)
    }

    private func occurrence(_ step: Step, _ draft: Draft) -> Occurrence {
        Occurrence(event: history.events[step.place].id, kind: step.kind, day: step.day)
    }

    /// The clauses and the day they give.
    private mutating func count(_ rule: Rule, _ index: Int, _ draft: inout Draft) {
        for clause in rule.limit.clauses {
            guard let start = anchor(clause.from, index, rule) else {
                if !clause.isOptional { draft.isUnknown = true }
                continue
            }
            guard let day = last(of: clause, from: start.day, rule, index, &draft),
                !clause.onlyIfLater || day > history.steps[index].day
            else { continue }
            draft.counted.append(Counted(clause: clause, kind: start.kind, from: start.day, day: day))
            guard let due = draft.due else {
                draft.due = day
                continue
            }
            draft.due = rule.limit.pick == .earliest ? min(due, day) : max(due, day)
        }
        if draft.isUnknown {
            draft.due = nil
            draft.notes.append(.dayUnknown)
        }
        settle(rule, &draft)
    }

    /// The day that one clause gives; nil, and noted, where terms are missing.
    private mutating func last(
        of clause: Clause, from start: Day, _ rule: Rule, _ index: Int, _ draft: inout Draft
    ) -> Day? {
        let time = history.events[history.steps[index].place].time
        guard var day = counting.day(clause.count, from: start, time: time) else {
            note(.termsNeeded(rule: rule.id))
            draft.isUnknown = true
            return nil
        }
        if case .before(let month, let dayOfMonth) = clause.count {
            draft.named = Day(year: start.year, month: month, day: dayOfMonth)
        }
        if rule.fromReceipt, clause.count != .sameDay, clock.settings.countReceiptDay {
            day = day - 1
            draft.notes.append(.receiptDayCounted)
        }
        if !counting.covers(clause.count, day) { note(.beyondHolidays(rule: rule.id, day: day)) }
        return day
    }

    /// What happens to the last day where it falls.
    private mutating func settle(_ rule: Rule, _ draft: inout Draft) {
        guard let due = draft.due else {
            if !draft.isUnknown { draft.notes.append(.noDay) }
            return
        }
        switch rule.limit.ending {
        case .asItFalls: return
        case .nextWorkingDay: draft.due = clock.calendars.englandAndWales.onOrAfter(due)
        case .tribunal: draft.due = counting.tribunalEnd(due)
        }
        guard let end = draft.due else { return }
        if !clock.calendars.englandAndWales.covers(end) { note(.beyondHolidays(rule: rule.id, day: end)) }
        if end != due {
            draft.notes.append(
                rule.limit.ending == .tribunal ? .movedByTribunal(from: due) : .movedToWorkingDay(from: due))
        }
    }

    private mutating func anchor(_ anchor: Anchor, _ index: Int, _ rule: Rule) -> (
        day: Day, kind: EventKind?
    )? {
        let step = history.steps[index]
        switch anchor {
        case .trigger: return (step.day, nil)
        case .spokenOf: return history.events[step.place].on.map { ($0, nil) }
        case .arrival: return (max(history.events[step.place].on ?? step.day, step.day), nil)
        case .spanStart: return (history.events[step.place].span?.from ?? step.day, nil)
        case .birthday(let age):
            guard let born = matter.born else {
                note(.birthDayNeeded(rule: rule.id))
                return nil
            }
            return (Age.birthday(age, bornOn: born), nil)
        case .before(let kinds):
            let found = history.steps[..<index].last { kinds.contains($0.kind) }
            if found == nil { noteMissing(kinds, anchor, rule) }
            return found.map { ($0.day, $0.kind) }
        case .after(let kinds):
            return history.steps.first { kinds.contains($0.kind) && $0.day >= step.day }.map {
                ($0.day, $0.kind)
            }
        }
    }

    private mutating func noteMissing(_ kinds: WordSet<EventKind>, _ anchor: Anchor, _ rule: Rule) {
        let isNeeded = rule.limit.clauses.contains { $0.from == anchor && !$0.isOptional }
        if isNeeded { note(.eventNeeded(rule: rule.id, kinds: kinds.words)) }
    }

    /// Another day that was agreed, directed or set by extension.
    private mutating func change(_ rule: Rule, _ index: Int, _ key: String, _ draft: inout Draft) {
        guard rule.change != .no else { return }
        let start = history.steps[index].day
        if case .toldInTime(let count) = rule.change {
            extend(rule, count, start, &draft)
            return
        }
        for step in history.steps where step.kind == .otherDaySet && step.day >= start {
            let event = history.events[step.place]
            guard event.rules.contains(where: rule.answers), let on = event.on,
                event.about.isEmpty || key.isEmpty || event.about == key
            else { continue }
            var day = on
            if case .upTo(let count) = rule.change, let last = counting.day(count, from: start), day > last {
                note(.extendedTooFar(event: event.id, rule: rule.id, last: last))
                day = last
            }
            draft.notes.removeAll { $0 == .noDay }
            draft.notes.append(.otherDay(day, by: event.by ?? ""))
            draft.due = day
        }
    }

    private mutating func extend(_ rule: Rule, _ count: Count, _ start: Day, _ draft: inout Draft) {
        guard let told = history.steps.first(where: { $0.kind == .extensionTold && $0.day >= start }),
            let first = draft.due, var last = counting.day(count, from: start)
        else { return }
        guard told.day <= first else {
            note(.extendedTooLate(event: history.events[told.place].id, rule: rule.id))
            return
        }
        if rule.limit.ending == .nextWorkingDay { last = clock.calendars.englandAndWales.onOrAfter(last) }
        draft.due = last
        draft.notes.append(.extended(last))
    }
}
