import Foundation
import NIOCore
import Testing

@testable import Composition

@Suite(.few, .timeLimit(.minutes(5))) struct `The server on its port` {
    private static func lines(_ line: String, _ count: Int) -> String {
        "GET / HTTP/1.1\r\n" + String(repeating: line + "\r\n", count: count) + "\r\n"
    }

    private static let long = String(repeating: "b", count: 990)

    private static let refused: [(Sending, Int)] = [
        (Sending("a header field of 17 KB", lines("A: " + String(repeating: long, count: 17), 1)), 431),
        (Sending("header fields of 17 KB together", lines("Cookie: " + long, 17)), 431),
        (Sending("101 header fields", lines("A: b", 101)), 431),
        (Sending("words", "hello there\r\n\r\n"), 400),
        (Sending("a TLS handshake", [0x16, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3]), 400),
        (Sending("another version's preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 400),
        (Sending("an invented method", "BREW / HTTP/1.1\r\nHost: x\r\n\r\n"), 400),
        (Sending("a NUL in the path", "GET /\u{0} HTTP/1.1\r\n\r\n"), 400),
        (Sending("two lengths", "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"), 400),
        (
            Sending(
                "a length and chunks",
                "POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400
        ),
        (Sending("a length that is none", "POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n"), 400),
    ]

    @Test(arguments: refused)
    func `answers what is not HTTP with a page and closes`(sent: Sending, status: Int) async throws {
        let words =
            status == 431
            ? ["Your browser sent too much", "cookies, then try again."]
            : ["We could not understand that address", "start again from the home page."]
        try await TestSite.example().serve { server in
            let wire = try await server.open()
            try await wire.send(sent.bytes)
            let seen = try await wire.closed()
            let answers = seen.answers
            #expect(answers.count == 1)
            let answer = try #require(answers.first)
            #expect(answer.status == status)
            #expect(answer.fields["content-type"] == "text/html; charset=utf-8")
            #expect(answer.fields["connection"] == "close")
            #expect(answer.fields["x-content-type-options"] == "nosniff")
            #expect(answer.fields["content-security-policy"]?.hasPrefix("default-src 'none'") == true)
            #expect(answer.body.hasPrefix("<!DOCTYPE html>"))
            for words in words { #expect(answer.body.contains(words)) }
            #expect(answer.body.contains("Go to the home page"))
            #expect(try await server.ask("GET /health HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
        }
    }

    @Test func `takes headers up to its limits`() async throws {
        try await TestSite.example().serve { server in
            let requests = [
                "GET / HTTP/1.1\r\nA: \(String(repeating: "b", count: 15_000))\r\n\r\n",
                "GET / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 100) + "\r\n",
            ]
            for request in requests {
                let answer = try await server.ask(request)
                #expect(answer.status == 200)
            }
        }
    }

    @Test func `answers garbage after a good request in order and closes`() async throws {
        try await TestSite.example().serve { server in
            let wire = try await server.open()
            try await wire.send("GET /privacy HTTP/1.1\r\nHost: x\r\n\r\nwhat is this\r\n\r\n")
            let seen = try await wire.closed()
            #expect(seen.answers.map(\.status) == [200, 400])
            #expect(seen.answers.first?.body.contains("<h1>Privacy</h1>") == true)
        }
    }

    private static let large = [UInt8](repeating: 0x41, count: 10_000_000)

    /// Each called by the header field that announces it.
    private static let bodies = [
        Sending("Content-Length: 5", "hello"), Sending("Content-Length: 10000000", large),
        Sending("Transfer-Encoding: chunked", "5\r\nhello\r\n6\r\n there\r\n0\r\n\r\n"),
        Sending(
            "Transfer-Encoding:  chunked", Array("989680\r\n".utf8) + large + Array("\r\n0\r\n\r\n".utf8)),
        Sending("Expect: 100-continue\r\nContent-Length: 5", "hello"),
        Sending("Content-Length: 32", "GET /nothing HTTP/1.1\r\nA: bc\r\n\r\n"),
    ]

    @Test(arguments: bodies, [("GET", 200), ("POST", 405), ("DELETE", 405)])
    func `is not harmed by a body`(body: Sending, method: (name: String, status: Int)) async throws {
        try await TestSite.example().serve { server in
            let wire = try await server.open()
            try await wire.send("\(method.name) /privacy HTTP/1.1\r\nHost: x\r\n\(body.name)\r\n\r\n")
            try await wire.send(body.bytes)
            try await wire.send("GET /accessibility HTTP/1.1\r\nHost: x\r\n\r\n")
            let answers = try await wire.answers(2)
            let isAnnouncedTooLarge = body.name == "Content-Length: 10000000"
            #expect(answers.map(\.status) == [isAnnouncedTooLarge ? 413 : method.status, 200])
            #expect(answers[1].body.contains("<h1>Accessibility</h1>"))
            await wire.close()
        }
    }

    @Test func `sends no body with HEAD, so that the next answer is found`() async throws {
        try await TestSite.example().serve { server in
            let wire = try await server.open()
            for _ in 0..<2 { try await wire.send("HEAD /privacy HTTP/1.1\r\nHost: x\r\n\r\n") }
            try await wire.send("HEAD /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            let text = String(decoding: try await wire.closed().bytes, as: UTF8.self)
            #expect(text.matches(of: /HTTP\/1\.1 200 OK\r\n/).count == 2)
            #expect(text.matches(of: /HTTP\/1\.1 404 Not Found\r\n/).count == 1)
            #expect(text.hasSuffix("\r\n\r\n"))
            #expect(!text.contains("<"))
            #expect(text.matches(of: /Content-Length: [1-9][0-9]{3}\r\n/).count == 3)
        }
    }

    @Test(arguments: [
        "GET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost:\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET http://other.example/ HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nRange: bytes=0-4\r\n\r\n", "GET / HTTP/1.1\nHost: x\n\n",
    ])
    func `answers old and odd requests with the page or a refusal`(request: String) async throws {
        try await TestSite.example().serve { server in
            let answer = try await server.ask(request)
            #expect([200, 400].contains(answer.status))
            #expect(answer.body.contains(answer.status == 200 ? "<h1>Support for" : "<h1>We could not"))
            #expect(try await server.ask("GET /health HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
        }
    }

    @Test func `keeps a connection and answers what was sent ahead in order`() async throws {
        try await TestSite.example().serve { server in
            let wire = try await server.open()
            let paths = (0..<60).map {
                ["/privacy", "/accessibility", "/plans", "/nothing", "/health"][$0 % 5]
            }
            let words = ["Privacy", "Accessibility", "Improvement plan", "Page not found", "alive"]
            try await wire.send(paths.map { "GET \($0) HTTP/1.1\r\nHost: x\r\n\r\n" }.joined())
            let answers = try await wire.answers(60)
            for (index, answer) in answers.enumerated() {
                #expect(answer.status == (index % 5 == 3 ? 404 : 200))
                #expect(answer.body.contains(words[index % 5]))
            }
            try await wire.send("GET /privacy HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            #expect(try await wire.closed().answers.count == 61)
        }
    }

    @Test func `serves 200 connections at once`() async throws {
        try await TestSite.example().serve { server in
            let wires = try await withThrowingTaskGroup(of: Wire.self) { group in
                for _ in 0..<200 { group.addTask { try await server.open() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for (index, wire) in wires.enumerated() {
                try await wire.send("GET /plans/VOA-2023?n=\(index) HTTP/1.1\r\nHost: x\r\n\r\n")
            }
            for wire in wires {
                let answer = try #require(try await wire.answers(1).first)
                #expect(answer.status == 200)
                #expect(answer.body.hasSuffix("</html>\n"))
                #expect(!wire.seen.isClosed)
            }
        }
    }
}
