import CivilTime
import Testing

@testable import Ledger

@Suite struct `Any history of a subject` {
    private func stored(_ history: [Made]) throws -> [StoredEntry] {
        try history.enumerated().map { try $1.stored($0 + 1, commit: $0 + 1) }
    }

    private func fold(_ batches: [ArraySlice<StoredEntry>]) throws -> Notebook {
        var folding = Folding<Notebook>(id: "book")
        for batch in batches { try folding.add(Array(batch)) }
        return folding.state
    }

    /// What differs between a state and the specification; nil where nothing does.
    private func difference(_ state: Notebook, _ specification: Specification) -> String? {
        if state.trace != specification.folded().map(\.id) { return "order" }
        if state.notes != specification.notes() { return "notes" }
        if Set(state.problems.map { Set($0.entries) }) != specification.problems() { return "problems" }
        return nil
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `folds as the specification says, however it comes`(_ seed: UInt64) throws {
        var random = Seeded(seed)
        for _ in 0..<30 {
            let history = random.history(1 + random.below(30), days: 1 + random.below(12))
            let entries = try stored(history)
            let specification = Specification(entries: history)
            var cuts = [0]
            while let last = cuts.last, last < entries.count {
                cuts.append(min(entries.count, last + 1 + random.below(6)))
            }
            let batches = zip(cuts, cuts.dropFirst()).map { entries[$0..<$1] }
            let oneByOne = entries.indices.map { entries[$0...$0] }
            for (way, given) in [
                ("at once", [entries[...]]), ("one by one", oneByOne), ("in batches", batches),
            ] {
                let found = difference(try fold(given), specification)
                #expect(found == nil, "seed \(seed), \(history.count) entries \(way)")
            }
        }
    }

    @Test(arguments: 11...18 as ClosedRange<UInt64>)
    func `gives at every step from kept states what it gives from scratch`(_ seed: UInt64) throws {
        var random = Seeded(seed)
        let history = random.history(200, days: 60)
        let entries = try stored(history)
        var folding = Folding<Notebook>(id: "book")
        var next = 0
        while next < entries.count {
            let batch = Array(entries[next..<min(entries.count, next + 1 + random.below(4))])
            next += batch.count
            try folding.add(batch)
            #expect(folding.version == next)
            guard next % 5 < 2 || next == entries.count else { continue }
            let state = folding.state
            let whole = try fold([entries[..<next]])
            #expect(state.trace == whole.trace && state.notes == whole.notes, "seed \(seed), \(next) entries")
            #expect(state.complaints == whole.complaints && state.problems == whole.problems)
        }
        #expect(difference(folding.state, Specification(entries: history)) == nil)
    }

    @Test func `of 500 entries takes one more in a moment, in place or out of it`() throws {
        var folding = Folding<Notebook>(id: "book")
        let ordered = (0..<500).map {
            Made(id: "e\($0)", what: .noted($0), day: Day(number: Lab.today.number - 600 + $0))
        }
        try folding.add(stored(ordered))
        let late = Made(id: "late", what: .noted(1), day: Lab.today)
        let correction = Made(id: "correction", what: .noted(2), day: Lab.today, corrects: "e490")
        let clock = ContinuousClock()
        let added = try clock.measure {
            try folding.add([late.stored(501, commit: 501), correction.stored(502, commit: 502)])
        }
        #expect(folding.state.notes.count == 501)
        #expect(folding.state.trace.suffix(2) == ["correction", "late"])
        // Some milliseconds in a debug build; the bound is for a machine that is busy with other tests.
        #expect(added < .milliseconds(250))
    }
}
