import CivilTime
import Testing

@testable import Ledger

@Suite struct `An earlier moment` {
    @Test func `has the head that it had then`() async throws {
        let lab = try await Lab()
        let id = try await lab.open()
        var heads = [try await lab.ledger.read { try $0.head() }]
        for amount in 1...3 {
            try await lab.note(amount, in: id)
            heads.append(try await lab.ledger.read { try $0.head() })
        }
        for head in heads {
            #expect(try await lab.ledger.read { try $0.head(at: head.commit) } == head)
        }
        #expect(try await lab.ledger.read { try $0.head(at: 0) } == nil)
        #expect(try await lab.ledger.read { try $0.head(at: 99) } == nil)
    }

    @Test func `has the reference that was in force then`() async throws {
        let lab = try await Lab()
        let day = day("2024-06-01")
        func office(_ name: String) -> [String: ReferenceValue] {
            ["office": .setting([.init(from: day, value: name)])]
        }
        _ = try await lab.ledger.setReference(office("North"), by: anna)
        let then = try await lab.ledger.read { try $0.head().commit }
        _ = try await lab.ledger.setReference(office("South"), by: anna)
        let words = try await lab.ledger.read { snapshot in
            var (before, now) = (try snapshot.reference(at: then), try snapshot.reference(at: then + 2))
            return [before.setting("office", on: day), now.setting("office", on: day)]
        }
        #expect(words == ["North", "South"])
    }
}
