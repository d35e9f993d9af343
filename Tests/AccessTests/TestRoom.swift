import CivilTime
import Ledger
import People

/// Somebody began to work with a child, as a room would have it.
struct WorkBegan: Payload {
    static let kind = "test-work.began"
    var holder: String
    var child: String
    var involvement: Involvement.Kind
    var from: Day
    var to: Day?
}

/// A room that stands in tests alone: its subject makes any kind of involvement.
struct TestWork: Subject {
    static let kind = "test-work"
    static let entryKinds: [EntryKind<TestWork>] = [
        EntryKind(WorkBegan.self) { state, began in state.began.append((began.id, began.data)) }
    ]
    static let tables = [Involvement.table]
    static let derivation = 1

    private var began: [(entry: String, data: WorkBegan)] = []

    init(id: String) {}

    mutating func note(_ problem: Problem) {}

    func rows(_ reference: inout ReferenceReader) -> [Row] {
        began.map { entry, data in
            Involvement.row(
                key: entry, holder: data.holder, child: data.child, kind: data.involvement, from: data.from,
                to: data.to, cause: entry)
        }
    }

    func facts(_ reference: inout ReferenceReader) -> [Fact] { [] }
}
