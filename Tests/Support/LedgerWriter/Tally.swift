import CivilTime
import Ledger

/// One more was counted.
struct Counted: Payload {
    static let kind = "counted"
    var number: Int
}

/// What the program that is killed writes: a subject with a row, a fact for each entry and one standing.
struct Tally: Subject {
    static let kind = "tally"
    static let entryKinds: [EntryKind<Tally>] = [
        EntryKind(Counted.self) { state, counted in state.counted.append((counted.id, counted.day)) }
    ]
    static let table = Table("tally", [.integer("total")], indexes: [["total"]])
    static let tables = [table]
    static let derivation = 1

    var counted: [(id: String, day: Day)] = []

    init(id: String) {}
    mutating func note(_ problem: Problem) {}

    func rows(_ reference: inout ReferenceReader) -> [Row] { [Row(Self.table, [counted.count])] }

    func facts(_ reference: inout ReferenceReader) -> [Fact] {
        let events = counted.map { Fact(event: "tally.counted", key: $0.id, on: $0.day) }
        guard let first = counted.first else { return [] }
        let total = Double(counted.count)
        return events + [Fact(standing: "tally.total", key: "total", from: first.day, to: nil, value: total)]
    }
}
