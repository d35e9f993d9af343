import CivilTime
import Testing

@testable import Ledger

@Suite struct `One byte changed` {
    /// The text with another character at each of at most so many places, spread evenly.
    private func changed(_ text: String, places: Int = .max, number: Bool) -> [String] {
        let characters = Array(text.unicodeScalars)
        let step = max(1, characters.count / places)
        return stride(from: 0, to: characters.count, by: step).map { place in
            var copy = characters
            copy[place] = number ? (copy[place] == "7" ? "8" : "7") : (copy[place] == "b" ? "c" : "b")
            return String(String.UnicodeScalarView(copy))
        }
    }

    /// Changes one value in the file, verifies, and puts it back; nil where the file itself refuses.
    private func tamper(
        _ chain: Chain, _ raw: RawDatabase, _ table: String, _ column: String, _ row: String,
        _ literal: String
    ) async throws -> Verification? {
        let old = try raw.first("SELECT quote(\(column)) FROM \(table) WHERE rowid = \(row)") ?? "NULL"
        do {
            try raw.run("UPDATE \(table) SET \(column) = \(literal) WHERE rowid = \(row)")
        } catch is RawDatabase.Failure {
            return nil
        }
        let found = try await chain.verify()
        try raw.run("UPDATE \(table) SET \(column) = \(old) WHERE rowid = \(row)")
        return found
    }

    static let entryColumns: [(name: String, number: Bool)] = [
        ("sequence", true), ("id", false), ("commit_number", true), ("subject_kind", false),
        ("subject_id", false), ("subject_version", true), ("kind", false), ("kind_version", true),
        ("payload", false), ("salt", false), ("digest", false), ("hash", false),
    ]

    @Test(arguments: 1...Chain.entries)
    func `of an entry is found, and the entry named`(_ sequence: Int) async throws {
        let chain = try await Chain()
        let raw = try chain.raw.open()
        let row = try #require(try raw.first("SELECT rowid FROM entry WHERE sequence = \(sequence)"))
        let id = try #require(try raw.first("SELECT id FROM entry WHERE sequence = \(sequence)"))
        var tried = 0
        for column in Self.entryColumns {
            let value = try #require(
                try raw.first("SELECT CAST(\(column.name) AS TEXT) FROM entry WHERE rowid = \(row)"))
            let places = column.name == "payload" ? 12 : Int.max
            var literals = changed(value, places: places, number: column.number).map { quoted($0) }
            literals += ["''", "'-1'", "x'00'", "1.5", quoted(value + "0")]
            // The same bytes as another type; bytes that are no text.
            literals += column.number ? [] : ["CAST(\(quoted(value)) AS BLOB)", "CAST(x'ff' AS TEXT)"]
            if ["payload", "salt"].contains(column.name) { literals.append("NULL") }
            for literal in literals {
                guard let found = try await tamper(chain, raw, "entry", column.name, row, literal) else {
                    #expect(
                        ["sequence", "subject_version"].contains(column.name), "\(column.name) \(literal)")
                    continue
                }
                tried += 1
                // One that was moved before the first is named by its id alone.
                let moved = column.name == "sequence" && (found.named ?? 1) < 1
                #expect(found.named == sequence || moved, "\(column.name) = \(literal): \(found)")
                #expect(
                    column.name == "id" || found.namedEntry == id, "\(column.name) = \(literal): \(found)")
            }
        }
        #expect(tried > 200)
        #expect(try await chain.verify().named == nil)
    }

    static let commitColumns: [(name: String, number: Bool)] = [
        ("number", true), ("command_id", false), ("fields_digest", false), ("account", false),
        ("role", false),
        ("on_behalf_of", false), ("channel", false), ("recorded_at", true), ("result", false),
    ]

    @Test(arguments: Chain.firstEntries.keys.sorted())
    func `of a commit is found, and its first entry named`(_ number: Int) async throws {
        let chain = try await Chain()
        let raw = try chain.raw.open()
        let row = try #require(try raw.first("SELECT rowid FROM commit_record WHERE number = \(number)"))
        for column in Self.commitColumns {
            let value = try raw.first(
                "SELECT CAST(\(column.name) AS TEXT) FROM commit_record WHERE rowid = \(row)")
            var literals = (value.map { changed($0, number: column.number) } ?? []).map { quoted($0) }
            if value != "" { literals.append("''") }
            if value == nil { literals.append("'x'") }
            if value != nil, ["account", "role", "on_behalf_of"].contains(column.name) {
                literals.append("NULL")
            }
            for literal in literals {
                guard let found = try await tamper(chain, raw, "commit_record", column.name, row, literal)
                else {
                    Issue.record("\(column.name) \(literal) could not be written")
                    continue
                }
                #expect(
                    found.named == Chain.firstEntries[number], "\(column.name) = \(literal): \(found)")
            }
        }
        #expect(try await chain.verify().named == nil)
    }

    @Test func `of the head is found`() async throws {
        let chain = try await Chain()
        let raw = try chain.raw.open()
        for (column, number) in [
            ("commit_number", true), ("sequence", true), ("hash", false), ("recorded_at", true),
        ] {
            let value = try #require(try raw.first("SELECT CAST(\(column) AS TEXT) FROM head"))
            for literal in changed(value, number: number).map({ quoted($0) }) + ["''"] {
                if literal == quoted(value) { continue }
                let found = try #require(try await tamper(chain, raw, "head", column, "1", literal))
                #expect(found.named != nil && found.namedEntry == nil, "\(column) = \(literal)")
            }
        }
        #expect(try await chain.verify().named == nil)
    }

    @Test func `is found without keeping the ledger from being opened`() async throws {
        let chain = try await Chain()
        try chain.lab.ledger.close()
        try chain.raw.open().run("UPDATE entry SET payload = 'x' WHERE sequence = 3")
        let again = try await Lab(file: chain.lab.file)
        #expect(try await again.ledger.verify().named == 3)
        await #expect(throws: LedgerError.unreadable(sequence: 3, why: "not a noted 1")) {
            try await again.state("book é")
        }
        #expect(try await again.state("other")?.notes.count == 2)
    }
}
