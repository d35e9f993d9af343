import Access
import CivilTime
import Ledger
import Markup
import Pages

/// Who leads which group of a plan, and so reports on what.
struct LeadController: Sendable {
    let context: ProgressContext
    private var ledger: Ledger { context.ledger }

    init(_ context: ProgressContext) { self.context = context }

    func register(in table: inout RouteTable) {
        table.add(ProgressRoutes.leads) { code, request in try await list(code, request) }
        table.add(ProgressRoutes.newLead) { code, request in
            try await namingPage(code, Reading(request.typed()), request)
        }
        table.add(ProgressRoutes.nameLead) { code, request in try await name(code, request) }
        table.add(ProgressRoutes.endingLead) { id, request in
            try await endingPage(id, Reading(request.typed()), request)
        }
        table.add(ProgressRoutes.endLead) { id, request in try await end(id, request) }
    }

    private func list(_ code: Code, _ request: Request) async throws -> Reply {
        let (record, leads) = try await ledger.read { snapshot in
            let record = try PlanRecord.load(code, snapshot)
            return (record, try LeadRow.all(of: record.plan.id, snapshot.reader))
        }
        let view = LeadView(
            record: record, leads: leads, names: try await context.names(Set(leads.map(\.account))),
            today: request.context.today)
        return .page(view.page(), request.context)
    }

    // MARK: Naming

    private static let from = DateQuestion("from", "First day").hint("It may be in the past or to come.")
    private static let to = DateQuestion("to", "Last day").hint("Leave it empty while none is known.")
        .optional()

    private func account() async throws -> SelectQuestion<String> {
        let today = ledger.today
        let found = try await ledger.read { snapshot in
            try snapshot.reader.all(
                """
                SELECT DISTINCT account.subject_id, account.name FROM access_role AS role
                JOIN access_account AS account ON account.subject_id = role.subject_id
                WHERE role.role = \(Role.groupLead.rawValue) AND account.closed_day IS NULL
                AND (role.to_day IS NULL OR role.to_day >= \(today))
                ORDER BY account.name, account.subject_id
                """
            ) { Choice($0.text(0), $0.text(1)) }
        }
        return SelectQuestion("account", "Who leads it", found)
            .hint("Everybody with the role of group lead. An administrator gives the role.")
    }

    private func body(_ code: Code) async throws -> SelectQuestion<String> {
        let record = try await ledger.read { try PlanRecord.load(code, $0) }
        return SelectQuestion(
            "body", "Board or group", record.bodies.map { Choice($0.code.text, $0.name) })
    }

    private func namingPage(_ code: Code, _ reading: Reading, _ request: Request) async throws -> Reply {
        let header = try await header(code)
        var form = Form(
            to: ProgressRoutes.nameLead(code), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Name the lead")
        form.ask(try await body(code), try await account(), Self.from, Self.to)
        form.add(link: "Cancel", to: ProgressRoutes.leads(code))
        return reply("Name who leads a group", header, form, reading, request)
    }

    private func header(_ code: Code) async throws -> PlanHeader {
        let plan = try await ledger.read { try PlanRecord.plan(code, $0) }
        guard let header = plan.current?.header else { throw PageError.notFound }
        return header
    }

    private func name(_ code: Code, _ request: Request) async throws -> Reply {
        let plan = try await ledger.read { try PlanRecord.plan(code, $0) }
        var reading = Reading(request.form)
        let body = reading.ask(try await body(code)).flatMap { Code($0) }
        let account = reading.ask(try await account())
        let from = reading.ask(Self.from)
        let to = reading.ask(Self.to)
        if let from, let to, to < from {
            let refusal = LeadRefusal.endBeforeStart(from: from, to: to)
            reading.refuse(refusal.forPerson.withoutStop, at: Self.to)
        }
        guard reading.isFine, let body, let account, let from else {
            return try await namingPage(code, reading, request)
        }
        let naming = NameLead(account: account, plan: plan.id, body: body, from: from, to: to)
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText,
            author: try request.author(.manageLeads)
        ) { deciding -> String in try naming.decide(&deciding) }
        guard try await reading.carryOut({ try await ledger.commit(command) }) != nil else {
            return try await namingPage(code, reading, request)
        }
        return .seeOther(ProgressRoutes.leads(code))
    }

    // MARK: Ending

    private static let last = DateQuestion("to", "Last day").hint("It may be in the past or to come.")
    private static let reason = TextQuestion("reason", "Why", most: 200).optional()

    private func found(_ id: String) async throws -> (GroupLead, PlanRecord, BodyStatement?, version: Int) {
        try await ledger.read { snapshot in
            guard let found = try snapshot.state(of: GroupLead.self, id),
                let header = try snapshot.state(of: Plan.self, found.state.plan)?.state.current?.header
            else { throw PageError.notFound }
            let record = try PlanRecord.load(header.code, snapshot)
            return (found.state, record, record.bodies.first { $0.code == found.state.body }, found.version)
        }
    }

    private func endingPage(
        _ id: String, _ reading: Reading, _ request: Request, over banner: HTML? = nil
    ) async throws -> Reply {
        let (lead, record, body, version) = try await found(id)
        let shown = banner == nil ? request.form[Form.shownField] : nil
        var form = Form(
            to: ProgressRoutes.endLead(id), after: reading, token: request.context.formToken,
            command: CommandID.new(), shown: shown ?? "\(version)", button: "Save last day")
        let who = try await context.names(Set([lead.account].compactMap { $0 })).values.first
        let group = body?.name ?? "a group that the plan no longer names"
        form.add("<p>\(who ?? "This account") leads \(group).</p>\n")
        form.ask(Self.last, Self.reason)
        form.add(link: "Cancel", to: ProgressRoutes.leads(record.code))
        return reply("End a lead", record.header, form, reading, request, over: banner)
    }

    private func end(_ id: String, _ request: Request) async throws -> Reply {
        let (_, record, _, _) = try await found(id)
        var reading = Reading(request.form)
        let to = reading.ask(Self.last)
        let reason = reading.ask(Self.reason)
        guard reading.isFine, let to else { return try await endingPage(id, reading, request) }
        let ending = EndLead(lead: id, to: to, reason: reason)
        let version = request.form[Form.shownField].flatMap { Int(pathText: $0) } ?? 0
        let shown = Shown(
            SubjectID(kind: GroupLead.kind, id: id), version: version,
            kinds: [LeadNamed.kind, LeadEnded.kind])
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText,
            author: try request.author(.manageLeads), shown: [shown]
        ) { deciding -> Bool in
            try ending.decide(&deciding)
            return true
        }
        do {
            guard try await reading.carryOut({ try await ledger.commit(command) }) != nil else {
                return try await endingPage(id, reading, request)
            }
            return .seeOther(ProgressRoutes.leads(record.code))
        } catch LedgerError.overtaken(let entries) {
            let banner = try await banner(id, entries, to, request.context.today)
            return try await endingPage(id, reading, request, over: banner)
        }
    }

    /// What somebody else recorded of the lead meanwhile.
    private func banner(_ id: String, _ entries: [String], _ yours: Day, _ today: Day) async throws -> HTML {
        let found = try await ledger.read { snapshot -> (Chronicle, GroupLead?, GroupLead?)? in
            let chronicle = try snapshot.chronicle(of: SubjectID(kind: GroupLead.kind, id: id))
            let fresh = chronicle.filter { entries.contains($0.id) }
            guard let first = fresh.first, let last = fresh.last else { return nil }
            return (
                last, try snapshot.state(of: GroupLead.self, id, asKnownAt: first.commit - 1)?.state,
                try snapshot.state(of: GroupLead.self, id)?.state
            )
        }
        guard let (last, before, now) = found else { return "" }
        return Kit.changedMeanwhile(
            by: try await MeanwhileWords.who(last, ledger), when: MeanwhileWords.when(last, today),
            [.init("Last day", before: before?.to?.short, now: now?.to?.short, yours: yours.short)])
    }

    private func reply(
        _ title: String, _ header: PlanHeader, _ form: Form, _ reading: Reading, _ request: Request,
        over banner: HTML? = nil
    ) -> Reply {
        let thread =
            ProgressWords.thread(header) + [Crumb("Who leads which group", ProgressRoutes.leads(header.code))]
        let page = Page.form(
            banner == nil ? title : "Not saved yet: \(title)", thread: thread,
            section: ProgressRoutes.section, banner: banner ?? request.draftBanner, form)
        return .page(page, request.context, status: reading.isFine && banner == nil ? 200 : 422)
    }
}
