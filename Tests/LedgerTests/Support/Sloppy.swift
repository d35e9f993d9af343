import CivilTime
import Ledger

/// A subject that gives what it should not, as its entries say.
struct Sloppy: Subject {
    static let kind = "sloppy"
    static let entryKinds: [EntryKind<Sloppy>] = [
        EntryKind(Noted.self) { state, noted in state.amounts.append(noted.data.amount) }
    ]
    static let table = Table("sloppy", [.integer("amount")])
    static let tables = [table]
    static let derivation = 1

    /// What it does wrong when its last amount says so.
    enum Mistake: Int, CaseIterable {
        case none
        case twoFacts
        case twoRows
        case foreignRow
    }

    var amounts: [Int] = []
    private var mistake: Mistake { amounts.last.flatMap(Mistake.init) ?? .none }

    init(id: String) {}
    mutating func note(_ problem: Problem) {}

    func rows(_ reference: inout ReferenceReader) -> [Row] {
        switch mistake {
        case .twoRows: [Row(Self.table, key: "a", [1]), Row(Self.table, key: "a", [2])]
        case .foreignRow: [Row(Notebook.noteTable, key: "a", [1, 2, 3])]
        case .none, .twoFacts: [Row(Self.table, key: "a", [1])]
        }
    }

    func facts(_ reference: inout ReferenceReader) -> [Fact] {
        let first = Fact(event: "sloppy.event", key: "a", on: .earliest)
        return mistake == .twoFacts ? [first, Fact(event: "sloppy.event", key: "a", on: .latest)] : [first]
    }
}
