import CivilTime
import Ledger

/// A notebook was opened, under a code that only one notebook may have.
struct Opened: Payload {
    static let kind = "opened"
    static let version = 2
    var title: String
    var code: String?

    /// The shape of the first release.
    struct First: Codable, Sendable {
        var name: String
    }
}

/// An amount was noted.
struct Noted: Payload {
    static let kind = "noted"
    var amount: Int
}

/// The notebook was closed.
struct Closed: Payload {
    static let kind = "closed"
    var because: String
}

/// The test subject: small, but with everything a subject can have.
struct Notebook: Subject {
    struct Note: Sendable, Equatable {
        var id: String
        var day: Day
        var amount: Int
    }

    static let kind = "notebook"
    static let entryKinds: [EntryKind<Notebook>] = [
        EntryKind(
            Opened.self, upcasts: [Upcast(from: 1, Opened.First.self) { Opened(title: $0.name, code: nil) }]
        ) { $0.open($1) },
        EntryKind(Noted.self) { $0.note($1) },
        EntryKind(Closed.self) { $0.close($1) },
    ]
    static let table = Table(
        "notebook",
        [
            .text("title"), .optionalText("code"), .integer("notes"), .optionalReal("mean"),
            .optionalText("office"),
        ],
        indexes: [["office"]],
        uniques: [Unique(["code"], refusal: "Another notebook has this code.")])
    static let noteTable = Table("notebook_note", [.integer("day"), .integer("amount"), .integer("holiday")])
    static let tables = [table, noteTable]
    static let derivation = 1

    let id: String
    var title: String?
    var code: String?
    var openedOn: Day?
    var closedOn: Day?
    var notes: [Note] = []
    /// The ids of the entries in the order they were folded.
    var trace: [String] = []
    /// What the entries found, in the order they were folded.
    var complaints: [String] = []
    /// What the fold itself found.
    var problems: [Problem] = []

    init(id: String) { self.id = id }

    mutating func note(_ problem: Problem) { problems.append(problem) }

    private mutating func open(_ opened: Recorded<Opened>) {
        trace.append(opened.id)
        if openedOn != nil { complaints.append("opened twice: \(opened.id)") }
        (title, code, openedOn) = (opened.data.title, opened.data.code, opened.day)
    }

    private mutating func note(_ noted: Recorded<Noted>) {
        trace.append(noted.id)
        if openedOn == nil { complaints.append("not open: \(noted.id)") }
        if closedOn != nil { complaints.append("closed: \(noted.id)") }
        notes.append(Note(id: noted.id, day: noted.day, amount: noted.data.amount))
    }

    private mutating func close(_ closed: Recorded<Closed>) {
        trace.append(closed.id)
        if closedOn == nil { closedOn = closed.day }
    }

    func rows(_ reference: inout ReferenceReader) -> [Row] {
        Derivings.shared.count(id)
        guard let openedOn else { return [] }
        let mean = notes.isEmpty ? nil : Double(notes.map(\.amount).reduce(0, +)) / Double(notes.count)
        let office = reference.setting("office", on: openedOn)
        return [Row(Self.table, [title ?? "", code, notes.count, mean, office])]
            + notes.map { note in
                let holiday = reference.contains(note.day, in: "holidays")
                return Row(Self.noteTable, key: note.id, [note.day, note.amount, holiday])
            }
    }

    func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let openedOn else { return [] }
        let office = reference.setting("office", on: openedOn).map { ["office": $0] } ?? [:]
        let open = Fact(
            standing: "notebook.open", key: "open", from: openedOn, to: closedOn, references: office)
        return [open]
            + notes.map { Fact(event: "notebook.note", key: $0.id, on: $0.day, value: Double($0.amount)) }
            + notes.filter { reference.contains($0.day, in: "holidays") }
            .map { Fact(event: "notebook.holiday", key: $0.id, on: $0.day) }
    }
}
