import Testing

@testable import Ledger

@Suite struct `The mark of a demonstration` {
    @Test func `is given to an empty ledger, kept, and may be given again`() async throws {
        let lab = try await Lab()
        #expect(try await lab.ledger.demonstration() == nil)
        try await lab.ledger.markAsDemonstration(today: day("2024-05-01"))
        try await lab.ledger.markAsDemonstration(today: day("2024-06-01"))
        let again = try await Lab(file: lab.file)
        #expect(try await again.ledger.demonstration()?.today == day("2024-06-01"))
    }

    @Test func `is refused to a ledger that holds anything`() async throws {
        let lab = try await Lab()
        _ = try await lab.open()
        await #expect(throws: LedgerError.simulatedTime) {
            try await lab.ledger.markAsDemonstration(today: Lab.today)
        }
        #expect(try await lab.ledger.demonstration() == nil)
    }
}
