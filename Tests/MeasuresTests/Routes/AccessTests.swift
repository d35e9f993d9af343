import Access
import Pages
import Testing

@testable import Measures

@Suite struct `Who sees and does what with indicators` {
    private static func visitor(_ role: Role) -> Visitor {
        .account(AccountHolder(account: "somebody", grants: [.init(role)]))
    }

    private static let workers: Set<Role> = [.analyst, .programmeTeam, .groupLead, .boardMember]

    @Test(arguments: Role.allCases)
    func `what is not approved is seen by those who work on it alone`(role: Role) async throws {
        let lab = try await Lab()
        try await lab.recommend(target(61))
        let held = try await lab.recommend(target(60))
        try await lab.approve(held)
        let back = try await lab.recommend(target(62, .atMost))
        let sending = DecideOnLevel(
            .sentBack("Aim higher"), on: back, of: code("K301"), board: "Board", account: "member",
            day: Lab.today)
        try await lab.commit { try sending.decide(&$0) }
        for path in ["/indicators", "/indicators/K301"] {
            let seen = try await lab.get(path, by: Self.visitor(role))
            #expect(seen.has("60%"), "\(path)")
            let sees = Self.workers.contains(role)
            #expect(seen.keeping == (sees ? .never : .revalidated), "\(path)")
            if path.hasSuffix("K301") {
                #expect(seen.has("61%") == sees)
                #expect(seen.has("62%") == sees)
            } else {
                #expect(seen.has("1 waits") == sees)
            }
        }
    }

    @Test(
        arguments: [
            ("/recommend/target", [.analyst, .programmeTeam, .groupLead]),
            ("/decide/x", [.boardMember, .programmeTeam]), ("/name", [.analyst, .programmeTeam]),
            ("/retirement", [.analyst, .programmeTeam]),
        ] as [(String, Set<Role>)], Role.allCases)
    func `a role that may not is answered as if there were nothing`(
        page: (path: String, roles: Set<Role>), role: Role
    ) async throws {
        let lab = try await Lab()
        let entry = try await lab.recommend(target(60))
        let path = "/indicators/K301" + page.path.replacing("/x", with: "/\(entry)")
        let may = page.roles.contains(role)
        #expect(try await lab.get(path, by: Self.visitor(role)).status == (may ? 200 : 404))
        #expect(try await lab.post(path, [:], by: Self.visitor(role)).status == (may ? 422 : 404))
        #expect(try await lab.get(path).status == 404)
    }

    @Test func `the public hears of no problem of what it does not see`() async throws {
        let lab = try await Lab()
        try await lab.recommend(target(60, .atMost))
        #expect(try await lab.get("/indicators/K301", by: lab.lead).has("although higher is better"))
        #expect(try await !lab.get("/indicators/K301").has("although higher is better"))
    }
}
