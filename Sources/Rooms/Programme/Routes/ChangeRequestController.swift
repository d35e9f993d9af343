import Access
import CivilTime
import Ledger
import Markup
import Pages

/// Requests to change dates: asked, decided, asked again, taken back.
struct ChangeRequestController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(ChangeRequestRoutes.all) { code, request in
            let surroundings = try await surroundings(code)
            let (requests, isPublishable) = try await ledger.read { snapshot in
                let pending = try ApprovedChange.pending(surroundings.record, snapshot)
                return (try ChangeRequest.all(of: surroundings.plan.id, snapshot), !pending.isEmpty)
            }
            let view = ChangeRequestsView(
                header: surroundings.header, requests: requests, isPublishable: isPublishable,
                visitor: request.visitor)
            return .page(view.page(), request.context)
        }
        table.add(ChangeRequestRoutes.review) { code, request in try await review(code, request) }
        table.add(ChangeRequestRoutes.one) { arguments, request in try await one(arguments, request) }
        registerForms(in: &table)
        PublishDatesController(ledger: ledger).register(in: &table)
    }

    private func registerForms(in table: inout RouteTable) {
        table.add(ChangeRequestRoutes.asking) { code, request in
            var typed = Typed()
            typed.set("promise", request.queryValue("promise") ?? "")
            return try await asking(code).form.show(request, first: typed)
        }
        table.add(ChangeRequestRoutes.ask) { code, request in try await ask(code, request) }
        table.add(ChangeRequestRoutes.askingAgain) { arguments, request in
            let found = try await found(arguments)
            var typed = Typed()
            if let current = found.request.current {
                Self.month.fill(&typed, with: current.to)
                Self.reason.fill(&typed, with: current.reason)
                Self.effect.fill(&typed, with: current.effect)
            }
            return again(found).show(request, first: typed)
        }
        table.add(ChangeRequestRoutes.askAgain) { arguments, request in
            try await askAgain(arguments, request)
        }
        table.add(ChangeRequestRoutes.takingBack) { arguments, request in
            back(try await found(arguments)).show(request)
        }
        table.add(ChangeRequestRoutes.takeBack) { arguments, request in
            try await takeBack(arguments, request)
        }
        table.add(ChangeRequestRoutes.deciding) { arguments, request in
            let found = try await found(arguments)
            return decision(found, Self.bodies(found.around.record)).show(request)
        }
        table.add(ChangeRequestRoutes.decide) { arguments, request in try await decide(arguments, request) }
    }

    // MARK: What a page is about

    /// The plan that a request is about.
    struct Surroundings: Sendable {
        let plan: Plan
        let record: PlanRecord
        var header: PlanHeader { record.header }
        var code: Code { record.code }
        var thread: [Crumb] {
            PlanWords.thread(header) + [Crumb("Requests to change dates", ChangeRequestRoutes.all(code))]
        }
    }

    private struct Found: Sendable {
        let around: Surroundings
        let request: ChangeRequest
        let version: Int
        var arguments: (Code, String) { (around.code, request.id) }
        var name: String { request.name?.words ?? "" }
    }

    private func surroundings(_ code: Code) async throws -> Surroundings {
        try await ledger.read { snapshot in
            let record = try PlanRecord.load(code, snapshot)
            return Surroundings(plan: record.plan, record: record)
        }
    }

    private func found(_ arguments: (Code, String)) async throws -> Found {
        let around = try await surroundings(arguments.0)
        let id = arguments.1
        let found = try await ledger.read { try $0.state(of: ChangeRequest.self, id) }
        guard let found, found.state.plan == around.plan.id else { throw PageError.notFound }
        return Found(around: around, request: found.state, version: found.version)
    }

    private func one(_ arguments: (Code, String), _ request: Request) async throws -> Reply {
        let found = try await found(arguments)
        let names = try await ledger.read { snapshot in
            try found.request.askers.reduce(into: [String: String]()) { names, account in
                names[account] = try AccountName.of(account, snapshot.reader)
            }
        }
        let view = ChangeRequestView(
            around: found.around, request: found.request, names: names, visitor: request.visitor)
        return .page(view.page(), request.context)
    }

    private func review(_ code: Code, _ request: Request) async throws -> Reply {
        let today = request.context.today
        let due = DueDays(try await ledger.referenceInForce())
        let (header, dates) = try await ledger.read { snapshot in
            let history = try PlanHistory.load(code, snapshot).withReports(snapshot, everything: true)
            guard let header = history.plan.current?.header else { throw PageError.notFound }
            let requests = try ChangeRequest.all(of: history.plan.id, snapshot)
            return (header, ReviewedDate.all(history, due: due, requests: requests, today: today))
        }
        return .page(DateReviewView(header: header, dates: dates, today: today).page(), request.context)
    }

    // MARK: Asking

    static let month = MonthQuestion("to", "Proposed month")
    static let reason = LongTextQuestion("reason", "Why the date has to change", most: 2_000, rows: 4)
        .hint("Published with the decision where it is approved. Name no child and no family.")
    static let effect = LongTextQuestion("effect", "What this means for families", most: 2_000, rows: 4)

    private struct Asking {
        let form: ProgrammeForm<ChangeRequest>
        let around: Surroundings
        let promise: SelectQuestion<String>
        let group: SelectQuestion<String>
    }

    private func asking(_ code: Code) async throws -> Asking {
        let around = try await surroundings(code)
        let promise = SelectQuestion(
            "promise", "What is to be done later or sooner",
            around.record.promises.map { promise in
                let text = promise.text.count > 60 ? "\(promise.text.prefix(60))…" : promise.text
                return Choice(
                    promise.name.key,
                    "\(PlanWords.capitalised(promise.name.words)) (\(promise.dueWords)): \(text)")
            })
        let group = SelectQuestion(
            "group", "Group that asks",
            around.record.bodies.map { Choice($0.name, key: $0.code.text, $0.name) }
                + [Choice("Programme team", key: "programme team", "Programme team")])
        let form = ProgrammeForm<ChangeRequest>(
            ledger: ledger, action: .requestChange, title: "Ask to change a date", thread: around.thread,
            section: PlanRoutes.section, link: ChangeRequestRoutes.ask(code),
            back: ChangeRequestRoutes.all(code), button: "Send request",
            lead: """
                <p>A board or group decides. Until it has, and until the plan is published again, the date promised
                stays as it is.</p>
                """, questions: [promise, Self.month, Self.reason, Self.effect, group])
        return Asking(form: form, around: around, promise: promise, group: group)
    }

    private func ask(_ code: Code, _ request: Request) async throws -> Reply {
        let asking = try await asking(code)
        let plan = asking.around.plan.id
        let account = request.visitor.account
        return try await asking.form.take(request) { reading in
            // What was dropped while the form was open stands in no list any more; it is told why.
            let gone = reading.typed["promise"].flatMap(PromiseName.init(key:))
            let isOffered = asking.promise.choices.contains { $0.value == gone?.key }
            let name =
                gone != nil && !isOffered
                ? gone : reading.ask(asking.promise).flatMap(PromiseName.init(key:))
            let to = reading.ask(Self.month)
            let reason = reading.ask(Self.reason)
            let effect = reading.ask(Self.effect)
            let group = reading.ask(asking.group)
            guard reading.isFine, let name, let to, let reason, let effect, let group else { return nil }
            let edit = AskForChange(
                plan: plan, name: name, to: to, reason: reason, effect: effect, group: group, account: account
            )
            return { try edit.decide(&$0) }
        } done: {
            ChangeRequestRoutes.one((code, $0))
        }
    }

    private static let kinds: Set<String> = [
        ChangeAsked.kind, ChangeAskedAgain.kind, ChangeDecided.kind, ChangeTakenBack.kind,
    ]
    private static let aspects = [
        FormAspect<ChangeRequest>("Status", field: "none") { $0.status.words },
        FormAspect<ChangeRequest>("Proposed month", field: "none") { $0.current?.to.written },
        FormAspect<ChangeRequest>("Words of the decision", field: "words") { $0.decision?.data.words },
    ]

    private func form(
        _ found: Found, _ action: Action, _ title: String, _ link: Link, _ button: String,
        _ questions: [any Question], lead: HTML = ""
    ) -> ProgrammeForm<ChangeRequest> {
        let back = ChangeRequestRoutes.one(found.arguments)
        return ProgrammeForm(
            ledger: ledger, action: action, title: title,
            thread: found.around.thread + [Crumb(PlanWords.capitalised(found.name), back)],
            section: PlanRoutes.section, link: link, back: back, button: button, lead: lead,
            subject: (found.request.id, found.version), kinds: Self.kinds, aspects: Self.aspects,
            questions: questions)
    }

    private func again(_ found: Found) -> ProgrammeForm<ChangeRequest> {
        form(
            found, .requestChange, "Ask again for \(found.name)",
            ChangeRequestRoutes.askAgain(found.arguments), "Send request",
            [Self.month, Self.reason, Self.effect])
    }

    private func askAgain(_ arguments: (Code, String), _ request: Request) async throws -> Reply {
        let found = try await found(arguments)
        let account = request.visitor.account
        return try await again(found).take(request) { reading in
            let to = reading.ask(Self.month)
            let reason = reading.ask(Self.reason)
            let effect = reading.ask(Self.effect)
            guard reading.isFine, let to, let reason, let effect else { return nil }
            let edit = AskAgain(
                request: found.request.id, to: to, reason: reason, effect: effect, account: account)
            return { try edit.decide(&$0) }
        } done: {
            ChangeRequestRoutes.one((arguments.0, $0))
        }
    }

    private static let why = LongTextQuestion("why", "Why it is taken back", most: 1_000, rows: 3)

    private func back(_ found: Found) -> ProgrammeForm<ChangeRequest> {
        form(
            found, .requestChange, "Take back the request for \(found.name)",
            ChangeRequestRoutes.takeBack(found.arguments), "Take request back", [Self.why])
    }

    private func takeBack(_ arguments: (Code, String), _ request: Request) async throws -> Reply {
        let found = try await found(arguments)
        let account = request.visitor.account
        return try await back(found).take(request) { reading in
            guard let why = reading.ask(Self.why) else { return nil }
            let edit = TakeBackChange(request: found.request.id, why: why, account: account)
            return { try edit.decide(&$0) }
        } done: {
            ChangeRequestRoutes.one((arguments.0, $0))
        }
    }

    // MARK: Deciding

    private static let outcome = RadiosQuestion(
        "decision", "What was decided",
        [
            Choice(ChangeDecision.approved, "Approved: the date may change"),
            Choice(.refused, "Refused: the date stays"),
            Choice(.sentBack, "Sent back: to be asked again"),
        ])
    private static let day = DateQuestion("day", "Day of the decision")
    private static let words = LongTextQuestion("words", "What was said", most: 2_000, rows: 4)
        .hint("Needed where it is refused or sent back.").optional()

    private static func bodies(_ record: PlanRecord) -> SelectQuestion<String> {
        SelectQuestion(
            "body", "Board or group that decided", record.bodies.map { Choice($0.code.text, $0.name) })
    }

    private func decision(
        _ found: Found, _ bodies: SelectQuestion<String>
    ) -> ProgrammeForm<ChangeRequest> {
        let current = found.request.current
        let lead: HTML = """
            <p>\(PlanWords.capitalised(found.name)) is asked to be due in <strong>\(current?.to.written ?? "")</strong>. \
            \(current?.reason ?? "")</p>
            """
        return form(
            found, .decideChanges, "Decide on \(found.name)", ChangeRequestRoutes.decide(found.arguments),
            "Record decision", [Self.outcome, bodies, Self.day, Self.words], lead: lead)
    }

    private func decide(_ arguments: (Code, String), _ request: Request) async throws -> Reply {
        let found = try await found(arguments)
        let bodies = Self.bodies(found.around.record)
        let account = request.visitor.account
        return try await decision(found, bodies).take(request) { reading in
            let outcome = reading.ask(Self.outcome)
            let body = reading.ask(bodies).flatMap { Code($0) }
            let day = reading.ask(Self.day)
            let words = reading.ask(Self.words) ?? ""
            if let outcome, outcome != .approved, words.isEmpty {
                reading.refuse(ChangeRequestRefusal.noWords.forPerson.withoutStop, at: Self.words)
            }
            if let day, day > request.context.today {
                reading.refuse(ChangeRequestRefusal.notYet(day).forPerson.withoutStop, at: Self.day)
            }
            guard reading.isFine, let outcome, let body, let day else { return nil }
            let edit = DecideOnChange(
                request: found.request.id, decision: outcome, body: body, day: day, words: words,
                account: account)
            return { try edit.decide(&$0) }
        } done: {
            ChangeRequestRoutes.one((arguments.0, $0))
        }
    }
}

extension ChangeRequest {
    /// All requests on a plan: waiting ones first, then the last asked.
    static func all(of plan: String, _ snapshot: Snapshot) throws -> [ChangeRequest] {
        let waiting = Status.waiting.rawValue
        return try snapshot.reader.all(
            """
            SELECT subject_id FROM programme_change WHERE plan_id = \(plan)
            ORDER BY CASE WHEN status = \(waiting) THEN 0 ELSE 1 END, asked_day DESC, code, subject_id
            """
        ) { $0.text(0) }.compactMap { try snapshot.state(of: ChangeRequest.self, $0)?.state }
    }
}

extension ApprovedChange {
    /// What was approved about a plan and is in no issue yet; given a code, about that part and its milestones.
    static func pending(
        _ plan: PlanRecord, about code: Code? = nil, _ snapshot: Snapshot
    ) throws -> [ApprovedChange] {
        let isAsked = { (change: ApprovedChange) in code == nil || change.name.code == code }
        let approved = try all(of: plan.plan.id, snapshot)
        // Most parts have none, and nothing more is read for them.
        guard approved.contains(where: isAsked) else { return [] }
        return pending(approved, in: try PlanHistory.load(plan.code, snapshot)).filter(isAsked)
    }

    /// All approved changes of a plan, in the order of their decisions.
    static func all(of plan: String, _ snapshot: Snapshot) throws -> [ApprovedChange] {
        let approved = ChangeRequest.Status.approved.rawValue
        return try snapshot.reader.all(
            """
            SELECT subject_id FROM programme_change WHERE plan_id = \(plan) AND status = \(approved)
            ORDER BY decided_day NULLS LAST, subject_id
            """
        ) { $0.text(0) }.compactMap { try snapshot.state(of: ChangeRequest.self, $0)?.state.approved }
    }
}
