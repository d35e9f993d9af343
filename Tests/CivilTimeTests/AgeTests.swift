import CivilTime
import Testing

@Suite struct `An age` {
    @Test(arguments: [
        ("2010-05-10", "2026-05-09", 15), ("2010-05-10", "2026-05-10", 16), ("2010-05-10", "2010-05-10", 0),
        ("2010-05-10", "2010-05-09", -1), ("2008-02-29", "2026-02-28", 17), ("2008-02-29", "2026-03-01", 18),
        ("2008-02-29", "2028-02-28", 19), ("2008-02-29", "2028-02-29", 20), ("2001-12-31", "2026-12-30", 24),
    ])
    func `is reached at the start of the birthday`(_ birth: String, _ on: String, _ age: Int) {
        #expect(Age.age(on: day(on), bornOn: day(birth)) == age)
    }

    @Test(arguments: [
        ("2008-02-29", 16, "2024-02-29"), ("2008-02-29", 18, "2026-03-01"), ("2010-05-10", 25, "2035-05-10"),
        ("2010-05-10", 0, "2010-05-10"), ("2008-02-29", 0, "2008-02-29"),
    ])
    func `has its birthday, on 1 March for 29 February in a common year`(
        _ birth: String, _ age: Int, _ birthday: String
    ) {
        #expect(Age.birthday(age, bornOn: day(birth)).iso == birthday)
    }

    @Test func `too great stops at the end of the range`() {
        #expect(Age.birthday(Int.max, bornOn: day("2010-05-10")) == .latest)
        #expect(Age.birthday(Int.min, bornOn: day("2010-05-10")) == .earliest)
    }

    @Test(arguments: [UInt64(1), 2])
    func `is one less on the eve of its birthday`(_ seed: UInt64) {
        let wrong = made(2000, seed: seed) { ($0.day(1900...2100), Int.random(in: 0...110, using: &$0)) }
            .filter { birth, age in
                let birthday = Age.birthday(age, bornOn: birth)
                return Age.age(on: birthday, bornOn: birth) != age
                    || Age.age(on: birthday - 1, bornOn: birth) != age - 1
            }
        #expect(wrong.isEmpty)
    }
}

@Suite struct `Compulsory school age` {
    @Test(arguments: [
        ("2021-09-01", "2026-12-31"), ("2021-12-31", "2026-12-31"), ("2022-01-01", "2027-03-31"),
        ("2022-03-31", "2027-03-31"), ("2022-04-01", "2027-08-31"), ("2022-08-31", "2027-08-31"),
        ("2020-02-29", "2025-03-31"), ("2021-08-31", "2026-08-31"),
    ])
    func `starts on the prescribed day on or after the fifth birthday`(_ birth: String, _ start: String) {
        #expect(CompulsorySchoolAge.starts(bornOn: day(birth)).iso == start)
    }

    @Test(arguments: [
        (2023, "2023-06-30"), (2024, "2024-06-28"), (2025, "2025-06-27"), (2026, "2026-06-26"),
        (2027, "2027-06-25"), (2028, "2028-06-30"),
    ])
    func `ends on the last Friday in June of the school year of the 16th birthday`(_ year: Int, _ end: String)
    {
        let first = day("\(year - 17)-09-01")
        let last = day("\(year - 16)-08-31")
        #expect((first...last).allSatisfy { CompulsorySchoolAge.ends(bornOn: $0).iso == end })
        #expect(CompulsorySchoolAge.ends(bornOn: first - 1) < day(end))
        #expect(CompulsorySchoolAge.ends(bornOn: last + 1) > day(end))
    }

    @Test func `applies on both of its ends and not beyond`() {
        let birth = day("2010-05-10")
        let span = CompulsorySchoolAge.span(bornOn: birth)
        #expect(span.description == "2015-08-31/2026-06-26")
        #expect(CompulsorySchoolAge.applies(on: day("2015-08-31"), bornOn: birth))
        #expect(CompulsorySchoolAge.applies(on: day("2026-06-26"), bornOn: birth))
        #expect(!CompulsorySchoolAge.applies(on: day("2015-08-30"), bornOn: birth))
        #expect(!CompulsorySchoolAge.applies(on: day("2026-06-27"), bornOn: birth))
    }

    @Test(arguments: [UInt64(1), 2])
    func `starts at five and within five months`(_ seed: UInt64) {
        let wrong = made(1000, seed: seed) { $0.day(1950...2100) }.filter { birth in
            let start = CompulsorySchoolAge.starts(bornOn: birth)
            let end = CompulsorySchoolAge.ends(bornOn: birth)
            let wait = start - Age.birthday(5, bornOn: birth)
            return wait < 0 || wait > 152 || end.weekday != .friday || end.month != 6
                || abs(end - Age.birthday(16, bornOn: birth)) > 305
        }
        #expect(wrong.isEmpty)
    }

    @Test func `at the end of the range is one day`() {
        #expect(CompulsorySchoolAge.span(bornOn: .latest).length == 1)
    }
}
