import CivilTime
import Ledger
import Markup
import Pages

/// A review as the calendar shows it.
struct ExternalReviewRow: Sendable {
    let id: String
    let kind: ReviewKind?
    let title: String
    let body: String
    let planned: Day?
    let isDayKnown: Bool
    let held: Day?
    let next: Day?
    let hasFindings: Bool
    let openActions: Int
    let actionDue: Day?
    let isPublic: Bool

    static func all(_ reader: Reader) throws -> [ExternalReviewRow] {
        try reader.all(
            """
            SELECT subject_id, kind, title, body, planned, is_day_known, held, next, has_findings, open_actions,
            action_due, is_public
            FROM programme_review ORDER BY COALESCE(held, planned, 9999999), title, subject_id
            """
        ) { fields in
            ExternalReviewRow(
                id: fields.text(0), kind: ReviewKind(rawValue: fields.text(1)), title: fields.text(2),
                body: fields.text(3), planned: fields.day(4), isDayKnown: fields.flag(5),
                held: fields.day(6), next: fields.day(7), hasFindings: fields.flag(8),
                openActions: fields.integer(9), actionDue: fields.day(10), isPublic: fields.flag(11))
        }
    }

    /// Whether nothing of it has happened yet.
    var isAhead: Bool { held == nil && !hasFindings }

    var plannedWords: String {
        guard let planned else { return "No date" }
        return isDayKnown ? planned.short : planned.calendarMonth.written
    }

    func findings(_ today: Day) -> [String] {
        RegisterAttention.review(
            planned: planned, isDayKnown: isDayKnown, held: held, hasFindings: hasFindings,
            actionDue: actionDue, today: today)
    }
}

/// The calendar of reviews: what comes, what is expected after it, what was held.
struct ExternalReviewCalendarView: Sendable {
    let rows: [ExternalReviewRow]
    let isPublic: Bool
    let mayKeep: Bool
    let today: Day

    func page() -> Page {
        let title = "Reviews from outside"
        let add: HTML? =
            mayKeep
            ? "<p><a class=\"button\" href=\"\(ExternalReviewRoutes.new())\">Add a review</a></p>" : nil
        let none: HTML =
            isPublic
            ? "<p>Nothing has been published here yet.</p>"
            : "<p>No review is recorded yet. Add the notice or the visit that comes next.</p>"
        let body: HTML = """
            <h1>\(title)</h1>
            <p class="lead">\(lead)</p>
            \(add)\(rows.isEmpty ? none : "\(ahead)\(expected)\(held)")
            """
        return isPublic
            ? RegisterWords.publicPage(title, [Crumb("Improvement plan", PlanRoutes.plans())], body)
            : RegisterWords.page(title, [RegisterWords.crumb], body)
    }

    private var lead: String {
        guard let next = rows.first(where: { $0.isAhead && ($0.planned ?? .earliest) >= today }) else {
            return "Who looks at us from outside, what they asked and found, and what follows from it."
        }
        return "Next: \(next.title), \(next.plannedWords)."
    }

    private func link(_ row: ExternalReviewRow) -> HTML {
        let link =
            isPublic ? ExternalReviewRoutes.publishedOne(row.id) : ExternalReviewRoutes.review(row.id)
        return "<a href=\"\(link)\">\(row.title)</a>"
    }

    private var ahead: HTML {
        let coming = rows.filter(\.isAhead)
        guard !coming.isEmpty else { return "<h2>Planned</h2><p>None is planned.</p>" }
        var table = DataTable(
            "Planned", [.plain("Review"), .text("Kind"), .text("By whom"), .text("Planned for")])
        for row in coming {
            let isPast = !row.findings(today).isEmpty
            let late: HTML? = isPast && !isPublic ? " \(Kit.tag("Not recorded as held", .red))" : nil
            table.add([
                link(row), HTML(text: row.kind?.words ?? ""), HTML(text: row.body),
                "\(row.plannedWords)\(late)",
            ])
        }
        return "<h2>Planned</h2>\(table.html(namesFirst: true))"
    }

    private var expected: HTML {
        let next = rows.compactMap { row in row.next.map { (row, $0) } }.filter { $0.1 >= today }
        guard !next.isEmpty else { return "" }
        var table = DataTable(
            "Expected after those", [.plain("After"), .text("Kind"), .text("Expected on")])
        for (row, day) in next.sorted(by: { ($0.1, $0.0.id) < ($1.1, $1.0.id) }) {
            table.add([link(row), HTML(text: row.kind?.words ?? ""), HTML(text: day.short)])
        }
        return "<h2>Expected after those</h2>\(table.html(namesFirst: true))"
    }

    private var held: HTML {
        let past = rows.filter { !$0.isAhead }.reversed()
        guard !past.isEmpty else { return "" }
        var columns: [DataTable.Column] = [
            .plain("Review"), .text("Kind"), .text("By whom"), .text("Held"), .text("Findings"),
        ]
        if !isPublic { columns += [.number("Open actions"), .text("Needs attention")] }
        var table = DataTable("Held", columns)
        for row in past {
            var cells: [HTML] = [
                link(row), HTML(text: row.kind?.words ?? ""), HTML(text: row.body),
                HTML(text: row.held?.short ?? "Day not recorded"),
                row.hasFindings ? "Recorded" : "Not yet",
            ]
            if !isPublic {
                cells += ["\(row.openActions)", RegisterWords.cell(row.findings(today))]
            }
            table.add(cells)
        }
        return "<h2>Held</h2>\(table.html())"
    }
}

/// The page of one review; the public one leaves out what is not for everybody.
struct ExternalReviewView: Sendable {
    static let crumb = Crumb("Reviews from outside", ExternalReviewRoutes.calendar())

    let review: ExternalReview
    let details: ReviewDetails
    let around: RegisterSurroundings
    let isPublic: Bool
    let mayKeep: Bool
    let today: Day

    func page() -> Page {
        let findings =
            isPublic
            ? []
            : RegisterAttention.review(
                planned: details.planned, isDayKnown: details.isDayKnown, held: review.held,
                hasFindings: !review.outcomes.isEmpty, actionDue: review.actions.firstDue, today: today)
        let body: HTML = """
            <h1>\(details.title)</h1>
            <p class="lead">\(lead)</p>
            \(RegisterWords.attention(findings))\(isPublic ? "" : RegisterWords.problems(review.problems))
            \(Kit.summary(facts))\(outcomes)\(actions)\(papers)\(doing)
            """
        return isPublic
            ? RegisterWords.publicPage(
                details.title, [Crumb("Reviews from outside", ExternalReviewRoutes.published())], body)
            : RegisterWords.page(details.title, [RegisterWords.crumb, Self.crumb], body)
    }

    private var lead: String {
        if let held = review.held { return "\(details.kind.words) by \(details.body), \(held.written)." }
        let planned = details.plannedWords.map { "planned for \($0)" } ?? "no date yet"
        return "\(details.kind.words) by \(details.body), \(planned)."
    }

    private var facts: [(name: String, value: HTML)] {
        var rows: [(name: String, value: HTML)] = [
            ("Planned for", RegisterWords.text(details.plannedWords)),
            (
                "What it looks at",
                details.scope.isEmpty ? RegisterWords.nothing : RegisterWords.paragraphs(details.scope)
            ),
            (
                "What was asked",
                details.asked.isEmpty ? RegisterWords.nothing : RegisterWords.paragraphs(details.asked)
            ),
        ]
        for held in review.days {
            let words: HTML? =
                isPublic || held.words.isEmpty ? nil : RegisterWords.paragraphs(held.words)
            rows.append(("Held", "\(held.day.written)\(words)"))
        }
        if let served = around.served(details.serving) { rows.append(("About", served)) }
        if let next = details.next { rows.append(("The next is expected", HTML(text: next.written))) }
        if !isPublic {
            let open: HTML =
                review.isOpened
                ? "Everybody: <a href=\"\(ExternalReviewRoutes.publishedOne(review.id))\">its public page</a>"
                : "The partnership only"
            rows.append(("Who may read it", open))
        }
        return rows
    }

    private var outcomes: HTML {
        guard !review.outcomes.isEmpty else {
            return "<h2>What was found</h2><p>Nothing is recorded yet.</p>"
        }
        let sections = review.outcomes.reversed().map { outcome -> HTML in
            let good: HTML? =
                outcome.strengths.isEmpty
                ? nil : "<h3>What goes well</h3>\(RegisterWords.paragraphs(outcome.strengths))"
            return """
                <p class="muted">Told on \(outcome.day.written)</p>\(good)
                <h3>What must get better</h3>\(RegisterWords.paragraphs(outcome.findings))
                """
        }
        return "<h2>What was found</h2>\(HTML.joined(sections))"
    }

    private var actions: HTML {
        let id = review.id
        return RegisterWords.actions(
            review.actions, around, today: today,
            report: mayKeep
                ? { ExternalReviewRoutes.changing((id, .actionState), query: [("action", $0.entry)]) } : nil)
    }

    private var papers: HTML {
        let shown = review.papers.filter { $0.isPublic || !isPublic }
        guard !shown.isEmpty else { return "" }
        var columns: [DataTable.Column] = [.plain("Paper"), .text("Day")]
        if !isPublic { columns.append(.text("Who may read it")) }
        var table = DataTable("Papers", columns)
        for paper in shown {
            let place = (review.id, paper.entry)
            let link =
                isPublic ? ExternalReviewRoutes.publishedPaper(place) : ExternalReviewRoutes.paper(place)
            var cells: [HTML] = [
                around.paper(paper.place, at: link, paper.title) ?? HTML(text: paper.title),
                HTML(text: paper.day.short),
            ]
            if !isPublic { cells.append(paper.isPublic ? "Everybody" : "The partnership") }
            table.add(cells)
        }
        return "<h2>Papers</h2>\(table.html(namesFirst: true))"
    }

    private var doing: HTML {
        guard mayKeep else { return "" }
        let forms: [(ExternalReviewForm, String)] = [
            (.held, "Record that it was held"), (.findings, "Record what was found"),
            (.action, "Add an action that follows"), (.paper, "Add a paper"),
            (.details, "Change what is known of it"), (.publicity, "Say who may read it"),
        ]
        return RegisterWords.doing(
            forms.map { ($0.1, ExternalReviewRoutes.changing((review.id, $0.0))) })
    }
}
