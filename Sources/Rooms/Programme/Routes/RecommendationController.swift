import Access
import CivilTime
import Ledger
import Markup
import Pages

/// Answers for recommendations of scrutiny, for staff and for everybody.
struct RecommendationController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(RecommendationRoutes.list) { _, request in
            let rows = try await ledger.read { try RecommendationRow.all($0.reader) }
            let view = RecommendationListView(
                rows: rows, filter: .init(rawValue: request.queryValue("show") ?? "") ?? .all,
                isPublic: false, mayKeep: request.may(.answerRecommendations), today: request.context.today)
            return .page(view.page(), request.context)
        }
        table.add(RecommendationRoutes.published) { _, request in
            let rows = try await ledger.read { try RecommendationRow.all($0.reader) }.filter(\.isPublic)
            let view = RecommendationListView(
                rows: rows, filter: .all, isPublic: true, mayKeep: false, today: request.context.today)
            return .page(view.page(), request.context)
        }
        table.add(RecommendationRoutes.recommendation) { id, request in
            .page(try await view(id, isPublic: false, request).page(), request.context)
        }
        table.add(RecommendationRoutes.publishedOne) { id, request in
            .page(try await view(id, isPublic: true, request).page(), request.context)
        }
        table.add(RecommendationRoutes.new) { _, request in try await adding(request).show(request) }
        table.add(RecommendationRoutes.add) { _, request in
            try await adding(request).take(request) { RecommendationRoutes.recommendation($0) }
        }
        table.add(RecommendationRoutes.changing) { place, request in
            try await changing(place, request).show(request)
        }
        table.add(RecommendationRoutes.change) { place, request in
            try await changing(place, request).take(request) { _ in
                RecommendationRoutes.recommendation(place.0)
            }
        }
    }

    private func view(
        _ id: String, isPublic: Bool, _ request: Request
    ) async throws -> RecommendationView {
        let mayKeep = !isPublic && request.may(.answerRecommendations)
        let today = request.context.today
        return try await ledger.read { snapshot in
            guard let found = try snapshot.state(of: Recommendation.self, id)?.state, let text = found.text,
                found.isPublished || !isPublic
            else { throw PageError.notFound }
            return RecommendationView(
                recommendation: found, text: text, around: try RegisterSurroundings(snapshot),
                isPublic: isPublic, mayKeep: mayKeep, today: today)
        }
    }

    private func adding(_ request: Request) async throws -> RegisterFormPage<Recommendation> {
        let around = try await ledger.read { try RegisterSurroundings($0) }
        return RegisterFormPage(
            ledger: ledger, documents: nil, action: .answerRecommendations, subject: nil,
            form: RecommendationForms(around: around, today: request.context.today).new(),
            thread: [RegisterWords.crumb, RecommendationView.crumb], link: RecommendationRoutes.add(),
            back: RecommendationRoutes.list())
    }

    private func changing(
        _ place: (String, RecommendationForm), _ request: Request
    ) async throws -> RegisterFormPage<Recommendation> {
        let id = place.0
        let (found, around) = try await ledger.read { snapshot in
            (
                try snapshot.state(of: Recommendation.self, id),
                try RegisterSurroundings(snapshot)
            )
        }
        guard let found, let text = found.state.text else { throw PageError.notFound }
        let forms = RecommendationForms(around: around, today: request.context.today)
        return RegisterFormPage(
            ledger: ledger, documents: nil, action: .answerRecommendations, subject: (id, found.version),
            form: forms.form(place.1, found.state, text),
            thread: [RegisterWords.crumb, RecommendationView.crumb, RecommendationView.crumb(found.state)],
            link: RecommendationRoutes.change(place), back: RecommendationRoutes.recommendation(id))
    }
}
