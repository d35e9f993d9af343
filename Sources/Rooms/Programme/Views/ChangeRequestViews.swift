import Access
import CivilTime
import Ledger
import Markup
import Pages

/// All requests to change dates of a plan.
struct ChangeRequestsView: Sendable {
    let header: PlanHeader
    let requests: [ChangeRequest]
    /// Whether a date was approved that no issue of the plan states yet.
    let isPublishable: Bool
    let visitor: Visitor

    func page() -> Page {
        let waiting = requests.filter { $0.status == .waiting }
        let sentBack = requests.filter { $0.status == .sentBack }
        let decided = requests.filter { ![.waiting, .sentBack].contains($0.status) }
        return PlanWords.page(
            "Requests to change dates", PlanWords.thread(header),
            """
            <h1>Requests to change dates</h1>
            <p class="lead">\(lead(waiting.count))</p>
            \(Kit.links(links, label: "What you can do"))
            \(section("Waiting for a decision", waiting))
            \(section("Sent back", sentBack))
            \(section("Decided or taken back", decided))
            """)
    }

    private func lead(_ waiting: Int) -> String {
        guard !requests.isEmpty else {
            return "Nobody has asked for another date yet. Dates stay as the plan states them."
        }
        return waiting == 0
            ? "No request waits for a decision."
            : "\(PlanWords.count(waiting, "request waits", "requests wait")) for a decision."
    }

    private var links: [(title: String, link: Link)] {
        var links: [(title: String, link: Link)] = []
        if decide(visitor, .requestChange).isAllowed {
            links.append(("Ask to change a date", ChangeRequestRoutes.asking(header.code)))
        }
        if isPublishable, decide(visitor, .publishIssue).isAllowed {
            links.append(
                ("Publish the plan with the approved dates", ChangeRequestRoutes.publishing(header.code)))
        }
        if decide(visitor, .reviewDates).isAllowed {
            links.append(("Review all dates", ChangeRequestRoutes.review(header.code)))
        }
        return links + [("What changed between versions", ComparisonRoutes.compare(header.code))]
    }

    private func section(_ title: String, _ requests: [ChangeRequest]) -> HTML {
        guard !requests.isEmpty else { return "" }
        var table = DataTable(
            title,
            [.plain("Request"), .text("Was due"), .text("Asked for"), .text("Asked on"), .plain("Status")])
        for request in requests {
            let name = PlanWords.capitalised(request.name?.words ?? "")
            table.add([
                "<a href=\"\(ChangeRequestRoutes.one((header.code, request.id)))\"><strong>\(name)</strong></a>",
                HTML(
                    text: request.from.isEmpty
                        ? "No date" : request.from.map(\.written).joined(separator: " and ")),
                HTML(text: request.current?.to.written ?? ""),
                HTML(text: request.askings.first?.day.short ?? ""), ChangeRequestView.tag(request.status),
            ])
        }
        return "<h2>\(title)</h2>\(table.html())"
    }
}

/// One request to change a date, with everything that was said and decided.
struct ChangeRequestView: Sendable {
    let around: ChangeRequestController.Surroundings
    let request: ChangeRequest
    /// The names of the accounts that asked.
    let names: [String: String]
    let visitor: Visitor

    static func tag(_ status: ChangeRequest.Status) -> HTML {
        switch status {
        case .waiting: Kit.tag(status.words, .amber)
        case .approved: Kit.tag(status.words, .green)
        case .refused: Kit.tag(status.words, .red)
        case .sentBack: Kit.tag(status.words, .blue)
        case .takenBack: Kit.tag(status.words, .grey)
        }
    }

    private var arguments: (Code, String) { (around.code, request.id) }
    private var name: String { request.name?.words ?? "" }

    func page() -> Page {
        let problems = request.problems.map { problem -> HTML in Kit.doubt(HTML(text: problem.text)) }
        return PlanWords.page(
            "Request: \(name)", around.thread,
            """
            <h1>Request to change the date of \(name)</h1>
            \(HTML.joined(problems))
            \(Kit.summary(summary))
            \(links.isEmpty ? "" : Kit.links(links, label: "What you can do"))
            \(own)
            <h2>What was asked and decided</h2>
            \(chronology)
            """)
    }

    private var summary: [(name: String, value: HTML)] {
        let promise = around.record.promises.first { $0.name == request.name }
        var rows: [(name: String, value: HTML)] = [
            ("Status", Self.tag(request.status)),
            ("About", HTML(text: promise?.text ?? "It is no longer in the plan.")),
            (
                "Was due",
                HTML(
                    text: request.from.isEmpty
                        ? "No date" : request.from.map(\.written).joined(separator: " and "))
            ),
            ("Asked for", HTML(text: request.current?.to.written ?? "")),
            ("Why", HTML(text: request.current?.reason ?? "")),
            ("What it means for families", HTML(text: request.current?.effect ?? "")),
            ("Group that asks", HTML(text: request.group)),
        ]
        if let promise, request.status == .approved {
            let isStated = request.current.map { promise.months.contains($0.to) } ?? false
            rows.append(
                (
                    "In the plan now",
                    HTML(
                        text: "\(PlanWords.capitalised(promise.dueWords))"
                            + (isStated ? "" : ": approved, not yet re-issued"))
                ))
        }
        return rows
    }

    private var isAsker: Bool { visitor.account.map { request.askers.contains($0) } ?? false }

    private var links: [(title: String, link: Link)] {
        var links: [(title: String, link: Link)] = []
        if request.status == .waiting, !isAsker, decide(visitor, .decideChanges).isAllowed {
            links.append(("Record the decision", ChangeRequestRoutes.deciding(arguments)))
        }
        guard decide(visitor, .requestChange).isAllowed else { return links }
        if request.status == .sentBack {
            links.append(("Ask again", ChangeRequestRoutes.askingAgain(arguments)))
        }
        if [.waiting, .sentBack].contains(request.status) {
            links.append(("Take it back", ChangeRequestRoutes.takingBack(arguments)))
        }
        return links
    }

    private var own: HTML {
        request.status == .waiting && isAsker && decide(visitor, .decideChanges).isAllowed
            ? "<p class=\"muted\">You asked for this, so somebody else records the decision.</p>" : ""
    }

    private var chronology: HTML {
        let asked = request.askings.enumerated().map { index, asking -> (Day, Int, HTML) in
            let who = asking.account.flatMap { names[$0] } ?? "the programme"
            let words: HTML = """
                <li><strong>\(asking.day.short): \(index == 0 ? "asked" : "asked again")</strong> by \(who) for \
                \(asking.to.written). \(asking.reason)</li>
                """
            return (asking.day, asking.sequence, words)
        }
        let decided = request.decisions.map { decision -> (Day, Int, HTML) in
            let data = decision.data
            let words: HTML = """
                <li><strong>\(decision.day.short): \(data.decision.words.lowercased())</strong> by \(data.bodyName). \
                \(data.words)</li>
                """
            return (decision.day, decision.sequence, words)
        }
        let ended = request.endings.map { ending -> (Day, Int, HTML) in
            let words: HTML = "<li><strong>\(ending.day.short): taken back.</strong> \(ending.data.why)</li>"
            return (ending.day, ending.sequence, words)
        }
        let items = (asked + decided + ended).sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
        return "<ul class=\"bullets\">\(items)</ul>"
    }
}

/// What was approved and stands in no issue yet, as the page of what it is about says it.
enum ApprovedChangeView {
    static func notes(_ pending: [ApprovedChange]) -> HTML {
        HTML.joined(
            pending.map { change -> HTML in
                Kit.inset(
                    """
                    <p><strong>Approved, not yet re-issued:</strong> \(change.name.words) is to be due in \
                    \(change.month.written) (\(change.body), \(change.day.short)). \(change.reason)</p>
                    """)
            })
    }
}

/// Every date of a plan by day, to be gone through in one sitting.
struct DateReviewView: Sendable {
    let header: PlanHeader
    let dates: [ReviewedDate]
    let today: Day

    func page() -> Page {
        let late = dates.filter(\.lateness.isLate)
        let soon = dates.filter { $0.lateness.isDue(within: 92) }
        let rest = dates.filter { !$0.lateness.isLate && !$0.lateness.isDue(within: 92) }
        return PlanWords.page(
            "Review of dates", PlanWords.thread(header),
            """
            <h1>Review of dates</h1>
            <p class="lead">\(lead)</p>
            \(Kit.figures(figures(late.count, soon.count)))
            \(Kit.links([("Requests to change dates", ChangeRequestRoutes.all(header.code))], label: "Requests"))
            \(section("late", "Past their date, nothing recorded as done", late))
            \(section("soon", "Due in the next three months", soon))
            \(section("rest", "Due later, or done", rest))
            """)
    }

    private var lead: String {
        dates.isEmpty
            ? "The plan names no month for anything in it, so there is no date to review."
            : "\(PlanWords.count(dates.count, "date", "dates")) in the plan, as on \(today.short). Where one cannot be "
                + "met, ask for another before it passes."
    }

    private func figures(_ late: Int, _ soon: Int) -> [Kit.Figure] {
        let waiting = Set(dates.compactMap { $0.waiting?.id }).count
        let approved = Set(dates.compactMap { $0.approved?.request }).count
        return [
            .init("\(late)", "past their date, nothing recorded as done", link: Link(fragment: "late")),
            .init("\(soon)", "due in the next three months", link: Link(fragment: "soon")),
            .init("\(waiting)", "with a request that is open", link: ChangeRequestRoutes.all(header.code)),
            .init("\(approved)", "approved, not yet re-issued", link: ChangeRequestRoutes.all(header.code)),
        ]
    }

    private func section(_ id: String, _ title: String, _ dates: [ReviewedDate]) -> HTML {
        guard !dates.isEmpty else { return "<section id=\"\(id)\"><h2>\(title)</h2><p>None.</p></section>" }
        var table = DataTable(
            title, [.plain("Promise"), .text("In time until"), .plain("Standing"), .plain("Request")])
        for date in dates {
            let name = date.promise.name
            let link =
                name.kind == .action
                ? PlanRoutes.action((header.code, name.code)) : PlanRoutes.objective((header.code, name.code))
            table.add([
                """
                <a href="\(link)"><strong>\(PlanWords.capitalised(name.words))</strong></a> \(date.promise.text)
                """,
                HTML(text: date.day.short), PlanWords.lateness(date.lateness), request(date),
            ])
        }
        return "<section id=\"\(id)\"><h2>\(title)</h2>\(table.html(namesFirst: true))</section>"
    }

    private func request(_ date: ReviewedDate) -> HTML {
        if let waiting = date.waiting {
            return """
                <a href="\(ChangeRequestRoutes.one((header.code, waiting.id)))">\(waiting.status.words)</a>: \
                \(waiting.current?.to.written ?? "")
                """
        }
        let name = date.promise.name
        let ask = ChangeRequestRoutes.asking(header.code, query: [("promise", name.key)])
        let approved: HTML =
            date.approved.map { "Approved for \($0.month.written), not yet re-issued. " } ?? ""
        return "\(approved)<a href=\"\(ask)\">Ask to change<span class=\"unseen\"> \(name.words)</span></a>"
    }
}
