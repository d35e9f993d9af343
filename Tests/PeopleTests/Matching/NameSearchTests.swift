import CivilTime
import Ledger
import Testing

@testable import People

@Suite struct `Finding by name` {
    private func find(_ lab: Lab, _ kind: String, _ typed: String) async throws -> [String]? {
        guard let ids = NameSearch.ids(of: kind, matching: typed) else { return nil }
        return try await lab.rows("SELECT subject_id FROM \(ids) AS found ORDER BY 1", columns: 1)
    }

    @Test func `takes beginnings of words in any order, old names and names they are called by`() async throws
    {
        let lab = try await Lab()
        let id = try await lab.child(called("Zoë Augusta", "O'Neill-Smith"))
        try await lab.record(.name(called("Zoë", "King", knownAs: "Gus")), of: id, from: "2020-01-01")
        _ = try await lab.child(called("Tom", "Kingsley"))
        for typed in [
            "zoe", "ZOË", "aug", "king zoe", "oneill", "o’neill", "smith", "oneillsmith", "gus k",
            "Zoe\u{308}",
            "smith aug",
        ] {
            #expect(try await find(lab, Child.kind, typed) == [id], "\(typed)")
        }
        #expect(try await find(lab, Child.kind, "king")?.count == 2)
        #expect(try await find(lab, Child.kind, "tom zoe") == [])
        #expect(try await find(lab, Person.kind, "zoe") == [])
    }

    @Test(arguments: ["", "  ", "--", "'", "%", "👩", "\u{301}"])
    func `of nothing to find by is not asked`(typed: String) {
        #expect(NameSearch.ids(of: Child.kind, matching: typed) == nil)
    }

    @Test(arguments: ["' OR 1=1 --", "%", "_", "a_", "*", String(repeating: "a ", count: 5_000)])
    func `finds nobody by what is no name`(typed: String) async throws {
        let lab = try await Lab()
        _ = try await lab.child(called("Bob", "Byron"))
        #expect(try await find(lab, Child.kind, typed) ?? [] == [])
    }

    @Test func `finds people and organisations each by their kind`() async throws {
        let lab = try await Lab()
        let (person, school) = (
            try await lab.person("Ada Hollin"), try await lab.organisation(.school, "Hollin School")
        )
        #expect(try await find(lab, Person.kind, "hollin") == [person])
        #expect(try await find(lab, Organisation.kind, "hollin") == [school])
        try await lab.expectSound()
    }
}
