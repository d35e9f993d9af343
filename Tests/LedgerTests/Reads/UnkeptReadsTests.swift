import CivilTime
import Foundation
import Testing

@testable import Ledger

@Suite struct `A read that cannot be kept` {
    private func expectRefused(
        _ lab: Lab, _ place: SourceLocation = #_sourceLocation
    ) async throws {
        let error = await #expect(throws: LedgerError.self, sourceLocation: place) {
            try await lab.record(look("a"))
        }
        guard case .storage = error else {
            Issue.record("\(String(describing: error))", sourceLocation: place)
            return
        }
        // Everything else is served.
        let id = try await lab.open()
        #expect(try await lab.state(id)?.title == "Notes", sourceLocation: place)
    }

    @Test func `is an error, the ledger goes on, and reads are kept once there is a place for them`()
        async throws
    {
        let folder = try TemporaryFile().path
        let lab = try await Lab(readsPath: folder + "/not/there/reads.sqlite")
        try await expectRefused(lab)
        try await expectRefused(lab)
        #expect(try await lab.ledger.reads.root.sequence == 0)
        try FileManager.default.createDirectory(
            atPath: folder + "/not/there", withIntermediateDirectories: true)
        #expect(try await lab.record(look("a")) == 1)
        try lab.ledger.close()
        try FileManager.default.removeItem(atPath: folder)
    }

    @Test func `is an error where a folder has the file's name`() async throws {
        let lab = try await Lab()
        try FileManager.default.createDirectory(atPath: lab.readsPath, withIntermediateDirectories: true)
        try await expectRefused(lab)
        await #expect(throws: LedgerError.self) { try await lab.ledger.reads.verify() }
        await #expect(throws: LedgerError.self) { try await lab.ledger.reads.reads(by: "anna", limit: 1) }
        await #expect(throws: LedgerError.self) { try await lab.ledger.reads.root }
        #expect(try await lab.ledger.verify().named == nil)
    }

    @Test func `is an error for all that gathered with it, and none of them is half kept`() async throws {
        let lab = try await Lab()
        try await lab.record(look("a"))
        let raw = try RawDatabase(lab.readsPath)
        try raw.run(
            "CREATE TRIGGER full BEFORE INSERT ON read_child WHEN NEW.child = 'z' BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
        try raw.run("BEGIN IMMEDIATE")
        let kept = try await withThrowingTaskGroup(of: Int?.self) { group in
            for child in ["b", "c", "z"] { group.addTask { try? await lab.record(look(child)) } }
            for _ in 0..<4_000 where lab.ledger.reads.effort.reads < 4 {
                try await Task.sleep(for: .milliseconds(1))
            }
            try raw.run("COMMIT")
            return try await group.reduce(into: []) { $0.append($1) }.compactMap(\.self).count
        }
        #expect(kept < 3)
        let root = try await lab.ledger.reads.root
        #expect(root.sequence == 1 + kept)
        #expect(try await lab.ledger.reads.verify() == .whole(root, entries: 1 + kept))
        try raw.run("DROP TRIGGER full")
        #expect(try await lab.record(look("z")) == kept + 2)
    }

    @Test func `is an error in a file of another sort, which is left alone`() async throws {
        let text = "not a database, but long enough to look at: " + String(repeating: "x", count: 4_000)
        let lab = try await Lab()
        try Data(text.utf8).write(to: URL(fileURLWithPath: lab.readsPath))
        try await expectRefused(lab)
        #expect(try String(contentsOfFile: lab.readsPath, encoding: .utf8) == text)
    }

    @Test func `is an error in a file that a newer program made, or that is the ledger itself`() async throws
    {
        let lab = try await Lab()
        try await lab.record(look("a"))
        try lab.ledger.close()
        await #expect(throws: LedgerError.newerStructure(["0001 reads"])) {
            try await Ledger.open(
                .init(path: lab.readsPath), Registry([]), clock: SetClock(Lab.today).clock)
        }
        try RawDatabase(lab.readsPath).run("INSERT INTO structure_step VALUES ('0099 moon')")
        let again = try await Lab(file: lab.file)
        await #expect(throws: LedgerError.newerStructure(["0099 moon"])) { try await again.record(look("a")) }
        let same = try await Lab(file: lab.file, readsPath: lab.file.path)
        await #expect(throws: LedgerError.newerStructure(["0001 ledger"])) {
            try await same.record(look("a"))
        }
    }

    @Test func `is an error where the head row is gone, and once the ledger is closed`() async throws {
        let lab = try await Lab()
        try await lab.record(look("a"))
        let head = try #require(try RawDatabase(lab.readsPath).first("SELECT hash FROM read_head"))
        try RawDatabase(lab.readsPath).run("DELETE FROM read_head")
        try await expectRefused(lab)
        try RawDatabase(lab.readsPath).run("INSERT INTO read_head VALUES (1, 1, '\(head)', 0)")
        #expect(try await lab.record(look("a")) == 2)
        try lab.ledger.close()
        await #expect(throws: LedgerError.storage("the file of reads is closed")) {
            try await lab.record(look("a"))
        }
    }
}
