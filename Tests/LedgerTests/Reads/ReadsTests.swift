import CivilTime
import Foundation
import Testing

@testable import Ledger

@Suite struct `Reads of children's records` {
    @Test(arguments: [
        ("data/area.sqlite", "data/area.reads.sqlite"), ("area.db", "area.reads.db"),
        ("/a.b/c", "/a.b/c.reads"),
        ("area", "area.reads"), ("/x.y/area.v2.sqlite", "/x.y/area.v2.reads.sqlite"),
    ])
    func `stand in a file beside the database`(_ database: String, _ reads: String) {
        #expect(Ledger.Options(path: database).readsBeside == reads)
    }

    @Test func `make their file with the first, and until then there are none`() async throws {
        let lab = try await Lab()
        let reads = lab.ledger.reads
        #expect(lab.readsPath == lab.file.path.replacing("ledger.sqlite", with: "ledger.reads.sqlite"))
        #expect(try await reads.reads(of: ["a"], openedOnly: false, limit: 10) == [])
        #expect(try await reads.reads(by: "anna", limit: 10) == [])
        #expect(try await reads.root == Root(sequence: 0, hash: ""))
        #expect(try await reads.verify() == .whole(Root(sequence: 0, hash: ""), entries: 0))
        #expect(try await reads.verify(against: Root(sequence: 1, hash: "x")).named == 1)
        try await lab.ledger.settle()
        #expect(!FileManager.default.fileExists(atPath: lab.readsPath))
        #expect(try await lab.record(look("a")) == 1)
        #expect(FileManager.default.fileExists(atPath: lab.readsPath))
        #expect(try await reads.root.sequence == 1)
        #expect(lab.ledger.knownHead.commit == 0)
    }

    @Test func `are kept as they were stated, and times never go back`() async throws {
        let lab = try await Lab()
        let first = Reads.Read(
            account: "anna", role: "officer", basis: "break glass: Zoë's, 100 %", route: "/cases/:case",
            commit: 12, children: [.init(child: "b", opened: false), .init(child: "a", opened: true)],
            safeguarding: true)
        #expect(try await lab.record(first) == 1)
        lab.clock.advance(-60_000_000)
        #expect(try await lab.record(look("a", by: "ben", role: nil)) == 2)
        let found = try await lab.ledger.reads.reads(by: "anna", limit: 10)
        #expect(found.map(\.read) == [first])
        #expect(first.children.map(\.child) == ["a", "b"])
        #expect(found.first?.recordedAt == SetClock.noon(Lab.today))
        let second = try await lab.ledger.reads.reads(by: "ben", limit: 10).first
        #expect(second?.read == look("a", by: "ben", role: nil))
        #expect(second?.recordedAt == SetClock.noon(Lab.today))
    }

    @Test func `name each child once: opened where it was both`() {
        #expect(look("b", "*a", "a", "*b", "b", "c").children == look("*a", "*b", "c").children)
        // Two texts that Swift finds equal are two ids.
        #expect(look("e\u{301}", "\u{e9}").children.count == 2)
    }

    @Test func `are found by child, the latest first, naming only the children asked for`() async throws {
        let lab = try await Lab()
        for read in [
            look("*a", "b"), look("a", "b", "c"), look("c"), look("*b", safeguarding: true), look("*a", "*b"),
        ] {
            try await lab.record(read)
        }
        func found(
            _ children: String..., opened: Bool = false, family: Bool = false, before: Int? = nil,
            limit: Int = 10
        ) async throws -> [String] {
            try await lab.ledger.reads.reads(
                of: children, openedOnly: opened, leavingOutSafeguarding: family, before: before, limit: limit
            ).short
        }
        #expect(try await found("a") == ["5 *a", "2 a", "1 *a"])
        #expect(try await found("a", opened: true) == ["5 *a", "1 *a"])
        #expect(try await found("a", "c") == ["5 *a", "3 c", "2 a c", "1 *a"])
        #expect(try await found("b") == ["5 *b", "4 *b", "2 b", "1 b"])
        #expect(try await found("b", family: true) == ["5 *b", "2 b", "1 b"])
        #expect(try await found("b", opened: true, family: true) == ["5 *b"])
        #expect(try await found("b", limit: 2) == ["5 *b", "4 *b"])
        #expect(try await found("b", before: 4, limit: 1) == ["2 b"])
        #expect(try await found("b", before: 1) == [])
        #expect(try await found("b", limit: 0) == ["5 *b"])
        #expect(try await found("nobody") == [])
        #expect(try await found() == [])
    }

    @Test func `are found by account, with all children they showed`() async throws {
        let lab = try await Lab()
        for read in [look("*a", "b"), look("a", by: "ben"), look(), look("c", by: "' OR 1 = 1 --")] {
            try await lab.record(read)
        }
        let reads = lab.ledger.reads
        #expect(try await reads.reads(by: "anna", limit: 10).short == ["3", "1 *a b"])
        #expect(try await reads.reads(by: "anna", before: 3, limit: 10).short == ["1 *a b"])
        #expect(try await reads.reads(by: "' OR 1 = 1 --", limit: 10).short == ["4 c"])
        #expect(try await reads.reads(by: "", limit: 10) == [])
    }

    @Test func `with a character that no engine can hold are refused alone`() async throws {
        let lab = try await Lab()
        for bad in [look("a\0"), look("a", by: "\0"), look("a", role: "\0")] {
            await #expect(throws: LedgerError.unstorableText) { try await lab.record(bad) }
        }
        #expect(try await lab.record(look("a")) == 1)
        let holder = try RawDatabase(lab.readsPath)
        try holder.run("BEGIN IMMEDIATE")
        let kept = try await withThrowingTaskGroup(of: Int?.self) { group in
            for child in ["a", "b\0", "c", "d"] { group.addTask { try? await lab.record(look(child)) } }
            for _ in 0..<4_000 where lab.ledger.reads.effort.reads < 4 {
                try await Task.sleep(for: .milliseconds(1))
            }
            try await Task.sleep(for: .milliseconds(20))
            try holder.run("COMMIT")
            return try await group.reduce(into: []) { $0.append($1) }.compactMap(\.self)
        }
        #expect(kept.sorted() == [2, 3, 4])
    }

    @Test func `go on where they ended when the ledger is opened again`() async throws {
        let lab = try await Lab()
        try await lab.record(look("*a"))
        let root = try await lab.ledger.reads.root
        try lab.ledger.close()
        let again = try await Lab(file: lab.file)
        #expect(try await again.ledger.reads.root == root)
        #expect(try await again.record(look("a")) == 2)
        #expect(try await again.ledger.reads.verify(against: root).named == nil)
        #expect(
            try await again.ledger.reads.reads(of: ["a"], openedOnly: false, limit: 9).short == [
                "2 a", "1 *a",
            ])
    }

    @Test func `are all in the main file once the ledger was settled`() async throws {
        let lab = try await Lab()
        try await lab.record(look("*a"))
        try await lab.ledger.settle()
        let copy = try TemporaryFile()
        try FileManager.default.copyItem(atPath: lab.readsPath, toPath: copy.path)
        let other = try await Lab(readsPath: copy.path)
        #expect(other.readsPath == copy.path)
        #expect(try await other.ledger.reads.root == lab.ledger.reads.root)
    }
}
