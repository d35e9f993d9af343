import Markup
import Testing

/// Literal text, and a value that is to stand after it.
struct Vector: CustomTestStringConvertible, Sendable {
    let before: String
    let value: MarkupContext.Value
    var testDescription: String { "\(before)⟨\(value)⟩" }

    init(_ before: String, _ value: MarkupContext.Value) {
        self.before = before
        self.value = value
    }

    var fault: String? {
        var context = MarkupContext()
        context.read(before.utf8)
        return context.fault(of: value)
    }
}

private let addresses = [
    "href", "src", "action", "formaction", "poster", "cite", "data", "xlink:href", "HREF",
]
private let everyValue: [MarkupContext.Value] = [.text, .element, .link, .attribute]

@Suite struct `Where a value may stand` {
    @Test(arguments: [
        "", "a > b ", "<p>", "<p class=\"x\">", "<p class='x'>", "<p class=x>", "<p hidden>", "</p>", "<br/>",
        "<br />",
        "<!DOCTYPE html>", "<p title=\"a>b\">", "<p title=\"it's\">", "<p title='\"'>", "<textarea>",
        "<p\n\tclass=\"x\"\n>",
        "<scripture>", "<p><b>", "<p data-on=\"1\">", "é<p>",
    ])
    func `text and elements stand where elements may`(before: String) {
        #expect(Vector(before, .text).fault == nil)
        #expect(Vector(before, .element).fault == nil)
    }

    @Test(arguments: [
        "<p class=\"", "<p class='", "<p class=\"a ", "<P CLASS=\"", "<p title=\"a>b\" class=\"",
        "<p hidden class=\"",
        "<p/class=\"", "<input value=\"x\" name=\"", "<a hreflang=\"", "<p title=\"it's ", "<td\nid=\"",
    ])
    func `text stands in a quoted attribute`(before: String) { #expect(Vector(before, .text).fault == nil) }

    @Test(arguments: addresses)
    func `a link stands in an address`(attribute: String) {
        #expect(Vector("<a \(attribute)=\"", .link).fault == nil)
        #expect(Vector("<a class=\"x\" \(attribute)='", .link).fault == nil)
    }

    @Test(arguments: [
        "<input", "<input ", "<input type=\"a\"", "<input type=\"a\" ", "<input hidden ", "<a href=\"/\"",
    ])
    func `an attribute stands in a tag`(before: String) { #expect(Vector(before, .attribute).fault == nil) }
}

@Suite struct `Where a value may not stand` {
    @Test(arguments: [
        "<", "<p", "<p ", "</", "</p", "<p cl", "<p class", "<p class=\"\"", "<p class=\"x\" ", "<!", "<p/",
    ])
    func `a text, piece or link inside a tag`(before: String) {
        for value in [MarkupContext.Value.text, .element, .link] {
            #expect(Vector(before, value).fault == "a value stands inside a tag")
        }
    }

    @Test(arguments: [
        "<p class=", "<p class=a", "<p class= \"", "<a href=", "<a href=/x", "<p class=\"x\" id=",
    ])
    func `anything in an unquoted attribute`(before: String) {
        for value in everyValue {
            #expect(Vector(before, value).fault == "a value stands in an unquoted attribute")
        }
    }

    @Test(arguments: addresses)
    func `text in an address`(attribute: String) {
        let fault = "\(attribute.lowercased()) takes a Link, not text"
        #expect(Vector("<a \(attribute)=\"", .text).fault == fault)
        #expect(Vector("<a \(attribute)='/plans/", .text).fault == fault)
    }

    @Test func `a link in text or in an attribute that is no address`() {
        #expect(Vector("", .link).fault == "a Link stands in text")
        #expect(Vector("<p>", .link).fault == "a Link stands in text")
        #expect(Vector("<p class=\"", .link).fault == "a Link stands in class")
    }

    @Test(arguments: ["<p class=\"", "<a href='"])
    func `a piece or an attribute within quotes`(before: String) {
        #expect(Vector(before, .element).fault == "a value stands inside a tag")
        #expect(Vector(before, .attribute).fault == "a value stands inside a tag")
    }

    @Test(arguments: ["", "<p>", "<", "<p cl"])
    func `an attribute outside a tag or within a name`(before: String) {
        #expect(Vector(before, .attribute).fault == "a value stands inside a tag")
    }

    @Test(arguments: [
        "style", "srcdoc", "srcset", "ping", "background", "onclick", "onload", "ONCLICK", "Style",
        "onanything",
    ])
    func `anything after an attribute that runs or loads`(attribute: String) {
        let fault = "the attribute \(attribute.lowercased()) is not allowed"
        let written = [
            "<p \(attribute)=\"", "<p \(attribute)='x'>", "<p \(attribute)=x>", "<p \(attribute)>",
            "<p \(attribute) ",
            "<p \(attribute) =\"", "<p/\(attribute)=\"", "<p a/\(attribute)=\"", "<p a=\"b\"\(attribute)=\"",
            "<p\n\(attribute)=\"", "<p \(attribute)=\"x\">text</p><p>",
        ]
        for before in written {
            for value in everyValue { #expect(Vector(before, value).fault == fault, "\(before)") }
        }
    }

    @Test(arguments: ["script", "style", "iframe", "object", "embed", "base", "SCRIPT"])
    func `anything after an element that runs or loads`(element: String) {
        let fault = "the element \(element.lowercased()) is not allowed"
        for before in [
            "<\(element)>", "<\(element) a=\"b\">", "<\(element)/>", "<\(element)\n>",
            "<p><\(element)></\(element)><p>",
        ] {
            for value in everyValue { #expect(Vector(before, value).fault == fault, "\(before)") }
        }
    }

    @Test(arguments: ["<a href =\"", "<p a = \"", "<p a=\"b\"=\""])
    func `anything after an equals sign that has no name before it`(before: String) {
        for value in everyValue { #expect(Vector(before, value).fault == "a space stands before =") }
    }
}

@Suite struct `Where a literal may end` {
    private func faultAtEnd(_ text: String) -> String? {
        var context = MarkupContext()
        context.read(text.utf8)
        return context.faultAtEnd
    }

    @Test(arguments: [
        "", "text", "a > b", "<p>", "</p>", "<p class=\"x\">", "<br/>", "<!DOCTYPE html>", "<p a=b>",
    ])
    func `outside every tag`(text: String) { #expect(faultAtEnd(text) == nil) }

    @Test(arguments: [
        "<", "<p", "<p ", "</p", "<p class", "<p class=", "<p class=\"", "<p class=\"x>", "<p class=x",
        "<p class=\"x\"", "<p/",
        "a < b",
    ])
    func `and never inside one`(text: String) { #expect(faultAtEnd(text) == "the literal ends inside a tag") }

    @Test(arguments: ["<script></script>", "<p onclick=\"x\"></p>", "<p style='x'>"])
    func `and not after what is forbidden, though it holds no value`(text: String) {
        #expect(faultAtEnd(text)?.hasSuffix("is not allowed") == true)
    }

    @Test func `whatever the pieces in which the text arrives`() {
        var context = MarkupContext()
        for byte in "<p class=\"x\">".utf8 {
            #expect(context.fault(of: .text) == nil || context.faultAtEnd != nil)
            context.read([byte])
        }
        #expect(context.faultAtEnd == nil)
    }
}
