import Markup
import Testing

@Suite struct `An HTML literal` {
    private let name = "<Ann & \"Bo\">"
    private let nothing: String? = nil
    private let noPiece: HTML? = nil

    @Test func `is written as it stands`() {
        let html: HTML = "<p class=\"a\">&nbsp;–</p>"
        #expect(html.string == "<p class=\"a\">&nbsp;–</p>")
    }

    @Test func `escapes a text in it`() {
        #expect(("<b>\(name)</b>" as HTML).string == "<b>&lt;Ann &amp; &quot;Bo&quot;&gt;</b>")
        #expect(("<b>\(name.dropFirst(5).prefix(2))</b>" as HTML).string == "<b>&amp; </b>")
    }

    @Test func `escapes a text in a quoted attribute`() {
        let html: HTML = "<b title=\"\(name)\" lang='\("it's")'></b>"
        #expect(html.string == "<b title=\"&lt;Ann &amp; &quot;Bo&quot;&gt;\" lang='it&#39;s'></b>")
    }

    @Test func `writes numbers in digits`() {
        #expect(("\(0)|\(-12)|\(Int.min)|\(UInt8.max)" as HTML).string == "0|-12|-9223372036854775808|255")
        #expect(("<td colspan=\"\(3)\"></td>" as HTML).string == "<td colspan=\"3\"></td>")
    }

    @Test func `writes nothing for a missing text or piece`() {
        #expect(("<p>\(nothing)\(noPiece)</p>" as HTML).string == "<p></p>")
        let (some, piece): (String?, HTML?) = ("<", "<b>x</b>")
        #expect(("<p>\(some)\(piece)</p>" as HTML).string == "<p>&lt;<b>x</b></p>")
    }

    @Test func `takes a piece of HTML as it is`() {
        let inner: HTML = "<b>\(name)</b>"
        #expect(("<p>\(inner)</p>" as HTML).string == "<p><b>&lt;Ann &amp; &quot;Bo&quot;&gt;</b></p>")
    }

    @Test func `takes pieces of HTML after one another`() {
        let items = ["a", "<"].map { "<li>\($0)</li>" as HTML }
        #expect(("<ul>\(items)</ul>" as HTML).string == "<ul><li>a</li><li>&lt;</li></ul>")
        #expect(("<ul>\([HTML]())</ul>" as HTML).string == "<ul></ul>")
    }

    @Test func `takes a link in an address, escaped`() {
        let link = Link(path: ["o'clock"], query: [("a", "1"), ("b", "2")])
        #expect(("<a href=\"\(link)\">x</a>" as HTML).string == "<a href=\"/o&#39;clock?a=1&amp;b=2\">x</a>")
    }

    @Test(arguments: [true, false])
    func `writes an attribute only where its condition holds`(holds: Bool) {
        let bare: HTML = "<input\(attribute: "checked", if: holds)>"
        let valued: HTML =
            "<a href=\"\(Link(path: []))\"\(attribute: "aria-current=\"true\"", if: holds)>\(name)</a>"
        let two: HTML = "<input\(attribute: "checked", if: holds)\(attribute: "hidden", if: !holds)>"
        #expect(bare.string == (holds ? "<input checked>" : "<input>"))
        #expect(valued.string.hasPrefix(holds ? "<a href=\"/\" aria-current=\"true\">" : "<a href=\"/\">"))
        #expect(two.string == (holds ? "<input checked>" : "<input hidden>"))
    }

    @Test func `of text alone needs no string`() {
        let text = HTML(text: "a < b")
        #expect(text == "a &lt; b")
        #expect(text.hashValue == ("a &lt; b" as HTML).hashValue)
        #expect(!text.isEmpty)
        #expect(HTML().isEmpty && ("" as HTML).isEmpty)
    }
}

@Suite struct `Joining pieces of HTML` {
    private let pieces: [HTML] = ["<b>1</b>", "", "<b>2</b>"]

    @Test func `puts nothing between them`() {
        #expect(HTML.joined(pieces).string == "<b>1</b><b>2</b>")
        #expect(HTML.joined([HTML]()).isEmpty)
    }

    @Test func `puts a separator between them and at neither end`() {
        #expect(HTML.joined(pieces, separator: ", ").string == "<b>1</b>, , <b>2</b>")
        #expect(HTML.joined(pieces.prefix(1), separator: ", ").string == "<b>1</b>")
        #expect(HTML.joined([HTML](), separator: ", ").isEmpty)
    }

    @Test func `appends one to another`() {
        var html: HTML = "<i>0</i>"
        html += pieces[0]
        html += HTML()
        #expect(html.string == "<i>0</i><b>1</b>")
    }
}
