import Access
import CivilTime
import Documents
import Ledger
import Markup
import Pages

/// Answers for the registers of one shape, for staff and for everybody.
struct RegisterController: Sendable {
    let ledger: Ledger
    let documents: Documents?

    func register(in table: inout RouteTable) {
        table.add(RegisterRoutes.index) { _, request in try await index(request) }
        table.add(RegisterRoutes.list) { kind, request in try await list(kind, request) }
        table.add(RegisterRoutes.new) { kind, request in
            try await adding(kind, request.context.today).show(request)
        }
        table.add(RegisterRoutes.add) { kind, request in
            try await adding(kind, request.context.today).take(request) { RegisterRoutes.item($0) }
        }
        table.add(RegisterRoutes.item) { id, request in
            .page(try await view(id, isPublic: false, request).page(), request.context)
        }
        table.add(RegisterRoutes.paper) { place, _ in try await paper(place, isPublic: false) }
        table.add(RegisterRoutes.changing) { place, request in
            try await changing(place, request).show(request)
        }
        table.add(RegisterRoutes.change) { place, request in
            try await changing(place, request).take(request) { _ in RegisterRoutes.item(place.0) }
        }
        table.add(RegisterRoutes.published) { _, request in
            let rows = try await ledger.read { try RegisterRow.all($0.reader) }.filter(\.isPublic)
            return .page(RegisterListView.published(rows), request.context)
        }
        table.add(RegisterRoutes.publishedItem) { id, request in
            .page(try await view(id, isPublic: true, request).page(), request.context)
        }
        table.add(RegisterRoutes.publishedPaper) { place, _ in try await paper(place, isPublic: true) }
    }

    private func index(_ request: Request) async throws -> Reply {
        let today = request.context.today
        let others = try await ledger.read { snapshot in
            try RegisterIndexView.Others(snapshot.reader, today: today)
        }
        let rows = try await ledger.read { try RegisterRow.all($0.reader) }
        return .page(RegisterIndexView.page(rows, others, today: today), request.context)
    }

    private func list(_ kind: RegisterKind, _ request: Request) async throws -> Reply {
        let rows = try await ledger.read { try RegisterRow.all($0.reader) }.filter { $0.kindID == kind.id }
        let view = RegisterListView(
            kind: kind, rows: rows, filter: RegisterFilter(request), mayKeep: request.may(.keepRegisters),
            today: request.context.today)
        return .page(view.page(), request.context)
    }

    private func found(_ id: String) async throws -> Versioned<RegisterItem> {
        let found = try await ledger.read { try $0.state(of: RegisterItem.self, id) }
        guard let found, found.state.details != nil else { throw PageError.notFound }
        return found
    }

    private func view(_ id: String, isPublic: Bool, _ request: Request) async throws -> RegisterItemView {
        let mayKeep = !isPublic && request.may(.keepRegisters)
        let today = request.context.today
        return try await ledger.read { snapshot in
            guard let item = try snapshot.state(of: RegisterItem.self, id)?.state, let details = item.details,
                item.isOpened || !isPublic
            else { throw PageError.notFound }
            return RegisterItemView(
                item: item, details: details,
                around: try RegisterSurroundings(snapshot, showing: item.versions.map(\.paper)),
                isPublic: isPublic, mayKeep: mayKeep, today: today)
        }
    }

    private func paper(_ place: (String, String), isPublic: Bool) async throws -> Reply {
        let item = try await found(place.0).state
        let version = item.versions.first { $0.entry == place.1 }
        guard let version, !isPublic || item.isOpened && version.isPublic else { throw PageError.notFound }
        return try await PaperReply(ledger: ledger, documents: documents).reply(version.paper)
    }

    // MARK: Forms

    private func adding(
        _ kind: RegisterKind, _ today: Day
    ) async throws -> RegisterFormPage<RegisterItem> {
        let around = try await ledger.read { try RegisterSurroundings($0) }
        return RegisterFormPage(
            ledger: ledger, documents: documents, action: .keepRegisters, subject: nil,
            form: RegisterForms(around: around, today: today).new(kind),
            thread: [RegisterWords.crumb, RegisterWords.crumb(kind)], link: RegisterRoutes.add(kind),
            back: RegisterRoutes.list(kind))
    }

    private func changing(
        _ place: (String, RegisterItemForm), _ request: Request
    ) async throws -> RegisterFormPage<RegisterItem> {
        let found = try await found(place.0)
        let around = try await ledger.read { try RegisterSurroundings($0) }
        let preset = RegisterAsk.preset(request, "action")
        let forms = RegisterForms(around: around, today: request.context.today)
        guard let form = forms.form(place.1, found.state, preset) else { throw PageError.notFound }
        return RegisterFormPage(
            ledger: ledger, documents: documents, action: .keepRegisters,
            subject: (place.0, found.version), form: form, thread: RegisterWords.thread(found.state),
            link: RegisterRoutes.change(place), back: RegisterRoutes.item(place.0))
    }
}
