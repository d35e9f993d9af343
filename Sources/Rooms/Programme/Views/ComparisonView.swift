import CivilTime
import Markup
import Pages

/// What changed in a plan between two of its issues or two days.
struct ComparisonView: Sendable {
    let header: PlanHeader
    let plan: Plan
    let choice: ComparisonChoice
    /// Nil where there is nothing to compare, or what was asked for makes no sense.
    let comparison: Comparison?
    let reading: Reading
    let today: Day

    func page() -> Page {
        var page = PlanWords.page(
            "What changed", PlanWords.thread(header) + [Crumb("Versions", PlanRoutes.issues(header.code))],
            """
            \(summary)<h1>What changed</h1>
            \(content)
            \(forms)
            """)
        if !reading.isFine { page.title = "Error: " + page.title }
        return page
    }

    /// What is wrong, leading to the form that it stands in.
    private var summary: HTML {
        let days = [ComparisonController.since.asked.name, ComparisonController.until.asked.name]
        let isAboutDays = reading.problems.contains { problem in days.contains(problem.question ?? "") }
        return hasVersions && !isAboutDays ? versionForm.summary : dayForm.summary
    }

    /// Whether there are two versions to choose from.
    private var hasVersions: Bool { plan.issues.count > 1 }

    private var content: HTML {
        guard let comparison else {
            return reading.isFine
                ? """
                <p class="lead">The plan has only just been published, so there is nothing to compare yet. Come back
                when something has fallen due, or when the plan is published again.</p>
                """
                : "<p class=\"lead\">What you asked for cannot be compared. Choose again below.</p>"
        }
        let lists = ComparisonLists(comparison: comparison)
        let turned: HTML =
            comparison.wasReversed ? "<p class=\"muted\">Shown from the earlier to the later.</p>" : ""
        return """
            <p class="lead">\(lists.lead)</p>
            \(turned)\(Kit.figures(lists.figures))
            \(Kit.links(files, label: "This comparison"))
            \(lists.sections)
            """
    }

    private var files: [(title: String, link: Link)] {
        let query = ComparisonRoutes.query(choice)
        return [
            (
                "As a table (CSV)",
                ComparisonRoutes.file((header.code, ComparisonExport.csvName), query: query)
            ),
            (
                "As data (JSON)",
                ComparisonRoutes.file((header.code, ComparisonExport.jsonName), query: query)
            ),
            ("How far dates have moved since the beginning", ComparisonRoutes.slip(header.code)),
        ]
    }

    // MARK: Choosing

    private var versionForm: Form {
        var typed = reading.typed
        if [typed["from"], typed["to"]].allSatisfy({ $0?.isEmpty != false }) {
            typed.set("from", choice.from.text)
            typed.set("to", choice.to.text)
        }
        var form = Form(
            asking: ComparisonRoutes.compare(header.code), typed: typed, problems: reading.problems,
            button: "Compare versions")
        form.ask(
            ComparisonController.versions("from", "Earlier version", plan),
            ComparisonController.versions("to", "Later version", plan))
        return form
    }

    private var dayForm: Form {
        var typed = reading.typed
        let fields = ComparisonController.since.fieldNames + ComparisonController.until.fieldNames
        let hasTyped = fields.contains { typed[$0]?.isEmpty == false }
        if !hasTyped {
            if case .day(let day) = choice.from { ComparisonController.since.fill(&typed, with: day) }
            if case .day(let day) = choice.to { ComparisonController.until.fill(&typed, with: day) }
        }
        var form = Form(
            asking: ComparisonRoutes.compare(header.code), typed: typed, problems: reading.problems,
            button: "Compare days")
        form.ask(ComparisonController.since, ComparisonController.until)
        return form
    }

    private var forms: HTML {
        let versions: HTML =
            hasVersions ? "<h2>Compare other versions</h2>\(versionForm.html)" : ""
        let first = plan.issues.first.map { PlanWords.published($0.day, $0.header) } ?? ""
        return """
            \(versions)<h2>Compare two days</h2>
            <p>What was in force on each day, and what fell due between them. The plan was first published: \
            \(first).</p>
            \(dayForm.html)
            """
    }
}

/// The lists of a comparison, each under the figure that leads to it.
struct ComparisonLists: Sendable {
    let comparison: Comparison

    private var code: Code { comparison.to.record.code }

    var lead: String {
        let (from, to) = (comparison.from, comparison.to)
        let ends = "From \(Self.end(from)) to \(Self.end(to))"
        let moved = comparison.slipped.count
        let parts = [
            moved == 0
                ? "no date moved later" : "\(PlanWords.count(moved, "date", "dates")) moved later",
            comparison.dropped.isEmpty
                ? nil : "\(PlanWords.count(comparison.dropped.count, "promise", "promises")) dropped",
        ].compactMap(\.self)
        let same = from.issue == to.issue ? " The plan itself was not published again between them." : ""
        return "\(ends): \(parts.joined(separator: ", ")).\(same)"
    }

    private static func end(_ side: Comparison.Side) -> String {
        let issue = "issue \(side.issue)"
        return side.isIssue
            ? "\(issue) (\(PlanWords.published(side.day, side.record.header)))"
            : "\(side.day.short), when \(issue) was in force,"
    }

    var figures: [Kit.Figure] {
        [
            figure(comparison.fellDue, "promised: fell due between the two", "promised"),
            figure(comparison.kept, "kept: reported done in time", "kept"),
            figure(comparison.slipped, "slipped: moved to a later date", "slipped"),
            figure(comparison.broughtForward, "brought forward", "forward"),
            figure(comparison.added, "added", "added"),
            figure(comparison.dropped, "dropped", "dropped"),
            figure(comparison.reworded, "re-worded", "reworded"),
        ]
    }

    private func figure(_ promises: [ComparedPromise], _ caption: String, _ anchor: String) -> Kit.Figure {
        Kit.Figure("\(promises.count)", caption, link: Link(fragment: anchor))
    }

    var sections: HTML {
        """
        \(promised)
        \(section("slipped", "Slipped", moves(comparison.slipped, "Slipped"), "No date moved later."))
        \(forward)
        \(redated)
        \(section("added", "Added", appeared, "Nothing was added."))
        \(section("dropped", "Dropped", vanished, "Nothing was dropped."))
        \(section("reworded", "Re-worded", reworded, "No promise was put in other words."))
        \(everything)
        """
    }

    private func section(_ id: String, _ title: String, _ table: DataTable, _ none: String) -> HTML {
        """
        <section id="\(id)"><h2>\(title)</h2>
        \(table.count == 0 ? "<p>\(none)</p>" : table.html(namesFirst: true))</section>
        """
    }

    private var forward: HTML {
        section(
            "forward", "Brought forward", moves(comparison.broughtForward, "Brought forward"),
            "No date moved earlier.")
    }

    // MARK: What fell due

    private var promised: HTML {
        let rest = comparison.fellDue.filter { $0.outcome == .moved || $0.outcome == .dropped }
        let kept: HTML =
            comparison.kept.isEmpty
            ? "<p>Nothing that fell due is recorded as done in time.</p>"
            : outcomes(comparison.kept, "Kept in time")
        let others = [
            (comparison.keptLate, "Done, but late"), (comparison.open, "Nothing recorded as done"),
            (rest, "Moved or dropped before it was done"),
        ].filter { !$0.0.isEmpty }.map { promises, title -> HTML in
            "<h3>\(title)</h3>\(outcomes(promises, title))"
        }
        return """
            <section id="promised"><h2>What fell due</h2>
            <p>\(PlanWords.count(comparison.fellDue.count, "promise", "promises")) fell due after \
            \(comparison.from.day.short) and by \(comparison.to.day.short).</p>
            <h3 id="kept">Kept in time</h3>
            \(kept)\(others)</section>
            """
    }

    private func outcomes(_ promises: [ComparedPromise], _ caption: String) -> HTML {
        var table = DataTable(
            caption, [.plain("Promise"), .text("In time until"), .plain("What came of it")])
        for promise in promises {
            let outcome: HTML =
                promise.outcome?.daysOpen.map { days in
                    let tag = Kit.tag(Lateness.late(days: days).words, .red)
                    return "\(tag) Nothing recorded as done"
                } ?? HTML(text: promise.outcome?.words ?? "")
            table.add([name(promise), HTML(text: promise.fellDue?.short ?? ""), outcome])
        }
        return table.html(namesFirst: true)
    }

    // MARK: What moved

    private func moves(_ promises: [ComparedPromise], _ caption: String) -> DataTable {
        var table = DataTable(
            caption,
            [
                .plain("Promise"), .text("Was due"), .text("Now due"), .text("Moved by"),
                .text("First promised"), .text("Why"),
            ])
        for promise in promises {
            table.add([
                name(promise), due(promise.before), due(promise.after), HTML(text: promise.move.words),
                first(promise), why(promise),
            ])
        }
        return table
    }

    private var redated: HTML {
        guard !comparison.redated.isEmpty else { return "" }
        return section(
            "redated", "Given a date, or no longer dated", moves(comparison.redated, "Re-dated"), "")
    }

    private var appeared: DataTable {
        var table = DataTable("Added", [.plain("Promise"), .text("Due"), .text("Why")])
        for promise in comparison.added { table.add([name(promise), due(promise.after), why(promise)]) }
        return table
    }

    private var vanished: DataTable {
        var table = DataTable(
            "Dropped", [.plain("Promise"), .text("Was due"), .text("First promised"), .text("Why")])
        for promise in comparison.dropped {
            table.add([name(promise), due(promise.before), first(promise), why(promise)])
        }
        return table
    }

    private var reworded: DataTable {
        var table = DataTable("Re-worded", [.plain("Promise"), .text("What changed"), .text("Why")])
        for promise in comparison.reworded {
            table.add([title(promise), words(promise), why(promise)])
        }
        return table
    }

    private var everything: HTML {
        var table = DataTable(
            "Everything that changed", [.plain("Part"), .text("Change"), .plain("Details")])
        for change in comparison.changes {
            table.add([
                HTML(text: "\(change.part) \(change.code.text)"), HTML(text: change.kind.rawValue),
                HTML(text: change.details.isEmpty ? "all of it" : change.details.joined(separator: "; ")),
            ])
        }
        return section(
            "everything", "Everything that changed, in any part", table,
            "No objective, action, area, group or target says anything else than before.")
    }

    // MARK: Cells

    private func title(_ promise: ComparedPromise) -> HTML {
        let words = PlanWords.capitalised(promise.name.words)
        guard promise.after != nil else { return "<strong>\(words)</strong>" }
        let link =
            promise.name.kind == .action
            ? PlanRoutes.action((code, promise.name.code)) : PlanRoutes.objective((code, promise.name.code))
        return "<a href=\"\(link)\"><strong>\(words)</strong></a>"
    }

    private func name(_ promise: ComparedPromise) -> HTML { "\(title(promise)) \(promise.text)" }

    private func due(_ promise: Promise?) -> HTML {
        HTML(text: promise.map { PlanWords.capitalised($0.dueWords) } ?? "Not in the plan")
    }

    private func first(_ promise: ComparedPromise) -> HTML {
        guard let first = promise.first else { return "Never dated" }
        return HTML(
            text: "\(first.months.map(\.written).joined(separator: " and ")), in issue \(first.issue)")
    }

    private func why(_ promise: ComparedPromise) -> HTML {
        var lines = promise.reasons.map { HTML(text: $0.words) }
        if lines.isEmpty { lines.append("No reason was recorded.") }
        if promise.move.isMove, promise.request == nil {
            lines.append("<span class=\"muted\">No approved request for this date is recorded here.</span>")
        }
        return HTML.joined(lines, separator: "<br>")
    }

    private func words(_ promise: ComparedPromise) -> HTML {
        let difference = WordDifference(promise.before?.text ?? "", promise.after?.text ?? "")
        return HTML.joined(
            difference.pieces.map { piece -> HTML in
                switch piece.fate {
                case .kept: HTML(text: piece.text)
                case .removed: "<del>\(piece.text)</del>"
                case .added: "<ins>\(piece.text)</ins>"
                }
            }, separator: " ")
    }
}
