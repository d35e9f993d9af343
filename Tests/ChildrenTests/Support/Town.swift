import Access
import CivilTime
import People
import Testing

@testable import Children

/// A school, a team and a child who goes to the one and is answered for by the other, with everybody around.
struct Town: Sendable {
    let lab: Lab
    let school: String
    let otherSchool: String
    let team: String
    let child: String
    /// A child of another school and another team.
    let stranger: String
    let mother: String
    let officer: Visitor
    let senco: Visitor
    let manager: Visitor
    let parent: Visitor
    let lead: Visitor
    /// An officer of another team.
    let otherOfficer: Visitor

    init() async throws {
        lab = try await Lab()
        school = try await lab.organisation(.school, "Hollin School")
        otherSchool = try await lab.organisation(.school, "Beck School")
        team = try await lab.organisation(.team, "SEND team north")
        let otherTeam = try await lab.organisation(.team, "SEND team south")
        child = try await lab.child()
        stranger = try await lab.child("Charles", "Babbage", born: "2012-12-26")
        mother = try await lab.person("Annabella Byron")
        try await lab.record(.placement(Placement(at: school)), of: child)
        try await lab.record(.team(ResponsibleTeam(team)), of: child)
        try await lab.record(.relationship(Relationship(person: mother, .mother)), of: child)
        try await lab.record(.placement(Placement(at: otherSchool)), of: stranger)
        try await lab.record(.team(ResponsibleTeam(otherTeam)), of: stranger)
        officer = try await lab.account("Imani Farrow", .officer, at: team)
        otherOfficer = try await lab.account("Otto South", .officer, at: otherTeam)
        senco = try await lab.account("Sam Penn", .senco, at: school)
        manager = try await lab.account("Mary Ward", .sendManager)
        parent = try await lab.account("Annabella Parent", .parent, person: mother)
        lead = try await lab.account("Lena Guard", .safeguardingLead)
    }

    static let address = HomeAddress(
        Address(lines: [sure(ShortText("1 High Street"))], postcode: Postcode("QZ1 1AA")))
    static let withheld = HomeAddress(
        Address(lines: [sure(ShortText("2 Secret Lane"))], postcode: Postcode("QZ2 2BB")), isWithheld: true)
}
