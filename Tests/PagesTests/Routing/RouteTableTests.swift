import Access
import Ledger
import Markup
import Testing

@testable import Pages

private struct Secret: Error { let name = "Ann Lee" }
private struct Known: Explained {
    var forPerson: String { "Ann Lee has moved." }
    var forOperator: String { "a known trouble" }
}
private let guarded = Action("guarded", for: [.officer])
private let officer = Visitor.account(AccountHolder(account: "a", grants: [.init(.officer)]))
private let parent = Visitor.account(AccountHolder(account: "b", grants: [.init(.parent)]))
private struct Refused: Refusal {
    var forPerson: String { "This room is taken." }
    var forOperator: String { "taken" }
}

/// A table whose pages say which route answered, with which values.
private func table() -> RouteTable {
    @Sendable func said(_ text: String) -> Reply { Reply(type: "text/plain", body: Array(text.utf8)) }
    var table = RouteTable()
    table.add(Route<Void>(action: .public)) { _, _ in said("home") }
    table.add(Route<Void>("plans", action: .public)) { _, _ in said("plans") }
    table.add(Route<Void>("plans", "new", action: .public)) { _, _ in said("new") }
    table.add(Route<Int>("plans", .value("plan"), action: .public)) { plan, _ in said("plan \(plan)") }
    table.add(Route<(Int, String)>("plans", .value("plan"), "parts", .value("part"), action: .public)) {
        values, request in
        said("part \(values.1) of \(values.0), \(request.queryValue("q") ?? "-")")
    }
    table.add(Route<Void>("plans", method: .post, action: guarded)) { _, _ in said("kept") }
    table.add(Route<Void>("forms", method: .post, action: .public)) { _, _ in said("sent") }
    table.add(Route<Void>("secret", action: guarded)) { _, _ in said("secret") }
    table.add(Route<(String, String)>(.value("kind"), .value("id"), action: .public)) { values, _ in
        said("any \(values.0)")
    }
    table.add(Route<Void>("gone", action: .public)) { _, _ in throw PageError.notFound }
    table.add(Route<Void>("locked", action: .public)) { _, _ in throw LedgerError.storage("disk of Ann Lee") }
    table.add(Route<Void>("broken", action: .public)) { _, _ in throw Secret() }
    table.add(Route<Void>("known", action: .public)) { _, _ in throw Known() }
    table.add(Route<Void>("refused", action: .public)) { _, _ in throw Refused() }
    table.add(Route<Void>("overtaken", action: .public)) { _, _ in
        throw LedgerError.overtaken(entries: ["one"])
    }
    return table
}

@Suite struct `A table of routes finds` {
    @Test(arguments: [
        ("/", "home", "/"), ("/plans", "plans", "/plans"), ("/plans/new", "new", "/plans/new"),
        ("/plans/7", "plan 7", "/plans/{plan}"),
        ("/plans/7/parts/x y", "part x y of 7, -", "/plans/{plan}/parts/{part}"),
        ("/other/7", "any other", "/{kind}/{id}"),
    ])
    func `who answers a path`(path: String, body: String, pattern: String) async {
        let answer = await table().answer(.sample(path))
        #expect(answer.reply.status == 200)
        #expect(answer.reply.text == body)
        #expect(answer.route == pattern)
        #expect(answer.isPublic)
        #expect(answer.trouble == nil)
    }

    @Test func `the query beside the path, the first of two values`() async {
        let answer = await table().answer(
            .sample("/plans/7/parts/x", query: [("q", "a"), ("q", "b"), ("r", "c")]))
        #expect(answer.reply.text == "part x of 7, a")
    }

    @Test(arguments: ["/nothing", "/plans/new/more/and", "/plans/7/parts", "/secret/a/b", "/Plans"])
    func `nobody for an unknown path`(path: String) async {
        let answer = await table().answer(.sample(path))
        #expect(answer.reply.status == 404)
        #expect(answer.route == "no route")
        #expect(!answer.isPublic)
        #expect(answer.trouble == nil)
        #expect(answer.reply.text.contains("Page not found"))
    }

    @Test(arguments: ["/plans/x", "/plans/-1", "/plans/07", "/plans/9223372036854775808"])
    func `no page for a value that is none`(path: String) async {
        let answer = await table().answer(.sample(path))
        #expect(answer.reply.status == 404)
        #expect(answer.route == "/plans/{plan}")
        #expect(!answer.reply.text.contains(path))
    }

    @Test func `no page where the page says so`() async {
        let answer = await table().answer(.sample("/gone"))
        #expect(answer.reply.status == 404)
        #expect(answer.reply.body == Fault.notFound.reply(.sample).body)
        #expect(answer.trouble == nil)
    }

    @Test func `all its routes for a list, in order`() {
        let listing = table().listing
        #expect(listing.map(\.pattern) == listing.map(\.pattern).sorted())
        #expect(listing.count == 15)
        #expect(listing.filter { $0.pattern == "/plans" }.map(\.method) == ["GET", "POST"])
        #expect(listing.filter { $0.action == guarded }.map(\.pattern) == ["/plans", "/secret"])
    }
}

@Suite struct `The method of a request` {
    @Test(arguments: ["/", "/plans", "/plans/7"])
    func `HEAD is answered where GET is`(path: String) async {
        let (get, head) = (
            await table().answer(.sample(path)), await table().answer(.sample(path, method: "HEAD"))
        )
        #expect(head.reply.status == 200)
        #expect(head.reply.body == get.reply.body)
        #expect(head.route == get.route)
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "get", ""])
    func `another than the path has is refused and the right ones are named`(method: String) async {
        let answer = await table().answer(.sample("/plans/7", method: method))
        #expect(answer.reply.status == 405)
        #expect(answer.reply.header("Allow") == "GET, HEAD")
        #expect(answer.route == "wrong method")
        #expect(answer.reply.text.contains("That cannot be done here"))
    }

    @Test(arguments: ["GET", "HEAD", "PUT"])
    func `of a path that is only sent to is POST`(method: String) async {
        let answer = await table().answer(.sample("/forms", method: method))
        #expect(answer.reply.status == 405)
        #expect(answer.reply.header("Allow") == "POST")
    }

    @Test func `of a path that has both is named for those who may use it`() async {
        let known = await table().answer(.sample("/plans", method: "PUT", by: officer))
        #expect(known.reply.header("Allow") == "GET, HEAD, POST")
        let unknown = await table().answer(.sample("/plans", method: "PUT"))
        #expect(unknown.reply.header("Allow") == "GET, HEAD")
    }

    @Test func `is named once though several routes have it`() async {
        let answer = await table().answer(.sample("/plans/new", method: "POST"))
        #expect(answer.reply.header("Allow") == "GET, HEAD")
    }
}

@Suite struct `A route for some roles only` {
    @Test(arguments: ["GET", "HEAD", "POST", "PUT"], [Visitor.nobody, parent])
    func `is not there for anybody else, whatever the method`(method: String, visitor: Visitor) async {
        let answer = await table().answer(.sample("/secret", method: method, by: visitor))
        #expect(answer.reply.status == 404)
        #expect(answer.reply.body == Fault.notFound.reply(.sample).body)
        #expect(answer.reply.headers.isEmpty)
        #expect(!answer.isPublic)
    }

    @Test func `answers those who have one`() async {
        let answer = await table().answer(.sample("/secret", by: officer))
        #expect(answer.reply.text == "secret")
        #expect(!answer.isPublic)
        #expect(await table().answer(.sample("/plans", method: "POST", by: officer)).reply.text == "kept")
    }

    @Test func `beside a public one of the same path is answered as a wrong method`() async {
        let answer = await table().answer(.sample("/plans", method: "POST"))
        #expect(answer.reply.status == 405)
        #expect(answer.reply.header("Allow") == "GET, HEAD")
    }
}

@Suite struct `An error while a page is made` {
    @Test(arguments: [
        ("/locked", 503, "storage: disk of Ann Lee"), ("/broken", 500, "Secret"),
        ("/known", 500, "a known trouble"),
    ])
    func `becomes a page for the person and a line for the operator`(
        path: String, status: Int, trouble: String
    ) async {
        let answer = await table().answer(.sample(path))
        #expect(answer.reply.status == status)
        #expect(answer.trouble == trouble)
        #expect(answer.route == path)
        #expect(!answer.isPublic)
        #expect(answer.reply.keeping == .never)
        #expect(!answer.reply.text.contains("Ann Lee"))
        #expect(answer.reply.text == Fault(rawValue: status)?.reply(.sample).text)
    }

    @Test(arguments: [("/refused", "This room is taken."), ("/overtaken", "Somebody else has changed this")])
    func `that is a refusal tells the person why, and is no trouble`(path: String, words: String) async {
        let answer = await table().answer(.sample(path))
        #expect(answer.reply.status == 409)
        #expect(answer.reply.text.contains(words))
        #expect(answer.trouble == nil)
        #expect(answer.reply.keeping == .never)
    }
}
