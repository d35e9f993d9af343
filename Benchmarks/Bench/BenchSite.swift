import Access
import Composition
import Hummingbird
import Ledger
import Logging
import Operations
import People
import Programme

/// A site for benchmarks: an invented plan with 200 objectives, served in this process.
enum BenchSite {
    /// The id of the example area's own plan.
    static let plan = "VOA-2023"
    /// The id of a plan with 200 objectives.
    static let bigPlan = "BIG-2023"

    /// Serves the site on a free port while `body` runs, which is given a session of somebody signed in.
    static func withServer(
        _ path: String, _ body: @escaping @Sendable (_ port: Int, _ session: String) async throws -> Void
    ) async throws {
        let ledger = try await Site.openLedger(path, durable: false)
        try await ReferenceData.install(in: ledger)
        let author = Author(account: nil, role: nil, channel: .program)
        for plan in [try ExampleArea.plan(), try enlarged(ExampleArea.plan())] {
            let name = plan.header.code.text
            _ = try await Programme(ledger).record(plan, fingerprint: name, by: author)
        }
        let site = try await Site(ledger, area: "Bench")
        guard let name = PersonName("Rowan Underhill"), let address = MailAddress("rowan@example.org") else {
            throw BadCode()
        }
        let account = try await Accounts(ledger).open(
            name, address, roles: [.init(.administrator)], by: nil)
        let session = try await site.operations.sessions.begin(account.id, .open)
        try await run(WebResponder(site: site, url: nil, logger: quiet)) { try await body($0, session) }
        try ledger.close()
    }

    /// Serves a responder on a free port while `body` runs.
    static func run(
        _ responder: some HTTPResponder<SiteRequestContext>,
        _ body: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            responder: responder, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { found.yield($0.localAddress?.port ?? 0) }, logger: quiet)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            for await port in ports {
                try await body(port)
                break
            }
            group.cancelAll()
        }
    }

    private static var quiet: Logger { Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() } }

    private static func enlarged(_ plan: PublishedPlan) throws -> PublishedPlan {
        var plan = plan
        guard let code = Code(bigPlan) else { throw BadCode() }
        plan.header.code = code
        let originals = plan.objectives
        plan.objectives = (0..<200).compactMap { number in
            var objective = originals[number % originals.count]
            guard let code = Code("\(objective.code.text)-\(number)") else { return nil }
            objective.code = code
            objective.position = number
            return objective
        }
        plan.areas = []
        return plan
    }

    private struct BadCode: Error {}
}
