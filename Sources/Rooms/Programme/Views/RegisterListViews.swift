import CivilTime
import Ledger
import Markup
import Pages
import People

/// A thing in a register as lists show it.
struct RegisterRow: Sendable {
    let id: String
    let kindID: String
    let title: String
    let owner: String
    let isPublic: Bool
    let published: Day?
    let version: String?
    let serving: Serving
    let standing: RegisterAttention.Standing

    /// All things of all registers, by title.
    static func all(_ reader: Reader) throws -> [RegisterRow] {
        try reader.all(
            """
            SELECT subject_id, kind, title, owner, status, is_public, due, published, ends, review, version,
            action_due, coproduced, plan, objectives
            FROM programme_register ORDER BY title, subject_id
            """
        ) { fields in
            let standing = RegisterAttention.Standing(
                kind: RegisterKind(pathText: fields.text(1)),
                status: RegisterStatus(rawValue: fields.text(4)) ?? .planned, due: fields.day(6),
                ends: fields.day(8), review: fields.day(9), hasVersion: fields.textOrNil(10) != nil,
                coproductions: fields.integer(12), actionDue: fields.day(11))
            return RegisterRow(
                id: fields.text(0), kindID: fields.text(1), title: fields.text(2), owner: fields.text(3),
                isPublic: fields.flag(5), published: fields.day(7), version: fields.textOrNil(10),
                serving: RegisterTables.serving(fields.textOrNil(13), fields.text(14)), standing: standing)
        }
    }

    func findings(_ today: Day) -> [String] { RegisterAttention.findings(standing, today: today) }
}

/// Which things of a register are asked for.
struct RegisterFilter: Sendable {
    var words = ""
    var status: RegisterStatus?
    var needsAttention = false
    let typed: Typed

    static let search = TextQuestion("q", "Words in title or owner", most: 200)
    static let status = SelectQuestion(
        "status", "Status", RegisterStatus.allCases.map { Choice($0, $0.words) }, none: "Any status")
    static let attention = SelectQuestion(
        "attention", "Attention", [Choice("yes", "Only what needs attention")], none: "All")

    /// Nonsense in the address asks for everything.
    init(_ request: Request) {
        typed = Typed(query: request.query)
        var reading = Reading(typed)
        words = reading.ask(Self.search.optional()) ?? ""
        status = reading.ask(Self.status.optional())
        needsAttention = reading.ask(Self.attention.optional()) != nil
    }

    func takes(_ row: RegisterRow, today: Day) -> Bool {
        let key = SearchKey(of: words).text
        let held = SearchKey(of: "\(row.title) \(row.owner)").text
        return (key.isEmpty || held.contains(key)) && (status == nil || row.standing.status == status)
            && (!needsAttention || !row.findings(today).isEmpty)
    }
}

/// The list of one register.
struct RegisterListView: Sendable {
    let kind: RegisterKind
    let rows: [RegisterRow]
    let filter: RegisterFilter
    let mayKeep: Bool
    let today: Day

    func page() -> Page {
        let fitting = rows.filter { filter.takes($0, today: today) }
        var form = Form(asking: RegisterRoutes.list(kind), typed: filter.typed, button: "Show")
        form.ask(RegisterFilter.search, RegisterFilter.status, RegisterFilter.attention)
        let add: HTML? =
            mayKeep
            ? "<p><a class=\"button\" href=\"\(RegisterRoutes.new(kind))\">Add \(kind.one)</a></p>" : nil
        let filters: HTML = rows.isEmpty ? "" : form.html
        return RegisterWords.page(
            kind.title, [RegisterWords.crumb],
            """
            <h1>\(kind.title)</h1>
            <p class="lead">\(kind.about)</p>
            \(add)\(filters)
            \(rows.isEmpty ? empty : table(fitting))
            """)
    }

    private var empty: HTML {
        mayKeep
            ? "<p>Nothing is recorded yet. Add the first, and say who answers for it.</p>"
            : "<p>Nothing is recorded yet. The programme team adds what is known.</p>"
    }

    private func table(_ rows: [RegisterRow]) -> HTML {
        guard !rows.isEmpty else { return "<p>None fits. Ask for less.</p>" }
        var table = DataTable(
            kind.title,
            [
                .plain("Title"), .text("Who answers"), .text("Status"), .text("Version"), .text("Due"),
                .text("Looked at again"), .text("Needs attention"),
            ])
        for row in rows {
            let open: HTML = row.isPublic ? " \(Kit.tag("Public", .grey))" : ""
            table.add([
                "<a href=\"\(RegisterRoutes.item(row.id))\">\(row.title)</a>\(open)", HTML(text: row.owner),
                RegisterWords.tag(row.standing.status), HTML(text: row.version ?? "None"),
                HTML(text: row.standing.due?.short ?? "No date"),
                HTML(text: row.standing.review?.short ?? "No date"),
                RegisterWords.cell(row.findings(today)),
            ])
        }
        return "<p>\(PlanWords.count(rows.count, "entry", "entries"))</p>\(table.html())"
    }

    /// What everybody may read, by kind.
    static func published(_ rows: [RegisterRow]) -> Page {
        let sections = RegisterKind.all.compactMap { kind -> HTML? in
            let rows = rows.filter { $0.kindID == kind.id }
            guard !rows.isEmpty else { return nil }
            var table = DataTable(
                kind.title, [.plain("Title"), .text("Who answers"), .text("Status"), .text("Published")])
            for row in rows {
                table.add([
                    "<a href=\"\(RegisterRoutes.publishedItem(row.id))\">\(row.title)</a>",
                    HTML(text: row.owner), RegisterWords.tag(row.standing.status),
                    HTML(text: row.published?.short ?? "Not yet"),
                ])
            }
            return "<h2>\(kind.title)</h2><p>\(kind.about)</p>\(table.html(namesFirst: true))"
        }
        return RegisterWords.publicPage(
            "Strategies and papers", [Crumb("Improvement plan", PlanRoutes.plans())],
            """
            <h1>Strategies and papers</h1>
            <p class="lead">The strategies behind the improvement plan, who shaped them with us, and what we say of
            ourselves.</p>
            \(sections.isEmpty ? "<p>Nothing has been published here yet.</p>" : HTML.joined(sections))
            """)
    }
}
