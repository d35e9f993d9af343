import Access
package import CivilTime
import Foundation
package import Ledger
import Markup
import Pages
import Programme

/// The house put together over one ledger.
package struct Site: Sendable {
    let ledger: Ledger
    let programme: Programme
    let routes: RouteTable
    let area: String
    let demonstration: Demonstration?
    /// Today as the site shows it: the simulated day of a demonstration, or the real one.
    let day: @Sendable () -> Day

    static let registry = Registry([Account.self] + Programme.subjects)

    /// Opens the ledger of a site.
    ///
    /// - Parameters:
    ///   - today: a simulated day, accepted only by a demonstration.
    ///   - durable: false only for throw-away databases.
    package static func openLedger(_ path: String, today: Day? = nil, durable: Bool = true) async throws
        -> Ledger
    {
        var options = Ledger.Options(path: path)
        options.durable = durable
        return try await Ledger.open(options, registry, clock: today.map(Clock.on) ?? .system)
    }

    package init(_ ledger: Ledger, area: String?, today: Day? = nil) async throws {
        self.ledger = ledger
        let demonstration = try await ledger.demonstration()
        if today != nil, demonstration == nil { throw LedgerError.simulatedTime }
        self.demonstration = demonstration
        let simulated = today ?? demonstration?.today
        day = { simulated ?? ledger.today }
        self.area = area ?? (demonstration == nil ? "Our area" : ExampleArea.name)
        let programme = Programme(ledger)
        self.programme = programme
        var table = RouteTable()
        SitePages.register(in: &table)
        HomePage(programme: programme).register(in: &table)
        programme.register(in: &table)
        routes = table
    }

    /// What every page shows beside its own content, now.
    func context() -> PageContext {
        PageContext(
            area: area, banner: demonstration.map { _ in ExampleArea.banner(day()) }, today: day(),
            head: ledger.knownHead, navigation: [Programme.navigation])
    }
}

extension Clock {
    /// The system's clock.
    static let system = Clock { Int64(Date().timeIntervalSince1970 * 1_000_000) }

    /// A clock that stands at noon of a simulated day.
    static func on(_ day: Day) -> Clock { Clock { (Int64(day.number) * 86_400 + 43_200) * 1_000_000 } }
}
