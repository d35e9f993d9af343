import Access
import CivilTime
import HTTPTypes
import Ledger
import NIOCore
import People
import Testing

@testable import Composition
@testable import Operations
@testable import Pages

private let parent = "parent@example.org"

@Suite(.few, .timeLimit(.minutes(5))) struct `Signing in` {
    @Test func `takes a chosen password, and the cookie is closed to scripts and other sites`() async throws {
        let area = try await SignInArea.make()
        try await area.test.ask(url: "https://localhost") { client in
            let browser = Browsing(client)
            try await area.choosePassword(parent, browser)
            let wrong = try await area.signIn(parent, "three random word", browser)
            #expect(wrong.status == 422 && wrong.title.hasPrefix("Error: "))
            #expect(wrong.problems == ["The email address or the password is not right"])
            #expect(!wrong.text.contains("three random word"))
            #expect(wrong.text.contains(parent), "the address stays")
            let right = try await area.signIn(parent, "three random words", browser)
            #expect(right.status == 303 && right.location == "/start")
            let cookie = try #require(right.cookies.first { $0.hasPrefix("__Host-gt-session=") })
            for part in ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"] { #expect(cookie.contains(part)) }
            let account = try await browser.get("/account")
            #expect(account.status == 200 && account.keeping == "no-store")
            #expect(account.text.contains("Idris Quell"))
        }
    }

    @Test(arguments: ["nobody@example.org", "parent@example.org", "not an address", ""])
    func `refuses with the same words whether there is an account or not`(address: String) async throws {
        let area = try await SignInArea.make()
        try await area.test.ask { client in
            let browser = Browsing(client)
            try await area.choosePassword(parent, browser)
            let page = try await area.signIn(address, "some other words", browser)
            let expected =
                address.isEmpty
                ? "Enter your email address" : "The email address or the password is not right"
            #expect(page.problems == [expected])
        }
    }

    @Test func `waits after five failures, also with the right password, and then goes on`() async throws {
        let area = try await SignInArea.make()
        try await area.test.ask { client in
            let browser = Browsing(client)
            try await area.choosePassword(parent, browser)
            for _ in 0..<5 { _ = try await area.signIn(parent, "wrong words again", browser) }
            let waiting = try await area.signIn(parent, "three random words", browser)
            #expect(waiting.problems == ["There were too many attempts. Wait a minute, then try again"])
            let unknown = try await area.signIn("nobody@example.org", "x", browser)
            #expect(unknown.problems == ["The email address or the password is not right"])
            area.clock.pass(seconds: 31)
            #expect(try await area.signIn(parent, "three random words", browser).status == 303)
        }
    }

    @Test(arguments: [
        ("/plans", "/plans"), ("/account?x=1", "/account?x=1"), ("https://evil.example/", "/start"),
        ("//evil.example/", "/start"), ("/%5Cevil.example", "/%5Cevil.example"), ("evil", "/start"),
        ("javascript:alert(1)", "/start"), ("/%2F%2Fevil.example", "/start"), ("/..%2F..", "/start"),
    ])
    func `leads on to pages of this site alone`(next: String, to: String) async throws {
        let area = try await SignInArea.make()
        try await area.test.ask { client in
            let browser = Browsing(client)
            try await area.choosePassword(parent, browser)
            let page = try await browser.get("/sign-in")
            let fields = ["address": parent, "password": "three random words", "next": next]
            let answer = try await browser.post("/sign-in", fields, from: page)
            #expect(answer.location == to)
        }
    }

    @Test func `asks nobody for what is not public, then leads there`() async throws {
        let area = try await SignInArea.make()
        try await area.test.ask { client in
            let browser = Browsing(client)
            try await area.choosePassword(parent, browser)
            let asked = try await browser.get("/account")
            #expect(asked.status == 303 && asked.location == "/sign-in?next=/account")
            let signed = try await area.signIn(parent, "three random words", browser, next: "/account")
            #expect(signed.location == "/account")
            #expect(try await browser.get("/admin/accounts").status == 404)
            #expect(try await browser.get("/nothing").status == 404)
        }
    }

    @Test func `a session planted before is worth nothing after`() async throws {
        let area = try await SignInArea.make()
        try await area.test.ask { client in
            let browser = Browsing(client)
            try await area.choosePassword(parent, browser)
            browser.plant("gt-session", String(repeating: "a", count: 52))
            let signed = try await area.signIn(parent, "three random words", browser)
            #expect(signed.status == 303)
            #expect(browser.cookies["gt-session"] != String(repeating: "a", count: 52))
        }
    }

    @Test func `a host header that lies is refused where the site's address is known`() async throws {
        let area = try await SignInArea.make()
        try await area.test.ask(url: "https://send.example.org") { client in
            let (page, health) = (try await client.ask("/sign-in"), try await client.ask("/health"))
            #expect(page.status.code == 421)
            #expect(health.status == .ok)
        }
    }
}

@Suite(.few, .timeLimit(.minutes(5))) struct `A session` {
    private func signedIn(_ area: SignInArea, _ client: MemoryClient) async throws -> Browsing {
        let browser = Browsing(client)
        try await area.choosePassword(parent, browser)
        _ = try await area.signIn(parent, "three random words", browser)
        #expect(try await browser.get("/account").status == 200)
        return browser
    }

    @Test func `ends by signing out, and its secret opens nothing afterwards`() async throws {
        let area = try await SignInArea.make()
        try await area.test.ask { client in
            let browser = try await signedIn(area, client)
            let secret = try #require(browser.cookies["gt-session"])
            let page = try await browser.get("/account")
            #expect(try await browser.post("/sign-out", [:], from: page).status == 303)
            #expect(browser.cookies["gt-session"] == nil)
            browser.plant("gt-session", secret)
            #expect(try await browser.get("/account").status == 303)
        }
    }

    @Test func `ends when the password changes, in every browser`() async throws {
        let area = try await SignInArea.make()
        try await area.test.ask { client in
            let (one, other) = (try await signedIn(area, client), Browsing(client))
            _ = try await area.signIn(parent, "three random words", other)
            let page = try await one.get("/account/password")
            let fields = [
                "password": "three random words", "password-new": "four other random words",
                "password-again": "four other random words",
            ]
            #expect(try await one.post("/account/password", fields, from: page).status == 303)
            #expect(try await other.get("/account").status == 303)
            #expect(try await area.signIn(parent, "three random words", other).status == 422)
            #expect(try await area.signIn(parent, "four other random words", other).status == 303)
        }
    }

    @Test func `opens nothing more when its role has ended or its account is closed`() async throws {
        let area = try await SignInArea.make()
        try await area.test.ask { client in
            let browser = try await signedIn(area, client)
            let account = try await area.account(parent)
            let grant = try #require(account.grants.first)
            let author = try await Accounts(area.site.ledger).author(
                #require(MailAddress(Databases.administrator)), for: .manageAccounts)
            try await Accounts(area.site.ledger).end(
                grant.id, of: account.id, on: area.site.ledger.today - 0, reason: "Gone", by: author,
                command: "end role")
            // It holds to the end of its last day.
            #expect(try await browser.get("/my-child").status != 404)
            let own = OwnCredentials(
                area.site.ledger, area.site.operations, PasswordHashing(cost: .trifling))
            try await own.admit(
                false, account: account.id, reason: "Left", by: author, command: "close account")
            #expect(try await browser.get("/account").status == 303)
            #expect(try await area.signIn(parent, "three random words", browser).status == 422)
        }
    }

    @Test func `that ended keeps what was typed, for the same account alone`() async throws {
        let area = try await SignInArea.make()
        try await area.test.ask { client in
            let browser = try await administrator(area, client)
            let page = try await browser.get("/admin/accounts/new")
            area.clock.pass(seconds: 3_700)
            let fields = ["name": "Zoë O’Hara", "address": "zoe@example.org", "role": "senco"]
            let late = try await browser.post("/admin/accounts/new", fields, from: page)
            #expect(late.status == 303)
            #expect(late.location?.hasPrefix("/sign-in?next=/admin/accounts/new") == true)
            let kept = try await area.site.operations.drafts.find(
                of: area.account(Databases.administrator).id, form: "admin/accounts/new")
            #expect(kept != nil)
            try await signInAgain(area, browser)
            let again = try await browser.get("/admin/accounts/new?kept=1")
            #expect(again.text.contains("What you typed is kept") && again.text.contains("Zoë O’Hara"))
            let sent = try await browser.post("/admin/accounts/new", fields, from: again)
            #expect(sent.status == 303, "\(sent.problems)")
            let gone = try await area.site.operations.drafts.find(
                of: area.account(Databases.administrator).id, form: "admin/accounts/new")
            #expect(gone == nil)
        }
    }

    /// Signs the administrator in with a second factor set up on the way.
    private func administrator(_ area: SignInArea, _ client: MemoryClient) async throws -> Browsing {
        let browser = Browsing(client)
        try await area.choosePassword(Databases.administrator, browser)
        let begun = try await area.signIn(Databases.administrator, "three random words", browser)
        #expect(begun.location == "/sign-in/second-factor")
        #expect(
            try await browser.get("/admin/accounts").location?.hasPrefix("/sign-in/second-factor") == true)
        let page = try await browser.get("/sign-in/second-factor")
        let key = try #require(page.text.firstMatch(of: /Key: <span class="mono">([A-Z2-7 ]+)</)).1
        let session = try #require(browser.cookies["gt-session"])
        let pending = area.site.operations.credentials.pendingSecondFactor(session: session)
        #expect(pending.typed == key)
        let code = pending.code(at: TimeCode.step(at: area.clock.now))
        let done = try await browser.post("/sign-in/second-factor", ["code": code], from: page)
        #expect(done.status == 200 && done.text.contains("recovery codes"))
        #expect(try await browser.get("/admin/accounts").status == 200)
        return browser
    }

    private func code(_ area: SignInArea) async throws -> String {
        let id = try await area.account(Databases.administrator).id
        let secret = try await area.site.operations.credentials.secondFactor(of: id)
        return try #require(secret).code(at: TimeCode.step(at: area.clock.now))
    }

    private func signInAgain(_ area: SignInArea, _ browser: Browsing) async throws {
        let begun = try await area.signIn(Databases.administrator, "three random words", browser)
        #expect(begun.location == "/sign-in/code")
        let page = try await browser.get("/sign-in/code")
        let answer = try await browser.post("/sign-in/code", ["code": code(area)], from: page)
        #expect(answer.status == 303)
        let replayed = try await browser.post("/sign-in/code", ["code": code(area)], from: page)
        #expect(replayed.status != 200)
    }
}
