import CivilTime
import Markup
import Pages

/// Who answers for the plan: the chart of boards and groups, and the same as a table.
struct GovernanceView: Sendable {
    let record: PlanRecord

    func page() -> Page {
        PlanWords.page(
            "Who answers for it", PlanWords.thread(record.header),
            """
            <h1>Who answers for it</h1>
            <p class="lead">The boards and groups behind this plan, and who reports to whom.</p>
            \(chart)
            \(unconnected)
            <h2>Boards and groups</h2>
            \(bodies)
            <h2>Reporting lines</h2>
            \(lines)
            \(PlanWords.remarks(record.header.remarks.filter { $0.about == Remark.governance }))
            """)
    }

    private var chart: HTML {
        HierarchyChart(
            "Chart of boards and groups and their reporting lines",
            nodes: record.bodies.map {
                .init(id: $0.code.text, title: $0.name, link: PlanRoutes.group((record.code, $0.code)))
            },
            lines: record.bodies.flatMap { body in body.reportsTo.map { (body.code.text, $0.to.text) } }
        ).html()
    }

    private var unconnected: HTML? {
        let reporting = record.bodies.flatMap { body in body.reportsTo.flatMap { [body.code, $0.to] } }
        guard record.bodies.contains(where: { !reporting.contains($0.code) }) else { return nil }
        return "<p class=\"muted\">For the grey boxes without a line, the plan states no reporting line.</p>"
    }

    private var bodies: HTML {
        var table = DataTable("Boards and groups", [.plain("Name"), .text("Kind"), .text("Led by")])
        for body in record.bodies {
            table.add([
                "<a href=\"\(PlanRoutes.group((record.code, body.code)))\">\(body.name)</a>",
                HTML(text: body.kind), GroupView.leads(body),
            ])
        }
        return table.html()
    }

    private var lines: HTML {
        var table = DataTable("Reporting lines", [.plain("From"), .text("To"), .text("What")])
        for body in record.bodies {
            for line in body.reportsTo {
                let to = record.bodies.first { $0.code == line.to }
                let what = [line.what, line.note].compactMap(\.self).joined(separator: "; ")
                table.add([
                    HTML(text: body.name), HTML(text: to?.name ?? line.to.text),
                    HTML(text: what.isEmpty ? "Not stated" : what),
                ])
            }
        }
        return table.count == 0 ? "<p>The plan states none.</p>" : table.html()
    }
}

/// One board or group.
struct GroupView: Sendable {
    let record: PlanRecord
    let group: BodyStatement
    let versions: [Body.Version]

    func page() -> Page {
        PlanWords.page(
            group.name,
            PlanWords.thread(record.header) + [
                Crumb("Who answers for it", PlanRoutes.governance(record.code))
            ],
            """
            <h1>\(group.name)</h1>
            <p class="lead">\(group.role ?? "\(PlanWords.capitalised(group.kind)).")</p>
            \(Kit.summary(summary))
            \(focus)
            \(terms)
            \(objectives)
            \(PlanWords.remarks(group.remarks))
            \(VersionsView.history(versions.map { ($0.issue, $0.day, $0.statement == nil) }, record.header))
            """)
    }

    static func leads(_ body: BodyStatement) -> HTML {
        guard !body.leads.isEmpty else { return "Not stated" }
        return HTML.joined(body.leads.map { HTML(text: words($0)) }, separator: "<br>")
    }

    static func words(_ lead: BodyStatement.Lead) -> String {
        let name = lead.name.map { $0.isEmpty ? "name not stated" : $0 }
        return [lead.role, name, lead.post].compactMap(\.self).joined(separator: ", ")
    }

    private var summary: [(name: String, value: HTML)] {
        var rows: [(String, HTML)] = [("Kind", HTML(text: group.kind)), ("Led by", Self.leads(group))]
        if !group.aliases.isEmpty {
            rows.append(("Also called", HTML(text: group.aliases.joined(separator: "; "))))
        }
        let to = group.reportsTo.compactMap { line in record.bodies.first { $0.code == line.to } }
        rows.append(("Reports to", to.isEmpty ? "Not stated" : links(to)))
        let from = record.bodies.filter { body in body.reportsTo.contains { $0.to == group.code } }
        if !from.isEmpty { rows.append(("Hears from", links(from))) }
        if let code = group.area {
            rows.append(
                (
                    "Leads on area for improvement",
                    "<a href=\"\(PlanRoutes.area((record.code, code)))\">\(code.text)</a>"
                ))
        }
        if !group.members.isEmpty {
            let source: HTML = group.membersSource.map { "<p class=\"muted\">Read from: \($0)</p>" } ?? ""
            rows.append(("Members", "\(Kit.bullets(group.members))\(source)"))
        }
        return rows
    }

    private func links(_ bodies: [BodyStatement]) -> HTML {
        HTML.joined(
            bodies.map { body -> HTML in
                "<a href=\"\(PlanRoutes.group((record.code, body.code)))\">\(body.name)</a>"
            }, separator: ", ")
    }

    private var focus: HTML {
        guard !group.focus.isEmpty || !group.alsoWithinRemit.isEmpty else { return "" }
        let items = group.focus.map { focus -> HTML in "<li>\(focus.text)\(Kit.bullets(focus.detail))</li>" }
        let also: HTML =
            group.alsoWithinRemit.isEmpty
            ? "" : "<p>Also within its remit: \(group.alsoWithinRemit.joined(separator: "; ")).</p>"
        return "<h2>What it works on</h2><ul class=\"bullets\">\(items)</ul>\(also)"
    }

    private var terms: HTML {
        guard let terms = group.terms else { return "" }
        return """
            <h2>Terms of reference</h2>
            \(Kit.summary([
                ("Purpose", HTML(text: terms.purpose)), ("Meets", HTML(text: terms.meets)),
                ("Quorum", HTML(text: terms.quorum)),
            ]))
            """
    }

    private var objectives: HTML {
        let led = record.objectives.filter { $0.groups.contains { group.isCalled($0) } }
        guard !led.isEmpty else { return "" }
        let items = led.map { objective -> HTML in
            """
            <li><a href="\(PlanRoutes.objective((record.code, objective.code)))"><strong>\(objective.code.text)\
            </strong> \(objective.text)</a></li>
            """
        }
        return """
            <h2>Leads on \(PlanWords.count(led.count, "objective", "objectives"))</h2>
            <ul class="bullets">\(items)</ul>
            """
    }
}
