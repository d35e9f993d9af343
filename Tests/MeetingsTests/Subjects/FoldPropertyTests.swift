import Access
import CivilTime
import Markup
import Pages
import People
import Testing

@testable import Ledger
@testable import Meetings

extension Seeded {
    fileprivate mutating func day() -> Day { firstDay + Int.random(in: 0...400, using: &self) }

    fileprivate mutating func one<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &self)]
    }

    fileprivate mutating func maybe<Value>(_ value: Value) -> Value? {
        Bool.random(using: &self) ? value : nil
    }
}

private let firstDay = day("2024-01-01")

/// Entries of a meeting in any order, also such as no person would make.
private func randomMeeting(_ seed: UInt64) -> Meeting {
    var random = Seeded(state: seed)
    var folded = Folded<Meeting>()
    var entries = [
        folded.add(
            MeetingPlanned(
                forum: "f", schedule: Schedule(day: random.day(), minute: random.maybe(600), place: nil)),
            on: random.day())
    ]
    for _ in 0..<Int.random(in: 0...14, using: &random) {
        let on = random.day()
        let id = random.one(["a", "b", "c"])
        switch Int.random(in: 0..<13, using: &random) {
        case 0:
            entries.append(
                folded.add(
                    MeetingMoved(schedule: Schedule(day: random.day(), minute: nil, place: nil)), on: on))
        case 1: entries.append(folded.add(MeetingCancelled(), on: on, reason: "r"))
        case 2:
            entries.append(
                folded.add(
                    ItemPut(item: id, position: 1, kind: .decision, title: text("T"), presenter: nil),
                    on: on))
        case 3:
            entries.append(
                folded.add(
                    PaperAdded(
                        paper: id, item: random.maybe(id), title: text("T"), document: "d", page: nil,
                        addedBy: id), on: on))
        case 4: entries.append(folded.add(PaperOpened(paper: id, by: random.one(["a", "b"])), on: on))
        case 5, 6:
            let lines = (0..<Int.random(in: 0...4, using: &random)).map { index in
                Attendee(
                    seat: random.maybe("s\(index)"), name: "n",
                    constituency: random.maybe(random.one(Constituency.allCases)),
                    presence: random.one(Presence.allCases), deputy: nil)
            }
            entries.append(
                folded.add(
                    RegisterTaken(
                        on: random.day(), attending: lines,
                        quorum: random.maybe(Quorum(atLeast: 2, oneOfEach: [.icb])), termsFrom: nil), on: on))
        case 7:
            entries.append(
                folded.add(DecisionTaken(decision: id, item: id, text: "t", by: nil), on: on))
        case 8:
            entries.append(
                folded.add(
                    ChallengeMade(
                        challenge: id, item: nil, concern: nil, by: text("B"), text: "t", answer: nil,
                        decision: nil, escalatedTo: nil), on: on))
        case 9: entries.append(folded.add(ChallengeSettled(challenge: id, outcome: "o"), on: on))
        case 10: entries.append(folded.add(MinutesWritten(text: "t"), on: on))
        case 11:
            entries.append(
                folded.add(
                    MinutesAgreed(minutes: random.one(entries), meeting: "m", on: random.day()), on: on))
        default: entries.append(folded.withdraw(random.one(entries), on: on))
        }
    }
    return folded.state
}

/// Entries of a forum in any order.
private func randomForum(_ seed: UInt64) -> Forum {
    var random = Seeded(state: seed)
    var folded = Folded<Forum>()
    var entries = [
        folded.add(
            ForumDescribed(
                name: text("A"), kind: .board, purpose: "p", isPublic: true,
                began: random.maybe(random.day()), represents: nil), on: random.day())
    ]
    for _ in 0..<Int.random(in: 0...14, using: &random) {
        let on = random.day()
        let id = random.one(["a", "b", "c"])
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1:
            entries.append(
                folded.add(
                    SeatTaken(
                        seat: id, person: nil, post: text("P"),
                        constituency: random.one(Constituency.allCases), deputy: nil, mayBeNamed: false,
                        from: random.day(), to: random.maybe(random.day())), on: on))
        case 2: entries.append(folded.add(SeatLeft(seat: id, to: random.day()), on: on))
        case 3: entries.append(folded.add(ChairNamed(seat: random.maybe(id), from: random.day()), on: on))
        case 4:
            entries.append(
                folded.add(
                    TermsAgreed(
                        from: random.day(), text: "t", everyWeeks: nil,
                        quorum: Quorum(atLeast: 3, oneOfEach: [])), on: on))
        case 5:
            entries.append(
                folded.add(
                    ReportingSet(
                        reporting: id, report: text("R"), to: Addressee(forum: nil, name: "N"),
                        everyMonths: 3, days: [random.day(), random.day()]), on: on))
        case 6: entries.append(folded.add(ForumEnded(to: random.day(), successor: nil), on: on))
        default: entries.append(folded.withdraw(random.one(entries), on: on))
        }
    }
    return folded.state
}

/// Entries of an action in any order.
private func randomAction(_ seed: UInt64) -> MeetingAction {
    var random = Seeded(state: seed)
    var folded = Folded<MeetingAction>()
    var entries = [
        folded.add(
            ActionRaised(
                forum: "f", meeting: "m", item: nil, text: "t", owner: Owner(account: nil, name: "N"),
                due: random.day(), on: random.day()), on: random.day())
    ]
    for _ in 0..<Int.random(in: 0...6, using: &random) {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: entries.append(folded.add(ActionMoved(due: random.day()), on: random.day()))
        case 1:
            entries.append(folded.add(ActionClosed(closing: .done, how: "h"), on: random.day()))
        case 2: entries.append(folded.add(ActionProgressed(note: "n"), on: random.day()))
        default: entries.append(folded.withdraw(random.one(entries), on: random.day()))
        }
    }
    return folded.state
}

@Suite struct `Subjects of any history` {
    private func check(_ derived: Derivation) {
        #expect(derived.faults == [])
        #expect(derived.facts.allSatisfy { $0.from <= $0.to ?? $0.from })
    }

    @Test(arguments: Array(UInt64(1)...6))
    func `meetings give sound rows and facts`(seed: UInt64) {
        var (held, contradictory) = (0, 0)
        for number in 0..<200 {
            let meeting = randomMeeting(seed * 1_000 + UInt64(number))
            check(Derivation(of: meeting, Reference()))
            if meeting.stage == .held { held += 1 }
            if !meeting.problems.isEmpty { contradictory += 1 }
        }
        #expect(held > 20 && contradictory > 20)
    }

    @Test(arguments: Array(UInt64(1)...6))
    func `forums give sound rows and facts`(seed: UInt64) {
        var contradictory = 0
        for number in 0..<200 {
            let forum = randomForum(seed * 1_000 + UInt64(number))
            check(Derivation(of: forum, Reference()))
            if !forum.problems.isEmpty { contradictory += 1 }
        }
        #expect(contradictory > 20)
    }

    @Test(arguments: Array(UInt64(1)...6))
    func `actions give sound rows and facts, and late is the days after the due day`(seed: UInt64) {
        var late = 0
        for number in 0..<200 {
            let action = randomAction(seed * 1_000 + UInt64(number))
            let derived = Derivation(of: action, Reference())
            check(derived)
            guard let due = action.due, let raised = action.raised else { continue }
            let closed = action.closed.map { max($0.day, raised.on) }
            let isLate = derived.facts.contains { $0.kind == "meetings.action-late" }
            #expect(isLate == (closed.map { $0 > due } ?? true))
            if isLate { late += 1 }
        }
        #expect(late > 20)
    }

    @Test func `a paper opened by who added it is not public, and said to be a problem`() {
        var folded = Folded<Meeting>()
        folded.add(
            MeetingPlanned(
                forum: "f", schedule: Schedule(day: Lab.today, minute: nil, place: nil)), on: Lab.today)
        folded.add(
            PaperAdded(
                paper: "p", item: nil, title: text("T"), document: nil, page: SitePath("/plans"),
                addedBy: "a"), on: Lab.today)
        folded.add(PaperOpened(paper: "p", by: "a"), on: Lab.today)
        #expect(folded.state.opening(of: "p") == nil)
        #expect(folded.state.problems.count == 1)
        folded.add(PaperOpened(paper: "p", by: "b"), on: Lab.today)
        #expect(folded.state.opening(of: "p") != nil)
    }

    @Test(arguments: [
        ("2024-01-10", "2024-02-01"), ("2024-02-01", "2024-02-01"), ("2024-02-02", "2024-05-01"),
        ("2024-08-01", "2024-08-01"), ("2024-08-02", "2024-11-01"), ("2031-03-15", "2031-05-01"),
    ])
    func `a report is next due on a named day, then by its rhythm`(today: String, next: String) {
        let set = ReportingSet(
            reporting: "r", report: text("R"), to: Addressee(forum: nil, name: "N"), everyMonths: 3,
            days: [day("2024-02-01")])
        #expect(set.nextDay(from: day(today)) == day(next))
    }
}
