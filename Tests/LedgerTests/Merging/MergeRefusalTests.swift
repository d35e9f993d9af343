import CivilTime
import Testing

@testable import Ledger

@Suite struct `Merging refuses` {
    /// A is merged into b, b into c; d stands alone.
    private func chain() async throws -> Lab {
        let lab = try await Lab()
        try await lab.fill(["a", "b", "c", "d"])
        try await lab.merge("a", into: "b")
        try await lab.merge("b", into: "c")
        return lab
    }

    private func expectRefused(
        _ lab: Lab, _ start: String, _ place: SourceLocation = #_sourceLocation,
        _ decide: @escaping @Sendable (inout Deciding) throws -> Void
    ) async throws {
        let before = try lab.everything()
        let error = await #expect(throws: LedgerError.self, sourceLocation: place) {
            try await lab.perform(decide)
        }
        guard case .cannotMerge(let why) = error else {
            Issue.record("\(String(describing: error))", sourceLocation: place)
            return
        }
        #expect(why.hasPrefix(start), sourceLocation: place)
        #expect(error?.forPerson == why && error?.forOperator == "merge refused: \(why)")
        #expect(try lab.everything() == before, sourceLocation: place)
    }

    @Test(arguments: [
        ("d", "d", "A record cannot be merged with itself."),
        ("d", "nowhere", "One of the two records does not exist."),
        ("nowhere", "d", "One of the two records does not exist."),
        ("", "d", "One of the two records does not exist."),
        ("a", "d", "This record has already been merged"), ("a", "b", "This record has already been merged"),
        ("b", "a", "This record has already been merged"),
        ("c", "b", "The other record has already been merged with this one."),
        ("c", "a", "The other record has already been merged with this one."),
    ])
    func `what cannot be`(_ id: String, _ other: String, _ why: String) async throws {
        let lab = try await chain()
        try await expectRefused(lab, why) { try $0.merge(id, into: other, of: Notebook.self, reason: "r") }
    }

    @Test(arguments: ["c", "d", "nowhere"])
    func `to separate what is not merged`(_ id: String) async throws {
        let lab = try await chain()
        try await expectRefused(lab, "This record is not merged") {
            try $0.separate(id, of: Notebook.self, reason: "r")
        }
    }

    @Test func `what cannot be together with what the same command does`() async throws {
        let lab = try await chain()
        try await expectRefused(lab, "The other record has already been merged with this one.") {
            try $0.merge("c", into: "d", of: Notebook.self, reason: "r")
            try $0.merge("d", into: "a", of: Notebook.self, reason: "r")
        }
        try await expectRefused(lab, "This record has already been merged") {
            try $0.merge("d", into: "a", of: Notebook.self, reason: "r")
            try $0.merge("d", into: "b", of: Notebook.self, reason: "r")
        }
        for again in ["a", "d"] {
            try await expectRefused(lab, "This record is not merged") {
                try $0.merge("d", into: "a", of: Notebook.self, reason: "r")
                try $0.separate("a", of: Notebook.self, reason: "r")
                try $0.separate(again, of: Notebook.self, reason: "r")
            }
        }
    }

    @Test func `to have one half of a merge taken back, or a separation`() async throws {
        let lab = try await chain()
        for book in ["a", "b", "c"] {
            for entry in try await lab.chronicle(book) where entry.kind.hasPrefix("ledger.") {
                try await expectRefused(lab, "A merge of two records is undone as a whole") {
                    try $0.withdraw(entry.id, on: Notebook.self, book, reason: "r")
                }
            }
        }
        try await lab.separate("a")
        for book in ["a", "b"] {
            let separation = try #require(try await lab.chronicle(book).last)
            #expect(separation.kind == "withdrawn")
            try await expectRefused(lab, "A merge of two records is undone as a whole") {
                try $0.withdraw(separation.id, on: Notebook.self, book, reason: "r")
            }
        }
    }

    @Test func `entries of its kinds that others make up`() async throws {
        struct Forged: Payload {
            static let kind = "ledger.merged-into"
            var other: String
        }
        struct Taken: Payload { static let kind = "withdrawn" }
        let lab = try await chain()
        let before = try lab.everything()
        let merge = try #require(try await lab.chronicle("a").last)
        await #expect(throws: LedgerError.unknownKinds(["notebook/ledger.merged-into 1"])) {
            try await lab.perform {
                try $0.record(Forged(other: "a"), on: Notebook.self, "d", day: $0.today)
            }
        }
        await #expect(throws: LedgerError.unknownKinds(["notebook/ledger.merged-into 1"])) {
            try await lab.perform {
                try $0.correct(
                    merge.id, to: Forged(other: "d"), on: Notebook.self, "a", day: $0.today, reason: "r")
            }
        }
        await #expect(throws: LedgerError.unknownKinds(["notebook/withdrawn 1"])) {
            try await lab.perform { try $0.record(Taken(), on: Notebook.self, "d", day: $0.today) }
        }
        #expect(try lab.everything() == before)
    }

    @Test func `what has become a circle, or was separated, since it was decided`() async throws {
        let lab = try await chain()
        let circle = Meanwhile(lab) {
            try await lab.merge("c", into: "d")
            #expect(try await lab.survivor("a") == "d")
        }
        await #expect(throws: LedgerError.self) {
            try await circle.overtaking { deciding in
                try deciding.merge("d", into: "a", of: Notebook.self, reason: "r")
                return true
            }
        }
        let apart = Meanwhile(lab) { try await lab.separate("a") }
        await #expect(throws: LedgerError.cannotMerge("This record is not merged with another.")) {
            try await apart.overtaking { deciding in
                try deciding.separate("a", of: Notebook.self, reason: "r")
                return true
            }
        }
        #expect(try await lab.survivors() == ["b": "d", "c": "d"])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `one of two who merge the same two the opposite ways at one time`() async throws {
        let lab = try await Lab()
        for round in 0..<12 {
            let (one, other) = ("one \(round)", "other \(round)")
            try await lab.fill([one, other])
            let kept = await withTaskGroup(of: Bool.self) { group in
                for (id, into) in [(one, other), (other, one)] {
                    group.addTask { (try? await lab.merge(id, into: into)) != nil }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(kept.filter(\.self).count == 1)
        }
        #expect(try await lab.survivors().count == 12)
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }
}
