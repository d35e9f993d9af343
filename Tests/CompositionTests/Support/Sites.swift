import Access
import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Logging
import NIOCore
import Operations
import People
import ServiceLifecycle
import Testing

@testable import Composition

/// A site over a database of its own, to be asked in memory or over sockets.
struct TestSite: Sendable {
    let folder: TemporaryFolder
    let path: String
    let site: Site

    /// The example area on its usual day.
    static func example(clock: Clock = .system) async throws -> TestSite {
        let folder = try TemporaryFolder()
        let path = try await Databases.demonstration(in: folder)
        let ledger = try await Site.openLedger(path, today: ExampleArea.today, durable: false)
        let site = try await Site(
            ledger, area: nil, files: folder.path("files"), cost: .trifling, clock: clock)
        return TestSite(folder: folder, path: path, site: site)
    }

    /// A browser in which somebody of the example area is signed in.
    func signedIn(_ address: String, _ client: MemoryClient) async throws -> Browsing {
        let browser = Browsing(client)
        let page = try await browser.get("/sign-in")
        let known = try #require(MailAddress(address))
        let account = try await #require(Accounts(site.ledger).account(at: known))
        _ = try await browser.post("/sign-in/demonstration", ["account": account.id], from: page)
        return browser
    }

    /// Asks without sockets, with the server's own services beside it.
    func ask<Value>(
        url: String? = nil, logger: Logger = LogCapture().logger(),
        _ body: @Sendable (MemoryClient) async throws -> Value
    ) async throws -> Value {
        let address = try ListenAddress("127.0.0.1:0")
        let application = WebServer.application(site, at: address, url: url, logger: logger)
        return try await MemoryClient.asking(application, body)
    }

    /// Asks without sockets and with nothing that follows other processes.
    func askAlone<Value>(
        _ body: @Sendable (MemoryClient, WebResponder) async throws -> Value
    ) async throws -> Value {
        let responder = WebResponder(site: site, url: nil, logger: LogCapture().logger())
        return try await body(MemoryClient(responder: responder, logger: LogCapture().logger()), responder)
    }

    /// Serves on a port of this machine while `body` runs, and stops afterwards.
    func serve<Value: Sendable>(
        on port: Int = 0, patience: TimeAmount = .seconds(20), logger: Logger = LogCapture().logger(),
        _ body: @escaping @Sendable (Server) async throws -> Value
    ) async throws -> Value {
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let application = WebServer.application(
            site, at: try ListenAddress("127.0.0.1:\(port)"), url: nil, logger: logger, patience: patience
        ) { found.yield($0) }
        let group = ServiceGroup(
            configuration: .init(services: [application], gracefulShutdownSignals: [], logger: logger))
        let running = Task { try await group.run() }
        defer { running.cancel() }
        let port = try await bounded("starting") { await ports.first { _ in true } }
        guard let port else { throw TookTooLong(what: "starting") }
        let value = try await body(Server(port: port, group: group, running: running))
        await group.triggerGracefulShutdown()
        try await bounded("stopping", seconds: 30) { try await running.value }
        return value
    }

    /// A server that runs.
    struct Server: Sendable {
        let port: Int
        let group: ServiceGroup
        let running: Task<Void, any Error>

        func open() async throws -> Wire { try await Wire.open(port) }

        /// Sends a request on a connection of its own and gives the answer.
        func ask(_ request: String) async throws -> Answer {
            let wire = try await open()
            try await wire.send(request)
            let answer = try await wire.answers(1)[0]
            await wire.close()
            return answer
        }
    }
}
