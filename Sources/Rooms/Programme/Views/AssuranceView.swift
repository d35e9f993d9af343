import CivilTime
import Markup
import Pages

/// The report of a month as a page and as a paper: the same words for both.
struct AssuranceView: Sendable {
    /// Who reads it.
    enum Audience: Sendable, Hashable {
        /// The board and the groups: everything.
        case board
        /// The public, once the board has received it: no risks, and only evidence that was cleared.
        case everybody(MonthGate)
    }

    /// A challenge of a meeting that has no outcome yet.
    struct OpenChallenge: Sendable, Hashable {
        let text: String
        let by: String
        let day: Day
    }

    let header: PlanHeader
    let report: AssuranceReport
    /// What the programme team writes above it; nil where it wrote nothing.
    let introduction: MonthIntroduction?
    let receipt: MonthGate.Receipt?
    let challenges: [OpenChallenge]
    let audience: Audience

    var title: String { "Assurance report, \(report.month.written)" }

    private var isForBoard: Bool { audience == .board }

    /// What it says, from its `h1` on.
    var body: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">\(lead)</p>
        \(early)
        \(Kit.figures(figures))
        \(summary)\(asks)\(moved)\(slipped)\(troubled)\(contradicted)\(unreported)\(met)\(evidence)\(challenged)\(risks)\
        \(everything)
        """
    }

    private var lead: String {
        let to = receipt.map { "Received by the \($0.board) on \($0.day.written)." }
        return "\(header.title). As it stood on \(report.day.short). "
            + (to ?? "No board has received it yet.")
    }

    /// That the board met before the month was closed, so that it may have had another paper before it.
    private var early: HTML {
        guard let receipt, receipt.day < report.day else { return "" }
        let days = PlanWords.count(report.day - receipt.day, "day", "days")
        return Kit.doubt(
            HTML(
                text:
                    "The board met \(days) before this month was closed to reports. What it had before it may "
                    + "differ from what stands here."))
    }

    private var figures: [Kit.Figure] {
        report.counts.map {
            .init("\($0.count)", $0.rating.map { "rated \($0.label.lowercased())" } ?? "not rated")
        }
            + [
                .init("\(report.unreported.count)", "with nothing reported this month"),
                .init(
                    "\(report.slips.count)",
                    report.slips.count == 1 ? "milestone moved this month" : "milestones moved this month"),
            ]
    }

    private var summary: HTML {
        introduction.map { "<h2>In short</h2>\(Paragraphs.html($0.summary))" } ?? ""
    }

    private var asks: HTML {
        let asks = introduction?.asks ?? []
        return section(
            "What the board is asked to decide", isEmpty: asks.isEmpty,
            "Nothing is asked of the board this month.",
            Kit.bullets(asks))
    }

    // MARK: What moved

    private var moved: HTML {
        var table = DataTable(
            "Ratings that moved", [.plain("Part"), .text("Before"), .text("Now"), .plain("Why")])
        for (part, move) in report.moved {
            table.add([
                link(part.part), rating(part.before?.rating), rating(part.month?.current.rating),
                "<strong>\(Self.words(move))</strong> \(part.month?.current.narrative)",
            ])
        }
        return section("What moved", isEmpty: table.count == 0, "No rating moved this month.", table.html())
    }

    private var slipped: HTML {
        var table = DataTable(
            "Milestones that moved",
            [
                .plain("Milestone"), .text("Was"), .text("Now"), .text("First promised"),
                .plain("By how much, and why"),
            ])
        for slip in report.slips {
            table.add([
                "<strong>\(slip.part.text), \(slip.milestone.text)</strong> \(slip.text)",
                HTML(text: slip.from.written),
                HTML(text: slip.to.written), HTML(text: slip.first.written),
                "<strong>\(Self.words(slip))</strong> \(slip.why.isEmpty ? "No reason was recorded." : slip.why)",
            ])
        }
        return section(
            "What slipped, and by how much", isEmpty: table.count == 0, "No milestone moved this month.",
            table.html())
    }

    private var met: HTML {
        let items = report.met.compactMap { part, milestone in
            milestone.met.map {
                "\(part.text), \(milestone.code.text): \(milestone.text) (met on \($0.short))"
            }
        }
        return section(
            "What was reached", isEmpty: items.isEmpty, "No milestone was met this month.", Kit.bullets(items)
        )
    }

    // MARK: What does not stand well

    private var troubled: HTML {
        let parts = report.redOrOverdue.map { part -> HTML in
            """
            <h3>\(link(part.part))</h3>
            <p>\(rating(part.rating)) \(standing(part))</p>
            \(findings(part))\(narrative(part))
            """
        }
        return section(
            "Red and overdue", isEmpty: parts.isEmpty, "Nothing is red or overdue.", HTML.joined(parts))
    }

    private var contradicted: HTML {
        let items = report.contradicted.map { part -> HTML in
            let words = part.findings.filter { $0.severity == .contradiction }.map(\.words)
            return "<li><strong>\(part.part.code.text)</strong> \(words.joined(separator: " "))</li>"
        }
        return section(
            "Ratings that the records speak against", isEmpty: items.isEmpty,
            "The records speak against none.",
            "<ul class=\"bullets\">\(items)</ul>")
    }

    private var unreported: HTML {
        let items = report.unreported.map { part -> HTML in
            let last = part.before.map { "last reported for \($0.month.written)" } ?? "never reported"
            let groups = part.part.groups.joined(separator: ", ")
            return "<li><strong>\(part.part.code.text)</strong> \(groups): \(last)</li>"
        }
        return section(
            "Nothing reported", isEmpty: items.isEmpty, "Every group has reported.",
            "<ul class=\"bullets\">\(items)</ul>")
    }

    private var challenged: HTML {
        guard isForBoard else { return "" }
        let items = challenges.map { "\($0.text) (\($0.by), \($0.day.short))" }
        return section("Challenges still open", isEmpty: items.isEmpty, "None is open.", Kit.bullets(items))
    }

    private var risks: HTML {
        guard isForBoard else { return "" }
        var table = DataTable(
            "Open risks and issues",
            [.plain("Risk or issue"), .text("Score"), .text("Owner"), .text("To be reviewed")])
        for risk in report.risks {
            let isLate = risk.review.map { $0 < report.day } ?? false
            table.add([
                "<strong>\(risk.isIssue ? "Issue" : "Risk")</strong> \(risk.title)",
                HTML(text: risk.score.map { "\($0.product) of 25" } ?? "not assessed"),
                HTML(text: risk.owner ?? "nobody"),
                "\(risk.review?.short ?? "no day set")\(isLate ? " (late)" : "")",
            ])
        }
        return section("Risks and issues", isEmpty: table.count == 0, "None is open.", table.html())
    }

    private var evidence: HTML {
        let items = report.evidence.filter { shows($0.item) }.map { part, item in
            "\(part.text): \(item.title). \(item.kind.words). \(item.shows)"
        }
        return section(
            "New evidence", isEmpty: items.isEmpty, "None was added this month.", Kit.bullets(items))
    }

    private func shows(_ item: EvidenceItem) -> Bool {
        switch audience {
        case .board: true
        case .everybody(let gate): gate.isPublic(item)
        }
    }

    // MARK: Everything

    private var everything: HTML {
        let parts = report.parts.map { part -> HTML in
            """
            <h3>\(link(part.part))</h3>
            <p>\(rating(part.rating)) \(standing(part))</p>
            \(findings(part))\(narrative(part))
            """
        }
        return
            "<h2>Every \(header.form == .priorityActionPlan ? "objective" : "action")</h2>\(HTML.joined(parts))"
    }

    private func narrative(_ part: ReportedPart) -> HTML {
        guard let report = part.month?.current else {
            return "<p class=\"muted\">Nothing was reported this month.</p>"
        }
        let impact: HTML? =
            report.impact.isEmpty
            ? nil : "<p><strong>What has changed for families.</strong></p>\(Paragraphs.html(report.impact))"
        return """
            \(Paragraphs.html(report.narrative))\(impact)<p class="muted">\(report.group), \(report.day.short).</p>
            """
    }

    private func findings(_ part: ReportedPart) -> HTML {
        guard !part.findings.isEmpty else { return "" }
        let words = part.findings.map(\.words)
        return Kit.inset("<p><strong>What the records say.</strong></p>\(Kit.bullets(words))")
    }

    private func standing(_ part: ReportedPart) -> HTML {
        let isDone = part.rating.flatMap { header.scheme.rating($0) }?.saysDone ?? false
        return PlanWords.lateness(
            Lateness(days: part.dues, isOngoing: part.isOngoing, isDone: isDone, today: report.day))
    }

    private func link(_ part: ProgressPart) -> HTML {
        let route = part.part == ObjectiveStatement.part ? PlanRoutes.objective : PlanRoutes.action
        return
            "<a href=\"\(route((header.code, part.code)))\"><strong>\(part.code.text)</strong> \(part.text)</a>"
    }

    private func rating(_ colour: Rating.Colour?) -> HTML {
        colour.flatMap { header.scheme.rating($0) }.map(PlanWords.tag) ?? "Not rated"
    }

    private func section(_ title: String, isEmpty: Bool, _ nothing: String, _ content: HTML) -> HTML {
        isEmpty ? "<h2>\(title)</h2><p>\(nothing)</p>" : "<h2>\(title)</h2>\(content)"
    }

    private static func words(_ move: AssuranceReport.Move) -> String {
        switch move {
        case .worse: "Worse."
        case .better: "Better."
        case .first, .none, .same: "Rated for the first time."
        }
    }

    static func words(_ slip: AssuranceReport.Slip) -> String {
        let months = abs(slip.months) == 1 ? "1 month" : "\(abs(slip.months)) months"
        let days = abs(slip.days) == 1 ? "1 day" : "\(abs(slip.days)) days"
        return "\(months) (\(days)) \(slip.months < 0 ? "sooner" : "later")."
    }
}

/// Text of several paragraphs, as it was typed.
enum Paragraphs {
    static func html(_ text: String) -> HTML {
        HTML.joined(
            text.split(separator: "\n", omittingEmptySubsequences: true).map {
                "<p>\(String($0))</p>" as HTML
            })
    }
}
