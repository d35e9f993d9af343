import Ledger
import Markup
import Pages

/// What everybody may read that serves an objective or an action: strategies, recommendations, reviews.
enum RegisterServedView {
    /// A section with links; nothing where nothing public serves it.
    static func section(_ plan: Code, _ code: Code, _ reader: Reader) throws -> HTML {
        let rows = try reader.all(
            """
            SELECT subject_kind, subject_id, title FROM programme_served
            WHERE plan = \(plan.text) AND code = \(code.text) AND is_public = 1
            ORDER BY title, subject_kind, subject_id
            """
        ) { (kind: $0.text(0), id: $0.text(1), title: $0.text(2)) }
        let items = rows.compactMap { row -> HTML? in
            link(row.kind, row.id).map { "<li><a href=\"\($0)\">\(row.title)</a></li>" }
        }
        return items.isEmpty ? "" : "<h2>What serves it</h2><ul class=\"bullets\">\(items)</ul>"
    }

    private static func link(_ kind: String, _ id: String) -> Link? {
        switch kind {
        case RegisterItem.kind: RegisterRoutes.publishedItem(id)
        case Recommendation.kind: RecommendationRoutes.publishedOne(id)
        case ExternalReview.kind: ExternalReviewRoutes.publishedOne(id)
        default: nil
        }
    }
}
