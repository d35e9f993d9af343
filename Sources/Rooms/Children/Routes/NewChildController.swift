import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// The way to a new record: several pages whose answers travel with the forms, then one commit.
struct NewChildController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(ChildRoutes.new) { _, request in
            let state = try await state(Typed(), request)
            return page(.name, state, Reading(Typed()), request)
        }
        table.add(ChildRoutes.newAnswers) { _, request in try await resume(request) }
        table.add(ChildRoutes.answerNew) { _, request in try await answer(request) }
        table.add(ChildRoutes.newRecord) { _, request in
            let state = try await state(request.typed(), request)
            if let missing = state.unsafe { return page(missing, state, Reading(request.typed()), request) }
            return check(state, Reading(request.typed()), request)
        }
        table.add(ChildRoutes.recordNew) { _, request in try await record(request) }
    }

    /// Where somebody is on the way, and what there is to choose from.
    private struct State: Sendable {
        var answers: NewChildAnswers
        var child: NewChild
        let questions: NewChildQuestions

        /// The first page to be answered, where it shows no other children's records.
        var unsafe: NewChildStep? { answers.next == .matches ? nil : answers.next }
    }

    /// - Throws: ``PageError/notFound`` for who may not add children, whatever else they may do.
    private func state(_ typed: Typed, _ request: Request) async throws -> State {
        guard decide(request.visitor, .recordChild).isAllowed else { throw PageError.notFound }
        let (asking, today) = (request.asking, request.context.today)
        return try await ledger.read { snapshot in
            let questions = NewChildQuestions(
                today: today, try OrganisationChoice.all(on: today, snapshot.reader))
            var answers = NewChildAnswers(typed)
            var child = NewChild()
            for step in NewChildStep.allCases where step != .matches {
                guard
                    answers.done.contains(step.rawValue) || typed[NewChildAnswers.stepField] == step.rawValue
                else { continue }
                var reading = Reading(typed)
                questions.read(step, &reading, into: &child)
                // What was changed by hand between two pages is asked again.
                if !reading.isFine { answers.done.remove(step.rawValue) }
            }
            if let profile = child.profile {
                answers.candidates = try Doubles.of(profile, for: .viewChild, asking, snapshot)
            }
            return State(answers: answers, child: child, questions: questions)
        }
    }

    /// The page that a form of an ended session was on, with what was typed.
    private func resume(_ request: Request) async throws -> Reply {
        let typed = request.typed()
        let state = try await state(typed, request)
        let step = typed[NewChildAnswers.stepField].flatMap { NewChildStep(rawValue: $0) }
        let isKnown = step != .matches || !state.answers.undecided.isEmpty
        return page(isKnown ? step ?? .name : .name, state, Reading(typed), request)
    }

    // MARK: Answering

    private func answer(_ request: Request) async throws -> Reply {
        var state = try await state(request.form, request)
        var reading = Reading(request.form)
        if let step = request.form[NewChildAnswers.stepField].flatMap({ NewChildStep(rawValue: $0) }) {
            var child = state.child
            state.questions.read(step, &reading, into: &child)
            guard reading.isFine else { return page(step, state, reading, request) }
            state.answers.done.insert(step.rawValue)
            if step == .matches { state.answers.unlike.formUnion(state.answers.candidates.map(\.id)) }
        }
        guard let next = state.answers.next else {
            return check(state, Reading(request.form), request).showing(shown(state, nil, request))
        }
        return page(next, state, Reading(request.form), request)
    }

    private func shown(_ state: State, _ step: NewChildStep?, _ request: Request) -> ShownChildren {
        ShownChildren(
            listed: step == .matches ? state.answers.undecided.map(\.id) : [],
            as: decide(request.visitor.inWorkRoles ?? request.visitor, .viewChild))
    }

    private func page(
        _ step: NewChildStep, _ state: State, _ reading: Reading, _ request: Request
    ) -> Reply {
        var form = Form(
            to: ChildRoutes.answerNew(), typed: carried(reading, state, at: step.rawValue),
            problems: reading.problems, token: request.context.formToken, button: "Continue")
        let own = Set(state.questions.of(step).flatMap(\.fieldNames))
        for question in state.questions.of(step) { form.ask(question) }
        carry(into: &form, all: state.questions.names.filter { !own.contains($0) })
        form.add(link: "Cancel", to: ChildRoutes.list())
        let page = Page.form(
            step.title, thread: [ListView.crumb], section: "children", banner: request.draftBanner,
            lead: NewChildView.lead(step, state.answers, today: request.context.today), form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
            .showing(shown(state, step, request))
    }

    /// What was typed, with the fields that say how far somebody is.
    private func carried(_ reading: Reading, _ state: State, at step: String) -> Typed {
        var typed = reading.typed.without(["none-of-them"])
        typed.set(NewChildAnswers.stepField, step)
        typed.set(NewChildAnswers.doneField, state.answers.done.sorted().joined(separator: " "))
        typed.set(NewChildAnswers.unlikeField, state.answers.unlike.sorted().joined(separator: " "))
        return typed
    }

    private func carry(into form: inout Form, all names: [String]) {
        for name in names where form.typed[name] != nil { form.ask(HiddenQuestion(name)) }
        form.ask(HiddenQuestion(NewChildAnswers.stepField))
    }

    // MARK: Recording

    private func check(_ state: State, _ reading: Reading, _ request: Request) -> Reply {
        let isOpen = !state.answers.undecided.isEmpty
        var form = Form(
            to: isOpen ? ChildRoutes.answerNew() : ChildRoutes.recordNew(),
            typed: carried(reading, state, at: "check"), problems: reading.problems,
            token: request.context.formToken, command: CommandID.new(),
            button: isOpen ? "Look at records that may be the same" : "Add child")
        carry(into: &form, all: state.questions.names)
        if !isOpen {
            for step in NewChildStep.allCases where step != .matches {
                form.add(button: "Change: \(step.title)", key: step.rawValue)
            }
        }
        form.add(link: "Cancel", to: ChildRoutes.list())
        let page = Page.form(
            "Check before you add the child", thread: [ListView.crumb], section: "children",
            banner: request.draftBanner,
            lead: NewChildView.answers(state.child, state.questions), form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func record(_ request: Request) async throws -> Reply {
        let state = try await state(request.form, request)
        var reading = Reading(request.form)
        if let change = request.form[Form.buttonField].flatMap({ NewChildStep(rawValue: $0) }),
            change != .matches
        {
            return page(change, state, reading, request)
        }
        if let missing = state.unsafe { return page(missing, state, reading, request) }
        guard let recording = state.child.recording(today: request.context.today) else {
            return check(state, reading, request)
        }
        let isUndecided = !state.answers.undecided.isEmpty
        let (author, moment) = (try request.author(.recordChild), request.moment)
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText, author: author
        ) { deciding -> String in
            try deciding.admit(author, to: .recordChild, at: moment)
            // Here, so that a form sent twice finds the child it has added and not a possible match.
            if isUndecided { throw NewMatches() }
            return try recording.decide(&deciding)
        }
        guard case .done(let child) = try await reading.commit(command, to: ledger) else {
            return check(state, reading, request)
        }
        return try await lead(to: child, request)
    }

    /// Leads to the new record; who records a child for another team does not see it afterwards.
    private func lead(to child: String, _ request: Request) async throws -> Reply {
        let asking = request.asking
        let permission = try await ledger.read {
            try $0.decide(asking.visitor, .viewChild, child: child, at: asking.moment)
        }
        return .seeOther(permission.isAllowed ? ChildRoutes.child(child) : ChildRoutes.list())
    }
}

/// Somebody has recorded, since the answers were shown, what may be the same child.
struct NewMatches: Refusal {
    let forPerson = "There are records that may be of the same child. Look at them first."
    let forOperator = "new child: matches not looked at"
}
