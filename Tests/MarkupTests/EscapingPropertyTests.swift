import Markup
import Testing

@Suite struct `What is escaped, read back` {
    @Test(arguments: UInt64(1)...20)
    func `gives the same text and adds no tag and no attribute`(seed: UInt64) throws {
        var random = Seeded(state: seed)
        for _ in 0..<200 {
            let (inDouble, inSingle, inText) = (random.nastyText(), random.nastyText(), random.nastyText())
            let html: HTML = "<p title=\"\(inDouble)\" lang='\(inSingle)'>\(inText)</p>"
            let text = shown(inText)
            let expected: [Token] =
                [
                    .tag(
                        name: "p",
                        attributes: [
                            .init(name: "title", value: shown(inDouble)),
                            .init(name: "lang", value: shown(inSingle)),
                        ])
                ] + (text.isEmpty ? [] : [.text(text)]) + [.end(name: "p")]
            #expect(try TinyReader.tokens(html) == expected)
        }
    }

    @Test(arguments: UInt64(21)...30)
    func `holds for an address too`(seed: UInt64) throws {
        var random = Seeded(state: seed)
        for _ in 0..<200 {
            let link = Link(
                path: [random.nastyText(), random.nastyText()],
                query: [(random.nastyText(), random.nastyText())], fragment: random.nastyText())
            let html: HTML = "<a href=\"\(link)\">x</a>"
            #expect(
                try TinyReader.tokens(html) == [
                    .tag(name: "a", attributes: [.init(name: "href", value: link.text)]), .text("x"),
                    .end(name: "a"),
                ])
            let printable = link.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
            #expect(printable, "\(link.text)")
            #expect(!link.text.hasPrefix("//"))
            #expect(link.text.prefix { $0 != "?" }.count { $0 == "/" } == 2)
            #expect(link.text.count { $0 == "?" } == 1)
            #expect(link.text.count { $0 == "#" } == 1)
        }
    }

    @Test func `the nasty texts really hold what breaks markup`() {
        var random = Seeded(state: 1)
        let all = (0..<200).map { _ in random.nastyText() }.joined().unicodeScalars
        #expect(Set("<>\"'&\u{0}\u{7F}\u{D7FF}\u{E000}\u{202E}".unicodeScalars).isSubset(of: Set(all)))
    }

    @Test(arguments: ["<p title=a>", "<p>&</p>", "<p>&lt</p>", "<p \">", "<p>'</p>"])
    func `the reader refuses what is not written so`(text: String) {
        #expect(throws: Unreadable.self) { try TinyReader.tokens(HTML(unescaped: Array(text.utf8))) }
    }
}
