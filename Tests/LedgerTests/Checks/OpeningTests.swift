import CivilTime
import Foundation
import Testing

@testable import Ledger

/// The notebook as a later program has it: other rows, other facts, one table more and one changed.
private struct LaterNotebook: Subject {
    static let kind = Notebook.kind
    static let entryKinds: [EntryKind<LaterNotebook>] = [
        EntryKind(
            Opened.self, upcasts: [Upcast(from: 1, Opened.First.self) { Opened(title: $0.name, code: nil) }]
        ) {
            $0.title = $1.data.title
        },
        EntryKind(Noted.self) { state, noted in state.total += noted.data.amount },
        EntryKind(Closed.self) { _, _ in },
    ]
    static let table = Table("notebook", [.text("title"), .integer("total")], indexes: [["total"]])
    static let tables = [table]
    static let derivation = 2

    var title = ""
    var total = 0

    init(id: String) {}
    mutating func note(_ problem: Problem) {}
    func rows(_ reference: inout ReferenceReader) -> [Row] { [Row(Self.table, [title, total])] }
    func facts(_ reference: inout ReferenceReader) -> [Fact] {
        [Fact(standing: "notebook.total", key: "total", from: Lab.today, to: nil, value: Double(total))]
    }
}

/// The notebook as a program has it that knows nothing of closing.
private struct EarlierNotebook: Subject {
    static let kind = Notebook.kind
    static let entryKinds: [EntryKind<EarlierNotebook>] = [EntryKind(OpenedFirst.self) { _, _ in }]
    static let tables: [Table] = []
    static let derivation = 1

    struct OpenedFirst: Payload {
        static let kind = Opened.kind
        var name: String
    }

    init(id: String) {}
    mutating func note(_ problem: Problem) {}
    func rows(_ reference: inout ReferenceReader) -> [Row] { [] }
    func facts(_ reference: inout ReferenceReader) -> [Fact] { [] }
}

@Suite struct `Opening a ledger` {
    private func filled() async throws -> Lab {
        let lab = try await Lab()
        for book in ["a", "b"] {
            try await lab.perform { deciding in
                try deciding.record(
                    Opened(title: book, code: book), on: Notebook.self, book, day: day("2024-03-01"))
                try deciding.record(Noted(amount: 1), on: Notebook.self, book, day: deciding.today)
            }
            try await lab.note(2, in: book)
        }
        try await lab.close("a", on: Lab.today)
        return lab
    }

    @Test(arguments: [(true, 2), (false, 0)])
    func `syncs each commit to the disk, or none where the database is thrown away`(
        _ durable: Bool, _ mode: Int
    ) async throws {
        let lab = try await Lab(durable: durable)
        // What the writing connection has, not what it was asked for: opening it may set another mode.
        let found = try await lab.ledger.engine.write {
            try Reader($0).first("PRAGMA synchronous") { $0.integer(0) }
        }
        #expect(found == mode)
        let journal = try await lab.rows("PRAGMA journal_mode", columns: 1)
        #expect(journal == [[.text("wal")]])
    }

    @Test func `anew changes nothing and goes on where it ended`() async throws {
        let lab = try await filled()
        let before = try lab.everything()
        try lab.ledger.close()
        let again = try await Lab(file: lab.file)
        #expect(try again.everything() == before)
        #expect(again.ledger.knownHead == lab.ledger.knownHead)
        try await again.note(3, in: "a")
        #expect(again.ledger.knownHead.commit == 6)
    }

    @Test func `with another derivation and other tables makes rows and facts anew before it serves`()
        async throws
    {
        let lab = try await filled()
        try lab.ledger.close()
        let later = try await Lab(Registry([LaterNotebook.self]), file: lab.file)
        let rows = try await later.rows("SELECT title, total FROM notebook ORDER BY title", columns: 2)
        #expect(rows == [[.text("a"), .integer(3)], [.text("b"), .integer(3)]])
        // Facts of all commits are those of the later program.
        let facts = try await later.facts("a").sorted { $0.from < $1.from }
        #expect(facts.map(\.fact.value) == [1, 3])
        #expect(facts.map(\.from) == [1, 2] && facts.map(\.to) == [2, nil])
        #expect(try await later.ledger.checkRebuild().difference == nil)
        try later.ledger.close()
        let back = try await Lab(file: lab.file)
        #expect(try await back.ledger.checkRebuild().difference == nil)
        #expect(try await back.state("a")?.notes.map(\.amount) == [2, 1])
        #expect(try await back.rows("SELECT 1 FROM notebook_note", columns: 1).count == 4)
    }

    @Test func `with entries it does not know stops, by name, and changes nothing`() async throws {
        let lab = try await filled()
        let before = try lab.everything()
        try lab.ledger.close()
        let error = await #expect(throws: LedgerError.self) {
            try await Lab(Registry([EarlierNotebook.self]), file: lab.file)
        }
        #expect(
            error
                == .unknownKinds(["notebook/closed 1", "notebook/noted 1", "notebook/opened 2"]))
        #expect(
            error?.forOperator
                == "unknown entry kinds: notebook/closed 1, notebook/noted 1, notebook/opened 2")
        await #expect(throws: LedgerError.self) { try await Lab(Registry([Sloppy.self]), file: lab.file) }
        #expect(try lab.everything() == before)
        #expect(try await Lab(file: lab.file).ledger.checkRebuild().difference == nil)
    }

    @Test func `with structure steps it does not know stops, by name`() async throws {
        let lab = try await filled()
        try lab.ledger.close()
        try RawDatabase(lab.file.path).run("INSERT INTO structure_step VALUES ('0099 moon'), ('0098 sun')")
        let before = try lab.everything()
        await #expect(throws: LedgerError.newerStructure(["0098 sun", "0099 moon"])) {
            try await Lab(file: lab.file)
        }
        #expect(try lab.everything() == before)
    }

    @Test(arguments: [
        "not a database, but long enough to look at: " + String(repeating: "x", count: 4_000), "short",
    ])
    func `that is another sort of file is refused and left alone`(_ text: String) async throws {
        let file = try TemporaryFile()
        try Data(text.utf8).write(to: URL(fileURLWithPath: file.path))
        let error = await #expect(throws: LedgerError.self) { try await Lab(file: file) }
        guard case .storage = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try String(contentsOfFile: file.path, encoding: .utf8) == text)
    }

    @Test func `in a folder that is not there is refused`() async throws {
        let error = await #expect(throws: LedgerError.self) {
            try await Ledger.open(
                .init(path: "/nowhere/at/all.sqlite"), Registry([]), clock: SetClock(Lab.today).clock)
        }
        #expect(error?.forOperator.hasPrefix("storage: ") == true)
    }

    @Test func `from the main file alone has everything, once it was settled`() async throws {
        let lab = try await filled()
        try await lab.ledger.settle()
        let copy = try TemporaryFile()
        try FileManager.default.copyItem(atPath: lab.file.path, toPath: copy.path)
        let again = try await Lab(file: copy)
        #expect(again.ledger.knownHead == lab.ledger.knownHead)
        #expect(try await again.ledger.verify() == lab.ledger.verify())
    }

    @Test func `keeps entries of an older version readable`() async throws {
        let lab = try await filled()
        try lab.ledger.close()
        let raw = try RawDatabase(lab.file.path)
        try raw.run(
            #"UPDATE entry SET kind_version = 1, payload = '{"data":{"name":"Old"},"day":"2024-03-01"}' WHERE sequence = 1"#
        )
        let again = try await Lab(file: lab.file)
        #expect(try await again.state("a")?.title == "Old")
        #expect(
            try await again.ledger.verify()
                == .touched(
                    sequence: 1, entry: raw.first("SELECT id FROM entry WHERE sequence = 1"),
                    why: "its payload, salt or digest was changed"))
    }
}
