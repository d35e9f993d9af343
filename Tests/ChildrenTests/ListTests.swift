import Access
import CivilTime
import Pages
import People
import Testing

@testable import Children

@Suite struct `The list of children` {
    @Test func `shows each only the children they may see`() async throws {
        let town = try await Town()
        for (visitor, names) in [
            (town.senco, ["Byron, Ada"]), (town.officer, ["Byron, Ada"]),
            (town.otherOfficer, ["Babbage, Charles"]),
            (town.manager, ["Babbage, Charles", "Byron, Ada"]),
        ] {
            let page = try await town.lab.get("/children", by: visitor)
            #expect(page.status == 200)
            for name in ["Byron, Ada", "Babbage, Charles"] {
                #expect(page.has(name) == names.contains(name), "\(visitor) \(name)")
            }
            #expect(page.shown?.listed.count == names.count)
            #expect(page.shown?.opened == [])
        }
    }

    @Test func `leads a family to their own page, and is not for others`() async throws {
        let town = try await Town()
        #expect(try await town.lab.get("/children", by: town.parent).location == "/my-child")
        #expect(try await town.lab.get("/children/children.csv", by: town.parent).status == 404)
        let administrator = try await town.lab.account("Ann Admin", .administrator)
        for path in ["/children", "/children/children.csv", "/my-child"] {
            #expect(try await town.lab.get(path, by: administrator).status == 404)
            #expect(try await town.lab.get(path, by: .nobody).status == 404)
        }
    }

    @Test func `is empty from the day after a role ended`() async throws {
        let town = try await Town()
        let leaving = try await town.lab.account("Lea Ving", .senco, at: town.school, to: "2024-06-30")
        #expect(try await town.lab.get("/children", by: leaving).has("Byron"))
        town.lab.comes(day("2024-07-01"))
        let account = try await Accounts(town.lab.ledger).account(sure(leaving.account))
        let after = Visitor.account(sure(account).holder(on: town.lab.today))
        #expect(try await town.lab.get("/children", by: after).status == 404)
        #expect(try await town.lab.get("/children/\(town.child)", by: after).status == 404)
    }

    @Test func `leaves out who no longer goes to the school`() async throws {
        let town = try await Town()
        let entry = try await town.lab.state(town.child).placements[0].entry
        let end = EndOnChild(entry, of: town.child, to: day("2024-06-29"))
        try await town.lab.commit { try end.decide(&$0) }
        #expect(try await !town.lab.get("/children", by: town.senco).has("Byron"))
    }

    @Test func `stands on several pages`() async throws {
        let lab = try await Lab()
        let manager = try await lab.account("Mary Ward", .sendManager)
        for number in 1...51 { _ = try await lab.child("N\(number)", "Same\(100 + number)") }
        let first = try await lab.get("/children", by: manager)
        #expect(first.shown?.listed.count == 50)
        #expect(first.has("51 children") && first.has("?page=2"))
        let second = try await lab.get("/children", [(name: "page", value: "2")], by: manager)
        #expect(second.shown?.listed.count == 1 && second.has("Same151"))
        for odd in ["0", "-1", "9999999999999999999", "x", "3"] {
            let page = try await lab.get("/children", [(name: "page", value: odd)], by: manager)
            #expect(page.status == 200, "\(odd)")
        }
    }

    @Test func `shows the setting of today and no other`() async throws {
        let town = try await Town()
        try await town.lab.record(
            .placement(Placement(at: town.otherSchool, .subsidiary)), of: town.child, from: "2023-01-01")
        let page = try await town.lab.get("/children", by: town.officer)
        #expect(page.has("Hollin School") && !page.has("Beck School"))
    }
}

@Suite struct `Searching children` {
    private func found(_ words: String, _ town: Town, by visitor: Visitor) async throws -> [String] {
        let page = try await town.lab.get("/children", [(name: "q", value: words)], by: visitor)
        #expect(page.status == 200)
        return page.shown?.listed ?? ["not said"]
    }

    @Test(arguments: [
        "Ada", "byron", "Ada Byron", "BYRON ADA", "adá býron", "by ad", "2014-05-10", "10/5/2014",
        "10.05.2014", "  Ada  ",
    ])
    func `finds a child by name and birth date`(words: String) async throws {
        let town = try await Town()
        #expect(try await found(words, town, by: town.manager) == [town.child])
        #expect(try await found(words, town, by: town.otherOfficer) == [])
    }

    @Test func `finds by every name ever held, with and without apostrophes`() async throws {
        let town = try await Town()
        let name = sure(ChildName("Augusta Ada", "O'Neill-Smith", knownAs: "Gus"))
        try await town.lab.record(.name(name), of: town.child, from: "2022-01-01")
        for words in ["Byron", "oneill", "O’Neill Smith", "Gus", "Augusta O'Neill Smith", "smith o'neill"] {
            #expect(try await found(words, town, by: town.officer) == [town.child], "\(words)")
        }
    }

    @Test func `finds by numbers, only among those who may be seen`() async throws {
        let town = try await Town()
        let numbers = [
            Identification(sure(NHSNumber("9990000018"))), Identification(sure(UPN("R000202400013"))),
        ]
        for number in numbers {
            try await town.lab.record(.identifier(number), of: town.child, from: "2020-01-01")
        }
        for words in ["999 000 0018", "r000 2024 00013"] {
            #expect(try await found(words, town, by: town.senco) == [town.child], "\(words)")
            #expect(try await found(words, town, by: town.otherOfficer) == [], "\(words)")
        }
    }

    @Test func `finds by postcode, a withheld one only for who may see it`() async throws {
        let town = try await Town()
        try await town.lab.record(.address(Town.address), of: town.child)
        try await town.lab.record(.address(Town.withheld), of: town.child)
        #expect(try await found("qz11aa", town, by: town.senco) == [town.child])
        #expect(try await found("QZ2 2BB", town, by: town.senco) == [])
        #expect(try await found("QZ2 2BB", town, by: town.officer) == [town.child])
    }

    @Test(arguments: [
        String(repeating: "a", count: 10_000), "\u{202E}Byron", "'; DROP TABLE people_child; --", "%", "_",
        "*",
        "\u{0301}", "a\u{0301}\u{0301}", "1 2 3 4 5 6 7 8 9 10", "👩‍👧", "99/99/9999", "0000-00-00",
    ])
    func `takes what nobody is called, and finds nobody`(words: String) async throws {
        let town = try await Town()
        #expect(try await found(words, town, by: town.otherOfficer) == [])
        #expect(try await town.lab.children().count == 2)
    }

    @Test func `does not find what is restricted or merged`() async throws {
        let town = try await Town()
        try await town.lab.change(
            .order(child: town.child, part: .record, from: town.lab.today, named: []))
        #expect(try await found("Byron", town, by: town.manager) == [])
        let double = try await town.lab.child("Charlie", "Babbage", born: "2012-12-26")
        let stranger = town.stranger
        try await town.lab.commit { deciding -> Bool in
            try Merging.merge(child: double, into: stranger, because: sure(ShortText("same")), &deciding)
            return true
        }
        #expect(try await found("Babbage", town, by: town.manager) == [town.stranger])
    }

    @Test func `does not find one's own family`() async throws {
        let town = try await Town()
        let own = try await town.lab.account("Annabella Manager", .sendManager, person: town.mother)
        #expect(try await found("", town, by: own) == [town.stranger])
        #expect(try await town.lab.get("/children/\(town.child)", by: own).status == 404)
    }

    @Test func `is a file of the same children`() async throws {
        let town = try await Town()
        let file = try await town.lab.get(
            "/children/children.csv", [(name: "q", value: "")], by: town.senco)
        #expect(
            file.text
                == "record,name,birth date,setting\r\n\(town.child),\"Byron, Ada\",2014-05-10,Hollin School\r\n"
        )
        #expect(file.shown?.listed == [town.child])
        let none = try await town.lab.get(
            "/children/children.csv", [(name: "q", value: "Babbage")], by: town.senco)
        #expect(none.text == "record,name,birth date,setting\r\n" && none.shown?.listed == [])
    }
}
