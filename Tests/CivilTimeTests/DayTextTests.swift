import CivilTime
import Testing

@Suite struct `The text of a day` {
    @Test(arguments: [
        "", " ", "2024", "2024-02", "2024-02-30", "2024-2-3", "24-02-03", "٢٠٢٤-01-01", "2024-01-01 ",
        " 2024-01-01",
        "2024-01-01\n", "+024-01-01", "-024-01-01", "2024--1-01", "2024-13-01", "2024-00-01", "2024-01-00",
        "2024/01/01", "20240101", "2024-01-01T00:00:00Z", "2024-01-0１", "2024–01–01", "1582-12-31",
        "0000-01-01", "2024-01-01\u{301}", "12024-01-01", "2024-01-001", "yyyy-mm-dd", "2024-01-0\u{0}",
    ])
    func `is refused when it is not strictly a date`(_ text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func `may be part of another text`() {
        #expect(Day(iso: "on 2024-02-29".dropFirst(3))?.iso == "2024-02-29")
    }

    @Test func `is read and written the same for every day from 1900 to 2100`() {
        let days = day("1900-01-01")...day("2100-12-31")
        let wrong = days.filter { Day(iso: $0.iso) != $0 }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: [UInt64(11), 12])
    func `is read and written the same for any day`(_ seed: UInt64) {
        let wrong = made(4000, seed: seed) { $0.day() }.filter {
            Day(iso: $0.iso) != $0 || $0.iso.count != 10
        }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: [UInt64(21), 22])
    func `sorts as the day does`(_ seed: UInt64) {
        let wrong = made(2000, seed: seed) { ($0.day(), $0.day()) }
            .filter { ($0.0 < $0.1) != ($0.0.iso < $0.1.iso) }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: [UInt64(31), 32])
    func `with one character changed is another day or none`(_ seed: UInt64) {
        let alphabet = Array("0123456789-+ T/٣")
        let wrong = made(2000, seed: seed) { random -> (Day, String) in
            let day = random.day()
            var text = Array(day.iso)
            text[Int.random(in: 0..<10, using: &random)] = alphabet.randomElement(using: &random) ?? "x"
            return (day, String(text))
        }.filter { day, text in
            guard let read = Day(iso: text) else { return false }
            return read.iso != text || (read == day) != (text == day.iso)
        }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: [
        ("2024-11-25", "Monday 25 November 2024", "25 November 2024"),
        ("2026-05-06", "Wednesday 6 May 2026", "6 May 2026"),
        ("2000-02-29", "Tuesday 29 February 2000", "29 February 2000"),
    ])
    func `in words`(_ iso: String, _ written: String, _ short: String) {
        #expect(day(iso).written == written)
        #expect(day(iso).short == short)
        #expect("\(day(iso))" == iso)
    }

    @Test func `is one string in JSON`() throws {
        let date = day("2024-11-25")
        #expect(try json([date]) == #"["2024-11-25"]"#)
        #expect(try throughJSON([date]) == [date])
    }

    @Test(arguments: ["2024-02-30", "yesterday", ""])
    func `that cannot be decoded is named in the error`(_ text: String) throws {
        let found = try cause(of: "[\"\(text)\"]", as: [Day].self) as? UnreadableDate
        #expect(found == UnreadableDate(text: text, expected: "YYYY-MM-DD"))
    }

    @Test func `the error says what was wrong`() {
        let error = UnreadableDate(text: "2024-2-3", expected: "YYYY-MM-DD")
        #expect("\(error)" == "“2024-2-3” is not a date of the form YYYY-MM-DD.")
    }
}
