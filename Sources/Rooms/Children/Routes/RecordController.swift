import Access
import CivilTime
import Ledger
import Pages
import People

/// The page of one child's record, for staff and for the family.
struct RecordController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(ChildRoutes.child) { id, request in try await record(id, request) }
    }

    private func record(_ id: String, _ request: Request) async throws -> Reply {
        let asking = request.asking
        return try await ledger.answer(
            id, for: .viewChild, request, movedTo: { ChildRoutes.child($0) },
            { try RecordModel($0, asking, $1) },
            { model in
                let page = model.sight.isFamily ? FamilyView.page(model) : RecordView.page(model)
                return .page(page, request.context).showing(model.shown)
            })
    }
}
