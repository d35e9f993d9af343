import Access
import CivilTime
import Ledger
import Markup
import Pages

/// The register of risks and issues: raised, assessed, closed, opened again.
struct RiskController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(ProgressRoutes.risks) { code, request in try await register(code, request) }
        table.add(ProgressRoutes.newRisk) { code, request in
            var first = Typed()
            if let on = request.queryValue("on") { first.set("objectives", on) }
            return try await raisingPage(code, Reading(request.typed(or: first)), request)
        }
        table.add(ProgressRoutes.raiseRisk) { code, request in try await raise(code, request) }
        table.add(ProgressRoutes.risk) { id, request in try await risk(id, request) }
        table.add(ProgressRoutes.assessing) { id, request in try await assessing(id, request) }
        table.add(ProgressRoutes.assess) { id, request in try await assess(id, request) }
        table.add(ProgressRoutes.closingRisk) { id, request in
            try await closingPage(id, Reading(request.typed()), request)
        }
        table.add(ProgressRoutes.closeRisk) { id, request in try await close(id, request) }
    }

    private func register(_ code: Code, _ request: Request) async throws -> Reply {
        let (header, risks) = try await ledger.read { snapshot in
            let plan = try PlanRecord.plan(code, snapshot)
            guard let header = plan.current?.header else { throw PageError.notFound }
            return (header, try RiskRow.all(of: plan.id, snapshot.reader))
        }
        let view = RiskView(
            header: header, risks: risks, today: request.context.today,
            canReport: decide(request.visitor, .reportProgress).isAllowed)
        return .page(view.page(), request.context)
    }

    private func found(_ id: String) async throws -> (Risk, PlanHeader, version: Int) {
        try await ledger.read { snapshot in
            guard let found = try snapshot.state(of: Risk.self, id),
                let header = try snapshot.state(of: Plan.self, found.state.plan)?.state.current?.header
            else { throw PageError.notFound }
            return (found.state, header, found.version)
        }
    }

    private func risk(_ id: String, _ request: Request) async throws -> Reply {
        let (risk, header, _) = try await found(id)
        let view = RiskHistoryView(
            header: header, risk: risk, today: request.context.today,
            canReport: decide(request.visitor, .reportProgress).isAllowed)
        return .page(view.page(), request.context)
    }

    // MARK: The questions

    private static let title = TextQuestion("title", "What may happen, or has happened", most: 300)
        .noun("what may happen")
    private static let isIssue = RadiosQuestion(
        "is-issue", "Has it happened already?",
        [Choice("no", "No: it is a risk"), Choice("yes", "Yes: it is an issue")], isInline: true
    ).whenEmpty("Choose whether it has happened already")
    private static let likelihood = scale("likelihood", "How likely it is", RiskScore.likelihoods)
    private static let impact = scale("impact", "How hard it would hit", RiskScore.impacts)
    private static let mitigation = LongTextQuestion(
        "mitigation", "What is done about it", most: 2_000, rows: 4)
    private static let owner = TextQuestion("owner", "Who owns it", most: 200)
        .hint("A post, such as “Head of SEND”, so that it outlives a change of people.")
    private static let review = DateQuestion("review", "Day of the next review")

    private static func scale(
        _ name: String, _ label: String, _ words: [String]
    ) -> RadiosQuestion<Int> {
        RadiosQuestion(
            name, label,
            words.enumerated().map { index, word in
                Choice(index + 1, key: "\(index + 1)", "\(index + 1): \(word)")
            })
    }

    private func objectives(_ parts: [Code]) -> CheckboxesQuestion<Code> {
        CheckboxesQuestion(
            "objectives", "What it bears on", parts.map { Choice($0, key: $0.text, $0.text) },
            none: "The plan as a whole"
        ).noun("what it bears on")
    }

    /// The ids of what a plan holds now.
    private func parts(_ code: Code) async throws -> (plan: String, PlanHeader, [Code]) {
        try await ledger.read { snapshot in
            let plan = try PlanRecord.plan(code, snapshot)
            guard let header = plan.current?.header else { throw PageError.notFound }
            let codes = try snapshot.reader.all(
                """
                SELECT code FROM programme_part WHERE plan_id = \(plan.id) AND is_current = 1
                AND part IN \(list: [ObjectiveStatement.part, ActionStatement.part])
                ORDER BY part DESC, position, code
                """
            ) { Code(stored: $0.text(0)) }
            return (plan.id, header, codes)
        }
    }

    private func view(_ reading: inout Reading, _ today: Day) -> RiskAssessment? {
        let likelihood = reading.ask(Self.likelihood)
        let impact = reading.ask(Self.impact)
        let mitigation = reading.ask(Self.mitigation)
        let owner = reading.ask(Self.owner)
        let review = reading.ask(Self.review)
        if let review, review < today {
            reading.refuse(RiskRefusal.reviewInThePast(review).forPerson.withoutStop, at: Self.review)
        }
        guard let likelihood, let impact, let mitigation, let owner, let review,
            let score = RiskScore(likelihood: likelihood, impact: impact)
        else { return nil }
        return RiskAssessment(score: score, mitigation: mitigation, owner: owner, review: review)
    }

    // MARK: Raising

    private func raisingPage(_ code: Code, _ reading: Reading, _ request: Request) async throws -> Reply {
        let (_, header, parts) = try await parts(code)
        var form = Form(
            to: ProgressRoutes.raiseRisk(code), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Raise it")
        form.ask(
            Self.title, Self.isIssue, objectives(parts), Self.likelihood, Self.impact, Self.mitigation,
            Self.owner, Self.review)
        form.add(link: "Cancel", to: ProgressRoutes.risks(code))
        return reply("Raise a risk or an issue", header, form, reading, request)
    }

    private func raise(_ code: Code, _ request: Request) async throws -> Reply {
        let (plan, _, parts) = try await parts(code)
        var reading = Reading(request.form)
        let title = reading.ask(Self.title)
        let isIssue = reading.ask(Self.isIssue)
        let objectives = reading.ask(objectives(parts))
        let view = view(&reading, request.context.today)
        guard reading.isFine, let title, let isIssue, let objectives, let view else {
            return try await raisingPage(code, reading, request)
        }
        let raising = RaiseRisk(
            plan: plan, objectives: objectives, title: title, isIssue: isIssue == "yes", view: view)
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText,
            author: try request.author(.reportProgress)
        ) { deciding -> String in try raising.decide(&deciding) }
        guard let outcome = try await reading.carryOut({ try await ledger.commit(command) }) else {
            return try await raisingPage(code, reading, request)
        }
        return .seeOther(ProgressRoutes.risk(outcome.value))
    }

    // MARK: Changing

    private func assessing(_ id: String, _ request: Request) async throws -> Reply {
        let (risk, _, _) = try await found(id)
        var first = Typed()
        if let current = risk.current {
            if let score = current.score {
                Self.likelihood.fill(&first, with: score.likelihood)
                Self.impact.fill(&first, with: score.impact)
            }
            Self.mitigation.fill(&first, with: current.mitigation)
            Self.owner.fill(&first, with: current.owner)
        }
        return try await assessingPage(id, Reading(request.typed(or: first)), request)
    }

    private func assessingPage(
        _ id: String, _ reading: Reading, _ request: Request, over banner: HTML? = nil
    ) async throws -> Reply {
        let (risk, header, version) = try await found(id)
        var form = form(
            to: ProgressRoutes.assess(id), version, reading, request, banner, "Save assessment")
        form.ask(Self.likelihood, Self.impact, Self.mitigation, Self.owner, Self.review)
        form.add(link: "Cancel", to: ProgressRoutes.risk(id))
        return reply("Assess: \(risk.title)", header, form, reading, request, over: banner)
    }

    private func assess(_ id: String, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        guard let view = view(&reading, request.context.today), reading.isFine else {
            return try await assessingPage(id, reading, request)
        }
        switch try await change(id, .assess(view), &reading, request) {
        case .done: return .seeOther(ProgressRoutes.risk(id))
        case .refused: return try await assessingPage(id, reading, request)
        case .overtaken(let banner):
            return try await assessingPage(id, reading, request, over: banner)
        }
    }

    private static let how = LongTextQuestion("how", "How it was closed", most: 1_000, rows: 3)
    private static let why = LongTextQuestion("why", "Why it stands again", most: 1_000, rows: 3)

    private func closingPage(
        _ id: String, _ reading: Reading, _ request: Request, over banner: HTML? = nil
    ) async throws -> Reply {
        let (risk, header, version) = try await found(id)
        // What somebody has typed decides, so that it is not lost where another was sooner.
        let isClosing = reading.typed["how"] != nil || reading.typed["why"] == nil && risk.isOpen
        var form = form(
            to: ProgressRoutes.closeRisk(id), version, reading, request, banner,
            isClosing ? "Close it" : "Open it again")
        form.ask(isClosing ? Self.how : Self.why)
        form.add(link: "Cancel", to: ProgressRoutes.risk(id))
        let title = "\(isClosing ? "Close" : "Open again"): \(risk.title)"
        return reply(title, header, form, reading, request, over: banner)
    }

    private func close(_ id: String, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        // Which of the two was asked stands in the form, not in the risk, which somebody may have changed since.
        let isReopening = request.form["why"] != nil
        guard let words = reading.ask(isReopening ? Self.why : Self.how) else {
            return try await closingPage(id, reading, request)
        }
        let asked: ChangeRisk.Change = isReopening ? .reopen(why: words) : .close(how: words)
        switch try await change(id, asked, &reading, request) {
        case .done: return .seeOther(ProgressRoutes.risk(id))
        case .refused: return try await closingPage(id, reading, request)
        case .overtaken(let banner): return try await closingPage(id, reading, request, over: banner)
        }
    }
}

extension RiskController {
    private enum Outcome {
        case done, refused
        case overtaken(HTML)
    }

    private func change(
        _ id: String, _ change: ChangeRisk.Change, _ reading: inout Reading, _ request: Request
    ) async throws -> Outcome {
        let changing = ChangeRisk(risk: id, change: change)
        let version = request.form[Form.shownField].flatMap { Int(pathText: $0) } ?? 0
        let kinds: Set = [RiskRaised.kind, RiskAssessed.kind, RiskClosed.kind, RiskReopened.kind]
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText,
            author: try request.author(.reportProgress),
            shown: [Shown(SubjectID(kind: Risk.kind, id: id), version: version, kinds: kinds)]
        ) { deciding -> Bool in
            try changing.decide(&deciding)
            return true
        }
        do {
            return try await reading.carryOut({ try await ledger.commit(command) }) == nil ? .refused : .done
        } catch LedgerError.overtaken(let entries) {
            return .overtaken(try await banner(id, entries, changing, request.context.today))
        }
    }

    /// What somebody else did to the risk meanwhile.
    private func banner(
        _ id: String, _ entries: [String], _ yours: ChangeRisk, _ today: Day
    ) async throws -> HTML {
        let found = try await ledger.read { snapshot -> (Chronicle, Risk?, Risk?)? in
            let chronicle = try snapshot.chronicle(of: SubjectID(kind: Risk.kind, id: id))
            let fresh = chronicle.filter { entries.contains($0.id) }
            guard let first = fresh.first, let last = fresh.last else { return nil }
            return (
                last, try snapshot.state(of: Risk.self, id, asKnownAt: first.commit - 1)?.state,
                try snapshot.state(of: Risk.self, id)?.state
            )
        }
        guard let (last, before, now) = found else { return "" }
        let by = try await MeanwhileWords.who(last, ledger)
        func score(_ risk: Risk?) -> String? { (risk?.current?.score?.product).map { "\($0)" } }
        func standing(_ risk: Risk?) -> String? { risk.map { $0.isOpen ? "Open" : "Closed" } }
        var scored: String?
        var stands: String?
        switch yours.change {
        case .assess(let view): scored = "\(view.score.product)"
        case .close: stands = "Closed"
        case .reopen: stands = "Open"
        }
        return Kit.changedMeanwhile(
            by: by, when: MeanwhileWords.when(last, today),
            [
                .init("Score", before: score(before), now: score(now), yours: scored),
                .init(
                    "What is done about it", before: before?.current?.mitigation,
                    now: now?.current?.mitigation, yours: nil),
                .init("Standing", before: standing(before), now: standing(now), yours: stands),
            ])
    }

    /// A form on one risk; after somebody else's change it is sent with what is there now.
    private func form(
        to link: Link, _ version: Int, _ reading: Reading, _ request: Request, _ banner: HTML?,
        _ button: String
    ) -> Form {
        let shown = banner == nil ? request.form[Form.shownField] : nil
        return Form(
            to: link, after: reading, token: request.context.formToken, command: CommandID.new(),
            shown: shown ?? "\(version)", button: button)
    }

    private func reply(
        _ title: String, _ header: PlanHeader, _ form: Form, _ reading: Reading, _ request: Request,
        over banner: HTML? = nil
    ) -> Reply {
        let thread =
            ProgressWords.thread(header) + [Crumb("Risks and issues", ProgressRoutes.risks(header.code))]
        let page = Page.form(
            banner == nil ? title : "Not saved yet: \(title)", thread: thread,
            section: ProgressRoutes.section, banner: banner ?? request.draftBanner, form)
        return .page(page, request.context, status: reading.isFine && banner == nil ? 200 : 422)
    }
}
