import Markup
import Pages

/// The register of indicators, by group, with what is in force.
struct IndicatorsView: Sendable {
    /// Which indicators are shown.
    enum Filter: String, CaseIterable {
        case all
        case withTarget = "with-target"
        case withoutTarget = "without-target"
        case waiting

        var title: String {
            switch self {
            case .all: "All"
            case .withTarget: "With a target"
            case .withoutTarget: "Without a target"
            case .waiting: "Waiting for the board"
            }
        }
    }

    let rows: [IndicatorRow]
    let words: String
    let filter: Filter
    let may: Permitted
    let plans: [PrintedTargets.Plan]

    func page() -> Page {
        Page(
            title: "Indicators", section: MeasuresRoutes.section,
            body: """
                <h1>Indicators</h1>
                <p class="lead">\(lead)</p>
                \(rows.isEmpty ? empty : found)\(printed)
                """)
    }

    private var lead: String {
        guard !rows.isEmpty else { return "No indicator is in the register yet." }
        let used = rows.filter { $0.retired == nil }
        let targets = used.count { !$0.inForce(.target).isEmpty }
        let baselines = used.count { !$0.inForce(.baseline).isEmpty }
        return "\(LevelWords.count(used.count, "indicator tells", "indicators tell")) how we are doing. "
            + "\(LevelWords.count(targets, "has", "have")) a target that a board has approved, "
            + "\(LevelWords.count(baselines, "has", "have")) a baseline."
    }

    private var empty: HTML {
        may.keep
            ? """
            <p>Put the list that comes with the program in the register with this command, with your own address:</p>
            <p class="mono">goldenthread indicators install --by you@example.org</p>
            """
            : "<p>Once there are indicators, this page says where each stood and what is to be reached.</p>"
    }

    private var found: HTML {
        let shown = rows.filter { fits($0) }
        let groups = shown.reduce(into: [String]()) { if !$0.contains($1.group) { $0.append($1.group) } }
        let lists = groups.map { group in list(group, shown.filter { $0.group == group }) }
        return """
            \(Kit.search(to: MeasuresRoutes.indicators(), "Find by id or words", value: words.isEmpty ? nil : words))
            \(filters)
            \(shown.isEmpty ? none : HTML.joined(lists))
            """
    }

    private var none: HTML {
        words.isEmpty
            ? "<p>No indicator is like that. <a href=\"\(MeasuresRoutes.indicators())\">Show all</a>.</p>"
            : """
            <p>No indicator fits “\(words)”. Search for fewer words, or \
            <a href="\(MeasuresRoutes.indicators())">show all</a>.</p>
            """
    }

    private func fits(_ row: IndicatorRow) -> Bool {
        let text = "\(row.code.text) \(row.words)".lowercased()
        guard words.lowercased().split(separator: " ").allSatisfy({ text.contains($0) }) else { return false }
        switch filter {
        case .all: return true
        case .withTarget: return !row.inForce(.target).isEmpty
        case .withoutTarget: return row.retired == nil && row.inForce(.target).isEmpty
        case .waiting: return may.see ? row.waiting > 0 : true
        }
    }

    private var filters: HTML {
        let offered = Filter.allCases.filter { $0 != .waiting || may.see }
        let parts = offered.map { filter in
            var query: [(name: String, value: String)] = words.isEmpty ? [] : [("q", words)]
            if filter != .all { query.append(("show", filter.rawValue)) }
            return (title: filter.title, link: MeasuresRoutes.indicators(query: query))
        }
        return Kit.subNavigation(parts, current: filter.title, label: "Which indicators")
    }

    private func list(_ group: String, _ rows: [IndicatorRow]) -> HTML {
        var table = DataTable(
            group, [.plain("Indicator"), .text("Baseline"), .text("Target")])
        for row in rows {
            table.add([
                """
                <a href="\(MeasuresRoutes.indicator(row.code))"><strong>\(row.code.text)</strong> \(row.words)</a>\(marks(row))
                """,
                levels(row.inForce(.baseline), row.unit), levels(row.inForce(.target), row.unit),
            ])
        }
        return "<h2>\(group)</h2>\(table.html(namesFirst: true))"
    }

    private func marks(_ row: IndicatorRow) -> HTML {
        var marks: [HTML] = []
        if row.retired != nil { marks.append(Kit.tag("No longer used", .grey)) }
        if may.see, row.waiting > 0 {
            marks.append(Kit.tag(row.waiting == 1 ? "1 waits" : "\(row.waiting) wait", .blue))
        }
        if may.see, row.problems > 0 {
            marks.append(Kit.tag(row.problems == 1 ? "1 problem" : "\(row.problems) problems", .amber))
        }
        return HTML.joined(marks.map { mark -> HTML in " \(mark)" })
    }

    private func levels(_ levels: [LevelRow], _ unit: IndicatorUnit) -> HTML {
        levels.isEmpty
            ? "<span class=\"muted\">None yet</span>"
            : HTML.joined(levels.map { HTML(text: LevelWords.text($0, unit)) }, separator: "<br>")
    }

    private var printed: HTML {
        guard !plans.isEmpty else { return "" }
        let items = plans.map { plan -> HTML in
            "<li><a href=\"\(MeasuresRoutes.plan(plan.code))\">\(plan.code): \(plan.title)</a></li>"
        }
        return "<h2>Take the figures that a plan prints</h2><ul class=\"bullets\">\(items)</ul>"
    }
}
