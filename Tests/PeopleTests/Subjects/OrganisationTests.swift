import CivilTime
import Ledger
import Testing

@testable import People

@Suite struct `An organisation` {
    @Test func `has names, codes and days, and a place in the lists`() async throws {
        let lab = try await Lab()
        let authority = try await lab.organisation(
            .localAuthority, "Vale of Arden Council", codes: [.authority(sure(AuthorityCode("000")))])
        let team = try await lab.organisation(
            .team, "SEND Team", opened: "2020-04-01", partOf: authority)
        let rename = RecordOnOrganisation(.name(text("Inclusion Team"), from: day("2023-01-01")), of: team)
        try await lab.commit { try rename.decide(&$0) }
        let state = try await lab.organisationState(team)
        #expect(state.kind == .team)
        #expect(state.name == text("Inclusion Team"))
        #expect(state.name(on: day("2022-12-31")) == text("SEND Team"))
        #expect(state.name(on: day("2019-01-01")) == text("SEND Team"))
        #expect(state.partOf == authority)
        #expect(state.problems.isEmpty)
        #expect(
            try await lab.rows(
                "SELECT kind, name, part_of, opened_day FROM people_organisation ORDER BY name", columns: 4,
                days: [3]) == [
                    "team|Inclusion Team|\(authority)|2020-04-01", "localAuthority|Vale of Arden Council|-|-",
                ])
        #expect(
            try await lab.facts("organisation", team) == [
                "people.organisation|2020-04-01|-|{\"kind\":\"team\",\"part of\":\"\(authority)\"}"
            ])
        try await lab.expectSound()
    }

    @Test func `closes on a day, with a successor`() async throws {
        let lab = try await Lab()
        let (old, new) = (
            try await lab.organisation(opened: "2000-09-01"), try await lab.organisation(.school, "New")
        )
        let close = RecordOnOrganisation(.closed(to: day("2024-08-31"), successor: new), of: old)
        let entry = try await lab.commit { try close.decide(&$0) }
        var state = try await lab.organisationState(old)
        #expect(state.successor == new && state.closed == day("2024-08-31"))
        #expect(state.isOpen(on: day("2024-08-31")) && !state.isOpen(on: day("2024-09-01")))
        #expect(!state.isOpen(on: day("2000-08-31")))
        try await lab.withdraw(entry, of: Organisation.self, old)
        state = try await lab.organisationState(old)
        #expect(state.closed == nil && state.isOpen(on: day("2030-01-01")))
        try await lab.expectSound()
    }

    @Test func `keeps a code for itself, and frees it when the code is withdrawn`() async throws {
        let lab = try await Lab()
        let code = OrganisationCode.urn(sure(URN("990001")))
        let first = try await lab.organisation(codes: [code])
        let error = await #expect(throws: LedgerError.self) {
            _ = try await lab.organisation(.school, "Other", codes: [code])
        }
        #expect(error?.forPerson == "Another organisation already has this code.")
        let entry = try await lab.ledger.read {
            try $0.chronicle(of: SubjectID(kind: "organisation", id: first)).last?.id
        }
        try await lab.withdraw(try #require(entry), of: Organisation.self, first)
        _ = try await lab.organisation(.school, "Other", codes: [code])
        try await lab.expectSound()
    }

    @Test func `is never part of itself and never follows itself`() async throws {
        let lab = try await Lab()
        let whole = try await lab.organisation(.localAuthority, "Whole")
        let part = try await lab.organisation(.team, "Part", partOf: whole)
        for (id, change) in [
            (whole, RecordOnOrganisation.Change.partOf(part, from: Lab.today)),
            (whole, .partOf(whole, from: Lab.today)), (part, .closed(to: Lab.today, successor: part)),
        ] {
            let refusal = await #expect(throws: PeopleRefusal.self) {
                try await lab.commit { try RecordOnOrganisation(change, of: id).decide(&$0) }
            }
            #expect(refusal == .circle)
        }
    }

    @Test func `is refused with what does not exist or cannot be`() async throws {
        let lab = try await Lab()
        let id = try await lab.organisation(opened: "2020-01-01")
        let cases: [(RecordOnOrganisation, PeopleRefusal)] = [
            (.init(.code(.urn(URN(stored: "1"))), of: "nobody"), .unknownOrganisation),
            (.init(.partOf("nobody", from: Lab.today), of: id), .unknownOrganisation),
            (.init(.closed(to: Lab.today, successor: "nobody"), of: id), .unknownOrganisation),
            (.init(.name(text("A"), from: Lab.today + 1), of: id), .notYet(Lab.today + 1)),
            (
                .init(.closed(to: day("2019-12-31"), successor: nil), of: id),
                .endBeforeStart(from: day("2020-01-01"), to: day("2019-12-31"))
            ),
        ]
        for (edit, expected) in cases {
            let refusal = await #expect(throws: PeopleRefusal.self) {
                try await lab.commit { try edit.decide(&$0) }
            }
            #expect(refusal == expected)
        }
        await #expect(throws: PeopleRefusal.unknownOrganisation) {
            _ = try await lab.organisation(.team, "A", partOf: "nobody")
        }
    }

    @Test func `may have been recorded wrongly, and the record is then corrected`() async throws {
        let lab = try await Lab()
        let id = try await lab.organisation(.school, "Hollin Collage", opened: "2020-01-01")
        let entry = try #require(
            try await lab.ledger.read {
                try $0.chronicle(of: SubjectID(kind: Organisation.kind, id: id)).first?.id
            })
        let change = RecordOnOrganisation(
            .recorded(.college, text("Hollin College"), opened: day("2019-01-01")), of: id)
        await #expect(throws: PeopleRefusal.unknownEntry) {
            try await lab.commit { try change.decide(&$0) }
        }
        try await lab.commit {
            try change.decide(&$0, correcting: Correction(of: entry, because: text("misspelt")))
        }
        let state = try await lab.organisationState(id)
        #expect(state.kind == .college && state.name == text("Hollin College"))
        #expect(state.names.count == 1 && state.opened == day("2019-01-01"))
        try await lab.expectSound()
    }

    @Test func `names what cannot be true together`() async throws {
        let lab = try await Lab()
        let id = try await lab.organisation(codes: [.urn(URN(stored: "1")), .urn(URN(stored: "2"))])
        for to in ["2024-01-01", "2024-02-01"] {
            try await lab.commit {
                try RecordOnOrganisation(.closed(to: day(to), successor: nil), of: id).decide(&$0)
            }
        }
        let texts = try await lab.organisationState(id).problems.map(\.text)
        #expect(
            texts == [
                "Two closing days are recorded; the later entry is used.",
                "It has two codes of one kind (urn).",
            ])
    }
}
