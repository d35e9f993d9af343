import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// Records closed to all but named people, and accesses in an emergency with their review.
struct RestrictionsController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(AdminRoutes.restrictions) { _, request in
            let (restrictions, emergencies) = try await ledger.read { snapshot in
                (try RestrictionRow.all(snapshot), try EmergencyRow.all(snapshot))
            }
            return .page(
                RestrictionsView.list(restrictions, emergencies, today: request.context.today),
                request.context)
        }
        table.add(AdminRoutes.newRestriction) { _, request in
            var typed = Typed()
            typed.set("record", request.queryValue("record") ?? "")
            return restrictingPage(Reading(request.typed(or: typed)), request)
        }
        table.add(AdminRoutes.restrict) { _, request in try await restrict(request) }
        table.add(AdminRoutes.lifting) { id, request in
            try await liftingPage(id, Reading(request.typed()), request)
        }
        table.add(AdminRoutes.lift) { id, request in try await lift(id, request) }
        table.add(AdminRoutes.review) { id, request in
            try await reviewPage(id, Reading(request.typed()), request)
        }
        table.add(AdminRoutes.recordReview) { id, request in try await review(id, request) }
    }

    private static let thread = [Crumb("Restrictions", AdminRoutes.restrictions())]
    private static let reason = TextQuestion("reason", "Why", most: 300)

    // MARK: Restricting

    private static let record = TextQuestion(
        "record", "Record number", most: 40, width: .thirty, isCode: true
    )
    .hint("The random number of a child's record, as its page shows it.")
    private static let part = RadiosQuestion(
        "part", "What is closed", RecordPart.allCases.map { Choice($0, $0.words.capitalizedFirst) })
    private static let from = DateQuestion("from", "From")
    private static let named = LongTextQuestion(
        "named", "Who may still open it", most: 2_000, rows: 4
    ).hint("Email addresses of accounts, one on each line.")

    private func restrictingPage(_ reading: Reading, _ request: Request) -> Reply {
        var form = Form(
            to: AdminRoutes.restrict(), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Close to all others")
        form.ask(Self.record, Self.part, Self.from, Self.named, Self.reason)
        form.add(link: "Cancel", to: AdminRoutes.restrictions())
        let page = Page.form(
            "Restrict a record", thread: Self.thread, section: "restrictions", banner: request.draftBanner,
            lead: "<p>To everybody who is not named, the record will seem not to exist.</p>", form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func restrict(_ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let record = reading.ask(Self.record)
        let part = reading.ask(Self.part)
        let from = reading.ask(Self.from)
        let named = reading.ask(Self.named)
        let reason = reading.ask(Self.reason)
        let accounts = try await accounts(named ?? "", &reading)
        guard reading.isFine, let record, let part, let from, let reason else {
            return restrictingPage(reading, request)
        }
        let ordering = RestrictionChange.order(child: record, part: part, from: from, named: accounts)
        guard try await carryOut(ordering, reason, .restrictRecords, &reading, request) else {
            return restrictingPage(reading, request)
        }
        return .seeOther(AdminRoutes.restrictions())
    }

    /// The accounts of addresses, one a line; an address that names none is a problem.
    private func accounts(_ text: String, _ reading: inout Reading) async throws -> [String] {
        var ids: [String] = []
        for line in text.split(whereSeparator: \.isNewline).map({ String($0).trimmed }) where !line.isEmpty {
            if let address = MailAddress(line), let account = try await Accounts(ledger).account(at: address)
            {
                ids.append(account.id)
            } else {
                reading.refuse("There is no account at the address “\(line)”", at: Self.named)
            }
        }
        return ids
    }

    private func carryOut(
        _ change: RestrictionChange, _ reason: String, _ action: Action, _ reading: inout Reading,
        _ request: Request
    ) async throws -> Bool {
        let (author, moment) = (try request.author(action), request.moment)
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText, author: author
        ) { deciding -> String in
            try deciding.admit(author, to: action, at: moment)
            return try change.decide(&deciding, reason: reason)
        }
        return try await reading.carryOut { try await ledger.commit(command) } != nil
    }

    // MARK: Lifting

    private static let to = DateQuestion("to", "Last day")

    private func liftingPage(_ id: String, _ reading: Reading, _ request: Request) async throws -> Reply {
        let row = try await ledger.read { try RestrictionRow.all($0) }.first { $0.id == id }
        guard let row, row.to == nil else { throw PageError.notFound }
        var form = Form(
            to: AdminRoutes.lift(id), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Lift restriction")
        form.ask(Self.to, Self.reason)
        form.add(link: "Cancel", to: AdminRoutes.restrictions())
        let page = Page.form(
            "Lift a restriction", thread: Self.thread, section: "restrictions", banner: request.draftBanner,
            lead: """
                <p>Of record <span class="mono">\(row.child)</span>: \(row.part.words), closed since \
                \(row.from.written).</p>
                """, form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func lift(_ id: String, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let to = reading.ask(Self.to)
        let reason = reading.ask(Self.reason)
        guard reading.isFine, let to, let reason else { return try await liftingPage(id, reading, request) }
        guard try await carryOut(.lift(id, to: to), reason, .restrictRecords, &reading, request) else {
            return try await liftingPage(id, reading, request)
        }
        return .seeOther(AdminRoutes.restrictions())
    }

    // MARK: Emergencies

    private static let justified = YesNoQuestion("justified", "Was it right to open the record?")

    private func reviewPage(_ id: String, _ reading: Reading, _ request: Request) async throws -> Reply {
        let row = try await ledger.read { try EmergencyRow.all($0) }.first { $0.id == id }
        guard let row else { throw PageError.notFound }
        var form = Form(
            to: AdminRoutes.recordReview(id), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Save review")
        form.ask(Self.justified, Self.reason)
        form.add(link: "Cancel", to: AdminRoutes.restrictions())
        let page = Page.form(
            "Review an emergency access", thread: Self.thread, section: "restrictions",
            banner: request.draftBanner,
            lead: """
                <p>\(row.name) opened record <span class="mono">\(row.child)</span> on \(row.day.written) and gave this \
                reason: “\(row.reason)”.</p>
                """, form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func review(_ id: String, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let isJustified = reading.ask(Self.justified)
        let reason = reading.ask(Self.reason)
        guard reading.isFine, let isJustified, let reason else {
            return try await reviewPage(id, reading, request)
        }
        guard
            try await carryOut(
                .review(id, isJustified: isJustified), reason, .restrictRecords, &reading, request)
        else { return try await reviewPage(id, reading, request) }
        return .seeOther(AdminRoutes.restrictions())
    }
}
