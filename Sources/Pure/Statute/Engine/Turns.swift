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

    init(matter: Matter, history: History, clock: Clock, today: Day) {
        var walk = TurnWalk(matter: matter, history: history, clock: clock, today: today)
        walk.run()
        spans = walk.spans
        isOver = walk.isOver
    }
}

/// What an event does to whose turn it is.
///
/// A matter lies on the desk of one or more parties. While someone else has been asked for something, it is
/// those asked who hold it, and a decision-maker beside them; when all have answered, it is the desk's again.
enum Handing {
    /// A matter begins on this desk, or begins again after an end; one under way passes to it.
    case begins(Party)
    /// It lies on this desk; nothing after an end.
    case desk(Party)
    /// The same, and whatever was asked before no longer matters.
    case clears(Party)
    /// It lies on this desk too; after an end, on this alone.
    case joins(Party)
    /// This desk is done; where it was the last, the matter is over.
    case leaves(Party)
    /// One desk takes the place of another.
    case swaps(Party, Party)
    /// Someone is asked; each by name where the event names one.
    case asks(Party)
    /// The family has until a day to answer; then it is the desk's turn again.
    case asksFamily(until: Day)
    /// Someone asked has answered.
    case answers(Party)
    /// The matter is over.
    case ends
}

/// Walks over the events and hands the matter on.
struct TurnWalk {
    let matter: Matter
    let history: History
    let clock: Clock
    let today: Day
    private(set) var spans: [Turn] = []
    private(set) var isOver = false
    /// On whose desks it lies.
    private var desk: Set<String> = []
    /// Who has been asked and has not answered.
    private var asked: Set<String> = []
    /// The last day of the family's time to answer.
    private var familyUntil: Day?
    private var since: Day?
    private var holders: Set<String> = []

    init(matter: Matter, history: History, clock: Clock, today: Day) {
        self.matter = matter
        self.history = history
        self.clock = clock
        self.today = today
    }

    mutating func run() {
        for step in history.steps {
            closeWindow(before: step.day)
            for handing in handings(of: step) { hand(handing, step) }
        }
        closeWindow(before: today + 1)
        if let since, !isOver, since <= today { close(on: today + 1) }
    }

    /// Whether somebody holds it.
    var isRunning: Bool { since != nil && !isOver }

    private mutating func hand(_ handing: Handing, _ step: Step) {
        switch handing {
        case .begins(let party), .desk(let party): desk = [party.name]
        case .clears(let party):
            desk = [party.name]
            forgetAsked()
        case .joins(let party): desk = isRunning ? desk.union([party.name]) : [party.name]
        case .leaves(let party): desk.remove(party.name)
        case .swaps(let one, let other):
            desk.remove(one.name)
            desk.insert(other.name)
        case .asks(let party): asked.insert(name(party, step))
        case .asksFamily(let last):
            asked.insert(Party.family.name)
            familyUntil = max(familyUntil ?? last, last)
        case .answers(let party):
            asked.remove(name(party, step))
            if party == .family { familyUntil = nil }
        case .ends:
            finish(on: step.day)
            return
        }
        settle(handing, on: step.day)
    }

    /// Begins, goes on or finishes after a change.
    private mutating func settle(_ handing: Handing, on day: Day) {
        if !isRunning {
            switch handing {
            case .begins, .joins: begin(on: day)
            case .desk where since == nil, .clears where since == nil: begin(on: day)
            default:
                desk = []
                forgetAsked()
            }
        } else if desk.isEmpty, asked.isEmpty {
            finish(on: day)
        } else {
            become(current, on: day)
        }
    }

    private var current: Set<String> {
        asked.isEmpty ? desk : asked.union(desk.intersection([Party.decisionMaker.name]))
    }

    private mutating func begin(on day: Day) {
        isOver = false
        since = day
        forgetAsked()
        holders = desk
    }

    private mutating func forgetAsked() {
        asked = []
        familyUntil = nil
    }

    private mutating func finish(on day: Day) {
        guard isRunning else { return }
        close(on: day)
        isOver = true
        desk = []
        forgetAsked()
    }

    private func name(_ party: Party, _ step: Step) -> String {
        let key = history.events[step.place].key
        return key.isEmpty || party == .family ? party.name : "\(party.name): \(key)"
    }

    /// A family's time ends by itself; the day after belongs to the desk again.
    private mutating func closeWindow(before day: Day) {
        guard let last = familyUntil, last + 1 <= day, isRunning else { return }
        familyUntil = nil
        asked.remove(Party.family.name)
        become(current, on: last + 1)
    }

    private mutating func become(_ next: Set<String>, on day: Day) {
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
