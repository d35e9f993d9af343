import Access
import CivilTime
import Ledger
import Pages
import People
import Testing

@testable import Children

@Suite struct `The page of a record` {
    private func path(_ town: Town) -> String { "/children/\(town.child)" }

    @Test func `is opened by who is involved and by nobody else`() async throws {
        let town = try await Town()
        for visitor in [town.officer, town.senco, town.manager, town.parent, town.lead] {
            let page = try await town.lab.get(path(town), by: visitor)
            #expect(page.status == 200, "\(visitor)")
            #expect(page.shown?.opened == [town.child])
        }
        for visitor in [town.otherOfficer, Visitor.nobody] {
            #expect(try await town.lab.get(path(town), by: visitor).status == 404)
        }
        #expect(try await town.lab.get("/children/\(town.stranger)", by: town.parent).status == 404)
        #expect(try await town.lab.get("/children/nobody", by: town.manager).status == 404)
        #expect(try await town.lab.get("/children/\(town.mother)", by: town.manager).status == 404)
    }

    @Test func `says who holds the rights and who is involved`() async throws {
        let town = try await Town()
        let page = try await town.lab.get(path(town), by: town.officer)
        #expect(page.has("Annabella Byron") && page.has("Mother: has parental responsibility by law."))
        #expect(page.has("Hollin School") && page.has("SEND team north"))
        #expect(page.has("10 May 2014 (10 years old)") && page.has(town.child))
    }

    @Test func `offers changes only to who may make them`() async throws {
        let town = try await Town()
        #expect(try await town.lab.get(path(town), by: town.officer).has("/change/name"))
        for visitor in [town.senco, town.parent, town.lead] {
            #expect(try await !town.lab.get(path(town), by: visitor).has("/change/"), "\(visitor)")
        }
    }

    @Test func `keeps a withheld address from who may not know it`() async throws {
        let town = try await Town()
        try await town.lab.record(.address(Town.withheld), of: town.child)
        for (visitor, shows, hints) in [
            (town.officer, true, false), (town.lead, true, false), (town.senco, false, true),
            (town.parent, false, false),
        ] {
            let page = try await town.lab.get(path(town), by: visitor)
            #expect(page.has("Secret Lane") == shows, "\(visitor)")
            #expect(page.has("QZ2") == shows)
            #expect(page.has("An address is withheld") == hints, "\(visitor)")
        }
    }

    @Test func `keeps social care from who may not see it`() async throws {
        let town = try await Town()
        let authority = try await town.lab.organisation(.localAuthority, "Vale council")
        let worker = try await town.lab.person("Wanda Worker")
        try await town.lab.record(
            .socialCare(SocialCare(.lookedAfter, authority: authority)), of: town.child)
        try await town.lab.record(
            .corporateParent(CorporateParent(organisation: authority, .careOrder)), of: town.child)
        try await town.lab.record(.relationship(Relationship(person: worker, .socialWorker)), of: town.child)
        for (visitor, shows) in [(town.officer, true), (town.senco, false), (town.parent, false)] {
            let page = try await town.lab.get(path(town), by: visitor)
            for words in ["Looked after", "care order", "Wanda Worker", "corporate parent"] {
                #expect(page.has(words) == shows, "\(visitor) \(words)")
            }
        }
    }

    @Test func `shows court restrictions to staff alone`() async throws {
        let town = try await Town()
        let father = try await town.lab.person("George Byron")
        try await town.lab.record(.relationship(Relationship(person: father, .father)), of: town.child)
        let order = CourtRestriction(
            person: father, .noInformation, order: sure(ShortText("Hollin court 12")))
        try await town.lab.record(.restriction(order), of: town.child)
        #expect(try await town.lab.get(path(town), by: town.senco).has("Hollin court 12"))
        let family = try await town.lab.get(path(town), by: town.parent)
        #expect(!family.has("Hollin court 12") && !family.has("court"))
        let kept = try await town.lab.account("George Father", .parent, person: father)
        #expect(try await town.lab.get(path(town), by: kept).status == 404)
    }

    @Test func `keeps a safeguarding involvement from the family and from other agencies`() async throws {
        let town = try await Town()
        let hub = try await town.lab.organisation(.team, "Protection hub")
        try await town.lab.involve(hub, with: town.child, as: .advice, safeguarding: true)
        let worker = try await town.lab.person("Nora Named")
        try await town.lab.involve(worker, with: town.child, as: .namedWorker)
        for (visitor, shows) in [
            (town.officer, true), (town.manager, true), (town.lead, true), (town.senco, false),
            (town.parent, false),
        ] {
            let page = try await town.lab.get(path(town), by: visitor)
            #expect(page.has("Protection hub") == shows, "\(visitor)")
            #expect(page.has("Nora Named"), "\(visitor)")
        }
    }

    @Test func `names what the fold found wrong`() async throws {
        let town = try await Town()
        try await town.lab.record(.placement(Placement(at: town.otherSchool)), of: town.child)
        #expect(
            try await town.lab.get(path(town), by: town.officer).has("Two main placements hold at one time."))
    }

    @Test func `leads from a merged record to the one that goes on`() async throws {
        let town = try await Town()
        let double = try await town.lab.child("Ada", "Bryon")
        let child = town.child
        try await town.lab.commit { deciding -> Bool in
            try Merging.merge(child: double, into: child, because: sure(ShortText("same")), &deciding)
            return true
        }
        for (path, target) in [
            ("/children/\(double)", "/children/\(child)"),
            ("/children/\(double)/history", "/children/\(child)/history"),
            ("/children/\(double)/change/name", "/children/\(child)/change/name"),
        ] {
            let answer = try await town.lab.get(path, by: town.officer)
            #expect(answer.status == 303 && answer.location == target)
            #expect(try await town.lab.get(path, by: town.otherOfficer).status == 404)
        }
    }

    @Test func `is closed to all but those a restriction names`() async throws {
        let town = try await Town()
        let named = sure(town.officer.account)
        try await town.lab.change(
            .order(child: town.child, part: .record, from: town.lab.today, named: [named]))
        #expect(try await town.lab.get(path(town), by: town.officer).status == 200)
        for visitor in [town.manager, town.senco, town.parent] {
            #expect(try await town.lab.get(path(town), by: visitor).status == 404)
        }
    }

    @Test func `escapes what was recorded`() async throws {
        let town = try await Town()
        let name = sure(ChildName("<script>alert(1)</script>", "O'\"&Neill"))
        try await town.lab.record(.name(name), of: town.child, from: "2022-01-01")
        let page = try await town.lab.get(path(town), by: town.officer)
        #expect(!page.has("<script>") && page.has("&lt;script&gt;"))
    }
}

@Suite struct `A family's own way in` {
    @Test func `leads to the one child`() async throws {
        let town = try await Town()
        let answer = try await town.lab.get("/my-child", by: town.parent)
        #expect(answer.location == "/children/\(town.child)")
    }

    @Test func `lists several, and says so where there is none`() async throws {
        let town = try await Town()
        try await town.lab.record(
            .relationship(Relationship(person: town.mother, .mother)), of: town.stranger)
        let several = try await town.lab.get("/my-child", by: town.parent)
        #expect(several.has("Byron, Ada") && several.has("Babbage, Charles"))
        #expect(several.shown?.listed.count == 2)
        let nobody = try await town.lab.account("Nobody Yet", .parent, person: "unknown")
        let none = try await town.lab.get("/my-child", by: nobody)
        #expect(none.status == 200 && none.has("There is nothing here yet"))
    }

    @Test func `is for families alone, and for who has both only the family's part`() async throws {
        let town = try await Town()
        #expect(try await town.lab.get("/my-child", by: town.officer).status == 404)
        guard case .account(let holder) = town.parent else { return }
        let both = Visitor.account(
            AccountHolder(
                account: holder.account, person: town.mother,
                grants: holder.grants + [AccountHolder.Grant(.sendManager)]))
        #expect(try await town.lab.get("/my-child", by: both).location == "/children/\(town.child)")
    }

    @Test func `is a young person's own record after school age`() async throws {
        let lab = try await Lab()
        let child = try await lab.child("Ada", "Byron", born: "2006-01-01")
        let young = try await lab.account("Ada Young", .youngPerson, person: child)
        #expect(try await lab.get("/my-child", by: young).location == "/children/\(child)")
        let page = try await lab.get("/children/\(child)", by: young)
        #expect(page.status == 200 && page.has("recorded about you"))
        let pupil = try await lab.child("Bea", "Byron", born: "2014-01-01")
        let early = try await lab.account("Bea Young", .youngPerson, person: pupil)
        #expect(try await lab.get("/children/\(pupil)", by: early).status == 404)
    }

    @Test func `speaks plainly and links to who looked`() async throws {
        let town = try await Town()
        let page = try await town.lab.get("/children/\(town.child)", by: town.parent)
        #expect(page.has("Who can see this") && page.has("/children/\(town.child)/readers"))
        #expect(!page.has("/history") && !page.has("/doubles"))
    }
}
