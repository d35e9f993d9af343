import CivilTime
import Testing

@testable import Ledger

@Suite struct `A merged subject` {
    private func lab(_ books: String...) async throws -> Lab {
        let lab = try await Lab()
        try await lab.fill(books)
        return lab
    }

    @Test func `gives no rows and facts but that it is the same as the other, which keeps its own`()
        async throws
    {
        let lab = try await lab("a", "b")
        let other = try await lab.given(by: "b")
        #expect(try await lab.merge("a", into: "b") == 3)
        let given = try await lab.given(by: "a")
        #expect(given.rows == [Row(SameAs.table, ["b"])])
        let fact = Fact(
            standing: "same as", key: "b", from: .earliest, to: nil, references: ["same as": "b"])
        #expect(given.facts == [fact])
        #expect(try await lab.facts("a", "same as") == [BelievedFact(fact: fact, from: 3, to: nil)])
        let before = try await lab.facts("a").filter { $0.fact != fact }
        #expect(before.count == 2 && before.allSatisfy { $0.to == 3 })
        #expect(try await lab.given(by: "b") == other)
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `keeps its state, and says what it was merged into`() async throws {
        let lab = try await lab("a", "b")
        try await lab.merge("a", into: "b")
        #expect(try await lab.state("a")?.notes.map(\.amount) == [1])
        #expect(try await lab.mergedInto("a") == "b")
        #expect(try await lab.mergedInto("b") == nil)
        #expect(try await lab.mergedInto("a", asKnownAt: 2) == nil)
        #expect(try await lab.mergedInto("a", asKnownAt: 3) == "b")
    }

    @Test func `has an entry on it and one on the other, with day, author and reason`() async throws {
        let lab = try await lab("a", "b")
        try await lab.merge("a", into: "b")
        let (one, other) = (try await lab.chronicle("a").last, try await lab.chronicle("b").last)
        #expect(one?.kind == "ledger.merged-into" && other?.kind == "ledger.merged-from")
        #expect(one?.mergedWith == "b" && other?.mergedWith == "a")
        for entry in [one, other] {
            #expect(entry?.commit == 3 && entry?.day == Lab.today && entry?.author == anna)
            #expect(entry?.reason == "the same book")
        }
        #expect(try await lab.chronicle("a").first?.mergedWith == nil)
        let head = lab.ledger.knownHead
        #expect(
            try await lab.ledger.verify()
                == .whole(.init(sequence: head.sequence, hash: head.hash), entries: 6))
    }

    @Test func `takes what is recorded of it later, and shows that when it is separated`() async throws {
        let lab = try await lab("a", "b")
        try await lab.merge("a", into: "b")
        try await lab.note(7, in: "a", on: Lab.today)
        #expect(try await lab.state("a")?.notes.map(\.amount) == [1, 7])
        #expect(try await lab.given(by: "a").rows == [Row(SameAs.table, ["b"])])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
        try await lab.separate("a")
        let given = try await lab.given(by: "a")
        #expect(given.rows.filter { $0.table == Notebook.noteTable }.count == 2)
        #expect(given.facts.filter { $0.kind == "notebook.note" }.count == 2)
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `that is separated has all it had, and the other too`() async throws {
        let lab = try await lab("a", "b")
        let before = (try await lab.given(by: "a"), try await lab.given(by: "b"))
        try await lab.merge("a", into: "b")
        #expect(try await lab.separate("a") == 4)
        #expect(try await lab.given(by: "a") == before.0)
        #expect(try await lab.given(by: "b") == before.1)
        #expect(try await lab.mergedInto("a") == nil)
        #expect(try await lab.survivors() == [:])
        let known = try await lab.facts("a", "notebook.open").map { [$0.from, $0.to ?? 0] }
        #expect(known.sorted { $0[0] < $1[0] } == [[1, 3], [4, 0]])
        #expect(try await lab.facts("a", "same as").map(\.to) == [4])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
        // And once more, into the same.
        try await lab.merge("a", into: "b")
        #expect(try await lab.survivors() == ["a": "b"])
        try await lab.separate("a")
        #expect(try await lab.given(by: "a") == before.0)
        #expect(try await lab.chronicle("b").count == 6)
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `lets another hold what only one may hold, and then cannot be separated`() async throws {
        let lab = try await lab("a", "b")
        try await lab.merge("a", into: "b")
        _ = try await lab.open("third", code: "code a")
        let before = try lab.everything()
        await #expect(throws: LedgerError.taken("Another notebook has this code.")) {
            try await lab.separate("a")
        }
        #expect(try lab.everything() == before)
        #expect(try await lab.mergedInto("a") == "b")
    }

    @Test func `is left alone by a change of reference, and has the new value when it is separated`()
        async throws
    {
        let lab = try await lab("a", "b")
        try await lab.merge("a", into: "b")
        for office in ["North", "South"] {
            _ = try await lab.ledger.setReference(
                ["office": .setting([.init(from: .earliest, value: office)])], by: anna)
            #expect(try await lab.ledger.checkRebuild().difference == nil)
        }
        #expect(try await lab.given(by: "a").rows == [Row(SameAs.table, ["b"])])
        try await lab.separate("a")
        let offices = try await lab.rows("SELECT office FROM notebook ORDER BY subject_id", columns: 1)
        #expect(offices == [[.text("South")], [.text("South")]])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `is another thing than a subject of another kind with the same id`() async throws {
        let lab = try await Lab(Registry([Notebook.self, Tool<Hammer>.self]))
        try await lab.fill(["a", "b"])
        for id in ["a", "b"] {
            try await lab.perform {
                try $0.record(Placed(codes: ["x": id]), on: Tool<Hammer>.self, id, day: $0.today)
            }
        }
        try await lab.merge("a", into: "b")
        #expect(try await lab.rows("SELECT code FROM tool ORDER BY code", columns: 1).count == 2)
        let hammer = SubjectID(kind: "hammer", id: "a")
        #expect(try await lab.ledger.read { try $0.survivor(of: hammer) } == hammer)
        try await lab.perform { try $0.merge("b", into: "a", of: Tool<Hammer>.self, reason: "r") }
        #expect(try await lab.survivors() == ["a": "b"])
        #expect(try await lab.rows("SELECT code FROM tool", columns: 1) == [[.text("a")]])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `asks whoever had its page open to look again, whatever the page showed`() async throws {
        let lab = try await lab("a", "b")
        try await lab.merge("a", into: "b")
        for (book, refused) in [("a", true), ("b", false)] {
            let shown = Shown(SubjectID(kind: "notebook", id: book), version: 2, kinds: ["closed"])
            let kept = try? await lab.perform(shown: [shown]) {
                try $0.record(Noted(amount: 2), on: Notebook.self, book, day: $0.today)
            }
            #expect((kept == nil) == refused)
        }
    }

    @Test func `is found merged by a program that opens the file again`() async throws {
        let lab = try await lab("a", "b")
        try await lab.merge("a", into: "b")
        let before = try lab.everything()
        try lab.ledger.close()
        let again = try await Lab(file: lab.file, cachedSubjects: 1)
        #expect(try lab.everything() == before)
        #expect(try await again.mergedInto("a") == "b")
        try await again.separate("a")
        #expect(try await again.given(by: "a").rows.count == 2)
    }
}
