import CivilTime
import Dispatch
import Testing

@testable import Ledger

@Suite struct `Commits at the same time` {
    @Test func `from 8 tasks keep one order without gaps, and rows and facts right`() async throws {
        let lab = try await Lab(cachedSubjects: 6)
        let books = (0..<32).map { "book \($0)" }
        for book in books {
            try await lab.commit {
                try $0.record(Opened(title: book), on: Notebook.self, book, day: day("2024-01-01"))
            }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<8 {
                group.addTask {
                    for number in 0..<100 {
                        let (one, other) = (books[(task + number) % 32], books[(task * 3 + number * 7) % 32])
                        try await lab.perform { deciding in
                            let state = try deciding.state(of: Notebook.self, one)?.state
                            let next = (state?.notes.count ?? 0) + 1
                            try deciding.record(
                                Noted(amount: next), on: Notebook.self, one, day: deciding.today)
                            if other != one, number % 4 == 0 {
                                let there = try deciding.state(of: Notebook.self, other)?.state
                                try deciding.record(
                                    Noted(amount: (there?.notes.count ?? 0) + 1), on: Notebook.self, other,
                                    day: deciding.today)
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let head = try await lab.ledger.followHead()
        #expect(head.commit == 832)
        let span = try await lab.rows(
            "SELECT COUNT(*), MIN(sequence), MAX(sequence), COUNT(DISTINCT commit_number) FROM entry",
            columns: 4)
        let last = SQLValue.integer(Int64(head.sequence))
        #expect(span == [[last, .integer(1), last, .integer(832)]])
        for book in books {
            // Each decision saw all that stood before it: the amounts count up without a hole.
            let state = try #require(try await lab.state(book))
            #expect(state.notes.map(\.amount) == Array(1...state.notes.count))
            let row = try await lab.rows("SELECT notes FROM notebook WHERE subject_id = \(book)", columns: 1)
            #expect(row == [[.integer(Int64(state.notes.count))]])
            #expect(try await lab.facts(book, "notebook.note").count == state.notes.count)
        }
        #expect(
            try await lab.ledger.verify()
                == .whole(.init(sequence: head.sequence, hash: head.hash), entries: head.sequence))
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `leave each reader on its own moment, also through the cache`() async throws {
        let lab = try await Lab()
        let id = try await lab.open()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for amount in 1...80 { try await lab.note(amount, in: id) } }
            for _ in 0..<3 {
                group.addTask {
                    for _ in 0..<80 {
                        let wrong = try await lab.ledger.read { snapshot in
                            let before = try snapshot.reader.first(
                                "SELECT notes FROM notebook WHERE subject_id = \(id)"
                            ) { $0.integer(0) }
                            let state = try snapshot.state(of: Notebook.self, id)
                            let head = try snapshot.head()
                            return before != state?.state.notes.count || head.sequence != state?.version
                        }
                        #expect(!wrong)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `do not show in a snapshot that was taken before, nor it in those taken after`() async throws {
        let lab = try await Lab()
        let id = try await lab.open()
        let (taken, passed) = (Counter(), DispatchSemaphore(value: 0))
        async let versions = lab.ledger.read { snapshot in
            let head = try snapshot.head()
            taken.next()
            _ = passed.wait(timeout: .now() + 20)
            let state = try snapshot.state(of: Notebook.self, id)
            return (head: head.sequence, state: state?.version, notes: state?.state.notes.count)
        }
        for _ in 0..<20_000 where taken.value == 0 { try await Task.sleep(for: .milliseconds(1)) }
        try await lab.note(1, in: id)
        #expect(try await lab.state(id)?.notes.count == 1)
        passed.signal()
        #expect(try await versions == (1, 1, 0))
        #expect(try await lab.state(id)?.notes.count == 1)
    }

    @Test func `keep no state of a transaction that was undone`() async throws {
        let lab = try await Lab()
        let (id, _) = (try await lab.open(code: "A"), try await lab.open(code: "B"))
        for round in 0..<20 {
            await #expect(throws: LedgerError.taken("Another notebook has this code.")) {
                try await lab.perform { deciding in
                    // Its entry gets the same version that the next, kept one will get.
                    try deciding.record(Noted(amount: -1), on: Notebook.self, id, day: deciding.today)
                    try deciding.record(
                        Opened(title: "x", code: "B"), on: Notebook.self, "c", day: deciding.today)
                }
            }
            try await lab.note(round, in: id)
            #expect(try await lab.state(id)?.notes.map(\.amount) == Array(0...round))
            #expect(try await lab.state("c") == nil)
        }
    }

    @Test func `find their subjects again when the cache is too small for them`() async throws {
        let lab = try await Lab(cachedSubjects: 1)
        let books = ["a", "b", "c", "d"]
        for round in 1...10 { for book in books { try await lab.note(round, in: book) } }
        for book in books { #expect(try await lab.state(book)?.notes.map(\.amount) == Array(1...10)) }
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }
}
