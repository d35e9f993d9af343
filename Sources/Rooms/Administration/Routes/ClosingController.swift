import Access
import Ledger
import Markup
import Pages
import People

/// Closing and reopening accounts, and taking away a second factor that was lost.
extension AccountsController {
    func registerClosing(in table: inout RouteTable) {
        table.add(AdminRoutes.closing) { id, request in
            try await closingPage(id, Reading(request.typed()), request)
        }
        table.add(AdminRoutes.close) { id, request in try await close(id, request) }
        table.add(AdminRoutes.losing) { id, request in
            try await losingPage(id, Reading(request.typed()), request)
        }
        table.add(AdminRoutes.revoke) { id, request in try await revoke(id, request) }
    }

    private static let reason = TextQuestion("reason", "Why", most: 300)

    private func closingPage(_ id: String, _ reading: Reading, _ request: Request) async throws -> Reply {
        let account = try await found(id)
        let isOpen = account.closedOn == nil
        var form = Form(
            to: AdminRoutes.close(id), after: reading, token: request.context.formToken,
            command: CommandID.new(), shown: isOpen ? "open" : "closed",
            button: isOpen ? "Close account" : "Open account again")
        form.ask(Self.reason)
        form.add(link: "Cancel", to: AdminRoutes.account(id))
        let lead: HTML =
            isOpen
            ? "<p>\(account.name?.text) will be signed out at once and cannot sign in again. What they recorded stays.</p>"
            : "<p>\(account.name?.text) will need a new link to choose a password.</p>"
        let page = Page.form(
            isOpen ? "Close this account" : "Open this account again", thread: AccountsView.thread(account),
            section: "accounts", banner: request.draftBanner, lead: lead, form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func close(_ id: String, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        guard let reason = reading.ask(Self.reason), reading.isFine else {
            return try await closingPage(id, reading, request)
        }
        let author = try request.author(.manageAccounts)
        let command = try CommandID.of(request.form)
        let reopens = request.form[Form.shownField] == "closed"
        let done: Void? = try await reading.carryOut {
            try await own.admit(reopens, account: id, reason: reason, by: author, command: command)
        }
        return done == nil
            ? try await closingPage(id, reading, request) : .seeOther(AdminRoutes.account(id))
    }

    private func losingPage(_ id: String, _ reading: Reading, _ request: Request) async throws -> Reply {
        let account = try await found(id)
        guard account.hasSecondFactor else { throw PageError.notFound }
        var form = Form(
            to: AdminRoutes.revoke(id), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Remove security codes")
        form.ask(Self.reason)
        form.add(link: "Cancel", to: AdminRoutes.account(id))
        let page = Page.form(
            "Remove lost security codes", thread: AccountsView.thread(account), section: "accounts",
            banner: request.draftBanner,
            lead: """
                <p>Do this only when you are sure who is asking: whoever has the password then sets up codes of their \
                own. \(account.name?.text) will be signed out and set up new ones at the next sign-in.</p>
                """, form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func revoke(_ id: String, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        guard let reason = reading.ask(Self.reason), reading.isFine else {
            return try await losingPage(id, reading, request)
        }
        let author = try request.author(.manageAccounts)
        let command = try CommandID.of(request.form)
        let done: Void? = try await reading.carryOut {
            try await own.revokeSecondFactor(of: id, reason: reason, by: author, command: command)
        }
        return done == nil
            ? try await losingPage(id, reading, request) : .seeOther(AdminRoutes.account(id))
    }
}
