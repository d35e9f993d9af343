import CivilTime
import Ledger
import Testing

@testable import People

@Suite struct `The team that answers for a child` {
    @Test func `is involved from its first day, until another takes over`() async throws {
        let lab = try await Lab()
        let child = try await lab.child()
        let north = try await lab.organisation(.team, "SEND team north")
        let south = try await lab.organisation(.team, "SEND team south")
        try await lab.record(.team(ResponsibleTeam(north)), of: child, from: "2024-01-01")
        try await lab.record(.team(ResponsibleTeam(south)), of: child, from: "2024-06-01")
        #expect(
            try await lab.involved(child).filter { $0.hasPrefix("team") } == [
                "team \(north) 2024-01-01 2024-05-31", "team \(south) 2024-06-01 -",
            ])
        try await lab.expectSound()
    }

    @Test func `stops being involved when that is ended`() async throws {
        let lab = try await Lab()
        let child = try await lab.child()
        let team = try await lab.organisation(.team, "SEND team")
        let entry = try await lab.record(.team(ResponsibleTeam(team)), of: child, from: "2024-01-01")
        try await lab.end(entry, of: child, to: "2024-02-29")
        #expect(
            try await lab.involved(child).filter { $0.hasPrefix("team") } == [
                "team \(team) 2024-01-01 2024-02-29"
            ])
    }

    @Test func `may be named for a day to come`() async throws {
        let lab = try await Lab()
        let child = try await lab.child()
        let team = try await lab.organisation(.team, "SEND team")
        try await lab.record(.team(ResponsibleTeam(team)), of: child, from: "2024-09-01")
        #expect(try await lab.involved(child).contains("team \(team) 2024-09-01 -"))
    }

    @Test(arguments: OrganisationKind.allCases.filter { $0 != .team })
    func `is no organisation of another kind`(kind: OrganisationKind) async throws {
        let lab = try await Lab()
        let child = try await lab.child()
        let other = try await lab.organisation(kind, "Another")
        await #expect(throws: PeopleRefusal.notATeam(kind)) {
            try await lab.record(.team(ResponsibleTeam(other)), of: child, from: "2024-01-01")
        }
    }

    @Test func `has to be recorded`() async throws {
        let lab = try await Lab()
        let child = try await lab.child()
        await #expect(throws: PeopleRefusal.unknownOrganisation) {
            try await lab.record(.team(ResponsibleTeam("nobody")), of: child, from: "2024-01-01")
        }
    }
}
