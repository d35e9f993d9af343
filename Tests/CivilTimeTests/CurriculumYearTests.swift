import CivilTime
import Testing

@Suite struct `The curriculum year` {
    @Test(arguments: [
        ("2015-08-31", 7), ("2015-09-01", 6), ("2021-09-01", 0), ("2021-08-31", 1), ("2008-02-29", 14),
        ("2001-09-01", 20),
    ])
    func `on 21 November 2026`(_ birth: String, _ number: Int) {
        #expect(CurriculumYear(bornOn: day(birth), on: day("2026-11-21")).number == number)
    }

    @Test(arguments: [
        (-4, "Under school age", KeyStage?.some(.earlyYears), AgePhase.earlyYears),
        (-2, "Under school age", .earlyYears, .earlyYears), (-1, "Nursery 2", .earlyYears, .earlyYears),
        (0, "Reception", .earlyYears, .primary), (1, "Year 1", .one, .primary), (2, "Year 2", .one, .primary),
        (3, "Year 3", .two, .primary), (6, "Year 6", .two, .primary), (7, "Year 7", .three, .secondary),
        (9, "Year 9", .three, .secondary), (10, "Year 10", .four, .secondary),
        (11, "Year 11", .four, .secondary), (12, "Year 12", .five, .post16), (13, "Year 13", .five, .post16),
        (14, "Year 14", .beyondFive, .post16), (15, "Year 15", nil, .post19), (20, "Year 20", nil, .post19),
    ])
    func `has a name, a key stage and a phase`(
        _ number: Int, _ name: String, _ stage: KeyStage?, _ phase: AgePhase
    ) {
        let year = CurriculumYear(number: number)
        #expect(year.name == name && "\(year)" == name)
        #expect(year.keyStage == stage)
        #expect(year.phase == phase)
        #expect(year.ageAtStart == number + 4)
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `rises by one each 1 September and never otherwise`(_ seed: UInt64) {
        let wrong = made(1000, seed: seed) { ($0.day(1990...2030), $0.day(2030...2060)) }
            .filter { birth, day in
                let today = CurriculumYear(bornOn: birth, on: day).number
                let tomorrow = CurriculumYear(bornOn: birth, on: day + 1).number
                let first = (day + 1).month == 9 && (day + 1).dayOfMonth == 1
                return tomorrow - today != (first ? 1 : 0)
            }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: 2023...2030)
    func `rises by one at the turn of each school year`(_ year: Int) {
        let birth = day("2018-02-14")
        let before = CurriculumYear(bornOn: birth, on: day("\(year)-08-31"))
        let after = CurriculumYear(bornOn: birth, on: day("\(year)-09-01"))
        #expect(after.number == before.number + 1)
        #expect(before < after)
    }

    @Test(arguments: [UInt64(4), 5])
    func `is the age on the 31 August before, less four`(_ seed: UInt64) {
        let wrong = made(1000, seed: seed) { random in
            let birth = random.day(1990...2030)
            return (birth, birth + Int.random(in: 366...9000, using: &random))
        }.filter { birth, day in
            let eve = AcademicYear(containing: day).first - 1
            return CurriculumYear(bornOn: birth, on: day).number != Age.age(on: eve, bornOn: birth) - 4
        }
        #expect(wrong.isEmpty)
    }

    @Test func `is -4 in the school year of birth`() {
        #expect(CurriculumYear(bornOn: day("2026-09-01"), on: day("2026-09-01")).number == -5)
        #expect(CurriculumYear(bornOn: day("2026-08-31"), on: day("2026-09-01")).number == -4)
    }

    @Test func `is a number in JSON`() throws {
        #expect(try json([CurriculumYear(number: 7)]) == "[7]")
        #expect(try throughJSON([CurriculumYear(number: -1)]) == [CurriculumYear(number: -1)])
    }

    @Test func `phases and key stages have names and phases an order`() {
        let names = AgePhase.allCases.map(\.name)
        #expect(names == ["Early years", "Primary", "Secondary", "Post-16", "Post-19"])
        #expect(AgePhase.allCases.sorted(by: >) == AgePhase.allCases.reversed())
        #expect(KeyStage.allCases.map(\.name) == ["EYFS", "KS1", "KS2", "KS3", "KS4", "KS5", "KS5+"])
    }
}
