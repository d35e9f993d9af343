import HTTPTypes
import Ledger
import Logging
import NIOCore
import Testing

@testable import Composition

@Suite(.few) struct `The log` {
    private static let requests: [(String, HTTPRequest.Method, String, String)] = [
        ("/", .get, "/", "200"), ("/plans/VOA-2023", .get, "/plans/{plan}", "200"),
        ("/plans/VOA-2023?show=late", .head, "/plans/{plan}", "200"),
        ("/plans/SECRET-1", .get, "/plans/{plan}", "404"),
        ("/plans/VOA-2023/objectives/SECRET:2", .get, "/plans/{plan}/objectives/{objective}", "404"),
        ("/plans/VOA-2023/downloads/SECRET.csv", .get, "/plans/{plan}/downloads/{file}", "404"),
        ("/SECRET", .get, "no route", "404"), ("/SECRET/?name=SECRET", .get, "slash", "308"),
        ("/SECRET%zz", .get, "fault", "400"), ("/?q=SECRET", .get, "/", "200"),
        ("/plans?q=SECRET", .post, "wrong method", "405"), ("/health", .get, "/health", "200"),
        ("/ready", .get, "/ready", "200"),
    ]

    @Test(arguments: requests)
    func `holds one line a request, with the route and not the address`(
        uri: String, method: HTTPRequest.Method, route: String, status: String
    ) async throws {
        let capture = LogCapture()
        try await TestSite.example().ask(logger: capture.logger(.trace)) { client in
            for count in 1...2 {
                _ = try await client.ask(uri, method, [.cookie: "SECRET", .referer: "http://SECRET/"])
                let lines = capture.requests
                #expect(lines.count == count)
                let line = try #require(lines.last).metadata
                #expect(line["route"] == route)
                #expect(line["status"] == status)
                #expect(line["method"] == method.rawValue)
                #expect(line["microseconds"].flatMap { Int($0) } ?? -1 >= 0)
            }
        }
        #expect(!capture.lines.contains { $0.whole.contains("SECRET") })
    }

    @Test(arguments: [Logger.Level.info, .debug, .trace])
    func `of a running server names nobody's address and nothing they asked for`(
        level: Logger.Level
    ) async throws {
        let capture = LogCapture()
        let started = try await TestSite.example().serve(
            patience: .seconds(1), logger: capture.logger(level)
        ) { server in
            let requests = [
                "GET /plans/SECRET-1?name=SECRET HTTP/1.1\r\nHost: SECRET.example\r\nUser-Agent: SECRET\r\n\r\n",
                "POST /SECRET HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\nSECRET",
                "SECRET SECRET SECRET\r\n\r\n",
                "GET /SECRET HTTP/1.1\r\nHost: x\r\nContent-Length: SECRET\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n" + String(repeating: "X-SECRET: 1\r\n", count: 101) + "\r\n",
            ]
            for request in requests { _ = try await server.ask(request) }
            let slow = try await server.open()
            try await slow.send("GET /SECRET HTTP/1.1\r\n")
            try await slow.closed()
            return capture.lines.first { $0.message.hasPrefix("Server started") }
        }
        #expect(capture.requests.count == 2)
        let others = capture.lines.filter { $0.whole != started?.whole }
        for line in others {
            #expect(!line.whole.contains("SECRET"))
            #expect(!line.whole.contains("127.0.0.1"), "\(line.whole)")
        }
        #expect(others.count >= 2)
    }

    @Test func `names what went wrong, for the operator`() async throws {
        let capture = LogCapture()
        let example = try await TestSite.example()
        try await example.ask(logger: capture.logger()) { client in
            try example.site.ledger.close()
            #expect(try await client.ask("/plans?name=SECRET").status == .serviceUnavailable)
        }
        let line = try #require(capture.requests.first)
        #expect(line.metadata["route"] == "/plans")
        #expect(line.metadata["trouble"]?.isEmpty == false)
        #expect(!line.whole.contains("SECRET"))
    }

    @Test func `says nothing of requests where only errors are wanted`() async throws {
        let capture = LogCapture()
        try await TestSite.example().ask(logger: capture.logger(.error)) { client in
            let answer = try await client.ask("/")
            #expect(answer.status == .ok)
        }
        #expect(capture.lines.isEmpty)
    }
}
