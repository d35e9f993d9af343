import Access
import CivilTime
import Ledger
import Pages
import People
import Testing

@testable import Children

@Suite struct `Putting right what is recorded` {
    private func entry(_ town: Town) async throws -> String {
        try await town.lab.record(.need(Need(.autism)), of: town.child)
    }
    private func path(_ town: Town, _ way: String, _ entry: String) -> String {
        "/children/\(town.child)/\(way)/\(entry)"
    }

    @Test func `shows an entry as it would have been typed, and takes another in its place`() async throws {
        let town = try await Town()
        let entry = try await entry(town)
        let path = path(town, "correct", entry)
        let page = try await town.lab.get(path, by: town.officer)
        #expect(page.has("value=\"ASD\" selected") && page.has("value=\"2020\""))
        let fields = [
            "need": "SLCN", "rank": "1", "reason": "Misread", "shown": sure(page.hidden("shown")),
        ].merging(dated("from", "2020-02-01")) { $1 }
        #expect(try await town.lab.post(path, fields, by: town.officer).status == 303)
        let needs = try await town.lab.state(town.child).needs
        #expect(needs.map(\.value.type) == [.speechLanguage] && needs.map(\.from) == [day("2020-02-01")])
        let history = try await town.lab.get("/children/\(town.child)/history", by: town.officer)
        #expect(history.has("Misread") && history.has("Put right later"))
    }

    @Test func `corrects an entry of every kind that stands`() async throws {
        let town = try await Town()
        let authority = try await town.lab.organisation(.localAuthority, "Vale council")
        for (topic, fields) in `Recording something of a child`.forms(town, authority: authority)
        where topic != .death {
            let sent = fields.merging(["shown": try await town.lab.version(town.child)]) { $1 }
            let path = "/children/\(town.child)/change/\(topic.rawValue)"
            #expect(try await town.lab.post(path, sent, by: town.officer).status == 303, "\(topic)")
        }
        for statement in try await town.lab.state(town.child).statements {
            let path = path(town, "correct", statement.entry)
            let page = try await town.lab.get(path, by: town.officer)
            #expect(page.status == 200, "\(statement.detail)")
            var fields = page.typed
            fields["reason"] = "Looked at again"
            let answer = try await town.lab.post(path, fields, by: town.officer)
            #expect(answer.status == 303, "\(statement.detail) \(answer.problems)")
        }
        let again = try await town.lab.state(town.child).statements
        #expect(again.count > 18)
        #expect(try await town.lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `ends what lasts, on a day that is not before it began`() async throws {
        let town = try await Town()
        let path = path(town, "end", try await entry(town))
        let shown = ["shown": try await town.lab.version(town.child), "reason": "Outgrown"]
        let early = dated("to", "2019-12-31").merging(shown) { $1 }
        #expect(try await town.lab.post(path, early, by: town.officer).status == 422)
        let right = dated("to", "2024-06-01").merging(shown) { $1 }
        #expect(try await town.lab.post(path, right, by: town.officer).status == 303)
        #expect(try await town.lab.state(town.child).needs.map(\.to) == [day("2024-06-01")])
    }

    @Test func `takes back what should not have been recorded, with a reason`() async throws {
        let town = try await Town()
        let entry = try await entry(town)
        let path = path(town, "take-back", entry)
        let shown = ["shown": try await town.lab.version(town.child)]
        #expect(try await town.lab.post(path, shown, by: town.officer).status == 422)
        let fields = shown.merging(["reason": "Another child's"]) { $1 }
        #expect(try await town.lab.post(path, fields, by: town.officer).status == 303)
        #expect(try await town.lab.state(town.child).needs.isEmpty)
        let history = try await town.lab.get("/children/\(town.child)/history", by: town.officer)
        #expect(history.has("Taken back") && history.has("Another child&#39;s"))
        #expect(try await town.lab.get(path, by: town.officer).status == 404)
    }

    @Test func `never leaves a record without a name`() async throws {
        let town = try await Town()
        let name = try await town.lab.state(town.child).names[0].entry
        let fields = ["shown": try await town.lab.version(town.child), "reason": "Wrong"]
        let page = try await town.lab.post(path(town, "take-back", name), fields, by: town.officer)
        #expect(page.status == 422 && page.has("A record needs a name"))
    }

    @Test(arguments: [RecordPart.socialCare, .withheldAddress])
    func `tells whom a part is closed to nothing of what was taken back of it`(part: RecordPart) async throws
    {
        let town = try await Town()
        let home = sure(ShortText("1 Refuge Lane"))
        let details: [RecordPart: ChildDetail] = [
            .socialCare: .socialCare(SocialCare(.childProtection)),
            .withheldAddress: .address(
                HomeAddress(Address(lines: [home], postcode: nil), isWithheld: true)),
        ]
        try await town.lab.record(sure(details[part]), of: town.child, from: "2024-01-01")
        let child = try await town.lab.state(town.child)
        let entry = sure(part == .socialCare ? child.socialCare.last?.entry : child.addresses.last?.entry)
        let fields = ["shown": try await town.lab.version(town.child), "reason": "SECRET of 1 Refuge Lane"]
        let taken = try await town.lab.post(path(town, "take-back", entry), fields, by: town.officer)
        #expect(taken.status == 303)
        let place = "/children/\(town.child)/history"
        #expect(try await town.lab.get(place, by: town.officer).has("SECRET"))
        let withdrawal = try await town.lab.ledger.read {
            try $0.chronicle(of: SubjectID(kind: Child.kind, id: town.child)).last { $0.withdraws != nil }?.id
        }
        _ = try await town.lab.change(
            .order(child: town.child, part: part, from: day("2024-01-01"), named: ["somebody else"]))
        let page = try await town.lab.get(place, by: town.officer)
        #expect(page.status == 200 && !page.has("SECRET") && !page.has("Refuge Lane"))
        for hidden in [entry, sure(withdrawal)] {
            #expect(try await town.lab.get(path(town, "take-back", hidden), by: town.officer).status == 404)
            let sent = try await town.lab.post(path(town, "take-back", hidden), fields, by: town.officer)
            #expect(sent.status == 404)
        }
    }

    @Test func `shows the other's change where two put one entry right`() async throws {
        let town = try await Town()
        let entry = try await entry(town)
        let shown = try await town.lab.version(town.child)
        let first = ["shown": shown, "reason": "Another child's"]
        _ = try await town.lab.post(path(town, "take-back", entry), first, by: town.manager)
        let fields = ["need": "SLCN", "rank": "1", "reason": "Misread", "shown": shown]
            .merging(dated("from", "2020-02-01")) { $1 }
        let page = try await town.lab.post(path(town, "correct", entry), fields, by: town.officer)
        #expect(page.status == 404)
        let end = dated("to", "2024-01-01").merging(["shown": shown, "reason": "x"]) { $1 }
        let other = try await self.entry(town)
        _ = try await town.lab.post(
            path(town, "end", other), end.merging(["shown": try await town.lab.version(town.child)]) { $1 },
            by: town.manager)
        let late = try await town.lab.post(path(town, "end", other), end, by: town.officer)
        #expect(late.status == 422 && late.has("This was changed while you were typing"))
    }

    @Test func `takes no entry of another child, none that is hidden and none that is not there`()
        async throws
    {
        let town = try await Town()
        let other = try await town.lab.record(.need(Need(.autism)), of: town.stranger)
        let hidden = try await town.lab.record(.address(Town.withheld), of: town.child)
        try await town.lab.change(
            .order(child: town.child, part: .withheldAddress, from: town.lab.today, named: []))
        for way in ["correct", "end", "take-back"] {
            for entry in [other, hidden, "nothing", town.child] {
                let page = try await town.lab.get(path(town, way, entry), by: town.officer)
                #expect(page.status == 404, "\(way)")
                let sent = try await town.lab.post(
                    path(town, way, entry), ["reason": "x", "shown": "1"], by: town.officer)
                #expect(sent.status == 404, "\(way)")
            }
        }
        #expect(try await !town.lab.get("/children/\(town.child)/history", by: town.officer).has("Secret"))
    }
}

@Suite struct `The history of a record` {
    @Test func `names who recorded what, when and why`() async throws {
        let town = try await Town()
        let fields = [
            "need": "ASD", "rank": "1", "reason": "Report of May",
            "shown": try await town.lab.version(town.child),
        ].merging(dated("from", "2024-01-01")) { $1 }
        _ = try await town.lab.post("/children/\(town.child)/change/need", fields, by: town.officer)
        let page = try await town.lab.get("/children/\(town.child)/history", by: town.officer)
        for words in [
            "Imani Farrow, SEND officer", "Report of May", "30 June 2024, 13:00",
            "Autistic spectrum disorder (main need)",
        ] { #expect(page.has(words), "\(words)") }
    }

    @Test func `is for editors`() async throws {
        let town = try await Town()
        for visitor in [town.senco, town.parent, town.lead, town.otherOfficer, .nobody] {
            #expect(try await town.lab.get("/children/\(town.child)/history", by: visitor).status == 404)
        }
    }

    @Test func `has plain words for every kind of entry`() {
        let declared = Set(Child.entryKinds.map(\.word))
        #expect(EntryWords.kinds.isSuperset(of: declared))
        for topic in Topic.allCases {
            #expect(topic.entryKinds.subtracting(["withdrawn"]).isSubset(of: declared), "\(topic)")
        }
    }
}

extension EntryKind {
    /// Its name, as chronicles have it.
    fileprivate var word: String {
        Mirror(reflecting: self).children.first { $0.label == "name" }?.value as? String ?? ""
    }
}

extension Seen {
    /// What a form would send: hidden fields, what is filled in, chosen and ticked.
    var typed: [String: String] {
        var fields = hiddenFields
        for match in text.matches(of: /<input type="(?:text|number|email)"[^>]*>/) {
            let input = String(match.output)
            if let name = input.firstMatch(of: /name="([^"]+)"/)?.output.1 {
                fields[String(name)] = (input.firstMatch(of: /value="([^"]*)"/)?.output.1).map { String($0) }
            }
        }
        for match in text.matches(of: /name="([^"]+)"\s+value="([^"]*)" checked/) {
            fields[String(match.output.1)] = String(match.output.2)
        }
        for match in text.matches(of: /<select id="([^"]+)"[\s\S]*?<\/select>/) {
            let chosen = String(match.output.0).firstMatch(of: /value="([^"]*)" selected/)
            if let chosen { fields[String(match.output.1)] = String(chosen.output.1) }
        }
        return fields
    }
}
