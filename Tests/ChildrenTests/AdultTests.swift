import Access
import CivilTime
import Ledger
import Pages
import People
import Testing

@testable import Children

extension Town {
    /// The page of an adult of the child.
    func adult(_ person: String? = nil) -> String { "/children/\(child)/adults/\(person ?? mother)" }

    func person(_ id: String) async throws -> Person {
        try await sure(lab.ledger.read { try $0.state(of: Person.self, id)?.state })
    }

    /// The mother with everything there is to record of an adult.
    func fillMother() async throws {
        let (mother, school) = (mother, school)
        let details: [(PersonDetail, String, String?)] = [
            (.name(sure(PersonName("Annabella Milbanke"))), "2022-01-01", nil),
            (
                .telephone(TelephoneContact(sure(Telephone("07700 900123")), note: ShortText("work"))),
                "2022-01-01", nil
            ),
            (.telephone(TelephoneContact(sure(Telephone("01632 960001")))), "2020-01-01", "2021-12-31"),
            (.mail(sure(MailAddress("annabella@example.org"))), "2022-01-01", nil),
            (.address(Self.withheld), "2022-01-01", nil),
            (.language(LanguageUse(sure(ShortText("Welsh")), needsInterpreter: true)), "2022-01-01", nil),
            (.contactWays(ContactWays([.textMessage, .largePrint])), "2022-01-01", nil),
            (.profession(Profession(sure(ShortText("Mathematician")))), "2022-01-01", nil),
            (.post(Post(at: school, as: sure(ShortText("Governor")))), "2022-01-01", nil),
        ]
        for (detail, from, to) in details {
            let recording = RecordOnPerson(detail, of: mother, from: day(from), to: to.map { day($0) })
            try await lab.commit { try recording.decide(&$0) }
        }
    }
}

@Suite struct `The page of an adult` {
    @Test func `shows names as they are and were, contacts, work and roles, and is reached from the child`()
        async throws
    {
        let town = try await Town()
        try await town.fillMother()
        #expect(try await town.lab.get("/children/\(town.child)", by: town.officer).has(town.adult()))
        let page = try await town.lab.get(town.adult(), by: town.officer)
        for words in [
            "<h1>Annabella Byron</h1>", "Mother of Ada Byron", "Name until 29 June 2024",
            "Annabella Milbanke",
            "07700 900123 (work)", "annabella@example.org", "2 Secret Lane", "Welsh, interpreter needed",
            "Text message, Large print", "Earlier and later", "01632 960001", "Mathematician",
            "Governor, Hollin School", "Parent or carer", "Record a telephone number",
        ] { #expect(page.has(words), "\(words)") }
        #expect(page.shown?.opened == [town.child] && page.shown?.listed == [])
    }

    @Test func `names only children whose records the reader sees, and says it was read`() async throws {
        let town = try await Town()
        try await town.lab.record(
            .relationship(Relationship(person: town.mother, .grandparent)), of: town.stranger)
        let one = try await town.lab.get(town.adult(), by: town.officer)
        #expect(one.has("Byron, Ada") && !one.has("Babbage") && one.shown?.listed == [])
        let both = try await town.lab.get(town.adult(), by: town.manager)
        #expect(both.has("Babbage, Charles") && both.shown?.listed == [town.stranger])
        try await town.lab.change(
            .order(child: town.stranger, part: .record, from: town.lab.today, named: []))
        #expect(try await !town.lab.get(town.adult(), by: town.manager).has("Babbage"))
    }

    @Test func `is for staff of the child, and for themselves without a form`() async throws {
        let town = try await Town()
        try await town.fillMother()
        let father = try await town.lab.person("George Byron")
        try await town.lab.record(.relationship(Relationship(person: father, .father)), of: town.child)
        for visitor in [town.otherOfficer, .nobody] {
            #expect(try await town.lab.get(town.adult(), by: visitor).status == 404)
        }
        let senco = try await town.lab.get(town.adult(), by: town.senco)
        #expect(senco.status == 200 && !senco.has("/change/"))
        #expect(try await town.lab.get("/children/\(town.child)", by: town.parent).has(town.adult()))
        let own = try await town.lab.get(town.adult(), by: town.parent)
        #expect(own.has("recorded about you") && own.has("2 Secret Lane") && !own.has("/change/"))
        #expect(!own.has("Roles in this system") && own.shown?.basis == .own)
        #expect(try await town.lab.get(town.adult(father), by: town.parent).status == 404)
        // Only from a record on which they stand.
        let stray = "/children/\(town.stranger)/adults/\(town.mother)"
        #expect(try await town.lab.get(stray, by: town.manager).status == 404)
        #expect(try await town.lab.get(town.adult("nobody"), by: town.officer).status == 404)
    }

    @Test func `keeps a withheld address from who may not see it, for this child or another`() async throws {
        let town = try await Town()
        try await town.fillMother()
        let senco = try await town.lab.get(town.adult(), by: town.senco)
        #expect(!senco.has("Secret Lane") && senco.has("An address is withheld"))
        #expect(try await town.lab.get(town.adult(), by: town.officer).has("Secret Lane"))
        try await town.lab.record(
            .relationship(Relationship(person: town.mother, .mother)), of: town.stranger)
        try await town.lab.change(
            .order(child: town.stranger, part: .withheldAddress, from: town.lab.today, named: []))
        let officer = try await town.lab.get(town.adult(), by: town.officer)
        #expect(!officer.has("Secret Lane") && officer.has("An address is withheld"))
        let entry = try await town.person(town.mother).addresses[0].entry
        let correcting = "/children/\(town.child)/adults/correct/\(entry)"
        #expect(try await town.lab.get(correcting, by: town.officer).status == 404)
        let change = try await town.lab.get("\(town.adult())/change/address", by: town.officer)
        #expect(change.status == 200 && !change.has("Secret Lane"))
    }

    @Test func `of a social worker is for those who see social care`() async throws {
        let town = try await Town()
        let worker = try await town.lab.person("Will Worker")
        try await town.lab.record(
            .relationship(Relationship(person: worker, .socialWorker)), of: town.child)
        #expect(try await town.lab.get(town.adult(worker), by: town.senco).status == 404)
        #expect(try await town.lab.get(town.adult(worker), by: town.officer).status == 200)
    }
}

@Suite struct `Recording something of an adult` {
    private static func forms(_ town: Town) -> [(AdultTopic, [String: String])] {
        let since = dated("from", "2024-01-01")
        return [
            (.name, ["name": "Annabella Milbanke"].merging(since) { $1 }),
            (.address, ["line-1": "1 High Street", "withheld": "no"].merging(since) { $1 }),
            (.telephone, ["number": "07700 900123"].merging(since) { $1 }),
            (.mail, ["mail": "annabella@example.org"].merging(since) { $1 }),
            (.language, ["language": "Welsh", "interpreter": "yes"].merging(since) { $1 }),
            (.contactWays, ["ways": "textMessage"].merging(since) { $1 }),
            (.profession, ["title": "Mathematician"].merging(since) { $1 }),
            (
                .post,
                ["organisation": town.school, "job": "Governor"].merging(dated("from", "2024-09-01")) { $1 }
            ),
        ]
    }

    private func telephone(_ town: Town, _ number: String = "07700 900123") async throws -> String {
        let detail = PersonDetail.telephone(TelephoneContact(sure(Telephone(number))))
        let recording = RecordOnPerson(detail, of: town.mother, from: day("2024-01-01"))
        return try await town.lab.commit { try recording.decide(&$0) }
    }

    @Test func `works on a page for each topic, and on no page for who may not`() async throws {
        let town = try await Town()
        let forms = Self.forms(town)
        #expect(Set(forms.map(\.0)) == Set(AdultTopic.allCases))
        for (topic, fields) in forms {
            let path = "\(town.adult())/change/\(topic.rawValue)"
            let page = try await town.lab.get(path, by: town.officer)
            #expect(page.status == 200, "\(topic)")
            let shown = ["shown": sure(page.hidden("shown"))]
            for visitor in [town.senco, town.parent, town.otherOfficer, town.lead, .nobody] {
                #expect(try await town.lab.get(path, by: visitor).status == 404, "\(topic)")
                let sent = try await town.lab.post(path, fields.merging(shown) { $1 }, by: visitor)
                #expect(sent.status == 404, "\(topic)")
            }
            let before = try await town.person(town.mother).statements.count
            #expect(try await town.lab.post(path, shown, by: town.officer).status == 422, "\(topic)")
            let command =
                String(repeating: "a", count: 25) + "\(AdultTopic.allCases.firstIndex(of: topic) ?? 0)"
            for _ in 1...2 {
                let answer = try await town.lab.post(
                    path, fields.merging(shown) { $1 }, by: town.officer, command: command)
                #expect(answer.location == town.adult(), "\(topic) \(answer.problems)")
            }
            #expect(try await town.person(town.mother).statements.count == before + 1, "\(topic)")
        }
        #expect(try await town.lab.ledger.checkRebuild().difference == nil)
    }

    @Test(arguments: [
        ("telephone", ["number": "ring me"]), ("telephone", ["number": "1"]), ("mail", ["mail": "not one"]),
        ("name", ["name": " "]), ("contact-ways", [:]), ("post", ["organisation": "none", "job": "Head"]),
        ("address", ["line-1": "", "withheld": "no"]),
    ])
    func `takes nothing that is none, and keeps what was typed`(topic: String, fields: [String: String])
        async throws
    {
        let town = try await Town()
        let all = fields.merging(dated("from", "2024-01-01")) { $1 }.merging(["shown": "1"]) { $1 }
        let page = try await town.lab.post("\(town.adult())/change/\(topic)", all, by: town.officer)
        #expect(page.status == 422 && page.has("There is a problem"))
        #expect(page.has("value=\"2024\""))
        #expect(try await town.person(town.mother).statements.count == 1)
    }

    @Test func `corrects, ends and takes back, each with a reason`() async throws {
        let town = try await Town()
        let entry = try await telephone(town)
        let list = try await town.lab.get("\(town.adult())/change/telephone", by: town.officer)
        let path = "/children/\(town.child)/adults"
        for way in ["correct", "end", "take-back"] {
            #expect(list.has("\(path)/\(way)/\(entry)"))
            #expect(try await town.lab.get("\(path)/\(way)/\(entry)", by: town.senco).status == 404)
        }
        let correcting = try await town.lab.get("\(path)/correct/\(entry)", by: town.officer)
        #expect(correcting.has("07700 900123"))
        let shown = ["shown": sure(correcting.hidden("shown"))]
        let fields = ["number": "07700 900456"].merging(dated("from", "2024-02-01")) { $1 }
            .merging(shown) { $1 }
        #expect(try await town.lab.post("\(path)/correct/\(entry)", fields, by: town.officer).status == 422)
        let right = fields.merging(["reason": "Misheard"]) { $1 }
        #expect(try await town.lab.post("\(path)/correct/\(entry)", right, by: town.officer).status == 303)
        let corrected = try await town.person(town.mother).telephones
        #expect(corrected.map(\.value.number.digits) == [sure(Telephone("07700 900456")).digits])
        let second = sure(corrected.first).entry
        let end = ["reason": "Changed", "shown": "9"].merging(dated("to", "2024-06-01")) { $1 }
        #expect(try await town.lab.post("\(path)/end/\(second)", end, by: town.officer).status == 303)
        #expect(try await town.person(town.mother).telephones.map(\.to) == [day("2024-06-01")])
        let back = ["reason": "Another's", "shown": "9"]
        #expect(try await town.lab.post("\(path)/take-back/\(second)", back, by: town.officer).status == 303)
        let left = try await town.person(town.mother).telephones
        #expect(left.map(\.value.number.digits) == [sure(Telephone("07700 900123")).digits])
    }

    @Test func `never takes back the only name, nor another child's adult's`() async throws {
        let town = try await Town()
        let name = try await town.person(town.mother).names[0].entry
        let path = "/children/\(town.child)/adults/take-back/\(name)"
        let page = try await town.lab.post(path, ["reason": "x", "shown": "9"], by: town.officer)
        #expect(page.status == 422 && page.has("A record needs a name"))
        #expect(
            try await town.lab.get("/children/\(town.child)/adults/end/\(name)", by: town.officer).status
                == 404)
        let other = "/children/\(town.stranger)/adults/take-back/\(name)"
        #expect(try await town.lab.get(other, by: town.manager).status == 404)
    }

    @Test func `keeps the words of the second of two people and shows the first's change`() async throws {
        let town = try await Town()
        let path = "\(town.adult())/change/telephone"
        let shown = ["shown": sure(try await town.lab.get(path, by: town.officer).hidden("shown"))]
        _ = try await telephone(town, "01632 960001")
        let fields = ["number": "07700 900123"].merging(dated("from", "2024-03-01")) { $1 }
            .merging(shown) { $1 }
        let again = try await town.lab.post(path, fields, by: town.officer)
        #expect(again.status == 422 && again.has("This was changed while you were typing"))
        #expect(again.has("01632 960001, from 1 January 2024"))
        #expect(again.has("07700 900123, from 1 March 2024") && again.hidden("shown") != shown["shown"])
    }

    @Test func `is refused to whose role ended meanwhile`() async throws {
        let town = try await Town()
        try await town.lab.endRoles(of: town.officer)
        let fields = ["number": "07700 900123", "shown": "1"].merging(dated("from", "2024-03-01")) { $1 }
        let answer = try await town.lab.post("\(town.adult())/change/telephone", fields, by: town.officer)
        #expect(answer.status == 404)
        #expect(try await town.person(town.mother).telephones.isEmpty)
    }
}
