import Markup
import Testing

@Suite struct `A link to a page of our own` {
    @Test(arguments: [
        ("plans", "/plans"), ("PAP1:1", "/PAP1:1"), ("a b", "/a%20b"), ("a/b", "/a%2Fb"), ("a?b", "/a%3Fb"),
        ("a#b", "/a%23b"),
        ("100%", "/100%25"), ("%2F", "/%252F"), ("\"", "/%22"), ("'", "/'"), ("<b>", "/%3Cb%3E"),
        ("&", "/%26"), ("\\", "/%5C"),
        ("é", "/%C3%A9"), ("😀", "/%F0%9F%98%80"), ("\u{202E}", "/%E2%80%AE"), ("\u{0}", "/%00"),
        ("\r\n", "/%0D%0A"),
        ("a+b", "/a%2Bb"), ("a=b;c,d", "/a=b;c,d"), ("~user@host", "/~user@host"), ("-._!$()*", "/-._!$()*"),
        ("[x]^|", "/%5Bx%5D%5E%7C"),
        ("...", "/..."), ("javascript:x", "/javascript:x"),
    ])
    func `encodes a segment so that it stays one`(segment: String, text: String) {
        #expect(Link(path: [segment]).text == text)
    }

    @Test func `joins its segments`() {
        #expect(Link(path: []).text == "/")
        #expect(Link(path: ["plans", "A", "dates"]).text == "/plans/A/dates")
    }

    @Test(arguments: ["", ".", ".."])
    func `never takes a step up or out`(segment: String) {
        #expect(Link(path: [segment, "evil.example"]).text == "/%EF%BF%BD/evil.example")
        #expect(Link(path: ["plans", segment]).text == "/plans/%EF%BF%BD")
    }

    @Test func `encodes names and values of its query`() {
        let link = Link(path: ["p"], query: [("a b", "1&2=3"), ("é", "a+b/c?d#e%"), ("empty", "")])
        #expect(link.text == "/p?a%20b=1%262%3D3&%C3%A9=a%2Bb/c%3Fd%23e%25&empty=")
        #expect(Link(path: [], query: [("q", "\"'<>")]).text == "/?q=%22'%3C%3E")
    }

    @Test func `ends in its fragment`() {
        #expect(Link(path: ["p"], query: [("a", "1")], fragment: "b c#d").text == "/p?a=1#b%20c%23d")
        #expect(Link(path: ["p"], fragment: "").text == "/p#")
        #expect(Link(fragment: "main").text == "#main")
        #expect(Link(fragment: "\"><b>").text == "#%22%3E%3Cb%3E")
    }

    @Test func `is equal to another by its address`() {
        #expect(Link(path: ["a"]) == Link(path: ["a"]))
        #expect(Link(path: ["a"]) != Link(path: ["b"]))
    }
}

@Suite struct `A link to another site` {
    @Test(arguments: [
        "https://www.example.org", "https://example.org/a/b?c=d&e=f#g", "https://example.org/%C3%A9",
        "https://x",
        "https://example.org/\"'<>",
    ])
    func `is taken as it is`(address: String) { #expect(Link(web: address)?.text == address) }

    @Test(arguments: [
        "", "https://", "http://example.org", "HTTPS://example.org", "javascript:alert(1)",
        "data:text/html,x", "//example.org",
        "/plans", "mailto:a@example.org", "ftp://example.org", "https:example.org", " https://example.org",
        "https://example.org/a b", "https://example.org\n", "https://example.org\r\nX: y",
        "https://example.org\u{0}",
        "https://example.org\t", "https://example.org/\u{7F}", "https://exämple.org",
        "https://example.org/\u{202E}x", "vbscript:x",
    ])
    func `is refused where it is anything else`(address: String) { #expect(Link(web: address) == nil) }
}
