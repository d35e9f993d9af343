import Access
import CivilTime
import Ledger
import Markup
import Pages

/// A read as the list shows it.
struct ReadRow: Sendable {
    let sequence: Int
    let when: String
    let name: String
    let role: String
    let basis: String
    let route: String
    let commit: Int
    let children: [Reads.Shown]

    init(_ recorded: Reads.Recorded, _ names: [String: String]) {
        let (day, hour, minute) = Day.londonClock(microsecondsSince1970: recorded.recordedAt)
        sequence = recorded.sequence
        when = "\(day.short), \(Digits.two(hour)):\(Digits.two(minute))"
        name = names[recorded.read.account] ?? recorded.read.account
        role = recorded.read.role.flatMap(Role.init(rawValue:))?.words ?? ""
        basis = Basis(rawValue: recorded.read.basis)?.words ?? recorded.read.basis
        route = recorded.read.route
        commit = recorded.read.commit
        children = recorded.read.children
    }

    static func names(_ reader: Reader) throws -> [String: String] {
        var names: [String: String] = [:]
        try reader.forEach("SELECT subject_id, name FROM access_account") { names[$0.text(0)] = $0.text(1) }
        return names
    }
}

/// The page on who read what.
enum ReadsView {
    static func page(
        _ rows: [ReadRow], record: String, account: String, query: [(name: String, value: String)],
        older: Int?, root: Root, unknown: String?
    ) -> Page {
        var typed = Typed()
        typed.set("record", record)
        typed.set("account", account)
        var form = Form(asking: AdminRoutes.reads(), typed: typed, button: "Show reads")
        form.ask(
            TextQuestion("record", "Record number", most: 40, width: .thirty, isCode: true)
                .hint("The random number of a child's record, as its page shows it.").optional(),
            TextQuestion("account", "Email address of an account", most: 254, width: .thirty, isCode: true)
                .optional())
        return Page(
            title: "Who read what", section: "reads",
            body: """
                <h1>Who read what</h1>
                <p class="lead">Every page, file and search that showed a child's record was written down before it was \
                sent.</p>
                \(form.html)
                \(unknown.map { Kit.warning($0) } ?? list(rows, query: query, older: older))
                <h2>How to prove it</h2>
                <p>Reads stand in a chain of their own. It ends now in:</p>
                <p class="mono root-whole">reads \(root.description)</p>
                <p>The command <span class="mono">goldenthread verify</span> checks the whole of it.</p>
                """)
    }

    private static func list(
        _ rows: [ReadRow], query: [(name: String, value: String)], older: Int?
    ) -> HTML {
        guard !query.isEmpty else { return "" }
        guard !rows.isEmpty else { return "<p>There are no such reads.</p>" }
        var table = DataTable(
            "Reads", [.text("When"), .text("Who"), .text("On what basis"), .text("Page"), .text("Records")])
        for row in rows {
            let opened = row.children.count { $0.opened }
            let listed = row.children.count - opened
            let one = row.children.count == 1 ? row.children.first.map { " (\($0.child))" } ?? "" : ""
            let records = [
                opened > 0 ? "\(opened) opened\(one)" : nil, listed > 0 ? "\(listed) listed\(one)" : nil,
            ]
            table.add([
                HTML(text: row.when), "\(row.name)<br><span class=\"muted\">\(row.role)</span>",
                HTML(text: row.basis), "<span class=\"mono\">\(row.route)</span>",
                HTML(text: records.compactMap { $0 }.joined(separator: ", ")),
            ])
        }
        let more: HTML? = older.map { sequence in
            """
            <p><a href="\(AdminRoutes.reads(query: query + [(name: "before", value: "\(sequence)")]))">Earlier reads</a></p>
            """
        }
        return """
            \(table.html())\(more)
            <p><a href="\(AdminRoutes.readsFile(query: query))">Download as CSV</a></p>
            """
    }
}
