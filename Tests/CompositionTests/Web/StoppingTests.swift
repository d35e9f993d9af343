import Foundation
import Ledger
import NIOCore
import ServiceLifecycle
import Synchronization
import Testing

@testable import Composition

@Suite(.few, .timeLimit(.minutes(5))) struct `Stopping the server` {
    /// Keeps every reader of a ledger busy until told otherwise.
    private final class Holding: Sendable {
        private let release = DispatchSemaphore(value: 0)
        private let held = Mutex(0)

        func start(_ ledger: Ledger) async throws {
            // As many as the ledger has readers.
            for _ in 0..<4 {
                Task { [self] in
                    try await ledger.read { [self] _ in
                        held.withLock { $0 += 1 }
                        _ = release.wait(timeout: .now() + 20)
                    }
                }
            }
            try await eventually("the readers") { held.withLock { $0 == 4 } }
        }

        func end() { for _ in 0..<4 { release.signal() } }
    }

    @Test func `finishes what is being answered, then frees the port`() async throws {
        let example = try await TestSite.example()
        let port = try await example.serve { server in
            let wire = try await server.open()
            try await wire.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
            _ = try await wire.answers(1)
            let holding = Holding()
            try await holding.start(example.site.ledger)
            defer { holding.end() }
            try await wire.send("GET /plans/VOA-2023 HTTP/1.1\r\nHost: x\r\n\r\n")
            try await Task.sleep(for: .milliseconds(500))
            #expect(wire.seen.answers.count == 1, "the page waits for a reader")

            await server.group.triggerGracefulShutdown()
            try await eventually("refusing") {
                guard let other = try? await Wire.open(server.port) else { return true }
                await other.close()
                return false
            }
            #expect(!wire.seen.isClosed)
            holding.end()
            let answers = try await wire.closed().answers
            #expect(answers.map(\.status) == [200, 200])
            #expect(answers.last?.body.hasSuffix("</html>\n") == true)
            try await bounded("stopping") { try await server.running.value }
            return server.port
        }
        let again = try await example.serve(on: port) { server in
            (server.port, try await server.ask("GET /plans HTTP/1.1\r\nHost: x\r\n\r\n").status)
        }
        #expect(again == (port, 200))
    }

    @Test(arguments: ["", "GET / HTTP/1.1\r\nX-Long: ", "GET /health HTTP/1.1\r\nHost: x\r\n\r\n"])
    func `does not wait for connections on which nothing is asked`(sent: String) async throws {
        try await TestSite.example().serve(patience: .seconds(600)) { server in
            let wire = try await server.open()
            try await wire.send(sent)
            let isWhole = sent.hasSuffix("\r\n\r\n")
            if isWhole { _ = try await wire.answers(1) }
            try await Task.sleep(for: .milliseconds(100))
            await server.group.triggerGracefulShutdown()
            try await bounded("stopping") { try await server.running.value }
            #expect(try await wire.closed().answers.count == (isWhole ? 1 : 0))
        }
    }
}
