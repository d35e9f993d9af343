import CivilTime
import Testing

@testable import Ledger

/// A refusal of a room.
private struct Refusal: Explained, Equatable {
    var forPerson: String { "Not now." }
    var forOperator: String { "refused" }
}

/// An error that is not made to be shown; it passes unchanged too.
private struct Broken: Error {}

@Suite struct `What a commit refuses` {
    /// A lab with two notebooks, and what is stored before the refusal.
    private func prepared() async throws -> (lab: Lab, id: String, note: String, before: [String]) {
        let lab = try await Lab()
        let id = try await lab.open(code: "A")
        _ = try await lab.open(code: "B")
        let note = try await lab.note(1, in: id)
        return (lab, id, note, try lab.everything())
    }

    /// Expects this error, with both texts, and nothing kept of the entry that was fine.
    private func expectRefused(
        _ expected: LedgerError, _ person: String, _ operators: String,
        _ decide: @escaping @Sendable (inout Deciding, String, String) throws -> Void,
        _ place: SourceLocation = #_sourceLocation
    ) async throws {
        let (lab, id, note, before) = try await prepared()
        let error = await #expect(throws: LedgerError.self, sourceLocation: place) {
            try await lab.commit { deciding in
                try deciding.record(Noted(amount: 7), on: Notebook.self, id, day: deciding.today)
                try decide(&deciding, id, note)
                return true
            }
        }
        #expect(error == expected, sourceLocation: place)
        #expect(error?.forPerson == person, sourceLocation: place)
        #expect(error?.forOperator == operators, sourceLocation: place)
        #expect(try lab.everything() == before, sourceLocation: place)
        #expect(try await lab.state(id)?.notes.map(\.amount) == [1], sourceLocation: place)
        // The next commit goes on where the last that was kept ended.
        try await lab.note(2, in: id)
        #expect(try await lab.ledger.verify() == .whole(root(lab), entries: 4), sourceLocation: place)
        #expect(lab.ledger.knownHead.commit == 4, sourceLocation: place)
        #expect(try await lab.ledger.checkRebuild().difference == nil, sourceLocation: place)
    }

    private func root(_ lab: Lab) -> Root {
        Root(sequence: lab.ledger.knownHead.sequence, hash: lab.ledger.knownHead.hash)
    }

    @Test func `a value that another holds, in the table's own words`() async throws {
        try await expectRefused(
            .taken("Another notebook has this code."), "Another notebook has this code.",
            "unique: Another notebook has this code."
        ) { deciding, _, _ in
            try deciding.record(
                Opened(title: "Third", code: "B"), on: Notebook.self, "third", day: deciding.today)
        }
    }

    @Test func `a withdrawal that would bring back what another holds now`() async throws {
        let (lab, id, _, _) = try await prepared()
        let opening = try await lab.ledger.read {
            try $0.chronicle(of: SubjectID(kind: "notebook", id: id)).first
        }
        let entry = try #require(opening?.id)
        let correction = try await lab.commit {
            try $0.correct(
                entry, to: Opened(title: "Notes", code: "C"), on: Notebook.self, id, day: $0.today,
                reason: "new")
        }.value
        _ = try await lab.open(code: "A")
        let before = try lab.everything()
        await #expect(throws: LedgerError.taken("Another notebook has this code.")) {
            try await lab.withdraw(correction, in: id)
        }
        #expect(try lab.everything() == before)
        #expect(try await lab.state(id)?.code == "C")
    }

    @Test func `a day that has not come`() async throws {
        try await expectRefused(
            .futureDay(day("2024-07-01"), today: day("2024-06-30")),
            "1 July 2024 has not come yet (today is 30 June 2024). Give the day it happened or was decided.",
            "effective day 2024-07-01 after today 2024-06-30"
        ) { deciding, id, _ in
            try deciding.record(Noted(amount: 1), on: Notebook.self, id, day: deciding.today + 1)
        }
    }

    @Test(arguments: ["nowhere", "", "'; --"])
    func `a correction that names nothing`(_ name: String) async throws {
        try await expectRefused(
            .namesNothing(entry: name),
            "What you want to correct is no longer there. Open the page again.",
            "correction or withdrawal of unknown entry \(name)"
        ) { deciding, id, _ in
            try deciding.correct(
                name, to: Noted(amount: 1), on: Notebook.self, id, day: deciding.today, reason: "r")
        }
    }

    @Test func `a withdrawal that names an entry of another subject, a correction of another kind`()
        async throws
    {
        let (lab, id, note, before) = try await prepared()
        await #expect(throws: LedgerError.namesNothing(entry: note)) {
            try await lab.commit { try $0.withdraw(note, on: Notebook.self, "other", reason: "r") }
        }
        await #expect(throws: LedgerError.namesNothing(entry: note)) {
            try await lab.commit {
                try $0.correct(
                    note, to: Closed(because: "x"), on: Notebook.self, id, day: $0.today, reason: "r")
            }
        }
        #expect(try lab.everything() == before)
        let withdrawal = try await lab.withdraw(note, in: id)
        let after = try lab.everything()
        await #expect(throws: LedgerError.namesNothing(entry: withdrawal)) {
            try await lab.correct(withdrawal, to: 3, in: id)
        }
        #expect(try lab.everything() == after)
    }

    @Test func `what the decision refuses, with the room's own error`() async throws {
        let (lab, id, _, before) = try await prepared()
        await #expect(throws: Refusal()) {
            try await lab.perform { deciding in
                try deciding.record(Noted(amount: 7), on: Notebook.self, id, day: deciding.today)
                throw Refusal()
            }
        }
        await #expect(throws: Broken.self) {
            try await lab.perform { _ in throw Broken() }
        }
        #expect(try lab.everything() == before)
    }

    @Test func `an entry kind its subject does not have, or a subject that is not registered`() async throws {
        struct Shredded: Payload {
            static let kind = "shredded"
        }
        let (lab, id, _, before) = try await prepared()
        await #expect(throws: LedgerError.unknownKinds(["notebook/shredded 1"])) {
            try await lab.commit { try $0.record(Shredded(), on: Notebook.self, id, day: $0.today) }
        }
        await #expect(throws: LedgerError.unknownKinds(["sloppy"])) {
            try await lab.commit { try $0.record(Noted(amount: 1), on: Sloppy.self, "s", day: $0.today) }
        }
        #expect(try lab.everything() == before)
    }

    @Test(arguments: [
        LedgerError.storage("x"), .newerStructure(["9"]), .unknownKinds(["a/b 1"]),
        .unreadable(sequence: 1, why: "x"), .commandChanged(commit: 2), .commandOfAnother,
        .overtaken(entries: ["a", "b"]), .taken("Taken."), .faultyDerivation("two rows"),
        .futureDay(.earliest, today: .earliest), .namesNothing(entry: "a"), .unstorableText, .simulatedTime,
        .cannotMerge("Not these two."),
    ])
    func `has a whole sentence for the person and another text for the operator`(_ error: LedgerError) {
        #expect(error.forPerson.hasSuffix("."))
        #expect(error.forPerson.count > 5)
        #expect(!error.forOperator.isEmpty)
        #expect(error.forPerson != error.forOperator)
    }
}
