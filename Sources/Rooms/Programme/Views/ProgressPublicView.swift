import CivilTime
import Markup
import Pages

/// What the public reads of an objective's or action's progress: what a board has received, and no more.
struct ProgressPublicView: Sendable {
    /// The progress as boards have received it.
    let record: ProgressRecord
    /// What the records said beside the rating on the day the board received it.
    let findings: [Finding]
    /// How many pieces of evidence belong to what was received, cleared to be public or not.
    let evidenceCount: Int

    private var gate: MonthGate { record.gate }

    /// The last month received, and its receipt.
    private var last: (month: MonthlyReport, receipt: MonthGate.Receipt)? {
        guard let month = record.progress.months.last, let receipt = gate.receipts[month.month] else {
            return nil
        }
        return (month, receipt)
    }

    /// Whether a board has received any report on it, so that its milestones stand there with their slips.
    var hasReport: Bool { last != nil }

    /// Whether what was last received rates it done.
    var saysDone: Bool { record.rating?.rating.saysDone ?? false }

    /// The section on the part's own page; nothing while no board has received any month of the plan.
    var section: HTML {
        guard gate.publicThrough != nil else { return "" }
        guard let (month, receipt) = last else {
            return """
                <h2>Progress</h2>
                <p>Nothing about it was in what the board has received up to now.</p>
                """
        }
        return """
            <h2>Progress in \(month.month.written)</h2>
            \(rating(month.current, receipt))
            \(ProgressWords.paragraphs(month.current.narrative))\(impact(month.current))
            <h3>What the records say beside the rating</h3>
            <p class="muted">As on the day the board received it.</p>
            \(ProgressWords.findings(findings))
            <h3>Milestones</h3>
            \(ProgressWords.milestones(record.steps, receipt.day))
            <h3>Evidence</h3>
            \(evidence)
            \(earlier)
            """
    }

    private func rating(_ report: ProgressReport, _ receipt: MonthGate.Receipt) -> HTML {
        let rating = report.rating.flatMap { record.header.scheme.rating($0) }
        let meaning: HTML = rating.map { "\(PlanWords.tag($0)) \($0.definition)" } ?? "Not rated"
        return """
            <p>\(meaning)</p>
            <p class="muted">Rated by \(report.group) on \(report.day.short), as received by \(receipt.board) on \
            \(receipt.day.written).</p>
            """
    }

    private func impact(_ report: ProgressReport) -> HTML {
        report.impact.isEmpty
            ? ""
            : "<h3>What has changed for families</h3>\(ProgressWords.paragraphs(report.impact))"
    }

    private var evidence: HTML {
        let cleared = record.progress.evidence.filter { $0.clearance != nil }
        let hidden = evidenceCount - cleared.count
        let note: HTML =
            hidden == 0
            ? ""
            : """
            <p class="muted">\(PlanWords.count(hidden, "further piece is", "further pieces are")) not public: \
            nobody has yet confirmed that no child can be recognised in \(hidden == 1 ? "it" : "them").</p>
            """
        guard !cleared.isEmpty else {
            return hidden == 0 ? "<p>No evidence was attached.</p>" : note
        }
        var table = DataTable("Evidence", [.plain("Evidence"), .text("Kind"), .text("Month")])
        for item in cleared.reversed() {
            table.add([
                "\(EvidenceWords.publicLink(item, record.part.id))<br><span class=\"muted\">\(item.shows)</span>",
                HTML(text: item.kind.words), HTML(text: item.month.written),
            ])
        }
        return "\(table.html(namesFirst: true))\(note)"
    }

    private var earlier: HTML {
        let earlier = record.progress.months.dropLast()
        guard !earlier.isEmpty else { return "" }
        var table = DataTable(
            "Earlier months", [.plain("Month"), .text("Rated"), .plain("What was said"), .text("Received")])
        for month in earlier.reversed() {
            let rating = month.current.rating.flatMap { record.header.scheme.rating($0) }
            let receipt = gate.receipts[month.month]
            table.add([
                HTML(text: month.month.written), ProgressWords.rating(rating),
                HTML(text: month.current.narrative), HTML(text: receipt?.day.short ?? ""),
            ])
        }
        return "<h3>Earlier months</h3>\(table.html())"
    }
}
