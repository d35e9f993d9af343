import CivilTime
import Testing

@testable import Ledger

private enum LaterHammer: ToolKind {
    static let name = "hammer"
    static let derivation = 2
    static let maker = "smith"
}

private enum BareHammer: ToolKind {
    static let name = "hammer"
    static let derivation = 2
    static let tables: [Table] = []
}

private let widerTable = Table(
    "tool", [.text("code"), .text("maker"), .text("more")], indexes: [["code"]])
private enum WiderHammer: ToolKind {
    static let name = "hammer"
    static let tables = [widerTable]
}
private enum WiderSaw: ToolKind {
    static let name = "saw"
    static let tables = [widerTable]
}

@Suite struct `A table that several subject kinds fill` {
    static let both = Registry([Tool<Hammer>.self, Tool<Saw>.self])

    private func place<K: ToolKind>(
        _ lab: Lab, _ kind: K.Type, _ id: String, _ codes: [String: String]
    ) async throws {
        try await lab.perform {
            try $0.record(Placed(codes: codes), on: Tool<K>.self, id, day: $0.today)
        }
    }

    /// Kind, id, key, code and maker of each row.
    private func rows(_ lab: Lab) async throws -> [String] {
        try await lab.rows(
            "SELECT subject_kind, subject_id, row_key, code, maker FROM tool ORDER BY 1, 2, 3", columns: 5
        ).map { $0.map { if case .text(let text) = $0 { text } else { "?" } }.joined(separator: " ") }
    }

    /// The places of one kind's rows in the file: a row that was written again has another.
    private func places(_ lab: Lab, _ kind: String) throws -> [[String?]] {
        try RawDatabase(lab.file.path).run(
            "SELECT rowid, row_key FROM tool WHERE subject_kind = '\(kind)' ORDER BY rowid")
    }

    private func filled() async throws -> Lab {
        let lab = try await Lab(Self.both)
        try await place(lab, Saw.self, "1", ["a": "s1", "b": "s2"])
        try await place(lab, Hammer.self, "1", ["a": "h1", "b": "h2"])
        try await place(lab, Hammer.self, "2", ["a": "h3"])
        return lab
    }

    @Test func `holds rows of both beside each other, also under one id and key`() async throws {
        let lab = try await filled()
        #expect(
            try await rows(lab) == [
                "hammer 1 a h1 hammer", "hammer 1 b h2 hammer", "hammer 2 a h3 hammer", "saw 1 a s1 saw",
                "saw 1 b s2 saw",
            ])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `has only what differs of one subject replaced`() async throws {
        let lab = try await filled()
        let (hammers, saws) = (try places(lab, "hammer"), try places(lab, "saw"))
        try await place(lab, Hammer.self, "1", ["a": "h1", "c": "h9"])
        #expect(try places(lab, "saw") == saws)
        #expect(try places(lab, "hammer").filter { $0[1] != "c" } == hammers.filter { $0[1] != "b" })
        #expect(try await rows(lab).contains("hammer 1 c h9 hammer"))
        try await place(lab, Hammer.self, "1", [:])
        #expect(try await rows(lab) == ["hammer 2 a h3 hammer", "saw 1 a s1 saw", "saw 1 b s2 saw"])
    }

    @Test func `guards what only one may hold across the kinds`() async throws {
        let lab = try await filled()
        let before = try lab.everything()
        await #expect(throws: LedgerError.taken("Another tool has this code.")) {
            try await place(lab, Saw.self, "3", ["a": "h1"])
        }
        #expect(try lab.everything() == before)
        // In one commit two subjects of two kinds may exchange what they hold.
        try await lab.perform { deciding in
            try deciding.record(
                Placed(codes: ["a": "s1", "b": "h2"]), on: Tool<Hammer>.self, "1", day: deciding.today)
            try deciding.record(
                Placed(codes: ["a": "h1", "b": "s2"]), on: Tool<Saw>.self, "1", day: deciding.today)
        }
        #expect(try await rows(lab).contains("hammer 1 a s1 hammer"))
        #expect(try await rows(lab).contains("saw 1 a h1 saw"))
        #expect(try await lab.ledger.checkRebuild().difference == nil)
        _ = try await lab.ledger.rebuild()
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `keeps the other kind's rows where a newer program derives one differently`() async throws {
        let lab = try await filled()
        let saws = try places(lab, "saw")
        try lab.ledger.close()
        let later = try await Lab(Registry([Tool<LaterHammer>.self, Tool<Saw>.self]), file: lab.file)
        #expect(try places(later, "saw") == saws)
        #expect(
            try await rows(later) == [
                "hammer 1 a h1 smith", "hammer 1 b h2 smith", "hammer 2 a h3 smith", "saw 1 a s1 saw",
                "saw 1 b s2 saw",
            ])
        #expect(try await later.ledger.checkRebuild().difference == nil)
    }

    @Test func `loses one kind's rows alone where that no longer fills it, and gets them back`() async throws
    {
        let lab = try await filled()
        let saws = try places(lab, "saw")
        try lab.ledger.close()
        let bare = try await Lab(Registry([Tool<BareHammer>.self, Tool<Saw>.self]), file: lab.file)
        #expect(try places(bare, "saw") == saws)
        #expect(try await rows(bare) == ["saw 1 a s1 saw", "saw 1 b s2 saw"])
        #expect(try await bare.ledger.checkRebuild().difference == nil)
        try bare.ledger.close()
        let again = try await Lab(Self.both, file: lab.file)
        #expect(try await rows(again).count == 5)
        #expect(try await again.ledger.checkRebuild().difference == nil)
    }

    @Test func `is filled anew by both where its shape changes`() async throws {
        let lab = try await filled()
        try lab.ledger.close()
        let wider = try await Lab(
            Registry([Tool<WiderHammer>.self, Tool<WiderSaw>.self]), file: lab.file)
        let more = try await wider.rows("SELECT subject_kind, more FROM tool ORDER BY code", columns: 2)
        #expect(more.count == 5 && more.allSatisfy { $0[1] == .text("more") })
        #expect(try await wider.ledger.checkRebuild().difference == nil)
    }

    @Test func `takes in a kind that a newer program adds`() async throws {
        let lab = try await Lab(Registry([Tool<Hammer>.self]))
        try await place(lab, Hammer.self, "1", ["a": "h1"])
        try lab.ledger.close()
        let later = try await Lab(Self.both, file: lab.file)
        try await place(later, Saw.self, "1", ["a": "s1"])
        #expect(try await rows(later) == ["hammer 1 a h1 hammer", "saw 1 a s1 saw"])
        #expect(try await later.ledger.checkRebuild().difference == nil)
    }

    @Test(arguments: [
        // An id that only the other kind has; a kind that fills other tables; one that nobody knows.
        "INSERT INTO tool VALUES ('saw', '2', 'x', 'x', 'x')",
        "INSERT INTO tool VALUES ('reference', 'reference', 'x', 'x', 'x')",
        "INSERT INTO tool VALUES ('moon', '1', 'x', 'x', 'x')",
        "UPDATE tool SET subject_kind = 'saw' WHERE code = 'h3'",
    ])
    func `is found to hold rows of no subject`(_ damage: String) async throws {
        let lab = try await filled()
        let before = try await rows(lab)
        try RawDatabase(lab.file.path).run(damage)
        let moved = damage.hasPrefix("UPDATE")
        #expect(
            try await lab.ledger.checkRebuild().difference
                == (moved
                    ? "rows of hammer 2 in tool differ from its entries" : "tool holds rows of no subject"))
        _ = try await lab.ledger.rebuild()
        if !damage.contains("moon") { #expect(try await rows(lab) == before) }
    }

    @Test func `is checked kind by kind: a row of one under the other's name is a difference`() async throws {
        let lab = try await filled()
        try RawDatabase(lab.file.path).run(
            "UPDATE tool SET subject_kind = 'saw', row_key = 'c' WHERE code = 'h2'")
        let found = try await lab.ledger.checkRebuild().difference
        #expect(found == "rows of hammer 1 in tool differ from its entries")
        _ = try await lab.ledger.rebuild()
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `is right after any history of both`(_ seed: UInt64) async throws {
        let lab = try await Lab(Self.both, cachedSubjects: 2)
        var random = Seeded(seed)
        for _ in 0..<60 {
            let codes = Dictionary(
                (0..<random.below(4)).map { _ in ("\(random.below(4))", "code \(random.below(25))") },
                uniquingKeysWith: { first, _ in first })
            let id = "\(random.below(3))"
            do {
                if random.below(2) == 0 {
                    try await place(lab, Saw.self, id, codes)
                } else {
                    try await place(lab, Hammer.self, id, codes)
                }
            } catch LedgerError.taken {
                continue
            }
        }
        #expect(try await !rows(lab).isEmpty)
        #expect(try await lab.ledger.checkRebuild().difference == nil, "seed \(seed)")
        let before = try lab.everything()
        _ = try await lab.ledger.rebuild()
        #expect(try lab.everything() == before)
    }
}
