import Access
import CivilTime
import Documents
import Ledger
import Markup
import Pages
import People

/// What the pages of each month share.
struct ProgressContext: Sendable {
    let ledger: Ledger
    /// Where files of evidence are kept; nil where none can be.
    let documents: Documents?
    let evidence: Programme.Evidence

    /// A part with what somebody may do about it.
    func record(_ id: String) async throws -> ProgressRecord {
        let reference = try await ledger.referenceInForce()
        return try await ledger.read { try ProgressRecord.load(id, reference, $0) }
    }

    /// The same, where whoever asks may report on it.
    ///
    /// - Throws: ``Pages/PageError/notFound`` where they may not.
    func reportable(_ id: String, _ request: Request) async throws -> (ProgressRecord, ReportingRights) {
        let reference = try await ledger.referenceInForce()
        let (visitor, today) = (request.visitor, request.context.today)
        return try await ledger.read { snapshot in
            let record = try ProgressRecord.load(id, reference, snapshot)
            guard let rights = try ReportingRights.load(visitor, today, snapshot), rights.reach(record.part)
            else { throw PageError.notFound }
            return (record, rights)
        }
    }

    /// What the system knows beside the rating, what indicators say among it.
    func findings(_ record: ProgressRecord, on day: Day) async throws -> [Finding] {
        let asked = Programme.Evidence.Asked(
            plan: record.header.code.text, part: record.part.code.text, indicators: record.part.indicators)
        let said = try await evidence.whatIndicatorsSay(asked, day)
        return record.known(on: day, indicators: said).findings
    }

    /// What the public reads of a part's progress.
    func received(_ id: String) async throws -> ProgressPublicView {
        let reference = try await ledger.referenceInForce()
        let record = try await record(id).received(reference)
        let day = record.progress.months.last.flatMap { record.gate.receipts[$0.month]?.day }
        var said: [Finding] = []
        if let day { said = try await findings(record, on: day) }
        return ProgressPublicView(
            record: record, findings: said, evidenceCount: record.progress.evidence.count)
    }

    /// The names of accounts by their ids.
    func names(_ accounts: Set<String>) async throws -> [String: String] {
        let found = Accounts(ledger)
        var names: [String: String] = [:]
        for id in accounts { names[id] = try await found.account(id)?.name?.text }
        return names
    }
}

/// Answers for the lists and histories of what is recorded each month.
struct ProgressController: Sendable {
    let context: ProgressContext
    private var ledger: Ledger { context.ledger }

    init(_ context: ProgressContext) { self.context = context }

    func register(in table: inout RouteTable) {
        table.add(ProgressRoutes.start) { _, request in try await start(request) }
        table.add(ProgressRoutes.plan) { code, request in try await plan(code, request) }
        table.add(ProgressRoutes.part) { id, request in try await part(id, request) }
    }

    /// My objectives for who reports; for who only looks on, the plans.
    private func start(_ request: Request) async throws -> Reply {
        let reference = try await ledger.referenceInForce()
        let (visitor, today) = (request.visitor, request.context.today)
        let found = try await ledger.read { snapshot -> (ReportingRights?, [ProgressRecord]) in
            let rights = try ReportingRights.load(visitor, today, snapshot)
            let plans = try snapshot.reader.all(
                "SELECT subject_id FROM programme_plan ORDER BY published DESC, code, subject_id"
            ) { $0.text(0) }
            let shown = rights?.plans.map { held in plans.filter { held.contains($0) } } ?? plans
            let records = try shown.flatMap { try ProgressRecord.all(of: $0, reference, snapshot) }
            return (rights, rights.map { rights in records.filter { rights.reach($0.part) } } ?? records)
        }
        guard found.0 != nil else {
            return .page(ProgressListView.plans(ProgressListView.byPlan(found.1)), request.context)
        }
        var items: [ProgressListView.Item] = []
        for record in found.1 { items.append(try await item(record, today)) }
        let isTeam = found.0?.reporter == .programmeTeam
        return .page(
            ProgressListView(items: items, today: today, isTeam: isTeam).page(), request.context)
    }

    private func item(_ record: ProgressRecord, _ today: Day) async throws -> ProgressListView.Item {
        ProgressListView.Item(
            record: record, findings: try await context.findings(record, on: today),
            due: record.monthDue(on: today))
    }

    /// Every objective of a plan with its rating and what is known beside it.
    private func plan(_ code: Code, _ request: Request) async throws -> Reply {
        let reference = try await ledger.referenceInForce()
        let today = request.context.today
        let (header, records, risks) = try await ledger.read { snapshot in
            let plan = try PlanRecord.plan(code, snapshot)
            guard let header = plan.current?.header else { throw PageError.notFound }
            return (
                header, try ProgressRecord.all(of: plan.id, reference, snapshot),
                try RiskRow.all(of: plan.id, snapshot.reader)
            )
        }
        var items: [ProgressListView.Item] = []
        for record in records { items.append(try await item(record, today)) }
        let view = ProgressPlanView(
            header: header, items: items, risks: risks, today: today,
            canClear: decide(request.visitor, .clearEvidence).isAllowed,
            canManageLeads: decide(request.visitor, .manageLeads).isAllowed)
        return .page(view.page(), request.context)
    }

    /// Everything of one objective, month by month.
    private func part(_ id: String, _ request: Request) async throws -> Reply {
        let today = request.context.today
        let record = try await context.record(id)
        let (visitor, part) = (request.visitor, record.part)
        let (rights, risks) = try await ledger.read { snapshot in
            (
                try ReportingRights.load(visitor, today, snapshot),
                try RiskRow.all(of: part.plan, snapshot.reader).filter { $0.objectives.contains(part.code) }
            )
        }
        let accounts = record.progress.evidence.flatMap { [$0.addedBy, $0.clearance?.by].compactMap { $0 } }
        let view = ProgressView(
            record: record, findings: try await context.findings(record, on: today), risks: risks,
            names: try await context.names(Set(accounts)), today: today,
            canReport: rights?.reach(part) ?? false,
            canClear: decide(visitor, .clearEvidence).isAllowed, account: visitor.account)
        return .page(view.page(), request.context)
    }
}
