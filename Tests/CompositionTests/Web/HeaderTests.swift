import HTTPTypes
import Testing

@testable import Composition

@Suite(.few) struct `Headers` {
    private static let fixed = [
        "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
    ]

    private static func checkSafety(_ answer: MemoryClient.Response, _ what: String) {
        for (name, value) in fixed { #expect(answer[name] == value, "\(what)") }
        let policy = answer["Content-Security-Policy"] ?? ""
        #expect(policy.hasPrefix("default-src 'none'; "), "\(what)")
        #expect(policy.contains("frame-ancestors 'none'"))
        #expect(policy.contains("base-uri 'none'"))
        #expect(policy.contains("form-action 'self'"))
        for danger in ["unsafe", "script-src", "http:", "https:", "data:", "*"] {
            #expect(!policy.contains(danger), "\(what): \(policy)")
        }
        #expect(answer["Permissions-Policy"]?.contains("camera=()") == true)
        #expect(answer["Set-Cookie"] == nil)
        #expect(answer["Server"] == nil)
    }

    private static func style(_ client: MemoryClient) async throws -> String {
        let page = try await client.ask("/").text
        return String(try #require(page.firstMatch(of: /href="(\/assets\/style\/[^"]*)"/)).1)
    }

    @Test(arguments: ["http://localhost", nil, "https://localhost"])
    func `keep every kind of answer safe`(url: String?) async throws {
        let isHTTPS = url?.hasPrefix("https") ?? false
        try await TestSite.example().ask(url: url) { client in
            let tag = try #require(try await client.ask("/")["ETag"])
            let answers: [(MemoryClient.Response, HTTPResponse.Status)] = [
                (try await client.ask("/"), .ok),
                (try await client.ask("/", .get, [.ifNoneMatch: tag]), .notModified),
                (try await client.ask("/plans/"), .permanentRedirect),
                (try await client.ask("/%zz"), .badRequest),
                (try await client.ask("/nothing"), .notFound),
                (try await client.ask("/", .post), .methodNotAllowed),
                (try await client.ask("/" + String(repeating: "a", count: 2_048)), .uriTooLong),
                (try await client.ask(Self.style(client)), .ok),
                (try await client.ask("/assets/icon.svg"), .ok),
                (try await client.ask("/plans/VOA-2023/downloads/plan.json"), .ok),
                (try await client.ask("/health"), .ok), (try await client.ask("/ready"), .ok),
            ]
            for (answer, status) in answers {
                #expect(answer.status == status)
                Self.checkSafety(answer, "\(status)")
                #expect((answer["Strict-Transport-Security"] != nil) == isHTTPS)
            }
        }
    }

    @Test func `let a style sheet be kept for ever, and pages be asked for again`() async throws {
        try await TestSite.example().ask { client in
            let style = try await client.ask(Self.style(client))
            #expect(style.status == .ok)
            #expect(style["Content-Type"] == "text/css; charset=utf-8")
            #expect(style["Cache-Control"] == "public, max-age=31536000, immutable")
            #expect(style.length > 1_000)
            for uri in ["/", "/assets/icon.svg", "/plans/VOA-2023/downloads/dates.csv"] {
                #expect(try await client.ask(uri)["Cache-Control"] == "no-cache")
            }
        }
    }

    @Test func `of a page hold a tag that changes with it`() async throws {
        try await TestSite.example().ask { client in
            let home = try await client.ask("/")
            let plans = try await client.ask("/plans")
            let tag = try #require(home["ETag"])
            #expect(tag.wholeMatch(of: /"[0-9a-f]{20}"/) != nil)
            #expect(try await client.ask("/")["ETag"] == tag)
            #expect(plans["ETag"] != tag)
        }
    }

    /// What a browser or a cache says it has, with the page's own tag in place of TAG.
    private static let known: [(String, Bool)] = [
        ("TAG", true), ("W/TAG", true), ("\"other\", TAG", true), ("\"other\",W/TAG ,\"more\"", true),
        ("*", true),
        ("\"other\"", false), ("", false), ("\"\"", false), ("W/", false), ("TAGx", false), ("xTAG", false),
    ]

    @Test(arguments: known, [HTTPRequest.Method.get, .head])
    func `spare the body for those who have it`(
        known: (field: String, isFresh: Bool), method: HTTPRequest.Method
    ) async throws {
        try await TestSite.example().ask { client in
            let home = try await client.ask("/")
            let tag = try #require(home["ETag"])
            let field = known.field.replacing("TAG", with: tag)
            let answer = try await client.ask("/", method, [.ifNoneMatch: field])
            #expect(answer.status == (known.isFresh ? .notModified : .ok))
            #expect(answer.length == (known.isFresh || method == .head ? 0 : home.length))
            #expect(answer["ETag"] == tag)
            #expect(answer["Cache-Control"] == "no-cache")
        }
    }

    @Test func `never say that what has no tag is known`() async throws {
        try await TestSite.example().ask { client in
            let style = try await Self.style(client)
            for _ in 0..<2 {
                for field in ["", "*", "\"\""] {
                    #expect(try await client.ask(style, .get, [.ifNoneMatch: field]).status == .ok)
                    #expect(try await client.ask("/nothing", .get, [.ifNoneMatch: field]).status == .notFound)
                }
            }
        }
    }
}
