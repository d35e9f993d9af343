import CivilTime
import Markup
import Pages

/// The months of a plan, the last first.
struct MonthsView: Sendable {
    let header: PlanHeader
    let months: [MonthOverview]
    let today: Day

    func page() -> Page {
        var table = DataTable(
            "Months", [.plain("Month"), .plain("How it stands"), .text("Reported"), .text("Received by")])
        for month in months {
            table.add([
                "<a href=\"\(MonthRoutes.month((header.code, MonthText(month.month))))\">\(month.month.written)</a>",
                Self.tag(month.state), "\(month.reported) of \(month.parts)",
                HTML(text: month.receipt.map { "\($0.board), \($0.day.short)" } ?? "–"),
            ])
        }
        let waiting = months.filter { $0.state == .closed }.count
        let lead =
            waiting == 0
            ? "No closed month waits for its board."
            : waiting == 1
                ? "1 closed month waits for its board." : "\(waiting) closed months wait for their board."
        return ProgressWords.page(
            "Months of the programme", Array(MonthView.thread(header).dropLast()),
            """
            <h1>Months of the programme</h1>
            <p class="lead">\(lead)</p>
            \(table.html())
            """)
    }

    static func tag(_ state: ProgrammeMonth.State) -> HTML {
        switch state {
        case .open: Kit.tag("Open to reports", .blue)
        case .closed: Kit.tag("Closed, not received", .amber)
        case .received: Kit.tag("Received", .green)
        }
    }

    /// The reports that a board received, for everybody.
    static func published(_ header: PlanHeader, _ receipts: [Month: MonthGate.Receipt]) -> Page {
        var table = DataTable(
            "Reports", [.plain("Month"), .text("Received by"), .text("On"), .plain("As a file")])
        for (month, receipt) in receipts.sorted(by: { $0.key > $1.key }) {
            let place = (header.code, MonthText(month))
            table.add([
                "<a href=\"\(MonthRoutes.publishedReport(place))\">\(month.written)</a>",
                HTML(text: receipt.board),
                HTML(text: receipt.day.short),
                "<a href=\"\(MonthRoutes.publishedPaper(place))\">PDF<span class=\"unseen\"> of \(month.written)</span></a>",
            ])
        }
        return PlanWords.page(
            "Monthly reports", PlanWords.thread(header),
            """
            <h1>Monthly reports</h1>
            <p class="lead">What the groups said each month, with what the records say beside it. A report stands here \
            from the day its board received it.</p>
            \(table.count == 0 ? "<p>No board has received a report yet.</p>" : table.html())
            """)
    }
}

/// One month for who runs it and who reads along: what is missing, and what can be done next.
struct MonthView: Sendable {
    let header: PlanHeader
    let overview: MonthOverview
    let report: AssuranceReport
    let mayRun: Bool
    let token: String?

    private var place: (Code, MonthText) { (header.code, MonthText(overview.month)) }

    func page() -> Page {
        ProgressWords.page(
            overview.month.written, Self.thread(header),
            """
            <h1>\(overview.month.written)</h1>
            <p class="lead">\(MonthsView.tag(overview.state)) \(lead)</p>
            \(Kit.figures(figures))
            \(Kit.links(links, label: "Of this month"))
            \(next)
            <h2>Who has not reported</h2>
            \(missing)
            <h2>What happened to this month</h2>
            \(history)
            """)
    }

    static func thread(_ header: PlanHeader) -> [Crumb] {
        [
            ProgressWords.start, Crumb(header.code.text, ProgressRoutes.plan(header.code)),
            Crumb("Months", MonthRoutes.months(header.code)),
        ]
    }

    /// The report for the board and the groups.
    static func reportPage(_ view: AssuranceView, _ place: (Code, MonthText)) -> Page {
        ProgressWords.page(
            view.title, thread(view.header) + [Crumb(place.1.month.written, MonthRoutes.month(place))],
            "\(view.body)<p><a href=\"\(MonthRoutes.paper(place))\">This report as a PDF</a></p>")
    }

    /// The report for everybody.
    static func publicPage(_ view: AssuranceView, _ place: (Code, MonthText)) -> Page {
        PlanWords.page(
            view.title,
            PlanWords.thread(view.header) + [Crumb("Monthly reports", MonthRoutes.published(place.0))],
            "\(view.body)<p><a href=\"\(MonthRoutes.publishedPaper(place))\">This report as a PDF</a></p>")
    }

    private var lead: String {
        switch overview.state {
        case .open: "\(overview.reported) of \(overview.parts) have a report."
        case .closed: "What the board will receive cannot change now."
        case .received: overview.receipt.map { "The \($0.board) received it on \($0.day.written)." } ?? ""
        }
    }

    private var figures: [Kit.Figure] {
        [
            .init("\(overview.reported)", "of \(overview.parts) reported"),
            .init("\(report.redOrOverdue.count)", "red or overdue"),
            .init(
                "\(report.contradicted.count)",
                report.contradicted.count == 1
                    ? "rating the records speak against" : "ratings the records speak against"),
            .init(
                "\(report.slips.count)", report.slips.count == 1 ? "milestone moved" : "milestones moved"),
        ]
    }

    private var links: [(title: String, link: Link)] {
        [
            ("Assurance report", MonthRoutes.report(place)), ("As a PDF", MonthRoutes.paper(place)),
            ("Highlight reports by group", MonthRoutes.highlights(place)),
        ]
    }

    /// What can be done now, the likely step first.
    private var next: HTML {
        guard mayRun else { return "" }
        switch overview.state {
        case .open:
            var form = Form(
                to: MonthRoutes.close(place), token: token, command: CommandID.new(),
                button: "Close \(overview.month.written) to reports")
            form.add(link: "Write what stands above the report", to: MonthRoutes.introducing(place))
            return form.html
        case .closed:
            return """
                <p><a class="button" href="\(MonthRoutes.receiving(place))">Record that a board received it</a> \
                <a class="way" href="\(MonthRoutes.reopening(place))">Open it again</a></p>
                """
        case .received:
            return "<p><a class=\"way\" href=\"\(MonthRoutes.reopening(place))\">Open it again</a></p>"
        }
    }

    private var missing: HTML {
        let items = report.unreported.map { part -> HTML in
            let groups =
                part.part.groups.isEmpty ? "No group is named" : part.part.groups.joined(separator: ", ")
            return
                "<li><strong>\(part.part.code.text)</strong> \(part.part.text) <span class=\"muted\">\(groups)</span></li>"
        }
        return items.isEmpty ? "<p>Every group has reported.</p>" : "<ul class=\"bullets\">\(items)</ul>"
    }

    private var history: HTML {
        let items = overview.steps.map { step -> HTML in
            let what =
                switch step.to {
                case .open: "Opened again"
                case .closed: "Closed to reports"
                case .received: "Received by the \(step.received?.board ?? "board")"
                }
            let reason: HTML? = step.reason.map { ": \($0)" }
            return "<li>\(step.day.short): \(what)\(reason)</li>"
        }
        return items.isEmpty ? "<p>It was never closed.</p>" : "<ul class=\"bullets\">\(items)</ul>"
    }
}

/// What each group did in a month and what comes next: a draft that its lead can correct by reporting anew.
struct HighlightView: Sendable {
    let record: PlanRecord
    let report: AssuranceReport
    /// The group asked for; all where it is nil.
    let asked: String?

    private var groups: [String] {
        var seen: Set<String> = []
        return report.parts.flatMap(\.part.groups).filter { seen.insert($0).inserted }
    }

    func page() -> Page {
        let place = (record.code, MonthText(report.month))
        let shown = asked.flatMap { name in groups.contains(name) ? [name] : nil } ?? groups
        let choices = groups.map { group in
            (title: group, link: MonthRoutes.highlights(place, query: [("group", group)]))
        }
        return ProgressWords.page(
            "Highlight reports, \(report.month.written)",
            MonthView.thread(record.header) + [Crumb(report.month.written, MonthRoutes.month(place))],
            """
            <h1>Highlight reports, \(report.month.written)</h1>
            <p class="lead">Drafted from what was reported; a group corrects its own by reporting anew.</p>
            \(Kit.links([(title: "All groups", link: MonthRoutes.highlights(place))] + choices, label: "Groups"))
            \(HTML.joined(shown.map(section)))
            """)
    }

    private func section(_ group: String) -> HTML {
        let parts = report.parts.filter { $0.part.groups.contains(group) }
        let slips = report.slips.filter { slip in parts.contains { $0.part.code == slip.part } }
        let items = parts.map { part -> HTML in
            let rating = part.rating.flatMap { report.scheme.rating($0) }.map(PlanWords.tag) ?? "Not rated"
            let words = part.month?.current.narrative ?? "Nothing was reported this month."
            let findings: HTML =
                part.findings.isEmpty ? "" : Kit.inset(Kit.bullets(part.findings.map(\.words)))
            return
                "<h3>\(part.part.code.text) \(rating)</h3><p>\(part.part.text)</p>\(Paragraphs.html(words))\(findings)"
        }
        let moved: HTML =
            slips.isEmpty
            ? ""
            : "<h3>Moved</h3>\(Kit.bullets(slips.map { "\($0.part.text), \($0.milestone.text): \(AssuranceView.words($0))" }))"
        return "<section><h2>\(group)</h2>\(HTML.joined(items))\(moved)</section>"
    }
}
