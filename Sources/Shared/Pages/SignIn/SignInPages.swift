package import Access
import Ledger
package import Markup
package import Operations

/// The pages by which people sign in and out; every site has them.
package struct SignInPages: Sendable {
    package static let signIn = Route<Void>("sign-in", action: .public)
    static let enter = Route<Void>("sign-in", method: .post, action: .public)
    static let enterDemonstration = Route<Void>(
        "sign-in", "demonstration", method: .post, action: .public)
    package static let code = Route<Void>("sign-in", "code", action: .public)
    static let enterCode = Route<Void>("sign-in", "code", method: .post, action: .public)
    package static let secondFactor = Route<Void>("sign-in", "second-factor", action: .public)
    static let confirmSecondFactor = Route<Void>(
        "sign-in", "second-factor", method: .post, action: .public)
    package static let link = Route<String>("links", .value("secret"), action: .public)
    static let useLink = Route<String>("links", .value("secret"), method: .post, action: .public)
    package static let signOut = Route<Void>("sign-out", method: .post, action: .public)

    /// Somebody to sign in as with one click, in a demonstration.
    package struct DemonstrationAccount: Sendable {
        let id: String
        let name: String
        let role: String
        let comesFor: String

        package init(id: String, name: String, role: String, comesFor: String) {
            self.id = id
            self.name = name
            self.role = role
            self.comesFor = comesFor
        }
    }

    let access: SignIn
    let own: OwnCredentials
    let operations: Operations
    let area: String
    let demonstration: (@Sendable () async throws -> [DemonstrationAccount])?
    let square: @Sendable (String) -> HTML?

    /// Makes the pages.
    ///
    /// - Parameters:
    ///   - area: the area's name, as authenticator apps show it.
    ///   - demonstration: whom a demonstration lets sign in with one click; nil on every other database.
    ///   - square: draws a text as a square code for cameras.
    package init(
        _ access: SignIn, _ own: OwnCredentials, _ operations: Operations, area: String,
        demonstration: (@Sendable () async throws -> [DemonstrationAccount])?,
        square: @escaping @Sendable (String) -> HTML?
    ) {
        self.access = access
        self.own = own
        self.operations = operations
        self.area = area
        self.demonstration = demonstration
        self.square = square
    }

    /// Registers the pages.
    package func register(in table: inout RouteTable) {
        table.add(Self.signIn) { _, request in try await signInPage(Reading(start(request)), request) }
        table.add(Self.enter) { _, request in try await enter(request) }
        table.add(Self.enterDemonstration) { _, request in try await enterDemonstration(request) }
        table.add(Self.code) { _, request in codePage(Reading(start(request)), request) }
        table.add(Self.enterCode) { _, request in try await enterCode(request) }
        table.add(Self.secondFactor) { _, request in
            try await secondFactorPage(Reading(start(request)), request)
        }
        table.add(Self.confirmSecondFactor) { _, request in try await confirmSecondFactor(request) }
        table.add(Self.link) { secret, request in try await linkPage(secret, request) }
        table.add(Self.useLink) { secret, request in try await useLink(secret, request) }
        table.add(Self.signOut) { _, request in
            if let session = request.session { try await operations.sessions.end(session) }
            return .seeOther(Self.signIn(query: [(name: "out", value: "1")])).changing(.end)
        }
    }

    /// What a form holds at first: where to go afterwards.
    private func start(_ request: Request) -> Typed {
        var typed = Typed()
        if let next = request.queryValue("next") { typed.set("next", next) }
        return typed
    }

    func next(_ typed: Typed) -> Link { RequestTarget.wayBack(typed["next"]) ?? AccountPages.start() }

    func hidden(_ typed: Typed) -> HTML {
        RequestTarget.wayBack(typed["next"]).map { way -> HTML in
            "<input type=\"hidden\" name=\"next\" value=\"\(way.text)\">"
        } ?? ""
    }

    // MARK: Address and password

    private static let address = TextQuestion(
        "address", "Email address", most: 254, width: .thirty, autocomplete: .mail, isCode: true)
    private static let password = PasswordQuestion("password")

    private func signInPage(_ reading: Reading, _ request: Request) async throws -> Reply {
        var form = Form(
            to: Self.enter(), after: reading, token: request.context.formToken, button: "Sign in")
        form.ask(Self.address, Self.password)
        form.add(hidden(reading.typed))
        let accounts = try await demonstration?() ?? []
        let done: HTML =
            if request.queryValue("out") != nil {
                Kit.notification("You have signed out", kind: .done)
            } else if request.queryValue("chosen") != nil {
                Kit.notification("Your password is saved: sign in with it", kind: .done)
            } else {
                ""
            }
        let page = Page.form(
            "Sign in", banner: done, form,
            below: "\(Self.help)\(demonstrationList(accounts, reading, request))")
        return .page(page, request.context, status: reading.isFine ? 200 : 422).changing(.visit)
    }

    private static let help: HTML = Kit.details(
        "I cannot sign in",
        """
        <p>If you have forgotten your password, or lost the phone that shows your codes, ask whoever invited you: an \
        administrator of this site can give you a new link. It works once, for one day.</p>
        <p>There is no account without an invitation. If you are a parent or carer and want to see your child's \
        record here, ask your council's SEND team.</p>
        """)

    private func demonstrationList(
        _ accounts: [DemonstrationAccount], _ reading: Reading, _ request: Request
    ) -> HTML {
        guard !accounts.isEmpty else { return "" }
        let items = accounts.map { account -> HTML in
            """
            <li><form action="\(Self.enterDemonstration())" method="post">\
            <input type="hidden" name="token" value="\(request.context.formToken)">\
            <input type="hidden" name="account" value="\(account.id)">\(hidden(reading.typed))\
            <button class="button button-plain">\(account.role)<span class="unseen">: sign in as \
            \(account.name)</span></button></form>\
            <span class="hint">\(account.name) · \(account.comesFor)</span></li>

            """
        }
        return """
            <section class="demonstration" aria-labelledby="try"><h2 id="try">Try it as somebody</h2>
            <p>This is a demonstration: everybody in it is invented, and one click signs you in.</p>
            <ul class="choices">
            \(items)</ul></section>
            """
    }

    private func enter(_ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let address = reading.ask(Self.address.whenEmpty("Enter your email address"))
        let password = reading.ask(Self.password.whenEmpty("Enter your password"))
        guard reading.isFine, let address, let password else { return try await signInPage(reading, request) }
        do {
            let outcome = try await access.enter(address, password.text, from: request.network)
            if case .begun = outcome, let session = request.session {
                try await operations.sessions.end(session)
            }
            return try await answer(outcome, reading, request)
        } catch is PasswordHashing.Busy {
            reading.refuse("Many people are signing in at this moment. Wait a minute, then try again")
            return try await signInPage(reading, request)
        }
    }

    private func answer(_ outcome: SignIn.Outcome, _ reading: Reading, _ request: Request) async throws
        -> Reply
    {
        var reading = reading
        switch outcome {
        case .begun(let secret, let stage): return begin(secret, stage, reading.typed)
        case .refused:
            reading.refuse("The email address or the password is not right", at: Self.password)
        case .wait(let minutes):
            reading.refuse(Self.tooMany(minutes))
        case .withoutRole:
            reading.refuse(
                "Your account has no role here today. Ask the administrator who invited you")
        }
        return try await signInPage(reading, request)
    }

    private func begin(_ secret: String, _ stage: Sessions.Stage, _ typed: Typed) -> Reply {
        let query = RequestTarget.wayBack(typed["next"]).map { [(name: "next", value: $0.text)] } ?? []
        let next =
            switch stage {
            case .awaitingCode: Self.code(query: query)
            case .settingUp: Self.secondFactor(query: query)
            case .open: next(typed)
            }
        return Reply.seeOther(next).changing(.begin(secret))
    }

    private func enterDemonstration(_ request: Request) async throws -> Reply {
        guard demonstration != nil, let account = request.form["account"] else { throw PageError.notFound }
        if let session = request.session { try await operations.sessions.end(session) }
        guard case .begun(let secret, let stage) = try await access.enterDemonstration(as: account) else {
            throw PageError.notFound
        }
        return begin(secret, stage, request.form)
    }

    /// What is said where there were too many attempts.
    package static func tooMany(_ minutes: Int) -> String {
        "There were too many attempts. Wait \(minutes == 1 ? "a minute" : "\(minutes) minutes"), then try again"
    }

    // MARK: The code of the moment

    private static let typedCode = TextQuestion(
        "code", "Security code", most: 40, width: .ten, autocomplete: .oneTimeCode, isCode: true
    ).hint("Six digits from your authenticator app, or one of your recovery codes.")

    private func codePage(_ reading: Reading, _ request: Request) -> Reply {
        guard request.session != nil else { return .seeOther(Self.signIn()) }
        var form = Form(
            to: Self.enterCode(), after: reading, token: request.context.formToken, button: "Continue")
        form.ask(Self.typedCode)
        form.add(hidden(reading.typed))
        let page = Page.form("Enter your security code", form, below: Self.help)
        return .page(page, request.context, status: reading.isFine ? 200 : 422).changing(.none)
    }

    private func enterCode(_ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let code = reading.ask(Self.typedCode)
        guard reading.isFine, let code, let session = request.session else {
            return codePage(reading, request)
        }
        switch try await access.enter(code: code, session: session, from: request.network) {
        case .begun(let secret, let stage): return begin(secret, stage, reading.typed)
        case .wait(let minutes):
            reading.refuse(Self.tooMany(minutes))
        case .refused, .withoutRole:
            reading.refuse(
                "The code is not right, or it was used already. Wait for the next one", at: Self.typedCode)
        }
        return codePage(reading, request)
    }
}
