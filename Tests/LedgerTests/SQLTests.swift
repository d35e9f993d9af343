import CivilTime
import Testing

@testable import Ledger

@Suite struct `A statement` {
    private enum Colour: String, SQLConvertible {
        case red
        var sqlValue: SQLValue { rawValue.sqlValue }
    }

    @Test func `binds its values and pastes none`() {
        let name = "Robert'); DROP TABLE entry; --"
        let sql: SQL = "SELECT 1 WHERE name = \(name) AND n = \(3) AND x = \(1.5) AND b = \(true)"
        #expect(sql.text == "SELECT 1 WHERE name = ? AND n = ? AND x = ? AND b = ?")
        #expect(sql.arguments == [.text(name), .integer(3), .real(1.5), .integer(1)])
    }

    @Test func `binds days as numbers, what is missing as NULL and what is no number as NULL`() {
        let missing: Int? = nil
        let present: String? = "x"
        let sql: SQL =
            "\(day("1970-01-11")) \(missing) \(present) \(Double.nan) \(Int64(5)) \(Colour.red) \(SQLValue.null)"
        #expect(sql.text == "? ? ? ? ? ? ?")
        #expect(
            sql.arguments
                == [.integer(10), .null, .text("x"), .null, .integer(5), .text("red"), .null])
    }

    @Test func `writes lists, empty ones too, and other statements`() {
        let part: SQL = "a = \(1)"
        let sql: SQL = "\(part) AND b IN \(list: ["x", "y"]) AND c IN \(list: [Int]()) AND d = \("z")"
        #expect(sql.text == "a = ? AND b IN (?, ?) AND c IN (NULL) AND d = ?")
        #expect(sql.arguments == [.integer(1), .text("x"), .text("y"), .text("z")])
    }

    @Test func `compares texts by their bytes`() {
        #expect(SQLValue.text("\u{e9}") != SQLValue.text("e\u{301}"))
        #expect(SQLValue.text("a") == SQLValue.text("a"))
        #expect(SQLValue.integer(1) != SQLValue.real(1))
    }

    static let awkward = [
        "", "'", "''", "\"", "\\", "%", "_", ";--", "?", "?1", ":a", "\n\t\r", "\u{1}", "\u{feff}x",
        "Zoë Ångström", "e\u{301}", "\u{1F469}\u{200D}\u{1F9B0}", "漢字 ש ع", "\u{10FFFF}",
        "Robert'); DROP TABLE entry; --",
    ]

    @Test(arguments: awkward)
    func `gives back each text as it went in`(_ text: String) async throws {
        let lab = try await Lab()
        let found = try await lab.rows("SELECT \(text), \(text) = \(text), \(list: [text])", columns: 2)
        #expect(found == [[.text(text), .integer(1)]])
        let id = try await lab.open(text)
        #expect(
            try await lab.state(id)?.title?.unicodeScalars.map(\.value) == text.unicodeScalars.map(\.value))
        let rows = try await lab.rows("SELECT title FROM notebook WHERE title = \(text)", columns: 1)
        #expect(rows == [[.text(text)]])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `finds nothing in an empty list`() async throws {
        let lab = try await Lab()
        #expect(try await lab.rows("SELECT 1 WHERE 1 IN \(list: [Int]())", columns: 1).isEmpty)
        #expect(try await lab.rows("SELECT 1 WHERE 2 IN \(list: [1, 2, 3])", columns: 1).count == 1)
    }

    @Test func `gives each value as it is stored`() async throws {
        let lab = try await Lab()
        let numbers = [Int.min, -1, 0, Int.max]
        for number in numbers {
            #expect(try await lab.rows("SELECT \(number)", columns: 1) == [[.integer(Int64(number))]])
        }
        for real in [0.1, -0.0, .infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude] {
            #expect(try await lab.rows("SELECT \(real)", columns: 1) == [[.real(real)]])
        }
        let values = try await lab.ledger.read { snapshot in
            try snapshot.reader.first("SELECT \(nil as String?), 7, 'x', 1, \(day("2024-02-29"))") { fields in
                #expect(fields.textOrNil(0) == nil && fields.integerOrNil(0) == nil && fields.day(0) == nil)
                #expect(fields.text(0).isEmpty && fields.integer(0) == 0 && !fields.flag(0))
                #expect(fields.integer(1) == 7 && fields.text(2) == "x" && fields.flag(3))
                return fields.day(4)
            }
        }
        #expect(values == day("2024-02-29"))
    }

    @Test func `refuses text with a NUL, wherever it is bound`() async throws {
        let lab = try await Lab()
        let before = try lab.everything()
        await #expect(throws: LedgerError.unstorableText) {
            _ = try await lab.rows("SELECT \("a\u{0}b")", columns: 1)
        }
        await #expect(throws: LedgerError.unstorableText) { _ = try await lab.open("a\u{0}b") }
        await #expect(throws: LedgerError.unstorableText) { try await lab.commit(id: "a\u{0}b") { _ in 1 } }
        await #expect(throws: LedgerError.unstorableText) { try await lab.note(1, in: "a\u{0}b") }
        #expect(try lab.everything() == before)
    }

    @Test func `may run inside one of the same text`() async throws {
        let lab = try await Lab()
        let children = [1: [2, 3], 2: [4], 3: [5, 6]]
        let seen = try await lab.ledger.read { snapshot in
            var seen: [Int] = []
            func visit(_ parent: Int) throws {
                seen.append(parent)
                let these = children[parent] ?? []
                let (one, other) = (these.first, these.dropFirst().first)
                try snapshot.reader.forEach(
                    "SELECT n FROM (SELECT \(one) AS n UNION ALL SELECT \(other)) WHERE n IS NOT NULL"
                ) { try visit($0.integer(0)) }
            }
            try visit(1)
            return seen
        }
        #expect(seen == [1, 2, 4, 3, 5, 6])
    }
}
