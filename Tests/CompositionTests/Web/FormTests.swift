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

@Suite(.few, .timeLimit(.minutes(5))) struct `A form that comes in` {
    @Test func `needs the token of its own browser`() async throws {
        let area = try await SignInArea.make()
        try await area.test.ask { client in
            let (mine, other) = (Browsing(client), Browsing(client))
            try await area.choosePassword(parent, mine)
            let page = try await mine.get("/sign-in")
            let foreign = try await other.get("/sign-in")
            let fields = ["address": parent, "password": "three random words"]
            for token in [nil, "", "0", String(repeating: "0", count: 64), foreign.hidden("token")] {
                var sent = fields
                sent["token"] = token
                #expect(try await mine.post("/sign-in", sent).status == 403, "\(token ?? "none")")
            }
            mine.forget("gt-visit")
            #expect(try await mine.post("/sign-in", fields, from: page).status == 403)
        }
    }

    @Test(arguments: ["cross-site", "same-site"])
    func `is refused where the browser says that another site sent it`(from: String) async throws {
        let area = try await SignInArea.make()
        try await area.test.ask { client in
            let browser = Browsing(client)
            try await area.choosePassword(parent, browser)
            let page = try await browser.get("/sign-in")
            let name = try #require(HTTPField.Name("Sec-Fetch-Site"))
            let fields = ["address": parent, "password": "three random words"]
            #expect(try await browser.post("/sign-in", fields, from: page, [name: from]).status == 403)
            #expect(
                try await browser.post("/sign-in", fields, from: page, [name: "same-origin"]).status == 303)
        }
    }

    @Test(arguments: [
        ("text/plain", "a=b"), ("application/json", "{}"), ("multipart/form-data; boundary=x", "--x--"),
    ])
    func `is of the kind that forms are`(type: String, body: String) async throws {
        let area = try await SignInArea.make()
        try await area.test.ask { client in
            let answer = try await client.send(
                "/sign-in", .post, [.contentType: type], .init(string: body))
            #expect(answer.status.code == 415)
        }
    }

    @Test func `sent twice opens one account; changed in between it says so`() async throws {
        let test = try await TestSite.example()
        try await test.ask { client in
            let browser = Browsing(client)
            let page = try await browser.get("/sign-in")
            let known = try #require(MailAddress("administrator@example.org"))
            let administrator = try await #require(Accounts(test.site.ledger).account(at: known))
            _ = try await browser.post(
                "/sign-in/demonstration", ["account": administrator.id], from: page)
            let form = try await browser.get("/admin/accounts/new")
            let fields = ["name": "Zoë", "address": "zoe@example.org", "role": "senco"]
            let first = try await browser.post("/admin/accounts/new", fields, from: form)
            let second = try await browser.post("/admin/accounts/new", fields, from: form)
            #expect(first.status == 303 && first.location == second.location)
            var changed = fields
            changed["name"] = "Zoe"
            let third = try await browser.post("/admin/accounts/new", changed, from: form)
            #expect(third.status == 422)
            #expect(third.problems.first?.hasPrefix("This form was already sent with other answers") == true)
        }
    }
}

@Suite(.few, .timeLimit(.minutes(5))) struct `A link to choose a password` {
    @Test func `does nothing by being opened, works once, and says so afterwards`() async throws {
        let area = try await SignInArea.make()
        try await area.test.ask { client in
            let id = try await area.account(parent).id
            let secret = try await area.site.operations.tokens.give(.invitation, to: id).secret
            let scanner = Browsing(client)
            for _ in 0..<3 { #expect(try await scanner.get("/links/\(secret)").status == 200) }
            let browser = Browsing(client)
            let page = try await browser.get("/links/\(secret)")
            for (password, again, problem) in [
                ("", "", "Choose a password"),
                ("short", "short", "Your password must have at least 12 characters"),
                ("three random words", "three random word", "The two passwords are not the same"),
                ("passwordpassword", "passwordpassword", "Your password is too easy to guess"),
                ("idris.quell parent", "idris.quell parent", "Your password is too easy to guess"),
            ] {
                let answer = try await browser.post(
                    "/links/\(secret)", ["password": password, "password-again": again], from: page)
                #expect(
                    answer.status == 422 && answer.problems.first?.hasPrefix(problem) == true,
                    "\(answer.problems)")
                #expect(password.isEmpty || !answer.text.contains("value=\"\(password)\""))
            }
            let fields = ["password": "three random words", "password-again": "three random words"]
            #expect(try await browser.post("/links/\(secret)", fields, from: page).status == 303)
            let used = try await scanner.get("/links/\(secret)")
            #expect(used.status == 410 && used.text.contains("It has been used"))
            #expect(try await scanner.get("/links/nothing").status == 410)
        }
    }

    @Test func `expires`() async throws {
        let area = try await SignInArea.make()
        try await area.test.ask { client in
            let id = try await area.account(parent).id
            let secret = try await area.site.operations.tokens.give(.invitation, to: id).secret
            area.clock.pass(seconds: 7 * 86_400)
            let page = try await Browsing(client).get("/links/\(secret)")
            #expect(page.status == 410 && page.text.contains("It has expired"))
        }
    }
}

@Suite(.few, .timeLimit(.minutes(5))) struct `Signing in with one click` {
    @Test func `works on a demonstration alone`() async throws {
        let area = try await SignInArea.make()
        try await area.test.ask { client in
            let browser = Browsing(client)
            let page = try await browser.get("/sign-in")
            #expect(!page.text.contains("Try it as somebody"))
            let id = try await area.account(parent).id
            let answer = try await browser.post("/sign-in/demonstration", ["account": id], from: page)
            #expect(answer.status == 404)
            #expect(browser.cookies["gt-session"] == nil)
        }
    }

    @Test func `leads every role of the example to its own page`() async throws {
        let test = try await TestSite.example()
        let accounts = try await ExampleArea.accounts(test.site.ledger)
        #expect(accounts.count >= 9)
        try await test.ask { client in
            for account in accounts {
                let browser = Browsing(client)
                let page = try await browser.get("/sign-in")
                let begun = try await browser.post(
                    "/sign-in/demonstration", ["account": account.id], from: page)
                #expect(begun.status == 303 && begun.location == "/start")
                let start = try await browser.get("/start")
                let first = try await browser.get(try #require(start.location))
                #expect([200, 303].contains(first.status), "\(account.role)")
            }
        }
    }
}
