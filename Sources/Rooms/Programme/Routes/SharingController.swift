import Access
import CivilTime
import Documents
import Ledger
import Markup
import Pages

/// Answers for sets of evidence shared with the department.
struct SharingController: Sendable {
    let ledger: Ledger
    let documents: Documents?

    func register(in table: inout RouteTable) {
        table.add(SharingRoutes.list) { _, request in
            let rows = try await ledger.read { try SharingRow.all($0.reader) }
            let page = SharingListView.page(rows, mayKeep: request.may(.keepRegisters))
            return .page(page, request.context)
        }
        table.add(SharingRoutes.set) { id, request in
            let view = try await view(id, request)
            return .page(view.page(), request.context)
        }
        table.add(SharingRoutes.file) { id, request in
            let view = try await view(id, request)
            return .download("evidence-set.csv", type: "text/csv; charset=utf-8", view.file.bytes)
        }
        table.add(SharingRoutes.paper) { place, _ in
            let set = try await found(place.0).state
            let paper = set.papers.first { $0.entry == place.1 }
            return try await PaperReply(ledger: ledger, documents: documents).reply(paper?.place)
        }
        table.add(SharingRoutes.new) { _, request in try await adding(request).show(request) }
        table.add(SharingRoutes.add) { _, request in
            try await adding(request).take(request) { SharingRoutes.set($0) }
        }
        table.add(SharingRoutes.changing) { place, request in
            try await changing(place, request).show(request)
        }
        table.add(SharingRoutes.change) { place, request in
            try await changing(place, request).take(request) { _ in SharingRoutes.set(place.0) }
        }
    }

    private func found(_ id: String) async throws -> Versioned<SharingSet> {
        let found = try await ledger.read { try $0.state(of: SharingSet.self, id) }
        guard let found, found.state.details != nil else { throw PageError.notFound }
        return found
    }

    private func view(_ id: String, _ request: Request) async throws -> SharingView {
        let mayKeep = request.may(.keepRegisters)
        return try await ledger.read { snapshot in
            guard let set = try snapshot.state(of: SharingSet.self, id)?.state, let details = set.details
            else { throw PageError.notFound }
            var around = try RegisterSurroundings(snapshot, showing: set.papers.map(\.place))
            try around.readNames(snapshot)
            return SharingView(set: set, details: details, around: around, mayKeep: mayKeep)
        }
    }

    private func forms(_ around: RegisterSurroundings, _ request: Request) throws -> SharingForms {
        guard let account = request.visitor.account else { throw PageError.notFound }
        return SharingForms(around: around, today: request.context.today, account: account)
    }

    private func adding(_ request: Request) async throws -> RegisterFormPage<SharingSet> {
        let around = try await ledger.read { try RegisterSurroundings($0) }
        return RegisterFormPage(
            ledger: ledger, documents: documents, action: .keepRegisters, subject: nil,
            form: try forms(around, request).new(), thread: [RegisterWords.crumb, SharingView.crumb],
            link: SharingRoutes.add(), back: SharingRoutes.list())
    }

    private func changing(
        _ place: (String, SharingForm), _ request: Request
    ) async throws -> RegisterFormPage<SharingSet> {
        let found = try await found(place.0)
        let around = try await ledger.read { try RegisterSurroundings($0) }
        let preset = RegisterAsk.preset(request, "paper")
        guard let form = try forms(around, request).form(place.1, found.state, preset) else {
            throw PageError.notFound
        }
        return RegisterFormPage(
            ledger: ledger, documents: documents, action: .keepRegisters,
            subject: (place.0, found.version), form: form,
            thread: [
                RegisterWords.crumb, SharingView.crumb,
                Crumb(found.state.details?.title ?? "", SharingRoutes.set(place.0)),
            ], link: SharingRoutes.change(place), back: SharingRoutes.set(place.0))
    }
}
