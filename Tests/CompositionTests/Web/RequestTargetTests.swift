import Markup
import Testing

@testable import Composition
@testable import Pages

@Suite(.few) struct `A request's target` {
    private static let fine: [(String, [String], [String])] = [
        ("/", [], []),
        ("/plans", ["plans"], []),
        ("/plans/VOA-2023/objectives/PAP1:1", ["plans", "VOA-2023", "objectives", "PAP1:1"], []),
        ("/a%20b/%41", ["a b", "A"], []),
        ("/caf%C3%A9", ["café"], []),
        ("/café", ["café"], []),
        ("/a+b", ["a+b"], []),
        ("/a?", ["a"], []),
        ("/?a=1&b=2&a=3", [], ["a=1", "b=2", "a=3"]),
        ("/?a", [], ["a="]),
        ("/?=b", [], ["=b"]),
        ("/?a=b=c", [], ["a=b=c"]),
        ("/?&&a=1&", [], ["a=1"]),
        ("/?q=one+two%2Bthree", [], ["q=one two+three"]),
        ("/?q=%26%3D%2f..", [], ["q=&=/.."]),
        ("/?q=a?b/c", [], ["q=a?b/c"]),
        ("/...", ["..."], []),
        ("http://example.org/plans?show=late", ["plans"], ["show=late"]),
        ("https://example.org", [], []),
        ("http://example.org?a=1", [], ["a=1"]),
    ]

    @Test(arguments: fine)
    func `is taken apart`(target: String, segments: [String], query: [String]) throws {
        let parsed = try RequestTarget(target)
        #expect(parsed.segments == segments)
        #expect(parsed.query.map { "\($0.name)=\($0.value)" } == query)
        #expect(parsed.withoutSlash == nil || target.contains("/?") || parsed.segments.isEmpty)
    }

    @Test(arguments: [
        "", "*", "plans", "?a=1", "example.org:443", "ftp://example.org/", "/%zz", "/%f", "/%", "/a%4",
        "/%00",
        "/%2f", "/a%2Fb", "/%2e", "/%2e%2e", "/.", "/..", "/a/../b", "/a/./b", "/../etc/passwd", "/%ff",
        "/%c3%28", "/%C3", "/%ed%a0%80", "/%c0%af", "/%f5%80%80%80", "/%0d%0aSet-Cookie:x", "/%7f", "/\u{1}",
        "/?a=%zz", "/?a=%00", "/?%ff=1", "/?a=%0a", "/?\u{7F}",
    ])
    func `is refused where it is not what a browser sends`(target: String) {
        #expect(throws: Fault.badRequest) { try RequestTarget(target) }
    }

    @Test(arguments: ["//", "//plans", "/plans//x", "/plans//", "///", "//evil.example/"])
    func `with an empty segment leads to no page`(target: String) {
        #expect(throws: Fault.notFound) { try RequestTarget(target) }
    }

    @Test(arguments: [
        ("/plans/", "/plans"), ("/plans/?show=late", "/plans?show=late"),
        ("/a%20b/?q=%2F+", "/a%20b?q=/%20"), ("/\\evil.example/", "/%5Cevil.example"),
        ("http://evil.example/plans/", "/plans"), ("/@evil.example/", "/@evil.example"),
    ])
    func `with a slash at its end has an address without it`(target: String, expected: String) throws {
        #expect(try RequestTarget(target).withoutSlash?.text == expected)
    }

    @Test func `may be 2,048 bytes long and no longer`() throws {
        let longest = "/" + String(repeating: "a", count: 2_047)
        #expect(try RequestTarget(longest).segments.first?.utf8.count == 2_047)
        #expect(throws: Fault.addressTooLong) { try RequestTarget(longest + "a") }
        #expect(throws: Fault.addressTooLong) {
            try RequestTarget("/" + String(repeating: "é", count: 1_024))
        }
    }

    @Test func `may have 50 parts in its query and no more`() throws {
        let fifty = Array(repeating: "a=1", count: 50).joined(separator: "&")
        #expect(try RequestTarget("/?" + fifty).query.count == 50)
        #expect(throws: Fault.badRequest) { try RequestTarget("/?a=1&" + fifty) }
    }

    private static let alphabet = Array(
        "aZ09-._~ %+&=?#;:@!$'()*,\"<>\\|^`{}[]éß€漢😀\u{301}\u{A0}".unicodeScalars)

    private static func text(_ lengths: ClosedRange<Int>, _ random: inout Seeded, slash: Bool) -> String {
        let letters = alphabet + (slash ? ["/"] : [])
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: lengths, using: &random) {
            text.append(letters[Int.random(in: 0..<letters.count, using: &random)])
        }
        return String(text)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `reads what a link prints as what it was made of`(seed: UInt64) throws {
        var random = Seeded(state: seed)
        for _ in 0..<200 {
            let segments = (0..<Int.random(in: 0...4, using: &random))
                .map { _ in Self.text(1...8, &random, slash: false) }.filter { $0 != "." && $0 != ".." }
            let query = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                (name: Self.text(0...5, &random, slash: true), value: Self.text(0...8, &random, slash: true))
            }
            let link = Link(path: segments, query: query)
            let parsed = try RequestTarget(link.text)
            #expect(parsed.segments.map { Array($0.utf8) } == segments.map { Array($0.utf8) }, "\(link.text)")
            #expect(
                parsed.query.map { [Array($0.name.utf8), Array($0.value.utf8)] }
                    == query.map { [Array($0.name.utf8), Array($0.value.utf8)] }, "\(link.text)")
            #expect(parsed.withoutSlash == nil || segments.isEmpty)
        }
    }
}
