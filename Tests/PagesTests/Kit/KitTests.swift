import Markup
import Pages
import Testing

private let nasty = "<Ann & \"Bo\">"
private let escaped = "&lt;Ann &amp; &quot;Bo&quot;&gt;"
private let there = Link(path: ["there"], query: [("a", "b"), ("c", "d")])

@Suite struct `The parts of pages` {
    @Test(arguments: Kit.TagColour.allCases)
    func `a tag holds its word and repeats it in colour`(colour: Kit.TagColour) {
        #expect(
            Kit.tag(nasty, colour).string
                == "<strong class=\"tag tag-\(colour.rawValue)\">\(escaped)</strong>")
    }

    @Test func `figures lead to what made them`() {
        let html = Kit.figures([.init("12", nasty), .init(nasty, "late", link: there)])
        #expect(
            html.string
                == "<ul class=\"figures\"><li><span class=\"figure\">12</span> <span class=\"caption\">\(escaped)</span></li>"
                + "<li><span class=\"figure\"><a href=\"/there?a=b&amp;c=d\">\(escaped)</a></span> <span class=\"caption\">late</span></li></ul>"
        )
    }

    @Test func `a summary pairs names and values`() {
        let html = Kit.summary([("Owner", HTML(text: nasty)), (nasty, "<b>x</b>")])
        #expect(
            html.string == "<dl class=\"summary\"><div><dt>Owner</dt><dd>\(escaped)</dd></div>"
                + "<div><dt>\(escaped)</dt><dd><b>x</b></dd></div></dl>")
    }

    @Test func `bullets are nothing where there are none`() {
        #expect(Kit.bullets([]).isEmpty)
        #expect(
            Kit.bullets(["a", nasty]).string == "<ul class=\"bullets\"><li>a</li><li>\(escaped)</li></ul>")
    }

    @Test func `an inset, a doubt and details hold their content`() {
        #expect(Kit.inset("<p>x</p>").string == "<div class=\"inset\"><p>x</p></div>")
        #expect(Kit.doubt("x").string == "<div class=\"doubt\"><p><strong>Not certain.</strong> x</p></div>")
        #expect(
            Kit.details(nasty, "<p>x</p>").string
                == "<details><summary>\(escaped)</summary><div><p>x</p></div></details>")
    }

    @Test func `links say what they are together`() {
        let html = Kit.links([(nasty, there)], label: nasty)
        #expect(
            html.string
                == "<nav aria-label=\"\(escaped)\"><ul class=\"links\"><li><a href=\"/there?a=b&amp;c=d\">\(escaped)</a></li></ul></nav>"
        )
    }
}

@Suite struct `A table of data` {
    private func table() -> DataTable {
        var table = DataTable(
            nasty, [.text("Name"), .number("Late & early"), .plain("Rating"), .text("Note")])
        table.add([HTML(text: nasty), "12", "<b>Red</b>", ""], id: "a \"1\"")
        table.add(["Second", "3", "x", "y"])
        return table
    }

    @Test func `says what its columns are`() {
        let html = table().html()
        #expect(
            html.string.contains(
                "<thead><tr><th scope=\"col\">Name</th><th scope=\"col\" class=\"number\">Late &amp; early</th>"
                    + "<th scope=\"col\">Rating</th><th scope=\"col\">Note</th></tr></thead>"))
        #expect(html.count("<tr") == 3)
    }

    @Test func `names each row by its first cell, unlabelled`() {
        #expect(
            table().html().string.contains("<tr id=\"a &quot;1&quot;\"><th scope=\"row\">\(escaped)</th>"))
        #expect(table().html().string.contains("<tr><th scope=\"row\">Second</th>"))
    }

    @Test func `repeats a column's name in each cell for a phone, hidden from readers that have it`() {
        let html = table().html()
        let label = "<span class=\"label\" aria-hidden=\"true\">"
        #expect(
            html.string.contains("<td class=\"number\">\(label)Late &amp; early</span> <span>12</span></td>"))
        #expect(html.string.contains("<td>\(label)Note</span> <span></span></td>"))
        #expect(html.count("\(label)Note</span>") == 2)
        #expect(html.count("\(label)Name</span>") == 0)
    }

    @Test func `leaves out the name where the value is plain without it`() {
        #expect(table().html().string.contains("<td><span><b>Red</b></span></td>"))
        #expect(table().html().count(">Rating</span>") == 0)
    }

    @Test func `reads its caption out, and is aligned with others if asked`() {
        #expect(
            table().html().string.hasPrefix(
                "<table><caption><span class=\"unseen\">\(escaped)</span></caption>"))
        #expect(table().html(namesFirst: true).string.hasPrefix("<table class=\"names-first\"><caption>"))
    }

    @Test func `counts its rows`() {
        #expect(table().count == 2)
        #expect(DataTable("Empty", [.text("a")]).count == 0)
    }

    @Test func `needs a cell for each column`() async {
        await #expect(processExitsWith: .failure) {
            var table = DataTable("x", [.text("a"), .text("b")])
            table.add(["one"])
        }
    }
}
