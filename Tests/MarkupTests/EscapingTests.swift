import Markup
import Testing

@Suite struct `Escaping text` {
    @Test(arguments: [
        ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
        ("a & b", "a &amp; b"), ("&amp;", "&amp;amp;"), ("&#60;", "&amp;#60;"),
        ("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
        ("\" onclick=\"x", "&quot; onclick=&quot;x"), ("--><!--", "--&gt;&lt;!--"), ("]]>", "]]&gt;"),
        ("<<>>", "&lt;&lt;&gt;&gt;"), ("", ""), ("plain", "plain"), ("a`b={c}", "a`b={c}"),
    ])
    func `special characters become entities`(text: String, written: String) {
        #expect(HTML(text: text).string == written)
    }

    @Test(arguments: (Array(0x00...0x1F) + [0x7F]).filter { ![0x09, 0x0A, 0x0D].contains($0) })
    func `a control character becomes the replacement character`(value: Int) throws {
        let scalar = try #require(Unicode.Scalar(UInt32(value)))
        #expect(HTML(text: "a\(Character(scalar))b").string == "a\u{FFFD}b")
    }

    @Test(arguments: ["\t", "\n", "\r", "\r\n"])
    func `white space stays`(space: String) {
        #expect(HTML(text: "a\(space)b").bytes == Array("a\(space)b".utf8))
    }

    @Test(arguments: [
        "Zoë Ó Briain", "Łukasz", "شكراً", "ਪੰਜਾਬੀ", "日本語", "👩🏽‍🦽", "e\u{301}", "\u{FEFF}", "\u{202E}abc",
        "\u{10FFFF}", "\u{D7FF}",
        "\u{E000}", "\u{2028}",
    ])
    func `other characters stay as they are, byte for byte`(text: String) {
        #expect(HTML(text: text).bytes == Array(text.utf8))
    }

    @Test(arguments: ["<", ">", "&", "\"", "'"])
    func `a combining mark does not hide the character it stands on`(mark: String) {
        let text = "\(mark)\u{301}"
        #expect(text.count == 1)
        #expect(HTML(text: text).bytes.starts(with: HTML(text: mark).bytes))
        #expect(HTML(text: text).bytes.count == HTML(text: mark).bytes.count + 2)
    }

    @Test func `bytes that are no text arrive as replacement characters`() {
        let surrogate = String(decoding: [0x61, 0xED, 0xA0, 0x80, 0x3C] as [UInt8], as: UTF8.self)
        let written = HTML(text: surrogate).string
        #expect(written.hasPrefix("a\u{FFFD}"))
        #expect(written.hasSuffix("&lt;"))
    }

    @Test func `part of a text is escaped like a whole one`() {
        let text = "<b>one</b>"
        #expect(HTML(text: text.dropFirst(3).prefix(4)).string == "one&lt;")
    }

    @Test func `a megabyte of text is escaped to the last character`() {
        let times = 100_000
        let written = HTML(text: String(repeating: "a<é&\u{0}b\"", count: times)).string
        #expect(written == String(repeating: "a&lt;é&amp;\u{FFFD}b&quot;", count: times))
    }
}
