import CivilTime
import Ledger
import Testing

@testable import People

@Suite struct `Who is involved with a child` {
    /// A child born on 10 May 2014: of compulsory school age to 28 June 2030, 18 on 10 May 2032.
    private func family() async throws -> (lab: Lab, child: String, mother: String) {
        let lab = try await Lab()
        lab.comes(day("2035-01-01"))
        let (child, mother) = (try await lab.child(), try await lab.person())
        try await lab.record(
            .relationship(Relationship(person: mother, .mother)), of: child, from: "2014-05-10")
        return (lab, child, mother)
    }

    @Test func `a parent until the 18th birthday, the young person from the day after school age`()
        async throws
    {
        let (lab, child, mother) = try await family()
        #expect(
            try await lab.involved(child) == [
                "parent \(mother) 2014-05-10 2032-05-09", "self \(child) 2030-06-29 -",
            ])
        try await lab.expectSound()
    }

    @Test func `not a parent while a court keeps information from them`() async throws {
        let (lab, child, mother) = try await family()
        let entry = try await lab.record(
            .restriction(CourtRestriction(person: mother, .noInformation, order: text("order 1"))), of: child,
            from: "2020-01-01")
        #expect(try await lab.involved(child).first == "parent \(mother) 2014-05-10 2019-12-31")
        #expect(try await lab.involved(child).count == 2)
        try await lab.end(entry, of: child, to: "2021-12-31")
        #expect(
            try await lab.involved(child).prefix(2) == [
                "parent \(mother) 2014-05-10 2019-12-31", "parent \(mother) 2022-01-01 2032-05-09",
            ])
        try await lab.record(
            .restriction(CourtRestriction(person: mother, .noContact, order: text("order 2"))), of: child,
            from: "2022-06-01")
        #expect(try await lab.involved(child).count == 3)
        try await lab.expectSound()
    }

    @Test func `not a parent against the young person's word, and after 18 only with it`() async throws {
        let (lab, child, mother) = try await family()
        try await lab.record(.sharing(Sharing(with: mother, isAgreed: false)), of: child, from: "2028-01-01")
        #expect(try await lab.involved(child).first == "parent \(mother) 2014-05-10 2030-06-28")
        try await lab.record(
            .sharing(Sharing(with: mother, isAgreed: true)), of: child, from: "2032-01-01", to: "2034-01-01")
        #expect(
            try await lab.involved(child) == [
                "parent \(mother) 2014-05-10 2030-06-28", "self \(child) 2030-06-29 -",
                "parent \(mother) 2032-01-01 2034-01-01",
            ])
        try await lab.expectSound()
    }

    @Test func `a parent after 18 while the young person is judged unable to decide`() async throws {
        let (lab, child, mother) = try await family()
        let deputy = try await lab.person("Deputy")
        let judgement = CapacityJudgement(
            of: .child, for: [.appeal], isLacking: true, by: text("Dr Who"),
            representative: .init(deputy, .deputy))
        try await lab.record(.capacity(judgement), of: child, from: "2031-01-01", to: "2033-12-31")
        #expect(
            try await lab.involved(child) == [
                "parent \(mother) 2014-05-10 2033-12-31", "self \(child) 2030-06-29 -",
                "supporter \(deputy) 2031-01-01 2033-12-31",
            ])
    }

    @Test func `by care, by responsibility and by home, but not by kinship alone`() async throws {
        let lab = try await Lab()
        let child = try await lab.child()
        let people = try await (
            lab.person("Foster"), lab.person("Gran"), lab.person("Step"), lab.person("Aunt")
        )
        try await lab.record(
            .relationship(Relationship(person: people.0, .fosterCarer)), of: child, from: "2020-01-01",
            to: "2020-12-31")
        for person in [people.1, people.2, people.3] {
            try await lab.record(
                .relationship(Relationship(person: person, .grandparent)), of: child, from: "2014-05-10")
        }
        try await lab.record(
            .responsibility(ParentalResponsibility(person: people.1, .courtOrder)), of: child,
            from: "2021-01-01")
        try await lab.record(.home(Home(with: people.2)), of: child, from: "2022-01-01", to: "2022-12-31")
        try await lab.record(.home(Home(with: nil)), of: child, from: "2023-01-01")
        #expect(
            try await lab.involved(child).filter { $0.hasPrefix("parent") } == [
                "parent \(people.0) 2020-01-01 2020-12-31", "parent \(people.1) 2021-01-01 2032-05-09",
                "parent \(people.2) 2022-01-01 2022-12-31",
            ])
    }

    @Test func `a birth parent not beyond an adoption, unless they adopt`() async throws {
        let lab = try await Lab()
        let child = try await lab.child()
        let (mother, father) = (try await lab.person("Mother"), try await lab.person("Father"))
        try await lab.record(
            .relationship(Relationship(person: mother, .mother)), of: child, from: "2014-05-10")
        try await lab.record(
            .relationship(Relationship(person: father, .father)), of: child, from: "2014-05-10")
        try await lab.record(
            .relationship(Relationship(person: father, .adoptiveParent)), of: child, from: "2016-01-01")
        let parents = try await lab.involved(child).filter { $0.hasPrefix("parent") }
        #expect(parents.contains("parent \(mother) 2014-05-10 2015-12-31"))
        #expect(parents.contains("parent \(father) 2014-05-10 2032-05-09"))
    }

    @Test func `a setting by placement, an authority and a social worker by care`() async throws {
        let lab = try await Lab()
        let (school, authority) = (
            try await lab.organisation(), try await lab.organisation(.localAuthority, "A")
        )
        let (child, worker) = (try await lab.child(), try await lab.person("Worker"))
        try await lab.record(
            .placement(Placement(at: school)), of: child, from: "2024-09-01", to: "2025-08-31")
        try await lab.record(
            .corporateParent(CorporateParent(organisation: authority, .careOrder)), of: child,
            from: "2023-01-01")
        try await lab.record(
            .relationship(Relationship(person: worker, .socialWorker)), of: child, from: "2023-02-01",
            to: "2023-12-31")
        #expect(
            try await lab.involved(child) == [
                "socialCare \(authority) 2023-01-01 -", "socialCare \(worker) 2023-02-01 2023-12-31",
                "placement \(school) 2024-09-01 2025-08-31", "self \(child) 2030-06-29 -",
            ])
        let own = try await lab.ledger.read { try Involvement.of(holders: [school, worker], $0.reader) }
        #expect(own.map(\.kind) == [.socialCare, .placement])
        #expect(own.map { $0.holds(on: day("2023-12-31")) } == [true, false])
        try await lab.expectSound()
    }

    @Test func `somebody the young person chose, who is no parent`() async throws {
        let lab = try await Lab()
        lab.comes(day("2031-01-01"))
        let (child, friend) = (try await lab.child(), try await lab.person("Friend"))
        try await lab.record(.sharing(Sharing(with: friend, isAgreed: true)), of: child, from: "2030-10-01")
        try await lab.record(.sharing(Sharing(with: friend, isAgreed: false)), of: child, from: "2030-12-01")
        #expect(
            try await lab.involved(child) == [
                "self \(child) 2030-06-29 -", "supporter \(friend) 2030-10-01 2030-11-30",
            ])
    }

    @Test func `without a birth date a parent without end, and nobody themselves`() async throws {
        let lab = try await Lab()
        let (child, mother) = (try await lab.child(born: nil), try await lab.person())
        try await lab.record(
            .relationship(Relationship(person: mother, .mother)), of: child, from: "2014-05-10")
        #expect(try await lab.involved(child) == ["parent \(mother) 2014-05-10 -"])
    }

    @Test func `the young person until death`() async throws {
        let (lab, child, _) = try await family()
        try await lab.commit { try RecordDeath(of: child, on: day("2034-01-01")).decide(&$0) }
        #expect(try await lab.involved(child).last == "self \(child) 2030-06-29 2034-01-01")
    }

    @Test func `is asked of the survivor where children or people were merged`() async throws {
        let lab = try await Lab()
        let (kept, gone) = (try await lab.child(), try await lab.child())
        let (officer, double) = (try await lab.person("Officer"), try await lab.person("Officer"))
        let given = Casebook.Given(child: gone, officer: double, from: day("2024-01-01"))
        let cause = try await lab.commit { deciding in
            try deciding.record(given, on: Casebook.self, deciding.newID(), day: deciding.today)
        }
        #expect(try await lab.involved(gone).first == "allocation \(double) 2024-01-01 -")
        #expect(try await lab.involved(kept).count == 1)
        try await lab.commit { deciding in
            try Merging.merge(child: gone, into: kept, because: text("one"), &deciding)
            try Merging.merge(person: double, into: officer, because: text("one"), &deciding)
            return true
        }
        #expect(try await lab.involved(gone) == [])
        #expect(
            try await lab.involved(kept) == [
                "allocation \(double) 2024-01-01 -", "self \(kept) 2030-06-29 -",
            ])
        let own = try await lab.ledger.read { try Involvement.of(holders: [officer], $0.reader) }
        #expect(own.map(\.child) == [kept])
        #expect(own.map(\.cause) == [cause] && own.map(\.isSafeguarding) == [true])
        try await lab.expectSound()
    }
}
