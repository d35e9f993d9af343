import CivilTime
import Testing

@testable import Ledger

@Suite struct `The reference` {
    private func office(_ values: [(String, String)]) -> [String: ReferenceValue] {
        ["office": .setting(values.map { .init(from: day($0.0), value: $0.1) })]
    }

    private func holidays(_ days: String...) -> [String: ReferenceValue] {
        let year = Span(from: day("2024-01-01"), to: day("2024-12-31")) ?? Span(on: Lab.today)
        return ["holidays": .days(days.map { day($0) }, complete: year)]
    }

    private func offices(_ lab: Lab, _ id: String) async throws -> [[SQLValue]] {
        try await lab.rows("SELECT office FROM notebook WHERE subject_id = \(id)", columns: 1)
    }

    @Test func `is two entries, and what rested on it is derived anew with the second`() async throws {
        let lab = try await Lab()
        let id = try await lab.open(on: day("2024-03-01"))
        #expect(try await offices(lab, id) == [[.null]])
        let commit = try await lab.ledger.setReference(office([("2024-01-01", "North")]), by: .program)
        #expect(commit == 3)
        #expect(try await offices(lab, id) == [[.text("North")]])
        let facts = try await lab.facts(id)
        #expect(facts.map(\.from) == [1, 3] && facts.map(\.to) == [3, nil])
        #expect(facts.last?.fact.references == ["office": "North"])
        #expect(try await lab.ledger.referenceInForce() == Reference(office([("2024-01-01", "North")])))
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `set again to the same is nothing`() async throws {
        let lab = try await Lab()
        let values = office([("2024-01-01", "North")]).merging(holidays("2024-05-06")) { one, _ in one }
        #expect(try await lab.ledger.setReference(values, by: anna) == 2)
        let before = try lab.everything()
        #expect(try await lab.ledger.setReference(values, by: anna) == nil)
        #expect(try lab.everything() == before)
    }

    @Test func `derives anew only what used a changed key on a changed day`() async throws {
        let lab = try await Lab()
        _ = try await lab.ledger.setReference(
            office([("2024-01-01", "North")]).merging(holidays("2024-05-06")) { one, _ in one }, by: anna)
        let early = try await lab.open(on: day("2024-02-01"))
        let late = try await lab.open(on: day("2024-04-01"))
        try await lab.note(1, in: late, on: day("2024-05-06"))
        try await lab.note(1, in: early, on: day("2024-05-07"))
        func counts() -> [Int] { [Derivings.shared[early], Derivings.shared[late]] }
        let start = counts()

        // From 1 March: only the one opened after.
        let moved = try await lab.ledger.setReference(
            office([("2024-01-01", "North"), ("2024-03-01", "South")]), by: anna)
        #expect(counts() == [start[0], start[1] + 1])
        #expect(try await offices(lab, early) == [[.text("North")]])
        #expect(try await offices(lab, late) == [[.text("South")]])
        #expect(try await lab.facts(late, "notebook.open").last?.from == moved)
        #expect(try await lab.facts(early, "notebook.open").last?.from == 3)

        // A holiday nobody noted anything on; then one more day, on which one of them did.
        _ = try await lab.ledger.setReference(holidays("2024-05-06", "2024-08-26"), by: anna)
        #expect(counts() == [start[0], start[1] + 1])
        let third = try await lab.ledger.setReference(
            holidays("2024-05-06", "2024-05-07", "2024-08-26"), by: anna)
        #expect(counts() == [start[0] + 1, start[1] + 1])
        #expect(try await lab.facts(early, "notebook.holiday").map(\.from) == [third])

        // A key that nobody reads.
        _ = try await lab.ledger.setReference(["colour": .setting([])], by: anna)
        #expect(counts() == [start[0] + 1, start[1] + 1])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `is put into force also where no day reads differently`() async throws {
        let lab = try await Lab()
        let (short, long) = (Span(on: Lab.today), Span(openFrom: Lab.today))
        _ = try await lab.ledger.setReference(["k": .days([], complete: short)], by: anna)
        #expect(try await lab.ledger.setReference(["k": .days([], complete: long)], by: anna) == 4)
        #expect(
            try await lab.ledger.referenceInForce() == Reference(["k": .days([], complete: long)]))
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    /// Records a value as ``Ledger/setReference(_:by:)`` does before a crash.
    private func recordAlone(_ lab: Lab, _ values: [String: ReferenceValue]) async throws {
        try await lab.perform { deciding in
            for (key, value) in values.sorted(by: { $0.key < $1.key }) {
                try deciding.record(
                    ReferenceSet(key: key, value: value), on: ReferenceSubject.self,
                    ReferenceSubject.subject.id, day: deciding.today)
            }
        }
    }

    @Test func `recorded before a crash is put into force by the next call, not before`() async throws {
        let lab = try await Lab()
        let id = try await lab.open()
        try await recordAlone(lab, office([("2024-01-01", "North")]))
        let reopened = try await Lab(file: lab.file)
        #expect(try await reopened.ledger.referenceInForce() == Reference())
        let between = try await reopened.open()
        #expect(try await offices(reopened, between) == [[.null]])
        #expect(try await reopened.ledger.checkRebuild().difference == nil)
        #expect(try await reopened.ledger.setReference([:], by: .program) == 4)
        for book in [id, between] { #expect(try await offices(reopened, book) == [[.text("North")]]) }
        #expect(try await reopened.ledger.setReference([:], by: .program) == nil)
        #expect(try await reopened.ledger.checkRebuild().difference == nil)
    }

    @Test func `that a derivation refuses stays recorded and out of force`() async throws {
        let lab = try await Lab(Registry([Seat.self]))
        for id in ["a", "b"] {
            try await lab.perform { try $0.record(Noted(amount: 1), on: Seat.self, id, day: $0.today) }
        }
        // Both seats would be in the one office: the second commit breaks the UNIQUE and is undone.
        await #expect(throws: LedgerError.taken("One seat an office.")) {
            try await lab.ledger.setReference(office([("2024-01-01", "North")]), by: anna)
        }
        #expect(lab.ledger.knownHead.commit == 3)
        // The entry that comes in the place of the one undone has its version: it must not be taken for it.
        // So nothing may be read in between.
        try await recordAlone(lab, office([]))
        #expect(try await lab.ledger.referenceInForce() == Reference())
        #expect(try await lab.ledger.setReference(office([]), by: anna) == 5)
        #expect(try await lab.ledger.referenceInForce() == Reference(office([])))
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `set by several at once, while others commit, leaves nothing behind`() async throws {
        let lab = try await Lab()
        for book in 0..<6 {
            try await lab.perform {
                try $0.record(Opened(title: "x"), on: Notebook.self, "b\(book)", day: day("2024-03-01"))
            }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<3 {
                group.addTask {
                    for round in 0..<6 {
                        let values =
                            task == 0
                            ? office([("2024-01-01", "Office \(round)")])
                            : holidays("2024-05-0\(round + 1)", "2024-06-0\(task)")
                        _ = try await lab.ledger.setReference(values, by: anna)
                    }
                }
            }
            for book in 0..<6 {
                group.addTask {
                    for round in 1...8 {
                        try await lab.note(round, in: "b\(book)", on: day("2024-05-0\(round)"))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await lab.ledger.setReference([:], by: anna) == nil)
        #expect(try await lab.ledger.checkRebuild().difference == nil)
        #expect(try await offices(lab, "b0") == [[.text("Office 5")]])
    }
}

/// A seat in the office of the reference, of which each has one.
private struct Seat: Subject {
    static let kind = "seat"
    static let entryKinds: [EntryKind<Seat>] = [EntryKind(Noted.self) { _, _ in }]
    static let table = Table(
        "seat", [.optionalText("office")], uniques: [Unique(["office"], refusal: "One seat an office.")])
    static let tables = [table]
    static let derivation = 1

    init(id: String) {}
    mutating func note(_ problem: Problem) {}
    func rows(_ reference: inout ReferenceReader) -> [Row] {
        [Row(Self.table, [reference.setting("office", on: Lab.today)])]
    }
    func facts(_ reference: inout ReferenceReader) -> [Fact] { [] }
}
