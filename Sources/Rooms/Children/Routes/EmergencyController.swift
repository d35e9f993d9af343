import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// Opening the record of a child one is not involved with, because it cannot wait.
///
/// Whoever asks must know the child: by a number, or by full name and birth date. A wrong pair is answered as if
/// there were no record, and so is one that stays closed even then.
struct EmergencyController: Sendable {
    let ledger: Ledger
    let pace: EmergencyPace

    func register(in table: inout RouteTable) {
        table.add(ChildRoutes.emergency) { _, request in page(Reading(request.typed()), request) }
        table.add(ChildRoutes.openEmergency) { _, request in try await open(request) }
    }

    private static let number = TextQuestion(
        "number", "NHS number, UPN or ULN", most: 40, width: .twenty, isCode: true
    ).optional()
    private static let name = TextQuestion("full-name", "Full name", most: 400)
        .hint("All forenames and the surname, as they are recorded.").optional()
    private static let born = DateQuestion("born", "Birth date").optional()

    private func page(_ reading: Reading, _ request: Request) -> Reply {
        var form = Form(
            to: ChildRoutes.openEmergency(), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Open the record")
        form.add("<h2>Which child</h2><p>Give a number, or the full name with the birth date.</p>")
        form.ask(Self.number, Self.name, Self.born, Ask.reason)
        form.add(link: "Cancel", to: ChildRoutes.list())
        let page = Page.form(
            "Open a record in an emergency", thread: [ListView.crumb], section: "children",
            banner: request.draftBanner,
            lead: """
                \(Kit.warning("The data protection officer looks at every record that is opened so."))
                <p>Use this where somebody's life or safety depends on it and you are not involved with the child. The \
                record opens for four hours. If somebody is in danger now, ring 999 first.</p>
                """, form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func open(_ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let number = reading.ask(Self.number)
        let name = reading.ask(Self.name)
        let born = reading.ask(Self.born)
        let reason = reading.ask(Ask.reason)
        if number == nil, name == nil || born == nil, reading.isFine {
            reading.refuse("Enter a number, or the full name and the birth date")
        }
        guard reading.isFine, let reason else { return page(reading, request) }
        guard let account = request.visitor.account else { throw PageError.notFound }
        if let minutes = try await pace.begin(account) {
            reading.refuse(SignInPages.tooMany(minutes))
            return page(reading, request)
        }
        let wanted = WantedChild(number: number, name: name, born: born)
        return try await open(wanted, account, reason, reading, request)
    }

    private func open(
        _ wanted: WantedChild, _ account: String, _ reason: ShortText, _ reading: Reading, _ request: Request
    ) async throws -> Reply {
        var reading = reading
        let asking = request.asking
        guard let child = try await ledger.read({ try wanted.find(asking, $0) }) else {
            reading.refuse(NoSuchChild.nowhere.forPerson.withoutStop)
            return page(reading, request)
        }
        guard child.needsOpening else {
            try await pace.foundOwn(account)
            return .seeOther(ChildRoutes.child(child.id))
        }
        let (author, moment) = (try request.author(.openInEmergency), request.moment)
        let change = RestrictionChange.open(child: child.id, account: account, now: request.now)
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText, author: author
        ) { deciding -> String in
            try deciding.admit(author, to: .openInEmergency, at: moment)
            let asking = Asking(visitor: try deciding.visitor(author), moment: moment)
            let found = try deciding.look { try wanted.find(asking, $0) }
            guard let found, found.id == child.id else { throw NoSuchChild.nowhere }
            return found.needsOpening ? try change.decide(&deciding, reason: reason.text) : found.id
        }
        guard case .done = try await reading.commit(command, to: ledger) else {
            return page(reading, request)
        }
        try await pace.opened(account)
        return .seeOther(ChildRoutes.child(child.id))
    }
}

/// No record fits, or none that may be opened: both are answered alike.
enum NoSuchChild: Refusal {
    case nowhere

    var forPerson: String { "There is no record with these details." }
    var forOperator: String { "emergency: no such record" }
}

/// A child as somebody in an emergency knows it.
struct WantedChild: Sendable {
    let number: String?
    let name: String?
    let born: Day?

    struct Opening: Sendable {
        let id: String
        /// Whether it is closed to the asker until it is opened in an emergency.
        let needsOpening: Bool
    }

    /// The one child that fits exactly and may be opened so; nil where there is none, where several fit, where
    /// the record is restricted and where it is of the asker's own family.
    func find(_ asking: Asking, _ snapshot: Snapshot) throws -> Opening? {
        // What must not be seen is left out before anything is counted, so that it cannot be told to be there.
        let openings = try candidates(snapshot.reader).sorted().compactMap { id -> Opening? in
            switch try snapshot.decide(asking.visitor, .viewChild, child: id, at: asking.moment) {
            case .allowed: Opening(id: id, needsOpening: false)
            // The only thing in the way, so that opening it in an emergency is what lets it be seen.
            case .refused(.notInvolved): Opening(id: id, needsOpening: true)
            case .refused: nil
            }
        }
        return openings.count == 1 ? openings.first : nil
    }

    private func candidates(_ reader: Reader) throws -> Set<String> {
        var found: Set<String>?
        func narrow(to ids: SQL) throws {
            let ids = Set(try reader.all(ids) { $0.text(0) })
            found = found?.intersection(ids) ?? ids
        }
        if let number {
            guard let ids = NumberSearch.ids(ofChildrenWith: number) else { return [] }
            try narrow(to: ids)
        }
        if let name {
            guard let ids = NameSearch.ids(ofChildrenCalled: name) else { return [] }
            try narrow(to: ids)
        }
        if let born { try narrow(to: "SELECT subject_id FROM people_child WHERE birth_day = \(born)") }
        return found ?? []
    }
}
