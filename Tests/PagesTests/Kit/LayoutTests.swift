import CivilTime
import Markup
import Testing

@testable import Ledger
@testable import Pages

@Suite struct `What stands around every page` {
    private func render(
        _ page: Page = Page(title: "A", body: "<h1>A</h1>"), _ change: (inout PageContext) -> Void = { _ in }
    ) -> String {
        var context = PageContext.sample
        change(&context)
        return Layout.render(page, context).string
    }

    @Test func `the title names page and area, escaped`() {
        let html = render(Page(title: "A & <b>", body: "")) { $0.area = "Bo & \"Co\"" }
        #expect(html.contains("<title>A &amp; &lt;b&gt; – Bo &amp; &quot;Co&quot; SEND partnership</title>"))
        #expect(
            html.contains(
                "<a class=\"site-name\" href=\"/\">Bo &amp; &quot;Co&quot; <span>SEND partnership</span></a>")
        )
    }

    @Test func `the first link of the page skips to its content`() throws {
        let html = render()
        let first = try #require(html.firstMatch(of: /<a [^>]*>[^<]*/))
        #expect(first.output == "<a class=\"skip\" href=\"#main\">Skip to main content")
        #expect(html.contains("<main id=\"main\" tabindex=\"-1\">\n<h1>A</h1>\n</main>"))
    }

    @Test(arguments: [("plan", "/plans"), ("figures", "/figures")])
    func `the part of the site that the page belongs to is marked, and no other`(
        section: String, path: String
    ) {
        let html = render(Page(title: "A", section: section, body: ""))
        #expect(html.contains("<a href=\"\(path)\" aria-current=\"true\">"))
        #expect(html.ranges(of: "aria-current").count == 1)
    }

    @Test(arguments: [nil, "elsewhere"])
    func `no part is marked for a page that belongs to none`(section: String?) {
        let html = render(Page(title: "A", section: section, body: ""))
        #expect(!html.contains("aria-current"))
        #expect(html.contains("<a href=\"/figures\">Figures &amp; charts</a>"))
    }

    @Test func `many parts fold, without a script, and a few do not`() {
        let two = NavigationItem(section: "a", title: "A", link: Link(path: ["a"]))
        let few = render { $0.navigation = [two, two] }
        #expect(!few.contains("<details") && few.contains("<nav aria-label=\"Main\"><ul>"))
        let many = render { $0.navigation = [two, two, two] }
        #expect(
            many.contains(
                "<nav aria-label=\"Main\"><details class=\"menu\"><summary>Menu</summary><ul><li>"))
    }

    @Test func `the banner is shown where there is one`() {
        #expect(!render().contains("class=\"banner\""))
        let html = render { $0.banner = "Not <real>" }
        #expect(html.contains("<div class=\"banner\" role=\"region\" aria-label=\"About this site\">"))
        #expect(html.contains("Not &lt;real&gt;"))
    }

    @Test func `the way here is shown where there is one`() {
        #expect(!render().contains("class=\"thread\""))
        let thread = [Crumb("Plans", Link(path: ["plans"])), Crumb("<One>", Link(path: ["plans", "1"]))]
        let html = render(Page(title: "A", thread: thread, body: ""))
        #expect(html.contains("<nav class=\"thread\" aria-label=\"Where you are\"><ol>"))
        #expect(
            html.contains(
                "<li><a href=\"/plans\">Plans</a></li><li><a href=\"/plans/1\">&lt;One&gt;</a></li>"))
    }

    @Test func `the foot says as of when the page is known, and the root`() {
        let html = render()
        #expect(html.contains("Known as at 30 June 2024, 09:05."))
        #expect(html.contains("Ledger root 12\u{202F}345 ·"))
        #expect(html.contains("<span class=\"mono\">0123 4567</span>"))
        for path in ["/how-to-check", "/accessibility", "/privacy"] {
            #expect(html.contains("<a href=\"\(path)\">"))
        }
    }

    @Test func `the foot of an empty ledger says so`() {
        let html = render { $0.head = Head(commit: 0, sequence: 0, hash: "", recordedAt: 0) }
        #expect(html.contains("Nothing has been recorded yet."))
        #expect(html.contains("Ledger root 0 ·"))
        #expect(html.contains("<span class=\"mono\">–</span>"))
    }

    @Test func `nothing in it runs`() { expectInert(render { $0.banner = "x" }) }

    @Test func `a whole page is kept`() throws {
        let page = Page(
            title: "Objective A1", thread: [Crumb("Plans", Link(path: ["plans"]))], section: "plan",
            body: """
                <h1>Objective A1</h1>
                \(Kit.tag("On track", .green))
                \(Kit.bullets(["One", "<Two>"]))
                """)
        try expectGolden("small-page", render(page) { $0.banner = "An example." })
    }
}

@Suite struct `Numbers and hashes as people read them` {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1_000, "1\u{202F}000"), (12_345, "12\u{202F}345"),
        (123_456, "123\u{202F}456"),
        (1_234_567, "1\u{202F}234\u{202F}567"), (-1, "−1"), (-999, "−999"), (-1_000, "−1\u{202F}000"),
        (Int.max, "9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}807"),
        (Int.min, "−9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808"),
    ])
    func `thousands are grouped by narrow spaces`(number: Int, text: String) {
        #expect(Digits.grouped(number) == text)
    }

    @Test(arguments: [(0, "00"), (9, "09"), (10, "10"), (59, "59")])
    func `two digits`(number: Int, text: String) { #expect(Digits.two(number) == text) }

    @Test(arguments: [("", "–"), ("0123456789", "0123 4567"), ("01234567", "0123 4567")])
    func `a hash is cut to eight digits`(hash: String, text: String) {
        #expect(Digits.shortHash(hash) == text)
    }
}
