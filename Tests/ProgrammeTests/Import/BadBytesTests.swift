import Foundation
import Testing

@testable import Programme

/// Files that are no plan at all, or broken ones.
@Suite struct `Bytes that are no plan are refused` {
    /// The offsets at which the example is cut, in so many runs beside one another.
    static let cuts = (0..<4).map { run in stride(from: 1000 * (run + 1), to: 80_000, by: 4000).map { $0 } }

    @Test(arguments: cuts) func `a plan cut off at any thousandth byte is refused`(offsets: [Int]) throws {
        let bytes = try Repository.example.get()
        for offset in offsets where offset < bytes.count {
            let found = problems(Array(bytes.prefix(offset)))
            expectUsable(found)
            #expect(found.count == 1)
        }
        #expect(bytes.count > 79_000)
    }

    @Test func `the example itself is taken`() throws {
        #expect(problems(try Repository.example.get()) == [])
    }

    @Test(arguments: [SmallActionPlan.text, SmallStatement.text])
    func `a plan cut off at any byte is refused`(text: String) {
        let bytes = Array(text.utf8)
        for offset in stride(from: 0, to: bytes.count - 2, by: 23) {
            let found = problems(Array(bytes.prefix(offset)))
            #expect(found.count == 1, "cut off at \(offset)")
        }
    }

    /// Bytes that are no plan, each with words of what is said of it; typed, since the compiler takes most of a
    /// minute to find the type by itself.
    static let strange: [([UInt8], String)] = {
        let texts: [(String, String)] = [
            ("", "found an empty file"), ("   \n", "expected JSON"),
            ("[]", "expected an object, found a list"),
            ("null", "expected an object, found nothing"),
            ("42", "expected an object, found a number"),
            ("\"a plan\"", "expected an object, found a text"),
            ("{}", "expected a plan with “priority_areas”"),
            ("{\"plan\": {}}", "expected a plan with “priority_areas”"),
            ("not JSON", "expected JSON"), ("{\"plan\": }", "expected JSON"),
            ("%PDF-1.7\n%âãÏÓ", "found a PDF"),
            ("{\"plan\": \"\u{0}\"}", "expected JSON"),
        ]
        let bytes: [([UInt8], String)] = [
            ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "found a ZIP archive"),
            ([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], "another encoding"),
        ]
        return texts.map { (Array($0.0.utf8), $0.1) } + bytes
    }()

    @Test(arguments: strange)
    func `what is not a plan is refused with what it is`(bytes: [UInt8], words: String) {
        let found = problems(bytes)
        expectUsable(found)
        #expect(found.first?.text.contains(words) == true, "\(found)")
    }

    @Test(arguments: [1, 2, 17, 90]) func `a file of another encoding is refused with the line`(line: Int) {
        let lines = SmallActionPlan.text.split(separator: "\n", omittingEmptySubsequences: false)
        let bytes = lines.enumerated().map { index, text in
            Array(text.utf8) + (index + 1 == line ? [0xE9] : [])
        }.joined(separator: [0x0A])
        let found = problems(Array(bytes))
        expectUsable(found)
        #expect(found.map(\.place) == ["line \(line)"])
    }

    @Test func `only the first line of another encoding is named`() {
        let found = problems([0x0A, 0xE9, 0x0A, 0x0A, 0xE9])
        #expect(found.map(\.place) == ["line 2"])
    }

    @Test func `a plan with a byte order mark is taken`() throws {
        let bytes = Array(SmallActionPlan.text.utf8)
        #expect(problems([0xEF, 0xBB, 0xBF] + bytes) == [])
    }

    @Test func `a plan with the line ends of another system is taken`() {
        #expect(problems(SmallStatement.text.replacingOccurrences(of: "\n", with: "\r\n")) == [])
    }

    @Test func `nine megabytes are refused before they are read`() {
        let found = problems([UInt8](repeating: 0x20, count: 9 * 1_048_576))
        expectUsable(found)
        #expect(found.first?.text == "expected at most 8 MB, found more")
    }

    @Test(arguments: ["[", "{\"a\":", "{\"priority_areas\":["])
    func `a hundred thousand brackets are refused and nothing breaks`(bracket: String) {
        let found = problems(String(repeating: bracket, count: 100_000))
        expectUsable(found)
        let closing = bracket == "[" ? String(repeating: "]", count: 100_000) : ""
        expectUsable(problems(String(repeating: bracket, count: 100_000) + closing))
    }

    @Test func `a number too large for any figure is refused`() {
        let text = SmallActionPlan.text.replacingOccurrences(
            of: "\"months_stated\": 2", with: "\"months_stated\": 1e400")
        expectUsable(problems(text))
    }
}
