import Access
import CivilTime
import Ledger
import Pages

/// The public pages of the register.
struct IndicatorsController: Sendable {
    let ledger: Ledger
    let printed: PrintedTargets

    func register(in table: inout RouteTable) {
        table.add(MeasuresRoutes.indicators) { _, request in try await list(request) }
        table.add(MeasuresRoutes.indicator) { code, request in try await indicator(code, request) }
    }

    private func list(_ request: Request) async throws -> Reply {
        let rows = try await ledger.read { try IndicatorRow.all($0.reader) }
        let may = Permitted(request.visitor)
        let view = IndicatorsView(
            rows: rows, words: request.queryValue("q") ?? "",
            filter: IndicatorsView.Filter(rawValue: request.queryValue("show") ?? "") ?? .all,
            may: may, plans: may.take ? try await printed.plans() : [])
        return reply(view.page(), may, request)
    }

    private func indicator(_ code: IndicatorCode, _ request: Request) async throws -> Reply {
        let found = try await Found.indicator(code, ledger)
        let may = Permitted(request.visitor)
        let view = IndicatorView(
            code: code, indicator: found.state, today: request.context.today, may: may)
        return reply(view.page(), may, request)
    }

    /// A page that shows more to some is never kept for others.
    private func reply(_ page: Page, _ may: Permitted, _ request: Request) -> Reply {
        var reply = Reply.page(page, request.context)
        if may.see { reply.keeping = .never }
        return reply
    }
}

/// What somebody may do with indicators.
struct Permitted: Sendable {
    let see: Bool
    let recommend: Bool
    let decide: Bool
    let keep: Bool
    let take: Bool

    init(_ visitor: Visitor) {
        see = Access.decide(visitor, .seeRecommendations).isAllowed
        recommend = Access.decide(visitor, .recommendTargets).isAllowed
        decide = Access.decide(visitor, .decideTargets).isAllowed
        keep = Access.decide(visitor, .keepIndicators).isAllowed
        take = Access.decide(visitor, .takeTargets).isAllowed
    }
}

/// Finds what an address names.
enum Found {
    /// The indicator with an id, as it is now.
    static func indicator(_ code: IndicatorCode, _ ledger: Ledger) async throws -> Versioned<Indicator> {
        let found = try await ledger.read { snapshot in
            try IndicatorRow.subject(of: code, snapshot.reader).flatMap {
                try snapshot.state(of: Indicator.self, $0)
            }
        }
        guard let found, found.state.definition != nil else { throw PageError.notFound }
        return found
    }

    /// A recommendation of an indicator by its entry.
    static func recommendation(_ entry: String, of indicator: Indicator) throws -> Indicator.Recommendation {
        guard let found = indicator.recommendations.first(where: { $0.entry == entry }) else {
            throw PageError.notFound
        }
        return found
    }
}
