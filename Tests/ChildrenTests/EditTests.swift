import Access
import CivilTime
import Ledger
import Pages
import People
import Testing

@testable import Children

/// The three fields of a date.
func dated(_ name: String, _ iso: String) -> [String: String] {
    let parts = iso.split(separator: "-").map { String($0) }
    return ["\(name)-year": parts[0], "\(name)-month": parts[1], "\(name)-day": parts[2]]
}

@Suite struct `Recording something of a child` {
    /// The fields of one form each that can be taken.
    static func forms(_ town: Town, authority: String) -> [(Topic, [String: String])] {
        let since = dated("from", "2024-01-01")
        return [
            (.name, ["forenames": "Augusta", "surname": "King"].merging(since) { $1 }),
            (.birth, dated("born", "2014-05-09").merging(["reason": "Certificate seen"]) { $1 }),
            (.identifier, ["kind": "nhs", "number": "9990000018"].merging(since) { $1 }),
            (.details, ["sex": "F", "ethnicity": "WBRI", "language": "Welsh"].merging(since) { $1 }),
            (.sex, ["sex": "F"].merging(since) { $1 }),
            (.ethnicity, ["ethnicity": "AIND"].merging(since) { $1 }),
            (.language, ["language": "Welsh", "interpreter": "yes"].merging(since) { $1 }),
            (
                .address,
                ["line-1": "1 High Street", "postcode": "qz1 1aa", "withheld": "no"].merging(since) { $1 }
            ),
            (.placement, ["setting": town.otherSchool, "kind": "subsidiary"].merging(since) { $1 }),
            (.team, ["team": town.team].merging(since) { $1 }),
            (.need, ["need": "ASD", "rank": "1"].merging(since) { $1 }),
            (.socialCare, ["status": "childInNeed", "authority": authority].merging(since) { $1 }),
            (.corporateParent, ["authority": authority, "footing": "careOrder"].merging(since) { $1 }),
            (
                .relationship,
                ["adult": "somebody-else", "name": "George Byron", "kind": "father", "lives-with": "no"]
                    .merging(since) { $1 }
            ),
            (.responsibility, ["adult": town.mother, "source": "birth"].merging(since) { $1 }),
            (
                .restriction,
                ["adult": town.mother, "kind": "noContact", "order": "Court 12"].merging(since) { $1 }
            ),
            (.home, ["adult": town.mother].merging(since) { $1 }),
            (
                .capacity,
                ["whose": "young-person", "decisions": "appeal", "lacking": "yes", "judged-by": "Dr A"]
                    .merging(since) { $1 }
            ),
            (.sharing, ["adult": town.mother, "agreed": "yes"].merging(since) { $1 }),
            (.death, dated("died", "2024-06-01")),
        ]
    }

    @Test func `works on a page for each topic, and on no page for who may not`() async throws {
        let town = try await Town()
        let authority = try await town.lab.organisation(.localAuthority, "Vale council")
        let forms = Self.forms(town, authority: authority)
        #expect(Set(forms.map(\.0)) == Set(Topic.allCases))
        for (topic, fields) in forms {
            let path = "/children/\(town.child)/change/\(topic.rawValue)"
            let page = try await town.lab.get(path, by: town.officer)
            #expect(page.status == 200, "\(topic)")
            let shown = ["shown": sure(page.hidden("shown"))]
            for visitor in [town.senco, town.parent, town.otherOfficer, town.lead, .nobody] {
                #expect(try await town.lab.get(path, by: visitor).status == 404, "\(topic)")
                let sent = try await town.lab.post(path, fields.merging(shown) { $1 }, by: visitor)
                #expect(sent.status == 404, "\(topic)")
            }
            let before = try await town.lab.version(town.child)
            let empty = try await town.lab.post(path, shown, by: town.officer)
            #expect(topic == .birth || empty.status == 422, "\(topic)")
            let answer = try await town.lab.post(path, fields.merging(shown) { $1 }, by: town.officer)
            #expect(answer.status == 303, "\(topic) \(answer.text)")
            #expect(try await town.lab.version(town.child) != before, "\(topic)")
        }
    }

    @Test func `records what was typed`() async throws {
        let town = try await Town()
        let path = "/children/\(town.child)/change/identifier"
        let fields = ["kind": "nhs", "number": "999 000 0018", "source": "GP", "shown": "9"]
            .merging(dated("from", "2024-01-01")) { $1 }
        _ = try await town.lab.post(path, fields, by: town.officer)
        let held = try await town.lab.state(town.child).identifiers.map(\.value)
        #expect(held == [Identification(sure(NHSNumber("9990000018")), source: ShortText("GP"))])
    }

    @Test func `sent twice is recorded once`() async throws {
        let town = try await Town()
        let path = "/children/\(town.child)/change/need"
        let fields = ["need": "ASD", "rank": "1", "shown": try await town.lab.version(town.child)]
            .merging(dated("from", "2024-01-01")) { $1 }
        let command = String(repeating: "b", count: 26)
        for _ in 1...2 {
            let answer = try await town.lab.post(path, fields, by: town.officer, command: command)
            #expect(answer.status == 303)
        }
        #expect(try await town.lab.state(town.child).needs.count == 1)
    }

    @Test func `keeps the words of the second of two people and shows the first's change`() async throws {
        let town = try await Town()
        let path = "/children/\(town.child)/change/need"
        let shown = sure(try await town.lab.get(path, by: town.officer).hidden("shown"))
        let since = dated("from", "2024-01-01")
        let first = ["need": "ASD", "rank": "1", "shown": shown].merging(since) { $1 }
        _ = try await town.lab.post(path, first, by: town.manager)
        let second = ["need": "SLCN", "rank": "2", "shown": shown, "reason": "Report of May"]
            .merging(since) { $1 }
        let again = try await town.lab.post(path, second, by: town.officer)
        #expect(again.status == 422 && again.has("This was changed while you were typing"))
        #expect(again.has("Mary Ward, SEND manager") && again.has("today at 13:00"))
        #expect(again.has("Autistic spectrum disorder (main need)") && again.has("Report of May"))
        #expect(again.has("Speech, language and communication needs (also), from 1 January 2024"))
        #expect(again.hidden("shown") != shown)
        #expect(try await town.lab.state(town.child).needs.count == 1)
        let last = second.merging(["shown": sure(again.hidden("shown"))]) { $1 }
        #expect(try await town.lab.post(path, last, by: town.officer).status == 303)
        #expect(try await town.lab.state(town.child).needs.count == 2)
    }

    @Test func `goes through where somebody changed what the form does not show`() async throws {
        let town = try await Town()
        let path = "/children/\(town.child)/change/need"
        let shown = sure(try await town.lab.get(path, by: town.officer).hidden("shown"))
        try await town.lab.record(.sex(.female), of: town.child)
        let fields = ["need": "ASD", "rank": "1", "shown": shown].merging(dated("from", "2024-01-01")) { $1 }
        #expect(try await town.lab.post(path, fields, by: town.officer).status == 303)
    }

    @Test func `says in the form what People refuses, and keeps what was typed`() async throws {
        let town = try await Town()
        let path = "/children/\(town.child)/change/need"
        let fields = ["need": "ASD", "rank": "1", "reason": "Kept words", "shown": "99"]
            .merging(dated("from", "2010-01-01")) { $1 }
        let page = try await town.lab.post(path, fields, by: town.officer)
        #expect(page.status == 422 && page.has("begins before the child was born") && page.has("Kept words"))
    }

    @Test func `takes only people and organisations that it offers`() async throws {
        let town = try await Town()
        let other = try await town.lab.person("Sombre Stranger")
        let since = dated("from", "2024-01-01")
        for (topic, fields) in [
            (Topic.home, ["adult": other]), (.responsibility, ["adult": other, "source": "birth"]),
            (.placement, ["setting": town.team, "kind": "main"]), (.team, ["team": town.school]),
            (.relationship, ["adult": other, "kind": "mother", "lives-with": "no"]),
            (
                .relationship,
                [
                    "adult": "somebody-else", "name": "New Name", "same-person": other, "kind": "mother",
                    "lives-with": "no",
                ]
            ),
        ] {
            let sent = fields.merging(since) { $1 }.merging(["shown": "99"]) { $1 }
            let page = try await town.lab.post(
                "/children/\(town.child)/change/\(topic.rawValue)", sent, by: town.officer)
            #expect(page.status == 422, "\(topic)")
            #expect(!page.has("Sombre"))
        }
    }

    @Test func `of an adult asks whether it is somebody recorded already, among those one may see`()
        async throws
    {
        let town = try await Town()
        let sister = try await town.lab.child("Allegra", "Byron", born: "2016-01-01")
        try await town.lab.record(.team(ResponsibleTeam(town.team)), of: sister)
        let george = try await town.lab.person("George Byron")
        try await town.lab.record(.relationship(Relationship(person: george, .father)), of: sister)
        let path = "/children/\(town.child)/change/relationship"
        let fields = [
            "adult": "somebody-else", "name": "george BYRON", "kind": "father", "lives-with": "yes",
            "shown": "99",
        ].merging(dated("from", "2014-05-10")) { $1 }
        let asked = try await town.lab.post(path, fields, by: town.officer)
        #expect(asked.status == 422 && asked.has("Is it one of these people?") && asked.has(george))
        let chosen = fields.merging(["same-person": george]) { $1 }
        #expect(try await town.lab.post(path, chosen, by: town.officer).status == 303)
        let state = try await town.lab.state(town.child)
        #expect(state.relationships.map(\.value).contains(Relationship(person: george, .father)))
        #expect(state.homes.map(\.value.person) == [george])
    }

    @Test func `of an adult does not tell of people on records one may not see`() async throws {
        let town = try await Town()
        let george = try await town.lab.person("George Byron")
        try await town.lab.record(.relationship(Relationship(person: george, .father)), of: town.stranger)
        let fields = [
            "adult": "somebody-else", "name": "George Byron", "kind": "father", "lives-with": "no",
            "shown": "99",
        ].merging(dated("from", "2014-05-10")) { $1 }
        let path = "/children/\(town.child)/change/relationship"
        #expect(try await town.lab.post(path, fields, by: town.officer).status == 303)
        #expect(try await town.lab.state(town.child).relationships.last?.value.person != george)
    }

    @Test func `of social care needs sight of it`() async throws {
        let town = try await Town()
        try await town.lab.change(
            .order(child: town.child, part: .socialCare, from: town.lab.today, named: []))
        for topic in ["social-care", "corporate-parent"] {
            let path = "/children/\(town.child)/change/\(topic)"
            #expect(try await town.lab.get(path, by: town.officer).status == 404)
        }
        #expect(
            try await town.lab.get("/children/\(town.child)/change/need", by: town.officer).status == 200)
    }

    @Test func `refuses a form without its command, or with another's`() async throws {
        let town = try await Town()
        let path = "/children/\(town.child)/change/need"
        let fields = ["need": "ASD", "rank": "1", "shown": "99"].merging(dated("from", "2024-01-01")) { $1 }
        let none = try await town.lab.post(path, fields, by: town.officer, command: "")
        #expect(none.status == 409)
        let command = String(repeating: "c", count: 26)
        _ = try await town.lab.post(path, fields, by: town.officer, command: command)
        let other = try await town.lab.post(path, fields, by: town.manager, command: command)
        #expect(other.status == 422 && other.has("belongs to somebody else"))
        let changed = fields.merging(["rank": "2"]) { $1 }
        let second = try await town.lab.post(path, changed, by: town.officer, command: command)
        #expect(second.status == 422 && second.has("already sent with other answers"))
    }
}

@Suite struct `A name on a form` {
    private func send(_ town: Town, _ fields: [String: String]) async throws -> Seen {
        let sent = fields.merging(dated("from", "2024-01-01")) { $1 }.merging(["shown": "99"]) { $1 }
        return try await town.lab.post("/children/\(town.child)/change/name", sent, by: town.officer)
    }

    @Test(arguments: [
        String(repeating: "a", count: 10_000), "Ada\u{0}", "Ada\u{202E}nimda",
        "Ada\u{2066}", "A" + String(repeating: "\u{0301}", count: 50), "\u{FFFD}", "\u{1B}[2J", "   ",
    ])
    func `is refused where it cannot be kept, with words`(name: String) async throws {
        let town = try await Town()
        for field in ["forenames", "surname"] {
            let others = ["forenames": "Ada", "surname": "Byron"]
            let page = try await send(town, others.merging([field: name]) { $1 })
            let isBlankSurname = field == "surname" && name == "   "
            #expect(page.status == (isBlankSurname ? 303 : 422), "\(field)")
        }
    }

    @Test(arguments: [
        ("D'Arcy", "O’Neill-Smith"), ("Nguyễn Thị", ""), ("אדה", "בן־דוד"), ("Zoë", "İnönü"), ("X", ""),
        ("Æthelflæd", "of Mercia"),
    ])
    func `is taken as people give it`(forenames: String, surname: String) async throws {
        let town = try await Town()
        #expect(try await send(town, ["forenames": forenames, "surname": surname]).status == 303)
        let name = try await town.lab.state(town.child).name
        #expect(name == ChildName(forenames, surname))
        #expect(try await town.lab.get("/children/\(town.child)", by: town.officer).status == 200)
    }
}
