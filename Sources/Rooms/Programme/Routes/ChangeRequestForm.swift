import Access
import CivilTime
import Ledger
import Markup
import Pages

/// Something that a form shows of a subject, of which a second person is told when the first has changed it.
struct FormAspect<State: Subject>: Sendable {
    let what: String
    let held: @Sendable (State) -> String?
    let typed: @Sendable (Typed) -> String?

    init(
        _ what: String, field: String, held: @escaping @Sendable (State) -> String?
    ) {
        self.what = what
        self.held = held
        typed = { $0[field] }
    }
}

/// A form that records something on one subject of the programme, or begins one.
struct ProgrammeForm<State: Subject>: Sendable {
    let ledger: Ledger
    let action: Action
    let title: String
    let thread: [Crumb]
    let section: String
    /// Where it is sent, and where “Cancel” leads.
    let link: Link
    let back: Link
    let button: String
    var lead: HTML = ""
    /// The subject's id and version; nil for a new one.
    var subject: (id: String, version: Int)?
    /// The entry kinds that the form shows.
    var kinds: Set<String> = []
    var aspects: [FormAspect<State>] = []
    let questions: [any Question]

    /// The form with what stands in it at first, or the draft that was kept of it.
    func show(_ request: Request, first: Typed = Typed()) -> Reply {
        page(Reading(request.typed(or: first)), request)
    }

    /// Records what was sent and leads on, or shows the form again with everything that is wrong.
    ///
    /// - Parameters:
    ///   - read: the decision, which gives the id of what was recorded; nil where the reading says what is wrong.
    func take(
        _ request: Request,
        read: (inout Reading) -> (@Sendable (inout Deciding) throws -> String)?, done: (String) -> Link
    ) async throws -> Reply {
        var reading = Reading(request.form)
        guard let decide = read(&reading), reading.isFine else { return page(reading, request) }
        let version = request.form[Form.shownField].flatMap { Int(pathText: $0) } ?? 0
        let shown = subject.map {
            [Shown(SubjectID(kind: State.kind, id: $0.id), version: version, kinds: kinds)]
        }
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText,
            author: try request.author(action), shown: shown ?? [], decide: decide)
        do {
            guard let outcome = try await reading.carryOut({ try await ledger.commit(command) }) else {
                return page(reading, request)
            }
            return .seeOther(done(outcome.value))
        } catch LedgerError.overtaken(let entries) {
            return page(reading, request, over: try await banner(entries, request))
        }
    }

    private func page(_ reading: Reading, _ request: Request, over banner: HTML? = nil) -> Reply {
        let held = banner == nil ? request.form[Form.shownField] : nil
        var form = Form(
            to: link, after: reading, token: request.context.formToken, command: CommandID.new(),
            shown: subject.map { held ?? "\($0.version)" }, button: button)
        for question in questions { form.ask(question) }
        form.add(link: "Cancel", to: back)
        let page = Page.form(
            banner == nil ? title : "Not saved yet: \(title)", thread: thread, section: section,
            banner: banner ?? request.draftBanner, lead: lead, form)
        return .page(page, request.context, status: reading.isFine && banner == nil ? 200 : 422)
    }

    /// What somebody else did meanwhile, in words.
    private func banner(_ entries: [String], _ request: Request) async throws -> HTML {
        guard let subject else { return "" }
        let (id, aspects) = (subject.id, aspects)
        let (typed, today) = (request.form, request.context.today)
        return try await ledger.read { snapshot in
            let fresh = try snapshot.chronicle(of: SubjectID(kind: State.kind, id: id)).filter {
                entries.contains($0.id)
            }
            guard let first = fresh.first, let last = fresh.last else { return "" }
            let role = last.author.role.flatMap(Role.init(rawValue:))?.words
            let name = try last.author.account.flatMap { try AccountName.of($0, snapshot.reader) }
            let (day, hour, minute) = Day.londonClock(microsecondsSince1970: last.recordedAt)
            let clock = "\(Digits.two(hour)):\(Digits.two(minute))"
            let before = try snapshot.state(of: State.self, id, asKnownAt: first.commit - 1)?.state
            let now = try snapshot.state(of: State.self, id)?.state
            return Kit.changedMeanwhile(
                by: [name, role].compactMap { $0 }.joined(separator: ", "),
                when: day == today ? "today at \(clock)" : "on \(day.short) at \(clock)",
                aspects.map { aspect in
                    .init(
                        aspect.what, before: before.flatMap(aspect.held), now: now.flatMap(aspect.held),
                        yours: aspect.typed(typed))
                })
        }
    }
}

/// The names that accounts have.
enum AccountName {
    static func of(_ account: String, _ reader: Reader) throws -> String? {
        try reader.first("SELECT name FROM access_account WHERE subject_id = \(account)") { $0.text(0) }
    }

    /// Accounts that hold one of two roles today, by name.
    static func holding(_ first: Role, or second: Role, _ today: Day, _ reader: Reader) throws -> [(
        id: String, name: String
    )] {
        try reader.all(
            """
            SELECT DISTINCT account.subject_id, account.name FROM access_account AS account
            JOIN access_role AS held ON held.subject_id = account.subject_id
            WHERE (held.role = \(first.rawValue) OR held.role = \(second.rawValue))
            AND held.from_day <= \(today) AND (held.to_day IS NULL OR held.to_day >= \(today))
            AND account.closed_day IS NULL ORDER BY account.name, account.subject_id
            """
        ) { (id: $0.text(0), name: $0.text(1)) }
    }
}
