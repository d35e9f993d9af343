import CivilTime
import Statute
import Testing

/// What must hold of every history.
struct PropertyTests {
    private static let kinds: [EventKind] = [
        .assessmentNoticeSent, .decisionToAssess, .adviceAsked, .adviceReceived, .draftSent,
        .commentsReceived,
        .settingConsulted, .settingAnswered, .papersSentToDecisionMaker, .finalPlanSent, .absence,
    ]

    /// A made-up history of a request, in order, in 2026.
    private static func history(_ seed: UInt64) -> Matter {
        var dice = Dice(state: seed &* 0x9e37_79b9_7f4a_7c15 | 1)
        var on = day("2026-01-05")
        var events = [Event(id: "t", day: on, kind: .requestReceived)]
        for number in 0..<Int.random(in: 2...12, using: &dice) {
            on = on + Int.random(in: 0...20, using: &dice)
            let kind = kinds.randomElement(using: &dice) ?? .draftSent
            events.append(
                Event(
                    id: "e\(number)", day: on, kind: kind, about: kind.choices.isEmpty ? "" : "one",
                    choice: kind.choices.isEmpty ? nil : .health,
                    span: kind == .absence ? Span(from: on, to: on + 30) : nil))
        }
        return request(events)
    }

    private func view(_ duties: [Duty]) -> [String] {
        duties.map { "\($0.id) \($0.due?.iso ?? "") \($0.status)" }
    }

    @Test(arguments: 1...200)
    func `an unrelated event changes no duty`(seed: Int) {
        let today = day("2026-12-01")
        var matter = Self.history(UInt64(seed))
        let before = view(Clock().duties(of: matter, today: today))
        matter.events.append(Event(id: "u", day: day("2026-02-03"), kind: .commentsPublished))
        matter.events.append(
            Event(id: "v", day: day("2026-02-03"), kind: .complaintReceived, choice: .council))
        #expect(view(Clock().duties(of: matter, today: today)) == before)
    }

    @Test(arguments: 1...200)
    func `correcting and correcting back changes nothing`(seed: Int) throws {
        let today = day("2026-12-01")
        var matter = Self.history(UInt64(seed))
        let before = Clock().read(matter, today: today)
        let original = matter.events[seed % matter.events.count]
        var wrong = original
        wrong.id = "wrong"
        wrong.day = original.day + 3
        wrong.corrects = original.id
        var back = original
        back.id = "back"
        back.corrects = "wrong"
        matter.events += [wrong, back]
        let after = Clock().read(matter, today: today)
        #expect(after.duties == before.duties)
        #expect(after.turns == before.turns)
        #expect(after.problems == before.problems)
        matter.events.removeLast()
        matter.events.append(
            Event(id: "back", day: today, kind: .withdrawal, withdraws: "wrong"))
        #expect(Clock().read(matter, today: today).duties == before.duties)
    }

    @Test(arguments: 1...300)
    func `the turns partition the days`(seed: Int) {
        let today = day("2026-12-01")
        let matter = Self.history(UInt64(seed))
        let turns = Clock().read(matter, today: today).turns
        guard let first = turns.spans.first else {
            #expect(turns.isOver && matter.events.contains { $0.kind == .finalPlanSent })
            return
        }
        #expect(first.from == day("2026-01-05"))
        for (one, next) in zip(turns.spans, turns.spans.dropFirst()) {
            #expect(one.to + 1 == next.from)
            #expect(one.holders != next.holders)
        }
        for span in turns.spans { #expect(span.from <= span.to && !span.holders.isEmpty) }
        if !turns.isOver { #expect(turns.spans.last?.to == today) }
        for own in turns.own { #expect(own.days <= turns.spans.reduce(0) { $0 + $1.days }) }
    }

    @Test(arguments: 1...100)
    func `the order of recording does not matter`(seed: Int) {
        let today = day("2026-12-01")
        var matter = Self.history(UInt64(seed))
        let days = Set(matter.events.map { "\($0.day)\($0.kind)" })
        guard days.count == matter.events.count else { return }
        let before = Clock().read(matter, today: today)
        matter.events.reverse()
        #expect(Clock().read(matter, today: today).duties == before.duties)
    }

    @Test(arguments: 1...100)
    func `days pass without a due day moving`(seed: Int) {
        let matter = Self.history(UInt64(seed))
        let late = Clock().duties(of: matter, today: day("2026-12-01"))
        let later = Clock().duties(of: matter, today: day("2027-12-01"))
        #expect(late.map(\.due) == later.map(\.due))
    }

    /// A history of any matter, of events that its rules speak of, in no order.
    private static func anyHistory(_ kind: MatterKind, _ seed: UInt64) -> Matter {
        var dice = Dice(state: seed &* 0x9e37_79b9_7f4a_7c15 | 1)
        let kinds = Law.england.rules(for: kind).flatMap {
            $0.trigger.kinds.words + $0.metBy.kinds.words + $0.endedBy.kinds.words
        }
        let events = (0..<Int.random(in: 1...15, using: &dice)).map { number in
            let kind = kinds.randomElement(using: &dice) ?? .draftSent
            let on = day("2026-01-05") + Int.random(in: 0...300, using: &dice)
            return Event(
                id: "e\(number)", day: on, kind: kind, about: kind.choices.isEmpty ? "" : "one",
                choice: kind.choices.words.randomElement(using: &dice), on: on + 40, span: Span(on: on))
        }
        return Matter(id: "m", kind: kind, born: day("2012-06-01"), events: events)
    }

    @Test(arguments: MatterKind.allCases)
    func `the turns of any matter share no day and leave none out while it lasts`(kind: MatterKind) {
        let today = day("2026-12-01")
        for seed in 1...150 {
            let turns = Clock().read(Self.anyHistory(kind, UInt64(seed)), today: today).turns
            var days = 0
            for (one, next) in zip(turns.spans, turns.spans.dropFirst()) {
                #expect(one.to < next.from && (one.to + 1 < next.from || one.holders != next.holders))
            }
            for span in turns.spans {
                #expect(span.from <= span.to && !span.holders.isEmpty)
                days += span.days
            }
            for own in turns.own { #expect(own.days <= days) }
            if !turns.isOver, let last = turns.spans.last { #expect(last.to == today) }
        }
    }

    @Test(arguments: MatterKind.allCases)
    func `an event of another matter changes no duty of this one`(kind: MatterKind) {
        let today = day("2026-12-01")
        let own = Law.england.rules(for: kind).reduce(into: Set<EventKind>()) { kinds, rule in
            for pattern in [rule.trigger, rule.metBy, rule.endedBy, rule.waivedBy] {
                kinds.formUnion(pattern.kinds.words)
            }
        }
        let stranger: EventKind = own.contains(.commentsPublished) ? .suspended : .commentsPublished
        for seed in 1...40 {
            var matter = Self.anyHistory(kind, UInt64(seed))
            let before = Clock().duties(of: matter, today: today)
            matter.events.append(
                Event(
                    id: "u", day: day("2026-02-03"), kind: stranger, span: Span(on: day("2026-02-03"))))
            #expect(Clock().duties(of: matter, today: today) == before)
        }
    }
}
