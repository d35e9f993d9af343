import Access
import CivilTime
import Ledger
import People
import Synchronization
import Testing

@testable import Composition
@testable import Operations
@testable import Pages

/// An area with accounts and a clock that the test sets.
struct SignInArea: Sendable {
    let test: TestSite
    let clock: SetClock
    let key: AreaKey

    static func make() async throws -> SignInArea {
        let folder = try TemporaryFolder()
        let path = try await Databases.ordinary(in: folder)
        let (clock, key) = (SetClock(), AreaKey())
        let ledger = try await Site.openLedger(path, durable: false)
        let site = try await Site(
            ledger, area: "Testshire", key: key, cost: .trifling, clock: Clock { clock.now })
        return SignInArea(
            test: TestSite(folder: folder, path: path, site: site), clock: clock, key: key)
    }

    var site: Site { test.site }

    func account(_ address: String) async throws -> Account {
        let known = try #require(MailAddress(address))
        return try await #require(Accounts(site.ledger).account(at: known))
    }

    /// Lets an account choose a password by a link, and gives it.
    func choosePassword(_ address: String, _ browser: Browsing, _ password: String = "three random words")
        async throws
    {
        let id = try await account(address).id
        let secret = try await site.operations.tokens.give(.invitation, to: id).secret
        let page = try await browser.get("/links/\(secret)")
        let done = try await browser.post(
            "/links/\(secret)", ["password": password, "password-again": password], from: page)
        #expect(done.status == 303, "\(done.problems)")
    }

    func signIn(_ address: String, _ password: String, _ browser: Browsing, next: String? = nil) async throws
        -> Browsing.Page
    {
        let page = try await browser.get("/sign-in" + (next.map { "?next=\($0)" } ?? ""))
        var fields = ["address": address, "password": password]
        if let kept = page.hidden("next") { fields["next"] = kept }
        return try await browser.post("/sign-in", fields, from: page)
    }
}

final class SetClock: Sendable {
    private let moment = Mutex<Int64>(1_800_000_000_000_000)
    var now: Int64 { moment.withLock { $0 } }
    func pass(seconds: Int64) { moment.withLock { $0 += seconds * 1_000_000 } }
}
