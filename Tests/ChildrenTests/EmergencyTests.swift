import Access
import CivilTime
import Foundation
import Ledger
import Pages
import People
import Testing

@testable import Children

@Suite struct `Opening a record in an emergency` {
    private func fields(_ more: [String: String] = [:]) -> [String: String] {
        [
            "full-name": "Charles Babbage", "born-day": "26", "born-month": "12", "born-year": "2012",
            "reason": "Found alone at the station",
        ].merging(more) { $1 }
    }
    private let none = "There is no record with these details"

    @Test func `shows it for four hours to who asked, and is in the family's list`() async throws {
        let town = try await Town()
        let path = "/children/\(town.stranger)"
        #expect(try await town.lab.get(path, by: town.senco).status == 404)
        let answer = try await town.lab.post("/emergency", fields(), by: town.senco)
        #expect(answer.status == 303 && answer.location == path)
        let page = try await town.lab.get(path, by: town.senco)
        #expect(page.status == 200 && page.has("in an emergency"))
        #expect(page.shown?.basis == .vitalInterests)
        #expect(try await !town.lab.get(path, by: town.senco).has("/change/"))
        town.lab.pass(hours: 4)
        #expect(try await town.lab.get(path, by: town.senco).status == 404)
    }

    @Test func `does not open it for anybody else, nor for editing`() async throws {
        let town = try await Town()
        _ = try await town.lab.post("/emergency", fields(), by: town.officer)
        #expect(try await town.lab.get("/children/\(town.stranger)", by: town.officer).status == 200)
        #expect(try await town.lab.get("/children/\(town.stranger)", by: town.senco).status == 404)
        for path in ["change/name", "history"] {
            #expect(
                try await town.lab.get("/children/\(town.stranger)/\(path)", by: town.officer).status == 404)
        }
    }

    @Test func `takes a number too`() async throws {
        let town = try await Town()
        try await town.lab.record(
            .identifier(Identification(sure(NHSNumber("9990000018")))), of: town.stranger)
        let answer = try await town.lab.post(
            "/emergency", ["number": "999 000 0018", "reason": "Unconscious"], by: town.senco)
        #expect(answer.location == "/children/\(town.stranger)")
    }

    @Test(arguments: [
        ["full-name": "Charles Babbidge"], ["born-year": "2013"], ["full-name": "Charles"],
        ["full-name": "..."], ["number": "9990000018"],
        ["full-name": String(repeating: "a", count: 400)],
    ])
    func `says "no record" of a wrong pair, whether there is one or not`(wrong: [String: String]) async throws
    {
        let town = try await Town()
        let page = try await town.lab.post("/emergency", fields(wrong), by: town.senco)
        #expect(page.status == 422 && page.has(none))
        #expect(try await town.lab.get("/children/\(town.stranger)", by: town.senco).status == 404)
    }

    @Test func `says the same of what stays closed: restricted, one's own family, merged`() async throws {
        let town = try await Town()
        let own = try await town.lab.account(
            "Annabella Senco", .senco, at: town.otherSchool, person: town.mother)
        let ada = fields([
            "full-name": "Ada Byron", "born-day": "10", "born-month": "5", "born-year": "2014",
        ])
        let family = try await town.lab.post("/emergency", ada, by: own)
        #expect(family.status == 422 && family.has(none))
        try await town.lab.change(
            .order(child: town.stranger, part: .record, from: town.lab.today, named: []))
        let restricted = try await town.lab.post("/emergency", fields(), by: town.senco)
        #expect(restricted.status == 422 && restricted.has(none))
        #expect(restricted.text == restricted.text.replacingOccurrences(of: town.stranger, with: ""))
    }

    @Test func `says the same where two records fit`() async throws {
        let town = try await Town()
        _ = try await town.lab.child("Charles", "Babbage", born: "2012-12-26")
        let page = try await town.lab.post("/emergency", fields(), by: town.senco)
        #expect(page.status == 422 && page.has(none))
    }

    @Test func `leads to what may be seen anyway, without an emergency`() async throws {
        let town = try await Town()
        let ada = fields([
            "full-name": "Ada Byron", "born-day": "10", "born-month": "5", "born-year": "2014",
        ])
        #expect(
            try await town.lab.post("/emergency", ada, by: town.senco).location == "/children/\(town.child)")
        #expect(
            try await town.lab.get("/children/\(town.child)", by: town.senco).shown?.basis == .statutoryDuty)
    }

    @Test func `needs a reason and a name with its birth date`() async throws {
        let town = try await Town()
        for missing in ["reason", "full-name", "born-day"] {
            let page = try await town.lab.post("/emergency", fields([missing: ""]), by: town.senco)
            #expect(page.status == 422 && !page.has(none), "\(missing)")
        }
    }

    @Test func `is for the staff who reach only some children`() async throws {
        let town = try await Town()
        for visitor in [town.manager, town.parent, town.lead, .nobody] {
            #expect(try await town.lab.get("/emergency", by: visitor).status == 404)
            #expect(try await town.lab.post("/emergency", fields(), by: visitor).status == 404)
        }
        #expect(try await town.lab.get("/children", by: town.senco).has("/emergency"))
        #expect(try await !town.lab.get("/children", by: town.manager).has("/emergency"))
        #expect(
            Set(Action.openInEmergency.reaches.keys) == [
                .senco, .settingLeader, .healthProfessional, .careProfessional, .educationalPsychologist,
                .officer, .decisionMaker,
            ])
    }

    @Test func `makes who finds nobody wait, with what was typed kept`() async throws {
        let town = try await Town()
        let wrong = fields(["full-name": "Charles Cabbage"])
        for _ in 1...5 {
            #expect(try await town.lab.post("/emergency", wrong, by: town.senco).has(none))
        }
        for sent in [wrong, fields()] {
            let page = try await town.lab.post("/emergency", sent, by: town.senco)
            #expect(page.status == 422 && page.location == nil && !page.has(none))
            #expect(page.problems == ["There were too many attempts. Wait 2 minutes, then try again"])
            #expect(page.has(sent["full-name"] ?? "") && page.has("Found alone at the station"))
        }
        #expect(try await town.lab.get("/children/\(town.stranger)", by: town.senco).status == 404)
        // Another account is not held up.
        let other = try await town.lab.account("Sue Second", .senco, at: town.school)
        #expect(try await town.lab.post("/emergency", fields(), by: other).status == 303)
    }

    @Test func `does not count what was not looked for, nor what was found`() async throws {
        let town = try await Town()
        let ada = fields([
            "full-name": "Ada Byron", "born-day": "10", "born-month": "5", "born-year": "2014",
        ])
        for _ in 1...6 {
            #expect(try await town.lab.post("/emergency", ada, by: town.senco).status == 303)
            #expect(
                try await town.lab.post("/emergency", fields(["reason": ""]), by: town.senco).status == 422)
        }
        // What they may see anyway does not make good what they failed to find.
        let wrong = fields(["full-name": "Charles Cabbage"])
        for _ in 1...4 { _ = try await town.lab.post("/emergency", wrong, by: town.senco) }
        _ = try await town.lab.post("/emergency", ada, by: town.senco)
        #expect(try await town.lab.post("/emergency", wrong, by: town.senco).has(none))
        #expect(try await town.lab.post("/emergency", ada, by: town.senco).has("too many attempts"))
    }

    @Test func `finds the record that goes on for the one they knew`() async throws {
        let town = try await Town()
        let number = Identification(sure(NHSNumber("9990000018")))
        let double = try await town.lab.child("Charlie", "Cabbage", born: "2012-12-26", [number])
        let stranger = town.stranger
        try await town.lab.commit { deciding -> Bool in
            try Merging.merge(child: double, into: stranger, because: sure(ShortText("same")), &deciding)
            return true
        }
        for sent in [fields(["full-name": "Charlie Cabbage"]), ["number": "999 000 0018", "reason": "Lost"]] {
            let answer = try await town.lab.post("/emergency", sent, by: town.senco)
            #expect(answer.location == "/children/\(stranger)")
        }
    }

    @Test func `sent twice opens it once`() async throws {
        let town = try await Town()
        let command = String(repeating: "a", count: 26)
        for _ in 1...2 {
            let answer = try await town.lab.post("/emergency", fields(), by: town.senco, command: command)
            #expect(answer.location == "/children/\(town.stranger)")
        }
        let count = try await town.lab.ledger.read {
            try $0.reader.all("SELECT account FROM access_emergency") { $0.text(0) }.count
        }
        #expect(count == 1)
    }
}
