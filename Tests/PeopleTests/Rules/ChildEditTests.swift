import CivilTime
import Ledger
import Testing

@testable import People

@Suite struct `Recording of a child` {
    private func refusal(
        _ lab: Lab, _ decide: @escaping @Sendable (inout Deciding) throws -> String
    ) async throws -> PeopleRefusal? {
        let before = lab.ledger.knownHead
        do {
            try await lab.commit(decide)
            return nil
        } catch let refusal as PeopleRefusal {
            #expect(try await lab.ledger.followHead() == before)
            #expect(!refusal.forPerson.isEmpty && !refusal.forOperator.isEmpty)
            return refusal
        }
    }

    @Test func `is refused where it cannot be`() async throws {
        let lab = try await Lab()
        let (child, birth, today) = (try await lab.child(), day("2014-05-10"), Lab.today)
        let cases: [(RecordOnChild, PeopleRefusal)] = [
            (.init(.sex(.male), of: "nobody", from: today), .unknownChild),
            (.init(.need(Need(.autism)), of: child, from: birth - 1), .beforeBirth(birth)),
            (.init(.name(called("A")), of: child, from: birth - 1), .beforeBirth(birth)),
            (
                .init(.need(Need(.autism)), of: child, from: today, to: today - 1),
                .endBeforeStart(from: today, to: today - 1)
            ),
            (.init(.need(Need(.autism)), of: child, from: today + 1), .notYet(today + 1)),
            (.init(.name(called("A")), of: child, from: today + 1), .notYet(today + 1)),
            (
                .init(.socialCare(SocialCare(.lookedAfter, authority: "o")), of: child, from: today),
                .unknownOrganisation
            ),
            (
                .init(
                    .corporateParent(CorporateParent(organisation: "o", .careOrder)), of: child, from: today),
                .unknownOrganisation
            ),
            (.init(.placement(Placement(at: "o")), of: child, from: today), .unknownOrganisation),
            (
                .init(.relationship(Relationship(person: "p", .mother)), of: child, from: birth),
                .unknownPerson
            ),
            (
                .init(.responsibility(ParentalResponsibility(person: "p", .stated)), of: child, from: birth),
                .unknownPerson
            ),
            (
                .init(
                    .restriction(CourtRestriction(person: "p", .noContact, order: text("x"))), of: child,
                    from: birth), .unknownPerson
            ),
            (.init(.home(Home(with: "p")), of: child, from: birth), .unknownPerson),
            (.init(.sharing(Sharing(with: "p", isAgreed: true)), of: child, from: birth), .unknownPerson),
            (
                .init(
                    .capacity(CapacityJudgement(of: .child, for: [], isLacking: true, by: text("x"))),
                    of: child, from: birth), .noDecision
            ),
            (
                .init(
                    .capacity(
                        CapacityJudgement(of: .parent("p"), for: [.appeal], isLacking: true, by: text("x"))),
                    of: child, from: birth), .unknownPerson
            ),
            (
                .init(
                    .capacity(
                        CapacityJudgement(
                            of: .child, for: [.appeal], isLacking: true, by: text("x"),
                            representative: .init("p", .deputy))), of: child, from: birth), .unknownPerson
            ),
        ]
        for (edit, expected) in cases {
            #expect(try await refusal(lab) { try edit.decide(&$0) } == expected)
        }
    }

    @Test(arguments: OrganisationKind.allCases)
    func `places at settings only`(kind: OrganisationKind) async throws {
        let lab = try await Lab()
        let (child, organisation) = (try await lab.child(), try await lab.organisation(kind, "A"))
        let edit = RecordOnChild(.placement(Placement(at: organisation)), of: child, from: Lab.today)
        let expected: PeopleRefusal? = kind.isSetting ? nil : .notASetting(kind)
        #expect(try await refusal(lab) { try edit.decide(&$0) } == expected)
    }

    @Test func `may lie ahead, effective on the day it was recorded`() async throws {
        let lab = try await Lab()
        let (child, school) = (try await lab.child(), try await lab.organisation())
        let entry = try await lab.record(.placement(Placement(at: school)), of: child, from: "2024-09-01")
        let chronicle = try await lab.ledger.read {
            try $0.chronicle(of: SubjectID(kind: "child", id: child))
        }
        #expect(chronicle.last?.id == entry && chronicle.last?.day == Lab.today)
        #expect(try await lab.childState(child).placements.map(\.from) == [day("2024-09-01")])
        try await lab.end(entry, of: child, to: "2025-07-31")
        #expect(try await lab.childState(child).placements.map(\.to) == [day("2025-07-31")])
    }

    @Test func `an order or a status may precede birth`() async throws {
        let lab = try await Lab()
        let child = try await lab.child()
        try await lab.record(.socialCare(SocialCare(.childProtection)), of: child, from: "2014-01-01")
        #expect(try await lab.childState(child).problems.isEmpty)
    }

    @Test func `a birth date is not changed without a reason, nor set ahead`() async throws {
        let lab = try await Lab()
        let child = try await lab.child()
        let other = StateBirthDate(day("2014-05-11"), of: child)
        #expect(try await refusal(lab) { try other.decide(&$0) } == .secondBirthDate)
        let none = StateBirthDate(nil, of: child)
        #expect(try await refusal(lab) { try none.decide(&$0) } == .secondBirthDate)
        let ahead = StateBirthDate(Lab.today + 1, of: child, reason: text("x"))
        #expect(try await refusal(lab) { try ahead.decide(&$0) } == .notYet(Lab.today + 1))
        let same = StateBirthDate(day("2014-05-10"), of: child)
        #expect(try await refusal(lab) { try same.decide(&$0) } == nil)
        let reasoned = StateBirthDate(day("2014-05-11"), of: child, reason: text("certificate seen"))
        #expect(try await refusal(lab) { try reasoned.decide(&$0) } == nil)
        #expect(try await lab.childState(child).birthDate == day("2014-05-11"))
        #expect(try await lab.childState(child).problems.isEmpty)
        let unborn = RecordChild(called("A"), birthDate: Lab.today + 1)
        #expect(try await refusal(lab) { try unborn.decide(&$0) } == .notYet(Lab.today + 1))
    }

    @Test func `ends only what is there, not before it began, and death ends what follows`() async throws {
        let lab = try await Lab()
        let child = try await lab.child()
        let entry = try await lab.record(.need(Need(.autism)), of: child, from: "2020-01-01")
        let early = EndOnChild(entry, of: child, to: day("2019-12-31"))
        #expect(
            try await refusal(lab) { try early.decide(&$0) }
                == .endBeforeStart(from: day("2020-01-01"), to: day("2019-12-31")))
        let nothing = EndOnChild("nothing", of: child, to: Lab.today)
        #expect(try await refusal(lab) { try nothing.decide(&$0) } == .unknownEntry)
        let stillborn = RecordDeath(of: child, on: day("2014-05-09"))
        #expect(try await refusal(lab) { try stillborn.decide(&$0) } == .beforeBirth(day("2014-05-10")))
        let ahead = RecordDeath(of: child, on: Lab.today + 1)
        #expect(try await refusal(lab) { try ahead.decide(&$0) } == .notYet(Lab.today + 1))
        let death = RecordDeath(of: child, on: day("2024-06-01"))
        #expect(try await refusal(lab) { try death.decide(&$0) } == nil)
        let later = RecordOnChild(.need(Need(.hearing, .secondary)), of: child, from: day("2024-06-02"))
        #expect(try await refusal(lab) { try later.decide(&$0) } == .afterDeath(day("2024-06-01")))
    }

    @Test func `a correction of an entry of another kind is refused`() async throws {
        let lab = try await Lab()
        let child = try await lab.child()
        let entry = try await lab.record(.need(Need(.autism)), of: child, from: "2020-01-01")
        let error = await #expect(throws: LedgerError.self) {
            try await lab.record(
                .sex(.male), of: child, from: "2020-01-01",
                correcting: Correction(of: entry, because: text("x")))
        }
        #expect(error == .namesNothing(entry: entry))
    }
}
