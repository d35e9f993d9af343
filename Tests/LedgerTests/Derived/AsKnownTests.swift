import CivilTime
import Testing

@testable import Ledger

@Suite struct `A state as it was known` {
    @Test func `is the fold of the entries up to that commit`() async throws {
        let lab = try await Lab()
        let id = try await lab.open("First")
        let note = try await lab.note(1, in: id)
        let correction = try await lab.correct(note, to: 2, in: id)
        try await lab.withdraw(correction, in: id)
        try await lab.close(id, on: Lab.today)
        #expect(try await lab.state(id, asKnownAt: 0) == nil)
        #expect(try await lab.state(id, asKnownAt: 1)?.notes == [])
        let amounts = [1: [], 2: [1], 3: [2], 4: [1], 5: [1], 99: [1]]
        for (commit, expected) in amounts {
            #expect(try await lab.state(id, asKnownAt: commit)?.notes.map(\.amount) == expected)
        }
        #expect(try await lab.state(id, asKnownAt: 4)?.closedOn == nil)
        #expect(try await lab.state(id, asKnownAt: 5)?.closedOn == Lab.today)
        #expect(try await lab.state("nobody", asKnownAt: 5) == nil)
    }

    @Test(arguments: [UInt64(1), 2])
    func `is at each commit what it was then`(_ seed: UInt64) async throws {
        let lab = try await Lab()
        var random = Seeded(seed)
        var history = RandomHistory(books: 3)
        var then: [Int: [Notebook?]] = [:]
        for _ in 0..<25 {
            try await history.step(lab, &random)
            var states: [Notebook?] = []
            for book in history.books { states.append(try await lab.state(book)) }
            then[lab.ledger.knownHead.commit] = states
        }
        for (commit, states) in then {
            for (book, state) in zip(history.books, states) {
                let known = try await lab.state(book, asKnownAt: commit)
                #expect(known?.trace == state?.trace && known?.problems == state?.problems)
            }
        }
    }
}
