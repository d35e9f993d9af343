import Access
import Ledger
import Markup
import Operations
import People

/// Setting up codes of the moment.
extension SignInPages {
    private static let confirmation = OneTimeCodeQuestion("code", "Code that the app shows now")

    /// The account whose session may set up a second factor: at that step of signing in, or signed in.
    private func account(settingUp request: Request) async throws -> String? {
        guard let session = request.session,
            case .live(let account, let stage) = try await operations.sessions.find(session),
            stage != .awaitingCode
        else { return nil }
        return account
    }

    func secondFactorPage(_ reading: Reading, _ request: Request) async throws -> Reply {
        guard let id = try await account(settingUp: request), let session = request.session,
            let account = try await own.account(id)
        else { return .seeOther(Self.signIn()) }
        guard !account.hasSecondFactor else { return .seeOther(next(reading.typed)) }
        let secret = operations.credentials.pendingSecondFactor(session: session)
        let address = secret.address(account: account.address?.text ?? "", issuer: "\(area) SEND")
        var form = Form(
            to: Self.confirmSecondFactor(), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Confirm")
        form.ask(Self.confirmation)
        form.add(hidden(reading.typed))
        let page = Page.form("Set up your security codes", lead: lead(secret, address), form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422).changing(.none)
    }

    private func lead(_ secret: TimeCode, _ address: String) -> HTML {
        """
        <p class="lead">Your work here comes close to children's records, so a password alone is not enough.</p>
        <ol>
        <li>Install an authenticator app on your phone, if you have none. Any that makes codes of six digits will do.</li>
        <li>In the app, add an account and scan this square, or type the key below it.</li>
        <li>Type the code that the app then shows.</li>
        </ol>
        \(square(address))
        <p>Key: <span class="mono">\(secret.typed)</span></p>
        """
    }

    func confirmSecondFactor(_ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let code = reading.ask(Self.confirmation)
        guard let id = try await account(settingUp: request), let session = request.session else {
            return .seeOther(Self.signIn())
        }
        guard reading.isFine, let code else { return try await secondFactorPage(reading, request) }
        let command = try CommandID.of(request.form)
        let codes: [String]
        let opened: String
        switch try await own.confirmSecondFactor(code.text, of: id, session: session, command: command) {
        case .confirmed(let given, let begun): (codes, opened) = (given, begun)
        case .already: return .seeOther(next(reading.typed))
        case .refused:
            reading.refuse(
                "The code is not right. Wait for the next one and type that", at: Self.confirmation)
            return try await secondFactorPage(reading, request)
        case .wait(let minutes):
            reading.refuse(Self.tooMany(minutes))
            return try await secondFactorPage(reading, request)
        }
        let items = codes.map { code -> HTML in "<li class=\"mono\">\(code)</li>" }
        let page = Page(
            title: "Keep your recovery codes",
            body: """
                <h1>Keep your recovery codes</h1>
                <p class="lead">Your security codes are set up.</p>
                <p>If you lose your phone, each of these codes lets you in once. Write them down or print this page, \
                and keep them where you keep things that matter. They are not shown again.</p>
                <ul class="codes">\(items)</ul>
                <p><a class="button" href="\(next(reading.typed))">I have kept them: continue</a></p>
                """)
        return Reply.page(page, request.context).changing(.begin(opened))
    }
}

/// The id of a command, made with its form.
package enum CommandID {
    /// The form has no id, or none that a page of ours could have made.
    struct Missing: Refusal {
        let forPerson =
            "This form was not complete when it was sent. Open the page again and send it from there."
        let forOperator = "form without command id"
    }

    /// A new one, for a form about to be shown.
    package static func new() -> String { Identifiers.live.next() }

    /// The id that came with a form.
    package static func of(_ form: Typed) throws -> String {
        guard let id = form[Form.commandField], id.utf8.count == 26,
            id.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
        else { throw Missing() }
        return "form " + id
    }
}
