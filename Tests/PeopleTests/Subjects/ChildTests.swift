import CivilTime
import Ledger
import Testing

@testable import People

@Suite struct `A child` {
    @Test func `has names, numbers and circumstances over days`() async throws {
        let lab = try await Lab()
        let school = try await lab.organisation()
        let id = try await lab.child(
            called("Ada", "Byron"),
            [Identification(sure(NHSNumber("9990000018")), source: text("birth notice"))])
        try await lab.record(.name(called("Ada", "King", knownAs: "Gus")), of: id, from: "2022-03-01")
        try await lab.record(.sex(.female), of: id, from: "2020-01-01")
        try await lab.record(.ethnicity(sure(Ethnicity("wbri"))), of: id, from: "2020-01-01")
        try await lab.record(.language(LanguageUse(text("Polish"))), of: id, from: "2020-01-01")
        let placed = try await lab.record(
            .placement(Placement(at: school, year: CurriculumYear(number: 5))), of: id, from: "2019-09-01")
        try await lab.record(.placement(Placement(at: school)), of: id, from: "2024-09-01")
        try await lab.end(placed, of: id, to: "2024-08-31")
        try await lab.record(.need(Need(.autism)), of: id, from: "2021-01-01", to: "2023-01-01")

        let child = try await lab.childState(id)
        #expect(child.birthDate == day("2014-05-10"))
        #expect(child.name == called("Ada", "King", knownAs: "Gus"))
        #expect(child.name(on: day("2022-02-28")) == called("Ada", "Byron"))
        #expect(child.name(on: day("2000-01-01")) == called("Ada", "Byron"))
        #expect(child.identifiers.map(\.value.source) == [text("birth notice")])
        #expect(child.placements.map(\.to) == [day("2024-08-31"), nil])
        #expect(child.placements.holding(on: day("2024-08-31")).map(\.entry) == [placed])
        #expect(child.ethnicities.last?.value.name == "White British")
        #expect(child.compulsorySchoolAgeEnds == day("2030-06-28"))
        #expect(child.problems == [])
        try await lab.expectSound()
    }

    @Test func `gives rows for lists and search`() async throws {
        let lab = try await Lab()
        let (school, mother) = (try await lab.organisation(), try await lab.person())
        let id = try await lab.child(called("Zoë", "O'Neill"), [Identification(sure(UPN("A123456789012")))])
        try await lab.record(.name(called("Zoë", "Smith", knownAs: "Zo")), of: id, from: "2022-03-01")
        try await lab.record(.sex(.female), of: id, from: "2022-03-01")
        try await lab.record(
            .identifier(Identification(sure(UPN("B801200005001")), isFormer: true)), of: id,
            from: "2022-03-01")
        try await lab.record(.placement(Placement(at: school, .subsidiary)), of: id, from: "2023-09-01")
        try await lab.record(.relationship(Relationship(person: mother, .mother)), of: id, from: "2014-05-10")
        for (postcode, isWithheld, from) in [
            ("QZ1 1AA", false, "2020-01-01"), ("QZ2 2BB", true, "2024-01-01"),
        ] {
            let address = Address(lines: [text("1 High Street")], postcode: sure(Postcode(postcode)))
            try await lab.record(
                .address(HomeAddress(address, isWithheld: isWithheld)), of: id, from: from)
        }
        func rows(_ sql: SQL, _ columns: Int, days: Set<Int> = []) async throws -> [String] {
            try await lab.rows(sql, columns: columns, days: days)
        }
        #expect(
            try await rows(
                "SELECT name, forename_key, surname_key, birth_day, sex, died_day FROM people_child", 6,
                days: [3])
                == ["Smith, Zoë|zoe|smith|2014-05-10|F|-"])
        #expect(
            try await rows(
                "SELECT name, surname_key, known_key, is_latest FROM people_child_name ORDER BY is_latest", 4)
                == ["O'Neill, Zoë|oneill||0", "Smith, Zoë|smith|zo|1"])
        #expect(
            try await rows("SELECT kind, register, value FROM people_identifier ORDER BY value", 3)
                == ["upn|upn|A123456789012", "formerUPN|upn|B801200005001"])
        #expect(
            try await rows("SELECT organisation, kind, from_day, to_day FROM people_placement", 4, days: [2])
                == ["\(school)|subsidiary|2023-09-01|-"])
        #expect(
            try await rows("SELECT person, child, kind, rights FROM people_relationship", 4)
                == ["\(mother)|\(id)|mother|1"])
        #expect(
            try await rows("SELECT withheld, postcode, district FROM people_address ORDER BY postcode", 3)
                == ["0|QZ1 1AA|QZ1", "1|QZ2 2BB|QZ2"])
        try await lab.expectSound()
    }

    @Test func `lets be counted what holds, until death, and where a withheld address lies not`() async throws
    {
        let lab = try await Lab()
        let school = try await lab.organisation()
        let id = try await lab.child()
        try await lab.record(.sex(.male), of: id, from: "2020-01-01")
        try await lab.record(.sex(.female), of: id, from: "2021-01-01")
        try await lab.record(.need(Need(.autism)), of: id, from: "2021-01-01")
        try await lab.record(.need(Need(.hearing, .secondary)), of: id, from: "2024-05-02")
        try await lab.record(
            .socialCare(SocialCare(.childInNeed)), of: id, from: "2022-01-01", to: "2022-06-30")
        try await lab.record(.placement(Placement(at: school)), of: id, from: "2019-09-01")
        let address = Address(lines: [], postcode: sure(Postcode("QZ1 1AA")))
        try await lab.record(.address(HomeAddress(address)), of: id, from: "2020-01-01", to: "2020-12-31")
        try await lab.record(.address(HomeAddress(address, isWithheld: true)), of: id, from: "2021-01-01")
        try await lab.commit { try RecordDeath(of: id, on: day("2024-05-01")).decide(&$0) }
        #expect(
            try await lab.facts("child", id) == [
                "people.child|2014-05-10|2024-05-01|{}",
                "people.district|2020-01-01|2020-12-31|{\"district\":\"QZ1\"}",
                "people.district|2021-01-01|2024-05-01|{\"district\":\"withheld\"}",
                "people.need|2021-01-01|2024-05-01|{\"need\":\"ASD\",\"rank\":\"1\"}",
                "people.placement|2019-09-01|2024-05-01|{\"kind\":\"main\",\"setting\":\"\(school)\"}",
                "people.sex|2014-05-10|2020-12-31|{\"sex\":\"M\"}",
                "people.sex|2021-01-01|2024-05-01|{\"sex\":\"F\"}",
                "people.social-care|2022-01-01|2022-06-30|{\"status\":\"childInNeed\"}",
            ])
        try await lab.expectSound()
    }

    @Test func `may have no known birth date, and no surname`() async throws {
        let lab = try await Lab()
        let id = try await lab.child(called("Sukarno"), born: nil)
        #expect(try await lab.childState(id).birthDate == nil)
        #expect(try await lab.childState(id).problems.isEmpty)
        #expect(
            try await lab.rows("SELECT name, surname_key, birth_day FROM people_child", columns: 3)
                == ["Sukarno||-"])
        #expect(try await lab.facts("child", id) == ["people.child|2024-06-30|-|{}"])
        try await lab.commit { try StateBirthDate(day("2015-01-01"), of: id).decide(&$0) }
        #expect(try await lab.childState(id).birthDate == day("2015-01-01"))
        #expect(try await lab.facts("child", id) == ["people.child|2015-01-01|-|{}"])
        try await lab.expectSound()
    }

    @Test func `can be corrected in everything, and corrections taken back`() async throws {
        let lab = try await Lab()
        let (right, wrong) = (try await lab.organisation(), try await lab.organisation(.school, "Wrong"))
        let id = try await lab.child()
        let entry = try await lab.record(.placement(Placement(at: wrong)), of: id, from: "2020-09-01")
        let correction = try await lab.record(
            .placement(Placement(at: right)), of: id, from: "2021-09-01",
            correcting: Correction(of: entry, because: text("another school")))
        #expect(try await lab.childState(id).placements.map(\.value.organisation) == [right])
        try await lab.withdraw(correction, of: Child.self, id)
        #expect(try await lab.childState(id).placements.map(\.value.organisation) == [wrong])
        try await lab.withdraw(entry, of: Child.self, id)
        #expect(try await lab.childState(id).placements.isEmpty)
        #expect(try await lab.involved(id).map { $0.prefix(4) } == ["self"])
        try await lab.expectSound()
    }

    @Test func `before any entry is empty and says nothing`() {
        let child = Child(id: "a")
        #expect(child.name == nil && child.birthDate == nil && child.problems.isEmpty)
        #expect(child.rightsHolders(on: day("2024-01-01"), for: .appeal).holders.isEmpty)
    }
}
