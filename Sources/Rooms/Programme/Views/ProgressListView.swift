import CivilTime
import Markup
import Pages

/// What somebody has to report: what is due this month first, and what is missing.
struct ProgressListView: Sendable {
    /// An objective or action, what is known of it, and the month a report is due for.
    struct Item: Sendable {
        let record: ProgressRecord
        let findings: [Finding]
        let due: Month?

        var gravest: Finding.Severity? { findings.first?.severity }
        var reportLink: Link {
            ProgressRoutes.reporting(
                record.part.id, query: due.map { [(name: "for", value: $0.iso)] } ?? [])
        }
    }

    let items: [Item]
    let today: Day
    /// Whether it is for the programme team, which reports on everything.
    let isTeam: Bool

    /// What is due first, then what most needs an answer, then the plan's order.
    private var ordered: [Item] {
        items.enumerated().sorted { left, right in
            let keys = [left, right].map { entry in
                (entry.element.due == nil ? 1 : 0, -(entry.element.gravest?.rawValue ?? 0), entry.offset)
            }
            return keys[0] < keys[1]
        }.map(\.element)
    }

    private var due: [Item] { items.filter { $0.due != nil } }

    func page() -> Page {
        let title = isTeam ? "All objectives" : "My objectives"
        return ProgressWords.page(
            title, [],
            """
            <h1>\(title)</h1>
            \(items.isEmpty ? nothing : whole)
            """)
    }

    private var nothing: HTML {
        isTeam
            ? """
            <p class="lead">No plan is recorded yet. Record one with the command \
            <span class="mono">goldenthread import plan</span>; its objectives then stand here.</p>
            """
            : """
            <p class="lead">You lead no group of a plan today. The programme team records who leads which \
            group; ask them to record that you do.</p>
            """
    }

    private var whole: HTML {
        """
        <p class="lead">\(lead)</p>
        \(nextStep)
        \(Kit.figures(figures))
        \(Kit.links(plans, label: "Plans"))
        \(table)
        """
    }

    private var lead: String {
        guard !due.isEmpty else { return "Everything that is due has been reported." }
        let months = Set(due.compactMap(\.due)).sorted().map(\.written).joined(separator: " and ")
        return "\(PlanWords.count(due.count, "report is", "reports are")) due for \(months)."
    }

    private var nextStep: HTML {
        guard let first = ordered.first, let month = first.due else { return "" }
        return """
            <p><a class="button" href="\(first.reportLink)">Report on \(first.record.part.code.text) for \
            \(month.written)</a></p>
            """
    }

    private var figures: [Kit.Figure] {
        let waiting = items.flatMap(\.record.progress.evidence).count { $0.clearance == nil }
        return [
            .init("\(due.count)", due.count == 1 ? "report due" : "reports due"),
            .init(
                "\(items.count { $0.gravest == .contradiction })",
                "rated otherwise than what is recorded says"),
            .init(
                "\(items.count { $0.record.progress.evidence.isEmpty })",
                "without any evidence"),
            .init("\(waiting)", "pieces of evidence not yet cleared to be public"),
        ]
    }

    private var plans: [(title: String, link: Link)] {
        Self.byPlan(items.map(\.record)).flatMap { header, _ in
            [
                (title: "Everything in \(header.code.text)", link: ProgressRoutes.plan(header.code)),
                (title: "Risks of \(header.code.text)", link: ProgressRoutes.risks(header.code)),
                (
                    title: "Evidence to clear in \(header.code.text)",
                    link: ProgressRoutes.toClear(header.code)
                ),
            ]
        }
    }

    private var table: HTML {
        var table = DataTable(
            "What is to be reported",
            [
                .plain("Objective or action"), .text("Last rated"), .text("What is missing"),
                .plain("Next step"),
            ])
        for item in ordered {
            let part = item.record.part
            let next: HTML =
                item.due.map { month in
                    "<a href=\"\(item.reportLink)\">Report for \(month.written)</a>"
                } ?? "<a href=\"\(item.reportLink)\">Report again</a>"
            table.add([
                """
                <a href="\(ProgressRoutes.part(part.id))"><strong>\(part.code.text)</strong> \(part.text)</a>
                """,
                Self.rated(item.record), Self.missing(item), next,
            ])
        }
        return table.html()
    }

    static func rated(_ record: ProgressRecord) -> HTML {
        guard let rated = record.rating else { return "Not rated" }
        return "\(PlanWords.tag(rated.rating)) <span class=\"muted\">\(rated.month.written)</span>"
    }

    static func missing(_ item: Item) -> HTML {
        guard !item.findings.isEmpty else { return "Nothing" }
        return HTML.joined(
            item.findings.map { finding -> HTML in
                finding.severity == .contradiction
                    ? "<strong>\(finding.words)</strong>" : HTML(text: finding.words)
            }, separator: "<br>")
    }

    /// Records by their plan, in the order in which they come.
    static func byPlan(_ records: [ProgressRecord]) -> [(PlanHeader, [ProgressRecord])] {
        var plans: [(PlanHeader, [ProgressRecord])] = []
        for record in records {
            if plans.last?.0.code == record.header.code {
                plans[plans.count - 1].1.append(record)
            } else {
                plans.append((record.header, [record]))
            }
        }
        return plans
    }

    /// The plans, for who looks on and reports nothing.
    static func plans(_ plans: [(PlanHeader, [ProgressRecord])]) -> Page {
        var table = DataTable(
            "Plans", [.plain("Plan"), .number("Objectives and actions"), .number("Rated"), .text("Risks")])
        for (header, records) in plans {
            table.add([
                "<a href=\"\(ProgressRoutes.plan(header.code))\">\(header.title)</a>", "\(records.count)",
                "\(records.count { $0.rating != nil })",
                """
                <a href="\(ProgressRoutes.risks(header.code))">Risks\
                <span class="unseen"> of \(header.title)</span></a>
                """,
            ])
        }
        return ProgressWords.page(
            "Programme", [],
            """
            <h1>Programme</h1>
            <p class="lead">What the groups report on each plan, and what the records say beside it.</p>
            \(plans.isEmpty ? "<p>No plan is recorded yet.</p>" : table.html())
            """)
    }
}

/// Every objective and action of a plan with its rating and what is known beside it.
struct ProgressPlanView: Sendable {
    let header: PlanHeader
    let items: [ProgressListView.Item]
    let risks: [RiskRow]
    let today: Day
    let canClear: Bool
    let canManageLeads: Bool

    func page() -> Page {
        ProgressWords.page(
            header.title, [ProgressWords.start],
            """
            <h1>\(header.title)</h1>
            <p class="lead">\(lead)</p>
            \(Kit.figures(figures))
            \(Kit.links(links, label: "Pages of this plan"))
            \(table)
            """)
    }

    private var lead: String {
        let against = items.count { $0.gravest == .contradiction }
        guard items.contains(where: { $0.record.rating != nil }) else {
            return "Nothing has been rated yet."
        }
        return against == 0
            ? "No rating is contradicted by what is recorded."
            : "\(PlanWords.count(against, "rating is", "ratings are")) contradicted by what is recorded."
    }

    private var figures: [Kit.Figure] {
        let rated = header.scheme.ratings.map { rating in
            Kit.Figure(
                "\(items.count { $0.record.rating?.rating == rating })", "rated \(rating.label.lowercased())")
        }
        return rated + [.init("\(items.count { $0.record.rating == nil })", "not rated")]
    }

    private var links: [(title: String, link: Link)] {
        var links: [(title: String, link: Link)] = [
            ("Months and reports to the board", MonthRoutes.months(header.code)),
            ("Risks and issues (\(risks.count(where: \.isOpen)) open)", ProgressRoutes.risks(header.code)),
            ("The plan as published", PlanRoutes.plan(header.code)),
        ]
        if canClear { links.append(("Evidence to clear", ProgressRoutes.toClear(header.code))) }
        if canManageLeads { links.append(("Who leads which group", ProgressRoutes.leads(header.code))) }
        return links
    }

    private var table: HTML {
        var table = DataTable(
            "Ratings, and what is known beside them",
            [.plain("Objective or action"), .text("Led by"), .text("Last rated"), .text("What is known")])
        for item in items {
            let part = item.record.part
            table.add([
                """
                <a href="\(ProgressRoutes.part(part.id))"><strong>\(part.code.text)</strong> \(part.text)</a>
                """,
                HTML(text: part.groups.isEmpty ? "Not stated" : part.groups.joined(separator: "; ")),
                ProgressListView.rated(item.record), ProgressListView.missing(item),
            ])
        }
        return table.html()
    }
}
