import Access
import CivilTime
import Ledger
import Markup
import Operations
import Pages
import People
import Testing

@testable import Composition

/// Every registered route, asked as every role and as nobody, against what the rules say of it.
@Suite(.few, .timeLimit(.minutes(5))) struct `A walk of every route` {
    /// What stands in a path in the place of a value: something that nobody has.
    private static let stranger = String(repeating: "0", count: 26)

    private static func segments(_ pattern: String) -> [String] {
        pattern.split(separator: "/").map { $0.hasPrefix("{") ? stranger : String($0) }
    }

    private static func visitor(_ role: Role) -> Visitor {
        .account(AccountHolder(account: stranger, grants: [.init(role)]))
    }

    @Test(arguments: [nil] + Role.allCases.map { Optional($0) })
    func `answers as the rules say`(role: Role?) async throws {
        let site = try await TestSite.example().site
        let visitor = role.map(Self.visitor) ?? .nobody
        for (method, pattern, action) in site.routes.listing {
            let path = Self.segments(pattern)
            let answer = await site.routes.answer(
                Pages.Request(method: method, segments: path, visitor: visitor, context: site.context()))
            let isAllowed = decide(visitor, action).isAllowed
            #expect(answer.trouble == nil || isAllowed, "\(method) \(pattern)")
            if isAllowed {
                #expect(!answer.needsSignIn, "\(method) \(pattern)")
                #expect(answer.reply.status != 405 && answer.reply.status != 500, "\(method) \(pattern)")
            } else {
                // A public page may stand at the same path; then the method alone is not there.
                #expect([404, 405].contains(answer.reply.status), "\(method) \(pattern)")
                #expect(
                    answer.needsSignIn == (role == nil && answer.reply.status == 404), "\(method) \(pattern)")
            }
        }
    }

    @Test func `finds that what is public, and nothing else, is for nobody`() async throws {
        let site = try await TestSite.example().site
        #expect(site.routes.listing.count > 60)
        for (method, pattern, action) in site.routes.listing where action.isPublic {
            #expect(
                pattern == "/"
                    || [
                        "plans", "assets", "how-to-check", "accessibility", "privacy", "sign-in", "sign-out",
                        "links", "indicators", "strategies", "recommendations", "reviews", "forums", "posts",
                    ].contains(pattern.split(separator: "/").first.map(String.init) ?? ""),
                "\(method) \(pattern)")
        }
    }

    @Test(arguments: Role.allCases)
    func `shows records of children to no account that is involved with none`(role: Role) async throws {
        let site = try await TestSite.example().site
        let child = try await #require(
            site.ledger.read { snapshot in
                try snapshot.reader.first(
                    "SELECT subject_id FROM people_child WHERE name LIKE '%Noor%' ORDER BY subject_id"
                ) { $0.text(0) }
            })
        for (method, pattern, action) in site.routes.listing where action.part != nil && method == "GET" {
            guard pattern.contains("{child}") else { continue }
            let path = pattern.split(separator: "/").map {
                $0 == "{child}" ? child : $0.hasPrefix("{") ? Self.stranger : String($0)
            }
            let answer = await site.routes.answer(
                Pages.Request(
                    method: method, segments: path, visitor: Self.visitor(role), context: site.context()))
            let reachesAll = action.reaches[role] == .area
            if !reachesAll {
                #expect(answer.reply.status == 404, "\(pattern)")
                #expect(!String(decoding: answer.reply.body, as: UTF8.self).contains("Noor"), "\(pattern)")
            }
        }
    }
}
