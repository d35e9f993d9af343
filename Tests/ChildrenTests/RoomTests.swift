import Access
import CivilTime
import Ledger
import Markup
import Pages
import People
import Testing

@testable import Children

@Suite struct `The room of children's records` {
    private func holder(_ roles: Role...) -> Visitor {
        .account(AccountHolder(account: "a", person: "p", grants: roles.map { AccountHolder.Grant($0) }))
    }

    @Test func `offers families and staff their own ways in, and others none`() {
        #expect(Children.navigation(for: holder(.parent)).map(\.section) == ["my-child"])
        #expect(Children.navigation(for: holder(.youngPerson)).map(\.section) == ["my-child"])
        #expect(Children.navigation(for: holder(.officer)).map(\.section) == ["children"])
        #expect(
            Children.navigation(for: holder(.officer, .parent)).map(\.section) == ["my-child", "children"])
        #expect(Children.navigation(for: holder(.administrator, .boardMember)).isEmpty)
        #expect(Children.navigation(for: .nobody).isEmpty)
        #expect(Children.start([.parent])?.text == "/my-child")
        #expect(Children.start([.senco])?.text == "/children")
        #expect(Children.start([.administrator]) == nil)
    }

    /// Every path of the room with ids of a child that the visitor may not see.
    @Test func `answers nobody about a child they may not see, on any of its pages`() async throws {
        let town = try await Town()
        let entry = try await town.lab.record(.need(Need(.autism)), of: town.stranger)
        let double = try await town.lab.child("Charles", "Babbage", born: "2012-12-26")
        for route in town.lab.table.listing where route.pattern.contains("{child}") {
            let path = route.pattern.replacing("{child}", with: town.stranger)
                .replacing("{entry}", with: entry).replacing("{topic}", with: "need").replacing(
                    "{adult}", with: town.mother
                )
                .replacing("{other}", with: double).replacing("{mark}", with: entry)
            for visitor in [town.officer, town.senco, town.parent, .nobody] {
                let answer =
                    route.method == "GET"
                    ? try await town.lab.get(path, by: visitor)
                    : try await town.lab.post(path, ["reason": "x", "shown": "1"], by: visitor)
                #expect(answer.status == 404, "\(route.method) \(route.pattern)")
                #expect(!answer.has("Babbage"), "\(route.pattern)")
            }
        }
    }

    @Test func `answers every role, whatever the page, without a fault`() async throws {
        let town = try await Town()
        for role in Role.allCases {
            let visitor = try await town.lab.account("Walker \(role.rawValue)", role, at: town.team)
            for route in town.lab.table.listing where route.method == "GET" {
                let path = route.pattern.replacing("{child}", with: town.child)
                    .replacing("{entry}", with: "none").replacing("{topic}", with: "need").replacing(
                        "{adult}", with: town.mother
                    )
                    .replacing("{other}", with: town.stranger).replacing("{mark}", with: "none")
                let answer = try await town.lab.get(path, by: visitor)
                #expect([200, 303, 404].contains(answer.status), "\(role) \(route.pattern)")
                #expect(answer.trouble == nil, "\(role) \(route.pattern): \(answer.trouble ?? "")")
            }
        }
    }

    @Test func `writes no page that runs, styles or loads anything`() async throws {
        let town = try await Town()
        for path in [
            "/children", "/children/new", "/emergency", "/children/\(town.child)",
            "/children/\(town.child)/history", "/children/\(town.child)/change/relationship",
        ] {
            let page = try await town.lab.get(path, by: town.officer)
            #expect(page.status == 200)
            #expect(page.text.firstMatch(of: /<(script|style|iframe|object|embed)/) == nil)
            #expect(page.text.firstMatch(of: /<p>[^<]*<(ul|dl|table|div)/) == nil, "\(path)")
        }
    }
}
