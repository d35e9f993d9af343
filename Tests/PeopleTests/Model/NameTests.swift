import Foundation
import People
import Testing

@Suite struct `A child's name` {
    @Test(
        arguments: [
            ("Ada", "Byron", "", "Ada Byron", "Ada Byron", "Byron, Ada"),
            ("Ada Augusta", "Byron", "Gus", "Ada Augusta Byron", "Gus Byron", "Byron, Ada Augusta"),
            ("Sukarno", "", "", "Sukarno", "Sukarno", "Sukarno"),
            (
                "  Séan   Óg ", " O'Neill-Ó Briain ", " ", "Séan Óg O'Neill-Ó Briain",
                "Séan O'Neill-Ó Briain",
                "O'Neill-Ó Briain, Séan Óg"
            ),
            ("محمد", "علي", "", "محمد علي", "محمد علي", "علي, محمد"),
        ])
    func `is shown in full, in short and for lists`(
        forenames: String, surname: String, known: String, full: String, short: String, listed: String
    ) throws {
        let name = try #require(ChildName(forenames, surname, knownAs: known))
        #expect(name.full == full)
        #expect(name.short == short)
        #expect(name.listed == listed)
    }

    @Test func `says which part is wrong, all at once`() {
        let long = String(repeating: "a", count: 10_000)
        #expect(
            ChildName.problems(forenames: "", surname: long, knownAs: "A\u{0}") == [
                .forenames: .empty, .surname: .tooLong(limit: 200, length: 10_000), .knownAs: .control,
            ])
        #expect(ChildName.problems(forenames: "A\u{202E}", surname: " ") == [.forenames: .overridden])
        #expect(ChildName("", "Byron") == nil)
        #expect(ChildName.problems(forenames: "Ada", surname: "", knownAs: "").isEmpty)
    }

    @Test func `is equal however its letters are composed`() {
        #expect(ChildName("Zo\u{EB}", "X") == ChildName("Zoe\u{308}", "X"))
        #expect(ChildName("Zoe", "X") != ChildName("Zo\u{EB}", "X"))
    }

    @Test func `is stored by its parts`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let name = try #require(ChildName("Ada", "Byron", knownAs: "Gus"))
        let stored = try encoder.encode(name)
        #expect(
            String(decoding: stored, as: UTF8.self)
                == #"{"forenames":"Ada","knownAs":"Gus","surname":"Byron"}"#)
        #expect(try JSONDecoder().decode(ChildName.self, from: stored) == name)
        let single = try JSONDecoder().decode(ChildName.self, from: Data(#"{"forenames":"Ada"}"#.utf8))
        #expect(single.surname == nil)
    }
}

@Suite struct `A search key` {
    @Test(
        arguments: [
            ("Zoë", "zoe"), ("Zoe\u{308}", "zoe"), ("O'Neill-Smith", "oneillsmith"),
            ("O’Neill Smith", "oneillsmith"),
            ("ØRSTED", "orsted"), ("Łukasz", "lukasz"), ("Straße", "strasse"), ("Æthelred", "aethelred"),
            ("Œdipe", "oedipe"), ("Nguyễn", "nguyen"), ("Nguye\u{302}\u{303}n", "nguyen"), ("İpek", "ipek"),
            ("Işık", "isik"), ("Ðorđe", "dorde"), ("Þór", "thor"), ("Ann3", "ann3"), ("<b>", "b"), ("👩", ""),
            ("--", ""), ("Müller", "muller"), ("ﬁona", "fiona"), ("Ｅva", "eva"),
        ])
    func `of a Latin name is its plain letters`(text: String, key: String) {
        #expect(SearchKey(of: text).text == key)
        #expect(SearchKey(of: key).text == key)
    }

    @Test(
        arguments: [
            ("Иван", "иван"), ("\u{0438}\u{0306}", "\u{0439}"), ("شُكْراً", "شكرا"), ("ਪੰਜਾਬੀ", "ਪੰਜਾਬੀ"),
            ("ά", "ά"), ("\u{3B1}\u{301}", "ά"), ("李雷", "李雷"), ("\u{0928}\u{093C}", "\u{0929}"),
        ])
    func `of another script keeps its letters, composed in one way`(text: String, key: String) {
        #expect(Array(SearchKey(of: text).text.unicodeScalars) == Array(key.unicodeScalars))
    }
}
