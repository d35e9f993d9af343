import CivilTime
import Ledger
import Markup
import Pages

/// What is reported to one committee, as lists show it.
struct ReportingRow: Sendable {
    let id: String
    let committee: String
    let reporter: String
    let what: String
    let frequency: ReportingFrequency?
    let ended: Day?

    static func all(_ reader: Reader) throws -> [ReportingRow] {
        try reader.all(
            """
            SELECT subject_id, committee, reporter, what, frequency, ended FROM programme_reporting
            ORDER BY committee, what, subject_id
            """
        ) { fields in
            ReportingRow(
                id: fields.text(0), committee: fields.text(1), reporter: fields.text(2),
                what: fields.text(3), frequency: ReportingFrequency(rawValue: fields.text(4)),
                ended: fields.day(5))
        }
    }
}

/// One report, due or sent, as the calendar shows it.
struct ReportingDayRow: Sendable {
    let duty: String
    let entry: String
    let committee: String
    let reporter: String
    let what: String
    let due: Day
    let sent: Day?
    let paper: String
    let hasOutcome: Bool

    /// All reports of duties that go on, and those of ended ones that were due or sent until then.
    static func all(_ reader: Reader) throws -> [ReportingDayRow] {
        try reader.all(
            """
            SELECT report.subject_id, report.row_key, committee, reporter, what, due, sent, paper, has_outcome
            FROM programme_report_due AS report
            JOIN programme_reporting AS duty ON duty.subject_id = report.subject_id
            WHERE sent IS NOT NULL OR ended IS NULL OR due <= ended
            ORDER BY due, committee, report.subject_id, report.row_key
            """
        ) { fields in
            ReportingDayRow(
                duty: fields.text(0), entry: fields.text(1), committee: fields.text(2),
                reporter: fields.text(3), what: fields.text(4), due: fields.day(5) ?? .earliest,
                sent: fields.day(6), paper: fields.text(7), hasOutcome: fields.flag(8))
        }
    }

    /// How late it was sent, or is.
    func lateness(on today: Day) -> HTML {
        if let sent {
            return sent > due
                ? Kit.tag(RegisterAttention.late(due, sent), .red) : "<span class=\"muted\">In time</span>"
        }
        return PlanWords.lateness(Lateness(days: [due], today: today))
    }
}

/// The calendar of reports: what is due next, what is late, what was sent.
struct ReportingCalendarView: Sendable {
    let duties: [ReportingRow]
    let reports: [ReportingDayRow]
    let mayKeep: Bool
    let today: Day

    func page() -> Page {
        let add: HTML? =
            mayKeep
            ? "<p><a class=\"button\" href=\"\(ReportingRoutes.new())\">Add what has to be reported</a></p>"
            : nil
        let none: HTML =
            "<p>Nothing is recorded yet. Add each board and committee with what it is to be told.</p>"
        return RegisterWords.page(
            "Reports to boards and committees", [RegisterWords.crumb],
            """
            <h1>Reports to boards and committees</h1>
            <p class="lead">\(lead)</p>
            \(add)\(duties.isEmpty ? none : "\(waiting)\(committees)\(sent)")
            """)
    }

    private var lead: String {
        let open = reports.filter { $0.sent == nil }
        let late = open.count { $0.due < today }
        guard let next = open.first(where: { $0.due >= today }) else {
            return late == 0
                ? "No report is due." : "\(PlanWords.count(late, "report is", "reports are")) late."
        }
        let words = "Next: \(next.committee), \(next.due.written)."
        return late == 0 ? words : "\(PlanWords.count(late, "report is", "reports are")) late. \(words)"
    }

    private var waiting: HTML {
        let open = reports.filter { $0.sent == nil }
        guard !open.isEmpty else { return "<h2>Due</h2><p>Nothing is due.</p>" }
        var columns: [DataTable.Column] = [
            .plain("Due"), .text("To whom"), .text("By whom"), .text("What"), .text("Stands"),
        ]
        if mayKeep { columns.append(.plain("Record")) }
        var table = DataTable("Due", columns)
        for row in open {
            var cells: [HTML] = [
                HTML(text: row.due.short),
                "<a href=\"\(ReportingRoutes.duty(row.duty))\">\(row.committee)</a>",
                HTML(text: row.reporter), HTML(text: row.what), row.lateness(on: today),
            ]
            if mayKeep {
                let link = ReportingRoutes.changing((row.duty, .sent), query: [("report", row.entry)])
                cells.append(
                    """
                    <a href="\(link)">Record that it was sent<span class="unseen">: \(row.committee), \
                    \(row.due.short)</span></a>
                    """)
            }
            table.add(cells)
        }
        return "<h2>Due</h2>\(table.html())"
    }

    private var sent: HTML {
        let sent = reports.filter { $0.sent != nil }.sorted {
            ($0.sent ?? .earliest) > ($1.sent ?? .earliest)
        }
        guard !sent.isEmpty else { return "" }
        var table = DataTable(
            "Sent",
            [
                .plain("Sent"), .text("To whom"), .text("Paper"), .text("Due"), .text("In time"),
                .text("What came of it"),
            ])
        for row in sent.prefix(24) {
            table.add([
                HTML(text: row.sent?.short ?? ""),
                "<a href=\"\(ReportingRoutes.duty(row.duty))\">\(row.committee)</a>", HTML(text: row.paper),
                HTML(text: row.due.short), row.lateness(on: today),
                row.hasOutcome ? "Recorded" : "<span class=\"muted\">Not recorded</span>",
            ])
        }
        let more: HTML? =
            sent.count > 24 ? "<p>Earlier reports stand on the page of each committee.</p>" : nil
        return "<h2>Sent</h2>\(table.html())\(more)"
    }

    private var committees: HTML {
        var table = DataTable(
            "Who is told what",
            [.plain("Board or committee"), .text("By whom"), .text("What"), .text("How often")])
        for row in duties {
            let ended: HTML? = row.ended.map { " \(Kit.tag("Ended \($0.short)", .grey))" }
            table.add([
                "<a href=\"\(ReportingRoutes.duty(row.id))\">\(row.committee)</a>\(ended)",
                HTML(text: row.reporter), HTML(text: row.what), HTML(text: row.frequency?.words ?? ""),
            ])
        }
        return "<h2>Who is told what</h2>\(table.html())"
    }
}

/// The page of what is reported to one committee.
struct ReportingView: Sendable {
    static let crumb = Crumb("Reports to boards and committees", ReportingRoutes.calendar())

    let duty: ReportingDuty
    let details: ReportingDetails
    let around: RegisterSurroundings
    let mayKeep: Bool
    let today: Day

    func page() -> Page {
        RegisterWords.page(
            details.committee, [RegisterWords.crumb, Self.crumb],
            """
            <h1>Report to \(details.committee)</h1>
            <p class="lead">\(lead)</p>
            \(RegisterWords.problems(duty.problems))\(Kit.summary(facts))\(reports)\(doing)
            """)
    }

    private var lead: String {
        if let ended = duty.ended { return "Not reported any more since \(ended.day.written). \(ended.why)" }
        guard let next = duty.waiting.first else { return "No report is due." }
        return "Due \(next.due.written): \(Lateness(days: [next.due], today: today).words.lowercased())."
    }

    private var facts: [(name: String, value: HTML)] {
        var rows: [(name: String, value: HTML)] = [
            ("Who reports", HTML(text: details.reporter)),
            ("What is reported", RegisterWords.paragraphs(details.what)),
            ("How often", HTML(text: details.frequency.words)),
        ]
        if let served = around.served(details.serving) { rows.append(("About", served)) }
        return rows
    }

    private var reports: HTML {
        guard !duty.reports.isEmpty else {
            return "<h2>Reports</h2><p>No day is recorded yet. Add the day on which the first is due.</p>"
        }
        var columns: [DataTable.Column] = [
            .plain("Due"), .text("Sent"), .text("Paper"), .text("What came of it"),
        ]
        if mayKeep { columns.append(.plain("Record")) }
        var table = DataTable("Reports", columns)
        for report in duty.reports.reversed() {
            var cells: [HTML] = [
                HTML(text: report.due.short), sent(report), paper(report), outcome(report),
            ]
            if mayKeep { cells.append(record(report)) }
            table.add(cells)
        }
        return "<h2>Reports</h2>\(table.html())"
    }

    private func sent(_ report: ReportingDuty.Report) -> HTML {
        guard let sent = report.sent else {
            return duty.ended == nil
                ? PlanWords.lateness(Lateness(days: [report.due], today: today)) : "Not sent"
        }
        let late: HTML? =
            sent.day > report.due ? " \(Kit.tag(RegisterAttention.late(report.due, sent.day), .red))" : nil
        return "\(sent.day.short)\(late)"
    }

    private func paper(_ report: ReportingDuty.Report) -> HTML {
        guard let sent = report.sent else { return RegisterWords.nothing }
        let link = ReportingRoutes.paper((duty.id, report.entry))
        return around.paper(sent.paper, at: link, sent.title) ?? HTML(text: sent.title)
    }

    private func outcome(_ report: ReportingDuty.Report) -> HTML {
        guard let outcome = report.outcome else { return "<span class=\"muted\">Not recorded</span>" }
        let further: HTML? =
            outcome.escalated.isEmpty ? nil : "<br><strong>Taken further:</strong> \(outcome.escalated)"
        let minutes: HTML? = outcome.minutes.flatMap { Link(web: $0) }.map {
            "<br><a href=\"\($0)\">Minutes</a>"
        }
        return "\(outcome.day.short)<br>\(RegisterWords.lines(outcome.words))\(further)\(minutes)"
    }

    private func record(_ report: ReportingDuty.Report) -> HTML {
        let form: ReportingForm = report.sent == nil ? .sent : .outcome
        let words = report.sent == nil ? "Record that it was sent" : "Record what came of it"
        let link = ReportingRoutes.changing((duty.id, form), query: [("report", report.entry)])
        return "<a href=\"\(link)\">\(words)<span class=\"unseen\">: \(report.due.short)</span></a>"
    }

    private var doing: HTML {
        guard mayKeep else { return "" }
        let forms: [(ReportingForm, String)] = [
            (.due, "Add a day on which a report is due"), (.details, "Change what is reported"),
            (.ended, "Record that it need not be reported any more"),
        ]
        return RegisterWords.doing(forms.map { ($0.1, ReportingRoutes.changing((duty.id, $0.0))) })
    }
}
