import Access
import CivilTime
import Ledger
import Markup
import Pages

/// The words and pieces that pages of projects share.
enum ProjectWords {
    static func tag(_ rating: Rating.Colour?) -> HTML {
        guard let rating, let known = ProjectHighlight.ratings.first(where: { $0.colour == rating }) else {
            return "Not reported"
        }
        return Kit.tag(known.word, PlanWords.colour(rating))
    }

    static func page(_ title: String, _ thread: [Crumb], _ body: HTML) -> Page {
        Page(title: title, thread: thread, section: ProjectRoutes.section, body: body)
    }

    /// A text of several lines; a line that says nothing ends a paragraph.
    static func paragraphs(_ text: String) -> HTML {
        HTML.joined(
            text.split(separator: "\n").filter { $0.contains { !$0.isWhitespace } }.map { line -> HTML in
                "<p>\(line)</p>"
            })
    }
}

/// All themes with their projects.
struct ProjectsView: Sendable {
    let projects: [ProjectRow]
    let themes: [ThemeRow]
    let plans: [(code: Code, title: String)]
    let today: Day
    let visitor: Visitor

    func page() -> Page {
        let known = Set(themes.map(\.id))
        let others = projects.filter { $0.theme.map { !known.contains($0) } ?? true }
        return ProjectWords.page(
            "Projects", [],
            """
            <h1>Projects</h1>
            <p class="lead">\(lead)</p>
            \(links.isEmpty ? "" : Kit.links(links, label: "What you can do"))
            \(HTML.joined(themes.map(theme)))
            \(rest(others))
            \(dates)
            """)
    }

    private func rest(_ others: [ProjectRow]) -> HTML {
        guard !others.isEmpty else { return "" }
        return """
            <section><h2>\(themes.isEmpty ? "All projects" : "Under no theme")</h2>
            \(table(others, "Projects under no theme"))</section>
            """
    }

    /// The way to what concerns the dates of each plan.
    private var dates: HTML {
        guard !plans.isEmpty else { return "" }
        let links = plans.flatMap { plan -> [(title: String, link: Link)] in
            var links = [
                (title: "Requests to change dates: \(plan.title)", link: ChangeRequestRoutes.all(plan.code))
            ]
            if decide(visitor, .reviewDates).isAllowed {
                links.append(("Review of dates: \(plan.title)", ChangeRequestRoutes.review(plan.code)))
            }
            return links
        }
        return "<h2>Dates of the plans</h2>\(Kit.links(links, label: "Dates of the plans"))"
    }

    private var lead: String {
        guard !projects.isEmpty else {
            return
                "No project is recorded yet. Propose one to say what it is for, who owns it and which objectives it "
                + "serves."
        }
        let open = projects.filter { $0.status != .closed }
        let red = open.count { $0.rating == .red }
        return
            "\(PlanWords.count(open.count, "project or workstream", "projects and workstreams")) not closed; "
            + "\(red) last reported red."
    }

    private var links: [(title: String, link: Link)] {
        var links: [(title: String, link: Link)] = []
        if decide(visitor, .runProjects).isAllowed {
            links.append(("Propose a project", ProjectRoutes.proposing()))
        }
        if decide(visitor, .manageThemes).isAllowed {
            links.append(("Add a theme", ProjectRoutes.newTheme()))
        }
        if !projects.isEmpty {
            let month = MonthText(today.calendarMonth - 1)
            links.append(("Highlight reports by theme", ProjectRoutes.month(month)))
        }
        return links
    }

    private func theme(_ theme: ThemeRow) -> HTML {
        let own = projects.filter { $0.theme == theme.id }
        let change: HTML =
            decide(visitor, .manageThemes).isAllowed && !theme.isClosed
            ? " <a href=\"\(ProjectRoutes.theme(theme.id))\">Change<span class=\"unseen\"> \(theme.title)</span></a>"
            : ""
        return """
            <section><h2>\(theme.title)</h2>
            <p class="muted">\(theme.isClosed ? "This theme has ended. " : "")Chaired by \(theme.coChairs).\(change)</p>
            \(own.isEmpty ? "<p>No project stands under it yet.</p>" : table(own, "Projects of \(theme.title)"))</section>
            """
    }

    private func table(_ projects: [ProjectRow], _ caption: String) -> HTML {
        var table = DataTable(
            caption,
            [.plain("Project"), .text("Owner"), .text("Status"), .text("Last reported"), .plain("Rating")])
        for project in projects {
            let kind: HTML =
                project.kind == .workstream ? " <span class=\"muted\">(workstream)</span>" : ""
            table.add([
                "<a href=\"\(ProjectRoutes.one(project.id))\"><strong>\(project.title)</strong></a>\(kind)",
                HTML(text: project.owner), HTML(text: project.status.words),
                HTML(text: project.month?.written ?? "Never"), ProjectWords.tag(project.rating),
            ])
        }
        return table.html(namesFirst: true)
    }
}

/// One project: how it stands, its milestones, its highlights month by month.
struct ProjectView: Sendable {
    let project: Project
    let document: ProjectDocument
    let names: ProjectNames
    let visitor: Visitor
    let today: Day

    func page() -> Page {
        let problems = project.problems.map { problem -> HTML in Kit.doubt(HTML(text: problem.text)) }
        return ProjectWords.page(
            document.title, [Crumb("Projects", ProjectRoutes.all())],
            """
            <h1>\(document.title)</h1>
            <p class="lead">\(lead)</p>
            \(HTML.joined(problems))
            \(Kit.summary(summary))
            \(Kit.links(links, label: "What you can do"))
            \(milestones)
            \(highlights)
            \(agreements)
            """)
    }

    private var lead: String {
        let last = project.byMonth.first?.data.highlight
        let rated = last.flatMap { highlight in
            ProjectHighlight.ratings.first { $0.colour == highlight.rating }.map {
                "Last reported for \(highlight.month.written): \($0.word.lowercased()), \($0.meaning)."
            }
        }
        return "\(project.status.words). \(rated ?? "Nothing has been reported on it yet.")"
    }

    private var summary: [(name: String, value: HTML)] {
        let served = document.objectives.map { served -> HTML in
            "<a href=\"\(PlanRoutes.objective((served.plan, served.objective)))\">\(served.objective.text)</a>"
        }
        let version = project.versions.count
        let agreed = project.isAgreedAsWritten ? "agreed" : "not agreed yet"
        return [
            ("What it is", HTML(text: document.kind.words)),
            ("Theme", HTML(text: names.theme ?? "None")),
            ("Part of", HTML(text: document.programme.isEmpty ? "No larger programme" : document.programme)),
            ("Objectives served", served.isEmpty ? "None" : HTML.joined(served, separator: ", ")),
            ("Owner", HTML(text: document.owner)), ("Sponsor", HTML(text: document.sponsor)),
            ("Reports each month", HTML(text: names.lead ?? "The programme team")),
            (
                "Initiation document",
                "<a href=\"\(ProjectRoutes.initiation(project.id))\">Version \(version)</a>, \(agreed)"
            ),
        ]
    }

    private var isTeam: Bool { visitor.roles.contains(.programmeTeam) }
    private var isLead: Bool { visitor.account != nil && visitor.account == document.lead }

    private var links: [(title: String, link: Link)] {
        var links: [(title: String, link: Link)] = []
        let isOpen = project.status != .closed
        if isOpen, isTeam || isLead {
            links.append(("Report for a month", ProjectRoutes.highlighting(project.id)))
            if project.milestones.contains(where: { $0.met == nil }) {
                links.append(("Report on a milestone", ProjectRoutes.stepping((project.id, .milestone))))
            }
        }
        if isOpen, !isLead, !project.isAgreedAsWritten, decide(visitor, .agreeProjects).isAllowed {
            links.append(("Record that it was agreed", ProjectRoutes.agreeing(project.id)))
        }
        if isOpen, isTeam || isLead {
            if project.starts.isEmpty {
                links.append(("Record that work began", ProjectRoutes.stepping((project.id, .start))))
            }
            links.append(("Write the document anew", ProjectRoutes.writing(project.id)))
            links.append(("Close it", ProjectRoutes.stepping((project.id, .closing))))
        }
        return links + [("Print the initiation document", ProjectRoutes.initiation(project.id))]
    }

    private var milestones: HTML {
        guard !project.milestones.isEmpty else { return "" }
        var table = DataTable(
            "Milestones", [.plain("Milestone"), .text("First given"), .text("Expected"), .plain("Standing")])
        for one in project.milestones {
            let moved =
                one.slipMonths == 0
                ? ""
                : " (\(PlanWords.count(abs(one.slipMonths), "month", "months")) \(one.slipMonths > 0 ? "later" : "earlier"))"
            let late = Lateness(days: [one.now.last], isDone: one.met != nil, today: today)
            let standing: HTML =
                one.met.map { "Met on \($0.short)" } ?? PlanWords.lateness(late)
            let whys: HTML =
                one.whys.isEmpty ? "" : "<br><span class=\"muted\">\(one.whys.joined(separator: " "))</span>"
            table.add([
                HTML(text: one.milestone.text), HTML(text: one.first.written),
                "\(one.now.written)\(moved)\(whys)", standing,
            ])
        }
        return "<h2>Milestones</h2>\(table.html(namesFirst: true))"
    }

    private var highlights: HTML {
        guard !project.byMonth.isEmpty else {
            return
                "<h2>Highlight reports</h2><p>None yet. The first is for the month in which work begins.</p>"
        }
        let months = project.byMonth.map { recorded -> HTML in
            let highlight = recorded.data.highlight
            let parts = [
                ("Done", highlight.done), ("Next", highlight.next), ("Risks", highlight.risks),
                ("Decisions needed", highlight.decisions),
            ].filter { !$0.1.isEmpty }.map { title, text -> HTML in
                "<h4>\(title)</h4>\(ProjectWords.paragraphs(text))"
            }
            return """
                <section><h3>\(highlight.month.written) \(ProjectWords.tag(highlight.rating))</h3>
                <p class="muted">Reported on \(recorded.day.short).</p>\(parts)</section>
                """
        }
        return "<h2>Highlight reports</h2>\(months)"
    }

    private var agreements: HTML {
        guard !project.agreements.isEmpty || !project.closings.isEmpty else { return "" }
        let agreed = project.agreements.map { agreement -> HTML in
            let number = project.number(of: agreement.data.version).map { "version \($0)" } ?? "a version"
            return """
                <li>\(agreement.day.short): \(agreement.data.body) agreed to \(number). \(agreement.data.words)</li>
                """
        }
        let closed = project.closings.map { closing -> HTML in
            "<li>\(closing.day.short): closed. \(closing.data.how)</li>"
        }
        return "<h2>Who agreed, and when</h2><ul class=\"bullets\">\(agreed)\(closed)</ul>"
    }
}

/// A version of a project's initiation document, to be read or printed.
struct InitiationView: Sendable {
    let project: Project
    let number: Int
    let document: ProjectDocument
    let names: ProjectNames

    func page(_ thread: [Crumb]) -> Page {
        ProjectWords.page(
            "Initiation document: \(document.title)", thread,
            """
            <h1>Initiation document: \(document.title)</h1>
            <p class="lead">\(lead)</p>
            \(Kit.summary(summary))
            \(HTML.joined(sections))
            \(milestones)
            \(others)
            """)
    }

    private var lead: String {
        let version = project.versions[number - 1]
        let agreed = project.agreements.filter { $0.data.version == version.entry }.map {
            "agreed by \($0.data.body) on \($0.day.written)"
        }
        return "Version \(number), written \(version.day.written); "
            + (agreed.isEmpty ? "not agreed." : agreed.joined(separator: ", ") + ".")
    }

    private var summary: [(name: String, value: HTML)] {
        let rows: [(name: String, value: HTML)] = [
            ("What it is", HTML(text: document.kind.words)), ("Theme", HTML(text: names.theme ?? "None")),
            ("Part of", HTML(text: document.programme.isEmpty ? "No larger programme" : document.programme)),
            ("Owner", HTML(text: document.owner)), ("Sponsor", HTML(text: document.sponsor)),
            ("Reports each month", HTML(text: names.lead ?? "The programme team")),
            ("Team", HTML(text: document.team.isEmpty ? "Not named" : document.team.joined(separator: ", "))),
        ]
        let served = document.objectives.map { served -> HTML in
            "<a href=\"\(PlanRoutes.objective((served.plan, served.objective)))\">\(served.objective.text)</a>"
        }
        return rows + [
            ("Objectives served", served.isEmpty ? "None" : HTML.joined(served, separator: ", "))
        ]
    }

    private var sections: [HTML] {
        [
            ("Purpose", document.purpose), ("In scope", document.inScope),
            ("Out of scope", document.outOfScope), ("Benefits for children and families", document.benefits),
            ("How it will be known that they came", document.signs),
            ("What it depends on", document.dependencies), ("Budget", document.budget),
        ].map { title, text in
            "<h2>\(title)</h2>\(text.isEmpty ? "<p class=\"muted\">Nothing is said.</p>" : ProjectWords.paragraphs(text))"
        }
    }

    private var milestones: HTML {
        guard !document.milestones.isEmpty else {
            return "<h2>Milestones</h2><p class=\"muted\">None is named.</p>"
        }
        var table = DataTable("Milestones", [.plain("Milestone"), .text("By")])
        for milestone in document.milestones {
            table.add([HTML(text: milestone.text), HTML(text: milestone.month.written)])
        }
        return "<h2>Milestones</h2>\(table.html())"
    }

    private var others: HTML {
        guard project.versions.count > 1 else { return "" }
        let links = project.versions.indices.filter { $0 + 1 != number }.map { index in
            (
                title: "Version \(index + 1), \(project.versions[index].day.short)",
                link: ProjectRoutes.initiation(project.id, query: [("version", "\(index + 1)")])
            )
        }
        return Kit.links(links, label: "Other versions")
    }
}
