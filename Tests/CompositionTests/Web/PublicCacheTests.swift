import Access
import CivilTime
import Foundation
import Hummingbird
import Ledger
import People
import Programme
import Testing

@testable import Composition

@Suite(.few) struct `Kept pages` {
    private static let later = Day(year: 2024, month: 8, day: 1)

    /// Records the plan once more, under another title.
    private static func publish(_ title: String, in ledger: Ledger) async throws {
        var plan = try PlanFile.read(PackageResources.vale_of_arden_plan_json)
        plan.header.title = title
        plan.header.published = try #require(later)
        let author = try await Accounts(ledger).author(
            #require(MailAddress(Databases.programme)), for: .importPlan)
        let outcome = try await Programme(ledger).record(plan, fingerprint: title, by: author)
        #expect(outcome.value.issue == 3)
    }

    @Test(arguments: ["/", "/plans", "/plans/VOA-2023", "/plans/VOA-2023/versions"])
    func `change at once with a commit of the same process`(uri: String) async throws {
        let example = try await TestSite.example()
        try await example.askAlone { client, responder in
            let before = try await client.ask(uri)
            let site = example.site
            let kept = responder.cache.page(uri, commit: site.ledger.knownHead.commit, today: site.day())
            #expect(kept?.tag == before["ETag"], "it was kept")
            try await Self.publish("A plan under another name", in: site.ledger)
            let after = try await client.ask(uri, .get, [.ifNoneMatch: before["ETag"] ?? ""])
            #expect(after.status == .ok)
            #expect(after["ETag"] != before["ETag"])
            #expect(after.text != before.text)
            #expect(try await client.ask("/plans").text.contains("A plan under another name"))
        }
    }

    @Test func `change with another process's commit as soon as that is followed`() async throws {
        let example = try await TestSite.example()
        try await example.askAlone { client, _ in
            let before = try await client.ask("/plans").text
            let other = try await Site.openLedger(example.path, today: ExampleArea.today, durable: false)
            try await Self.publish("A plan under another name", in: other)
            try other.close()
            #expect(try await client.ask("/plans").text == before)
            try await example.site.ledger.followHead()
            #expect(try await client.ask("/plans").text.contains("A plan under another name"))
        }
    }

    @Test func `follow another process without being told`() async throws {
        let example = try await TestSite.example()
        try await example.ask { client in
            let before = try await client.ask("/plans").text
            #expect(!before.contains("A plan under another name"))
            let other = try await Site.openLedger(example.path, today: ExampleArea.today, durable: false)
            try await Self.publish("A plan under another name", in: other)
            try other.close()
            try await eventually("the page") {
                try await client.ask("/plans").text.contains("A plan under another name")
            }
        }
    }

    @Test func `are not those of faults or of other methods`() async throws {
        let example = try await TestSite.example()
        try await example.askAlone { client, responder in
            let commit = example.site.ledger.knownHead.commit
            let today = example.site.day()
            for (uri, method) in [
                ("/nothing", .get), ("/plans/", .get), ("/plans", .post), ("/health", .get),
            ]
                as [(String, HTTPRequest.Method)]
            {
                _ = try await client.ask(uri, method)
                #expect(responder.cache.page(uri, commit: commit, today: today) == nil)
            }
        }
    }

    private let kept = PublicCache.Kept(response: Response(status: .ok), tag: "\"1\"", route: "/")
    private let day = Day(number: 20_000)

    @Test func `belong to one commit and one day`() {
        let cache = PublicCache()
        cache.keep(kept, size: 10, for: "/a", commit: 1, today: day)
        cache.keep(kept, size: 10, for: "/b", commit: 1, today: day)
        #expect(cache.page("/a", commit: 1, today: day) != nil)
        #expect(cache.page("/b", commit: 1, today: day) != nil)
        #expect(cache.page("/a", commit: 2, today: day) == nil)
        #expect(cache.page("/a", commit: 1, today: day + 1) == nil)
        cache.keep(kept, size: 10, for: "/c", commit: 2, today: day)
        #expect(cache.page("/a", commit: 2, today: day) == nil)
        #expect(cache.page("/c", commit: 2, today: day) != nil)
    }

    @Test func `start anew when their place is used up`() {
        let cache = PublicCache(limit: 1_000)
        for number in 0..<200 {
            cache.keep(kept, size: 100, for: "/\(number)", commit: 1, today: day)
        }
        let left = (0..<200).count { cache.page("/\($0)", commit: 1, today: day) != nil }
        #expect((1...10).contains(left))
        #expect(cache.page("/199", commit: 1, today: day) != nil)
    }
}
