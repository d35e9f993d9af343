import CivilTime
import Testing

@testable import Ledger

@Suite struct `A rebuild` {
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `finds no difference after any history, and makes the same again`(_ seed: UInt64) async throws {
        let lab = try await Lab(cachedSubjects: 3)
        var random = Seeded(seed)
        var history = RandomHistory(books: 5)
        for step in 0..<45 {
            try await history.step(lab, &random)
            if step % 15 == 7 {
                let days = (0..<4).map { _ in Lab.today - random.below(30) }
                _ = try await lab.ledger.setReference(
                    [
                        "holidays": .days(days, complete: Span(openFrom: .earliest)),
                        "office": .setting([.init(from: days[0], value: "Office \(step)")]),
                    ], by: anna)
            }
        }
        let checked = try await lab.ledger.checkRebuild()
        #expect(checked.difference == nil, "seed \(seed)")
        #expect(checked.entries == lab.ledger.knownHead.sequence)
        let before = try lab.everything()
        let rebuilt = try await lab.ledger.rebuild()
        #expect(rebuilt == checked)
        #expect(try lab.everything() == before)
    }

    @Test func `takes in every id, random or not`() async throws {
        let lab = try await Lab()
        let ids = [
            "", " ", "0", "7z", "8", "A", "Z", "fz", "g", "qz", "r", "reference", "zz", "~", "~~", "é", "漢",
        ]
        for id in ids {
            try await lab.perform { deciding in
                try deciding.record(Opened(title: "x"), on: Notebook.self, id, day: deciding.today)
                try deciding.record(Noted(amount: 1), on: Notebook.self, id, day: deciding.today)
            }
        }
        _ = try await lab.ledger.setReference(
            ["office": .setting([.init(from: .earliest, value: "North")])], by: anna)
        let before = try lab.everything()
        let report = try await lab.ledger.checkRebuild()
        #expect(report == RebuildReport(entries: 36, subjects: 18, difference: nil))
        #expect(try await lab.ledger.rebuild() == report)
        #expect(try lab.everything() == before)
    }

    @Test func `is checked on one moment at a time: commits meanwhile are no difference`() async throws {
        let lab = try await Lab()
        let found = try await withThrowingTaskGroup(of: String?.self) { group in
            group.addTask {
                for number in 0..<60 { try await lab.note(number, in: "b\(number % 7)") }
                return nil
            }
            group.addTask {
                var found: String?
                for _ in 0..<8 { found = try await lab.ledger.checkRebuild().difference ?? found }
                return found
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(found == [nil, nil])
    }

    static let damages: [(sql: String, difference: String)] = [
        ("UPDATE notebook SET title = 'Other'", "rows of notebook b in notebook differ from its entries"),
        ("UPDATE notebook SET title = x'00'", "rows of notebook b in notebook differ from its entries"),
        ("UPDATE notebook SET mean = mean + 1", "rows of notebook b in notebook differ from its entries"),
        ("UPDATE notebook SET row_key = 'x'", "rows of notebook b in notebook differ from its entries"),
        ("DELETE FROM notebook", "rows of notebook b in notebook differ from its entries"),
        (
            "DELETE FROM notebook_note WHERE amount = 2",
            "rows of notebook b in notebook_note differ from its entries"
        ),
        (
            "INSERT INTO notebook_note VALUES ('notebook', 'b', 'x', 1, 1, 0)",
            "rows of notebook b in notebook_note differ from its entries"
        ),
        (
            "INSERT INTO notebook_note VALUES ('notebook', 'stranger', 'x', 1, 1, 0)",
            "notebook_note holds rows of no subject"
        ),
        (
            "INSERT INTO notebook_note VALUES ('reference', 'reference', 'x', 1, 1, 0)",
            "notebook_note holds rows of no subject"
        ),
        ("UPDATE fact SET value = 8 WHERE value = 2", "facts of notebook b differ from its entries"),
        ("UPDATE fact SET value = 'x' WHERE value = 2", "facts of notebook b differ from its entries"),
        ("UPDATE fact SET refs = '' WHERE value = 2", "facts of notebook b differ from its entries"),
        (
            "UPDATE fact SET believed_from = 1 WHERE believed_from = 2",
            "facts of notebook b differ from its entries"
        ),
        (
            "UPDATE fact SET believed_to = NULL WHERE believed_to IS NOT NULL AND kind = 'notebook.note'",
            "facts of notebook b differ from its entries"
        ),
        ("UPDATE fact SET from_day = from_day - 1", "facts of notebook b differ from its entries"),
        ("UPDATE fact SET to_day = NULL", "facts of notebook b differ from its entries"),
        ("DELETE FROM fact WHERE value = 2", "facts of notebook b differ from its entries"),
        (
            "INSERT INTO fact VALUES ('notebook', 'b', 'x', 'x', 1, NULL, 1, 1, 1, '{}')",
            "facts of notebook b differ from its entries"
        ),
        (
            "INSERT INTO fact VALUES ('notebook', 'stranger', 'x', 'x', 1, NULL, 1, 1, 1, '{}')",
            "there are facts of no subject"
        ),
        (
            "UPDATE reference_use SET from_day = from_day - 1",
            "reference uses of notebook b differ from its entries"
        ),
        ("UPDATE reference_use SET key = key || 'x'", "reference uses of notebook b differ from its entries"),
        ("DELETE FROM reference_use", "reference uses of notebook b differ from its entries"),
        (
            "INSERT INTO reference_use VALUES ('notebook', 'stranger', 'x', 1, 1)",
            "there are reference uses of no subject"
        ),
    ]

    @Test(arguments: damages)
    func `names each kind of damage when checked, and mends it`(
        _ damage: (sql: String, difference: String)
    ) async throws {
        let lab = try await Lab()
        try await lab.perform {
            try $0.record(Opened(title: "Book", code: "c"), on: Notebook.self, "b", day: day("2024-03-01"))
        }
        let note = try await lab.note(1, in: "b")
        try await lab.note(2, in: "b")
        try await lab.correct(note, to: 3, in: "b")
        _ = try await lab.ledger.setReference(
            ["office": .setting([.init(from: .earliest, value: "North")])], by: anna)
        let whole = try lab.everything()
        try RawDatabase(lab.file.path).run(damage.sql)
        #expect(try await lab.ledger.checkRebuild().difference == damage.difference)
        _ = try await lab.ledger.rebuild()
        #expect(try await lab.ledger.checkRebuild().difference == nil)
        let strangers = damage.sql.contains("stranger") || damage.sql.contains("'reference', 'reference'")
        if !strangers { #expect(try lab.everything() == whole) }
    }
}
