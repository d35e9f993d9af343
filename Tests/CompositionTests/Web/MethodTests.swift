import HTTPTypes
import Testing

@testable import Composition

@Suite(.few) struct `Methods` {
    private static let others = [
        "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW", "get", "HEADS",
    ]

    @Test(arguments: others)
    func `other than GET and HEAD are refused where a page is`(name: String) async throws {
        let method = try #require(HTTPRequest.Method(name))
        try await TestSite.example().ask { client in
            for uri in ["/", "/plans", "/plans/VOA-2023?show=late", "/assets/icon.svg"] {
                let answer = try await client.ask(uri, method)
                #expect(answer.status == .methodNotAllowed, "\(uri)")
                #expect(answer["Allow"] == "GET, HEAD")
                #expect(answer["Cache-Control"] == "no-store")
                #expect(answer.text.contains("<h1>That cannot be done here</h1>"))
            }
            #expect(try await client.ask("/nothing", method).status == .notFound)
            #expect(try await client.ask("/plans/", method).status == .methodNotAllowed, "not sent elsewhere")
            #expect(try await client.ask("/").status == .ok, "and nothing of it was kept")
        }
    }

    @Test(arguments: [
        "/", "/plans/VOA-2023", "/plans/VOA-2023/downloads/plan.json", "/assets/icon.svg", "/nothing",
        "/plans/",
        "/%zz", "/health", "/ready",
    ])
    func `HEAD answers as GET does, without a body`(uri: String) async throws {
        try await TestSite.example().ask { client in
            let first = try await client.ask(uri, .head)
            let whole = try await client.ask(uri)
            let again = try await client.ask(uri, .head)
            for head in [first, again] {
                #expect(head.length == 0)
                #expect(head.status == whole.status)
                #expect(head.headers == whole.headers)
            }
            #expect(whole["Content-Length"] == "\(whole.length)")
        }
    }
}
