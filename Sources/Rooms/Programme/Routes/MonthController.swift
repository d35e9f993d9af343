import Access
import CivilTime
import Documents
import Ledger
import Markup
import Meetings
import Pages

/// A plan's months: who has reported, the report as it grows, closing, and the board's receipt.
struct MonthController: Sendable {
    let ledger: Ledger
    let press: Press

    func register(in table: inout RouteTable) {
        table.add(MonthRoutes.months) { code, request in try await months(code, request) }
        table.add(MonthRoutes.month) { place, request in try await month(place, request) }
        table.add(MonthRoutes.highlights) { place, request in try await highlights(place, request) }
        table.add(MonthRoutes.report) { place, request in
            let view = try await board(place, request)
            return .page(MonthView.reportPage(view, place), request.context)
        }
        table.add(MonthRoutes.paper) { place, request in
            let view = try await board(place, request)
            return try await paper(view, place, request)
        }
        table.add(MonthRoutes.published) { code, request in try await published(code, request) }
        table.add(MonthRoutes.publishedReport) { place, request in
            let view = try await received(place, request.context.today)
            return .page(MonthView.publicPage(view, place), request.context)
        }
        table.add(MonthRoutes.publishedPaper) { place, request in
            let view = try await received(place, request.context.today)
            return try await paper(view, place, request)
        }
    }

    // MARK: Reading

    private func months(_ code: Code, _ request: Request) async throws -> Reply {
        let today = request.context.today
        let view = try await ledger.read { snapshot -> MonthsView in
            let record = try PlanRecord.load(code, snapshot)
            return MonthsView(
                header: record.header, months: try MonthOverview.all(of: record, today: today, snapshot),
                today: today)
        }
        return .page(view.page(), request.context)
    }

    private func month(_ place: (Code, MonthText), _ request: Request) async throws -> Reply {
        let (code, month) = (place.0, place.1.month)
        let today = request.context.today
        let mayRun = decide(request.visitor, .runMonths).isAllowed
        let view = try await ledger.read { snapshot -> MonthView in
            let record = try PlanRecord.load(code, snapshot)
            guard month <= today.calendarMonth else { throw PageError.notFound }
            return MonthView(
                header: record.header, overview: try MonthOverview(of: record, month, today: today, snapshot),
                report: try AssuranceReporting(
                    snapshot: snapshot, plan: record.plan, month: month, commit: nil
                )
                .report(today: today),
                mayRun: mayRun, token: request.context.formToken)
        }
        return .page(view.page(), request.context)
    }

    private func highlights(_ place: (Code, MonthText), _ request: Request) async throws -> Reply {
        let (code, month) = (place.0, place.1.month)
        let today = request.context.today
        let asked = request.queryValue("group")
        let view = try await ledger.read { snapshot -> HighlightView in
            let record = try PlanRecord.load(code, snapshot)
            let report = try AssuranceReporting(
                snapshot: snapshot, plan: record.plan, month: month, commit: nil
            ).report(today: today)
            return HighlightView(record: record, report: report, asked: asked)
        }
        return .page(view.page(), request.context)
    }

    /// The report as the board and the groups read it: as it was received, or as it stands now.
    private func board(_ place: (Code, MonthText), _ request: Request) async throws -> AssuranceView {
        try await view(place, request.context.today) { _ in .board }
    }

    /// The report as a board received it, for everybody.
    private func received(_ place: (Code, MonthText), _ today: Day) async throws -> AssuranceView {
        try await view(place, today) { gate in
            guard gate.receipts[place.1.month] != nil else { throw PageError.notFound }
            return .everybody(gate)
        }
    }

    private func view(
        _ place: (Code, MonthText), _ today: Day,
        _ audience: @escaping @Sendable (MonthGate) throws -> AssuranceView.Audience
    ) async throws -> AssuranceView {
        try await ledger.read { snapshot in
            try AssuranceView.load(place.0, place.1.month, today: today, for: audience, snapshot)
        }
    }

    /// The report as PDF: the same bytes as long as nothing it is made from changes.
    private func paper(
        _ view: AssuranceView, _ place: (Code, MonthText), _ request: Request
    ) async throws -> Reply {
        let commit = view.receipt?.commit
        let known = try await ledger.read { snapshot in
            try commit.flatMap { try snapshot.head(at: $0) }
        }
        let page = PrintedPage(
            title: "\(view.title): \(view.header.title)", area: request.context.area, day: view.report.day,
            head: known ?? request.context.head, body: view.body)
        let name = "assurance-report-\(place.0.text)-\(place.1.pathText).pdf"
        return .download(name, type: "application/pdf", try await press.pdf(of: page))
    }

    private func published(_ code: Code, _ request: Request) async throws -> Reply {
        let (header, receipts) = try await ledger.read { snapshot in
            let plan = try PlanRecord.plan(code, snapshot)
            guard let header = plan.current?.header else { throw PageError.notFound }
            return (header, try MonthGate.load(plan.id, snapshot.reader).receipts)
        }
        return .page(MonthsView.published(header, receipts), request.context)
    }
}
