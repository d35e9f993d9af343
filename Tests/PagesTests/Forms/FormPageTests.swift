import Markup
import Testing

@testable import Pages

@Suite struct `A page with a form` {
    private func render(_ page: Page) -> String {
        var context = PageContext.sample
        context.person = SignedInPerson(
            name: "Imani Farrow", role: "SEND officer", link: Link(path: ["me"]),
            signOut: Link(path: ["sign-out"]))
        context.formToken = "t<oken"
        return Layout.render(page, context).string
    }

    @Test(arguments: ["plain", "filled", "wrong"])
    func `is kept with each kind of question`(state: String) throws {
        let typed = state == "plain" ? Typed() : state == "filled" ? SampleForm.filled : SampleForm.wrong
        let html = render(.form("A new child", SampleForm.form(typed, reading: state != "plain")))
        expectInert(html)
        try expectGolden("questions-\(state)", html)
    }

    @Test
    func `says in its title that something is wrong, and links to each problem in the order of the page`()
        throws
    {
        let html = render(.form("A new child", SampleForm.form(SampleForm.wrong, reading: true)))
        #expect(html.contains("<title>Error: A new child – "))
        let links = html.matches(of: /<li><a href="#([^"]+)">/).map { String($0.output.1) }
        #expect(
            links == [
                "full-name", "story", "mail", "telephone", "postcode", "hours", "born-day", "month-month",
                "need",
                "needs", "school", "lives-with", "agree", "password", "code", "advice",
            ])
        for id in links { #expect(html.ranges(of: " id=\"\(id)\"").count == 1) }
        #expect(html.contains("<li>Part of this page was not sent. Reload the page and try again</li>"))
    }

    @Test func `has no id twice, and describes controls by what is there`() {
        for typed in [Typed(), SampleForm.filled, SampleForm.wrong] {
            let html = SampleForm.form(typed, reading: true).html.string
            let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
            #expect(Set(ids).count == ids.count)
            let named = html.matches(of: /(?:aria-describedby|for)="([^"]+)"/).flatMap {
                $0.output.1.split(separator: " ").map(String.init)
            }
            #expect(Set(named).subtracting(ids).sorted() == [])
        }
    }

    @Test func `holds its own fields, and sends files in parts`() {
        let html = SampleForm.form(Typed()).html.string
        #expect(html.contains("<input type=\"hidden\" name=\"token\" value=\"t&lt;oken\">"))
        #expect(html.contains("<input type=\"hidden\" name=\"command\" value=\"command-1\">"))
        #expect(html.contains("<input type=\"hidden\" name=\"shown\" value=\"12\">"))
        #expect(
            html.contains("method=\"post\" enctype=\"multipart/form-data\" novalidate autocomplete=\"off\">"))
        var plain = Form(to: Link(path: ["a"]), token: nil)
        plain.ask(SampleForm.name)
        #expect(
            plain.html.string.contains("<form action=\"/a\" method=\"post\" novalidate autocomplete=\"off\">")
        )
        #expect(!plain.html.string.contains("hidden"))
    }

    @Test func `has one dark button, and it is the first`() throws {
        let html = SampleForm.form(Typed()).html.string
        #expect(html.ranges(of: "<button class=\"button\">").count == 1)
        #expect(
            try #require(html.firstMatch(of: /<button[^>]*>[^<]*/)).output
                == "<button class=\"button\">Save and continue")
        #expect(html.contains("name=\"button\" value=\"later\">Save and come back later</button>"))
    }

    @Test func `shows what was typed, verbatim but secrets`() {
        let html = SampleForm.form(SampleForm.filled).html.string
        #expect(html.contains("value=\"Zoë O’Neill-&lt;Smith&gt;\""))
        #expect(html.contains(">\n\nMornings.\n\nAnd &quot;rabbits&quot; &amp; maps.\n</textarea>"))
        #expect(html.contains("value=\"qz1 1aa\""))
        #expect(!html.contains("correct horse") && !html.contains("123 456"))
        #expect(html.contains("<strong>advice &amp; notes.pdf</strong> (1.2 MB) is kept."))
        #expect(html.contains("<input type=\"hidden\" name=\"advice-kept\" value=\"u1\">"))
    }

    @Test func `takes its heading from a question that is one`() {
        var form = Form(to: Link(path: ["a"]), token: nil)
        form.ask(SampleForm.born.asHeading())
        let page = Page.form("Date of birth", form)
        #expect(page.body.count("<h1") == 1)
        #expect(
            page.body.string.contains(
                "<legend class=\"label\"><h1 class=\"asked\">Date of birth</h1></legend>"))
        var labelled = Form(to: Link(path: ["a"]), token: nil)
        labelled.ask(SampleForm.name.asHeading())
        #expect(
            labelled.html.string.contains(
                "<h1 class=\"asked\"><label class=\"label\" for=\"full-name\">Full name</label></h1>"))
    }

    @Test func `that only asks is sent by GET, with nothing of the session`() {
        var form = Form(
            asking: Link(path: ["cases"]), typed: Typed(query: [("school", "s2")]), button: "Apply filters")
        form.ask(SampleForm.school.optional())
        form.add(link: "Clear", to: Link(path: ["cases"]))
        let html = form.html.string
        #expect(
            html.hasPrefix("<form class=\"filters\" action=\"/cases\" method=\"get\" autocomplete=\"off\">"))
        #expect(html.contains("<option value=\"s2\" selected>Quill &amp; Reed Academy</option>"))
        #expect(!html.contains("(optional)"))
    }

    @Test func `refuses two fields of one name`() async {
        await #expect(processExitsWith: .failure) {
            var form = Form(to: Link(path: []), token: nil)
            form.ask(TextQuestion("a", "A"), MailQuestion("a"))
        }
        await #expect(processExitsWith: .failure) {
            var form = Form(to: Link(path: []), token: nil)
            form.ask(TextQuestion("token", "A"))
        }
    }
}
