import CivilTime
import Markup
import Pages

/// The register of a plan's risks and issues, with the grid of those that stand.
struct RiskView: Sendable {
    let header: PlanHeader
    let risks: [RiskRow]
    let today: Day
    let canReport: Bool

    private var open: [RiskRow] { risks.filter(\.isOpen) }

    func page() -> Page {
        let raise: HTML =
            canReport
            ? """
            <p><a class="button" href="\(ProgressRoutes.newRisk(header.code))">Raise a risk or an issue</a></p>
            """
            : ""
        return ProgressWords.page(
            "Risks and issues", ProgressWords.thread(header),
            """
            <h1>Risks and issues</h1>
            <p class="lead">\(lead)</p>
            \(raise)
            \(open.isEmpty ? "" : whole)
            \(closed)
            """)
    }

    private var lead: String {
        guard !open.isEmpty else {
            return risks.isEmpty
                ? "No risk has been recorded for this plan." : "Every risk that was recorded is closed."
        }
        let extreme = open.count { $0.score?.band == .extreme }
        let late = open.count { $0.review.map { $0 < today } ?? false }
        return "\(PlanWords.count(open.count, "risk or issue stands", "risks and issues stand")), "
            + "\(extreme) of them extreme; \(late) should have been reviewed by now."
    }

    private var whole: HTML {
        """
        <h2>By score</h2>
        \(grid)
        <p class="muted">The score is likelihood times impact: 1 to 3 low, 4 to 6 moderate, 8 to 12 high, 15 to 25 \
        extreme.</p>
        <h2>Those that stand</h2>
        \(Self.table(open, "Risks and issues that stand", today))
        """
    }

    private var closed: HTML {
        let closed = risks.filter { !$0.isOpen }
        guard !closed.isEmpty else { return "" }
        return "<h2>Closed</h2>\(Self.table(closed, "Closed risks and issues", today))"
    }

    /// Five by five: each cell says its score, its band and how many stand in it; colour is not needed.
    private var grid: HTML {
        var table = DataTable(
            "Risks and issues by likelihood and impact",
            [.plain("Likelihood")]
                + RiskScore.impacts.enumerated().map { index, word in
                    DataTable.Column.text("Impact \(index + 1), \(word.lowercased())")
                })
        for likelihood in RiskScore.range.reversed() {
            let cells = RiskScore.range.map { cell(likelihood, $0) }
            table.add(["\(likelihood), \(RiskScore.likelihoods[likelihood - 1].lowercased())"] + cells)
        }
        return "<div class=\"matrix\">\(table.html())</div>"
    }

    private func cell(_ likelihood: Int, _ impact: Int) -> HTML {
        guard let score = RiskScore(likelihood: likelihood, impact: impact) else { return "" }
        let here = open.filter { $0.score == score }
        let words = "\(score.product) \(score.band.words.lowercased())"
        guard !here.isEmpty else { return "<span class=\"muted\">\(words)</span>" }
        let links = here.map { risk -> HTML in
            "<br><a href=\"\(ProgressRoutes.risk(risk.id))\">\(risk.title)</a>"
        }
        return "<strong>\(words): \(here.count)</strong>\(links)"
    }

    /// Risks under one another, the highest score first.
    static func table(_ risks: [RiskRow], _ caption: String, _ today: Day) -> HTML {
        var table = DataTable(
            caption,
            [
                .plain("Risk or issue"), .text("Score"), .text("Owner"), .text("Next review"),
                .text("Bears on"),
            ])
        for risk in risks {
            let kind = risk.isIssue ? "Issue" : "Risk"
            table.add([
                "<a href=\"\(ProgressRoutes.risk(risk.id))\"><strong>\(kind):</strong> \(risk.title)</a>",
                risk.score.map { score($0) } ?? "Not assessed", HTML(text: risk.owner ?? "Nobody"),
                review(risk, today),
                HTML(
                    text: risk.objectives.isEmpty
                        ? "The plan as a whole" : risk.objectives.map(\.text).joined(separator: ", ")),
            ])
        }
        return table.html(namesFirst: true)
    }

    static func score(_ score: RiskScore) -> HTML {
        let words = "\(score.product) \(score.band.words.lowercased())"
        switch score.band {
        case .low: return Kit.tag(words, .green)
        case .moderate: return Kit.tag(words, .grey)
        case .high: return Kit.tag(words, .amber)
        case .extreme: return Kit.tag(words, .red)
        }
    }

    private static func review(_ risk: RiskRow, _ today: Day) -> HTML {
        if let closed = risk.closed { return HTML(text: "Closed on \(closed.short)") }
        guard let review = risk.review else { return "Not set" }
        guard review < today else { return HTML(text: review.short) }
        return "\(review.short) \(Kit.tag("\(ProgressWords.days(today - review)) late", .red))"
    }
}

/// One risk with its history.
struct RiskHistoryView: Sendable {
    let header: PlanHeader
    let risk: Risk
    let today: Day
    let canReport: Bool

    func page() -> Page {
        ProgressWords.page(
            risk.title,
            ProgressWords.thread(header) + [Crumb("Risks and issues", ProgressRoutes.risks(header.code))],
            """
            <h1>\(risk.title)</h1>
            <p class="lead">\(lead)</p>
            \(Kit.summary(summary))
            \(steps)
            <h2>How it was seen over time</h2>
            \(history)
            """)
    }

    private var kind: String { risk.isIssue ? "An issue" : "A risk" }

    private var lead: String {
        guard risk.isOpen else {
            let words = risk.steps.last?.words ?? ""
            return "Closed on \(risk.closedOn?.written ?? ""). \(words)"
        }
        guard let current = risk.current else { return "\(kind) that nobody has assessed." }
        let band = current.score.map { "\($0.band.words.lowercased()), scored \($0.product) of 25" }
        return "\(kind) that stands, \(band ?? "without a score")."
    }

    private var summary: [(name: String, value: HTML)] {
        let current = risk.current
        let score = current?.score
        return [
            (
                "Likelihood",
                HTML(text: score.map { words($0.likelihood, RiskScore.likelihoods) } ?? "Not assessed")
            ),
            (
                "Impact",
                HTML(text: score.map { words($0.impact, RiskScore.impacts) } ?? "Not assessed")
            ),
            ("What is done about it", ProgressWords.paragraphs(current?.mitigation ?? "Nothing is recorded")),
            ("Owner", HTML(text: current?.owner ?? "Nobody")),
            ("Next review", HTML(text: current?.review.written ?? "Not set")),
            (
                "Bears on",
                HTML(
                    text: risk.objectives.isEmpty
                        ? "The plan as a whole" : risk.objectives.map(\.text).joined(separator: ", "))
            ),
            ("Raised", HTML(text: risk.raisedOn.written)),
        ]
    }

    /// “3, possible”.
    private func words(_ number: Int, _ words: [String]) -> String {
        "\(number), \(words[number - 1].lowercased())"
    }

    private var steps: HTML {
        guard canReport else { return "" }
        return risk.isOpen
            ? """
            <p class="buttons"><a class="button" href="\(ProgressRoutes.assessing(risk.id))">Assess it again</a>
            <a class="way" href="\(ProgressRoutes.closingRisk(risk.id))">Close it</a></p>
            """
            : """
            <p><a class="button" href="\(ProgressRoutes.closingRisk(risk.id))">Open it again</a></p>
            """
    }

    private var history: HTML {
        var table = DataTable(
            "History", [.plain("Day"), .text("What happened"), .text("Score"), .text("Words")])
        let seen = risk.assessments.map { item in
            (
                item.day, 0, "Assessed", item.score.map { RiskView.score($0) } ?? "No score" as HTML,
                "\(item.mitigation) (\(item.owner))"
            )
        }
        let moved = risk.steps.map { step in
            (step.day, 1, step.isOpen ? "Opened again" : "Closed", "" as HTML, step.words)
        }
        let all = (seen + moved).enumerated().sorted {
            ($0.element.0, $0.element.1, $0.offset) < ($1.element.0, $1.element.1, $1.offset)
        }
        for (_, row) in all {
            table.add([HTML(text: row.0.short), HTML(text: row.2), row.3, HTML(text: row.4)])
        }
        return table.count == 0 ? "<p>Nothing is recorded yet.</p>" : table.html()
    }
}
