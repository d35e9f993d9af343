import Access
import Markup
import Testing

@testable import Pages

private let none = Route<Void>("plans", "new", action: .public)
private let root = Route<Void>(action: .public)
private let one = Route<Int>("plans", .value("plan"), action: .public)
private let two = Route<(String, Int)>(
    "plans", .value("plan"), "versions", .value("version"), action: .public)
private let adjacent = Route<(String, String)>(
    .value("a"), .value("b"), method: .post, action: .manageAccounts)

@Suite struct `A route prints its addresses` {
    @Test func `without values`() {
        #expect(root().text == "/")
        #expect(none().text == "/plans/new")
        #expect(none(query: [("q", "a b")], fragment: "top").text == "/plans/new?q=a%20b#top")
    }

    @Test func `with one value`() {
        #expect(one(7).text == "/plans/7")
        #expect(one(0, query: [("a", "1"), ("b", "2")]).text == "/plans/0?a=1&b=2")
    }

    @Test func `with two values, in the order of the path`() {
        #expect(two(("PAP1:1", 3)).text == "/plans/PAP1:1/versions/3")
        #expect(adjacent(("x", "y")).text == "/x/y")
    }

    @Test func `with values that stay in their segment`() {
        #expect(two(("a/b?c#d", 3)).text == "/plans/a%2Fb%3Fc%23d/versions/3")
        #expect(two(("", 3)).text == "/plans/%EF%BF%BD/versions/3")
        #expect(adjacent(("..", "y")).text == "/%EF%BF%BD/y")
    }

    @Test func `and a pattern for the logs`() {
        #expect(root.pattern == "/")
        #expect(none.pattern == "/plans/new")
        #expect(one.pattern == "/plans/{plan}")
        #expect(two.pattern == "/plans/{plan}/versions/{version}")
        #expect(adjacent.pattern == "/{a}/{b}")
    }

    @Test func `and knows its method and action`() {
        #expect(none.method == .get && none.action == .public)
        #expect(adjacent.method == .post && adjacent.action == .manageAccounts)
    }
}

@Suite struct `A route reads the values of a path` {
    @Test func `none, one or two of them, and no other number`() {
        #expect(none.parse([]) != nil)
        #expect(none.parse(["1"]) == nil)
        #expect(one.parse(["1"]) == 1)
        #expect(one.parse([]) == nil)
        #expect(one.parse(["1", "2"]) == nil)
        #expect(two.parse(["a", "2"])?.0 == "a")
        #expect(two.parse(["a", "2"])?.1 == 2)
        #expect(two.parse(["a"]) == nil)
        #expect(two.parse(["a", "b"]) == nil)
        #expect(two.parse(["a", "2", "3"]) == nil)
    }

    @Test(arguments: ["0", "1", "42", "9223372036854775807"])
    func `a whole number as it is printed`(text: String) {
        #expect(Int(pathText: text).map { $0.pathText } == text)
    }

    @Test(arguments: [
        "", "-1", "-0", "+1", "01", "00", " 1", "1 ", "1.0", "1e3", "0x1", "9223372036854775808", "a", "١",
        "１", "1\u{301}", "1\n",
    ])
    func `and nothing else as a number`(text: String) { #expect(Int(pathText: text) == nil) }

    @Test(arguments: [0, 7, Int.max])
    func `just as it printed them`(number: Int) throws {
        let segments = two(("Zoë Ó/?", number)).text.split(separator: "/").map { String($0) }
        #expect(segments.count == 4)
        #expect(two.parse(["Zoë Ó/?", segments[3]])?.1 == number)
    }
}

@Suite struct `A route whose values and path differ` {
    @Test func `stops the program at its start`() async {
        await #expect(processExitsWith: .failure) { _ = Route<Int>("plans", action: .public) }
        await #expect(processExitsWith: .failure) { _ = Route<Void>(.value("plan"), action: .public) }
        await #expect(processExitsWith: .failure) { _ = Route<(Int, Int)>(.value("plan"), action: .public) }
    }
}
