import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// How an entry is put right.
enum EntryWay: Sendable {
    case correct, end, withdraw

    var title: String {
        switch self {
        case .correct: "Correct what is recorded"
        case .end: "Record that it ended"
        case .withdraw: "Take back what is recorded"
        }
    }

    var button: String {
        switch self {
        case .correct: "Save correction"
        case .end: "Save end"
        case .withdraw: "Take it back"
        }
    }

    func link(_ place: (String, String)) -> Link {
        switch self {
        case .correct: ChildRoutes.correct(place)
        case .end: ChildRoutes.end(place)
        case .withdraw: ChildRoutes.withdraw(place)
        }
    }
}

/// What is recorded to put an entry right.
enum EntryChange: Sendable {
    case correct(Change)
    case end(Day)
    case withdraw

    func decide(
        _ entry: String, of child: String, because reason: ShortText, _ deciding: inout Deciding
    ) throws {
        switch self {
        case .correct(let change):
            try change.decide(
                on: child, reason: reason, correcting: Correction(of: entry, because: reason), &deciding)
        case .end(let to): try EndOnChild(entry, of: child, to: to, reason: reason).decide(&deciding)
        case .withdraw: try Withdraw(entry, of: Child.self, child, because: reason).decide(&deciding)
        }
    }

    func words(_ names: Names) -> String {
        switch self {
        case .correct(let change): change.words(names)
        case .end(let day): "ended on \(day.short)"
        case .withdraw: "taken back"
        }
    }
}

/// One entry about to be put right.
struct EntryModel: Sendable {
    var found: FoundChild
    let way: EntryWay
    let entry: String
    let kind: String
    let day: Day
    /// What it says, where it stands.
    let statement: Statement?
    let topic: Topic
    /// What the entry shows only to some of those who may edit, and so needs besides.
    let needed: Set<Action>
    /// Whether it stands in the place of another, which stands again without it.
    private let isCorrection: Bool
    private let form: TopicForm?
    private static let lastDay = DateQuestion("to", "Last day").hint("It may lie ahead.")

    /// - Throws: ``PageError/notFound`` where there is no such entry, it is not for the asker, or it cannot be
    ///   put right so.
    init(_ found: FoundChild, _ entry: String, _ way: EntryWay, today: Day, _ snapshot: Snapshot) throws {
        let chronicle = try snapshot.chronicle(of: SubjectID(kind: Child.kind, id: found.id))
        let statement = found.child.statements.first { $0.entry == entry }
        let statements = Dictionary(
            found.child.statements.map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
        let byID = Dictionary(chronicle.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        guard let held = byID[entry], found.sight.allows(held, statements, in: byID) else {
            throw PageError.notFound
        }
        needed = found.sight.needed { !$0.allows(held, statements, in: byID) }
        let topic = statement?.detail.topic
        let fits =
            switch way {
            case .correct: topic != nil
            case .end: topic?.ends ?? false
            case .withdraw:
                held.canBeWithdrawn && !HistoryRow.replaced(chronicle).withdrawn.contains(entry)
            }
        guard fits else { throw PageError.notFound }
        (self.found, self.way, self.entry, self.statement) = (found, way, entry, statement)
        (kind, day, isCorrection) = (held.kind, held.day, held.corrects != nil)
        self.topic = topic ?? (held.kind == "child.died" ? .death : .birth)
        let setting = try FormSetting(found, today: today, snapshot.reader)
        form =
            way == .correct
            ? topic.map { $0 == .relationship ? .relationshipAlone(setting) : .of($0, setting) } : nil
    }

    var questions: [any Question] {
        switch way {
        case .correct: form?.questions ?? []
        case .end: [Self.lastDay]
        case .withdraw: []
        }
    }

    /// What is recorded, as it would have been typed.
    var filled: Typed {
        var typed = Typed()
        if let statement { form?.fill(&typed, statement) }
        return typed
    }

    func read(_ reading: inout Reading) -> EntryChange? {
        switch way {
        case .correct: form?.read(&reading).first.map { .correct($0) }
        case .end: reading.ask(Self.lastDay).map { .end($0) }
        case .withdraw: .withdraw
        }
    }

    /// Whether taking it back would leave the child without any name.
    var removesLastName: Bool {
        way == .withdraw && statement != nil && topic == .name && !isCorrection
            && found.child.statements(on: .name).count == 1
    }

    /// The kinds of entries on which the form depends.
    var kinds: Set<String> { topic.entryKinds.union([kind]) }
}
