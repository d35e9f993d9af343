import CivilTime
import Testing

@Suite struct `A school year` {
    @Test(arguments: [
        ("2024-08-31", "2023/24"), ("2024-09-01", "2024/25"), ("2025-01-01", "2024/25"),
        ("2025-08-31", "2024/25"),
        ("2000-01-01", "1999/00"), ("2009-12-01", "2009/10"), ("2004-10-01", "2004/05"),
    ])
    func `runs from 1 September to 31 August`(_ iso: String, _ label: String) {
        let year = AcademicYear(containing: day(iso))
        #expect(year.label == label)
        #expect(year.contains(day(iso)))
        #expect(AcademicYear(label: label) == year)
        #expect("\(year)" == label)
    }

    @Test func `has a first and a last day`() {
        let year = AcademicYear(startYear: 2024)
        #expect(year.first.iso == "2024-09-01")
        #expect(year.last.iso == "2025-08-31")
        #expect(year.span.length == 365)
    }

    @Test func `is added to and compared`() {
        let year = AcademicYear(startYear: 2024)
        #expect((year + 1).label == "2025/26")
        #expect((year - 1).label == "2023/24")
        #expect(year + 3 - year == 3)
        #expect(year < year + 1)
        #expect((year + Int.max).startYear == 9998)
        #expect((year - Int.max).startYear == 1583)
    }

    @Test(arguments: [
        "", "2024", "2024/26", "2024/2025", "2024-25", "24/25", " 2024/25", "2024/25 ", "٢٠٢٤/25", "1582/83",
        "9999/00",
        "2024/5",
    ])
    func `is not read from another text`(_ label: String) {
        #expect(AcademicYear(label: label) == nil)
    }

    @Test func `is its label in JSON`() throws {
        let year = AcademicYear(startYear: 2024)
        #expect(try json([year]) == #"["2024/25"]"#)
        #expect(try throughJSON([year]) == [year])
        let found = try cause(of: #"["2024/26"]"#, as: [AcademicYear].self) as? UnreadableDate
        #expect(found == UnreadableDate(text: "2024/26", expected: "YYYY/YY"))
    }
}

@Suite struct `Other years` {
    @Test func `further education ends on 31 July`() {
        #expect(FurtherEducationYear(containing: day("2026-07-31")).last.iso == "2026-07-31")
        #expect(FurtherEducationYear(containing: day("2026-08-01")).last.iso == "2027-07-31")
        #expect(FurtherEducationYear(startYear: 2024).label == "2024/25")
    }

    @Test func `money is counted from April to March`() {
        let year = FinancialYear(containing: day("2025-03-31"))
        #expect(year.label == "2024-25")
        #expect(year.first.iso == "2024-04-01")
        #expect(year.last.iso == "2025-03-31")
        #expect(FinancialYear(containing: day("2025-04-01")).startYear == 2025)
        #expect(FinancialYear(label: "2024/25") == nil)
    }

    @Test(arguments: [UInt64(1), 2])
    func `every day lies in exactly one of each kind`(_ seed: UInt64) {
        func holds<Year: CivilYear>(_: Year.Type, _ day: Day) -> Bool {
            let year = Year(containing: day)
            return year.contains(day) && !(year + 1).contains(day) && !(year - 1).contains(day)
                && (year + 1).first == year.last + 1 && Year(label: year.label) == year
        }
        let wrong = made(1000, seed: seed) { $0.day(1590...9990) }.filter {
            !holds(AcademicYear.self, $0) || !holds(FurtherEducationYear.self, $0)
                || !holds(FinancialYear.self, $0)
        }
        #expect(wrong.isEmpty)
    }
}
