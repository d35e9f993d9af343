import NIOCore
import Testing

@testable import Composition

@Suite(.few, .timeLimit(.minutes(5))) struct `The server's patience` {
    private static let patience = TimeAmount.seconds(1)

    /// Sends the start, then one byte every 100 ms, and gives how long that lasted until the server closed.
    private static func drip(
        _ start: String, _ byte: String, to server: TestSite.Server
    ) async throws -> (time: Duration, seen: Wire.Seen) {
        let wire = try await server.open()
        let began = ContinuousClock.now
        try await wire.send(start)
        while !wire.seen.isClosed, began.duration(to: .now) < .seconds(15) {
            try await Task.sleep(for: .milliseconds(100))
            // The server may close at any moment, also while this is sent.
            try? await wire.send(byte)
        }
        return (began.duration(to: .now), wire.seen)
    }

    private static let slow: [(String, String, String, [Int])] = [
        ("nothing", "", "", []),
        ("headers", "GET / HTTP/1.1\r\nX-Long: ", "a", []),
        ("header fields", "GET / HTTP/1.1\r\n", "A: b\r\n", []),
        ("empty lines", "", "\r\n", []),
        ("a body", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 50000\r\n\r\n", "a", [405]),
        ("chunks", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n", [405]),
        (
            "a body nobody asked for", "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 50000\r\n\r\n", "a",
            [200]
        ),
        (
            "headers after a whole request",
            "GET /health HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nX-Long: ", "a",
            [200]
        ),
        (
            "headers after a request with a body",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhelloGET / HTTP/1.1\r\nX-Long: ", "a",
            [405]
        ),
        (
            "a body after a request with a body",
            "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhelloPOST / HTTP/1.1\r\nContent-Length: 10000\r\n\r\n",
            "a",
            [405, 405]
        ),
    ]

    @Test(arguments: slow)
    func `ends for who sends slowly`(
        name: String, start: String, byte: String, statuses: [Int]
    ) async throws {
        try await TestSite.example().serve(patience: Self.patience) { server in
            let (time, seen) = try await Self.drip(start, byte, to: server)
            #expect(seen.isClosed, "\(name)")
            #expect(seen.answers.map(\.status) == statuses)
            #expect(time > .milliseconds(900))
            #expect(time < .seconds(10))
        }
    }

    @Test func `begins anew with each answer`() async throws {
        try await TestSite.example().serve(patience: Self.patience) { server in
            let wire = try await server.open()
            for count in 1...4 {
                try await Task.sleep(for: .milliseconds(500))
                try await wire.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await wire.answers(count).count == count)
            }
            let began = ContinuousClock.now
            try await wire.closed()
            #expect(began.duration(to: .now) > .milliseconds(900), "a connection is kept that long")
        }
    }

    @Test func `for a slow sender takes nothing from others`() async throws {
        try await TestSite.example().serve(patience: .seconds(20)) { server in
            var slow: [Wire] = []
            for _ in 0..<50 {
                let wire = try await server.open()
                try await wire.send("GET / HTTP/1.1\r\nX-Long: ")
                slow.append(wire)
            }
            let answer = try await server.ask("GET /plans HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(answer.status == 200)
            #expect(slow.allSatisfy { !$0.seen.isClosed })
            for wire in slow { await wire.close() }
        }
    }
}
