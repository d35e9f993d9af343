import CivilTime
import Testing

@testable import Ledger

@Suite struct `Reads at the same time` {
    /// Records so many reads at once and gives their sequences.
    private func record(_ count: Int, in lab: Lab) async throws -> [Int] {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<count {
                group.addTask { try await lab.record(look("*child \(number % 10)", by: "account \(number)")) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test func `that gathered while one was written are written in one transaction`() async throws {
        let lab = try await Lab()
        try await lab.record(look("first"))
        let before = lab.ledger.reads.effort.transactions
        // Somebody else holds the file, so that the writer has to wait.
        let holder = try RawDatabase(lab.readsPath)
        try holder.run("BEGIN IMMEDIATE")
        async let sequences = record(1_000, in: lab)
        for _ in 0..<4_000 where lab.ledger.reads.effort.reads < 1_001 {
            try await Task.sleep(for: .milliseconds(1))
        }
        try holder.run("COMMIT")
        #expect(try await sequences.sorted() == Array(2...1_001))
        // One that waited for the file with what had gathered till then, and one for all the rest.
        #expect(lab.ledger.reads.effort.transactions <= before + 2)
        #expect(try await lab.ledger.reads.verify().named == nil)
    }

    @Test func `are each on the disk when they are acknowledged, with far fewer syncs than reads`()
        async throws
    {
        let lab = try await Lab(durable: true)
        let sequences = try await record(1_000, in: lab)
        #expect(sequences.sorted() == Array(1...1_000))
        let transactions = lab.ledger.reads.effort.transactions
        #expect(transactions < 500, "\(transactions) transactions for 1,000 reads")
        let root = try await lab.ledger.reads.root
        #expect(try await lab.ledger.reads.verify() == .whole(root, entries: 1_000))
        #expect(root.sequence == 1_000)
        // Each acknowledged sequence is that of its own read.
        let mine = try await lab.ledger.reads.reads(by: "account 123", limit: 10)
        #expect(mine.map(\.read.children.first?.child) == ["child 3"])
        let child = try await lab.ledger.reads.reads(of: ["child 3"], openedOnly: true, limit: 1_000)
        #expect(child.count == 100)
    }

    @Test func `begin with one file, also where the first come together`() async throws {
        for _ in 0..<5 {
            let lab = try await Lab()
            async let asked = lab.ledger.reads.reads(by: "account 1", limit: 1)
            async let sequences = record(20, in: lab)
            async let root = lab.ledger.reads.root
            #expect(try await sequences.sorted() == Array(1...20))
            _ = try await (asked, root)
        }
    }

    @Test func `are recorded though the task that asked is cancelled`() async throws {
        let lab = try await Lab()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await lab.record(look("a"))
        }
        #expect(try await task.value == 1)
        #expect(try await lab.ledger.reads.root.sequence == 1)
    }

    @Test func `from two ledgers on one file keep one chain`() async throws {
        let lab = try await Lab()
        let other = try await Lab(file: lab.file)
        async let one = record(100, in: lab)
        async let two = record(100, in: other)
        #expect(try await (one + two).sorted() == Array(1...200))
        #expect(try await lab.ledger.reads.verify() == other.ledger.reads.verify())
        #expect(try await lab.ledger.reads.verify().named == nil)
    }
}
