import CivilTime
import Testing

@testable import Ledger

@Suite struct `A command sent again` {
    private func send(
        _ lab: Lab, fields: String = "amount=1", by author: Author = anna, amount: Int = 1
    ) async throws -> Outcome<[String]> {
        try await lab.commit(id: "form", fields: fields, by: author) { deciding in
            [try deciding.record(Noted(amount: amount), on: Notebook.self, "n", day: deciding.today)]
        }
    }

    @Test func `gives the first result`() async throws {
        let lab = try await Lab()
        let first = try await send(lab)
        let stored = try lab.everything()
        let second = try await send(lab, amount: 2)
        #expect(second.repeated && !first.repeated)
        #expect(second.commit == first.commit && second.value == first.value)
        #expect(try lab.everything() == stored)
        let reopened = try await Lab(file: lab.file)
        #expect(try await send(reopened).value == first.value)
        let otherRole = Author(account: "anna", role: "manager", channel: .command)
        #expect(try await send(lab, by: otherRole).repeated)
    }

    @Test func `with other fields is another edit`() async throws {
        let lab = try await Lab()
        _ = try await lab.open()
        _ = try await send(lab)
        let stored = try lab.everything()
        let error = await #expect(throws: LedgerError.self) { try await send(lab, fields: "amount=2") }
        #expect(error == .commandChanged(commit: 2))
        #expect(
            error?.forPerson
                == "This form was already sent with other answers. What was stored first is kept; look at it before you change it."
        )
        #expect(error?.forOperator == "command repeated with other fields, stored in commit 2")
        #expect(try lab.everything() == stored)
    }

    @Test(arguments: [Author(account: "ben", role: "officer", channel: .web), .program])
    func `by another account is refused, with or without the same fields`(_ other: Author) async throws {
        let lab = try await Lab()
        _ = try await send(lab)
        for fields in ["amount=1", "amount=2"] {
            let error = await #expect(throws: LedgerError.self) {
                try await send(lab, fields: fields, by: other)
            }
            #expect(error == .commandOfAnother)
            #expect(error?.forOperator == "command id of another account")
        }
        #expect(lab.ledger.knownHead.commit == 1)
    }

    @Test func `while the first is under way is carried out once`() async throws {
        let lab = try await Lab()
        let outcomes = try await withThrowingTaskGroup(of: Outcome<[String]>.self) { group in
            for _ in 0..<16 { group.addTask { try await send(lab) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { !$0.repeated }.count == 1)
        #expect(Set(outcomes.map(\.value)).count == 1)
        #expect(try await lab.state("n")?.notes.count == 1)
    }

    @Test func `that had nothing to record is decided anew`() async throws {
        let lab = try await Lab()
        let decided = Counter()
        for _ in 0..<2 {
            let outcome = try await lab.commit(id: "empty") { _ in decided.next() }
            #expect(!outcome.repeated && outcome.commit == nil)
        }
        #expect(decided.value == 2)
    }
}
