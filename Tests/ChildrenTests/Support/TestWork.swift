import CivilTime
import Ledger
import People

/// Somebody began to work with a child, as another room would have it.
struct WorkBegan: Payload {
    static let kind = "test-work.began"
    var holder: String
    var child: String
    var involvement: Involvement.Kind
    var isSafeguarding: Bool
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
                key: entry, holder: data.holder, child: data.child, kind: data.involvement,
                from: Day.earliest, to: nil, cause: entry, safeguarding: data.isSafeguarding)
        }
    }

    func facts(_ reference: inout ReferenceReader) -> [Fact] { [] }
}

extension Lab {
    /// Makes somebody involved with a child by what another room would record.
    func involve(
        _ holder: String, with child: String, as kind: Involvement.Kind, safeguarding: Bool = false
    ) async throws {
        let began = WorkBegan(
            holder: holder, child: child, involvement: kind, isSafeguarding: safeguarding)
        try await commit { deciding -> Bool in
            try deciding.record(began, on: TestWork.self, deciding.newID(), day: deciding.today)
            return true
        }
    }
}
