import CivilTime
import Ledger
import Testing

@testable import People

/// A child folded from entries without a ledger, born on 10 May 2008: of compulsory school age to 28 June 2024.
private struct Family {
    private var folding = Folded()

    init(born: String? = "2008-05-10") {
        _ = folding.add(ChildBorn(on: born.map { day($0) }), on: day(born ?? "2008-05-10"))
    }

    var child: Child { folding.child }

    mutating func has<Value: Statement>(_ value: Value, _ from: String, _ to: String? = nil) -> String {
        let stated = Stated<Child, Value>(value: value, from: day(from), to: to.map { day($0) })
        return folding.add(stated, on: day(from))
    }

    mutating func dies(_ on: String) { _ = folding.add(Died<Child>(on: day(on)), on: day(on)) }

    func holders(_ on: String, _ decision: DecisionKind = .appeal) -> [String] {
        child.rightsHolders(on: day(on), for: decision).holders.map { "\($0.party.words) \($0.standing)" }
    }

    func prevented(_ on: String, _ decision: DecisionKind = .appeal) -> [String] {
        child.rightsHolders(on: day(on), for: decision).prevented.map { "\($0.party.words) \($0.standing)" }
    }

    func doubts(_ on: String, _ decision: DecisionKind = .appeal) -> [String] {
        child.rightsHolders(on: day(on), for: decision).doubts.map(\.text)
    }
}

extension RightsHolders.Party {
    fileprivate var words: String {
        switch self {
        case .youngPerson: "self"
        case .person(let id): id
        case .organisation(let id): id
        }
    }
}

@Suite struct `Who holds the rights` {
    @Test(arguments: DecisionKind.allCases)
    func `the parents to the last day of compulsory school age, the young person from the next`(
        decision: DecisionKind
    ) {
        var family = Family()
        _ = family.has(Relationship(person: "m", .mother), "2008-05-10")
        #expect(family.holders("2008-05-10", decision) == ["m responsibility"])
        #expect(family.holders("2024-06-28", decision) == ["m responsibility"])
        #expect(family.holders("2024-06-29", decision) == ["self own"])
        #expect(family.doubts("2015-01-01", decision).isEmpty)
        #expect(family.doubts("2024-06-29", decision).isEmpty)
        #expect(family.doubts("2024-06-28", decision).count == (decision == .consent ? 2 : 1))
        #expect(family.holders("2008-05-09", decision).isEmpty)
        #expect(family.doubts("2008-05-09", decision) == ["The child is not born on this day."])
    }

    @Test func `on turning 16 only for consent is the young person asked too`() {
        var family = Family()
        _ = family.has(Relationship(person: "m", .mother), "2008-05-10")
        #expect(family.doubts("2024-05-09", .consent).isEmpty)
        #expect(
            family.doubts("2024-05-10", .consent) == [
                "From 16 a young person can usually agree for themselves; ask them too."
            ])
        #expect(family.doubts("2024-05-10", .appeal).isEmpty)
    }

    @Test func `each with parental responsibility, each parent by birth, each with care`() {
        var family = Family()
        _ = family.has(Relationship(person: "m", .mother), "2008-05-10")
        _ = family.has(Relationship(person: "f", .father), "2008-05-10")
        _ = family.has(Relationship(person: "s", .stepParent), "2010-01-01")
        _ = family.has(Relationship(person: "g", .grandparent), "2008-05-10")
        _ = family.has(Relationship(person: "w", .socialWorker), "2008-05-10")
        _ = family.has(Home(with: "g"), "2012-01-01", "2012-12-31")
        _ = family.has(ParentalResponsibility(person: "s", .courtOrder), "2013-01-01")
        #expect(family.holders("2009-01-01") == ["m responsibility", "f parentByBirth"])
        #expect(
            family.doubts("2009-01-01") == [
                "No parental responsibility is recorded for a parent by birth; ask whether they have it."
            ])
        #expect(family.holders("2012-12-31") == ["m responsibility", "f parentByBirth", "g care"])
        #expect(family.holders("2013-01-01") == ["m responsibility", "f parentByBirth", "s responsibility"])
        _ = family.has(ParentalResponsibility(person: "f", .birthCertificate), "2008-06-01")
        #expect(family.holders("2009-01-01") == ["m responsibility", "f responsibility"])
        #expect(family.doubts("2009-01-01").isEmpty)
    }

    @Test func `a foster carer, and with a care order the authority too, which is uncertain`() {
        var family = Family()
        _ = family.has(Relationship(person: "fc", .fosterCarer), "2015-01-01")
        let entry = family.has(CorporateParent(organisation: "la", .accommodated), "2015-01-01", "2015-12-31")
        let order = family.has(CorporateParent(organisation: "la", .careOrder), "2016-01-01")
        #expect(entry != order)
        #expect(family.holders("2015-06-01") == ["fc care"])
        #expect(family.doubts("2015-06-01").isEmpty)
        #expect(family.holders("2016-01-01") == ["fc care", "la corporateParent"])
        #expect(
            family.child.rightsHolders(on: day("2016-01-01"), for: .appeal).doubts == [
                .init(
                    "An authority is corporate parent; agree with social care which adult acts as the parent.",
                    entries: [order])
            ])
    }

    @Test func `not a birth parent after adoption`() {
        var family = Family()
        _ = family.has(Relationship(person: "m", .mother), "2008-05-10")
        _ = family.has(Relationship(person: "a", .adoptiveParent), "2011-01-01")
        #expect(family.holders("2010-12-31") == ["m responsibility"])
        #expect(family.holders("2011-01-01") == ["a responsibility"])
    }

    @Test func `not whom a court prevents, while it does`() {
        var family = Family()
        _ = family.has(Relationship(person: "m", .mother), "2008-05-10")
        _ = family.has(Relationship(person: "a", .specialGuardian), "2012-01-01")
        let order = ShortText("order 1").map { CourtRestriction(person: "m", .noDecisions, order: $0) }
        _ = family.has(sure(order), "2012-01-01", "2012-12-31")
        let silence = ShortText("order 2").map { CourtRestriction(person: "m", .noInformation, order: $0) }
        _ = family.has(sure(silence), "2014-01-01", "2014-12-31")
        let contact = ShortText("order 3").map { CourtRestriction(person: "m", .noContact, order: $0) }
        _ = family.has(sure(contact), "2015-01-01")
        #expect(family.holders("2012-06-01") == ["a responsibility"])
        #expect(family.prevented("2012-06-01") == ["m responsibility"])
        #expect(family.doubts("2012-06-01").isEmpty)
        #expect(family.holders("2013-01-01") == ["m responsibility", "a responsibility"])
        #expect(family.prevented("2014-06-01") == ["m responsibility"])
        #expect(family.doubts("2014-06-01").count == 1)
        #expect(family.holders("2015-01-01") == ["m responsibility", "a responsibility"])
    }

    @Test func `a representative where the young person cannot make the decision, for that decision alone`() {
        var family = Family()
        _ = family.has(Relationship(person: "m", .mother), "2008-05-10")
        let lacking = CapacityJudgement(
            of: .child, for: [.appeal, .mediation], isLacking: true, by: text("Dr A"),
            representative: .init("d", .deputy))
        let entry = family.has(lacking, "2025-01-01")
        #expect(family.holders("2024-12-31") == ["self own"])
        #expect(family.holders("2025-01-01", .appeal) == ["d representative"])
        #expect(family.prevented("2025-01-01", .mediation) == ["self own"])
        #expect(family.holders("2025-01-01", .review) == ["self own"])
        let found = family.child.rightsHolders(on: day("2025-01-01"), for: .appeal)
        #expect(found.prevented.first?.reason == "Judged unable to appeal on 1 January 2025.")
        #expect(found.holders.first?.entries == [entry])
        let able = CapacityJudgement(of: .child, for: [.appeal], isLacking: false, by: text("Dr B"))
        _ = family.has(able, "2026-01-01")
        #expect(family.holders("2025-12-31", .appeal) == ["d representative"])
        #expect(family.holders("2026-01-01", .appeal) == ["self own"])
        #expect(family.holders("2026-01-01", .mediation) == ["d representative"])
    }

    @Test func `else the parents in the young person's place`() {
        var family = Family()
        let mother = family.has(Relationship(person: "m", .mother), "2008-05-10")
        let judgement = CapacityJudgement(of: .child, for: [.request], isLacking: true, by: text("Dr A"))
        let entry = family.has(judgement, "2025-01-01")
        let found = family.child.rightsHolders(on: day("2025-01-01"), for: .request)
        #expect(found.holders.map(\.party) == [.person("m")])
        #expect(found.holders.map(\.standing) == [.alternative])
        #expect(found.holders.first?.entries == [entry, mother])
        var alone = Family()
        _ = alone.has(judgement, "2025-01-01")
        #expect(alone.holders("2025-01-01", .request).isEmpty)
        #expect(alone.doubts("2025-01-01", .request) == ["Nobody who could hold the right is recorded."])
    }

    @Test func `a parent's representative where the parent cannot decide`() {
        var family = Family()
        _ = family.has(Relationship(person: "m", .mother), "2008-05-10")
        let judgement = CapacityJudgement(
            of: .parent("m"), for: [.appeal], isLacking: true, by: text("Dr A"),
            representative: .init("r", .lastingAttorney))
        _ = family.has(judgement, "2015-01-01", "2015-12-31")
        let alone = CapacityJudgement(of: .parent("m"), for: [.appeal], isLacking: true, by: text("Dr A"))
        _ = family.has(alone, "2016-01-01")
        #expect(family.holders("2015-06-01") == ["r representative"])
        #expect(family.prevented("2015-06-01") == ["m responsibility"])
        #expect(family.holders("2016-01-01").isEmpty)
        #expect(family.doubts("2016-01-01").count == 2)
        #expect(family.holders("2016-01-01", .review) == ["m responsibility"])
    }

    @Test func `the young person names helpers, to whom the right does not pass`() {
        var family = Family()
        _ = family.has(Sharing(with: "m", isAgreed: true), "2025-01-01")
        _ = family.has(Sharing(with: "f", isAgreed: true), "2025-01-01")
        _ = family.has(Sharing(with: "f", isAgreed: false), "2025-02-01")
        #expect(family.child.rightsHolders(on: day("2025-01-31"), for: .appeal).helpers == ["f", "m"])
        #expect(family.child.rightsHolders(on: day("2025-02-01"), for: .appeal).helpers == ["m"])
        #expect(family.holders("2025-02-01") == ["self own"])
    }

    @Test func `at 25 it is said that the Act ends`() {
        #expect(Family().doubts("2033-05-09").isEmpty)
        #expect(
            Family().doubts("2033-05-10") == [
                "The young person is 25 or older; the Act gives rights until 25."
            ])
    }

    @Test func `nobody after death, and without a birth date the parents with a doubt`() {
        var family = Family()
        _ = family.has(Relationship(person: "m", .mother), "2008-05-10")
        family.dies("2020-01-01")
        #expect(family.holders("2020-01-01") == ["m responsibility"])
        #expect(family.holders("2020-01-02").isEmpty)
        #expect(family.doubts("2020-01-02").count == 1)
        var unknown = Family(born: nil)
        _ = unknown.has(Relationship(person: "m", .mother), "2008-05-10")
        #expect(unknown.holders("2030-01-01") == ["m responsibility"])
        #expect(unknown.child.rightsHolders(on: day("2030-01-01"), for: .appeal).isUncertain)
    }

    @Test(arguments: [UInt64(1), 2])
    func `always somebody or a doubt, and never a person twice`(seed: UInt64) {
        var random = Seeded(state: seed)
        for _ in 0..<200 {
            var family = Family(born: Int.random(in: 0..<8, using: &random) == 0 ? nil : "2008-05-10")
            for _ in 0..<Int.random(in: 0...8, using: &random) { family.addAnything(&random) }
            let on = day("2008-01-01") + Int.random(in: 0...10_000, using: &random)
            let decision = DecisionKind.allCases.randomElement(using: &random) ?? .appeal
            let found = family.child.rightsHolders(on: on, for: decision)
            #expect(!found.holders.isEmpty || found.isUncertain)
            let parties = found.holders.filter { $0.standing != .representative }.map(\.party)
            #expect(Set(parties).count == parties.count)
            if found.holders.contains(where: { $0.party == .youngPerson }) {
                #expect(found.holders.count == 1)
            }
            let holders = Set(found.holders.filter { $0.standing != .representative }.map(\.party))
            #expect(holders.isDisjoint(with: found.prevented.map(\.party)))
        }
    }
}

extension Family {
    fileprivate mutating func addAnything(_ random: inout Seeded) {
        let from = (day("2008-05-10") + Int.random(in: 0...8_000, using: &random)).iso
        let person = ["a", "b", "c"].randomElement(using: &random) ?? "a"
        let isTrue = Bool.random(using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1:
            let kind = RelationshipKind.allCases.randomElement(using: &random) ?? .mother
            _ = has(Relationship(person: person, kind), from)
        case 2: _ = has(ParentalResponsibility(person: person, .stated), from)
        case 3:
            let kind = RestrictionKind.allCases.randomElement(using: &random) ?? .noContact
            _ = has(CourtRestriction(person: person, kind, order: text("x")), from)
        case 4: _ = has(CorporateParent(organisation: "la", isTrue ? .careOrder : .accommodated), from)
        default:
            _ = has(
                CapacityJudgement(
                    of: isTrue ? .child : .parent(person), for: Set(DecisionKind.allCases), isLacking: true,
                    by: text("Dr"), representative: isTrue ? .init("d", .deputy) : nil), from)
        }
    }
}
