import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// Organisations of the partnership: recorded, renamed, closed.
struct OrganisationsController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(AdminRoutes.organisations) { _, request in try await list(request) }
        table.add(AdminRoutes.newOrganisation) { _, request in
            try await addingPage(Reading(request.typed()), request)
        }
        table.add(AdminRoutes.addOrganisation) { _, request in try await add(request) }
        table.add(AdminRoutes.organisation) { id, request in try await organisation(id, request) }
        table.add(AdminRoutes.renaming) { id, request in
            try await renamingPage(id, Reading(request.typed()), request)
        }
        table.add(AdminRoutes.rename) { id, request in try await rename(id, request) }
        table.add(AdminRoutes.endingOrganisation) { id, request in
            try await closingPage(id, Reading(request.typed()), request)
        }
        table.add(AdminRoutes.endOrganisation) { id, request in try await close(id, request) }
    }

    private func list(_ request: Request) async throws -> Reply {
        let words = request.queryValue("q") ?? ""
        let rows = try await ledger.read { try OrganisationRow.all(matching: words, $0.reader) }
        return .page(
            OrganisationsView.list(rows, words: words, today: request.context.today), request.context)
    }

    private func found(_ id: String) async throws -> Versioned<Organisation> {
        let found = try await ledger.read { try $0.state(of: Organisation.self, id) }
        guard let found, found.state.name != nil else { throw PageError.notFound }
        return found
    }

    private func organisation(_ id: String, _ request: Request) async throws -> Reply {
        let organisation = try await found(id).state
        let (names, parts) = try await ledger.read { snapshot in
            let rows = try OrganisationRow.all(matching: "", snapshot.reader)
            let names = try OrganisationRow.names(snapshot.reader)
            return (names, rows.filter { $0.partOf == id })
        }
        return .page(
            OrganisationsView.page(organisation, names: names, parts: parts, today: request.context.today),
            request.context)
    }

    // MARK: Adding

    private static let kind = RadiosQuestion(
        "kind", "What it is", OrganisationKind.allCases.map { Choice($0, $0.name) })
    private static let name = TextQuestion("name", "Name", most: ShortText.limit)
    private static let register = SelectQuestion(
        "register", "Register that its code is from",
        [
            Choice("urn", "URN: schools and colleges"), Choice("ukprn", "UKPRN: learning providers"),
            Choice("ods", "ODS code: NHS organisations"), Choice("authority", "Local authority code"),
        ]
    ).optional()
    private static let code = TextQuestion("register-code", "Code", most: 20, width: .ten, isCode: true)
        .optional()
    private static let opened = DateQuestion("opened", "Day it opened").hint("Leave it empty where unknown.")
        .optional()

    private func wholes() async throws -> SelectQuestion<String> {
        let rows = try await ledger.read { try OrganisationRow.all(matching: "", $0.reader) }
        return SelectQuestion("part-of", "Part of", rows.map { Choice($0.id, $0.name) })
            .hint("The authority of a team, the college of a campus.").optional()
    }

    private func addingPage(_ reading: Reading, _ request: Request) async throws -> Reply {
        var form = Form(
            to: AdminRoutes.addOrganisation(), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Add organisation")
        form.ask(Self.kind, Self.name, Self.register, Self.code, Self.opened, try await wholes())
        form.add(link: "Cancel", to: AdminRoutes.organisations())
        let page = Page.form(
            "Add an organisation", thread: [OrganisationsView.crumb], section: "organisations",
            banner: request.draftBanner, form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func add(_ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let kind = reading.ask(Self.kind)
        let name = reading.ask(Self.name).flatMap { ShortText($0) }
        let register = reading.ask(Self.register)
        let code = reading.ask(Self.code)
        let opened = reading.ask(Self.opened)
        let whole = reading.ask(try await wholes())
        let codes = Self.codes(register, code, &reading)
        guard reading.isFine, let kind, let name else { return try await addingPage(reading, request) }
        let recording = RecordOrganisation(kind, name, codes: codes, opened: opened, partOf: whole)
        let author = try request.author(.manageOrganisations)
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText, author: author
        ) { deciding -> String in try recording.decide(&deciding) }
        guard let outcome = try await reading.carryOut({ try await ledger.commit(command) }) else {
            return try await addingPage(reading, request)
        }
        return .seeOther(AdminRoutes.organisation(outcome.value))
    }

    private static func codes(
        _ register: String?, _ text: String?, _ reading: inout Reading
    ) -> [OrganisationCode] {
        guard let text else {
            if register != nil { reading.refuse("Enter the code, or choose no register", at: code) }
            return []
        }
        guard let register else {
            reading.refuse("Choose which register the code is from", at: Self.register)
            return []
        }
        do throws(IdentifierProblem) {
            return [try OrganisationCode(register: register, reading: text)]
        } catch {
            reading.refuse(error.forPerson.withoutStop, at: code)
            return []
        }
    }

    // MARK: Renaming and closing

    private static let from = DateQuestion("from", "First day of the new name")

    private func renamingPage(
        _ id: String, _ reading: Reading, _ request: Request, over banner: HTML? = nil
    ) async throws -> Reply {
        let found = try await found(id)
        var form = form(to: AdminRoutes.rename(id), found.version, reading, request, banner, "Save new name")
        form.ask(Self.name, Self.from)
        form.add(link: "Cancel", to: AdminRoutes.organisation(id))
        return page(
            "Rename \(found.state.name?.text ?? "")", found.state, form, reading, request, over: banner)
    }

    private func rename(_ id: String, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let name = reading.ask(Self.name).flatMap { ShortText($0) }
        let from = reading.ask(Self.from)
        guard reading.isFine, let name, let from else { return try await renamingPage(id, reading, request) }
        let change = OrganisationChange(ledger: ledger, id: id, change: .name(name, from: from), reason: nil)
        switch try await change.carryOut(&reading, request) {
        case .done: return .seeOther(AdminRoutes.organisation(id))
        case .refused: return try await renamingPage(id, reading, request)
        case .overtaken(let banner):
            return try await renamingPage(id, reading, request, over: banner)
        }
    }

    private static let lastDay = DateQuestion("to", "Last day")
    private static let reason = TextQuestion("reason", "Why", most: ShortText.limit).optional()

    private func successors(of id: String) async throws -> SelectQuestion<String> {
        let rows = try await ledger.read { try OrganisationRow.all(matching: "", $0.reader) }
        return SelectQuestion(
            "successor", "Who takes over", rows.filter { $0.id != id }.map { Choice($0.id, $0.name) }
        ).optional()
    }

    private func closingPage(
        _ id: String, _ reading: Reading, _ request: Request, over banner: HTML? = nil
    ) async throws -> Reply {
        let found = try await found(id)
        var form = form(
            to: AdminRoutes.endOrganisation(id), found.version, reading, request, banner, "Save closing")
        form.add("<p>Its children, staff and records stay as they are, and show that it has closed.</p>")
        form.ask(Self.lastDay, try await successors(of: id), Self.reason)
        form.add(link: "Cancel", to: AdminRoutes.organisation(id))
        return page(
            "Close \(found.state.name?.text ?? "")", found.state, form, reading, request, over: banner)
    }

    private func close(_ id: String, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let to = reading.ask(Self.lastDay)
        let successor = reading.ask(try await successors(of: id))
        let reason = reading.ask(Self.reason).flatMap { ShortText($0) }
        guard reading.isFine, let to else { return try await closingPage(id, reading, request) }
        let change = OrganisationChange(
            ledger: ledger, id: id, change: .closed(to: to, successor: successor), reason: reason)
        switch try await change.carryOut(&reading, request) {
        case .done: return .seeOther(AdminRoutes.organisation(id))
        case .refused: return try await closingPage(id, reading, request)
        case .overtaken(let banner):
            return try await closingPage(id, reading, request, over: banner)
        }
    }

    /// A form on one organisation; after somebody else's change it is sent with what is there now.
    private func form(
        to link: Link, _ version: Int, _ reading: Reading, _ request: Request, _ banner: HTML?,
        _ button: String
    ) -> Form {
        let shown = banner == nil ? request.form[Form.shownField] : nil
        return Form(
            to: link, after: reading, token: request.context.formToken, command: CommandID.new(),
            shown: shown ?? "\(version)", button: button)
    }

    private func page(
        _ title: String, _ organisation: Organisation, _ form: Form, _ reading: Reading, _ request: Request,
        over banner: HTML?
    ) -> Reply {
        let page = Page.form(
            banner == nil ? title : "Not saved yet: \(title)", thread: OrganisationsView.thread(organisation),
            section: "organisations", banner: banner ?? request.draftBanner, form)
        return .page(page, request.context, status: reading.isFine && banner == nil ? 200 : 422)
    }
}
