public import CivilTime

/// Days in a row on which the same ones held a matter.
public struct Turn: Sendable, Hashable {
    /// The days; open where they last.
    public let from: Day
    /// The last of them.
    public let to: Day
    /// Who held it, side by side, in alphabetical order.
    public let holders: [String]

    /// How many days.
    public var days: Int { to - from + 1 }
}

/// Whose turn it was and is: spans that partition the days from the first hand-over to today, or to the eve of
/// the day on which the matter ended. The day of a hand-over belongs to who receives; those who hold it side by
/// side are one holder.
public struct Turns: Sendable, Hashable {
    /// The spans in order, without a gap.
    public let spans: [Turn]
    /// Whether the matter has ended.
    public let isOver: Bool
    /// Each one's own days, which need not sum.
    public var own: [(holder: String, days: Int)] {
        var days: [String: Int] = [:]
        for span in spans {
            for holder in span.holders { days[holder, default: 0] += span.days }
        }
        return days.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    init(matter: Matter, history: History, today: Day) {
        var walk = TurnWalk(history: history, today: today)
        walk.run()
        spans = walk.spans
        isOver = walk.isOver
    }
}

/// What an event does to whose turn it is.
enum Handing {
    case begins(Party)
    case hands(Party)
    case adds(Party)
    case removes(Party)
    case ends
}

/// Walks over the events and hands the matter on.
struct TurnWalk {
    let history: History
    let today: Day
    private(set) var spans: [Turn] = []
    private(set) var isOver = false
    private var holders: Set<String> = []
    private var since: Day?
    /// Who falls back to when nobody else holds it.
    private var base = Party.officer
    /// The last days of families' windows for comments.
    private var windows: [Day] = []

    init(history: History, today: Day) {
        self.history = history
        self.today = today
    }

    mutating func run() {
        for step in history.steps {
            closeWindows(before: step.day)
            guard let handing = Self.table[step.kind] else { continue }
            hand(handing, step)
        }
        closeWindows(before: today + 1)
        if let since, !isOver, since <= today { close(on: today + 1) }
    }

    private mutating func hand(_ handing: Handing, _ step: Step) {
        switch handing {
        case .begins(let party):
            if since == nil || isOver {
                isOver = false
                base = party
                since = step.day
                holders = [party.name]
            }
        case .hands(let party): become([party.name], on: step.day)
        case .adds(let party):
            let working: Set<String> = [Party.officer.name, base.name]
            become(holders.subtracting(working).union([name(party, step)]), on: step.day)
            if step.kind != .ceasingConsultedOn, party == .family { windows.append(step.day + 14) }
        case .removes(let party):
            become(holders.subtracting([name(party, step)]), on: step.day)
            if party == .family { windows = [] }
        case .ends:
            guard since != nil, !isOver else { return }
            close(on: step.day)
            isOver = true
        }
    }

    private func name(_ party: Party, _ step: Step) -> String {
        let key = history.events[step.place].key
        return key.isEmpty || party == .family ? party.name : "\(party.name): \(key)"
    }

    /// A family's fifteen days end by themselves; the day after belongs to the officer again.
    private mutating func closeWindows(before day: Day) {
        guard let last = windows.max(), last + 1 <= day, !isOver else { return }
        windows = []
        become(holders.subtracting([Party.family.name]), on: last + 1)
    }

    private mutating func become(_ next: Set<String>, on day: Day) {
        guard since != nil, !isOver else { return }
        let next = next.isEmpty ? [base.name] : next
        if next == holders { return }
        close(on: day)
        since = day
        holders = next
    }

    /// Ends the span on the eve of a day; nothing where it began on that very day.
    private mutating func close(on day: Day) {
        guard let since, since < day else { return }
        let names = holders.sorted()
        if let last = spans.last, last.holders == names, last.to + 1 == since {
            spans[spans.count - 1] = Turn(from: last.from, to: day - 1, holders: names)
        } else {
            spans.append(Turn(from: since, to: day - 1, holders: names))
        }
        self.since = day
    }
}
