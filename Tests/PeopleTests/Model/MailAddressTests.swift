import Foundation
import People
import Testing

@Suite struct `A mail address` {
    private static let label = String(repeating: "a", count: 63)
    private static let local = String(repeating: "a", count: 64)

    @Test(arguments: [
        ("ann@example.org", "ann@example.org"), ("Ann.Lee@Example.ORG", "ann.lee@example.org"),
        ("a+b@x.co", "a+b@x.co"), ("o'neill@example.org", "o'neill@example.org"),
        ("a@b-c.example.org", "a@b-c.example.org"),
        ("!#$%&'*+-/=?^_`{|}~@example.org", "!#$%&'*+-/=?^_`{|}~@example.org"),
        ("1@2.example", "1@2.example"),
        ("\(local)@example.org", "\(local)@example.org"), ("a@\(label).org", "a@\(label).org"),
        ("a@xn--exmple-cua.org", "a@xn--exmple-cua.org"),
        (
            "a@\(label).\(label).\(label).\(String(repeating: "b", count: 60))",
            "a@\(label).\(label).\(label).\(String(repeating: "b", count: 60))"
        ),
    ])
    func `is kept in lower case`(text: String, kept: String) { #expect(MailAddress(text)?.text == kept) }

    @Test(arguments: [
        "", "@", "ann", "ann@", "@example.org", "ann@example", "a@b@example.org", "ann@@example.org",
        " ann@example.org",
        "ann@example.org ", "ann lee@example.org", "ann@exam ple.org", ".ann@example.org", "ann.@example.org",
        "a..b@example.org",
        "ann@.example.org", "ann@example.org.", "ann@example..org", "ann@-example.org", "ann@example-.org",
        "\"ann\"@example.org",
        "ann@[127.0.0.1]", "zoë@example.org", "ann@exämple.org", "ann@example.org\n", "ann\u{0}@example.org",
        "ann@example.org,b@example.org",
        "Ann <ann@example.org>", "mailto:ann@example.org", "ann@example_x.org", "\u{212A}ate@example.org",
        "ann@e\u{301}xample.org",
        "ann@\u{FF45}xample.org", "ann@\u{301}example.org", "(ann)@example.org", "ann;@example.org",
        "ann\\@example.org",
        "\(local)a@example.org", "a@\(label)a.org",
        "a@\(label).\(label).\(label).\(String(repeating: "b", count: 61))",
    ])
    func `is refused where it is not plainly one`(text: String) { #expect(MailAddress(text) == nil) }

    @Test func `is the same in any case`() {
        #expect(MailAddress("ANN@example.org") == MailAddress("ann@EXAMPLE.org"))
        #expect(MailAddress("ann@example.org") != MailAddress("anne@example.org"))
    }

    @Test func `is stored as text and read back`() throws {
        let address = try #require(MailAddress("Ann@Example.org"))
        let stored = try JSONEncoder().encode([address])
        #expect(String(decoding: stored, as: UTF8.self) == "[\"ann@example.org\"]")
        #expect(try JSONDecoder().decode([MailAddress].self, from: stored) == [address])
    }
}
