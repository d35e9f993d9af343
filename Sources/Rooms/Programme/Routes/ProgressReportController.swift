import Access
import CivilTime
import Ledger
import Markup
import Pages

/// The form by which a group reports on an objective or action for a month.
struct ProgressReportController: Sendable {
    let context: ProgressContext
    private var ledger: Ledger { context.ledger }

    init(_ context: ProgressContext) { self.context = context }

    func register(in table: inout RouteTable) {
        table.add(ProgressRoutes.reporting) { id, request in try await asking(id, request) }
        table.add(ProgressRoutes.report) { id, request in try await report(id, request) }
    }

    private func asking(_ id: String, _ request: Request) async throws -> Reply {
        let (record, rights) = try await context.reportable(id, request)
        let form = ProgressForm(record: record, rights: rights, today: request.context.today)
        let typed = request.typed(or: form.first(request.queryValue("for")))
        return try await page(form, Reading(typed), request)
    }

    private func page(
        _ questions: ProgressForm, _ reading: Reading, _ request: Request, over banner: HTML? = nil
    ) async throws -> Reply {
        let record = questions.record
        let shown = banner == nil ? request.form[Form.shownField] : nil
        var form = Form(
            to: ProgressRoutes.report(record.part.id), after: reading, token: request.context.formToken,
            command: CommandID.new(), shown: shown ?? "\(record.version)", button: "Save report")
        form.ask(questions.month)
        if let group = questions.group { form.ask(group) }
        form.ask(questions.rating, ProgressForm.narrative, ProgressForm.impact)
        if !questions.steps.isEmpty { form.add("<h2>Milestones</h2>\n") }
        for step in questions.steps {
            form.add(Self.past(step.milestone))
            form.ask(step.what, step.met, step.to, step.why)
        }
        form.add("<h2>A further milestone</h2>\n")
        form.ask(ProgressForm.newStep, ProgressForm.newStepMonth)
        form.add(link: "Cancel", to: ProgressRoutes.part(record.part.id))
        let title = "Report on \(record.part.code.text)"
        let findings = try await context.findings(record, on: request.context.today)
        let page = Page.form(
            banner == nil ? title : "Not saved yet: \(title)", thread: ProgressWords.thread(record),
            section: ProgressRoutes.section, banner: banner ?? request.draftBanner,
            lead: Self.lead(record, findings, request.context.today), form)
        return .page(page, request.context, status: reading.isFine && banner == nil ? 200 : 422)
    }

    /// What stands beside the questions: the objective, last month's words, and what the records say.
    private static func lead(_ record: ProgressRecord, _ findings: [Finding], _ today: Day) -> HTML {
        let last: HTML =
            record.progress.months.last.map { month in
                let rating = month.current.rating.flatMap { record.header.scheme.rating($0) }
                return Kit.inset(
                    """
                    <p><strong>\(month.month.written), \(month.current.group):</strong> \
                    \(ProgressWords.rating(rating))</p>
                    \(ProgressWords.paragraphs(month.current.narrative))\
                    \(ProgressWords.paragraphs(month.current.impact))
                    """)
            } ?? "<p class=\"muted\">Nothing has been reported on it before.</p>"
        let open = record.openMonths(on: today)
        let closed: HTML =
            open.isEmpty
            ? Kit.warning(
                "Every month is closed. Ask the programme team to open the one you want to report on.")
            : ""
        return """
            <p class="lead">\(record.part.text)</p>
            \(closed)
            <h2>What was said last</h2>
            \(last)
            <h2>What the records say</h2>
            \(ProgressWords.findings(findings))
            <h2>Your report</h2>

            """
    }

    /// Slips stand above the question, so that nobody moves a milestone without seeing how far it has gone.
    private static func past(_ milestone: MilestoneStanding) -> HTML {
        milestone.moves.isEmpty
            ? ""
            : """
            <p class="muted">First promised for \(milestone.first.written). \(ProgressWords.slip(milestone)).</p>

            """
    }

    private func report(_ id: String, _ request: Request) async throws -> Reply {
        let (record, rights) = try await context.reportable(id, request)
        let form = ProgressForm(record: record, rights: rights, today: request.context.today)
        var reading = Reading(request.form)
        guard let answers = form.read(&reading) else { return try await page(form, reading, request) }
        let reporting = ReportProgress(
            part: id, month: answers.month, rating: answers.rating, narrative: answers.narrative,
            impact: answers.impact, group: answers.group, milestones: answers.milestones,
            reporter: rights.reporter)
        let version = request.form[Form.shownField].flatMap { Int(pathText: $0) } ?? 0
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText,
            author: try request.author(.reportProgress),
            shown: [Shown(SubjectID(kind: Progress.kind, id: id), version: version, kinds: Self.kinds)]
        ) { deciding -> String in try reporting.decide(&deciding) }
        do {
            guard try await reading.carryOut({ try await ledger.commit(command) }) != nil else {
                return try await page(form, reading, request)
            }
            return .seeOther(ProgressRoutes.part(id))
        } catch LedgerError.overtaken(let entries) {
            let banner = try await banner(id, entries, answers, request.context.today)
            let (now, rights) = try await context.reportable(id, request)
            let fresh = ProgressForm(record: now, rights: rights, today: request.context.today)
            return try await page(fresh, reading, request, over: banner)
        }
    }

    private static let kinds: Set<String> = [
        ProgressReported.kind, MilestoneStated.kind, MilestoneForecast.kind, MilestoneMet.kind,
    ]

    /// What the other lead of the objective saved meanwhile.
    private func banner(
        _ id: String, _ entries: [String], _ answers: ProgressForm.Answers, _ today: Day
    ) async throws -> HTML {
        let found = try await ledger.read { snapshot -> (Chronicle, Progress?, Progress?)? in
            let chronicle = try snapshot.chronicle(of: SubjectID(kind: Progress.kind, id: id))
            let fresh = chronicle.filter { entries.contains($0.id) }
            guard let first = fresh.first, let last = fresh.last else { return nil }
            return (
                last, try snapshot.state(of: Progress.self, id, asKnownAt: first.commit - 1)?.state,
                try snapshot.state(of: Progress.self, id)?.state
            )
        }
        guard let (last, before, now) = found else { return "" }
        func report(_ progress: Progress?) -> ProgressReport? {
            progress?.months.first { $0.month == answers.month }?.current
        }
        let (old, new) = (report(before), report(now))
        return Kit.changedMeanwhile(
            by: try await MeanwhileWords.who(last, ledger), when: MeanwhileWords.when(last, today),
            [
                .init(
                    "Rating for \(answers.month.written)", before: old?.rating?.rawValue,
                    now: new?.rating?.rawValue, yours: answers.rating?.rawValue),
                .init("Group", before: old?.group, now: new?.group, yours: answers.group),
                .init("What was done", before: old?.narrative, now: new?.narrative, yours: answers.narrative),
                .init("For families", before: old?.impact, now: new?.impact, yours: answers.impact),
            ])
    }
}
