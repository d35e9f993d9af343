import CivilTime
import Markup
import Pages

/// One priority with its responses.
struct PriorityView: Sendable {
    let record: PlanRecord
    let priority: Priority

    func page() -> Page {
        let header = record.header
        let title = "\(PlanWords.priority(header.form)) \(priority.code.text)"
        let outcomes: HTML =
            priority.outcomes.isEmpty ? "" : "<h2>What is to be reached</h2>\(Kit.bullets(priority.outcomes))"
        return PlanWords.page(
            title, PlanWords.thread(header),
            """
            <h1>\(title)</h1>
            <p class="lead">\(priority.text)</p>
            \(outcomes)
            \(HTML.joined(priority.responses.map(response)))
            """)
    }

    private func response(_ response: Response) -> HTML {
        let outcomes: HTML =
            response.outcomes.isEmpty ? "" : "<h3>Intended outcomes</h3>\(Kit.bullets(response.outcomes))"
        let signs: HTML =
            response.signs.isEmpty
            ? "" : "<h3>\(response.signsLead ?? "How it will look")</h3>\(Kit.bullets(response.signs))"
        return """
            <section id="\(response.code.text)"><h2>\(PlanWords.response(record.header.form)) \(response.code.text): \
            \(response.title)</h2>
            \(outcomes)\(signs)\(objectives(response))\(actions(response))</section>
            """
    }

    private func objectives(_ response: Response) -> HTML {
        let objectives = record.objectives.filter {
            $0.response == response.code && $0.priority == priority.code
        }
        guard !objectives.isEmpty else { return "" }
        let items = objectives.map { objective -> HTML in
            """
            <li><a href="\(PlanRoutes.objective((record.code, objective.code)))"><strong>\(objective.code.text)\
            </strong> \(objective.text)</a></li>
            """
        }
        return "<h3>Objectives</h3><ul class=\"bullets\">\(items)</ul>"
    }

    private func actions(_ response: Response) -> HTML {
        let actions = record.actions.filter { $0.response == response.code && $0.priority == priority.code }
        guard !actions.isEmpty else { return "" }
        let items = actions.map { action -> HTML in
            """
            <li><a href="\(PlanRoutes.action((record.code, action.code)))"><strong>\(action.code.text)</strong> \
            \(action.text)</a></li>
            """
        }
        return "<h3>Actions</h3><ul class=\"bullets\">\(items)</ul>"
    }
}

/// One objective: what was promised, by whom, by when, and how it will be known.
struct ObjectiveView: Sendable {
    let record: PlanRecord
    let objective: ObjectiveStatement
    let versions: [Objective.Version]
    let dues: [(row: DueRow, lateness: Lateness)]
    let today: Day
    var approved = ApprovedTargets(standings: [:])
    /// Changes of its date and of its milestones' that are approved and in no issue yet.
    var pending: [ApprovedChange] = []
    /// What else serves the objective.
    var beside = HTML()
    /// The part's subject id.
    let id: String
    /// What the public reads of its progress, whether there is any, and whether that rates it done.
    var progress = HTML()
    var hasReport = false
    var isDone = false

    func page() -> Page {
        let header = record.header
        let response = header.priorities.flatMap(\.responses).first { $0.code == objective.response }
        let thread =
            PlanWords.thread(header) + [
                Crumb(
                    "\(PlanWords.priority(header.form)) \(objective.priority.text)",
                    PlanRoutes.priority((header.code, objective.priority)))
            ]
        return PlanWords.page(
            "Objective \(objective.code.text)", thread,
            """
            <h1>Objective \(objective.code.text)</h1>
            <p class="lead">\(objective.text)</p>
            \(Kit.summary(summary(response)))\(ApprovedChangeView.notes(pending))\(progress)
            \(measures)
            \(impacts)
            \(milestones)
            \(remarks)\(beside)
            \(VersionsView.history(versions.map { ($0.issue, $0.day, $0.statement == nil) }, header))
            """)
    }

    private func summary(_ response: Response?) -> [(name: String, value: HTML)] {
        let areas = record.areas.filter { $0.objectives.contains(objective.code) }
        let areaLinks = areas.map { area -> HTML in
            "<a href=\"\(PlanRoutes.area((record.code, area.code)))\">\(area.code.text)</a>"
        }
        let days = dues.filter { $0.row.what == DueRow.objective }.map(\.row.day)
        let standing = Lateness(days: days, isOngoing: objective.due.isOngoing, isDone: isDone, today: today)
        return [
            ("Standing", PlanWords.lateness(standing)), ("Due", due),
            ("Led by", PlanWords.groups(objective.groups, record)),
            ("Part of", response.map { "\($0.code.text): \($0.title)" } ?? "Not stated"),
            ("Areas for improvement", areas.isEmpty ? "None" : HTML.joined(areaLinks, separator: ", ")),
        ]
    }

    private var due: HTML {
        let printed: HTML =
            objective.due.text.map { "<br><span class=\"muted\">As printed: \($0)</span>" } ?? ""
        let months: HTML =
            objective.due.monthsStated.map { "<br><span class=\"muted\">\($0) months from the start</span>" }
            ?? ""
        let source: HTML =
            objective.due.source.map { "<br><span class=\"muted\">Read from: \($0)</span>" } ?? ""
        return "\(PlanWords.due(objective.due))\(printed)\(months)\(source)"
    }

    private var measures: HTML {
        objective.measures.isEmpty
            ? "" : "<h2>How we will know</h2>\(approved.measures(objective.measures))"
    }

    private var impacts: HTML {
        objective.impacts.isEmpty ? "" : "<h2>Expected impact</h2>\(Kit.bullets(objective.impacts))"
    }

    private var milestones: HTML {
        let steps = dues.filter { $0.row.what == DueRow.milestone }
        // A report shows them with their slips; twice would contradict itself.
        guard !steps.isEmpty, !hasReport else { return "" }
        var table = DataTable("Milestones", [.plain("Milestone"), .text("Due by"), .plain("Standing")])
        for (row, lateness) in steps {
            table.add([HTML(text: row.text), HTML(text: row.day.short), PlanWords.lateness(lateness)])
        }
        return "<h2>Milestones</h2>\(table.html())"
    }

    private var remarks: HTML {
        PlanWords.remarkSection(objective.remarks)
    }
}

/// One action of a written statement.
struct ActionView: Sendable {
    let record: PlanRecord
    let action: ActionStatement
    let versions: [PlanAction.Version]
    let lateness: Lateness
    /// Changes of its date that are approved and in no issue yet.
    var pending: [ApprovedChange] = []
    /// What else serves the action.
    var beside = HTML()
    /// What the public reads of its progress.
    var progress = HTML()

    func page() -> Page {
        let header = record.header
        let thread =
            PlanWords.thread(header) + [
                Crumb(
                    "\(PlanWords.priority(header.form)) \(action.priority.text)",
                    PlanRoutes.priority((header.code, action.priority)))
            ]
        let parts: HTML = action.parts.isEmpty ? "" : "<h2>Its parts</h2>\(Kit.bullets(action.parts))"
        let measures: HTML =
            action.measures.isEmpty
            ? "" : "<h2>Measures of success</h2>\(PlanWords.measures(action.measures))"
        return PlanWords.page(
            "Action \(action.code.text)", thread,
            """
            <h1>Action \(action.code.text)</h1>
            <p class="lead">\(action.text)</p>
            \(Kit.summary(summary))\(ApprovedChangeView.notes(pending))\(progress)
            \(parts)\(measures)\(PlanWords.remarkSection(action.remarks))\(beside)
            \(VersionsView.history(versions.map { ($0.issue, $0.day, $0.statement == nil) }, header))
            """)
    }

    private var summary: [(name: String, value: HTML)] {
        let required = record.header.priorities.flatMap(\.responses).first { $0.code == action.response }
        return [
            ("Rated", rating), ("Standing", PlanWords.lateness(lateness)),
            ("When", action.timescale.isEmpty ? "Not stated in the source" : HTML(text: action.timescale)),
            ("Owner", names(action.owners)), ("Accountable", names(action.accountable)),
            ("Required outcome", required.map { "\($0.code.text): \($0.title)" } ?? "Not stated"),
        ]
    }

    private func names(_ names: [String]) -> HTML {
        names.isEmpty
            ? "Not stated in the source" : HTML.joined(names.map { HTML(text: $0) }, separator: "<br>")
    }

    private var rating: HTML {
        guard let printed = action.rating, let rating = record.header.scheme.rating(printed.colour) else {
            return "No rating is printed"
        }
        return "\(PlanWords.tag(rating)) \(rating.definition), as at \(printed.month.written)"
    }
}
