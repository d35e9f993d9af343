import Foundation
import People
import Testing

@Suite struct `A person's name` {
    @Test(arguments: [
        ("Zoë Ó Briain", "Zoë Ó Briain"), ("  Ann   Lee ", "Ann Lee"), ("Ann\tLee", "Ann Lee"),
        ("Ann\r\nLee\n", "Ann Lee"),
        ("X", "X"), ("O'Neill-Smith", "O'Neill-Smith"), ("شكراً", "شكراً"), ("ਪੰਜਾਬੀ", "ਪੰਜਾਬੀ"), ("<b>", "<b>"),
        ("Ann\u{A0}Lee", "Ann Lee"), ("Ann\u{85}Lee", "Ann Lee"), ("👩🏽‍🦽", "👩🏽‍🦽"), ("3", "3"),
        (String(repeating: "a", count: 200), String(repeating: "a", count: 200)),
    ])
    func `is kept as given, with single spaces`(text: String, kept: String) {
        #expect(PersonName(text)?.text == kept)
    }

    @Test(arguments: [
        "", " ", "\t\n", "\u{A0}\u{2003}", "Ann\u{0}Lee", "Ann\u{7}", "\u{1B}[31mAnn", "Ann\u{7F}",
        "Ann\u{80}Lee", "Ann\u{9B}",
        String(repeating: "a", count: 201), "e" + String(repeating: "\u{301}", count: 200),
    ])
    func `is refused where it is empty, too long or holds control characters`(text: String) {
        #expect(PersonName(text) == nil)
    }

    @Test(
        arguments: [
            ("\u{200E}Ann\u{200F} Lee", "Ann Lee"), ("\u{2068}Ann Lee\u{2069}", "Ann Lee"),
            ("\u{202A}Ann\u{202C}", "Ann"), ("An\u{AD}n", "Ann"), ("Ann\u{200B}Lee", "AnnLee"),
            ("\u{FEFF}Ann", "Ann"), ("Ann \u{200E} Lee", "Ann Lee"), ("نام\u{200C}ها", "نام\u{200C}ها"),
        ])
    func `loses characters that show nothing, but not joiners`(text: String, kept: String) {
        #expect(PersonName(text)?.text.utf8.elementsEqual(kept.utf8) == true)
    }

    @Test(
        arguments: [
            ("", TextProblem.empty), ("\u{200E}\u{200B}", .empty), ("\u{301}", .empty),
            ("Ann\u{0}Lee", .control), ("\u{202E}nnA", .overridden), ("Ann\u{202D}", .overridden),
            ("Ann\u{FFFF}", .control), ("e" + String(repeating: "\u{301}", count: 9), .marks),
            (String(repeating: "a", count: 10_000), .tooLong(limit: 200, length: 10_000)),
            (String(repeating: "é", count: 201), .tooLong(limit: 200, length: 201)),
            (String(repeating: "a", count: 1_000_000), .tooLong(limit: 200, length: 1_000_000)),
        ])
    func `says what is wrong`(text: String, problem: TextProblem) {
        #expect(PersonName.problem(in: text) == problem)
        #expect(ShortText.problem(in: text) == problem)
        #expect(PersonName(text) == nil)
        #expect(!problem.forPerson.isEmpty && problem.forOperator.hasPrefix("text: "))
    }

    @Test func `takes eight marks on a letter, and counts them anew on the next`() {
        let marked = "e" + String(repeating: "\u{323}", count: 8)
        #expect(PersonName(marked + marked)?.text == marked + marked)
    }

    @Test func `is equal however its letters are composed, and kept as typed`() throws {
        let (composed, decomposed) = ("Zo\u{EB}", "Zoe\u{308}")
        #expect(PersonName(composed) == PersonName(decomposed))
        #expect(try #require(PersonName(decomposed)).text.unicodeScalars.count == 4)
        #expect(Set([PersonName(composed), PersonName(decomposed)]).count == 1)
    }

    @Test func `is stored as text and read back`() throws {
        let name = try #require(PersonName("Zoë Ó Briain"))
        let stored = try JSONEncoder().encode([name])
        #expect(String(decoding: stored, as: UTF8.self) == "[\"Zoë Ó Briain\"]")
        #expect(try JSONDecoder().decode([PersonName].self, from: stored) == [name])
    }

    @Test func `is read from storage as it was recorded, whatever the rule is today`() throws {
        let stored = Data("[\"\", \"  a  \"]".utf8)
        #expect(try JSONDecoder().decode([PersonName].self, from: stored).map(\.text) == ["", "  a  "])
    }
}
