import CivilTime
import Ledger

/// Something was given to somebody to do.
struct ActionRaised: Payload {
    static let kind = "meeting-action.raised"
    var forum: String
    var meeting: String
    var item: String?
    var text: String
    var owner: Owner
    var due: Day
    /// The day of the meeting.
    var on: Day
}

/// It is due on another day.
struct ActionMoved: Payload {
    static let kind = "meeting-action.due"
    var due: Day
}

/// How far it is.
struct ActionProgressed: Payload {
    static let kind = "meeting-action.progress"
    var note: String
}

/// It ended.
struct ActionClosed: Payload {
    static let kind = "meeting-action.closed"
    var closing: Closing
    var how: String
}

/// Something that a meeting gave somebody to do, carried until it is closed.
struct MeetingAction: Subject {
    static let kind = "meeting-action"
    static let entryKinds: [EntryKind<MeetingAction>] = [
        EntryKind(ActionRaised.self) { action, raised in action.raised = raised.data },
        EntryKind(ActionMoved.self) { action, moved in
            action.moves.append((moved.day, moved.data.due, moved.reason))
        },
        EntryKind(ActionProgressed.self) { action, noted in
            action.notes.append((noted.day, noted.data.note))
        },
        EntryKind(ActionClosed.self) { action, closed in
            action.closings.append((closed.id, closed.day, closed.data))
        },
    ]
    static let tables = [MeetingsTables.action]
    static let derivation = 1

    let id: String
    private(set) var raised: ActionRaised?
    private(set) var moves: [(day: Day, due: Day, reason: String?)] = []
    private(set) var notes: [(day: Day, text: String)] = []
    private var closings: [(entry: String, day: Day, data: ActionClosed)] = []
    private var noted: [Problem] = []

    init(id: String) { self.id = id }

    mutating func note(_ problem: Problem) { noted.append(problem) }

    /// The day it is due by the last entry.
    var due: Day? { moves.last?.due ?? raised?.due }
    /// How it ended, with the entry and the day; nil while it is open.
    var closed: (entry: String, day: Day, data: ActionClosed)? { closings.last }

    /// By how many days it is, or was when it was closed, late; nil where it is in time.
    func daysLate(on today: Day) -> Int? {
        guard let due else { return nil }
        let late = (closed?.day ?? today) - due
        return late > 0 ? late : nil
    }

    /// What cannot be true together.
    var problems: [Problem] {
        var problems = noted
        if closings.count > 1 {
            problems.append(
                Problem("It was closed twice; the later is used.", entries: closings.map(\.entry)))
        }
        if let raised, let closed, closed.day < raised.on {
            problems.append(Problem("It was closed before it was raised.", entries: [closed.entry]))
        }
        return problems
    }

    /// Its row in the list of actions.
    func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let raised, let due else { return [] }
        return [
            Row(
                MeetingsTables.action,
                [
                    raised.forum, raised.meeting, raised.text, raised.owner.account, raised.owner.name, due,
                    raised.on, closed?.day, closed?.data.closing.rawValue,
                ])
        ]
    }

    /// The action as a standing while it is open, and as late from the day after it was due.
    func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let raised, let due else { return [] }
        let references = ["forum": raised.forum, "meeting": raised.meeting]
        let end = closed.map { max($0.day, raised.on) }
        var facts = [
            Fact(
                standing: "meetings.action", key: "action", from: raised.on, to: end,
                references: references)
        ]
        if end.map({ $0 > due }) ?? true {
            facts.append(
                Fact(
                    standing: "meetings.action-late", key: "late", from: due + 1, to: end,
                    references: references))
        }
        return facts
    }
}
