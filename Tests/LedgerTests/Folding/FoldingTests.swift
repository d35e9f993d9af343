import CivilTime
import Testing

@testable import Ledger

@Suite struct `The fold of a subject` {
    private func fold(_ made: [Made]) throws -> Notebook {
        try fold(stored: made.enumerated().map { try $1.stored($0 + 1, commit: $0 + 1) })
    }

    @discardableResult
    private func fold(stored entries: [StoredEntry]) throws -> Notebook {
        var folding = Folding<Notebook>(id: "book")
        try folding.add(entries)
        return folding.state
    }

    private func noted(_ id: String, _ amount: Int, _ iso: String, corrects: String? = nil) -> Made {
        Made(id: id, what: .noted(amount), day: day(iso), corrects: corrects)
    }

    private func withdrawn(_ id: String, _ target: String) -> Made {
        Made(id: id, what: .withdrawal(of: target), day: day("2024-06-01"))
    }

    @Test func `goes by effective day, then by rank, then by sequence`() throws {
        let state = try fold([
            noted("a", 1, "2024-03-05"),
            Made(id: "b", what: .closed, day: day("2024-03-05")),
            noted("c", 2, "2024-03-05"),
            noted("d", 3, "2024-03-01"),
            Made(id: "e", what: .opened("Notes"), day: day("2024-03-05")),
            Made(id: "f", what: .opened("Notes"), day: day("2024-03-01")),
        ])
        #expect(state.trace == ["f", "d", "e", "a", "c", "b"])
    }

    @Test func `sorts a correction by its own day, but as the first of its line`() throws {
        let entries = [
            noted("a", 1, "2024-03-01"), noted("b", 2, "2024-03-02"), noted("c", 3, "2024-03-02"),
            noted("d", 4, "2024-03-02", corrects: "a"),
        ]
        #expect(try fold(entries).trace == ["d", "b", "c"])
        let again = entries + [noted("e", 5, "2024-03-03", corrects: "d")]
        #expect(try fold(again).trace == ["b", "c", "e"])
        #expect(try fold(again).notes.last == .init(id: "e", day: day("2024-03-03"), amount: 5))
        #expect(try fold(again).problems.isEmpty)
    }

    @Test func `lets what a withdrawal removed stand again when the withdrawal is withdrawn`() throws {
        var entries = [noted("a", 1, "2024-03-01"), withdrawn("b", "a")]
        #expect(try fold(entries).trace == [])
        entries.append(withdrawn("c", "b"))
        #expect(try fold(entries).trace == ["a"])
        entries.append(withdrawn("d", "c"))
        #expect(try fold(entries).trace == [])
        #expect(try fold(entries).problems.isEmpty)
    }

    @Test func `lets what a correction replaced stand again when the correction is withdrawn`() throws {
        var entries = [
            noted("a", 1, "2024-03-01"), noted("b", 2, "2024-03-01", corrects: "a"), withdrawn("c", "b"),
        ]
        #expect(try fold(entries).trace == ["a"])
        entries.append(withdrawn("d", "c"))
        #expect(try fold(entries).trace == ["b"])
    }

    @Test func `names a double correction and takes the later`() throws {
        let entries = [
            noted("a", 1, "2024-03-01"), noted("b", 2, "2024-03-01", corrects: "a"),
            noted("c", 3, "2024-03-01", corrects: "a"),
        ]
        #expect(try fold(entries).trace == ["c"])
        let problem = try #require(try fold(entries).problems.first)
        #expect(problem.text == "An entry was corrected twice; the later correction stands.")
        #expect(problem.entries == ["a", "b", "c"])
        #expect(try fold(entries + [withdrawn("d", "c")]).trace == ["b"])
        #expect(try fold(entries + [withdrawn("d", "c")]).problems.isEmpty)
    }

    @Test func `names an entry that was both withdrawn and corrected`() throws {
        let corrected = noted("b", 2, "2024-03-01", corrects: "a")
        for entries in [[corrected, withdrawn("c", "a")], [withdrawn("c", "a"), corrected]] {
            let state = try fold([noted("a", 1, "2024-03-01")] + entries)
            #expect(state.trace == ["b"])
            #expect(
                state.problems == [
                    Problem(
                        "An entry was withdrawn and also corrected; the correction stands.",
                        entries: ["b", "a"])
                ])
        }
    }

    @Test func `names a correction that hangs on a withdrawn one`() throws {
        let state = try fold([
            noted("a", 1, "2024-03-01"), noted("b", 2, "2024-03-01", corrects: "a"),
            noted("c", 3, "2024-03-01", corrects: "b"), withdrawn("d", "b"),
        ])
        #expect(state.trace == ["a"])
        #expect(state.problems.map(\.entries) == [["c", "b"]])
    }

    @Test func `is total: what names nothing becomes a problem, and problems go when they are mended`() throws
    {
        let entries = [
            noted("a", 1, "2024-03-01"), withdrawn("b", "nowhere"),
            noted("c", 2, "2024-03-01", corrects: "nowhere"),
            Made(id: "d", what: .closed, day: day("2024-03-01"), corrects: "a"),
            noted("e", 2, "2024-03-01", corrects: "b"),
        ]
        let state = try fold(entries)
        #expect(state.trace == ["a"])
        #expect(Set(state.problems.flatMap(\.entries)) == ["b", "c", "d", "e"])
        let mended = try fold(entries + ["b", "c", "d", "e"].map { withdrawn("no \($0)", $0) })
        #expect(mended.problems.isEmpty)
        #expect(mended.trace == ["a"])
    }

    @Test func `tells the state what makes no sense, without refusing it`() throws {
        let state = try fold([
            noted("a", 1, "2024-02-01"), Made(id: "b", what: .opened("One"), day: day("2024-03-01")),
            Made(id: "c", what: .opened("Two"), day: day("2024-03-02")),
            Made(id: "d", what: .closed, day: day("2024-03-03")), noted("e", 2, "2024-03-04"),
        ])
        #expect(state.complaints == ["not open: a", "opened twice: c", "closed: e"])
        #expect(state.notes.map(\.amount) == [1, 2])
    }

    @Test func `reads an older version through its upcast`() throws {
        var entry = try Made(id: "a", what: .opened(""), day: day("2024-03-01")).stored(1, commit: 1)
        entry.kindVersion = 1
        entry.payload = #"{"data":{"name":"Old name"},"day":"2024-03-01"}"#
        let state = try fold(stored: [entry])
        #expect(state.title == "Old name")
        #expect(state.code == nil)
    }

    @Test(arguments: ["{}", "", "[]", #"{"day":"2024-03-01"}"#, #"{"day":"2024-13-01","data":{"amount":1}}"#])
    func `says which entry cannot be read`(_ payload: String) throws {
        var entry = try noted("a", 1, "2024-03-01").stored(7, commit: 1)
        entry.payload = payload
        #expect(throws: LedgerError.unreadable(sequence: 7, why: "not a noted 1")) {
            try fold(stored: [entry])
        }
    }

    @Test func `refuses a kind or version that came from a newer program while this one runs`() throws {
        var entry = try noted("a", 1, "2024-03-01").stored(1, commit: 1)
        entry.kindVersion = 9
        #expect(throws: LedgerError.unknownKinds(["notebook/noted 9"])) { try fold(stored: [entry]) }
        entry.kind = "shredded"
        #expect(throws: LedgerError.unknownKinds(["notebook/shredded 9"])) { try fold(stored: [entry]) }
    }
}
