import CivilTime
import Ledger
import Markup
import Pages

/// Everything of one objective or action: its rating, what is known beside it, and its history month by month.
struct ProgressView: Sendable {
    let record: ProgressRecord
    let findings: [Finding]
    let risks: [RiskRow]
    /// The names of the accounts that evidence names.
    let names: [String: String]
    let today: Day
    let canReport: Bool
    let canClear: Bool
    let account: String?

    private var part: ProgressPart { record.part }
    private var progress: Progress { record.progress }

    func page() -> Page {
        let title = ProgressWords.name(part)
        return ProgressWords.page(
            title, ProgressWords.thread(record.header),
            """
            <h1>\(title)</h1>
            <p class="lead">\(part.text)</p>
            \(Kit.summary(summary))
            \(nextStep)
            <h2>What the records say beside the rating</h2>
            \(ProgressWords.findings(findings))
            \(problems)
            <h2>Milestones</h2>
            \(ProgressWords.milestones(record.steps, today))
            <h2>Evidence</h2>
            \(evidence)
            <h2>Risks and issues</h2>
            \(risksTable)
            <h2>Month by month</h2>
            \(history)
            """)
    }

    private var summary: [(name: String, value: HTML)] {
        let last = progress.months.last
        let rating: HTML =
            record.rating.map { rated, month in
                "\(PlanWords.tag(rated)) for \(month.written): \(rated.definition)"
            } ?? "Not rated yet"
        let standing = Lateness(
            days: record.dues, isOngoing: part.isOngoing,
            isDone: record.rating?.rating.saysDone ?? false, today: today)
        return [
            ("Rated", rating),
            (
                "Reported",
                last.map { HTML(text: "\($0.current.day.written) by \($0.current.group)") } ?? "Not yet"
            ),
            ("Standing", PlanWords.lateness(standing)),
            ("Due", HTML(text: due)),
            ("Led by", HTML(text: part.groups.isEmpty ? "Not stated" : part.groups.joined(separator: "; "))),
            (
                "Public",
                record.gate.publicThrough.map {
                    HTML(text: "What the board has received, up to \($0.written)")
                } ?? "Nothing yet: no board has received a month’s report"
            ),
        ]
    }

    private var due: String {
        if part.isOngoing { return "Ongoing" }
        return part.due.isEmpty ? "No date given" : part.due.map(\.written).joined(separator: " and ")
    }

    private var nextStep: HTML {
        guard canReport else { return "" }
        let month = record.monthDue(on: today)
        let link = ProgressRoutes.reporting(
            part.id, query: month.map { [(name: "for", value: $0.iso)] } ?? [])
        return """
            <p class="buttons"><a class="button" href="\(link)">\
            \(month.map { "Report for \($0.written)" } ?? "Report again")</a>
            <a class="way" href="\(ProgressRoutes.addingEvidence(part.id))">Add evidence</a>
            <a class="way" href="\(riskLink)">Raise a risk</a></p>
            """
    }

    private var riskLink: Link {
        ProgressRoutes.newRisk(record.header.code, query: [(name: "on", value: part.code.text)])
    }

    private var problems: HTML {
        guard !progress.problems.isEmpty else { return "" }
        let texts = progress.problems.map(\.text).joined(separator: " ")
        return Kit.doubt("What is recorded contradicts itself. \(texts)")
    }

    // MARK: Evidence

    private var evidence: HTML {
        guard !progress.evidence.isEmpty else {
            return canReport
                ? """
                <p>Nothing is attached yet. \
                <a href="\(ProgressRoutes.addingEvidence(part.id))">Add the first piece of evidence</a>.</p>
                """ : "<p>Nothing is attached yet.</p>"
        }
        var table = DataTable(
            "Evidence",
            [.plain("Evidence"), .text("Kind"), .text("For"), .text("Added"), .plain("May it be public?")])
        for item in progress.evidence.reversed() {
            table.add([
                "\(EvidenceWords.link(item, part.id))<br><span class=\"muted\">\(item.shows)</span>",
                HTML(text: item.kind.words), HTML(text: item.month.written),
                HTML(text: "\(item.day.short) by \(names[item.addedBy] ?? "an account")"),
                "\(clearance(item))\(withdrawal(item))",
            ])
        }
        return table.html(namesFirst: true)
    }

    private func clearance(_ item: EvidenceItem) -> HTML {
        if let clearance = item.clearance {
            let who = names[clearance.by] ?? "an account"
            return "Yes: \(who) confirmed on \(clearance.day.short) that no child can be recognised"
        }
        guard canClear else { return "Not yet: a second person has to confirm it" }
        if item.addedBy == account { return "Not yet: somebody other than you has to confirm it" }
        return """
            <a href="\(ProgressRoutes.clearing((part.id, item.entry)))">Look and confirm\
            <span class="unseen">: \(item.title)</span></a>
            """
    }

    private func withdrawal(_ item: EvidenceItem) -> HTML {
        guard canReport else { return "" }
        return """
            <br><a href="\(ProgressRoutes.withdrawing((part.id, item.entry)))">Take back\
            <span class="unseen">: \(item.title)</span></a>
            """
    }

    // MARK: Risks and months

    private var risksTable: HTML {
        guard !risks.isEmpty else { return "<p>None is recorded for it.</p>" }
        return RiskView.table(risks, "Risks and issues of \(part.code.text)", today)
    }

    private var history: HTML {
        guard !progress.months.isEmpty else { return "<p>Nothing has been reported yet.</p>" }
        return HTML.joined(progress.months.reversed().map(month))
    }

    private func month(_ month: MonthlyReport) -> HTML {
        let receipt = record.gate.receipts[month.month]
        let standing =
            receipt.map { "Received by \($0.board) on \($0.day.short)." }
            ?? (record.gate.isClosed(month.month) ? "Closed; no board has received it yet." : "Open.")
        let earlier = month.earlier.reversed().map { report($0) }
        let kept: HTML =
            earlier.isEmpty
            ? ""
            : Kit.details(
                PlanWords.count(earlier.count, "earlier report", "earlier reports"), HTML.joined(earlier))
        return """
            <section><h3>\(month.month.written)</h3>
            <p class="muted">\(standing)</p>
            \(report(month.current))\(kept)</section>
            """
    }

    private func report(_ report: ProgressReport) -> HTML {
        let impact: HTML =
            report.impact.isEmpty
            ? ""
            : """
            <p><strong>What has changed for families.</strong></p>\(ProgressWords.paragraphs(report.impact))
            """
        let rating = report.rating.flatMap { record.header.scheme.rating($0) }
        return """
            <p>\(ProgressWords.rating(rating)) \(report.group), \(report.day.short)</p>
            \(ProgressWords.paragraphs(report.narrative))\(impact)
            """
    }
}
