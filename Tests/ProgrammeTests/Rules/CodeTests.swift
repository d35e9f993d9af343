import Foundation
import Testing

@testable import Pages
@testable import Programme

@Suite struct `Published ids` {
    @Test(arguments: [
        "PAP1:1", "A1.1", "TF-WT", "a", "0", "_", "-", ":", "..a", ".a.", String(repeating: "x", count: 40),
    ])
    func `letters, digits and four marks make an id`(text: String) throws {
        let code = try #require(Code(text))
        #expect(code.text == text)
        #expect(code.pathText == text)
        #expect(Code(pathText: text) == code)
        let stored = try JSONEncoder().encode([code])
        #expect(try JSONDecoder().decode([Code].self, from: stored) == [code])
    }

    @Test(arguments: [
        "", ".", "..", "...", " ", "A 1", "A/1", "A%2F", "é", "Ａ１", "A\n", "A\u{0}", "<b>", "A\"", "A'",
        "A;", "A?", "A#", "A\\", "..\u{2215}", String(repeating: "x", count: 41),
    ])
    func `anything else is none, least of all a step up a path`(text: String) {
        #expect(Code(text) == nil)
    }

    @Test(arguments: [
        ("People Scrutiny", "people-scrutiny"), ("Children's Trust", "children-s-trust"),
        ("  % in 20 weeks  ", "in-20-weeks"), ("", "unnamed"), ("…", "unnamed"), ("Zoë", "zo"),
        ("Oxford Health: a trust", "oxford-health-a-trust"),
    ])
    func `a name without an id gets one of its words`(name: String, text: String) {
        #expect(Code(slugOf: name).text == text)
    }

    @Test(arguments: [String(repeating: "long name ", count: 20), "é ü", "../../etc", "a\u{0}b"])
    func `whatever the name, what is made of it is an id`(name: String) {
        #expect(Code(Code(slugOf: name).text) != nil)
    }

    @Test(arguments: [
        "/plans/..", "/plans/HOLLIN-2024/objectives/..", "/plans/NONE", "/plans/HOLLIN-2024/objectives/none",
        "/plans/HOLLIN-2024/actions/P1A:1", "/plans/HOLLIN-2024/areas/AfI9", "/plans/HOLLIN-2024/groups/none",
        "/plans/HOLLIN-2024/priorities/P9", "/plans/HOLLIN-2024/versions/0",
        "/plans/HOLLIN-2024/versions/2", "/plans/HOLLIN-2024/versions/01",
        "/plans/HOLLIN-2024/versions/99999999999999999999", "/plans/HOLLIN-2024/downloads/other.csv",
        "/plans/HOLLIN-2024/downloads/..", "/plans/NONE/dates", "/plans/NONE/downloads/plan.json",
        "/plans/NONE/versions", "/plans/NONE/uncertain", "/plans/HOLLIN-2024%20", "/plans/hollin-2024",
    ])
    func `an address that leads nowhere is not found`(address: String) async throws {
        let lab = try await Lab.small()
        #expect(await lab.page(address).status == 404)
        #expect(await lab.page("/plans/HOLLIN-2024").status == 200)
    }
}
