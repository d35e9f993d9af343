import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// The list of children for staff, its search and its file; the way of a family to their own.
struct ListController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(ChildRoutes.list) { _, request in try await list(request) }
        table.add(ChildRoutes.file) { _, request in try await file(request) }
        table.add(ChildRoutes.mine) { _, request in try await mine(request) }
    }

    private func list(_ request: Request) async throws -> Reply {
        guard let worker = request.visitor.inWorkRoles else { return .seeOther(ChildRoutes.mine()) }
        let search = ChildSearch(
            request.queryValue("q") ?? "", Asking(visitor: worker, moment: request.moment))
        let asked = max(request.queryValue("page").flatMap { Int(pathText: $0) } ?? 1, 1)
        let found = try await ledger.read { try ChildPage(search, page: asked, $0.reader) }
        let ways = ListView.Ways(
            new: decide(request.visitor, .recordChild).isAllowed,
            emergency: decide(request.visitor, .openInEmergency).isAllowed)
        let listed = ShownChildren(
            listed: found.rows.map(\.id), as: decide(worker, .viewChild))
        return .page(ListView.page(found, words: search.words, ways, request.context), request.context)
            .showing(listed)
    }

    private func file(_ request: Request) async throws -> Reply {
        guard let worker = request.visitor.inWorkRoles else { throw PageError.notFound }
        let search = ChildSearch(
            request.queryValue("q") ?? "", Asking(visitor: worker, moment: request.moment))
        let rows = try await ledger.read { try search.rows($0.reader, limit: nil, offset: 0) }
        var csv = CSV(["record", "name", "birth date", "setting"])
        for row in rows { csv.add([row.id, row.name, row.birthDate?.iso, row.setting]) }
        return .download("children.csv", type: "text/csv; charset=utf-8", csv.bytes)
            .showing(ShownChildren(listed: rows.map(\.id), as: decide(worker, .viewChild)))
    }

    /// A family's own: their one child, or all of them to choose from.
    private func mine(_ request: Request) async throws -> Reply {
        guard let family = request.visitor.inFamilyRoles else { throw PageError.notFound }
        let search = ChildSearch("", Asking(visitor: family, moment: request.moment))
        let rows = try await ledger.read { try search.rows($0.reader, limit: nil, offset: 0) }
        if let only = rows.first, rows.count == 1 { return .seeOther(ChildRoutes.child(only.id)) }
        let isOwn = family.roles == [.youngPerson]
        return .page(ListView.family(rows, isOwn: isOwn), request.context)
            .showing(ShownChildren(listed: rows.map(\.id), as: decide(family, .viewChild)))
    }
}
