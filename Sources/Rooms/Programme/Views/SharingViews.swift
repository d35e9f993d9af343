import CivilTime
import Ledger
import Markup
import Pages

/// A set of evidence as the list shows it.
struct SharingRow: Sendable {
    let id: String
    let title: String
    let recipient: String
    let arrangement: String
    let papers: Int
    let checks: Int
    let shared: Day?

    /// All sets: those not shared yet, then the newest.
    static func all(_ reader: Reader) throws -> [SharingRow] {
        try reader.all(
            """
            SELECT subject_id, title, recipient, arrangement, papers, checks, shared FROM programme_sharing
            ORDER BY shared IS NOT NULL, shared DESC, title, subject_id
            """
        ) { fields in
            SharingRow(
                id: fields.text(0), title: fields.text(1), recipient: fields.text(2),
                arrangement: fields.text(3), papers: fields.integer(4), checks: fields.integer(5),
                shared: fields.day(6))
        }
    }
}

/// The list of sets of evidence.
enum SharingListView {
    static func page(_ rows: [SharingRow], mayKeep: Bool) -> Page {
        let add: HTML? =
            mayKeep
            ? "<p><a class=\"button\" href=\"\(SharingRoutes.new())\">Begin a set of evidence</a></p>" : nil
        var table = DataTable(
            "Sets of evidence",
            [
                .plain("Set"), .text("Who receives it"), .text("Arrangement"), .number("Papers"),
                .text("Checklist"), .text("Shared"),
            ])
        for row in rows {
            table.add([
                "<a href=\"\(SharingRoutes.set(row.id))\">\(row.title)</a>", HTML(text: row.recipient),
                HTML(text: row.arrangement), "\(row.papers)",
                "\(row.checks) of \(SharingCheck.allCases.count)",
                row.shared.map { HTML(text: $0.short) } ?? Kit.tag("Not yet", .amber),
            ])
        }
        let none: HTML = "<p>No set is recorded yet. Begin one before the next stocktake.</p>"
        return RegisterWords.page(
            "Evidence shared with the department", [RegisterWords.crumb],
            """
            <h1>Evidence shared with the department</h1>
            <p class="lead">Which papers were shared, when, under which arrangement, and what was made sure of \
            before. Nothing in a set is about a child.</p>
            \(add)\(rows.isEmpty ? none : table.html())
            """)
    }
}

/// The page of one set of evidence, and its file.
struct SharingView: Sendable {
    static let crumb = Crumb("Evidence shared with the department", SharingRoutes.list())

    let set: SharingSet
    let details: SharingDetails
    let around: RegisterSurroundings
    let mayKeep: Bool

    func page() -> Page {
        RegisterWords.page(
            details.title, [RegisterWords.crumb, Self.crumb],
            """
            <h1>\(details.title)</h1>
            <p class="lead">\(lead)</p>
            \(RegisterWords.problems(set.problems))\(Kit.summary(facts))
            <h2>Papers in it</h2>\(papers)
            <h2>Checklist</h2>\(checklist)\(sharings)\(doing)
            """)
    }

    private var lead: String {
        if let shared = set.shared { return "Shared with \(details.recipient) on \(shared.written)." }
        let missing = SharingCheck.allCases.count - set.checks.count
        if set.papers.isEmpty { return "Not shared yet: put the papers in first." }
        return missing == 0
            ? "Not shared yet. Everything on the checklist is made sure of."
            : "Not shared yet: \(PlanWords.count(missing, "point", "points")) of the checklist still to be made sure of."
    }

    private var facts: [(name: String, value: HTML)] {
        var rows: [(name: String, value: HTML)] = [
            ("Who receives it", HTML(text: details.recipient)),
            ("Arrangement", HTML(text: details.arrangement)),
        ]
        if !details.about.isEmpty {
            rows.append(("What it is to show", RegisterWords.paragraphs(details.about)))
        }
        if let served = around.served(details.serving) { rows.append(("Evidence for", served)) }
        return rows
    }

    private var papers: HTML {
        guard !set.papers.isEmpty else { return "<p>None yet.</p>" }
        var columns: [DataTable.Column] = [.plain("Paper"), .text("What it shows"), .text("Put in on")]
        if mayKeep { columns.append(.plain("Take out")) }
        var table = DataTable("Papers in it", columns)
        for paper in set.papers {
            let link = SharingRoutes.paper((set.id, paper.entry))
            var cells: [HTML] = [
                around.paper(paper.place, at: link, paper.title) ?? HTML(text: paper.title),
                RegisterWords.text(paper.shows), HTML(text: paper.day.short),
            ]
            if mayKeep {
                let out = SharingRoutes.changing((set.id, .remove), query: [("paper", paper.entry)])
                cells.append("<a href=\"\(out)\">Take out<span class=\"unseen\">: \(paper.title)</span></a>")
            }
            table.add(cells)
        }
        return """
            \(table.html())
            <p><a href="\(SharingRoutes.file(set.id))">The list of papers as CSV</a></p>
            """
    }

    private var checklist: HTML {
        var table = DataTable("Checklist", [.plain("What is made sure of"), .text("Stands")])
        for check in SharingCheck.allCases {
            table.add([
                HTML(text: check.words),
                set.checks.contains(check) ? Kit.tag("Made sure of", .green) : Kit.tag("Not yet", .amber),
            ])
        }
        let last: HTML? = set.checkings.last.map { last in
            let who = around.names[last.data.by] ?? "somebody whose account is not here"
            let again: HTML? =
                set.checks.isEmpty ? " Papers were put in since, so it has to be gone through again." : nil
            return "<p>Last gone through by \(who) on \(last.day.short).\(again)</p>"
        }
        return "\(table.html(namesFirst: true))\(last)"
    }

    private var sharings: HTML {
        guard !set.sharings.isEmpty else { return "" }
        var table = DataTable(
            "When it was shared", [.plain("Day"), .text("Who shared it"), .text("How"), .text("Recorded by")])
        for sharing in set.sharings.reversed() {
            table.add([
                HTML(text: sharing.day.short), HTML(text: sharing.data.by), HTML(text: sharing.data.how),
                HTML(text: around.names[sharing.data.account] ?? "Not known"),
            ])
        }
        return "<h2>When it was shared</h2>\(table.html())"
    }

    private var doing: HTML {
        guard mayKeep else { return "" }
        let forms: [(SharingForm, String)] = [
            (.add, "Put a paper in"), (.checklist, "Go through the checklist"),
            (.shared, "Record that it was shared"), (.details, "Change what it is"),
        ]
        return RegisterWords.doing(forms.map { ($0.1, SharingRoutes.changing((set.id, $0.0))) })
    }

    /// The papers of the set, a line each.
    var file: CSV {
        var csv = CSV([
            "set", "recipient", "arrangement", "shared", "plan", "objectives", "paper", "shows", "put_in",
            "file", "link",
        ])
        for paper in set.papers {
            csv.add([
                details.title, details.recipient, details.arrangement, set.shared?.iso,
                details.serving.plan?.text, details.serving.objectives.map(\.text).joined(separator: "; "),
                paper.title, paper.shows, paper.day.iso, around.fileName(paper.place), paper.place.link,
            ])
        }
        return csv
    }
}
