import Pages
import Testing

@Suite struct `Comma-separated values` {
    /// The second line of a file with two columns, whose first field is `text`.
    private func line(_ text: String?) -> String {
        var csv = CSV(["a", "b"])
        csv.add([text, "z"])
        return String(decoding: csv.bytes.dropFirst(5), as: UTF8.self)
    }

    @Test func `begin with a header and end each line with CRLF`() {
        var csv = CSV(["Name", "Note, \"short\""])
        csv.add(["Ann", nil])
        csv.add([nil, ""])
        #expect(String(decoding: csv.bytes, as: UTF8.self) == "Name,\"Note, \"\"short\"\"\"\r\nAnn,\r\n,\r\n")
    }

    @Test(arguments: [
        ("plain", "plain"), ("two words", "two words"), ("a,b", "\"a,b\""),
        ("say \"x\"", "\"say \"\"x\"\"\""), ("\"", "\"\"\"\""),
        ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), ("a\r\nb", "\"a\r\nb\""), (" a ", " a "), ("", ""),
        ("Zoë 日本 😀", "Zoë 日本 😀"),
        ("a;b", "a;b"), ("\"\"", "\"\"\"\"\"\""), ("\"\u{301}", "\"\"\"\u{301}\""),
        ("a,\u{301}", "\"a,\u{301}\""),
    ])
    func `are quoted where they must be`(text: String, field: String) {
        #expect(line(text).utf8.elementsEqual("\(field),z\r\n".utf8))
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1+1", "'+1+1"), ("-1+1", "'-1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
        ("\rx", "\"'\rx\""),
        ("\nx", "\"'\nx\""), ("\r\n=1", "\"'\r\n=1\""),
        ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
        ("-", "'-"), ("- a point", "'- a point"), ("=\u{301}1", "'=\u{301}1"),
        ("+44 20 7946 0000", "'+44 20 7946 0000"), ("-5,000", "\"'-5,000\""),
    ])
    func `are not run as a formula`(text: String, field: String) {
        #expect(line(text).utf8.elementsEqual("\(field),z\r\n".utf8))
    }

    @Test(arguments: ["-5", "-5.25", "+5", "-1e3", "0", "12", "1=1", "a@b.org", "a-b", "a\tb", "'quoted'"])
    func `are left alone where they are numbers or hold a sign inside`(text: String) {
        #expect(line(text) == "\(text),z\r\n")
    }

    @Test func `of a header are guarded too`() {
        #expect(String(decoding: CSV(["=1", "b"]).bytes, as: UTF8.self) == "'=1,b\r\n")
    }

    @Test func `need a field for each column`() async {
        await #expect(processExitsWith: .failure) {
            var csv = CSV(["a", "b"])
            csv.add(["only one"])
        }
        await #expect(processExitsWith: .failure) {
            var csv = CSV(["a", "b"])
            csv.add(["1", "2", "3"])
        }
    }
}
