import Access
import CivilTime
import Documents
import Ledger
import Markup
import Pages

/// Answers for the calendar of what is reported to boards and committees.
struct ReportingController: Sendable {
    let ledger: Ledger
    let documents: Documents?

    func register(in table: inout RouteTable) {
        table.add(ReportingRoutes.calendar) { _, request in
            let (duties, reports) = try await ledger.read {
                (try ReportingRow.all($0.reader), try ReportingDayRow.all($0.reader))
            }
            let view = ReportingCalendarView(
                duties: duties, reports: reports, mayKeep: request.may(.keepRegisters),
                today: request.context.today)
            return .page(view.page(), request.context)
        }
        table.add(ReportingRoutes.duty) { id, request in try await duty(id, request) }
        table.add(ReportingRoutes.paper) { place, _ in
            let duty = try await found(place.0).state
            let report = duty.reports.first { $0.entry == place.1 }
            return try await PaperReply(ledger: ledger, documents: documents).reply(report?.sent?.paper)
        }
        table.add(ReportingRoutes.new) { _, request in try await adding(request).show(request) }
        table.add(ReportingRoutes.add) { _, request in
            try await adding(request).take(request) { ReportingRoutes.duty($0) }
        }
        table.add(ReportingRoutes.changing) { place, request in
            try await changing(place, request).show(request)
        }
        table.add(ReportingRoutes.change) { place, request in
            try await changing(place, request).take(request) { _ in ReportingRoutes.duty(place.0) }
        }
    }

    private func found(_ id: String) async throws -> Versioned<ReportingDuty> {
        let found = try await ledger.read { try $0.state(of: ReportingDuty.self, id) }
        guard let found, found.state.details != nil else { throw PageError.notFound }
        return found
    }

    private func duty(_ id: String, _ request: Request) async throws -> Reply {
        let mayKeep = request.may(.keepRegisters)
        let today = request.context.today
        let view = try await ledger.read { snapshot -> ReportingView in
            guard let duty = try snapshot.state(of: ReportingDuty.self, id)?.state,
                let details = duty.details
            else { throw PageError.notFound }
            return ReportingView(
                duty: duty, details: details,
                around: try RegisterSurroundings(snapshot, showing: duty.reports.compactMap(\.sent?.paper)),
                mayKeep: mayKeep, today: today)
        }
        return .page(view.page(), request.context)
    }

    private func adding(_ request: Request) async throws -> RegisterFormPage<ReportingDuty> {
        let around = try await ledger.read { try RegisterSurroundings($0) }
        return RegisterFormPage(
            ledger: ledger, documents: documents, action: .keepRegisters, subject: nil,
            form: ReportingForms(around: around, today: request.context.today).new(),
            thread: [RegisterWords.crumb, ReportingView.crumb], link: ReportingRoutes.add(),
            back: ReportingRoutes.calendar())
    }

    private func changing(
        _ place: (String, ReportingForm), _ request: Request
    ) async throws -> RegisterFormPage<ReportingDuty> {
        let found = try await found(place.0)
        let around = try await ledger.read { try RegisterSurroundings($0) }
        let forms = ReportingForms(around: around, today: request.context.today)
        let preset = RegisterAsk.preset(request, "report")
        guard let form = forms.form(place.1, found.state, preset) else { throw PageError.notFound }
        return RegisterFormPage(
            ledger: ledger, documents: documents, action: .keepRegisters,
            subject: (place.0, found.version), form: form,
            thread: [
                RegisterWords.crumb, ReportingView.crumb,
                Crumb(found.state.details?.committee ?? "", ReportingRoutes.duty(place.0)),
            ], link: ReportingRoutes.change(place), back: ReportingRoutes.duty(place.0))
    }
}
