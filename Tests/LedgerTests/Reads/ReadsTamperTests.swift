import CivilTime
import Testing

@testable import Ledger

@Suite struct `The chain of reads` {
    private static let columns: [(table: String, name: String, number: Bool)] = [
        ("read_entry", "sequence", true), ("read_entry", "recorded_at", true),
        ("read_entry", "account", false), ("read_entry", "role", false), ("read_entry", "basis", false),
        ("read_entry", "route", false), ("read_entry", "commit_number", true),
        ("read_entry", "safeguarding", true), ("read_entry", "hash", false),
        ("read_child", "sequence", true), ("read_child", "child", false), ("read_child", "opened", true),
    ]

    /// Other values for a column that are not the same to a reader.
    private func literals(_ value: String?, _ number: Bool) -> [String] {
        guard let value else { return ["''", "'officer'"] }
        if number { return ["\((Int(value) ?? 0) + 1)", "-1", "99", "''", "x'00'", "0.5", "'\(value)x'"] }
        let shorter = String(value.dropLast())
        var literals = [quoted(value + "0"), "'x'", "CAST(\(quoted(value)) AS BLOB)", "7.5"]
        if !value.isEmpty { literals += [quoted(shorter), "''", quoted("b" + value.dropFirst() + "")] }
        return literals.filter { $0 != quoted(value) }
    }

    @Test func `has tests for every column it has`() async throws {
        let chain = try await ReadsChain()
        let raw = try RawDatabase(chain.path)
        let all = try ["read_entry", "read_child"].flatMap { table in
            try raw.run("SELECT name FROM pragma_table_info('\(table)')").map { "\(table).\($0[0] ?? "")" }
        }
        #expect(Set(all) == Set(Self.columns.map { "\($0.table).\($0.name)" }))
    }

    @Test(arguments: 1...ReadsChain.count)
    func `finds whatever is changed of a read or its children, and names it`(_ sequence: Int) async throws {
        let chain = try await ReadsChain()
        let raw = try RawDatabase(chain.path)
        var tried = 0
        for column in Self.columns {
            let rows = try raw.run(
                "SELECT rowid, CAST(\(column.name) AS TEXT), quote(\(column.name)) FROM \(column.table) WHERE sequence = \(sequence)"
            )
            for row in rows {
                let place = "\(column.table) SET \(column.name) = "
                for literal in literals(row[1], column.number) {
                    do {
                        try raw.run("UPDATE \(place) \(literal) WHERE rowid = \(row[0] ?? "")")
                    } catch is RawDatabase.Failure {
                        #expect(["sequence", "child"].contains(column.name), "\(place) \(literal)")
                        continue
                    }
                    let found = try await chain.verify()
                    // A child moved to an earlier read is found there.
                    let moved = column.table == "read_child" && column.name == "sequence"
                    #expect(
                        moved ? found.named != nil : found.named == sequence, "\(place) \(literal): \(found)")
                    try raw.run("UPDATE \(place) \(row[2] ?? "NULL") WHERE rowid = \(row[0] ?? "")")
                    tried += 1
                }
            }
        }
        #expect(tried > 35)
        #expect(try await chain.verify() == .whole(chain.root, entries: ReadsChain.count))
    }

    @Test(arguments: [
        ("sequence", "6"), ("sequence", "0"), ("hash", "''"), ("hash", "hash || 'x'"),
        ("recorded_at", "recorded_at + 1"),
    ])
    func `finds a head row that was changed`(_ column: String, _ literal: String) async throws {
        let chain = try await ReadsChain()
        try RawDatabase(chain.path).run("UPDATE read_head SET \(column) = \(literal)")
        #expect(try await chain.verify().why == "the chain ends at 5, but the head row does not say so")
    }

    @Test(arguments: 1...ReadsChain.count)
    func `finds a read that was taken out, also where those after it moved down`(_ sequence: Int) async throws
    {
        let chain = try await ReadsChain()
        let raw = try RawDatabase(chain.path)
        try raw.run(
            "DELETE FROM read_child WHERE sequence = \(sequence); DELETE FROM read_entry WHERE sequence = \(sequence)"
        )
        #expect(try await chain.verify().named == sequence)
        try raw.run(
            """
            UPDATE read_entry SET sequence = sequence - 1 WHERE sequence > \(sequence);
            UPDATE read_child SET sequence = sequence - 1 WHERE sequence > \(sequence);
            UPDATE read_head SET sequence = 4
            """)
        #expect(try await chain.verify().named == sequence)
    }

    @Test(arguments: [0, 6, -3])
    func `finds a read that was put in`(_ sequence: Int) async throws {
        let chain = try await ReadsChain()
        try RawDatabase(chain.path).run(
            """
            INSERT INTO read_entry SELECT \(sequence), recorded_at, account, role, basis, route, commit_number,
            safeguarding, hash FROM read_entry WHERE sequence = 2
            """)
        #expect(try await chain.verify().named == sequence)
    }

    @Test(arguments: [(1, "'x'"), (2, "'a'"), (9, "'a'"), (-1, "'a'")])
    func `finds a child that was put in`(_ sequence: Int, _ child: String) async throws {
        let chain = try await ReadsChain()
        try RawDatabase(chain.path).run("INSERT INTO read_child VALUES (\(sequence), \(child), 0)")
        #expect(try await chain.verify().named == sequence)
    }

    @Test func `finds two reads that were exchanged`() async throws {
        let chain = try await ReadsChain()
        try RawDatabase(chain.path).run(
            """
            UPDATE read_entry SET sequence = -1 WHERE sequence = 3;
            UPDATE read_entry SET sequence = 3 WHERE sequence = 5;
            UPDATE read_entry SET sequence = 5 WHERE sequence = -1
            """)
        #expect(try await chain.verify().named == 3)
    }

    @Test func `finds a head row that is gone`() async throws {
        let chain = try await ReadsChain()
        try RawDatabase(chain.path).run("DELETE FROM read_head")
        #expect(try await chain.verify().named == 6)
    }

    @Test func `passes through each root it had, and no other`() async throws {
        let chain = try await ReadsChain()
        let hashes = try RawDatabase(chain.path).run("SELECT hash FROM read_entry ORDER BY sequence")
        let whole = try await chain.verify()
        for (index, row) in hashes.enumerated() {
            let root = Root(sequence: index + 1, hash: row[0] ?? "")
            #expect(try await chain.verify(against: root) == whole)
            let wrong = Root(sequence: index + 1, hash: String(root.hash.reversed()))
            #expect(try await chain.verify(against: wrong).named == index + 1)
        }
        #expect(try await chain.verify(against: Root(sequence: 6, hash: chain.root.hash)).named == 6)
        #expect(try await chain.verify(against: Root(sequence: 0, hash: "")) == whole)
        #expect(try await chain.verify(against: Root(sequence: 0, hash: chain.root.hash)).named == 1)
        #expect(try await chain.verify(against: Root(sequence: -1, hash: "")).named == 1)
    }
}
