import Access
import CivilTime
import Ledger
import Pages
import People
import Testing

@testable import Children

/// Somebody on the way to a new record: sends each page with what it carries.
private struct Walker {
    let town: Town
    let visitor: Visitor
    var page: Seen

    init(_ town: Town, by visitor: Visitor? = nil) async throws {
        self.town = town
        self.visitor = visitor ?? town.officer
        page = try await town.lab.get("/children/new", by: self.visitor)
    }

    mutating func send(_ fields: [String: String]) async throws {
        page = try await town.lab.post(
            "/children/new/answers", page.hiddenFields.merging(fields) { $1 }, by: visitor)
    }

    mutating func add(_ fields: [String: String] = [:], command: String? = nil) async throws {
        page = try await town.lab.post(
            "/children/new/record", page.hiddenFields.merging(fields) { $1 }, by: visitor, command: command)
    }

    /// All pages to the last.
    mutating func answerAll(
        _ name: [String: String] = ["forenames": "Bea", "surname": "Booth"]
    ) async throws {
        try await send(name.merging(dated("born", "2015-02-03")) { $1 })
        try await send(["nhs": "9990000018", "source": "GP"])
        try await send(
            [
                "address-known": "yes", "line-1": "1 High Street", "postcode": "QZ1 1AA", "withheld": "yes",
            ].merging(dated("address-from", "2020-01-01")) { $1 })
        try await send(["setting": town.school].merging(dated("setting-from", "2024-09-01")) { $1 })
        try await send(["team": town.team])
    }
}

@Suite struct `Adding a child` {
    @Test func `asks page by page and records all in one commit`() async throws {
        let town = try await Town()
        var walker = try await Walker(town)
        #expect(walker.page.has("Who the child is"))
        try await walker.answerAll()
        for words in [
            "Check before you add the child", "Bea Booth", "3 February 2015", "9990000018", "(withheld)",
            "Hollin School, from 1 September 2024", "SEND team north, from 30 June 2024",
        ] { #expect(walker.page.has(words), "\(words)") }
        let before = try await town.lab.ledger.followHead().commit
        try await walker.add()
        #expect(walker.page.status == 303)
        let child = sure(walker.page.location?.split(separator: "/").last.map { String($0) })
        #expect(try await town.lab.ledger.followHead().commit == before + 1)
        let state = try await town.lab.state(child)
        #expect(state.name?.full == "Bea Booth" && state.birthDate == day("2015-02-03"))
        #expect(state.identifiers.map(\.value.source?.text) == ["GP"])
        #expect(state.addresses.map(\.value.isWithheld) == [true])
        #expect(state.teams.map(\.value.organisation) == [town.team] && state.problems.isEmpty)
        #expect(try await town.lab.get("/children/\(child)", by: town.officer).status == 200)
        #expect(try await town.lab.get("/children/\(child)", by: town.otherOfficer).status == 404)
        #expect(try await town.lab.get("/children/\(child)", by: town.senco).status == 404)
    }

    @Test func `takes a child of whom only name and team are known`() async throws {
        let town = try await Town()
        var walker = try await Walker(town)
        for fields in [
            ["forenames": "Single"], [:], ["address-known": "no"], [:], ["team": town.team],
        ] { try await walker.send(fields) }
        try await walker.add()
        #expect(walker.page.status == 303)
        #expect(try await town.lab.children().count == 3)
    }

    @Test func `sent twice adds one child and leads to it both times`() async throws {
        let town = try await Town()
        var walker = try await Walker(town)
        try await walker.answerAll()
        let (last, command) = (walker.page, String(repeating: "e", count: 26))
        try await walker.add(command: command)
        let first = walker.page.location
        walker.page = last
        try await walker.add(command: command)
        #expect(walker.page.status == 303 && walker.page.location == first)
        #expect(try await town.lab.children().count == 3)
    }

    @Test func `shows records that may be the same before it goes on`() async throws {
        let town = try await Town()
        var walker = try await Walker(town)
        try await walker.send(
            ["forenames": "Ada", "surname": "Byron"].merging(dated("born", "2014-05-10")) { $1 })
        #expect(walker.page.has("Records that may be of the same child") && walker.page.has(town.child))
        #expect(walker.page.shown?.listed == [town.child])
        try await walker.send([:])
        #expect(walker.page.status == 422 && walker.page.has(town.child))
        try await walker.send(["none-of-them": "yes"])
        #expect(walker.page.has("NHS number") && walker.page.shown?.listed == [])
    }

    @Test func `says nothing of records that may be the same and may not be seen`() async throws {
        let town = try await Town()
        var walker = try await Walker(town)
        try await walker.send(
            ["forenames": "Charles", "surname": "Babbage"].merging(dated("born", "2012-12-26")) { $1 })
        #expect(walker.page.status == 200 && walker.page.has("NHS number"))
        #expect(!walker.page.has(town.stranger))
    }

    @Test func `looks again when a number is given that another record has`() async throws {
        let town = try await Town()
        try await town.lab.record(
            .identifier(Identification(sure(NHSNumber("9990000018")))), of: town.child)
        var walker = try await Walker(town)
        try await walker.send(["forenames": "Augusta", "surname": "King"])
        try await walker.send(["nhs": "9990000018"])
        #expect(walker.page.has(town.child) && walker.page.has("The same NHS number."))
        try await walker.send(["none-of-them": "yes"])
        #expect(walker.page.has("Is an address known?"))
    }

    @Test func `stops where somebody has added the same child meanwhile`() async throws {
        let town = try await Town()
        var walker = try await Walker(town)
        try await walker.answerAll()
        let other = try await town.lab.child("Bea", "Booth", born: "2015-02-03")
        try await town.lab.record(.team(ResponsibleTeam(town.team)), of: other)
        try await walker.add()
        #expect(walker.page.status == 422, "\(walker.page.trouble ?? "")")
        #expect(walker.page.has("Look at records that may be the same"))
        try await walker.send([:])
        #expect(walker.page.has(other) && walker.page.shown?.listed == [other])
        try await walker.send(["none-of-them": "yes"])
        try await walker.add()
        #expect(walker.page.status == 303)
    }

    @Test func `lets every answer be changed from the last page, and goes back there`() async throws {
        let town = try await Town()
        var walker = try await Walker(town)
        try await walker.answerAll()
        for step in NewChildStep.allCases where step != .matches {
            try await walker.add(["button": step.rawValue])
            #expect(walker.page.status == 200 && walker.page.has(step.title), "\(step)")
            let fields = walker.page.typed
            try await walker.send(fields)
            #expect(walker.page.has("Check before you add the child"), "\(step)")
        }
        #expect(walker.page.has("Hollin School, from 1 September 2024") && walker.page.has("(withheld)"))
    }

    @Test(arguments: [
        ["forenames": ""], ["forenames": String(repeating: "a", count: 10_000)],
        ["forenames": "A\u{202E}b"], ["surname": "\u{0}"], ["born-year": "2030"], ["born-month": "13"],
        ["sex": "X"],
    ])
    func `keeps to the page where something on it is wrong`(wrong: [String: String]) async throws {
        let town = try await Town()
        var walker = try await Walker(town)
        let fields = ["forenames": "Bea", "surname": "Booth"].merging(dated("born", "2015-02-03")) { $1 }
        try await walker.send(fields.merging(wrong) { $1 })
        #expect(walker.page.status == 422 && walker.page.has("Who the child is"))
        #expect(walker.page.has("There is a problem"))
    }

    @Test func `refuses days before birth, a number that is mistyped and a team that is none`() async throws {
        let town = try await Town()
        var walker = try await Walker(town)
        try await walker.send(["forenames": "Bea"].merging(dated("born", "2015-02-03")) { $1 })
        try await walker.send(["nhs": "9990000019"])
        #expect(walker.page.status == 422 && walker.page.has("mistyped"))
        try await walker.send(["nhs": ""])
        try await walker.send(
            ["address-known": "yes", "line-1": "1 High Street", "withheld": "no"]
                .merging(dated("address-from", "2015-02-02")) { $1 })
        #expect(walker.page.status == 422 && walker.page.has("before the birth date"))
        try await walker.send(["address-known": "no"])
        try await walker.send(["setting": town.team])
        #expect(walker.page.status == 422)
        try await walker.send(["setting": ""])
        try await walker.send(["team": town.school])
        #expect(walker.page.status == 422)
    }

    @Test func `asks again what was tampered with between two pages`() async throws {
        let town = try await Town()
        var walker = try await Walker(town)
        try await walker.answerAll()
        try await walker.add(["forenames": "\u{202E}evil"])
        #expect(walker.page.status != 303 && walker.page.has("Who the child is"))
        #expect(try await town.lab.children().count == 2)
        let bare = try await town.lab.post(
            "/children/new/record", ["steps-done": "name numbers address setting team"], by: town.officer)
        #expect(bare.status != 303)
    }

    @Test func `is for who may add children alone`() async throws {
        let town = try await Town()
        for visitor in [town.senco, town.parent, town.lead, .nobody] {
            for path in ["/children/new", "/children/new/answers", "/children/new/record"] {
                #expect(try await town.lab.get(path, by: visitor).status == 404)
                let sent = try await town.lab.post(path, ["step": "name"], by: visitor)
                #expect(path == "/children/new" ? sent.status >= 404 : sent.status == 404)
            }
        }
        #expect(try await town.lab.get("/children", by: town.officer).has("/children/new"))
        #expect(try await !town.lab.get("/children", by: town.senco).has("/children/new"))
    }

    @Test func `for another team leads back to the list`() async throws {
        let town = try await Town()
        var walker = try await Walker(town, by: town.otherOfficer)
        try await walker.answerAll(["forenames": "Bea", "surname": "Booth"])
        try await walker.add()
        #expect(walker.page.location == "/children")
    }
}
