import Access
import CivilTime
import Ledger
import Markup
import Operations
import Pages
import People

/// Accounts: who may sign in, in which roles, by which links.
struct AccountsController: Sendable {
    let ledger: Ledger
    let operations: Operations
    let own: OwnCredentials
    let url: String?

    var accounts: Accounts { Accounts(ledger) }

    func register(in table: inout RouteTable) {
        table.add(AdminRoutes.accounts) { _, request in try await list(request) }
        table.add(AdminRoutes.newAccount) { _, request in
            try await openingPage(Reading(request.typed()), request)
        }
        table.add(AdminRoutes.openAccount) { _, request in try await open(request) }
        table.add(AdminRoutes.account) { id, request in try await account(id, request) }
        table.add(AdminRoutes.giveLink) { id, request in try await giveLink(id, request) }
        registerRoles(in: &table)
        registerClosing(in: &table)
    }

    func found(_ id: String) async throws -> Account {
        guard let account = try await accounts.account(id), account.name != nil else {
            throw PageError.notFound
        }
        return account
    }

    // MARK: The list

    private func list(_ request: Request) async throws -> Reply {
        let words = request.queryValue("q") ?? ""
        let today = request.context.today
        let rows = try await ledger.read { try AccountRow.all(matching: words, on: today, $0.reader) }
        return .page(AccountsView.list(rows, words: words), request.context)
    }

    private func account(_ id: String, _ request: Request) async throws -> Reply {
        let account = try await found(id)
        let names = try await ledger.read { try OrganisationRow.names($0.reader) }
        return .page(
            AccountsView.page(account, organisations: names, request.context), request.context)
    }

    // MARK: Opening

    private static let name = TextQuestion("name", "Full name", most: 200)
    private static let address = MailQuestion("address", "Email address")

    private func openingPage(_ reading: Reading, _ request: Request) async throws -> Reply {
        let role = try await RoleQuestions(ledger)
        var form = Form(
            to: AdminRoutes.openAccount(), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Open account")
        form.ask(Self.name, Self.address, role.role, role.organisation, role.from, role.to)
        form.add(link: "Cancel", to: AdminRoutes.accounts())
        let page = Page.form(
            "Open an account", thread: [AccountsView.crumb], section: "accounts", banner: request.draftBanner,
            lead:
                "<p>Next you will get a link to give to the person. With it they choose their password.</p>",
            form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func open(_ request: Request) async throws -> Reply {
        let role = try await RoleQuestions(ledger)
        var reading = Reading(request.form)
        let name = reading.ask(Self.name)
        let address = reading.ask(Self.address)
        let giving = role.read(&reading)
        let person = name.flatMap { PersonName($0) }
        if name != nil, person == nil {
            reading.refuse("Enter a name of up to 200 characters that can be shown", at: Self.name)
        }
        let mail = address.flatMap { MailAddress($0) }
        if address != nil, mail == nil {
            reading.refuse("Enter an email address like a.name@example.org", at: Self.address)
        }
        guard reading.isFine, let person, let mail, let giving else {
            return try await openingPage(reading, request)
        }
        let author = try request.author(.manageAccounts)
        let command = try CommandID.of(request.form)
        let opened = try await reading.carryOut {
            try await accounts.open(person, mail, roles: [giving], by: author, command: command)
        }
        guard let opened else { return try await openingPage(reading, request) }
        return .seeOther(AdminRoutes.account(opened.id, query: [(name: "opened", value: "1")]))
    }

    // MARK: Links

    private func giveLink(_ id: String, _ request: Request) async throws -> Reply {
        let account = try await found(id)
        guard account.closedOn == nil else { throw AccountRefusal.closed }
        let purpose: Tokens.Purpose = account.hasPassword ? .reset : .invitation
        let (secret, expires) = try await operations.tokens.give(purpose, to: id)
        let link = (url ?? "") + SignInPages.link(secret).text
        return .page(
            AccountsView.link(account, link, hasSite: url != nil, purpose, until: expires), request.context
        ).changing(.none)
    }
}

/// The questions about a role to give.
struct RoleQuestions: Sendable {
    let role: SelectQuestion<Role>
    let organisation: SelectQuestion<String>
    let from: DateQuestion
    let to: DateQuestion

    init(_ ledger: Ledger) async throws {
        role = SelectQuestion(
            "role", "Role", Role.allCases.map { Choice($0, $0.words.capitalizedFirst) })
        let rows = try await ledger.read { try OrganisationRow.all(matching: "", $0.reader) }
        organisation = SelectQuestion(
            "organisation", "Organisation where the role is held",
            rows.map { Choice($0.id, "\($0.name) (\($0.kind))") }
        ).hint("A SENCO's school, an officer's team: it decides which children they reach.").optional()
        from = DateQuestion("from", "First day").hint("Today if you leave it empty.").optional()
        to = DateQuestion("to", "Last day").hint("Leave it empty where none is known.").optional()
    }

    func read(_ reading: inout Reading) -> Accounts.Giving? {
        let role = reading.ask(role)
        let organisation = reading.ask(organisation)
        let from = reading.ask(from)
        let to = reading.ask(to)
        if let from, let to, to < from { reading.refuse("The last day is before the first", at: self.to) }
        return role.map { Accounts.Giving($0, at: organisation, from: from, to: to) }
    }
}
