import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// Entries of one child's record put right: corrected, ended, taken back.
struct EntryController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        for (showing, sending, way) in [
            (ChildRoutes.correcting, ChildRoutes.correct, EntryWay.correct),
            (ChildRoutes.ending, ChildRoutes.end, .end),
            (ChildRoutes.withdrawing, ChildRoutes.withdraw, .withdraw),
        ] {
            table.add(showing) { place, request in
                try await open(place, way, request) { model in
                    let typed = request.typed(or: model.filled)
                    return page(model, Reading(typed), request)
                }
            }
            table.add(sending) { place, request in
                try await open(place, way, request) { try await record($0, request) }
            }
        }
    }

    private func open(
        _ place: (String, String), _ way: EntryWay, _ request: Request,
        _ reply: (EntryModel) async throws -> Reply
    ) async throws -> Reply {
        let (today, entry) = (request.context.today, place.1)
        return try await ledger.answer(
            place.0, for: .editChild, request, movedTo: { ChildRoutes.child($0) },
            { found, snapshot in try EntryModel(found, entry, way, today: today, snapshot) }, reply)
    }

    private func page(
        _ model: EntryModel, _ reading: Reading, _ request: Request, over banner: HTML? = nil
    ) -> Reply {
        let shown = banner == nil ? request.form[Form.shownField] : nil
        var form = Form(
            to: model.way.link((model.found.id, model.entry)), after: reading,
            token: request.context.formToken, command: CommandID.new(),
            shown: shown ?? "\(model.found.version)", button: model.way.button)
        for question in model.questions { form.ask(question) }
        form.ask(Ask.reason)
        form.add(link: "Cancel", to: ChildRoutes.child(model.found.id))
        let page = Page.form(
            model.way.title, thread: RecordView.thread(model.found), section: "children",
            banner: banner ?? request.draftBanner, lead: lead(model), form)
        let isFine = reading.isFine && banner == nil
        return .page(page, request.context, status: isFine ? 200 : 422).showing(model.found.opened)
    }

    private func lead(_ model: EntryModel) -> HTML {
        let what = model.statement?.detail.words(model.found.names)
        return """
            <p>\(EntryWords.of(model.kind)), recorded for \(model.day.short)\(what.map { ": \($0)" } ?? "").</p>
            <p>What was recorded stays in the history with your reason.</p>
            """
    }

    // MARK: Recording

    private func record(_ model: EntryModel, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let change = model.read(&reading)
        let reason = reading.ask(Ask.reason)
        if model.removesLastName, reading.isFine {
            reading.refuse("A record needs a name. Correct the name instead of taking it back")
        }
        guard reading.isFine, let change, let reason else { return page(model, reading, request) }
        let child = model.found.id
        let shown = ShownRecord(request.form, of: child, kinds: model.kinds).shown
        let (author, moment) = (try request.author(as: model.found.permission), request.moment)
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText, author: author, shown: shown
        ) { deciding -> Bool in
            try deciding.admit(author, to: .editChild, and: model.needed, child: child, at: moment)
            try change.decide(model.entry, of: child, because: reason, &deciding)
            return true
        }
        switch try await reading.commit(command, to: ledger) {
        case .done: return .seeOther(ChildRoutes.child(child))
        case .refused: return page(model, reading, request)
        case .overtaken(let entries): return try await overtaken(entries, model, change, reading, request)
        }
    }

    private func overtaken(
        _ entries: [String], _ model: EntryModel, _ change: EntryChange, _ reading: Reading,
        _ request: Request
    ) async throws -> Reply {
        let today = request.context.today
        return try await ledger.answer(
            model.found.id, for: .editChild, request, movedTo: { ChildRoutes.child($0) },
            { found, snapshot -> (FoundChild, Meanwhile?) in
                (found, try Meanwhile(entries, on: model.topic, of: found, today: today, snapshot))
            },
            { found, meanwhile in
                let banner = meanwhile?.banner(
                    model.topic.subject, yours: change.words(model.found.names))
                var model = model
                model.found = found
                return page(model, reading, request, over: banner ?? "")
            })
    }
}
