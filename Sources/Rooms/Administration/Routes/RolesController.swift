import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// Giving and ending roles.
extension AccountsController {
    func registerRoles(in table: inout RouteTable) {
        table.add(AdminRoutes.newRole) { id, request in
            try await givingPage(id, Reading(request.typed()), request)
        }
        table.add(AdminRoutes.giveRole) { id, request in try await give(id, request) }
        table.add(AdminRoutes.endingRole) { ids, request in
            try await endingPage(ids, Reading(request.typed()), request)
        }
        table.add(AdminRoutes.endRole) { ids, request in try await end(ids, request) }
    }

    private func givingPage(_ id: String, _ reading: Reading, _ request: Request) async throws -> Reply {
        let account = try await found(id)
        let role = try await RoleQuestions(ledger)
        var form = Form(
            to: AdminRoutes.giveRole(id), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Give role")
        form.ask(role.role, role.organisation, role.from, role.to)
        form.add(link: "Cancel", to: AdminRoutes.account(id))
        let page = Page.form(
            "Give \(account.name?.text ?? "") a role", thread: AccountsView.thread(account),
            section: "accounts",
            banner: request.draftBanner, form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func give(_ id: String, _ request: Request) async throws -> Reply {
        let role = try await RoleQuestions(ledger)
        var reading = Reading(request.form)
        guard let giving = role.read(&reading), reading.isFine else {
            return try await givingPage(id, reading, request)
        }
        let author = try request.author(.manageAccounts)
        let command = try CommandID.of(request.form)
        let done: Void? = try await reading.carryOut {
            try await accounts.give(giving, to: id, by: author, command: command)
        }
        return done == nil
            ? try await givingPage(id, reading, request) : .seeOther(AdminRoutes.account(id))
    }

    private static let lastDay = DateQuestion("to", "Last day of the role")
    private static let reason = TextQuestion("reason", "Why", most: 300)

    private func endingPage(
        _ ids: (String, String), _ reading: Reading, _ request: Request
    ) async throws -> Reply {
        let account = try await found(ids.0)
        guard let grant = account.grants.first(where: { $0.id == ids.1 }) else { throw PageError.notFound }
        var form = Form(
            to: AdminRoutes.endRole(ids), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "End role")
        form.ask(Self.lastDay, Self.reason)
        form.add(link: "Cancel", to: AdminRoutes.account(ids.0))
        let page = Page.form(
            "End the role of \(grant.role.words)", thread: AccountsView.thread(account), section: "accounts",
            banner: request.draftBanner,
            lead:
                "<p>\(account.name?.text) has held it since \(grant.from.written). It ends with the day you give.</p>",
            form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func end(_ ids: (String, String), _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let day = reading.ask(Self.lastDay)
        let reason = reading.ask(Self.reason)
        guard reading.isFine, let day, let reason else { return try await endingPage(ids, reading, request) }
        let author = try request.author(.manageAccounts)
        let command = try CommandID.of(request.form)
        let done: Void? = try await reading.carryOut {
            try await accounts.end(
                ids.1, of: ids.0, on: day, reason: reason, by: author, command: command)
        }
        return done == nil
            ? try await endingPage(ids, reading, request) : .seeOther(AdminRoutes.account(ids.0))
    }
}
