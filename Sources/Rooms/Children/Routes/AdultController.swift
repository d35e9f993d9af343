import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// The page of an adult around a child, and the forms on what is recorded of them.
struct AdultController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(AdultRoutes.adult) { place, request in try await adult(place, request) }
        for topic in AdultTopic.allCases {
            table.add(AdultRoutes.changing(topic)) { place, request in
                try await show(place.0, .record(topic, of: place.1), request)
            }
            table.add(AdultRoutes.change(topic)) { place, request in
                try await record(place.0, .record(topic, of: place.1), request)
            }
        }
        for (showing, sending, way) in [
            (AdultRoutes.correcting, AdultRoutes.correct, EntryWay.correct),
            (AdultRoutes.ending, AdultRoutes.end, .end),
            (AdultRoutes.withdrawing, AdultRoutes.withdraw, .withdraw),
        ] {
            table.add(showing) { place, request in
                try await show(place.0, .put(way, entry: place.1), request)
            }
            table.add(sending) { place, request in
                try await record(place.0, .put(way, entry: place.1), request)
            }
        }
    }

    private func adult(_ place: (String, String), _ request: Request) async throws -> Reply {
        let (asking, person) = (request.asking, place.1)
        return try await ledger.answer(
            place.0, for: .viewChild, request, movedTo: { AdultRoutes.adult(($0, person)) },
            { found, snapshot in try snapshot.adult(person, of: found, asking) },
            { adult in
                .page(AdultView.page(adult, today: asking.moment.today), request.context)
                    .showing(adult.shown)
            })
    }

    // MARK: Forms

    private func open(
        _ child: String, _ way: AdultEdit.Way, _ request: Request,
        _ reply: (AdultEdit) async throws -> Reply
    ) async throws -> Reply {
        let asking = request.asking
        return try await ledger.answer(
            child, for: .editChild, request, movedTo: { ChildRoutes.child($0) },
            { found, snapshot in try AdultEdit(found, way, asking, snapshot) }, reply)
    }

    private func show(
        _ child: String, _ way: AdultEdit.Way, _ request: Request
    ) async throws -> Reply {
        try await open(
            child, way, request,
            { page($0, Reading(request.typed(or: $0.filled)), request) })
    }

    private func page(
        _ edit: AdultEdit, _ reading: Reading, _ request: Request, over banner: HTML? = nil
    ) -> Reply {
        let adult = edit.adult
        // After somebody else's change the form shows what is there now, and is sent with that.
        let shown = banner == nil ? request.form[Form.shownField] : nil
        var form = Form(
            to: edit.link, after: reading, token: request.context.formToken, command: CommandID.new(),
            shown: shown ?? "\(adult.version)", button: edit.button)
        for question in edit.questions { form.ask(question) }
        form.add(link: "Cancel", to: AdultRoutes.adult((adult.found.id, adult.person.id)))
        let page = Page.form(
            banner == nil ? edit.title : "Not saved yet: \(edit.title)", thread: AdultView.thread(adult),
            section: "children", banner: banner ?? request.draftBanner,
            lead: AdultView.lead(edit, today: request.context.today), form)
        let isFine = reading.isFine && banner == nil
        return .page(page, request.context, status: isFine ? 200 : 422).showing(adult.shown)
    }

    // MARK: Recording

    private func record(
        _ child: String, _ way: AdultEdit.Way, _ request: Request
    ) async throws -> Reply {
        try await open(
            child, way, request,
            { edit in
                var reading = Reading(request.form)
                guard let (change, reason) = edit.read(&reading) else { return page(edit, reading, request) }
                switch try await commit(change, reason, edit, &reading, request) {
                case .done:
                    return .seeOther(AdultRoutes.adult((edit.adult.found.id, edit.adult.person.id)))
                case .refused: return page(edit, reading, request)
                case .overtaken(let entries):
                    return try await overtaken(entries, change, edit, reading, request)
                }
            })
    }

    private func commit(
        _ change: AdultChange, _ reason: ShortText?, _ edit: AdultEdit, _ reading: inout Reading,
        _ request: Request
    ) async throws -> Recorded<Bool> {
        let (child, person) = (edit.adult.found.id, edit.adult.person.id)
        let (author, moment) = (try request.author(as: edit.adult.found.permission), request.moment)
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText, author: author,
            shown: edit.shown(request.form)
        ) { deciding -> Bool in
            try deciding.admit(author, to: .editChild, and: edit.needed, child: child, at: moment)
            // Whoever no longer stands on the child's record is not reached from it.
            let record = try deciding.state(of: Child.self, child)?.state
            guard record?.statements.contains(where: { $0.detail.people.contains(person) }) ?? false else {
                throw NotThere()
            }
            try change.decide(on: person, reason: reason, &deciding)
            return true
        }
        return try await reading.commit(command, to: ledger)
    }

    /// Shows the form again with what somebody else has recorded meanwhile, one's own words kept.
    private func overtaken(
        _ entries: [String], _ change: AdultChange, _ edit: AdultEdit, _ reading: Reading, _ request: Request
    ) async throws -> Reply {
        let (asking, topic, id) = (request.asking, edit.topic, edit.adult.person.id)
        return try await ledger.answer(
            edit.adult.found.id, for: .editChild, request, movedTo: { AdultRoutes.adult(($0, id)) },
            { found, snapshot -> (FoundAdult, Meanwhile?) in
                let adult = try snapshot.adult(id, of: found, asking)
                let meanwhile = try Meanwhile(
                    entries, of: SubjectID(kind: Person.kind, id: id), today: asking.moment.today, snapshot
                ) { commit in
                    guard let commit else { return adult.words(of: adult.person, on: topic) }
                    let earlier = try snapshot.state(of: Person.self, id, asKnownAt: commit)?.state
                    return earlier.flatMap { adult.words(of: $0, on: topic) }
                }
                return (adult, meanwhile)
            },
            { adult, meanwhile in
                var edit = edit
                edit.adult = adult
                let banner = meanwhile?.banner(topic.subject, yours: change.words(adult.names))
                return page(edit, reading, request, over: banner ?? "")
            })
    }
}
