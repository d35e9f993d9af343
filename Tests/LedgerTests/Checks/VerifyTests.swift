import CivilTime
import Testing

@_spi(Operations) @testable import Ledger

@Suite struct `Verifying the chain` {
    @Test func `of an empty ledger gives the empty root`() async throws {
        let lab = try await Lab()
        let root = Root(sequence: 0, hash: "")
        #expect(try await lab.ledger.verify() == .whole(root, entries: 0))
        #expect(try await lab.ledger.verify(against: root) == .whole(root, entries: 0))
        #expect(root.description == "root 0 -")
    }

    @Test func `of a whole one gives its root, which is the head's`() async throws {
        let chain = try await Chain()
        let head = chain.lab.ledger.knownHead
        let root = Root(sequence: head.sequence, hash: head.hash)
        #expect(try await chain.verify() == .whole(root, entries: Chain.entries))
        #expect(root.description == "root 7 \(head.hash)")
        #expect(head.hash.utf8.count == 64)
    }

    @Test func `is the same chain in every run with the same clock and identifiers`() async throws {
        let (one, other) = (try await Chain(), try await Chain())
        // Three of the commands have random ids; the first two commits are the same to the byte.
        let hashes: SQL = "SELECT hash, payload FROM entry WHERE commit_number < 3 ORDER BY sequence"
        #expect(try await one.lab.rows(hashes, columns: 2) == other.lab.rows(hashes, columns: 2))
    }

    @Test func `against each root it passed through finds it whole`() async throws {
        let chain = try await Chain()
        let rows = try await chain.lab.rows("SELECT sequence, hash FROM entry ORDER BY sequence", columns: 2)
        let whole = try await chain.verify()
        for row in rows {
            guard case .integer(let sequence) = row[0], case .text(let hash) = row[1] else { continue }
            let root = Root(sequence: Int(sequence), hash: hash)
            #expect(try await chain.verify(against: root) == whole)
            let wrong = try await chain.verify(
                against: Root(sequence: root.sequence, hash: "x" + hash.dropFirst()))
            #expect(wrong.named == root.sequence)
            #expect(wrong.why.hasPrefix("it does not agree with the root"))
        }
        let hash = chain.lab.ledger.knownHead.hash
        #expect(try await chain.verify(against: Root(sequence: 8, hash: hash)).named == 8)
        #expect(try await chain.verify(against: Root(sequence: 0, hash: "")) == whole)
        for root in [
            Root(sequence: 0, hash: hash), Root(sequence: -1, hash: hash), Root(sequence: 0, hash: "-"),
        ] {
            #expect(try await chain.verify(against: root).named == 1)
        }
    }

    @Test(arguments: 1...Chain.entries)
    func `names an entry that was deleted`(_ sequence: Int) async throws {
        let chain = try await Chain()
        try chain.raw.open().run("DELETE FROM entry WHERE sequence = \(sequence)")
        let found = try await chain.verify()
        #expect(found.named == sequence)
        #expect(found.namedEntry == nil)
    }

    @Test(arguments: 1..<Chain.entries)
    func `names the first of two that were exchanged`(_ sequence: Int) async throws {
        let chain = try await Chain()
        let raw = try chain.raw.open()
        let other = try raw.first("SELECT id FROM entry WHERE sequence = \(sequence + 1)")
        try raw.run(
            """
            UPDATE entry SET sequence = -1 WHERE sequence = \(sequence);
            UPDATE entry SET sequence = \(sequence) WHERE sequence = \(sequence + 1);
            UPDATE entry SET sequence = \(sequence + 1) WHERE sequence = -1
            """)
        let found = try await chain.verify()
        #expect(found.named == sequence)
        #expect(found.namedEntry == other)
    }

    @Test(arguments: 1..<Chain.entries)
    func `names the first that was cut off, also where the head was made to fit and the root is known`(
        _ last: Int
    ) async throws {
        let chain = try await Chain()
        let root = chain.lab.ledger.knownHead
        let raw = try chain.raw.open()
        try raw.run("DELETE FROM entry WHERE sequence > \(last)")
        #expect(try await chain.verify().named == last + 1)
        try raw.run(
            """
            DELETE FROM commit_record WHERE number > (SELECT MAX(commit_number) FROM entry);
            UPDATE head SET sequence = \(last), hash = (SELECT hash FROM entry WHERE sequence = \(last)),
            commit_number = (SELECT MAX(number) FROM commit_record),
            recorded_at = (SELECT MAX(recorded_at) FROM commit_record)
            """)
        guard case .whole(let shorter, entries: last) = try await chain.verify() else {
            Issue.record("not made to fit")
            return
        }
        #expect(shorter.sequence == last)
        let known = Root(sequence: root.sequence, hash: root.hash)
        #expect(try await chain.verify(against: known).named == last + 1)
    }

    @Test(arguments: [1, 4, 7])
    func `names an entry that was put in, where those after it moved up`(_ sequence: Int) async throws {
        let chain = try await Chain()
        try chain.raw.open().run(
            """
            UPDATE entry SET sequence = -1 - sequence WHERE sequence >= \(sequence);
            UPDATE entry SET sequence = -sequence WHERE sequence < 0;
            INSERT INTO entry SELECT \(sequence), 'forged', commit_number, subject_kind, 'forged', 1, kind,
            kind_version, payload, salt, digest, hash FROM entry WHERE sequence = \(sequence + 1);
            UPDATE head SET sequence = sequence + 1
            """)
        let found = try await chain.verify()
        #expect(found.named == sequence)
        #expect(found.namedEntry == "forged")
    }

    @Test func `names an entry that was put in at the end with the right hash`() async throws {
        let chain = try await Chain()
        let head = chain.lab.ledger.knownHead
        let forged = try await chain.lab.ledger.engine.write { connection in
            let writer = Writer(connection)
            let reader = writer.reader
            let commit = try #require(
                try reader.first(
                    "SELECT \(Storage.commitColumns) FROM commit_record WHERE number = \(head.commit)"
                ) {
                    Storage.commit($0)
                })
            var entry = try #require(
                try reader.first(
                    "SELECT \(Storage.entryColumns) FROM entry WHERE sequence = \(head.sequence)"
                ) {
                    Storage.entry($0)
                })
            entry.sequence += 1
            entry.version += 1
            entry.id = "forged"
            entry.hash = Hashing.hash(after: entry.hash, entry, in: commit)
            try Storage.insert(entry, writer)
            return entry.sequence
        }
        #expect(try await chain.verify().named == forged)
    }

    @Test func `finds a commit without entries, and a head row that is gone`() async throws {
        let chain = try await Chain()
        let raw = try chain.raw.open()
        try raw.run(
            "INSERT INTO commit_record SELECT 9, 'x', fields_digest, account, role, on_behalf_of, channel, recorded_at, result FROM commit_record WHERE number = 1"
        )
        #expect(try await chain.verify().why == "there is a commit without entries")
        try raw.run("DELETE FROM commit_record WHERE number = 9")
        #expect(try await chain.verify().named == nil)
        try raw.run("DELETE FROM head")
        #expect(try await chain.verify().named == 8)
    }
}
