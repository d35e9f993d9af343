import CivilTime
import Testing

@testable import Ledger

@Suite struct `Rows and facts` {
    private func noteRows(_ lab: Lab, _ id: String) async throws -> [[SQLValue]] {
        try await lab.rows(
            "SELECT row_key, amount, rowid FROM notebook_note WHERE subject_id = \(id) ORDER BY rowid",
            columns: 3)
    }

    @Test func `are replaced by difference: a row that did not change is not touched`() async throws {
        let lab = try await Lab()
        let id = try await lab.open()
        let (one, two) = (try await lab.note(1, in: id), try await lab.note(2, in: id))
        let before = try await noteRows(lab, id)
        #expect(before.map { $0[0] } == [.text(one), .text(two)])
        let corrected = try await lab.correct(one, to: 5, in: id)
        let after = try await noteRows(lab, id)
        #expect(after.count == 2)
        #expect(after[0] == before[1])
        #expect(after[1].prefix(2) == [.text(corrected), .integer(5)])
        try await lab.withdraw(two, in: id)
        #expect(try await noteRows(lab, id) == [after[1]])
        let means = try await lab.rows("SELECT notes, mean FROM notebook", columns: 2)
        #expect(means == [[.integer(1), .real(5)]])
    }

    @Test func `follow a change that only the bytes show`() async throws {
        let lab = try await Lab()
        let opened = try await lab.commit {
            try $0.record(Opened(title: "\u{e9}"), on: Notebook.self, "n", day: $0.today)
        }.value
        try await lab.perform {
            try $0.correct(
                opened, to: Opened(title: "e\u{301}"), on: Notebook.self, "n", day: $0.today, reason: "spelt")
        }
        #expect(try RawDatabase(lab.file.path).first("SELECT hex(title) FROM notebook") == "65CC81")
    }

    @Test func `vanish with the entries they came from`() async throws {
        let lab = try await Lab()
        let opened = try await lab.commit {
            try $0.record(Opened(title: "x"), on: Notebook.self, "n", day: $0.today)
        }.value
        let withdrawal = try await lab.withdraw(opened, in: "n")
        #expect(try await lab.rows("SELECT 1 FROM notebook", columns: 1).isEmpty)
        #expect(try await lab.facts("n").allSatisfy { $0.to == 2 })
        try await lab.withdraw(withdrawal, in: "n")
        #expect(try await lab.rows("SELECT 1 FROM notebook", columns: 1).count == 1)
        #expect(try await lab.facts("n").map(\.from) == [1, 3])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `keep when a fact began and ceased to be believed`() async throws {
        let lab = try await Lab()
        let id = try await lab.open(on: day("2024-03-01"))
        let note = try await lab.note(7, in: id)
        try await lab.close(id, on: day("2024-05-01"))
        let standing = try await lab.facts(id, "notebook.open")
        #expect(standing.map(\.from) == [1, 3])
        #expect(standing.map(\.to) == [3, nil])
        #expect(standing.map(\.fact.to) == [nil, day("2024-05-01")])
        #expect(standing.allSatisfy { $0.fact.from == day("2024-03-01") && $0.fact.value == 1 })
        let corrected = try await lab.correct(note, to: 8, in: id, on: day("2024-04-01"))
        let events = try await lab.facts(id, "notebook.note")
        let history = events.sorted { $0.from < $1.from }
        #expect(history.map(\.from) == [2, 4])
        #expect(history.map(\.to) == [4, nil])
        #expect(history.map(\.fact.key) == [note, corrected])
        #expect(history.map(\.fact.value) == [7, 8])
        #expect(history.map(\.fact.from) == [day("2024-03-02"), day("2024-04-01")])
        // A correction taken back: the first fact is believed once more, from then on.
        try await lab.withdraw(corrected, in: id)
        let again = try await lab.facts(id, "notebook.note").filter { $0.fact.key == note }
        #expect(again.map(\.from) == [2, 5])
        #expect(again.map(\.to) == [4, nil])
    }

    @Test func `count the same at each commit, however much was recorded since`() async throws {
        let lab = try await Lab()
        let id = try await lab.open()
        var known: [Int: Set<Fact>] = [:]
        var notes: [String] = []
        for step in 0..<12 {
            switch step % 4 {
            case 0, 1: notes.append(try await lab.note(step, in: id))
            case 2: notes.append(try await lab.correct(notes[step / 2], to: step, in: id))
            default: try await lab.withdraw(notes[step / 3], in: id)
            }
            let now = try await lab.facts(id).filter { $0.to == nil }.map(\.fact)
            known[lab.ledger.knownHead.commit] = Set(now)
        }
        let all = try await lab.facts(id)
        for (commit, facts) in known {
            let believed = all.filter { $0.from <= commit && ($0.to.map { $0 > commit } ?? true) }
            #expect(Set(believed.map(\.fact)) == facts)
        }
    }

    @Test func `have no double: in debug the commit says what the subject gave`() async throws {
        let lab = try await Lab(Registry([Notebook.self, Sloppy.self]))
        let expected: [(Sloppy.Mistake, String)] = [
            (.twoFacts, "two facts of sloppy.event with one key"),
            (.twoRows, "two rows of sloppy with one key"),
            (.foreignRow, "rows of notebook_note, which it does not declare"),
        ]
        let before = try lab.everything()
        for (mistake, text) in expected {
            await #expect(throws: LedgerError.faultyDerivation(text)) {
                try await lab.commit {
                    try $0.record(Noted(amount: mistake.rawValue), on: Sloppy.self, "s", day: $0.today)
                }
            }
        }
        #expect(try lab.everything() == before)
    }

    @Test func `keep the first of a double`() throws {
        var state = Sloppy(id: "s")
        state.amounts = [Sloppy.Mistake.twoFacts.rawValue]
        let facts = Derivation(of: state, Reference())
        #expect(facts.facts == [Fact(event: "sloppy.event", key: "a", on: .earliest)])
        state.amounts = [Sloppy.Mistake.twoRows.rawValue]
        #expect(Derivation(of: state, Reference()).rows == [Row(Sloppy.table, key: "a", [1])])
        state.amounts = [Sloppy.Mistake.foreignRow.rawValue]
        #expect(Derivation(of: state, Reference()).rows.isEmpty)
    }

    @Test func `give back numbers as their column holds them`() {
        let table = Table("t", [.optionalReal("r"), .integer("i"), .optionalText("x")])
        let row = Row(table, [3, true, nil as String?])
        #expect(row == Row(table, [3.0, 1, nil as String?]))
        #expect(row.values == [.real(3), .integer(1), .null])
    }

    @Test func `are declared in one statement each`() {
        #expect(
            Notebook.table.definition == [
                "CREATE TABLE notebook (subject_kind TEXT NOT NULL, subject_id TEXT NOT NULL, row_key TEXT NOT NULL, title TEXT NOT NULL, code TEXT, notes BIGINT NOT NULL, mean DOUBLE PRECISION, office TEXT, PRIMARY KEY (subject_kind, subject_id, row_key))",
                "CREATE INDEX notebook_office ON notebook(office)",
                "CREATE UNIQUE INDEX notebook_unique_code ON notebook(code)",
            ])
        #expect(Notebook.table.version != Notebook.noteTable.version)
    }
}
