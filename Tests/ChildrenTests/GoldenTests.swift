import Access
import CivilTime
import Ledger
import Pages
import People
import Testing

@testable import Children

@Suite struct `Whole pages of the room` {
    /// The town with much recorded of its child.
    private func fullTown() async throws -> Town {
        let town = try await Town()
        let (lab, child) = (town.lab, town.child)
        let authority = try await lab.organisation(.localAuthority, "Vale council")
        let father = try await lab.person("George Byron")
        let number = Identification(sure(NHSNumber("9990000018")), source: ShortText("GP"))
        let order = CourtRestriction(person: father, .noContact, order: sure(ShortText("Hollin court 12")))
        let name = sure(ChildName("Augusta Ada", "O'Neill-Byron", knownAs: "Gus"))
        let details: [(ChildDetail, String)] = [
            (.name(name), "2022-01-01"), (.identifier(number), "2020-01-01"),
            (.sex(.female), "2014-05-10"), (.ethnicity(sure(Ethnicity("WBRI"))), "2020-01-01"),
            (
                .language(LanguageUse(sure(ShortText("Welsh")), needsInterpreter: true)), "2020-01-01"
            ),
            (.address(Town.address), "2020-01-01"), (.address(Town.withheld), "2023-01-01"),
            (.need(Need(.autism)), "2021-03-01"), (.home(Home(with: town.mother)), "2014-05-10"),
            (.relationship(Relationship(person: father, .father)), "2014-05-10"),
            (.restriction(order), "2022-02-02"),
            (.socialCare(SocialCare(.childInNeed, authority: authority)), "2023-01-01"),
        ]
        for (detail, from) in details { try await lab.record(detail, of: child, from: from) }
        return town
    }

    @Test func `stay as they are: the record for staff and for the family`() async throws {
        let town = try await fullTown()
        let path = "/children/\(town.child)"
        try expectGolden("record-officer", try await town.lab.get(path, by: town.officer))
        try expectGolden("record-senco", try await town.lab.get(path, by: town.senco))
        try expectGolden("record-family", try await town.lab.get(path, by: town.parent))
        try expectGolden("readers", try await town.lab.get("\(path)/readers", by: town.parent))
        try expectGolden("list", try await town.lab.get("/children", by: town.manager))
        let none = try await town.lab.get("/children", [(name: "q", value: "x")], by: town.officer)
        try expectGolden("list-none", none)
    }

    @Test func `stay as they are: forms, plain, wrong and overtaken`() async throws {
        let town = try await fullTown()
        let path = "/children/\(town.child)/change/relationship"
        let page = try await town.lab.get(path, by: town.officer)
        try expectGolden("change-relationship", page)
        let shown = ["shown": sure(page.hidden("shown"))]
        let wrong = try await town.lab.post(path, shown, by: town.officer)
        try expectGolden("change-relationship-wrong", wrong)
        let need = "/children/\(town.child)/change/need"
        let fields = ["need": "SLCN", "rank": "2"].merging(dated("from", "2024-01-01")) { $1 }
            .merging(shown) { $1 }
        _ = try await town.lab.post(need, fields, by: town.manager)
        try expectGolden("change-need-overtaken", try await town.lab.post(need, fields, by: town.officer))
        let entry = try await town.lab.state(town.child).needs[0].entry
        let correcting = "/children/\(town.child)/correct/\(entry)"
        try expectGolden("correct-need", try await town.lab.get(correcting, by: town.officer))
    }

    @Test func `stay as they are: an adult for staff and for themselves, and a form`() async throws {
        let town = try await Town()
        try await town.fillMother()
        try expectGolden("adult-officer", try await town.lab.get(town.adult(), by: town.officer))
        try expectGolden("adult-own", try await town.lab.get(town.adult(), by: town.parent))
        let form = try await town.lab.get("\(town.adult())/change/telephone", by: town.officer)
        try expectGolden("adult-telephone", form)
    }

    @Test func `stay as they are: merging, marking and emergencies`() async throws {
        let town = try await fullTown()
        let double = try await town.lab.child("Ada", "Byron")
        try await town.lab.record(.placement(Placement(at: town.otherSchool)), of: double)
        let path = "/children/\(town.child)"
        try expectGolden("doubles", try await town.lab.get("\(path)/doubles", by: town.manager))
        try expectGolden("merge", try await town.lab.get("\(path)/doubles/\(double)", by: town.manager))
        try await town.lab.change(
            .mark(child: town.child, account: sure(town.senco.account), from: town.lab.today))
        try expectGolden("marks", try await town.lab.get("\(path)/marks", by: town.lead))
        let fields = ["number": "9990000026", "reason": "Found alone"]
        try expectGolden("emergency-none", try await town.lab.post("/emergency", fields, by: town.senco))
    }
}
