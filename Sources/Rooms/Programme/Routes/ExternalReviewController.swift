import Access
import CivilTime
import Documents
import Ledger
import Markup
import Pages

/// Answers for the calendar of reviews, for staff and for everybody.
struct ExternalReviewController: Sendable {
    let ledger: Ledger
    let documents: Documents?

    func register(in table: inout RouteTable) {
        table.add(ExternalReviewRoutes.calendar) { _, request in
            let rows = try await ledger.read { try ExternalReviewRow.all($0.reader) }
            let view = ExternalReviewCalendarView(
                rows: rows, isPublic: false, mayKeep: request.may(.keepRegisters),
                today: request.context.today)
            return .page(view.page(), request.context)
        }
        table.add(ExternalReviewRoutes.published) { _, request in
            let rows = try await ledger.read { try ExternalReviewRow.all($0.reader) }.filter(\.isPublic)
            let view = ExternalReviewCalendarView(
                rows: rows, isPublic: true, mayKeep: false, today: request.context.today)
            return .page(view.page(), request.context)
        }
        table.add(ExternalReviewRoutes.review) { id, request in
            .page(try await view(id, isPublic: false, request).page(), request.context)
        }
        table.add(ExternalReviewRoutes.publishedOne) { id, request in
            .page(try await view(id, isPublic: true, request).page(), request.context)
        }
        table.add(ExternalReviewRoutes.paper) { place, _ in try await paper(place, isPublic: false) }
        table.add(ExternalReviewRoutes.publishedPaper) { place, _ in try await paper(place, isPublic: true) }
        table.add(ExternalReviewRoutes.new) { _, request in try await adding(request).show(request) }
        table.add(ExternalReviewRoutes.add) { _, request in
            try await adding(request).take(request) { ExternalReviewRoutes.review($0) }
        }
        table.add(ExternalReviewRoutes.changing) { place, request in
            try await changing(place, request).show(request)
        }
        table.add(ExternalReviewRoutes.change) { place, request in
            try await changing(place, request).take(request) { _ in ExternalReviewRoutes.review(place.0) }
        }
    }

    private func found(_ id: String) async throws -> Versioned<ExternalReview> {
        let found = try await ledger.read { try $0.state(of: ExternalReview.self, id) }
        guard let found, found.state.details != nil else { throw PageError.notFound }
        return found
    }

    private func view(
        _ id: String, isPublic: Bool, _ request: Request
    ) async throws -> ExternalReviewView {
        let mayKeep = !isPublic && request.may(.keepRegisters)
        let today = request.context.today
        return try await ledger.read { snapshot in
            guard let review = try snapshot.state(of: ExternalReview.self, id)?.state,
                let details = review.details, review.isOpened || !isPublic
            else { throw PageError.notFound }
            return ExternalReviewView(
                review: review, details: details,
                around: try RegisterSurroundings(snapshot, showing: review.papers.map(\.place)),
                isPublic: isPublic, mayKeep: mayKeep, today: today)
        }
    }

    private func paper(_ place: (String, String), isPublic: Bool) async throws -> Reply {
        let review = try await found(place.0).state
        let paper = review.papers.first { $0.entry == place.1 }
        guard let paper, !isPublic || review.isOpened && paper.isPublic else { throw PageError.notFound }
        return try await PaperReply(ledger: ledger, documents: documents).reply(paper.place)
    }

    private func adding(_ request: Request) async throws -> RegisterFormPage<ExternalReview> {
        let around = try await ledger.read { try RegisterSurroundings($0) }
        return RegisterFormPage(
            ledger: ledger, documents: documents, action: .keepRegisters, subject: nil,
            form: ExternalReviewForms(around: around, today: request.context.today).new(),
            thread: [RegisterWords.crumb, ExternalReviewView.crumb], link: ExternalReviewRoutes.add(),
            back: ExternalReviewRoutes.calendar())
    }

    private func changing(
        _ place: (String, ExternalReviewForm), _ request: Request
    ) async throws -> RegisterFormPage<ExternalReview> {
        let found = try await found(place.0)
        let around = try await ledger.read { try RegisterSurroundings($0) }
        let forms = ExternalReviewForms(around: around, today: request.context.today)
        let preset = RegisterAsk.preset(request, "action")
        guard let form = forms.form(place.1, found.state, preset) else { throw PageError.notFound }
        return RegisterFormPage(
            ledger: ledger, documents: documents, action: .keepRegisters,
            subject: (place.0, found.version), form: form,
            thread: [
                RegisterWords.crumb, ExternalReviewView.crumb,
                Crumb(found.state.details?.title ?? "", ExternalReviewRoutes.review(place.0)),
            ], link: ExternalReviewRoutes.change(place), back: ExternalReviewRoutes.review(place.0))
    }
}
