import CivilTime
import Statistics
import Testing

@Suite struct `A file of a series` {
    private func problems(_ text: String) -> [SPCProblem] { refusal(Array(text.utf8))?.problems ?? [] }

    private func refusal(_ bytes: [UInt8]) -> SPCRefusal? {
        do {
            _ = try SPCFile.read(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test func `is read with columns in any order, quotes, both ends of lines and a byte order mark`() throws
    {
        let text =
            "\u{FEFF}Value, date ,GHOST,rebase,target,numerator,denominator,trajectory\r\n"
            + " 1.5 ,2024-01-01,,,10,3,2,4\r\n\n\"2\",\"2024-02-01\",yes,,,,,\n"
            + "-3e-1,2024-03-01,0,\"a panel, \"\"new\"\"\",,,,\n4,2024-04-01,no,1,20,,,"
        let file = try SPCFile.read(Array(text.utf8))
        #expect(file.observations.map(\.value) == [1.5, 2, -0.3, 4])
        #expect(file.observations.map(\.isGhost) == [false, true, false, false])
        #expect(file.observations.map(\.target) == [10, nil, nil, 20])
        #expect(file.observations[0].numerator == 3 && file.observations[0].denominator == 2)
        #expect(file.observations[0].trajectory == 4)
        #expect(
            file.rebases == [
                Rebase(day: day("2024-03-01"), reason: "a panel, \"new\""), Rebase(day: day("2024-04-01")),
            ])
    }

    @Test func `of dates out of order is sorted, and the chart says so`() throws {
        let file = try SPCFile.read(Array("date,value\n2024-02-01,2\n2024-01-01,1\n".utf8))
        let chart = try file.chart()
        #expect(chart.points.map(\.observation.value) == [1, 2] && chart.notes.contains(.sorted))
    }

    @Test(arguments: ["", "\n\n", "date,value", "date,value\n", "\u{FEFF}date,value\r\n\r\n"])
    func `without points says so`(text: String) { #expect(problems(text) == [.noData]) }

    @Test(arguments: [
        "", "x", "12,5", "1 2", "45%", "£3", "nan", "NaN", "inf", "-Infinity", "0x10", "1e", "1e309", "--1",
        "1.2.3",
        "٣", "½", "1_000", "–5",
    ])
    func `with text in a number names line, column and what was found`(text: String) {
        let file = "date,value\n2024-01-01,1\n2024-02-01,\"\(text)\"\n"
        #expect(problems(file) == [.number(line: 3, column: "value", found: text)])
    }

    @Test(arguments: ["1e308", "-1e101", "1.7976931348623157e308"])
    func `with a number too large names it`(text: String) {
        #expect(problems("date,value\n2024-01-01,\(text)") == [.tooLarge(line: 2, column: "value")])
        #expect(
            problems("date,value,target\n2024-01-01,1,\(text)") == [.tooLarge(line: 2, column: "target")])
    }

    @Test(arguments: ["2024-02-30", "01/02/2024", "2024-2-1", "", "today", "2024-01", "0000-01-01"])
    func `with a day that is none names it`(text: String) {
        #expect(problems("date,value\n\(text),1") == [.day(line: 2, found: text)])
    }

    @Test func `with a date twice names both lines`() {
        #expect(
            problems("date,value\n2024-01-01,1\n\n2024-02-01,2\n2024-01-01,3") == [
                .dayTwice(line: 5, day: day("2024-01-01"), first: 2)
            ])
    }

    @Test func `with several problems names all of them in order`() {
        let text = "date,value,ghost\nx,y,perhaps\n2024-01-01,1\n2024-01-02,2,,\n2024-01-03,1,yes"
        #expect(
            problems(text) == [
                .day(line: 2, found: "x"), .number(line: 2, column: "value", found: "y"),
                .flag(line: 2, found: "perhaps"), .fields(line: 3, expected: 3, found: 2),
                .fields(line: 4, expected: 3, found: 4),
            ])
    }

    @Test func `with a wrong header names every column that is wrong or missing`() {
        #expect(
            problems("day,value,Value,count\n2024-01-01,1,1,1") == [
                .unknownColumn("day", place: 1), .repeatedColumn("value"), .unknownColumn("count", place: 4),
                .missingColumn("date"),
            ])
    }

    @Test func `with an open quotation mark or bytes that are no text is refused`() {
        #expect(problems("date,value\n2024-01-01,\"1\n2024-02-01,2") == [.quote(line: 2)])
        #expect(problems("date,value\n2024-01-01,\"1\"2") == [.quote(line: 2)])
        #expect(refusal(Array("date,value\n2024-01-01,".utf8) + [0xFF])?.problems == [.notText])
        #expect(refusal([0, 1, 2, 3])?.problems.count == 3)
    }

    @Test func `that makes no chart says why`() throws {
        let file = try SPCFile.read(Array("date,value,ghost\n2024-01-01,1,yes".utf8))
        let refusal = #expect(throws: SPCRefusal.self) { try file.chart() }
        #expect(refusal?.problems == [.chart(.onlyGhosts)])
    }

    @Test func `has words for the person with what was found, and for the operator without`() throws {
        let text = "date,value\n2024-01-01,Jo Smith\nfirst of May,1"
        let refusal = try #require(self.refusal(Array(text.utf8)))
        #expect(refusal.forPerson.contains("Line 2: expected a plain number for value, such as 12 or 45.6"))
        #expect(refusal.forPerson.contains("Jo Smith") && refusal.forPerson.contains("first of May"))
        #expect(!refusal.forOperator.contains("Jo") && !refusal.forOperator.contains("May"))
        #expect(refusal.forOperator.split(separator: "\n").count == 2)
        let long = problems("date,value\n2024-01-01,\(String(repeating: "a", count: 5_000))")
        #expect(long[0].forPerson.count < 200)
        #expect(!problems("secret,date,value")[0].forOperator.contains("secret"))
    }
}
