import CivilTime
import Markup
import Pages

/// The list of children.
enum ListView {
    static let crumb = Crumb("Children", ChildRoutes.list())

    /// What else leads on from the list for who asks.
    struct Ways: Sendable {
        let new: Bool
        let emergency: Bool
    }

    static func page(_ found: ChildPage, words: String, _ ways: Ways, _ context: PageContext) -> Page {
        let query = words.isEmpty ? [] : [(name: "q", value: words)]
        let add: HTML =
            ways.new ? "<p><a class=\"button\" href=\"\(ChildRoutes.new())\">Add a child</a></p>" : ""
        let emergency: HTML =
            ways.emergency
            ? "<p><a href=\"\(ChildRoutes.emergency())\">Open a record in an emergency</a></p>" : ""
        let pages = Kit.pagination(page: found.page, of: found.pages) { page in
            ChildRoutes.list(query: query + [(name: "page", value: "\(page)")])
        }
        return Page(
            title: "Children", section: "children",
            body: """
                <h1>Children</h1>
                <p class="lead">The children and young people whose records you may see.</p>
                \(add)\(Kit.search(
                    to: ChildRoutes.list(), "Find a child", value: words.isEmpty ? nil : words,
                    hint: "Any name they ever had, birth date, NHS number, UPN, ULN or postcode."))
                \(result(found, words, context.today))\(pages)\(download(found, query))\(emergency)
                """)
    }

    private static func result(_ found: ChildPage, _ words: String, _ today: Day) -> HTML {
        guard found.count > 0 else {
            return words.isEmpty
                ? "<p>There is no record that you may see.</p>"
                : "<p>No record that you may see fits “\(words)”.</p>"
        }
        let many = found.count == 1 ? "1 child" : "\(Digits.grouped(found.count)) children"
        return "<p>\(many)</p>\(table(found.rows, today))"
    }

    private static func table(_ rows: [ChildRow], _ today: Day) -> HTML {
        var table = DataTable("Children", [.text("Name"), .text("Birth date"), .text("Setting now")])
        for row in rows {
            table.add([
                "<a href=\"\(ChildRoutes.child(row.id))\">\(row.name)</a>",
                HTML(text: row.birthDate?.short ?? "not known"), HTML(text: row.setting ?? "none recorded"),
            ])
        }
        return table.html()
    }

    private static func download(_ found: ChildPage, _ query: [(name: String, value: String)]) -> HTML {
        found.count == 0
            ? "" : "<p><a href=\"\(ChildRoutes.file(query: query))\">Download as CSV</a></p>"
    }

    /// A family's own children, where there are several or none.
    static func family(_ rows: [ChildRow], isOwn: Bool) -> Page {
        let items = rows.map { row -> HTML in
            "<li><a href=\"\(ChildRoutes.child(row.id))\">\(row.name)</a></li>"
        }
        let none: HTML = """
            <p>There is nothing here yet. A record appears once your council's SEND team has connected it with \
            you. If you think it should be here, ask them.</p>
            """
        let title = isOwn ? "My record" : "My children"
        return Page(
            title: title, section: "my-child",
            body: "<h1>\(title)</h1>\(rows.isEmpty ? none : "<ul class=\"links\">\(items)</ul>")")
    }
}
