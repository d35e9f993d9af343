import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// The pages on which something is recorded of one child, a topic each.
struct EditController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(ChildRoutes.changes) { id, request in try await topics(id, request) }
        table.add(ChildRoutes.changing) { place, request in
            try await show(place.0, place.1, Reading(request.typed()), request)
        }
        table.add(ChildRoutes.change) { place, request in try await record(place.0, place.1, request) }
    }

    private func topics(_ id: String, _ request: Request) async throws -> Reply {
        try await ledger.answer(
            id, for: .editChild, request, movedTo: { ChildRoutes.changes($0) }, { found, _ in found },
            { found in
                .page(EditView.topics(found), request.context).showing(found.opened)
            })
    }

    private static let why = Ask.reason.hint("Where that is worth saying.").optional()

    private func open<Value: Sendable>(
        _ id: String, _ topic: Topic, _ request: Request,
        _ make: @escaping @Sendable (EditModel, Snapshot) throws -> Value,
        _ reply: (Value) async throws -> Reply
    ) async throws -> Reply {
        let today = request.context.today
        return try await ledger.answer(
            id, for: .editChild, request, movedTo: { ChildRoutes.changing(($0, topic)) },
            { found, snapshot in
                if topic.isSocialCare, !found.sight.socialCare { throw PageError.notFound }
                return try make(EditModel(found, topic, today: today, snapshot.reader), snapshot)
            }, reply)
    }

    private func show(
        _ id: String, _ topic: Topic, _ reading: Reading, _ request: Request
    ) async throws -> Reply {
        try await open(
            id, topic, request, { model, _ in model }, { page($0, reading, request) })
    }

    private func page(
        _ model: EditModel, _ reading: Reading, _ request: Request, over banner: HTML? = nil,
        same: [Choice<String>] = []
    ) -> Reply {
        // After somebody else's change the form shows what is there now, and is sent with that.
        let shown = banner == nil ? request.form[Form.shownField] : nil
        var form = Form(
            to: ChildRoutes.change((model.found.id, model.topic)), after: reading,
            token: request.context.formToken, command: CommandID.new(),
            shown: shown ?? "\(model.found.version)", button: "Save")
        for question in model.form.questions { form.ask(question) }
        if !same.isEmpty { form.ask(EditView.sameQuestion(same)) }
        form.ask(Self.why)
        form.add(link: "Cancel", to: ChildRoutes.child(model.found.id))
        let title = banner == nil ? model.topic.title : "Not saved yet: \(model.topic.title)"
        let page = Page.form(
            title, thread: RecordView.thread(model.found), section: "children",
            banner: banner ?? request.draftBanner, lead: EditView.now(model), form)
        let isFine = reading.isFine && banner == nil
        return .page(page, request.context, status: isFine ? 200 : 422).showing(model.found.opened)
    }

    // MARK: Recording

    private func record(_ id: String, _ topic: Topic, _ request: Request) async throws -> Reply {
        let asking = request.asking
        return try await open(
            id, topic, request,
            { model, snapshot in
                var reading = Reading(request.form)
                let changes = model.form.read(&reading)
                let same = try Namesakes.toDecide(changes, model.setting, &reading, asking, snapshot)
                return (model, reading, changes, same)
            },
            { model, reading, changes, same in
                var reading = reading
                let reason = reading.ask(Self.why)
                guard reading.isFine else { return page(model, reading, request, same: same) }
                let recorded = try await commit(changes, reason, model, &reading, request)
                switch recorded {
                case .done: return .seeOther(ChildRoutes.child(model.found.id))
                case .refused: return page(model, reading, request, same: same)
                case .overtaken(let entries):
                    return try await overtaken(entries, changes, topic, reading, model.found.id, request)
                }
            })
    }

    private func commit(
        _ changes: [Change], _ reason: ShortText?, _ model: EditModel, _ reading: inout Reading,
        _ request: Request
    ) async throws -> Recorded<Bool> {
        let child = model.found.id
        let shown = ShownRecord(request.form, of: child, kinds: model.topic.entryKinds).shown
        let (author, moment) = (try request.author(as: model.found.permission), request.moment)
        let needed: Set<Action> = model.topic.isSocialCare ? [.viewSocialCare] : []
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText, author: author, shown: shown
        ) { deciding -> Bool in
            try deciding.admit(author, to: .editChild, and: needed, child: child, at: moment)
            for change in changes {
                try change.decide(on: child, reason: reason, correcting: nil, &deciding)
            }
            return true
        }
        return try await reading.commit(command, to: ledger)
    }

    /// Shows the form again with what somebody else has recorded meanwhile, one's own words kept.
    private func overtaken(
        _ entries: [String], _ changes: [Change], _ topic: Topic, _ reading: Reading, _ id: String,
        _ request: Request
    ) async throws -> Reply {
        let today = request.context.today
        return try await open(
            id, topic, request,
            { model, snapshot in
                (model, try Meanwhile(entries, on: topic, of: model.found, today: today, snapshot))
            },
            { model, meanwhile in
                let yours = changes.map { $0.words(model.found.names) }.joined(separator: "; ")
                return page(
                    model, reading, request, over: meanwhile?.banner(topic.subject, yours: yours) ?? "")
            })
    }
}

/// What a form of one topic needs of the record.
struct EditModel: Sendable {
    let found: FoundChild
    let topic: Topic
    let setting: FormSetting
    let form: TopicForm

    init(_ found: FoundChild, _ topic: Topic, today: Day, _ reader: Reader) throws {
        self.found = found
        self.topic = topic
        setting = try FormSetting(found, today: today, reader)
        form = TopicForm.of(topic, setting)
    }
}
