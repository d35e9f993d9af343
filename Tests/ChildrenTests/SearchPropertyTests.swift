import Access
import CivilTime
import Ledger
import Pages
import People
import Testing

@testable import Children

/// The same numbers in every run: SplitMix64.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func one<Value>(of values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &self)]
    }
}

@Suite struct `Searching records that were merged` {
    private func found(_ words: String, _ lab: Lab, by visitor: Visitor) async throws -> [String] {
        let page = try await lab.get("/children", [(name: "q", value: words)], by: visitor)
        #expect(page.status == 200)
        return page.shown?.listed ?? ["not said"]
    }

    private func merge(_ child: String, into other: String, _ lab: Lab) async throws {
        try await lab.commit { deciding -> Bool in
            try Merging.merge(child: child, into: other, because: sure(ShortText("same")), &deciding)
            return true
        }
    }

    @Test func `finds the one that goes on by all names and numbers of the others, until taken apart`()
        async throws
    {
        let town = try await Town()
        let lab = town.lab
        let number = Identification(sure(NHSNumber("9990000018")))
        let double = try await lab.child("Adelaide", "King", born: "2014-05-10", [number])
        try await lab.record(
            .name(sure(ChildName("Adelaide", "O'Neill", knownAs: "Gus"))), of: double, from: "2022-01-01")
        let third = try await lab.child("Heidi", "Knight")
        try await merge(third, into: double, lab)
        try await merge(double, into: town.child, lab)
        let words = [
            "king", "adel", "oneill", "Gus", "knight heidi", "999 000 0018", "ada king", "Byron Gus",
        ]
        for words in words {
            #expect(try await found(words, lab, by: town.officer) == [town.child], "\(words)")
            #expect(try await found(words, lab, by: town.otherOfficer) == [], "\(words)")
        }
        #expect(try await found("babbage king", lab, by: town.manager) == [])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
        try await lab.commit { deciding -> Bool in
            try Merging.separate(child: double, because: sure(ShortText("twins")), &deciding)
            return true
        }
        #expect(try await found("king", lab, by: town.officer) == [])
        #expect(try await found("knight", lab, by: town.manager) == [double])
    }

    @Test(arguments: UInt64(1)...6)
    func `says of every child what is decided of it, whoever searches for whatever`(seed: UInt64) async throws
    {
        var random = Seeded(state: seed)
        let town = try await Town()
        let lab = town.lab
        let (first, last) = (["Ada", "Bea", "Cy"], ["Byron", "Babbage", "King", "O'Neill"])
        let numbers = ["9990000018", "9990000026", "9990000034"]
        var children = [town.child, town.stranger]
        for _ in 0..<8 {
            let number = Identification(sure(NHSNumber(random.one(of: numbers))))
            children.append(
                try await lab.child(random.one(of: first), random.one(of: last), born: nil, [number]))
        }
        for child in children.dropFirst(2) {
            switch Int.random(in: 0..<5, using: &random) {
            case 0: try await lab.record(.placement(Placement(at: town.school)), of: child)
            case 1: try await lab.record(.team(ResponsibleTeam(town.team)), of: child)
            case 2:
                try await lab.change(.order(child: child, part: .record, from: lab.today, named: []))
            case 3: try await lab.record(.relationship(Relationship(person: town.mother, .mother)), of: child)
            default: break
            }
        }
        var standing = children
        for _ in 0..<4 {
            let gone = standing.remove(at: Int.random(in: 0..<standing.count, using: &random))
            try await merge(gone, into: random.one(of: standing), lab)
        }
        let own = try await lab.account("Annabella Manager", .sendManager, person: town.mother)
        for visitor in [town.officer, town.senco, town.manager, town.otherOfficer, own] {
            for words in ["", "ad", "king", "bea oneill", "cy b", "byron ada"] + numbers {
                let expected = try await expected(words, standing, visitor, lab)
                let listed = try await found(words, lab, by: visitor)
                #expect(Set(listed) == expected, "\(seed) \(words)")
                #expect(listed.count == expected.count)
            }
        }
    }

    /// The children that a search should find, by states and decisions alone.
    private func expected(
        _ words: String, _ standing: [String], _ visitor: Visitor, _ lab: Lab
    ) async throws -> Set<String> {
        let asking = Asking(
            visitor: visitor, moment: Moment(today: lab.today, now: Int64(lab.today.number) * 86_400_000_000))
        return try await lab.ledger.read { snapshot in
            Set(
                try standing.filter { child in
                    guard
                        try snapshot.decide(asking.visitor, .viewChild, child: child, at: asking.moment)
                            .isAllowed
                    else { return false }
                    let ids = try ChildStanding.sameAs(child, snapshot.reader)
                    let states = try ids.compactMap { try snapshot.state(of: Child.self, $0)?.state }
                    return Self.fits(words, states)
                })
        }
    }

    private static func fits(_ words: String, _ states: [Child]) -> Bool {
        if words.isEmpty { return true }
        if states.flatMap(\.identifiers).contains(where: { $0.value.value == words }) { return true }
        let names = states.flatMap(\.names).flatMap { dated in
            [dated.value.forenames.text, dated.value.surname?.text ?? ""].flatMap { text in
                text.split(separator: " ").map { SearchKey(of: $0).text }
            }
        }
        return words.split(separator: " ").allSatisfy { word in
            names.contains { $0.hasPrefix(SearchKey(of: word).text) }
        }
    }
}
