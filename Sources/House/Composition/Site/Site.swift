import Access
package import CivilTime
import Documents
import Foundation
package import Ledger
import Markup
import Measures
import Meetings
package import Operations
import Pages
import People
import Programme

/// The house put together over one ledger.
package struct Site: Sendable {
    let ledger: Ledger
    let programme: Programme
    package let operations: Operations
    let signIn: SignIn
    let routes: RouteTable
    let area: String
    let demonstration: Demonstration?
    /// Today as the site shows it: the simulated day of a demonstration, or the real one.
    let day: @Sendable () -> Day

    static let registry = Registry(
        AccessSubjects.all + PeopleSubjects.all + Documents.subjects + Meetings.subjects + Programme.subjects
            + Measures.subjects)

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

    /// Puts the house together.
    ///
    /// - Parameters:
    ///   - key: the area's key; one of its own for throw-away databases.
    ///   - files: the folder of files; nil where none can be kept.
    ///   - cost: what hashing a password costs.
    package init(
        _ ledger: Ledger, area: String?, today: Day? = nil, key: AreaKey = AreaKey(),
        files: String? = nil, cost: PasswordCost = .standard, clock: Clock = .system, url: String? = nil
    ) async throws {
        self.ledger = ledger
        let demonstration = try await ledger.demonstration()
        if today != nil, demonstration == nil { throw LedgerError.simulatedTime }
        self.demonstration = demonstration
        let simulated = today ?? demonstration?.today
        day = { simulated ?? ledger.today }
        self.area = area ?? (demonstration == nil ? "Our area" : ExampleArea.name)
        operations = try await Operations.open(ledger, key: key, clock: clock, files: files)
        let hashing = PasswordHashing(cost: cost)
        signIn = SignIn(ledger, operations, hashing, isDemonstration: demonstration != nil)
        programme = Programme(ledger, documents: Documents(operations))
        routes = Self.routes(
            Parts(
                ledger: ledger, operations: operations, signIn: signIn,
                own: OwnCredentials(ledger, operations, hashing), area: self.area,
                isDemonstration: demonstration != nil, url: url))
    }

    /// What every page shows beside its own content, now.
    func context() -> PageContext {
        PageContext(
            area: area, banner: demonstration.map { _ in ExampleArea.banner(day()) }, today: day(),
            head: ledger.knownHead,
            navigation: [Programme.navigation] + Meetings.navigation(for: .nobody)
                + [Measures.navigation, Navigation.signIn])
    }

    /// The same for somebody who asks, with the parts of the site that are theirs.
    func context(for asking: Asking, token: String) async throws -> PageContext {
        var context = context()
        context.formToken = token
        guard case .account(let holder) = asking.visitor,
            let account = try await Accounts(ledger).account(holder.account)
        else { return context }
        context.navigation = Navigation.items(for: asking.visitor)
        context.person = SignedInPerson(
            name: account.name?.text ?? "", role: Navigation.words(holder), link: AccountPages.account(),
            signOut: SignInPages.signOut())
        return context
    }
}

extension Clock {
    /// The system's clock.
    static let system = Clock { Int64(Date().timeIntervalSince1970 * 1_000_000) }

    /// A clock that stands at noon of a simulated day.
    static func on(_ day: Day) -> Clock { Clock { (Int64(day.number) * 86_400 + 43_200) * 1_000_000 } }
}
