import Foundation
import Pages
import People
import Testing

@testable import Access
@testable import Composition

/// `docs/access.md`: every route with what each role may do there, made from the rules.
@Suite struct `The page on who may do what` {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/access.md")

    @Test func `says of every route and every role what the rules say`() async throws {
        let site = try await TestSite.example().site
        let text = Self.page(site.routes.listing)
        if ProcessInfo.processInfo.environment["GOLDEN"] == "write" {
            try text.write(to: Self.file, atomically: true, encoding: .utf8)
        }
        let held = try String(contentsOf: Self.file, encoding: .utf8)
        #expect(held == text, "docs/access.md is out of date: run the tests once with GOLDEN=write")
    }

    private static func page(_ listing: [(method: String, pattern: String, action: Action)]) -> String {
        let actions = Set(listing.map(\.action)).sorted { $0.id < $1.id }
        let guarded = actions.filter { !$0.isPublic && !$0.isForEveryAccount }
        let roles = guarded.map { action in
            "| `\(action.id)` | \(action.part?.words ?? "–") | \(reaches(action)) |"
        }
        let routes = listing.map { "| \($0.method) | `\($0.pattern)` | `\($0.action.id)` |" }
        return """
            # Who may do what

            Made from the rules in `Sources/Shared/Access/Rules` and from the registered routes; a test holds it
            against both, and another walks every route as every role. A role that is not named may not. What must
            not be seen is answered as if it did not exist.

            Involvements are read from what made them (a placement, a team, a relationship) and end with it. On top of
            every line below: nobody opens records of their own family in a role of work, a restriction closes a
            record or a part of it to all but named people, and an emergency opens a record for four hours where the
            line says so.

            ## Actions

            | action | part of a child's record | who |
            |---|---|---|
            | `public` | – | everybody |
            | `own-account` | – | every account |
            \(roles.joined(separator: "\n"))

            ## Routes

            | method | path | action |
            |---|---|---|
            \(routes.joined(separator: "\n"))

            """
    }

    private static func reaches(_ action: Action) -> String {
        let lines = Role.allCases.compactMap { role -> String? in
            switch action.reaches[role] {
            case .area where action.part == nil: role.words
            case .area: "\(role.words): every child"
            case .involved(let kinds):
                "\(role.words): by \(kinds.map(\.rawValue).sorted().joined(separator: ", "))"
            case nil: nil
            }
        }
        return (lines + (action.admitsEmergency ? ["in an emergency, the same roles of work"] : []))
            .joined(separator: "; ")
    }
}
