import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// A form on one adult: something recorded, corrected, ended or taken back.
struct AdultEdit: Sendable {
    /// What the form does, and with which entry.
    enum Way: Sendable {
        case record(AdultTopic, of: String)
        case put(EntryWay, entry: String)
    }

    var adult: FoundAdult
    let topic: AdultTopic
    /// How which statement is put right; nil where something new is recorded.
    let right: (way: EntryWay, statement: AdultStatement)?
    /// What the statement shows only to some of those who may edit, and so needs besides.
    let needed: Set<Action>
    /// Whether what is to be taken back is the only name there is.
    let removesLastName: Bool
    private let form: AdultForm
    private static let lastDay = DateQuestion("to", "Last day").hint("It may lie ahead.")
    private static let why = Ask.reason.hint("Where that is worth saying.").optional()

    /// - Throws: ``PageError/notFound`` where there is no such entry or it cannot be put right so.
    init(_ found: FoundChild, _ way: Way, _ asking: Asking, _ snapshot: Snapshot) throws {
        let today = asking.moment.today
        let adult = try snapshot.adult(try snapshot.person(of: way, found), of: found, asking)
        guard adult.mayEdit else { throw PageError.notFound }
        self.adult = adult
        switch way {
        case .record(let topic, _):
            (self.topic, right, needed, removesLastName) = (topic, nil, [], false)
        case .put(let way, let entry):
            guard let held = adult.person.statements.first(where: { $0.entry == entry }),
                adult.shows(held.detail), way != .end || held.detail.topic.ends
            else { throw PageError.notFound }
            topic = held.detail.topic
            right = (way: way, statement: held)
            if case .address(let home) = held.detail, home.isWithheld {
                needed = [.viewWithheldAddress]
            } else {
                needed = []
            }
            let subject = SubjectID(kind: Person.kind, id: adult.person.id)
            let isFirst = try snapshot.chronicle(of: subject).first { $0.id == entry }?.corrects == nil
            removesLastName = way == .withdraw && topic == .name && isFirst && adult.person.names.count == 1
        }
        form = AdultForm.of(topic, try OrganisationChoice.all(on: today, snapshot.reader), today: today)
    }

    var title: String { right?.way.title ?? topic.title }
    var button: String { right?.way.button ?? "Save" }

    var link: Link {
        let (child, person) = (adult.found.id, adult.person.id)
        guard let right else { return AdultRoutes.change(topic)((child, person)) }
        let place = (child, right.statement.entry)
        return switch right.way {
        case .correct: AdultRoutes.correct(place)
        case .end: AdultRoutes.end(place)
        case .withdraw: AdultRoutes.withdraw(place)
        }
    }

    var questions: [any Question] {
        switch right?.way {
        case nil: form.questions + [Self.why]
        case .correct: form.questions + [Ask.reason]
        case .end: [Self.lastDay, Ask.reason]
        case .withdraw: [Ask.reason]
        }
    }

    /// What is recorded, as it would have been typed.
    var filled: Typed {
        var typed = Typed()
        if let right, right.way == .correct { form.fill(&typed, right.statement) }
        return typed
    }

    /// What the answers come to; nil where something is wrong, which the reading then says.
    func read(_ reading: inout Reading) -> (change: AdultChange, reason: ShortText?)? {
        let change = change(&reading)
        let reason = right == nil ? reading.ask(Self.why) : reading.ask(Ask.reason)
        if removesLastName, reading.isFine {
            reading.refuse("A record needs a name. Correct the name instead of taking it back")
        }
        guard reading.isFine, let change else { return nil }
        return (change, reason)
    }

    private func change(_ reading: inout Reading) -> AdultChange? {
        guard let right else {
            return form.read(&reading).map { .state($0.detail, from: $0.from, to: $0.to) }
        }
        let entry = right.statement.entry
        switch right.way {
        case .correct:
            return form.read(&reading).map { .correct(entry, $0.detail, from: $0.from, to: $0.to) }
        case .end: return reading.ask(Self.lastDay).map { .end(entry, $0) }
        case .withdraw: return .withdraw(entry)
        }
    }

    /// What the form showed, with the version that came back with it.
    func shown(_ form: Typed) -> [Shown] {
        let version = form[Form.shownField].flatMap { Int(pathText: $0) } ?? 0
        return [
            Shown(
                SubjectID(kind: Person.kind, id: adult.person.id), version: version, kinds: topic.entryKinds)
        ]
    }
}

extension Snapshot {
    /// Of whom a form is: the adult it names, or the one of the record whose entry it names.
    fileprivate func person(of way: AdultEdit.Way, _ found: FoundChild) throws -> String {
        switch way {
        case .record(_, let adult): return adult
        case .put(_, let entry):
            let adult = try found.child.adults.first { adult in
                let statements = try state(of: Person.self, adult)?.state.statements ?? []
                return statements.contains { $0.entry == entry }
            }
            guard let adult else { throw PageError.notFound }
            return adult
        }
    }
}
