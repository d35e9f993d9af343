import Access
import Ledger
import Markup
import Operations
import People

/// The page behind an invitation or a reset: opening it does nothing, its button does.
extension SignInPages {
    private static let password = PasswordQuestion("password", "Choose a password", isNew: true)
        .hint("At least \(PasswordRule.least) characters. Three random words make a good one.")
    private static let again = PasswordQuestion("password-again", "Type it again", isNew: true)

    func linkPage(_ secret: String, _ request: Request) async throws -> Reply {
        try await linkPage(secret, Reading(Typed()), request)
    }

    private func linkPage(_ secret: String, _ reading: Reading, _ request: Request) async throws -> Reply {
        let found = try await operations.tokens.find(secret)
        guard case .live(let purpose, let id) = found,
            let account = try await own.account(id), account.closedOn == nil
        else { return deadLink(found, request) }
        var form = Form(
            to: Self.useLink(secret), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Save password")
        form.ask(Self.password, Self.again)
        let title = purpose == .invitation ? "Welcome" : "Choose a new password"
        let lead: HTML = """
            <p class="lead">\(account.name?.text), this is for your account \(account.address?.text).</p>
            """
        let page = Page.form(title, lead: lead, form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422).changing(.visit)
    }

    private func deadLink(_ found: Tokens.Found, _ request: Request) -> Reply {
        let why =
            switch found {
            case .used: "It has been used, or a newer one was given since. If it was you, sign in."
            case .expired:
                "It has expired: an invitation works for seven days, a new password's link for one."
            case .live, .unknown: "Check that you copied the whole address."
            }
        let page = Page(
            title: "This link does not work",
            body: """
                <h1>This link does not work</h1>
                <p>\(why)</p>
                <p>Whoever gave it to you can give you another.</p>
                <p><a href="\(Self.signIn())">Sign in</a></p>
                """)
        return .page(page, request.context, status: 410)
    }

    func useLink(_ secret: String, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let password = reading.ask(Self.password.whenEmpty("Choose a password"))
        let again = reading.ask(Self.again.whenEmpty("Type the password again"))
        if let password, let again, password.text != again.text {
            reading.refuse("The two passwords are not the same", at: Self.again)
        }
        guard reading.isFine, let password else { return try await linkPage(secret, reading, request) }
        let command = try CommandID.of(request.form)
        switch try await own.choose(password.text, link: secret, command: command) {
        case .chosen:
            if let session = request.session { try await operations.sessions.end(session) }
            return Reply.seeOther(Self.signIn(query: [(name: "chosen", value: "1")])).changing(.end)
        case .unfit(let why): reading.refuse("Your password \(why)", at: Self.password)
        case .link, .wrongPassword, .wait: break
        }
        return try await linkPage(secret, reading, request)
    }
}
