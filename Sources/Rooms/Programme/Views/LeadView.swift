import CivilTime
import Markup
import Pages

/// Who leads each board and group of a plan here, beside whom the plan itself names.
struct LeadView: Sendable {
    let record: PlanRecord
    let leads: [LeadRow]
    /// The names of accounts by their ids.
    let names: [String: String]
    let today: Day

    private var present: [LeadRow] { leads.filter { $0.holds(on: today) } }

    /// Groups that objectives name and nobody leads today.
    private var unled: [BodyStatement] {
        record.bodies.filter { body in
            let isNamed = record.objectives.contains { $0.groups.contains { body.isCalled($0) } }
            return isNamed && !present.contains { $0.body == body.code }
        }
    }

    func page() -> Page {
        ProgressWords.page(
            "Who leads which group", ProgressWords.thread(record.header),
            """
            <h1>Who leads which group</h1>
            <p class="lead">\(lead)</p>
            <p><a class="button" href="\(ProgressRoutes.newLead(record.code))">Name who leads a group</a></p>
            \(record.bodies.isEmpty ? "<p>The plan names no board or group.</p>" : table)
            \(past)
            """)
    }

    private var lead: String {
        guard !unled.isEmpty else { return "Every group that an objective names has a lead who can report." }
        let names = unled.map(\.name).joined(separator: ", ")
        return "\(PlanWords.count(unled.count, "group", "groups")) without a lead who can report: \(names)."
    }

    private var table: HTML {
        var table = DataTable(
            "Leads", [.plain("Board or group"), .text("Leads and reports"), .text("Named in the plan")])
        for body in record.bodies {
            let held = leads.filter { $0.body == body.code && $0.to ?? today >= today }
            let items = held.map { lead -> HTML in
                """
                \(names[lead.account] ?? "An account"), \(days(lead)) \
                <a href="\(ProgressRoutes.endingLead(lead.id))">End\
                <span class="unseen"> the lead of \(names[lead.account] ?? "this account")</span></a>
                """
            }
            let printed = body.leads.map(GroupView.words)
            table.add([
                "<a href=\"\(PlanRoutes.group((record.code, body.code)))\">\(body.name)</a>",
                items.isEmpty ? "Nobody" : HTML.joined(items, separator: "<br>"),
                HTML(text: printed.isEmpty ? "Nobody" : printed.joined(separator: "; ")),
            ])
        }
        return table.html(namesFirst: true)
    }

    private func days(_ lead: LeadRow) -> String {
        "from \(lead.from.short)" + (lead.to.map { " to \($0.short)" } ?? "")
    }

    private var past: HTML {
        let past = leads.filter { $0.to.map { $0 < today } ?? false }
        guard !past.isEmpty else { return "" }
        let items = past.map { lead -> String in
            "\(names[lead.account] ?? "An account"): \(lead.body.text), \(days(lead))"
        }
        return "<h2>Before</h2>\(Kit.bullets(items))"
    }
}
