import CivilTime
import Markup
import Pages

/// Everything about a plan that is uncertain, missing or needs explaining, in one place.
struct DoubtsView: Sendable {
    let record: PlanRecord

    /// All remarks with what they stand with.
    static func remarks(_ record: PlanRecord) -> [(title: String, link: Link?, remark: Remark)] {
        func with<Part: PartStatement>(
            _ word: String, _ parts: [Part], _ remarks: (Part) -> [Remark], _ link: (Part) -> Link
        ) -> [(title: String, link: Link?, remark: Remark)] {
            parts.flatMap { part in remarks(part).map { ("\(word) \(part.code.text)", link(part), $0) } }
        }
        let code = record.code
        return record.header.remarks.map { ("The plan", nil, $0) }
            + with("Objective", record.objectives, \.remarks) { PlanRoutes.objective((code, $0.code)) }
            + with("Action", record.actions, \.remarks) { PlanRoutes.action((code, $0.code)) }
            + with("Area", record.areas, \.remarks) { PlanRoutes.area((code, $0.code)) }
            + with("Group", record.bodies, \.remarks) { PlanRoutes.group((code, $0.code)) }
            + with("Target", record.targets, \.remarks) { PlanRoutes.targets(code, fragment: $0.code.text) }
    }

    func page() -> Page {
        let remarks = Self.remarks(record)
        var doubts = DataTable(
            "What is uncertain or missing", [.plain("Where"), .text("About"), .plain("What is uncertain")])
        var notes = DataTable("Explanations", [.plain("Where"), .text("About"), .plain("Note")])
        for (title, link, remark) in remarks {
            let place: HTML = link.map { "<a href=\"\($0)\">\(title)</a>" } ?? HTML(text: title)
            let cells = [place, HTML(text: remark.about ?? "the whole"), HTML(text: remark.text)]
            if remark.isDoubt { doubts.add(cells) } else { notes.add(cells) }
        }
        let statements = record.header.statements.map { (name: $0.name, value: HTML(text: $0.text)) }
        return PlanWords.page(
            "What is uncertain", PlanWords.thread(record.header),
            """
            <h1>What is uncertain</h1>
            <p class="lead">A plan that was written down from a document can be wrong where the document was hard to
            read. This is everything that whoever did it marked as uncertain or missing.</p>
            \(statements.isEmpty ? "" : Kit.summary(statements))
            <h2>\(PlanWords.count(doubts.count, "doubt", "doubts"))</h2>
            \(doubts.count == 0 ? "<p>None is stated.</p>" : doubts.html())
            \(notes.count == 0 ? "" : "<h2>Explanations</h2>\(notes.html())" as HTML)
            \(scheme)
            """)
    }

    private var scheme: HTML {
        let scheme = record.header.scheme
        guard !scheme.ratings.isEmpty else { return "" }
        var table = DataTable("Ratings", [.plain("Rating"), .text("Letter"), .plain("Meaning")])
        for rating in scheme.ratings {
            let letter = rating.letter.map { $0.isEmpty ? "none" : $0 } ?? "not used"
            table.add([PlanWords.tag(rating), HTML(text: letter), HTML(text: rating.definition)])
        }
        let use: HTML = scheme.use.map { "<p>Used \($0).</p>" } ?? ""
        let columns = scheme.columns.compactMap { Month(iso: $0)?.written }
        let months: HTML =
            columns.isEmpty ? "" : "<p>Progress was to be rated for \(columns.joined(separator: ", ")).</p>"
        return "<h2>How progress is rated: \(scheme.name)</h2>\(use)\(months)\(table.html())"
    }
}

/// The issues of a plan and what each changed.
struct VersionsView: Sendable {
    let header: PlanHeader
    let issues: [Plan.Issue]

    func page() -> Page {
        var table = DataTable("Versions", [.plain("Version"), .text("Published"), .text("Printed as")])
        for issue in issues.reversed() {
            let number = issue.number
            table.add([
                "<a href=\"\(PlanRoutes.issue((header.code, number)))\">Issue \(number)</a>",
                HTML(text: PlanWords.published(issue.day, issue.header)),
                HTML(text: issue.header.printedVersion ?? "not stated"),
            ])
        }
        return PlanWords.page(
            "Versions", PlanWords.thread(header),
            """
            <h1>Versions</h1>
            <p class="lead">Each time the plan was published, it was recorded here. Nothing of an earlier version is
            ever replaced.</p>
            \(table.html())
            \(Kit.links(comparing, label: "How the plan changed"))
            """)
    }

    private var comparing: [(title: String, link: Link)] {
        [
            ("Compare two versions or two days", ComparisonRoutes.compare(header.code)),
            ("How far dates have moved", ComparisonRoutes.slip(header.code)),
        ]
    }

    /// When a part was stated, shown where it was more than once.
    static func history(_ versions: [(issue: Int, day: Day, isDropped: Bool)], _ header: PlanHeader) -> HTML {
        guard versions.count > 1 else { return "" }
        let items = versions.map { version -> HTML in
            """
            <li>\(version.isDropped ? "Dropped" : "Stated") in \
            <a href="\(PlanRoutes.issue((header.code, version.issue)))">issue \(version.issue)</a> of \
            \(PlanWords.published(version.day, header))</li>
            """
        }
        return "<h2>How it changed</h2><ul class=\"bullets\">\(items)</ul>"
    }
}

/// What one issue of a plan changed.
struct IssueView: Sendable {
    let record: PlanRecord
    let changes: [PartChange]
    /// What moved to another date without an approved request.
    var unasked: [PromiseName] = []

    func page() -> Page {
        let number = record.issue.number
        return PlanWords.page(
            "Issue \(number)",
            PlanWords.thread(record.header) + [Crumb("Versions", PlanRoutes.issues(record.code))],
            """
            <h1>Issue \(number) of \(record.header.title)</h1>
            <p class="lead">\(record.header.isPublishedPrinted ? "Published" : "For the period from") \
            \(PlanWords.published(record.issue.day, record.header)). \(content)</p>
            \(number == 1 ? "<p>This is the first issue; there is nothing to compare it with.</p>" : table)
            \(objectives)\(actions)\(areas)
            """)
    }

    private var content: String {
        let parts = [
            (record.objectives.count, "objective", "objectives"), (record.actions.count, "action", "actions"),
            (record.areas.count, "area for improvement", "areas for improvement"),
        ]
        let words = parts.filter { $0.0 > 0 }.map { PlanWords.count($0.0, $0.1, $0.2) }
        return words.isEmpty ? "" : "It holds " + words.joined(separator: ", ") + "."
    }

    private var table: HTML {
        guard !changes.isEmpty else { return "<p>Only the plan’s own details changed.</p>" }
        var table = DataTable(
            "What changed since the issue before", [.plain("What"), .text("Change"), .plain("Details")])
        for change in changes {
            table.add([
                HTML(text: "\(change.part) \(change.code.text)"), HTML(text: change.kind.rawValue),
                HTML(text: change.details.isEmpty ? "all of it" : change.details.joined(separator: "; ")),
            ])
        }
        return "<h2>What changed since the issue before</h2>\(table.html())\(movedUnasked)"
    }

    private var movedUnasked: HTML {
        guard !unasked.isEmpty else { return "" }
        let names = unasked.map(\.words).joined(separator: ", ")
        return """
            <p><strong>Dates that moved.</strong> Without an approved request that is recorded here: \(names).</p>
            """
    }

    // What it holds: the only place where what was changed or dropped since can be read.

    private var objectives: HTML {
        guard !record.objectives.isEmpty else { return "" }
        var table = DataTable(
            "Objectives of this issue", [.plain("Objective"), .text("Led by"), .text("Due")])
        for objective in record.objectives {
            table.add([
                "<strong>\(objective.code.text)</strong> \(objective.text)",
                HTML(text: objective.groups.joined(separator: "; ")),
                HTML(text: PlanWords.due(objective.due)),
            ])
        }
        return "<h2>Objectives of this issue</h2>\(table.html(namesFirst: true))"
    }

    private var actions: HTML {
        guard !record.actions.isEmpty else { return "" }
        var table = DataTable(
            "Actions of this issue", [.plain("Action"), .text("Owner"), .text("When"), .text("Rated")])
        for action in record.actions {
            let rating = action.rating.flatMap { record.header.scheme.rating($0.colour) }
            table.add([
                "<strong>\(action.code.text)</strong> \(action.text)",
                HTML(text: action.owners.isEmpty ? "Not stated" : action.owners.joined(separator: "; ")),
                HTML(text: action.timescale.isEmpty ? "Not stated" : action.timescale),
                rating.map(PlanWords.tag) ?? "Not rated",
            ])
        }
        return "<h2>Actions of this issue</h2>\(table.html(namesFirst: true))"
    }

    private var areas: HTML {
        guard !record.areas.isEmpty else { return "" }
        var table = DataTable(
            "Areas for improvement of this issue", [.plain("Area"), .text("Led by"), .text("Met through")])
        for area in record.areas {
            table.add([
                "<strong>\(area.code.text)</strong> \(area.text)", HTML(text: area.group),
                HTML(text: area.objectives.map(\.text).joined(separator: ", ")),
            ])
        }
        return "<h2>Areas for improvement of this issue</h2>\(table.html(namesFirst: true))"
    }
}

/// The files in which a plan can be taken away.
struct DownloadsView: Sendable {
    let header: PlanHeader
    let files: [PlanDownload]

    private var slip: Link { ComparisonRoutes.file((header.code, ComparisonExport.slipName)) }
    private var compare: Link { ComparisonRoutes.compare(header.code) }

    func page() -> Page {
        var table = DataTable("Files", [.plain("File"), .text("Format"), .plain("What it holds")])
        for file in files {
            table.add([
                "<a href=\"\(PlanRoutes.download((header.code, file.name)))\">\(file.name)</a>",
                HTML(text: file.isJSON ? "JSON" : "CSV"), HTML(text: file.content),
            ])
        }
        return PlanWords.page(
            "Downloads", PlanWords.thread(header),
            """
            <h1>Downloads</h1>
            <p class="lead">Everything in this plan as open data, free to use.</p>
            \(table.html())
            <p>Days are written as 2024-04-30 and months as 2024-04. In CSV files, several values in one field are
            separated by “; ”, and a text that a spreadsheet would take for a formula has an apostrophe before it.</p>
            <p>Two versions or two days of the plan, compared, are files too: <a href="\(compare)">choose
            which</a>. How far dates have moved month by month is in <a href="\(slip)">slip.csv</a>.</p>
            """)
    }
}
