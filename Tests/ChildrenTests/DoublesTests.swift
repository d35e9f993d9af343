import Access
import CivilTime
import Ledger
import Pages
import People
import Testing

@testable import Children

@Suite struct `Records that may be of one child` {
    private func double(_ town: Town) async throws -> String {
        let double = try await town.lab.child("Ada", "Byron")
        try await town.lab.record(.placement(Placement(at: town.otherSchool)), of: double)
        return double
    }

    @Test func `are proposed with reasons to who may merge them`() async throws {
        let town = try await Town()
        let double = try await double(town)
        let words = "These records may be of the same child"
        let record = try await town.lab.get("/children/\(town.child)", by: town.manager)
        #expect(record.has(words) && record.has("Compare and merge") && record.shown?.listed == [double])
        let closed = try await town.lab.get("/children/\(town.child)", by: town.officer)
        #expect(!closed.has(words) && !closed.has(double) && closed.shown?.listed == [])
        try await town.lab.record(.team(ResponsibleTeam(town.team)), of: double)
        let open = try await town.lab.get("/children/\(town.child)", by: town.officer)
        #expect(open.has(words) && !open.has("Compare and merge") && open.shown?.listed == [double])
        let page = try await town.lab.get("/children/\(town.child)/doubles", by: town.manager)
        #expect(page.has("Probably the same") && page.has("The same name.") && page.has(double))
        #expect(page.shown?.listed == [double])
        #expect(try await town.lab.get("/children/\(town.child)/doubles", by: town.officer).status == 404)
    }

    @Test func `are not mentioned where one of them is closed`() async throws {
        let town = try await Town()
        let double = try await double(town)
        try await town.lab.change(.order(child: double, part: .record, from: town.lab.today, named: []))
        let record = try await town.lab.get("/children/\(town.child)", by: town.manager)
        #expect(!record.has("These records may be") && record.shown?.listed == [])
        let page = try await town.lab.get("/children/\(town.child)/doubles", by: town.manager)
        #expect(page.has("None is proposed") && !page.has(double))
        for path in ["/children/\(town.child)/doubles/\(double)", "/children/\(double)/doubles"] {
            #expect(try await town.lab.get(path, by: town.manager).status == 404)
        }
        let sent = try await town.lab.post(
            "/children/\(town.child)/doubles/\(double)", ["reason": "x"], by: town.manager)
        #expect(sent.status == 404)
    }

    @Test func `are merged, seen by both sides' people as said before, and taken apart again`() async throws {
        let town = try await Town()
        let double = try await double(town)
        let path = "/children/\(town.child)/doubles/\(double)"
        let page = try await town.lab.get(path, by: town.manager)
        #expect(page.has("Who will not be involved any more") && page.has("Beck School, school or setting"))
        #expect(page.shown.map { Set($0.opened) } == [town.child, double])
        #expect(try await town.lab.post(path, [:], by: town.manager).status == 422)
        let merged = try await town.lab.post(path, ["reason": "One child"], by: town.manager)
        #expect(merged.location == "/children/\(town.child)")
        #expect(
            try await town.lab.get("/children/\(double)", by: town.manager).location
                == "/children/\(town.child)")
        let back = "/children/\(town.child)/merged/\(double)"
        #expect(try await town.lab.get("/children/\(town.child)", by: town.manager).has(back))
        #expect(try await town.lab.get(back, by: town.officer).status == 404)
        #expect(try await town.lab.post(back, ["reason": "Twins"], by: town.manager).status == 303)
        #expect(try await town.lab.get("/children/\(double)", by: town.manager).status == 200)
        #expect(try await town.lab.get(back, by: town.manager).status == 404)
        #expect(try await town.lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `say who stays involved because of work elsewhere, and who then sees more`() async throws {
        let town = try await Town()
        let double = try await double(town)
        let worker = try await town.lab.person("Nora Named")
        try await town.lab.involve(worker, with: double, as: .namedWorker)
        let path = "/children/\(town.child)/doubles/\(double)"
        let page = try await town.lab.get(path, by: town.manager)
        let parts = page.text.split(separator: "Who will not be involved any more")
        #expect(parts.first?.contains("Nora Named, named worker") ?? false)
        #expect(parts.last?.contains("Beck School, school or setting") ?? false)
        _ = try await town.lab.post(path, ["reason": "One child"], by: town.manager)
        let record = try await town.lab.get("/children/\(town.child)", by: town.manager)
        #expect(record.has("Nora Named") && !record.has("Beck School"))
    }

    @Test func `sent twice are merged once`() async throws {
        let town = try await Town()
        let double = try await double(town)
        let path = "/children/\(town.child)/doubles/\(double)"
        let command = String(repeating: "d", count: 26)
        for _ in 1...2 {
            let answer = try await town.lab.post(
                path, ["reason": "One child"], by: town.manager, command: command)
            #expect(answer.status == 303)
        }
    }

    @Test func `are not the same record, nor of one's own family`() async throws {
        let town = try await Town()
        let path = "/children/\(town.child)/doubles/\(town.child)"
        #expect(try await town.lab.get(path, by: town.manager).status == 404)
        let own = try await town.lab.account("Annabella Manager", .sendManager, person: town.mother)
        let other = "/children/\(town.stranger)/doubles/\(town.child)"
        #expect(try await town.lab.get(other, by: own).status == 404)
        #expect(try await town.lab.post(other, ["reason": "x"], by: own).status == 404)
    }

    @Test func `are named by a number that both have, without saying whose`() async throws {
        let town = try await Town()
        let number = ChildDetail.identifier(Identification(sure(NHSNumber("9990000018"))))
        for child in [town.child, town.stranger] { try await town.lab.record(number, of: child) }
        let page = try await town.lab.get("/children/\(town.child)", by: town.officer)
        #expect(page.has("The NHS number stands on the records of 2 children."))
        #expect(!page.has("Babbage") && !page.has(town.stranger))
    }

    @Test func `are never twins`() async throws {
        let town = try await Town()
        _ = try await town.lab.child("Medora", "Byron")
        let page = try await town.lab.get("/children/\(town.child)/doubles", by: town.manager)
        #expect(page.has("None is proposed"))
    }
}
