import Markup
import Testing

@testable import Pages

@Suite struct `A page for a request that cannot be answered` {
    @Test(arguments: Fault.allCases)
    func `has its status, its words and a way on`(fault: Fault) {
        let reply = fault.reply(.sample)
        #expect(reply.status == fault.rawValue)
        #expect(reply.type == "text/html; charset=utf-8")
        #expect(reply.keeping == .never)
        #expect(
            reply.text.contains(
                "<title>\(HTML(text: fault.title).string) – Vale of Arden SEND partnership</title>"))
        #expect(reply.text.contains("<h1>\(HTML(text: fault.title).string)</h1>"))
        #expect(reply.text.contains(HTML(text: fault.advice).string))
        #expect(reply.text.contains("<a href=\"/\">Go to the home page</a>"))
        #expect(reply.text.ranges(of: "<h1>").count == 1)
        expectInert(reply.text)
    }

    @Test func `exists for each status, with words of its own`() {
        #expect(Fault.allCases.map(\.rawValue) == [400, 403, 404, 405, 413, 414, 415, 421, 431, 500, 503])
        #expect(Set(Fault.allCases.map(\.title)).count == Fault.allCases.count)
        #expect(Set(Fault.allCases.map(\.advice)).count == Fault.allCases.count)
    }

    @Test func `is kept as a whole`() throws {
        try expectGolden("not-found", Fault.notFound.reply(.sample).text)
    }

    @Test(arguments: [
        "<script>", "<STYLE >", "<p onclick=\"x\">", "<p a=\"b\" style=\"c\">", "<a href=\"javascript:x\">",
        "<p\nonload = 'x'>",
    ])
    func `the check for what runs finds what runs`(html: String) { #expect(!unruly(html).isEmpty) }
}
