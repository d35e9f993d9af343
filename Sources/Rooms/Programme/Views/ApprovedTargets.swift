import CivilTime
import Markup
import Pages

/// What is in force of the indicators that a plan names, beside the plan's own words.
struct ApprovedTargets: Sendable {
    /// What is in force, by indicator; nothing of those that nobody keeps.
    let standings: [String: Programme.Targets.Standing]

    static let noTarget = "No target has been approved yet"

    /// What a plan says will be measured, with what is to be reached under each.
    func measures(_ measures: [Measure]) -> HTML {
        guard !standings.isEmpty else { return PlanWords.measures(measures) }
        let items = measures.map { measure -> HTML in
            let known = measure.indicators.compactMap { standings[$0] }
            let unknown = measure.indicators.filter { standings[$0] == nil }.joined(separator: ", ")
            let mark: HTML = unknown.isEmpty ? "" : " <span class=\"muted nowrap\">(\(unknown))</span>"
            let lines = known.map { "<br>\(line($0))" as HTML }
            return "<li>\(measure.text)\(mark)\(HTML.joined(lines))</li>"
        }
        return "<ul class=\"bullets\">\(items)</ul>"
    }

    private func line(_ standing: Programme.Targets.Standing) -> HTML {
        let goals = standing.goals.map { goal in
            let cohort = goal.cohort.map { ", \($0)" } ?? ""
            return "to reach \(goal.text) by \(goal.by)\(cohort)"
        }
        let start = standing.baseline.map { " It stood at \($0)." } ?? ""
        let said = goals.isEmpty ? Self.noTarget : goals.joined(separator: "; ")
        return """
            <a href="\(standing.link)">\(standing.indicator)</a>: <span class="muted">\(said).\(start)</span>
            """
    }

    /// The targets that boards have approved, as a part of the page of targets; nothing where nobody keeps any.
    func section() -> HTML {
        guard !standings.isEmpty else { return "" }
        let all = standings.values.sorted { $0.indicator < $1.indicator }
        let held = all.filter { !$0.goals.isEmpty }
        let without = all.count - held.count
        var table = DataTable(
            "Targets approved",
            [
                .plain("Indicator"), .text("Baseline"), .text("To be reached"), .text("By"),
                .text("Approved by"),
            ])
        for standing in held {
            for goal in standing.goals {
                table.add([
                    "<a href=\"\(standing.link)\"><strong>\(standing.indicator)</strong> \(standing.words)</a>",
                    HTML(text: standing.baseline ?? "None yet"),
                    HTML(text: goal.text + (goal.cohort.map { ", \($0)" } ?? "")), HTML(text: goal.by),
                    HTML(text: goal.approved),
                ])
            }
        }
        let rest: HTML =
            without == 0
            ? ""
            : """
            <p>\(Self.noTarget) for \(PlanWords.count(without, "indicator", "indicators")) that the plan names.</p>
            """
        return """
            <h2 id="approved">Targets approved for the plan’s indicators</h2>
            \(table.count == 0 ? "" : table.html())\(rest)
            """
    }
}

extension PlanRecord {
    /// The ids of all indicators that the plan names in its measures, its framework and its targets.
    var indicators: [String] {
        let measures =
            objectives.flatMap(\.measures) + actions.flatMap(\.measures)
            + header.framework.flatMap(\.measures)
        return measures.flatMap(\.indicators) + targets.flatMap(\.indicators)
    }
}
