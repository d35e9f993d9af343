import Testing

@testable import Pages

private let type = "multipart/form-data; boundary=----Bound"

/// A part as a browser writes it.
private func part(_ header: String, _ body: [UInt8]) -> [UInt8] {
    Array("------Bound\r\n\(header)\r\n\r\n".utf8) + body + [0x0D, 0x0A]
}

private func field(_ name: String, _ value: String) -> [UInt8] {
    part("Content-Disposition: form-data; name=\"\(name)\"", Array(value.utf8))
}

private func file(_ name: String, _ filename: String, _ body: [UInt8], type: String = "application/pdf")
    -> [UInt8]
{
    part(
        "Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(filename)\"\r\nContent-Type: \(type)",
        body)
}

private let end = Array("------Bound--\r\n".utf8)

/// What came, with the bytes of a file put together again.
private func read(
    _ body: [UInt8], type: String = type, limits: Multipart.Limits = .init(fileBytes: 1_000_000),
    cuts: [Int] = []
) throws(FormRefusal) -> [Multipart.Event] {
    var parser = try Multipart(type: type, limits: limits)
    var events: [Multipart.Event] = []
    var begin = 0
    for cut in cuts + [body.count] {
        for event in try parser.feed(body[begin..<cut]) {
            if case .fileBytes(let more) = event, case .fileBytes(let bytes)? = events.last {
                events[events.count - 1] = .fileBytes(bytes + more)
            } else {
                events.append(event)
            }
        }
        begin = cut
    }
    try parser.end()
    return events
}

@Suite struct `A form in parts` {
    /// Bytes that look like the delimiter, and nearly are.
    private static let nasty =
        Array("%PDF\r\n------Boun\r\n-----\r\r\n--\r\n------bound\r\n\r\n".utf8) + [0, 255, 13]
    private static let sample =
        field("full-name", "Zoë\r\nQuill") + file("advice", "advice.pdf", nasty) + field("empty", "")
        + file("none", "", [], type: "application/octet-stream") + file("hollow", "hollow.txt", []) + end
    private static let events: [Multipart.Event] = [
        .field(name: "full-name", value: "Zoë\nQuill"),
        .fileBegins(name: "advice", filename: "advice.pdf", mediaType: "application/pdf"), .fileBytes(nasty),
        .fileEnds, .field(name: "empty", value: ""),
        .fileBegins(name: "hollow", filename: "hollow.txt", mediaType: "application/pdf"), .fileEnds,
    ]

    @Test func `is read whole`() throws { #expect(try read(Self.sample) == Self.events) }

    @Test func `is read the same however it is cut in two`() throws {
        for cut in 0...Self.sample.count {
            let events = try read(Self.sample, cuts: [cut])
            if events != Self.events { Issue.record("cut at \(cut): \(events)") }
        }
    }

    @Test func `is read the same byte by byte, and in random pieces`() throws {
        #expect(try read(Self.sample, cuts: Array(1..<Self.sample.count)) == Self.events)
        var random = Seeded(3)
        for _ in 0..<200 {
            let cuts = (0..<Int.random(in: 1...20, using: &random)).map { _ in
                Int.random(in: 0...Self.sample.count, using: &random)
            }.sorted()
            #expect(try read(Self.sample, cuts: cuts) == Self.events)
        }
    }

    @Test func `is cut short wherever it ends before its end`() {
        for count in 0..<(Self.sample.count - 4) {
            #expect(throws: FormRefusal.cutShort) { try read(Array(Self.sample.prefix(count))) }
        }
        // Behind the last two hyphens nothing has to come.
        #expect(throws: Never.self) { _ = try read(Array(Self.sample.dropLast(2))) }
    }

    @Test func `holds any bytes but its delimiter`() throws {
        var random = Seeded(5)
        let marks = Array("\r\n-Bound".utf8)
        for _ in 0..<300 {
            let body = (0..<Int.random(in: 0...80, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random) : marks.randomElement(using: &random) ?? 0
            }
            let events = try read(
                file("a", "a.pdf", body) + end, cuts: [Int.random(in: 0...body.count, using: &random)])
            let bytes = events.flatMap { event -> [UInt8] in
                if case .fileBytes(let bytes) = event { bytes } else { [] }
            }
            #expect(bytes == body)
        }
    }

    @Test func `never stops the program when bytes are changed`() {
        var random = Seeded(9)
        var refused = 0
        for _ in 0..<3_000 {
            var body = Self.sample
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                body[Int.random(in: 0..<body.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            do throws(FormRefusal) { _ = try read(body) } catch { refused += 1 }
        }
        #expect(refused > 500)
    }

    @Test func `streams: a file of any size is held only in its last bytes`() throws {
        var parser = try Multipart(type: type, limits: .init(fileBytes: 100_000_000))
        _ = try parser.feed(Array(file("a", "a.pdf", []).dropLast(2)))
        let piece = [UInt8](repeating: 0x41, count: 65_536)
        for index in 0..<50 {
            let count = try parser.feed(piece).reduce(0) { count, event in
                if case .fileBytes(let bytes) = event { count + bytes.count } else { count }
            }
            // The first time all but what may begin a delimiter, then as much as comes.
            #expect(count == (index == 0 ? piece.count - 12 : piece.count))
        }
    }
}

@Suite struct `A form in parts is refused` {
    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a b\"",
        "multipart/form-data; boundary=" + String(repeating: "a", count: 71),
        "multipart/form-data; boundary=é",
    ])
    func `without a boundary`(type: String) {
        #expect(throws: FormRefusal.malformed) { try Multipart(type: type, limits: .init(fileBytes: 1)) }
    }

    @Test(arguments: [
        nil, "", "multipart/mixed; boundary=a", "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=a; boundary=b",
    ])
    func `of another type`(type: String?) {
        #expect(throws: FormRefusal.wrongType) { try Multipart(type: type, limits: .init(fileBytes: 1)) }
    }

    @Test(arguments: [
        "", "Content-Disposition: form-data", "Content-Disposition: attachment; name=\"a\"",
        "Content-Type: text/plain",
        "Content-Disposition: form-data; name=\"\"", "Content-Disposition: form-data; name=\"a\"; name=\"b\"",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"",
        "Content-Disposition: form-data;\r\n name=\"a\"", "Content-Disposition : form-data; name=\"a\"",
        "no colon",
        "Content-Disposition: form-data; name=\"a\u{0}\"", "Content-Disposition: form-data; name=\"a\nb\"",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64",
    ])
    func `with such a header`(header: String) {
        #expect(throws: FormRefusal.malformed) { try read(part(header, Array("x".utf8)) + end) }
    }

    @Test(arguments: [
        "x" + "------Bound\r\n", "\r\n------Bound\r\n", "------Bound \r\n", "------Boundary\r\n",
        "------Bound--x", "------Bound--\r\nx",
        "------Bound\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\u{FF}\r\n------Boundxy",
    ])
    func `where its delimiters are not as they should be`(body: String) {
        #expect(throws: FormRefusal.malformed) { try read(Array(body.utf8)) }
    }

    @Test func `with text that is not UTF-8, or a file without a name`() {
        #expect(throws: FormRefusal.malformed) {
            try read(part("Content-Disposition: form-data; name=\"a\"", [0xFF]) + end)
        }
        #expect(throws: FormRefusal.malformed) { try read(file("a", "", [1]) + end) }
    }

    @Test func `over its limits`() throws {
        var limits = Multipart.Limits(fileBytes: 10)
        limits.parts = 2
        limits.fieldBytes = 8
        limits.headerBytes = 100
        let ten = [UInt8](repeating: 7, count: 10)
        #expect(try read(file("a", "a", ten) + end, limits: limits).count == 3)
        #expect(throws: FormRefusal.fileTooLarge(limit: 10)) {
            try read(file("a", "a", ten + [7]) + end, limits: limits)
        }
        #expect(try read(field("a", "1234") + field("b", "5678") + end, limits: limits).count == 2)
        #expect(throws: FormRefusal.fieldTooLarge(limit: 8)) {
            try read(field("a", "1234") + field("b", "56789") + end, limits: limits)
        }
        #expect(throws: FormRefusal.tooManyFields(limit: 2)) {
            try read(field("a", "") + field("b", "") + field("c", "") + end, limits: limits)
        }
        let long = String(repeating: "n", count: 200)
        #expect(throws: FormRefusal.malformed) { try read(field(long, "") + end, limits: limits) }
        // Without an end it is refused as well, and not kept.
        #expect(throws: FormRefusal.malformed) {
            try read(Array("------Bound\r\n\(long)".utf8), limits: limits, cuts: [20, 60])
        }
    }

    @Test func `and then takes no more`() throws {
        var parser = try Multipart(type: type, limits: .init(fileBytes: 1))
        #expect(throws: FormRefusal.malformed) { try parser.feed([0x41]) }
        #expect(throws: FormRefusal.malformed) { try parser.feed(field("a", "b") + end) }
        #expect(throws: FormRefusal.malformed) { try parser.end() }
    }
}

@Suite struct `A file's name` {
    @Test(arguments: [
        ("advice.pdf", "advice.pdf"), ("C:\\Users\\Ann\\advice.pdf", "advice.pdf"),
        ("../../etc/passwd", "passwd"), ("/a/b/", "b"),
        ("..", "file"), (".htaccess", "htaccess"), ("", "file"), ("a\u{0}b.pdf", "ab.pdf"),
        ("a\u{202E}fdp.exe", "afdp.exe"),
        ("Zoe\u{308}.pdf", "Zo\u{EB}.pdf"), ("a\"b;c.pdf", "a_b_c.pdf"), ("a%0d%0ab", "a_0d_0ab"),
        ("what?*.pdf", "what__.pdf"),
        (" . ", "file"), ("日本語.pdf", "日本語.pdf"), ("a\nb.pdf", "ab.pdf"), ("a\u{2028}b", "a b"),
        ("😀.png", "😀.png"),
    ])
    func `is cleaned`(sent: String, name: String) {
        #expect(PartHeader.cleaned(sent).utf8.elementsEqual(name.utf8))
    }

    @Test func `is cut before its ending`() {
        let long = PartHeader.cleaned(String(repeating: "é", count: 300) + ".pdf")
        #expect(long.utf8.count <= 200 && long.hasSuffix("é.pdf"))
        #expect(PartHeader.cleaned(String(repeating: "x", count: 500)).utf8.count == 200)
        #expect(PartHeader.cleaned("a." + String(repeating: "x", count: 500)).utf8.count == 200)
    }

    @Test func `comes as browsers escape it, and with a media type that is one`() throws {
        let header =
            "content-disposition: Form-Data; name=\"a%22b\"; filename=\"say %22hi%22.pdf\"\r\ncontent-type: "
        for (sent, taken) in [
            ("Application/PDF; charset=x", "application/pdf"), ("nonsense", "application/octet-stream"),
            ("a/b c", "application/octet-stream"),
            ("text/<b>", "application/octet-stream"), ("", "application/octet-stream"),
        ] {
            let events = try read(part(header + sent, []) + end)
            #expect(events.first == .fileBegins(name: "a\"b", filename: "say _hi_.pdf", mediaType: taken))
        }
        let old = "Content-Disposition: form-data; name=a; filename=\"C:\\tmp\\x;y.pdf\""
        #expect(
            try read(part(old, []) + end).first
                == .fileBegins(name: "a", filename: "x_y.pdf", mediaType: "application/octet-stream"))
    }
}
