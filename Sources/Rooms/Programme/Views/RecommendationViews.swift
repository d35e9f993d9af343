import CivilTime
import Ledger
import Markup
import Pages

/// A recommendation as lists show it.
struct RecommendationRow: Sendable {
    let id: String
    let committee: String
    let report: String
    let reportDay: Day
    let number: Int
    let text: String
    let acceptance: Acceptance?
    let owner: String?
    let state: FollowUpState
    let lastDay: Day
    let isAnswered: Bool
    let isFollowedUp: Bool
    let isPublic: Bool

    /// All of them, the newest report first, by number.
    static func all(_ reader: Reader) throws -> [RecommendationRow] {
        try reader.all(
            """
            SELECT subject_id, committee, report, report_day, number, text, acceptance, owner, state, state_day,
            is_answered, is_followed_up, is_public
            FROM programme_recommendation ORDER BY report_day DESC, report, number, subject_id
            """
        ) { fields in
            RecommendationRow(
                id: fields.text(0), committee: fields.text(1), report: fields.text(2),
                reportDay: fields.day(3) ?? .earliest, number: fields.integer(4), text: fields.text(5),
                acceptance: fields.textOrNil(6).flatMap(Acceptance.init(rawValue:)),
                owner: fields.textOrNil(7),
                state: FollowUpState(rawValue: fields.text(8)) ?? .open, lastDay: fields.day(9) ?? .earliest,
                isAnswered: fields.flag(10), isFollowedUp: fields.flag(11), isPublic: fields.flag(12))
        }
    }

    func findings(_ today: Day) -> [String] {
        RegisterAttention.recommendation(state, isAnswered: isAnswered, lastDay: lastDay, today: today)
    }
}

/// The list of recommendations.
struct RecommendationListView: Sendable {
    /// Which are asked for.
    enum Filter: String, Sendable, CaseIterable {
        case all, open, attention, done

        var words: String {
            switch self {
            case .all: "All"
            case .open: "Open or in progress"
            case .attention: "Needs attention"
            case .done: "Done"
            }
        }
    }

    let rows: [RecommendationRow]
    let filter: Filter
    let isPublic: Bool
    let mayKeep: Bool
    let today: Day

    func page() -> Page {
        let title = "Recommendations of scrutiny"
        let body: HTML = """
            <h1>\(title)</h1>
            <p class="lead">What committees recommended, what was answered, and what has become of it.</p>
            \(rows.isEmpty ? empty : figures)\(add)\(isPublic || rows.isEmpty ? "" : ways)
            \(reports)
            """
        return isPublic
            ? RegisterWords.publicPage(title, [Crumb("Improvement plan", PlanRoutes.plans())], body)
            : RegisterWords.page(title, [RegisterWords.crumb], body)
    }

    private var empty: HTML {
        isPublic
            ? "<p>No recommendation has been published here yet.</p>"
            : """
            <p>No recommendation is recorded yet. Add one by hand, or record a whole report with \
            <span class="mono">goldenthread import recommendations</span>.</p>
            """
    }

    private var figures: HTML {
        let way: (Filter) -> Link? = { filter in
            isPublic ? nil : RecommendationRoutes.list(query: [("show", filter.rawValue)])
        }
        return Kit.figures([
            .init("\(rows.count)", "recommendations", link: way(.all)),
            .init("\(rows.count { $0.state.isOpen })", "open or in progress", link: way(.open)),
            .init("\(rows.count { $0.state == .done })", "done", link: way(.done)),
        ])
    }

    private var add: HTML {
        mayKeep
            ? "<p><a class=\"button\" href=\"\(RecommendationRoutes.new())\">Add a recommendation</a></p>"
            : ""
    }

    private var ways: HTML {
        Kit.subNavigation(
            Filter.allCases.map {
                ($0.words, RecommendationRoutes.list(query: [("show", $0.rawValue)]))
            }, current: filter.words, label: "Which recommendations")
    }

    private var fitting: [RecommendationRow] {
        switch filter {
        case .all: rows
        case .open: rows.filter(\.state.isOpen)
        case .attention: rows.filter { !$0.findings(today).isEmpty }
        case .done: rows.filter { $0.state == .done }
        }
    }

    private var reports: HTML {
        if !rows.isEmpty, fitting.isEmpty { return "<p>None.</p>" }
        var sections = HTML()
        var rest = fitting[...]
        while let first = rest.first {
            let same = rest.prefix { $0.report == first.report && $0.reportDay == first.reportDay }
            rest = rest.dropFirst(same.count)
            sections += """
                <h2>\(first.report)</h2><p>\(first.reportDay.written)</p>\(table(Array(same), first.report))
                """
        }
        return sections
    }

    private func table(_ rows: [RecommendationRow], _ report: String) -> HTML {
        var columns: [DataTable.Column] = [
            .plain("Recommendation"), .text("Committee"), .text("Answer"), .text("Stands"),
        ]
        if !isPublic { columns.append(.text("Needs attention")) }
        var table = DataTable("Recommendations of \(report)", columns)
        for row in rows {
            let link =
                isPublic
                ? RecommendationRoutes.publishedOne(row.id) : RecommendationRoutes.recommendation(row.id)
            let answer = row.acceptance?.words ?? (row.isAnswered ? "Answered" : "Not answered yet")
            var cells: [HTML] = [
                "<a href=\"\(link)\">Recommendation \(row.number)</a><br>\(row.text)",
                HTML(text: row.committee), HTML(text: answer), RegisterWords.tag(row.state),
            ]
            if !isPublic { cells.append(RegisterWords.cell(row.findings(today))) }
            table.add(cells)
        }
        return table.html(namesFirst: true)
    }
}

/// The page of one recommendation.
struct RecommendationView: Sendable {
    static let crumb = Crumb("Recommendations", RecommendationRoutes.list())

    static func crumb(_ recommendation: Recommendation) -> Crumb {
        Crumb(
            "Recommendation \(recommendation.text?.number ?? 0)",
            RecommendationRoutes.recommendation(recommendation.id))
    }

    let recommendation: Recommendation
    let text: RecommendationText
    let around: RegisterSurroundings
    let isPublic: Bool
    let mayKeep: Bool
    let today: Day

    func page() -> Page {
        let title = "Recommendation \(text.number)"
        let findings =
            isPublic
            ? []
            : RegisterAttention.recommendation(
                recommendation.state, isAnswered: recommendation.answer != nil,
                lastDay: recommendation.lastDay ?? text.report.day, today: today)
        let body: HTML = """
            <h1>\(title)</h1>
            <p class="lead">\(RegisterWords.tag(recommendation.state)) \(text.committee)</p>
            \(RegisterWords.attention(findings))\(isPublic ? "" : RegisterWords.problems(recommendation.problems))
            <h2>What is recommended</h2>\(RegisterWords.paragraphs(text.text))
            <h2>Answer</h2>\(answer)
            <h2>What has become of it</h2>\(followUps)
            <h2>Where it stands</h2>\(Kit.summary(facts))
            \(doing)
            """
        return isPublic
            ? RegisterWords.publicPage(
                title, [Crumb("Recommendations", RecommendationRoutes.published())], body)
            : RegisterWords.page(title, [RegisterWords.crumb, Self.crumb], body)
    }

    private var answer: HTML {
        guard let last = recommendation.answers.last else { return "<p>It has not been answered yet.</p>" }
        let answer = last.answer
        var rows: [(name: String, value: HTML)] = [
            ("Accepted", HTML(text: answer.acceptance?.words ?? "The answer does not say so")),
            ("Who answers for it", RegisterWords.text(answer.owner)),
            ("Answered", HTML(text: last.day.written)),
        ]
        if let served = around.served(answer.serving) { rows.append(("Carried out through", served)) }
        let earlier = recommendation.answers.dropLast().reversed().map { before -> HTML in
            Kit.details(
                "The answer of \(before.day.short)", RegisterWords.paragraphs(before.answer.response))
        }
        return "\(RegisterWords.paragraphs(answer.response))\(Kit.summary(rows))\(HTML.joined(earlier))"
    }

    private var followUps: HTML {
        guard !recommendation.followUps.isEmpty else { return "<p>Nothing has been recorded since.</p>" }
        var table = DataTable("Follow-up", [.plain("Day"), .text("Stands"), .text("In words")])
        for followUp in recommendation.followUps.reversed() {
            table.add([
                HTML(text: followUp.day.short), RegisterWords.tag(followUp.state),
                RegisterWords.lines(followUp.words),
            ])
        }
        return table.html()
    }

    private var facts: [(name: String, value: HTML)] {
        let report = text.report
        var rows: [(name: String, value: HTML)] = [
            ("Committee", HTML(text: text.committee)), ("Report", HTML(text: report.title)),
            ("Day of the report", HTML(text: report.day.written)),
        ]
        if let printed = report.dayText { rows.append(("Day as printed", HTML(text: printed))) }
        if let paragraph = text.paragraph { rows.append(("Paragraph", "\(paragraph)")) }
        if let answers = report.answers { rows.append(("It answers", HTML(text: answers))) }
        if let note = report.note { rows.append(("Note", HTML(text: note))) }
        if let source = report.source { rows.append(("Source", HTML(text: source))) }
        if !isPublic {
            let open: HTML =
                recommendation.isPublished
                ? "Everybody: <a href=\"\(RecommendationRoutes.publishedOne(recommendation.id))\">its public page</a>"
                : "The partnership only, until the report is published"
            rows.append(("Who may read it", open))
        }
        return rows
    }

    private var doing: HTML {
        guard mayKeep else { return "" }
        let id = recommendation.id
        return RegisterWords.doing([
            ("Record a follow-up", RecommendationRoutes.changing((id, .followUp))),
            (
                recommendation.answer == nil ? "Record the answer" : "Change the answer",
                RecommendationRoutes.changing((id, .answer))
            ), ("Say whether the report is published", RecommendationRoutes.changing((id, .publicity))),
        ])
    }
}
