import CivilTime
import Markup
import Pages

/// The marks that stand on one record.
enum MarksView {
    static func list(_ rows: [(mark: ReadersMark, name: String)], of child: String) -> HTML {
        """
        <p>Record number <span class="mono">\(child)</span>. What you mark stays out of the family's list of who \
        looked, until you release it.</p>
        \(rows.isEmpty ? "<p>No access is marked.</p>" : table(rows, child))
        <h2>Mark an access</h2>
        """
    }

    private static func table(_ rows: [(mark: ReadersMark, name: String)], _ child: String) -> HTML {
        var table = DataTable("Marks", [.text("Whose access"), .text("From"), .plain("Release")])
        for row in rows {
            table.add([
                HTML(text: row.name), HTML(text: row.mark.from.short),
                """
                <a href="\(ChildRoutes.releasing((child, row.mark.id)))">Release\
                <span class="unseen"> the access of \(row.name)</span></a>
                """,
            ])
        }
        return table.html()
    }
}
