import Testing

@testable import Pages

@Suite struct `Text that was typed` {
    private func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

    @Test(arguments: [
        ("  Ann  ", "Ann"), ("\tAnn\n", "Ann"), ("a\r\nb", "a b"), ("a\tb", "a b"), ("", ""), (" \n\t ", ""),
        ("e\u{301}", "\u{E9}"), ("a\u{200B}b\u{FEFF}", "ab"), ("\u{A0}a\u{3000}", "a"), ("a\u{2028}b", "a b"),
        ("O’Neill-Smith", "O’Neill-Smith"), ("שלום", "שלום"), ("نیم\u{200C}فاصله", "نیم\u{200C}فاصله"),
        ("\u{200F}שלום", "\u{200F}שלום"), ("a  b", "a  b"), ("👩‍👧", "👩‍👧"),
    ])
    func `is cleaned as one line`(typed: String, text: String) throws {
        #expect(isSame(try FieldText.line(typed), text))
    }

    @Test(arguments: [
        ("\n\n a\r\nb\rc \n", "a\nb\nc"), ("a\n\n\nb", "a\n\n\nb"), ("a\tb", "a\tb"),
        ("a\u{85}b\u{2029}c", "a\nb\nc"),
    ])
    func `is cleaned as paragraphs`(typed: String, text: String) throws {
        #expect(isSame(try FieldText.paragraphs(typed), text))
    }

    @Test(arguments: [
        ("a\0", FieldText.Fault.control(0)), ("\u{1B}[0m", .control(0x1B)), ("\u{7F}", .control(0x7F)),
        ("a\u{9F}", .control(0x9F)),
        ("a\u{202E}b", .direction(0x202E)), ("\u{2066}a\u{2069}", .direction(0x2066)),
        ("\u{202A}", .direction(0x202A)),
        ("a\u{FFFD}", .damaged),
    ])
    func `is refused with words where it cannot be kept`(typed: String, fault: FieldText.Fault) {
        #expect(throws: fault) { try FieldText.line(typed) }
        #expect(throws: fault) { try FieldText.paragraphs(typed) }
        #expect(TextQuestion("a", "Full name").wrong(typed) == "Full name \(fault.words)")
    }

    @Test func `names the hidden character`() {
        #expect(FieldText.Fault.control(0).words.contains("(U+0000)"))
        #expect(FieldText.Fault.direction(0x202E).words.contains("(U+202E)"))
    }

    @Test func `of a number or code loses what copying wraps around it`() throws {
        #expect(try FieldText.code("\u{202A}+44 1632 960001\u{202C}\u{200E}") == "+44 1632 960001")
        #expect(throws: FieldText.Fault.control(0)) { try FieldText.code("1\0") }
    }

    @Test func `of ten thousand letters or marks is measured, not cut`() {
        let name = TextQuestion("a", "Full name")
        #expect(
            name.wrong(String(repeating: "x", count: 10_000))
                == "Full name must be 200 characters or fewer; 9\u{202F}800 are too many")
        #expect(
            name.wrong("e" + String(repeating: "\u{323}", count: 10_000))?.contains("9\u{202F}80") == true)
        #expect(name.wrong(String(repeating: "x", count: 201))?.hasSuffix("1 is too many") == true)
        #expect(name.answer(String(repeating: "x", count: 200))?.count == 200)
    }

    @Test func `of a password keeps its spaces`() throws {
        #expect(try FieldText.password("  e\u{301} ") == "  \u{E9} ")
        #expect(throws: FieldText.Fault.control(9)) { try FieldText.password("a\tb") }
    }
}
