import CivilTime
import Ledger
import Testing

@testable import People

@Suite struct `What is recorded in one commit` {
    @Test func `is a child with all that is known of it`() async throws {
        let lab = try await Lab()
        let school = try await lab.organisation()
        let team = try await lab.organisation(.team, "SEND team")
        let recording = RecordChild(
            called("Ada", "Byron"), birthDate: day("2014-05-10"), sex: .female,
            more: [
                .init(.placement(Placement(at: school)), from: day("2024-09-01")),
                .init(.team(ResponsibleTeam(team)), from: day("2024-06-30")),
            ])
        let child = try await lab.commit { try recording.decide(&$0) }
        let state = try await lab.childState(child)
        #expect(state.placements.map(\.value.organisation) == [school])
        #expect(state.teams.map(\.value.organisation) == [team])
        #expect(state.problems.isEmpty)
    }

    @Test func `is nothing where one part of it is refused`() async throws {
        let lab = try await Lab()
        let team = try await lab.organisation(.team, "SEND team")
        let recording = RecordChild(
            called("Ada"), birthDate: day("2014-05-10"),
            more: [.init(.placement(Placement(at: team)), from: day("2024-06-01"))])
        await #expect(throws: PeopleRefusal.notASetting(.team)) {
            try await lab.commit { try recording.decide(&$0) }
        }
        #expect(try await lab.rows("SELECT subject_id FROM people_child", columns: 1).isEmpty)
    }

    @Test func `holds nothing from before birth`() async throws {
        let lab = try await Lab()
        let school = try await lab.organisation()
        let recording = RecordChild(
            called("Ada"), birthDate: day("2014-05-10"),
            more: [.init(.placement(Placement(at: school)), from: day("2014-05-09"))])
        await #expect(throws: PeopleRefusal.beforeBirth(day("2014-05-10"))) {
            try await lab.commit { try recording.decide(&$0) }
        }
    }

    @Test func `is an adult nobody knew, with rights and home`() async throws {
        let lab = try await Lab()
        let child = try await lab.child()
        let recording = RecordAdultOfChild(
            .new(sure(PersonName("Grace Hopper"))), .grandparent, of: child, from: day("2024-01-01"),
            responsibility: .init(.courtOrder, from: day("2024-02-01")), isHome: true)
        let person = try await lab.commit { try recording.decide(&$0) }
        let state = try await lab.childState(child)
        #expect(try await lab.personState(person).name?.text == "Grace Hopper")
        #expect(state.relationships.map(\.value) == [Relationship(person: person, .grandparent)])
        #expect(state.responsibilities.map(\.from) == [day("2024-02-01")])
        #expect(state.homes.map(\.value.person) == [person])
    }

    @Test func `is no adult where the relationship is refused`() async throws {
        let lab = try await Lab()
        let child = try await lab.child()
        let recording = RecordAdultOfChild(
            .new(sure(PersonName("Grace Hopper"))), .mother, of: child, from: day("2014-05-09"))
        await #expect(throws: PeopleRefusal.beforeBirth(day("2014-05-10"))) {
            try await lab.commit { try recording.decide(&$0) }
        }
        #expect(try await lab.rows("SELECT subject_id FROM people_person", columns: 1).isEmpty)
    }

    @Test func `names no adult who is not recorded`() async throws {
        let lab = try await Lab()
        let child = try await lab.child()
        let recording = RecordAdultOfChild(.recorded("nobody"), .mother, of: child, from: day("2024-01-01"))
        await #expect(throws: PeopleRefusal.unknownPerson) {
            try await lab.commit { try recording.decide(&$0) }
        }
    }
}
