import CivilTime
import Markup
import Pages

/// What the plan's own page shows: every objective or action, by priority, with what is late.
struct PlanView: Sendable {
    /// Which of them are shown.
    enum Filter: String, Sendable, CaseIterable {
        case all, late, due

        var title: String {
            switch self {
            case .all: "All"
            case .late: "Late"
            case .due: "Due in three months"
            }
        }

        func admits(_ lateness: Lateness) -> Bool {
            switch self {
            case .all: true
            case .late: lateness.isLate
            case .due: lateness.isDue(within: 92)
            }
        }
    }

    let header: PlanHeader
    let issue: Int
    let objectives: [(row: ObjectiveRow, lateness: Lateness)]
    let actions: [(row: ActionRow, lateness: Lateness)]
    let areaCount: Int
    let targetCount: Int
    let doubtCount: Int
    let filter: Filter
    let ratings: ReceivedRatings

    func page() -> Page {
        PlanWords.page(
            header.title, [Crumb("Improvement plan", PlanRoutes.plans())],
            """
            <h1>\(header.title)</h1>
            <p class="lead">\(lead)</p>
            \(Kit.figures(figures))
            \(explanation)
            \(Kit.links(pages, label: "Pages of this plan"))
            \(filters)
            \(HTML.joined(header.priorities.map(priority)))
            \(nothing)
            """)
    }

    private var lead: String {
        let version = header.printedVersion.map { ", version \($0)" } ?? ""
        let published =
            header.isPublishedPrinted
            ? "Published \(header.published.short)"
            : "For the period from \(header.published.calendarMonth.written)"
        return published + version + (issue > 1 ? ". This is issue \(issue) of it." : ".")
    }

    private var standings: [Lateness] { objectives.map(\.lateness) + actions.map(\.lateness) }

    private var figures: [Kit.Figure] {
        var figures: [Kit.Figure] = []
        let priorities = PlanWords.count(header.priorities.count, "priority", "priorities")
        if !objectives.isEmpty { figures.append(.init("\(objectives.count)", "objectives in \(priorities)")) }
        if !actions.isEmpty {
            figures.append(.init("\(actions.count)", "actions in \(header.priorities.count) areas"))
        }
        figures.append(link(.late, "past their date, nothing recorded as done"))
        figures.append(link(.due, "due in the next three months"))
        figures.append(
            .init("\(doubtCount)", "remarks on what is uncertain", link: PlanRoutes.doubts(header.code)))
        return figures
    }

    private func link(_ filter: Filter, _ caption: String) -> Kit.Figure {
        .init(
            "\(standings.count { filter.admits($0) })", caption,
            link: PlanRoutes.plan(header.code, query: [("show", filter.rawValue)]))
    }

    private var explanation: HTML {
        guard standings.contains(where: \.isLate) else { return "" }
        return Kit.inset(
            """
            <p><strong>What “late” means here.</strong> The last day on which it would have been in time has passed,
            and nothing recorded here says that it is done.</p>
            """)
    }

    private var pages: [(title: String, link: Link)] {
        var pages = [
            ("Dates", PlanRoutes.dates(header.code)),
            ("Who answers for it", PlanRoutes.governance(header.code)),
        ]
        if areaCount > 0 { pages.append(("Areas for improvement", PlanRoutes.areas(header.code))) }
        if targetCount > 0 || !header.framework.isEmpty {
            pages.append(("Targets", PlanRoutes.targets(header.code)))
        }
        return pages + [
            ("What is uncertain", PlanRoutes.doubts(header.code)),
            ("Versions", PlanRoutes.issues(header.code)),
            ("What changed", ComparisonRoutes.compare(header.code)),
            ("Monthly reports", MonthRoutes.published(header.code)),
            ("Downloads", PlanRoutes.downloads(header.code)),
        ]
    }

    private var filters: HTML {
        let items = Filter.allCases.map { filter -> HTML in
            let query = filter == .all ? [] : [("show", filter.rawValue)]
            return """
                <li><a href="\(PlanRoutes.plan(header.code, query: query))"\
                \(attribute: #"aria-current="true""#, if: filter == self.filter)>\(filter.title)</a></li>
                """
        }
        return """
            <h2>\(objectives.isEmpty ? "Actions" : "Objectives")</h2>
            <nav aria-label="Show"><ul class="links">\(items)</ul></nav>
            """
    }

    private var nothing: HTML? {
        standings.contains { filter.admits($0) } ? nil : "<p>Nothing in this plan is so today.</p>"
    }

    private func priority(_ priority: Priority) -> HTML {
        let objectives = objectives.filter { $0.row.priority == priority.code && filter.admits($0.lateness) }
        let actions = actions.filter { $0.row.priority == priority.code && filter.admits($0.lateness) }
        guard filter == .all || !objectives.isEmpty || !actions.isEmpty else { return "" }
        return """
            <section><h3><a href="\(PlanRoutes.priority((header.code, priority.code)))">\
            \(PlanWords.priority(header.form)) \(priority.code.text)</a></h3>
            <p>\(priority.text)</p>
            \(objectives.isEmpty ? "" : table(objectives, priority.code.text))
            \(actions.isEmpty ? "" : table(actions, priority.code.text))</section>
            """
    }

    /// With a column of ratings once a board has received any.
    private func table(_ objectives: [(row: ObjectiveRow, lateness: Lateness)], _ name: String) -> HTML {
        let rated: [DataTable.Column] = ratings.isEmpty ? [] : [.text("Rated")]
        var table = DataTable(
            "Objectives of \(name)",
            [.plain("Objective"), .text("Led by"), .text("Due")] + rated + [.plain("Standing")])
        for (row, lateness) in objectives {
            let due = row.isOngoing ? "Ongoing" : row.months.map(\.abbreviated).joined(separator: ", ")
            var cells: [HTML] = [
                """
                <a href="\(PlanRoutes.objective((header.code, row.code)))"><strong>\(row.code.text)</strong> \
                \(row.text)</a>
                """,
                HTML(text: row.groups), HTML(text: due),
            ]
            if !ratings.isEmpty {
                let rating = ratings[ObjectiveStatement.part, row.code].flatMap { header.scheme.rating($0) }
                cells.append(ProgressWords.rating(rating))
            }
            table.add(cells + [PlanWords.lateness(lateness)])
        }
        return table.html(namesFirst: true)
    }

    private func table(_ actions: [(row: ActionRow, lateness: Lateness)], _ name: String) -> HTML {
        var table = DataTable(
            "Actions of \(name)",
            [.plain("Action"), .text("Owner"), .text("When"), .text("Rated"), .plain("Standing")])
        for (row, lateness) in actions {
            let colour = ratings[ActionStatement.part, row.code] ?? row.rating
            let rating = colour.flatMap { header.scheme.rating($0) }
            table.add([
                """
                <a href="\(PlanRoutes.action((header.code, row.code)))"><strong>\(row.code.text)</strong> \
                \(row.text)</a>
                """,
                HTML(text: row.owners.isEmpty ? "Not stated" : row.owners),
                HTML(text: row.timescale.isEmpty ? "Not stated" : row.timescale),
                rating.map(PlanWords.tag) ?? "Not rated", PlanWords.lateness(lateness),
            ])
        }
        return table.html(namesFirst: true)
    }
}
