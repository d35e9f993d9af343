import CivilTime
import Ledger
import Testing

@testable import People

@Suite struct `A person` {
    @Test func `has names, contacts and posts over days`() async throws {
        let lab = try await Lab()
        let school = try await lab.organisation()
        let number = sure(Telephone("01632 960123 ext 4"))
        let id = try await lab.person(
            "Grace Murray",
            [
                .mail(sure(MailAddress("Grace@example.org"))), .telephone(TelephoneContact(number)),
                .contactWays(ContactWays([.britishSignLanguage, .mail])),
                .profession(Profession(text("Teacher"))),
                .language(LanguageUse(text("British Sign Language"), needsInterpreter: true)),
            ])
        lab.comes(day("2024-07-10"))
        let rename = RecordOnPerson(.name(sure(PersonName("Grace Hopper"))), of: id, from: day("2024-07-01"))
        try await lab.commit { try rename.decide(&$0) }
        let post = RecordOnPerson(
            .post(Post(at: school, as: text("SENCO"))), of: id, from: day("2024-09-01"))
        let entry = try await lab.commit { try post.decide(&$0) }
        try await lab.commit { try EndOnPerson(entry, of: id, to: day("2025-08-31")).decide(&$0) }

        let state = try await lab.personState(id)
        #expect(state.name?.text == "Grace Hopper")
        #expect(state.name(on: day("2024-06-30"))?.text == "Grace Murray")
        #expect(state.contactWays.last?.value.ways == [.mail, .britishSignLanguage])
        #expect(state.posts.map(\.to) == [day("2025-08-31")])
        #expect(state.problems.isEmpty)
        #expect(
            try await lab.rows(
                "SELECT kind, value, from_day FROM people_contact ORDER BY kind", columns: 3, days: [2]) == [
                    "mail|grace@example.org|2024-06-30", "telephone|01632960123|2024-06-30",
                ])
        #expect(
            try await lab.rows(
                "SELECT organisation, job, from_day, to_day FROM people_post", columns: 4, days: [2, 3])
                == ["\(school)|SENCO|2024-09-01|2025-08-31"])
        #expect(
            try await lab.rows("SELECT name_key FROM people_person_name ORDER BY name_key", columns: 1)
                == ["gracehopper", "gracemurray"])
        #expect(
            try await lab.facts("person", id)
                == ["people.post|2024-09-01|2025-08-31|{\"organisation\":\"\(school)\"}"])
        try await lab.expectSound()
    }

    @Test func `can be corrected, and a correction taken back`() async throws {
        let lab = try await Lab()
        let id = try await lab.person()
        let mail = RecordOnPerson(.mail(sure(MailAddress("a@example.org"))), of: id, from: Lab.today)
        let entry = try await lab.commit { try mail.decide(&$0) }
        let better = RecordOnPerson(.mail(sure(MailAddress("b@example.org"))), of: id, from: Lab.today)
        let correction = try await lab.commit {
            try better.decide(&$0, correcting: Correction(of: entry, because: text("mistyped")))
        }
        #expect(try await lab.personState(id).mailAddresses.map(\.value.text) == ["b@example.org"])
        try await lab.withdraw(correction, of: Person.self, id)
        #expect(try await lab.personState(id).mailAddresses.map(\.value.text) == ["a@example.org"])
        try await lab.expectSound()
    }

    @Test func `is refused what cannot be`() async throws {
        let lab = try await Lab()
        let id = try await lab.person()
        let language = PersonDetail.language(LanguageUse(text("Welsh")))
        let post = PersonDetail.post(Post(at: "nobody", as: text("SENCO")))
        let cases: [(RecordOnPerson, PeopleRefusal)] = [
            (.init(language, of: "nobody", from: Lab.today), .unknownPerson),
            (.init(language, of: id, from: Lab.today + 1), .notYet(Lab.today + 1)),
            (.init(post, of: id, from: Lab.today), .unknownOrganisation),
            (
                .init(language, of: id, from: Lab.today, to: Lab.today - 1),
                .endBeforeStart(from: Lab.today, to: Lab.today - 1)
            ),
        ]
        for (edit, expected) in cases {
            let refusal = await #expect(throws: PeopleRefusal.self) {
                try await lab.commit { try edit.decide(&$0) }
            }
            #expect(refusal == expected)
        }
        await #expect(throws: PeopleRefusal.unknownEntry) {
            try await lab.commit { try EndOnPerson("none", of: id, to: Lab.today).decide(&$0) }
        }
        try await lab.commit { try RecordPersonDeath(of: id, on: day("2024-06-01")).decide(&$0) }
        await #expect(throws: PeopleRefusal.afterDeath(day("2024-06-01"))) {
            try await lab.commit { try RecordOnPerson(language, of: id, from: Lab.today).decide(&$0) }
        }
        #expect(try await lab.personState(id).died == day("2024-06-01"))
    }
}
