import CivilTime
import Markup
import Pages

/// A plan as the home page and the list of plans show it.
struct PlanSummary: Sendable {
    let code: Code
    let title: String
    let published: Day
    let isPublishedPrinted: Bool
    let standings: [Lateness]
    let objectives: Int
    let actions: Int

    var publishedWords: String { isPublishedPrinted ? published.short : published.calendarMonth.written }
}

/// The list of published plans.
enum PlanListView {
    static func page(_ plans: [PlanSummary]) -> Page {
        let body: HTML =
            plans.isEmpty
            ? """
            <h1>Improvement plan</h1>
            <p class="lead">No plan has been published here yet.</p>
            \(beside)
            """
            : """
            <h1>Improvement plan</h1>
            <p class="lead">What we promised to change, who answers for it, by when, and what is late.</p>
            \(section(plans))
            \(beside)
            """
        return PlanWords.page("Improvement plan", [], body)
    }

    /// What else everybody may read about the plan.
    private static var beside: HTML {
        let links: [(title: String, link: Link)] = [
            ("Strategies and papers", RegisterRoutes.published()),
            ("Recommendations of scrutiny, and our answers", RecommendationRoutes.published()),
            ("Reviews from outside", ExternalReviewRoutes.published()),
        ]
        return "<h2>Beside the plan</h2>\(Kit.links(links, label: "Beside the plan"))"
    }

    /// Each plan with its figures.
    static func section(_ plans: [PlanSummary]) -> HTML { HTML.joined(plans.map(plan)) }

    private static func plan(_ plan: PlanSummary) -> HTML {
        let late = plan.standings.count(where: \.isLate)
        var figures: [Kit.Figure] = []
        let link = PlanRoutes.plan(plan.code)
        if plan.objectives > 0 { figures.append(.init("\(plan.objectives)", "objectives", link: link)) }
        if plan.actions > 0 { figures.append(.init("\(plan.actions)", "actions", link: link)) }
        figures.append(
            .init(
                "\(late)", "past their date, nothing recorded as done",
                link: PlanRoutes.plan(plan.code, query: [("show", "late")])))
        let soon = plan.standings.count { $0.isDue(within: 92) }
        figures.append(.init("\(soon)", "due in the next three months", link: PlanRoutes.dates(plan.code)))
        return """
            <section><h2><a href="\(link)">\(plan.title)</a></h2>
            <p>Published \(plan.publishedWords)</p>
            \(Kit.figures(figures))</section>
            """
    }
}
