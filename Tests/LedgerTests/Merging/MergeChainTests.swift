import CivilTime
import Testing

@testable import Ledger

@Suite struct `Merges that follow each other` {
    @Test(arguments: [false, true])
    func `lead to the last, whichever came first`(_ backwards: Bool) async throws {
        let lab = try await Lab()
        try await lab.fill(["a", "b", "c", "d", "e"])
        let merges = [("a", "b"), ("b", "c"), ("d", "c")]
        for (id, other) in backwards ? merges.reversed() : merges { try await lab.merge(id, into: other) }
        #expect(try await lab.survivors() == ["a": "c", "b": "c", "d": "c"])
        for (id, last) in [("a", "c"), ("b", "c"), ("c", "c"), ("d", "c"), ("e", "e"), ("nobody", "nobody")] {
            #expect(try await lab.survivor(id) == last)
        }
        #expect(try await lab.merged(into: "c") == ["a", "b", "d"])
        #expect(try await lab.merged(into: "b") == [])
        #expect(try await lab.mergedInto("a") == "b")
        // Apart in the middle: what was merged into b is b's again.
        try await lab.separate("b")
        #expect(try await lab.survivors() == ["a": "b", "d": "c"])
        #expect(try await lab.given(by: "b").rows.contains { $0.table == Notebook.table })
        try await lab.separate("a")
        #expect(try await lab.survivors() == ["d": "c"])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `are known at each commit as they were then`() async throws {
        let lab = try await Lab()
        try await lab.fill(["a", "b", "c"])
        try await lab.merge("a", into: "b")
        try await lab.merge("b", into: "c")
        try await lab.separate("a")
        try await lab.perform { deciding in
            try deciding.separate("b", of: Notebook.self, reason: "the wrong one")
            try deciding.merge("b", into: "a", of: Notebook.self, reason: "the right one")
        }
        let known: [Int: [String: String]] = [
            0: [:], 3: [:], 4: ["a": "b"], 5: ["a": "c", "b": "c"], 6: ["b": "c"], 7: ["b": "a"],
            99: ["b": "a"],
        ]
        for (commit, survivors) in known {
            #expect(try await lab.survivors(asKnownAt: commit) == survivors)
            for book in ["a", "b", "c"] {
                #expect(try await lab.survivor(book, asKnownAt: commit) == survivors[book] ?? book)
            }
        }
        #expect(try await lab.merged(into: "c", asKnownAt: 5) == ["a", "b"])
        #expect(try await lab.mergedInto("a", asKnownAt: 5) == "b")
        #expect(try await lab.mergedInto("a", asKnownAt: 6) == nil)
        #expect(try await lab.mergedInto("b", asKnownAt: 7) == "a")
        #expect(try await lab.survivors() == ["b": "a"])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `join rows that name a merged subject to the survivor`() async throws {
        let lab = try await Lab()
        try await lab.fill(["a", "b", "c", "d"])
        try await lab.merge("a", into: "b")
        try await lab.merge("b", into: "c")
        let joined = try await lab.rows(
            """
            SELECT mine.book, COALESCE(same.survivor, mine.book)
            FROM (SELECT 'a' AS book UNION SELECT 'b' UNION SELECT 'c' UNION SELECT 'd') AS mine
            LEFT JOIN \(SameAs.survivors(of: "notebook")) AS same ON same.merged = mine.book
            WHERE mine.book <> \("d") ORDER BY mine.book
            """, columns: 2)
        #expect(joined == ["a", "b", "c"].map { [.text($0), .text("c")] })
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `stand as a plain model says at every commit of any history, and a rebuild finds no difference`(
        _ seed: UInt64
    ) async throws {
        let lab = try await Lab(cachedSubjects: 3)
        var random = Seeded(seed)
        var history = RandomHistory(books: 6)
        try await lab.fill(history.books)
        var model: [String: String] = [:]
        var known: [Int: [String: String]] = [:]
        for step in 0..<60 {
            let (one, other) = (history.books[random.below(6)], history.books[random.below(6)])
            switch random.below(4) {
            case 0:
                let allowed = one != other && model[one] == nil && last(model, other) != one
                #expect((try? await lab.merge(one, into: other)) != nil || !allowed, "\(seed) \(step)")
                if allowed { model[one] = other }
            case 1:
                // Its code may be another's by now.
                if try await separated(lab, one) { model[one] = nil }
            default: try await history.step(lab, &random)
            }
            known[lab.ledger.knownHead.commit] = model
            if step == 30 {
                _ = try await lab.ledger.setReference(
                    ["office": .setting([.init(from: Lab.today - 20, value: "North")])], by: anna)
            }
        }
        for (commit, model) in known {
            let survivors = Dictionary(uniqueKeysWithValues: model.keys.map { ($0, last(model, $0)) })
            #expect(try await lab.survivors(asKnownAt: commit) == survivors, "seed \(seed), \(commit)")
            for book in history.books {
                #expect(try await lab.mergedInto(book, asKnownAt: commit) == model[book])
            }
        }
        #expect(try await lab.survivors() == lab.survivors(asKnownAt: lab.ledger.knownHead.commit))
        #expect(try await lab.ledger.checkRebuild().difference == nil, "seed \(seed)")
        let before = try lab.everything()
        _ = try await lab.ledger.rebuild()
        #expect(try lab.everything() == before)
    }

    private func last(_ model: [String: String], _ book: String) -> String {
        model[book].map { last(model, $0) } ?? book
    }

    private func separated(_ lab: Lab, _ book: String) async throws -> Bool {
        do {
            try await lab.separate(book)
            return true
        } catch LedgerError.cannotMerge, LedgerError.taken {
            return false
        }
    }

    static let damages: [(sql: String, difference: String)] = [
        ("DELETE FROM same_as", "rows of notebook a in same_as differ from its entries"),
        ("UPDATE same_as SET same_as = 'c'", "rows of notebook a in same_as differ from its entries"),
        (
            "INSERT INTO same_as VALUES ('notebook', 'b', '', 'a')",
            "rows of notebook b in same_as differ from its entries"
        ),
        ("INSERT INTO same_as VALUES ('notebook', 'x', '', 'a')", "same_as holds rows of no subject"),
        ("INSERT INTO same_as VALUES ('moon', 'a', '', 'b')", "same_as holds rows of no subject"),
        ("DELETE FROM fact WHERE kind = 'same as'", "facts of notebook a differ from its entries"),
    ]

    @Test(arguments: damages)
    func `are checked and mended with all other rows, and a damaged circle has an end`(
        _ damage: (sql: String, difference: String)
    ) async throws {
        let lab = try await Lab()
        try await lab.fill(["a", "b"])
        try await lab.merge("a", into: "b")
        try RawDatabase(lab.file.path).run(damage.sql)
        #expect(try await lab.ledger.checkRebuild().difference == damage.difference)
        _ = try await lab.survivors()
        #expect(try await ["a", "b", "c"].contains(lab.survivor("a")))
        _ = try await lab.ledger.rebuild()
        #expect(try await lab.survivors() == ["a": "b"])
    }

    @Test func `have their table in a database that an earlier program made`() async throws {
        let lab = try await Lab()
        try await lab.fill(["a", "b"])
        try lab.ledger.close()
        try RawDatabase(lab.file.path).run(
            "DROP TABLE same_as; DELETE FROM derivation WHERE name = 'table same_as'")
        let again = try await Lab(file: lab.file)
        try await again.merge("a", into: "b")
        #expect(try await again.survivors() == ["a": "b"])
        #expect(try await again.ledger.checkRebuild().difference == nil)
    }
}
