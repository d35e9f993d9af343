import HTTPTypes
import Testing

@testable import Composition

@Suite(.few) struct `A slash at the end` {
    @Test(arguments: [
        ("/plans/", "/plans"), ("/plans/VOA-2023/", "/plans/VOA-2023"),
        ("/plans/VOA-2023/?show=late", "/plans/VOA-2023?show=late"),
        ("/nothing/at/all/", "/nothing/at/all"),
    ])
    func `is taken away`(uri: String, elsewhere: String) async throws {
        try await TestSite.example().ask { client in
            for method in [HTTPRequest.Method.get, .head] {
                let answer = try await client.ask(uri, method)
                #expect(answer.status == .permanentRedirect)
                #expect(answer["Location"] == elsewhere)
                #expect(answer.length == 0)
            }
        }
    }

    /// As the URL Standard has browsers read them, `\` is `/`, and tabs and line ends vanish.
    @Test(arguments: [
        "//evil.example/", "///evil.example/", "////evil.example//", "/\\evil.example/", "/\\\\evil.example/",
        "\\\\evil.example/", "\\/evil.example/", "/\t/evil.example/", "/%09/evil.example/",
        "/%5cevil.example/",
        "/%2fevil.example/", "/%2f%2fevil.example/", "/.//evil.example/", "/..//evil.example/",
        "/%2e//evil.example/", "http://evil.example/", "http://evil.example/plans/", "http:///evil.example/",
        "http://x//evil.example/", "https://x/\\evil.example/", "http://x?/\\evil.example/",
        "//evil.example/?/",
        "/plans/\\..\\..\\evil.example/", "/evil.example:80/", "/@evil.example/", "/%0d%0aLocation:%20x/",
    ])
    func `never leads to another site`(uri: String) async throws {
        try await TestSite.example().ask { client in
            let answer = try await client.ask(uri)
            #expect([.permanentRedirect, .notFound, .badRequest, .ok].contains(answer.status))
            #expect((answer["Location"] != nil) == (answer.status == .permanentRedirect))
            let location = answer["Location"] ?? "/"
            #expect(location.hasPrefix("/"))
            #expect(!location.dropFirst().hasPrefix("/"))
            #expect(location.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        }
    }
}
