import CivilTime
import Markup
import Pages

/// The page on who opened a record, for the family.
enum ReadersView {
    static func page(_ found: FoundChild, _ rows: [ReaderRow], older: Int?) -> Page {
        Page(
            title: "Who looked at this record",
            thread: [Crumb(found.title, ChildRoutes.child(found.id))], section: "my-child",
            body: """
                <h1>Who looked at this record</h1>
                <p class="lead">Each time somebody opens the record of \(found.title), it is written down before they \
                see anything.</p>
                <p>You see what kind of work they do and where, how often they looked on each day, and why they were \
                allowed to. If you want to ask about one of these, write to the council's data protection officer and \
                give the day and time.</p>
                \(table(rows))\(more(found, older))
                """)
    }

    private static func table(_ rows: [ReaderRow]) -> HTML {
        guard !rows.isEmpty else { return "<p>Nobody has opened it yet.</p>" }
        var table = DataTable(
            "Who looked",
            [
                .text("Day"), .text("Who"), .text("Organisation"), .text("How often"),
                .text("Why they were allowed to"),
            ])
        for row in rows {
            table.add([
                HTML(text: row.day.written), HTML(text: row.role), HTML(text: row.organisation),
                HTML(text: row.often), HTML(text: row.basis),
            ])
        }
        return table.html()
    }

    private static func more(_ found: FoundChild, _ older: Int?) -> HTML {
        guard let older else { return "" }
        let link = ChildRoutes.readers(found.id, query: [(name: "before", value: "\(older)")])
        return "<p><a href=\"\(link)\">Earlier</a></p>"
    }
}
