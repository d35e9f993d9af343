import CivilTime
import Ledger
import Testing

@testable import People

private func nhs(_ text: String = "9990000018") -> Identification { Identification(sure(NHSNumber(text))) }
private func upn(_ text: String = "A123456789012", isFormer: Bool = false) -> Identification {
    Identification(sure(UPN(text)), isFormer: isFormer)
}

private func record(
    _ name: ChildName, born: String? = "2014-05-10", _ identifiers: [Identification] = [],
    also: [ChildName] = [],
    at postcode: String? = nil, adults: Set<String> = []
) -> MatchProfile {
    MatchProfile(
        names: [name] + also, birthDate: born.map { day($0) }, identifiers: identifiers,
        postcodes: Set([postcode].compactMap(\.self).map { Postcode(stored: $0) }), adults: adults)
}

private let ada = called("Ada", "Byron")

@Suite struct `Two records of children` {
    @Test(
        arguments: [
            // With an equal number.
            (record(ada, [nhs()]), record(ada, [nhs()]), Comparison.Verdict.same),
            (record(ada, [nhs()]), record(ada, born: nil, [nhs()]), .same),
            (record(called("Byron", "Ada"), [nhs()]), record(ada, [nhs()]), .same),
            (record(ada, [upn()]), record(ada, [upn(isFormer: true)]), .same),
            (record(ada, [nhs()]), record(called("Ada", "King"), [nhs()]), .likely),
            (record(ada, [nhs()]), record(ada, born: "2010-01-01", [nhs()]), .likely),
            (record(ada, [nhs()]), record(called("Medora", "Byron"), [nhs()]), .possible),
            (record(ada, [nhs()]), record(called("Tom", "Smith"), born: "2010-01-01", [nhs()]), .possible),
            (record(ada, [nhs(), upn()]), record(ada, [nhs("9434765919"), upn()]), .likely),
            // Without one.
            (record(ada), record(ada), .likely),
            (record(ada, [nhs()]), record(ada, [upn()]), .likely),
            (record(ada, [nhs()]), record(ada, [nhs("9434765919")]), .no),
            (record(called("Ada Augusta", "Byron")), record(ada), .likely),
            (record(called("Augusta", "Byron", knownAs: "Ada")), record(ada), .likely),
            (record(called("ÀDA", "byron")), record(ada), .likely),
            (record(called("Byron", "Ada")), record(ada), .likely),
            (record(ada, also: [called("Ada", "King")]), record(called("Ada", "King")), .likely),
            (record(ada), record(ada, born: "2014-10-05"), .possible),
            (record(ada), record(ada, born: "2014-05-11"), .possible),
            (record(ada), record(ada, born: "2013-06-10"), .no),
            (record(ada), record(ada, born: nil), .possible),
            (record(ada, at: "QZ1 1AA"), record(ada, born: nil, at: "QZ1 1AA"), .likely),
            (record(ada), record(called("Ada", "Byrom")), .possible),
            (record(ada), record(called("Ada", "Byron-King")), .possible),
            (record(ada), record(called("Ada", "King")), .no),
            (record(ada, at: "QZ1 1AA"), record(called("Ada", "King"), at: "QZ1 1AA"), .possible),
            (record(ada, adults: ["m"]), record(called("Ada", "King"), adults: ["m"]), .possible),
            (record(ada), record(called("Ada", "King"), born: nil), .no),
            // A temporary UPN is given again, and a reference elsewhere says nothing.
            (record(called("Tom", "A"), [upn("M80120000500A")]), record(ada, [upn("M80120000500A")]), .no),
            (
                record(called("Tom", "A"), [Identification(other: text("1"), source: text("x"))]),
                record(ada, [Identification(other: text("1"), source: text("x"))]), .no
            ),
        ])
    func `are compared with one verdict, either way round`(
        first: MatchProfile, second: MatchProfile, verdict: Comparison.Verdict
    ) {
        let (one, other) = (Matching.compare(first, second), Matching.compare(second, first))
        #expect(one.verdict == verdict)
        #expect(one == other)
        #expect(verdict == .no || !one.reasonsFor.isEmpty)
    }

    @Test func `give their reasons in words`() {
        let comparison = Matching.compare(
            record(ada, [nhs()], at: "QZ1 1AA", adults: ["m"]),
            record(called("Ada", "King"), born: "2014-10-05", [nhs(), upn()], at: "QZ1 1AA", adults: ["m"]))
        #expect(
            comparison.reasonsFor == [
                .sameNumber(.nhs), .sameForename, .similarBirthDate, .samePostcode, .sameAdult,
            ])
        #expect(comparison.reasonsAgainst == [.otherSurname])
        #expect(comparison.reasonsFor.first?.text == "The same NHS number.")
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `twins are never proposed without an equal number, whatever else agrees`(seed: UInt64) {
        var random = Seeded(state: seed)
        let forenames = ["Mia", "Mya", "Ann", "Anna", "Tom", "Tim", "Jo", "Joe", "Zoë", "Max", "Maxine"]
        for _ in 0..<300 {
            let pair = forenames.shuffled(using: &random).prefix(2)
            let surname = ["Byron", "Ann Marie", "", "O'Neill-Smith"].randomElement(using: &random) ?? ""
            let postcode = Bool.random(using: &random) ? "QZ1 1AA" : nil
            let twins = pair.map { record(called($0, surname), at: postcode, adults: ["m", "f"]) }
            #expect(Matching.compare(twins[0], twins[1]).verdict == .no)
            var numbered = twins
            numbered[0].identifiers = [nhs()]
            numbered[1].identifiers = [nhs()]
            #expect(Matching.compare(numbered[0], numbered[1]).verdict == .possible)
        }
    }

    @Test(arguments: [
        ("Byron", "Byrom", true), ("Byron", "Bryon", true), ("Byron", "Byrn", true),
        ("Byron", "Byrone", true),
        ("Byron", "Byron", false), ("Byron", "Bxyon", false), ("Lee", "Les", false),
        ("Smith", "Jones", false),
        ("Byron", "Byr", false), ("Byrons", "yrons", true), ("abcd", "abdc", true), ("abcde", "abdce", true),
    ])
    func `surnames are near by one slip of the pen`(first: String, second: String, isNear: Bool) {
        #expect(OneSlip.apart(Array(first), Array(second)) == isNear)
        #expect(OneSlip.apart(Array(second), Array(first)) == isNear)
    }
}

@Suite struct `Looking for a child's other records` {
    private func candidates(_ lab: Lab, _ profile: MatchProfile) async throws -> [String] {
        try await lab.ledger.read { try Matching.candidates(for: profile, $0.reader) }
            .map { "\($0.child) \($0.comparison.verdict)" }
    }

    @Test func `finds them by number, name and birth date, the surest first`() async throws {
        let lab = try await Lab()
        let twin = try await lab.child(called("Medora", "Byron"))
        let same = try await lab.child(ada, [nhs()])
        let turned = try await lab.child(ada, born: "2014-10-05")
        let renamed = try await lab.child(called("Ada", "Byron-King"))
        let unborn = try await lab.child(ada, born: nil)
        _ = try await lab.child(called("Tom", "Smith"), born: "2012-01-01")
        let profile = record(ada, [nhs()])
        let found = try await candidates(lab, profile)
        #expect(found.first == "\(same) same")
        #expect(
            Set(found.dropFirst()) == ["\(turned) possible", "\(renamed) possible", "\(unborn) possible"])
        #expect(!found.joined().contains(twin))
    }

    @Test func `never proposes the child itself, and stops at a limit`() async throws {
        let lab = try await Lab()
        let id = try await lab.child(ada)
        for _ in 0..<4 { _ = try await lab.child(ada) }
        let profile = MatchProfile(try await lab.childState(id))
        #expect(profile.child == id)
        let found = try await lab.ledger.read { try Matching.candidates(for: profile, $0.reader) }
        #expect(found.count == 4 && !found.contains { $0.child == id })
        #expect(
            try await lab.ledger.read { try Matching.candidates(for: profile, $0.reader, limit: 2) }.count
                == 2)
    }

    @Test func `reads from the lists what the state says`() async throws {
        let lab = try await Lab()
        let (id, mother) = (
            try await lab.child(called("Zoë", "Byron", knownAs: "Z"), [nhs(), upn()]), try await lab.person()
        )
        try await lab.record(.name(called("Zoë")), of: id, from: "2020-01-01")
        try await lab.record(.sex(.female), of: id, from: "2020-01-01")
        try await lab.record(.relationship(Relationship(person: mother, .mother)), of: id, from: "2014-05-10")
        for (postcode, isWithheld) in [("QZ1 1AA", false), ("QZ2 2BB", true)] {
            try await lab.record(
                .address(
                    HomeAddress(
                        Address(lines: [], postcode: Postcode(stored: postcode)), isWithheld: isWithheld)),
                of: id, from: "2020-01-01")
        }
        let stated = MatchProfile(try await lab.childState(id))
        let listed = try await lab.ledger.read { try Matching.profile(of: id, $0.reader) }
        #expect(Set(listed.names) == Set(stated.names))
        #expect(Set(listed.identifiers) == Set(stated.identifiers))
        #expect(listed.birthDate == stated.birthDate && listed.sex == stated.sex)
        #expect(listed.postcodes == [Postcode(stored: "QZ1 1AA")] && listed.postcodes == stated.postcodes)
        #expect(listed.adults == [mother] && listed.adults == stated.adults)
    }

    @Test func `names the numbers that stand on several records, temporary UPNs left out`() async throws {
        let lab = try await Lab()
        let first = try await lab.child(ada, [nhs(), upn("M80120000500A")])
        let second = try await lab.child(called("Tom", "Smith"), [nhs(), upn(), upn("M80120000500A")])
        let third = try await lab.child(called("Eve", "Jones"), [upn(isFormer: true)])
        let doubles = try await lab.ledger.read { try Matching.doubledNumbers($0.reader) }
        #expect(doubles.map(\.register) == ["nhs", "upn"])
        #expect(doubles.map { Set($0.children) } == [[first, second], [second, third]])
        #expect(doubles.first?.text == "The NHS number stands on the records of 2 children.")
        let own = try await lab.ledger.read { try Matching.doubledNumbers(of: third, $0.reader) }
        #expect(own.map(\.value) == ["A123456789012"])
    }
}

@Suite struct `Merging two records of one child` {
    @Test func `leaves one in the lists, and taken back everything is right again`() async throws {
        let lab = try await Lab()
        let (first, second) = (try await lab.child(ada, [nhs()]), try await lab.child(ada, [nhs(), upn()]))
        let mother = try await lab.person()
        try await lab.record(
            .relationship(Relationship(person: mother, .mother)), of: second, from: "2014-05-10")
        func lists() async throws -> [String] {
            try await lab.rows(
                """
                SELECT subject_id FROM people_child UNION ALL SELECT subject_id FROM people_identifier
                UNION ALL SELECT child FROM people_involvement ORDER BY 1
                """, columns: 1)
        }
        let before = try await lists()
        try await lab.commit { deciding in
            try Merging.merge(child: second, into: first, because: text("one child"), &deciding)
            return true
        }
        #expect(Set(try await lists()) == [first])
        #expect(try await lab.involved(second).isEmpty)
        let survivor = try await lab.ledger.read {
            try $0.survivor(of: SubjectID(kind: Child.kind, id: second))
        }
        #expect(survivor.id == first)
        #expect(try await lab.ledger.read { try Matching.doubledNumbers($0.reader) }.isEmpty)
        try await lab.expectSound()
        try await lab.commit { deciding in
            try Merging.separate(child: second, because: text("twins after all"), &deciding)
            return true
        }
        #expect(try await lists() == before)
        try await lab.expectSound()
    }

    @Test func `is refused for who is not there, and done for people too`() async throws {
        let lab = try await Lab()
        let child = try await lab.child()
        let (one, other) = (try await lab.person("A"), try await lab.person("B"))
        await #expect(throws: PeopleRefusal.unknownChild) {
            try await lab.commit { deciding in
                try Merging.merge(child: child, into: "nobody", because: text("x"), &deciding)
                return true
            }
        }
        await #expect(throws: PeopleRefusal.unknownPerson) {
            try await lab.commit { deciding in
                try Merging.merge(person: "nobody", into: one, because: text("x"), &deciding)
                return true
            }
        }
        try await lab.commit { deciding in
            try Merging.merge(person: one, into: other, because: text("x"), &deciding)
            return true
        }
        #expect(try await lab.rows("SELECT name FROM people_person", columns: 1) == ["B"])
        try await lab.commit { deciding in
            try Merging.separate(person: one, because: text("y"), &deciding)
            return true
        }
        #expect(try await lab.rows("SELECT name FROM people_person ORDER BY name", columns: 1) == ["A", "B"])
        try await lab.expectSound()
    }
}
