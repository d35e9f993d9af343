package import Access
import CivilTime
import Ledger
package import Markup
package import Operations
import People

/// The pages of one's own account, and the way to the page one's work starts at.
package struct AccountPages: Sendable {
    package static let start = Route<Void>("start", action: .ownAccount)
    package static let account = Route<Void>("account", action: .ownAccount)
    static let password = Route<Void>("account", "password", action: .ownAccount)
    static let changePassword = Route<Void>("account", "password", method: .post, action: .ownAccount)

    let accounts: Accounts
    let own: OwnCredentials
    let operations: Operations
    let startFor: @Sendable (Set<Role>) -> Link?

    /// Makes the pages.
    ///
    /// - Parameter startFor: the page that the work of somebody with these roles starts at.
    package init(
        _ accounts: Accounts, _ own: OwnCredentials, _ operations: Operations,
        startFor: @escaping @Sendable (Set<Role>) -> Link?
    ) {
        self.accounts = accounts
        self.own = own
        self.operations = operations
        self.startFor = startFor
    }

    /// Registers the pages.
    package func register(in table: inout RouteTable) {
        table.add(Self.start) { _, request in
            .seeOther(startFor(request.visitor.roles) ?? Self.account())
        }
        table.add(Self.account) { _, request in try await accountPage(request) }
        table.add(Self.password) { _, request in passwordPage(Reading(Typed()), request) }
        table.add(Self.changePassword) { _, request in try await changePassword(request) }
    }

    private func accountPage(_ request: Request) async throws -> Reply {
        guard let id = request.visitor.account, let account = try await accounts.account(id) else {
            throw PageError.notFound
        }
        let codes = try await operations.credentials.recoveryCodesLeft(of: id)
        let roles = account.grants.sorted { $0.from > $1.from }.map { grant in
            let until = grant.to.map { " to \($0.short)" } ?? ""
            return "\(grant.role.words.capitalizedFirst), from \(grant.from.short)\(until)"
        }
        let second: HTML =
            account.hasSecondFactor
            ? "Set up; \(codes) recovery \(codes == 1 ? "code" : "codes") left"
            : "Not set up. <a href=\"\(SignInPages.secondFactor())\">Set up security codes</a>"
        return .page(
            Page(
                title: "Your account",
                body: """
                    <h1>Your account</h1>
                    \(Kit.summary([
                        (name: "Name", value: HTML(text: account.name?.text ?? "")),
                        (name: "Email address", value: HTML(text: account.address?.text ?? "")),
                        (name: "Roles", value: Kit.bullets(roles)),
                        (name: "Password", value: "<a href=\"\(Self.password())\">Change your password</a>"),
                        (name: "Security codes", value: second),
                    ]))
                    <p>If something here is wrong, ask an administrator.</p>
                    """), request.context)
    }

    private static let present = PasswordQuestion("password", "Present password")
    private static let new = PasswordQuestion("password-new", "New password", isNew: true)
        .hint("At least \(PasswordRule.least) characters. Three random words make a good one.")
    private static let again = PasswordQuestion("password-again", "Type the new one again", isNew: true)

    private func passwordPage(_ reading: Reading, _ request: Request) -> Reply {
        var form = Form(
            to: Self.changePassword(), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Change password")
        form.ask(Self.present, Self.new, Self.again)
        form.add(link: "Cancel", to: Self.account())
        let page = Page.form(
            "Change your password", thread: [Crumb("Your account", Self.account())],
            lead: "<p>You will be signed out everywhere, and sign in again with the new one.</p>", form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func changePassword(_ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let present = reading.ask(Self.present.whenEmpty("Enter your present password"))
        let new = reading.ask(Self.new.whenEmpty("Enter a new password"))
        let again = reading.ask(Self.again.whenEmpty("Type the new password again"))
        if let new, let again, new.text != again.text {
            reading.refuse("The two new passwords are not the same", at: Self.again)
        }
        guard reading.isFine, let present, let new, let account = request.visitor.account else {
            return passwordPage(reading, request)
        }
        let command = try CommandID.of(request.form)
        switch try await own.change(new.text, from: present.text, of: account, command: command) {
        case .chosen:
            return Reply.seeOther(SignInPages.signIn(query: [(name: "chosen", value: "1")])).changing(.end)
        case .unfit(let why): reading.refuse("Your new password \(why)", at: Self.new)
        case .wait(let minutes): reading.refuse(SignInPages.tooMany(minutes))
        case .wrongPassword, .link: reading.refuse("Your present password is not right", at: Self.present)
        }
        return passwordPage(reading, request)
    }
}

extension String {
    /// The text with its first letter as a capital.
    package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
