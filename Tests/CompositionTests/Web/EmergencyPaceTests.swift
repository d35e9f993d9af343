import Access
import CivilTime
import Ledger
import Operations
import Pages
import People
import Testing

@testable import Composition

@Suite(.few) struct `Looking for records in an emergency` {
    @Test func `is slowed after five that found nobody, for this account alone`() async throws {
        let site = try await TestSite.example().site
        let address = try #require(MailAddress("senco@example.org"))
        let account = try #require(try await Accounts(site.ledger).account(at: address))
        let visitor = Visitor.account(account.holder(on: site.day()))
        func look() async -> String {
            var request = Pages.Request(
                method: "POST", segments: ["emergency"], visitor: visitor, context: site.context())
            request.form = Typed([
                .init("number", "9990000123"), .init("reason", "Found alone"),
                .init(Form.commandField, Identifiers.live.next()),
            ])
            return String(decoding: await site.routes.answer(request).reply.body, as: UTF8.self)
        }
        for _ in 1...5 { #expect(await look().contains("There is no record with these details")) }
        #expect(await look().contains("There were too many attempts. Wait a minute, then try again"))
        #expect(try await site.operations.attempts.minutesToWait([.emergency("another")]) == nil)
    }
}
