import Markup
import Testing

@testable import Pages

private let here = Link(path: ["here"])

@Suite struct `The parts of signed-in pages` {
    private static var body: HTML {
        let tasks: [Kit.TaskItem] = [
            .init("Your child", here, .completed),
            .init("Your <views>", here, hint: "About 10 minutes", .inProgress),
            .init("Professionals", here, .notStarted),
            .init("Send", nil, hint: "When all is done", .cannotStartYet),
            .init("Consent", here, .problem("Not given")),
        ]
        let answers: [Kit.GivenAnswer] = [
            .init("Full name", text: "Aderyn <Quill>", change: here),
            .init("Known as", text: "", change: here),
            .init("Reference", text: "7KQ2-M4", change: nil),
        ]
        let changes: [Kit.MeanwhileChange] = [
            .init("Telephone", before: nil, now: "01632 960 002", yours: "01632 960 001"),
            .init("Address", before: "1 <Old> Street", now: nil, yours: ""),
        ]
        var filter = Form(asking: here, typed: Typed(query: [("need", "learning")]), button: "Apply filters")
        filter.ask(SampleForm.school, SampleForm.need)
        filter.add(link: "Clear filters", to: here)
        return """
            \(Kit.notification("Saved", "<p>The child was recorded.</p>", kind: .done))
            <h1>All parts</h1>
            \(Kit.steps([.init("Child", here), .init("Views & wishes", here), .init("Check", nil)], current: 1))
            \(Kit.subNavigation([("Details", here), ("Chronology", here), ("People", here)], current: "Chronology", label: "Case"))
            \(Kit.search(to: here, "Find a child", value: "O'Neill", hint: "By name or number"))
            \(filter.html)
            \(Kit.changedMeanwhile(by: "Imani Farrow, SEND officer", when: "today at 10:15", changes))
            \(Kit.kept(typedAgain: "your password"))
            \(Kit.warning("This cannot be <undone>."))
            \(Kit.tasks("sections", tasks))
            \(Kit.answers(answers))
            \(Kit.pagination(page: 6, of: 20) { Link(path: ["list"], query: [("page", "\($0)")]) })
            """
    }

    @Test func `are kept on one page`() throws {
        var context = PageContext.sample
        context.person = SignedInPerson(
            name: "Imani <Farrow>", role: "SEND officer", link: Link(path: ["me"]),
            signOut: Link(path: ["sign-out"]))
        context.formToken = "t"
        let html = Layout.render(Page(title: "All parts", section: "plan", body: Self.body), context).string
        expectInert(html)
        let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
        try expectGolden("form-parts", html)
    }

    @Test func `the header signs out by a form with the token`() {
        var context = PageContext.sample
        let page = Page(title: "A", body: "")
        #expect(!Layout.render(page, context).string.contains("class=\"person\""))
        context.person = SignedInPerson(
            name: "Ann", role: "parent", link: Link(path: ["me"]), signOut: Link(path: ["sign-out"]))
        context.formToken = "a\"b"
        let html = Layout.render(page, context).string
        #expect(html.contains("<span><a href=\"/me\">Ann</a>, parent</span>"))
        #expect(
            html.contains(
                "<form action=\"/sign-out\" method=\"post\"><input type=\"hidden\" name=\"token\" value=\"a&quot;b\">"
                    + "<button>Sign out</button></form>"))
    }

    @Test(arguments: [
        (1, 1, [1]), (1, 2, [1, 2]), (1, 5, [1, 2, 5]), (3, 5, [1, 2, 3, 4, 5]), (5, 9, [1, 4, 5, 6, 9]),
        (4, 9, [1, 2, 3, 4, 5, 9]), (9, 9, [1, 8, 9]), (6, 20, [1, 5, 6, 7, 20]), (0, 4, [1, 4]),
        (99, 4, [1, 4]),
    ])
    func `pages are named around the one that is shown, without a gap of one`(
        page: Int, count: Int, shown: [Int]
    ) {
        #expect(Kit.pageNumbers(page, count) == shown)
    }

    @Test func `a list on one page has no way through it`() {
        #expect(Kit.pagination(page: 1, of: 1) { _ in here }.isEmpty)
        #expect(Kit.pagination(page: 1, of: 0) { _ in here }.isEmpty)
        let first = Kit.pagination(page: 1, of: 3) { Link(path: ["\($0)"]) }.string
        #expect(!first.contains("Previous") && first.contains("<a href=\"/2\">Next"))
        let last = Kit.pagination(page: 3, of: 3) { Link(path: ["\($0)"]) }.string
        #expect(last.contains("<a href=\"/2\">Previous") && !last.contains("Next"))
    }

    @Test func `a step that is not there is not shown`() {
        #expect(Kit.steps([], current: 0).isEmpty)
        #expect(Kit.steps([.init("A", nil)], current: 1).isEmpty)
        #expect(Kit.steps([.init("A", nil)], current: 0).string.contains("<p>Step 1 of 1</p>"))
    }
}
