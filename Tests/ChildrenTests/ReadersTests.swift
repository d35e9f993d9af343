import Access
import CivilTime
import Ledger
import Pages
import People
import Testing

@testable import Children

@Suite struct `The family's list of who looked` {
    private func page(_ town: Town, _ before: String? = nil) async throws -> Seen {
        let query = before.map { [(name: "before", value: $0)] } ?? []
        return try await town.lab.get("/children/\(town.child)/readers", query, by: town.parent)
    }

    @Test func `names role, organisation and reason, never a person`() async throws {
        let town = try await Town()
        _ = try await town.lab.get("/children/\(town.child)", by: town.officer)
        let page = try await page(town)
        #expect(page.has("SEND officer") && page.has("SEND team north"))
        #expect(page.has("The law gives them work to do for this child"))
        #expect(!page.has("Imani") && !page.has("Farrow"))
        #expect(page.shown?.opened == [town.child])
    }

    @Test func `says "you" of one's own, and shows another parent by role alone`() async throws {
        let town = try await Town()
        let father = try await town.lab.person("George Byron")
        try await town.lab.record(.relationship(Relationship(person: father, .father)), of: town.child)
        let other = try await town.lab.account("George Father", .parent, person: father)
        _ = try await town.lab.get("/children/\(town.child)", by: town.parent)
        _ = try await town.lab.get("/children/\(town.child)", by: other)
        let page = try await page(town)
        #expect(page.has("<th scope=\"row\">") && page.has(">You<") && page.has("Parent or carer"))
        #expect(!page.has("George"))
    }

    @Test func `leaves out where the child only stood in a list`() async throws {
        let town = try await Town()
        _ = try await town.lab.get("/children", by: town.senco)
        #expect(try await page(town).has("Nobody has opened it yet"))
    }

    @Test func `leaves out marked reads until they are released, without a gap`() async throws {
        let town = try await Town()
        let account = sure(town.lead.account)
        let mark = try await town.lab.change(
            .mark(child: town.child, account: account, from: town.lab.today))
        for _ in 1...60 { _ = try await town.lab.get("/children/\(town.child)", by: town.lead) }
        _ = try await town.lab.get("/children/\(town.child)", by: town.senco)
        let kept = try await page(town)
        #expect(!kept.has("Safeguarding lead") && kept.has("SENCO") && !kept.has("Earlier"))
        try await town.lab.change(.release(mark))
        let released = try await page(town)
        #expect(released.has("Safeguarding lead") && released.has("60 times, at 13:00"))
    }

    @Test func `keeps what was read before the mark's first day`() async throws {
        let town = try await Town()
        _ = try await town.lab.get("/children/\(town.child)", by: town.lead)
        try await town.lab.change(
            .mark(child: town.child, account: sure(town.lead.account), from: town.lab.today + 1))
        #expect(try await page(town).has("Safeguarding lead"))
    }

    @Test func `goes on over several pages, each of whole days`() async throws {
        let town = try await Town()
        for number in 0..<51 {
            town.lab.comes(Lab.today + number)
            for _ in 1...2 { _ = try await town.lab.get("/children/\(town.child)", by: town.senco) }
        }
        let first = try await page(town)
        #expect(first.text.ranges(of: "SENCO").count == 50 && !first.has("Sunday 30 June 2024"))
        let before = first.text.firstMatch(of: /before=([0-9]+)/).map { String($0.output.1) }
        let second = try await page(town, sure(before))
        #expect(second.text.ranges(of: "SENCO").count == 1 && !second.has("Earlier"))
        #expect(second.has("Sunday 30 June 2024") && second.has("Twice"))
    }

    @Test func `is a line for each person, role and day, with how often`() async throws {
        let town = try await Town()
        let path = "/children/\(town.child)"
        let second = try await town.lab.account("Sue Second", .senco, at: town.school)
        for visitor in [town.senco, second, town.senco] { _ = try await town.lab.get(path, by: visitor) }
        town.lab.pass(hours: 2)
        _ = try await town.lab.get(path, by: town.senco)
        town.lab.comes(Lab.today + 1)
        _ = try await town.lab.get(path, by: town.senco)
        let page = try await page(town)
        #expect(page.text.ranges(of: "<th scope=\"row\">").count == 3)
        #expect(page.text.ranges(of: "Sunday 30 June 2024").count == 2)
        #expect(page.text.ranges(of: "Monday 1 July 2024").count == 1)
        #expect(page.has("3 times, from 13:00 to 15:00"))
        #expect(page.text.ranges(of: "Once, at 13:00").count == 2)
    }

    @Test func `counts what was read of a record merged into this one`() async throws {
        let town = try await Town()
        let double = try await town.lab.child("Ada", "Bryon")
        _ = try await town.lab.get("/children/\(double)", by: town.manager)
        let child = town.child
        try await town.lab.commit { deciding -> Bool in
            try Merging.merge(child: double, into: child, because: sure(ShortText("same")), &deciding)
            return true
        }
        #expect(try await page(town).has("SEND manager"))
    }

    @Test func `is for the family alone`() async throws {
        let town = try await Town()
        for visitor in [town.officer, town.manager, town.lead, .nobody] {
            #expect(
                try await town.lab.get("/children/\(town.child)/readers", by: visitor).status == 404)
        }
        #expect(
            try await town.lab.get("/children/\(town.stranger)/readers", by: town.parent).status == 404)
    }
}

@Suite struct `Safeguarding marks on a record` {
    private func path(_ town: Town) -> String { "/children/\(town.child)/marks" }
    private let fields = [
        "account": "sampenn@example.org", "from-day": "30", "from-month": "6", "from-year": "2024",
        "reason": "An enquiry",
    ]

    @Test func `are set, listed and released by a safeguarding lead`() async throws {
        let town = try await Town()
        #expect(try await town.lab.get("/children/\(town.child)", by: town.lead).has("/marks"))
        let answer = try await town.lab.post(path(town), fields, by: town.lead)
        #expect(answer.status == 303)
        let list = try await town.lab.get(path(town), by: town.lead)
        #expect(list.has("Sam Penn") && !list.has("Byron"))
        let mark = sure(list.text.firstMatch(of: /marks\/([0-9a-z]{26})/).map { String($0.output.1) })
        let page = try await town.lab.get("\(path(town))/\(mark)", by: town.lead)
        #expect(page.status == 200)
        let released = try await town.lab.post("\(path(town))/\(mark)", ["reason": "Over"], by: town.lead)
        #expect(released.status == 303)
        #expect(try await town.lab.get(path(town), by: town.lead).has("No access is marked"))
        let again = try await town.lab.post("\(path(town))/\(mark)", ["reason": "Over"], by: town.lead)
        #expect(again.status == 303)
    }

    @Test func `are not for others, nor on what is closed to the lead`() async throws {
        let town = try await Town()
        for visitor in [town.officer, town.manager, town.parent, .nobody] {
            #expect(try await town.lab.get(path(town), by: visitor).status == 404)
            #expect(try await town.lab.post(path(town), fields, by: visitor).status == 404)
        }
        try await town.lab.change(
            .order(child: town.child, part: .record, from: town.lab.today, named: []))
        #expect(try await town.lab.get(path(town), by: town.lead).status == 404)
    }

    @Test func `cannot be released through another child's address`() async throws {
        let town = try await Town()
        let mark = try await town.lab.change(
            .mark(child: town.stranger, account: "somebody", from: town.lab.today))
        #expect(try await town.lab.get("\(path(town))/\(mark)", by: town.lead).status == 404)
        _ = try await town.lab.post("\(path(town))/\(mark)", ["reason": "x"], by: town.lead)
        #expect(
            try await town.lab.get("/children/\(town.stranger)/marks/\(mark)", by: town.lead).status == 200)
    }

    @Test func `need an account that exists, a day and a reason`() async throws {
        let town = try await Town()
        for (name, value) in [("account", "nobody@example.org"), ("from-day", ""), ("reason", "")] {
            let page = try await town.lab.post(
                path(town), fields.merging([name: value]) { $1 }, by: town.lead)
            #expect(page.status == 422 && page.has("There is a problem"), "\(name)")
        }
    }
}
