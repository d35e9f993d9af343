import Access
import CivilTime
import Documents
import Ledger
import Markup
import Pages

/// Something that a form shows and a second person is told of when the first has changed it.
struct RegisterAspect<State: Subject>: Sendable {
    let what: String
    let held: @Sendable (State) -> String?
    let typed: @Sendable (Typed) -> String?

    init(
        _ what: String, _ held: @escaping @Sendable (State) -> String?,
        typed: @escaping @Sendable (Typed) -> String?
    ) {
        self.what = what
        self.held = held
        self.typed = typed
    }

    /// One whose words are typed as they are held.
    init(_ what: String, field: String, _ held: @escaping @Sendable (State) -> String?) {
        self.init(what, held) { $0[field] }
    }
}

/// What a form asks to be recorded: a file that came with it, and the decision, which gives the id of what was
/// recorded.
struct RegisterGiven: Sendable {
    var upload: Upload?
    let decide: @Sendable (inout Deciding) throws -> String
}

/// A form of the registers: what it asks, and what it records.
struct RegisterForm<State: Subject>: Sendable {
    /// A question, or words between two.
    enum Part: Sendable {
        case question(any Question)
        case words(HTML)
    }

    let title: String
    var button = "Save"
    /// The entry kinds that the form shows.
    var kinds: Set<String> = []
    var aspects: [RegisterAspect<State>] = []
    let parts: [Part]
    /// What stands in it at first.
    var first = Typed()
    let read: @Sendable (inout Reading) -> RegisterGiven?

    var questions: [any Question] {
        parts.compactMap { part in if case .question(let question) = part { question } else { nil } }
    }
}

/// Shows a form of the registers and carries out what it asks for.
struct RegisterFormPage<State: Subject>: Sendable {
    let ledger: Ledger
    let documents: Documents?
    let action: Action
    /// The subject's id and version; nil for a new one.
    let subject: (id: String, version: Int)?
    let form: RegisterForm<State>
    let thread: [Crumb]
    /// Where the form is sent.
    let link: Link
    /// Where “Cancel” leads.
    let back: Link

    func show(_ request: Request) -> Reply {
        page(Reading(request.typed(or: form.first)), request)
    }

    /// Records what was sent and leads on, or shows the form again with everything that is wrong.
    func take(_ request: Request, _ done: (String) -> Link) async throws -> Reply {
        var reading = Reading(request.form)
        guard let given = form.read(&reading), reading.isFine else { return page(reading, request) }
        var shown: [Shown] = []
        if let subject {
            let version = request.form[Form.shownField].flatMap { Int(pathText: $0) } ?? 0
            shown = [
                Shown(SubjectID(kind: State.kind, id: subject.id), version: version, kinds: form.kinds)
            ]
        }
        let decide = given.decide
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText,
            author: try request.author(action), shown: shown
        ) { deciding -> String in try decide(&deciding) }
        do {
            let filing = documents?.filing(given.upload, command) ?? command
            return .seeOther(done(try await ledger.commit(filing).value))
        } catch let refusal as RegisterRefusal {
            note(refusal, &reading)
        } catch LedgerError.overtaken(let entries) {
            return page(reading, request, over: try await banner(entries, reading.typed, request))
        } catch {
            let _: Void? = try await reading.carryOut { throw error }
        }
        return page(reading, request)
    }

    /// Puts what was refused beside the question that it is about.
    private func note(_ refusal: RegisterRefusal, _ reading: inout Reading) {
        let text = refusal.forPerson.withoutStop
        let questions = form.questions
        for field in refusal.fields {
            guard let question = questions.first(where: { $0.asked.name == field }) else { continue }
            return reading.refuse(text, at: question)
        }
        reading.refuse(text)
    }

    private func page(_ reading: Reading, _ request: Request, over banner: HTML? = nil) -> Reply {
        // After somebody else's change the form is sent with what is there now.
        let before = banner == nil ? request.form[Form.shownField] : nil
        var view = Form(
            to: link, after: reading, token: request.context.formToken, command: CommandID.new(),
            shown: subject.map { before ?? "\($0.version)" }, button: form.button)
        for part in form.parts {
            switch part {
            case .question(let question): view.ask(question)
            case .words(let words): view.add(words)
            }
        }
        view.add(link: "Cancel", to: back)
        let page = Page.form(
            banner == nil ? form.title : "Not saved yet: \(form.title)", thread: thread,
            section: RegisterRoutes.section, banner: banner ?? request.draftBanner, view)
        return .page(page, request.context, status: reading.isFine && banner == nil ? 200 : 422)
    }

    /// What somebody else did meanwhile, in words.
    private func banner(_ entries: [String], _ typed: Typed, _ request: Request) async throws -> HTML {
        guard let id = subject?.id else { return "" }
        let (aspects, today) = (form.aspects, request.context.today)
        return try await ledger.read { snapshot in
            let chronicle = try snapshot.chronicle(of: SubjectID(kind: State.kind, id: id))
            let fresh = chronicle.filter { entries.contains($0.id) }
            guard let first = fresh.first, let last = fresh.last else { return "" }
            var around = try RegisterSurroundings(snapshot)
            try around.readNames(snapshot)
            let role = last.author.role.flatMap(Role.init(rawValue:))?.words
            let who = [last.author.account.flatMap { around.names[$0] }, role].compactMap { $0 }
            let (day, hour, minute) = Day.londonClock(microsecondsSince1970: last.recordedAt)
            let clock = "\(Digits.two(hour)):\(Digits.two(minute))"
            let before = try snapshot.state(of: State.self, id, asKnownAt: first.commit - 1)?.state
            let now = try snapshot.state(of: State.self, id)?.state
            return Kit.changedMeanwhile(
                by: who.isEmpty ? "Somebody" : who.joined(separator: ", "),
                when: day == today ? "today at \(clock)" : "on \(day.short) at \(clock)",
                aspects.map { aspect in
                    .init(
                        aspect.what, before: before.flatMap(aspect.held), now: now.flatMap(aspect.held),
                        yours: aspect.typed(typed))
                })
        }
    }
}
