import CivilTime
import Ledger
import Markup
import Pages

/// The highlight reports of a month, theme by theme: what each project did, what comes next, what is asked.
struct ThemeReportView: Sendable {
    /// One project with what was reported of it for the month.
    struct Line: Sendable {
        let id: String
        let document: ProjectDocument
        let status: Project.Status
        let highlight: ProjectHighlight?
    }

    let month: Month
    let today: Day
    let themes: [ThemeRow]
    let lines: [Line]

    /// Everything that was recorded on projects and themes, read for a month.
    static func load(_ month: Month, today: Day, _ snapshot: Snapshot) throws -> ThemeReportView {
        let lines = try ProjectRow.all(snapshot.reader).compactMap { row -> Line? in
            guard let project = try snapshot.state(of: Project.self, row.id)?.state,
                let document = project.document
            else { return nil }
            let highlight = project.highlights.last { $0.data.highlight.month == month }?.data.highlight
            guard highlight != nil || project.status != .closed else { return nil }
            return Line(id: row.id, document: document, status: project.status, highlight: highlight)
        }
        return ThemeReportView(
            month: month, today: today, themes: try ThemeRow.all(snapshot.reader), lines: lines)
    }

    func page() -> Page {
        let title = "Highlight reports by theme, \(month.written)"
        return ProjectWords.page(
            title, [Crumb("Projects", ProjectRoutes.all())],
            """
            <h1>\(title)</h1>
            <p class="lead">\(lead)</p>
            \(Kit.links(months, label: "Months"))
            \(HTML.joined(sections))
            """)
    }

    private var lead: String {
        let reported = lines.count { $0.highlight != nil }
        let asked = lines.count { !($0.highlight?.decisions ?? "").isEmpty }
        return "\(PlanWords.count(reported, "project has", "projects have")) reported of \(lines.count); "
            + "\(PlanWords.count(asked, "asks", "ask")) for a decision."
    }

    private var months: [(title: String, link: Link)] {
        var links = [(title: (month - 1).written, link: ProjectRoutes.month(MonthText(month - 1)))]
        if month < today.calendarMonth {
            links.append(((month + 1).written, ProjectRoutes.month(MonthText(month + 1))))
        }
        return links
    }

    private var sections: [HTML] {
        let known = Set(themes.map(\.id))
        let ofThemes = themes.map { theme -> HTML in
            section(theme.title, chaired: theme.coChairs, lines.filter { $0.document.theme == theme.id })
        }
        let others = lines.filter { $0.document.theme.map { !known.contains($0) } ?? true }
        return ofThemes + (others.isEmpty ? [] : [section("Under no theme", chaired: nil, others)])
    }

    private func section(_ title: String, chaired: String?, _ lines: [Line]) -> HTML {
        let chairs: HTML? = chaired.map { "<p class=\"muted\">Chaired by \($0).</p>" }
        let asked = lines.compactMap { line -> String? in
            guard let asked = line.highlight?.decisions, !asked.isEmpty else { return nil }
            return "\(line.document.title): \(asked)"
        }
        let decisions: HTML =
            asked.isEmpty ? "" : Kit.inset("<p><strong>Decisions asked for</strong></p>\(Kit.bullets(asked))")
        let items: HTML =
            lines.isEmpty ? "<p>No project stands under it.</p>" : HTML.joined(lines.map(project))
        return "<section><h2>\(title)</h2>\(chairs)\(decisions)\(items)</section>"
    }

    private func project(_ line: Line) -> HTML {
        let heading: HTML = """
            <h3><a href="\(ProjectRoutes.one(line.id))">\(line.document.title)</a> \
            \(ProjectWords.tag(line.highlight?.rating))</h3><p class="muted">\(line.document.owner). \
            \(line.status.words)</p>
            """
        guard let highlight = line.highlight else { return heading }
        let parts: [(String, String)] = [
            ("Done", highlight.done), ("Next", highlight.next), ("Risks", highlight.risks),
        ]
        return
            "\(heading)\(Kit.summary(parts.filter { !$0.1.isEmpty }.map { ($0.0, ProjectWords.paragraphs($0.1)) }))"
    }
}
