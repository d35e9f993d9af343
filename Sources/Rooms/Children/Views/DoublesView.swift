import Markup
import Pages
import People

/// The pages on records that may be of one child.
enum DoublesView {
    static func list(_ found: FoundChild, _ doubles: [PossibleDouble]) -> Page {
        var table = DataTable(
            "Records that may be of the same child",
            [
                .text("Record"), .text("How likely"), .text("What speaks for it"),
                .text("What speaks against"), .plain("Merge"),
            ])
        for double in doubles {
            table.add([
                "<a href=\"\(ChildRoutes.child(double.id))\">\(double.name)</a>",
                HTML(text: double.comparison.verdict.name),
                RecordView.lines(double.comparison.reasonsFor.map(\.text)),
                RecordView.lines(double.comparison.reasonsAgainst.map(\.text)),
                """
                <a href="\(ChildRoutes.merging((found.id, double.id)))">Merge\
                <span class="unseen"> with the record of \(double.name)</span></a>
                """,
            ])
        }
        return Page(
            title: "Records that may be of the same child", thread: RecordView.thread(found),
            section: "children",
            body: """
                <h1>Records that may be of the same child</h1>
                <p class="lead">The program only proposes. Merge records when you are sure; it can be taken back.</p>
                \(doubles.isEmpty ? "<p>None is proposed.</p>" : table.html())
                """)
    }

    /// What stands over the form that merges two records.
    static func merging(_ pair: MergePair) -> HTML {
        """
        <p>The record of \(pair.other.title) (<span class="mono">\(pair.other.id)</span>) becomes part of the record of \
        \(pair.found.title) (<span class="mono">\(pair.found.id)</span>), which goes on.</p>
        \(Kit.summary([
            ("How likely", HTML(text: pair.comparison.verdict.name)),
            ("What speaks for it", RecordView.lines(pair.comparison.reasonsFor.map(\.text))),
            ("What speaks against", RecordView.lines(pair.comparison.reasonsAgainst.map(\.text))),
        ]))
        \(people("Who will see more afterwards", pair.gaining, none: "Nobody will see more."))
        \(people(
            "Who will not be involved any more", pair.losing, none: "Everybody stays involved.",
            note: "What made them involved stands only on the record that is merged. Record it on the other first."))
        """
    }

    private static func people(
        _ title: String, _ rows: [InvolvedRow], none: String, note: String? = nil
    ) -> HTML {
        guard !rows.isEmpty else { return "<h2>\(title)</h2><p>\(none)</p>" }
        let words = rows.map { "\($0.name), \($0.kind.words)" }
        let more: HTML? = note.map { "<p>\($0)</p>" }
        return "<h2>\(title)</h2>\(Kit.bullets(words))\(more)"
    }
}
