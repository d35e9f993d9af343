import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// Safeguarding marks on one child's record: whose reads the family does not see, until they are released.
///
/// The pages name no child, only the number of the record.
struct MarksController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(ChildRoutes.marks) { id, request in
            try await open(id, request) { page($0, Reading(request.typed()), request) }
        }
        table.add(ChildRoutes.mark) { id, request in
            try await open(id, request) { try await mark($0, request) }
        }
        table.add(ChildRoutes.releasing) { place, request in
            try await open(place.0, request) {
                try releasingPage($0, place.1, Reading(request.typed()), request)
            }
        }
        table.add(ChildRoutes.release) { place, request in
            try await open(place.0, request) { try await release($0, place.1, request) }
        }
    }

    private struct Marked: Sendable {
        let id: String
        let marks: [ReadersMark]
        let names: AccountNames
    }

    /// Only who may see the record may mark an access to it.
    private func open(
        _ id: String, _ request: Request, _ reply: (Marked) async throws -> Reply
    ) async throws -> Reply {
        try await ledger.answer(
            id, for: .viewChild, request, movedTo: { ChildRoutes.marks($0) },
            { found, snapshot -> Marked in
                let ids = try ChildStanding.sameAs(found.id, snapshot.reader)
                let marks = try ReadersMark.all(of: ids, snapshot.reader)
                let names = try AccountNames(Set(marks.map(\.account)), snapshot.reader)
                return Marked(id: found.id, marks: marks, names: names)
            }, reply)
    }

    // MARK: Marking

    private static let account = MailQuestion("account", "Email address of the account")
        .hint("The account whose reading of this record the family does not see.")
    private static let from = DateQuestion("from", "From").hint(
        "Reads from this day on are kept from the family.")

    private func page(_ marked: Marked, _ reading: Reading, _ request: Request) -> Reply {
        var form = Form(
            to: ChildRoutes.mark(marked.id), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Mark this access")
        form.ask(Self.account, Self.from, Ask.reason)
        form.add(link: "Cancel", to: ChildRoutes.child(marked.id))
        let rows = marked.marks.map { (mark: $0, name: marked.names.name($0.account)) }
        let page = Page.form(
            "Safeguarding marks", thread: thread(marked), section: "children", banner: request.draftBanner,
            lead: MarksView.list(rows, of: marked.id), form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func thread(_ marked: Marked) -> [Crumb] {
        [ListView.crumb, Crumb("Record", ChildRoutes.child(marked.id))]
    }

    private func mark(_ marked: Marked, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let typed = reading.ask(Self.account)
        let from = reading.ask(Self.from)
        let reason = reading.ask(Ask.reason)
        var account: Account?
        if let typed, let address = MailAddress(typed) {
            account = try await Accounts(ledger).account(at: address)
        }
        if typed != nil, account == nil {
            reading.refuse("There is no account at this address", at: Self.account)
        }
        guard reading.isFine, let account, let from, let reason else {
            return page(marked, reading, request)
        }
        let change = RestrictionChange.mark(child: marked.id, account: account.id, from: from)
        guard try await carryOut(change, on: marked, reason, &reading, request) else {
            return page(marked, reading, request)
        }
        return .seeOther(ChildRoutes.marks(marked.id))
    }

    private func carryOut(
        _ change: RestrictionChange, on marked: Marked, _ reason: ShortText, _ reading: inout Reading,
        _ request: Request
    ) async throws -> Bool {
        let (author, moment) = (try request.author(.markSafeguarding), request.moment)
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText, author: author
        ) { deciding -> String in
            try deciding.admit(
                author, to: .markSafeguarding, and: [.viewChild], child: marked.id, at: moment)
            return try change.decide(&deciding, reason: reason.text)
        }
        guard case .done = try await reading.commit(command, to: ledger) else { return false }
        return true
    }

    // MARK: Releasing

    private func releasingPage(
        _ marked: Marked, _ id: String, _ reading: Reading, _ request: Request
    ) throws -> Reply {
        guard let mark = marked.marks.first(where: { $0.id == id }) else { throw PageError.notFound }
        var form = Form(
            to: ChildRoutes.release((marked.id, id)), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Release")
        form.ask(Ask.reason)
        form.add(link: "Cancel", to: ChildRoutes.marks(marked.id))
        let page = Page.form(
            "Release a safeguarding mark", thread: thread(marked), section: "children",
            banner: request.draftBanner,
            lead: """
                <p>The family will then see that \(marked.names.name(mark.account)) opened the record, by role and \
                organisation, also for the time since \(mark.from.short).</p>
                """, form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func release(_ marked: Marked, _ id: String, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        guard let reason = reading.ask(Ask.reason) else {
            return try releasingPage(marked, id, reading, request)
        }
        // A form sent twice finds its mark released: that is what it asked for.
        guard marked.marks.contains(where: { $0.id == id }) else {
            return .seeOther(ChildRoutes.marks(marked.id))
        }
        guard try await carryOut(.release(id), on: marked, reason, &reading, request) else {
            return try releasingPage(marked, id, reading, request)
        }
        return .seeOther(ChildRoutes.marks(marked.id))
    }
}
