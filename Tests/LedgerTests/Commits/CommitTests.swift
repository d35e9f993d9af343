import CivilTime
import Testing

@testable import Ledger

@Suite struct `A commit` {
    @Test func `holds entries of several subjects, in one number and one order`() async throws {
        let lab = try await Lab()
        let outcome = try await lab.commit { deciding in
            let ids = [deciding.newID(), deciding.newID()]
            for id in ids {
                try deciding.record(Opened(title: id), on: Notebook.self, id, day: deciding.today)
                try deciding.record(Noted(amount: 1), on: Notebook.self, id, day: deciding.today)
            }
            return ids
        }
        #expect(outcome.commit == 1)
        #expect(!outcome.repeated)
        let entries = try await lab.rows(
            "SELECT sequence, commit_number, subject_id, subject_version FROM entry ORDER BY sequence",
            columns: 4)
        let expected = outcome.value.flatMap { [($0, 1), ($0, 2)] }.enumerated().map { offset, entry in
            [.integer(Int64(offset + 1)), .integer(1), .text(entry.0), SQLValue.integer(Int64(entry.1))]
        }
        #expect(entries == expected)
        #expect(lab.ledger.knownHead.commit == 1)
        #expect(lab.ledger.knownHead.sequence == 4)
        #expect(try await lab.ledger.followHead() == lab.ledger.knownHead)
    }

    @Test func `of nothing is none`() async throws {
        let lab = try await Lab()
        let before = try lab.everything()
        let outcome = try await lab.commit { _ in "nothing" }
        #expect(outcome.commit == nil)
        #expect(outcome.value == "nothing")
        #expect(!outcome.repeated)
        #expect(try lab.everything() == before)
    }

    @Test func `keeps who, in which role, for whom, by which way and when`() async throws {
        let lab = try await Lab()
        let author = Author(account: "a", role: "r", onBehalfOf: "b", channel: .command)
        let id = try await lab.commit(by: author) { deciding in
            try deciding.record(
                Opened(title: "x"), on: Notebook.self, "n", day: deciding.today, reason: "why")
        }.value
        let chronicle = try await lab.ledger.read {
            try $0.chronicle(of: SubjectID(kind: "notebook", id: "n"))
        }
        let entry = try #require(chronicle.first)
        #expect(chronicle.count == 1)
        #expect(entry.id == id && entry.kind == "opened" && entry.sequence == 1 && entry.commit == 1)
        #expect(entry.day == Lab.today && entry.reason == "why" && entry.author == author)
        #expect(entry.recordedAt == SetClock.noon(Lab.today))
        #expect(entry.corrects == nil && entry.withdraws == nil)
        #expect(entry.hash == lab.ledger.knownHead.hash)
    }

    @Test func `shows corrections and withdrawals in the chronicle by what they name`() async throws {
        let lab = try await Lab()
        let id = try await lab.open()
        let note = try await lab.note(5, in: id)
        let correction = try await lab.correct(note, to: 6, in: id)
        let withdrawal = try await lab.withdraw(correction, in: id)
        let chronicle = try await lab.ledger.read {
            try $0.chronicle(of: SubjectID(kind: "notebook", id: id))
        }
        #expect(chronicle.map(\.corrects) == [nil, nil, note, nil])
        #expect(chronicle.map(\.withdraws) == [nil, nil, nil, correction])
        #expect(chronicle.map(\.reason) == [nil, nil, "mistyped", "not so"])
        #expect(chronicle.last?.id == withdrawal)
        #expect(try await lab.state(id)?.notes.map(\.amount) == [5])
    }

    @Test func `may name an entry of its own`() async throws {
        let lab = try await Lab()
        try await lab.perform { deciding in
            let note = try deciding.record(Noted(amount: 1), on: Notebook.self, "n", day: deciding.today)
            let other = try deciding.correct(
                note, to: Noted(amount: 2), on: Notebook.self, "n", day: deciding.today, reason: "typo")
            try deciding.withdraw(other, on: Notebook.self, "n", reason: "no typo")
        }
        #expect(try await lab.state("n")?.notes.map(\.amount) == [1])
    }

    @Test func `does not go back in time when the clock does`() async throws {
        let lab = try await Lab()
        let id = try await lab.open()
        lab.clock.set(Lab.today - 3)
        try await lab.note(1, in: id)
        lab.clock.set(Lab.today + 1)
        try await lab.note(2, in: id)
        let moments = try await lab.rows(
            "SELECT recorded_at FROM commit_record ORDER BY number", columns: 1)
        let (noon, later) = (SetClock.noon(Lab.today), SetClock.noon(Lab.today + 1))
        #expect(moments == [[.integer(noon)], [.integer(noon)], [.integer(later)]])
        #expect(lab.ledger.knownHead.recordedAt == later)
        #expect(lab.ledger.today == Lab.today + 1)
    }

    @Test func `takes its day from London`() async throws {
        let lab = try await Lab()
        lab.clock.set(Lab.today)
        lab.clock.advance(11 * 3_600_000_000 + 1)  // 23:00 UTC, midnight of summer time
        #expect(lab.ledger.today == Lab.today + 1)
        #expect(try await lab.commit { $0.today }.value == Lab.today + 1)
    }

    @Test func `exchanges unique values between two subjects`() async throws {
        let lab = try await Lab()
        let entries = try await lab.commit { deciding in
            try ["A", "B"].map { code in
                try deciding.record(
                    Opened(title: code, code: code), on: Notebook.self, "book \(code)", day: deciding.today)
            }
        }.value
        try await lab.perform { deciding in
            for (index, code) in ["B", "A"].enumerated() {
                try deciding.correct(
                    entries[index], to: Opened(title: code, code: code), on: Notebook.self,
                    index == 0 ? "book A" : "book B", day: deciding.today, reason: "exchanged")
            }
        }
        let rows = try await lab.rows("SELECT subject_id, code FROM notebook ORDER BY subject_id", columns: 2)
        #expect(rows == [[.text("book A"), .text("B")], [.text("book B"), .text("A")]])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `leaves unique values that are missing alone`() async throws {
        let lab = try await Lab()
        for _ in 0..<3 { _ = try await lab.open(code: nil) }
        #expect(try await lab.rows("SELECT COUNT(*) FROM notebook", columns: 1) == [[.integer(3)]])
    }

    @Test func `is seen by another ledger on the same file, states too`() async throws {
        let lab = try await Lab()
        let other = try await Lab(file: lab.file)
        let id = try await lab.open()
        #expect(try await other.state(id)?.notes == [])
        #expect(other.ledger.knownHead.commit == 0)
        #expect(try await other.ledger.followHead().commit == 1)
        try await lab.note(1, in: id)
        try await other.note(2, in: id)
        #expect(try await lab.state(id)?.notes.map(\.amount) == [1, 2])
        #expect(try await other.state(id)?.notes.map(\.amount) == [1, 2])
        #expect(try await lab.ledger.verify() == other.ledger.verify())
    }

    @Test func `goes unkept when its task was cancelled, and says only that`() async throws {
        let lab = try await Lab()
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            try await lab.commit { try $0.record(Noted(amount: 1), on: Notebook.self, "n", day: $0.today) }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await lab.ledger.followHead().commit == 0)
    }
}
