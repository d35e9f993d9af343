import CivilTime
import Ledger

@testable import People

/// A room that only tests have: it gives a child to an officer, and puts the involvement in the shared table.
struct Casebook: Subject {
    struct Given: Payload {
        static let kind = "casebook.given"
        var child: String
        var officer: String
        var from: Day
    }

    static let kind = "casebook"
    static let entryKinds: [EntryKind<Casebook>] = [
        EntryKind(Given.self) { $0.given.append(($1.id, $1.data)) }
    ]
    static let tables = [Involvement.table]
    static let derivation = 1

    let id: String
    private var given: [(entry: String, data: Given)] = []

    init(id: String) { self.id = id }
    mutating func note(_ problem: Problem) {}

    func rows(_ reference: inout ReferenceReader) -> [Row] {
        given.map {
            Involvement.row(
                key: $0.entry, holder: $0.data.officer, child: $0.data.child, kind: .allocation,
                from: $0.data.from, to: nil, cause: $0.entry, safeguarding: true)
        }
    }

    func facts(_ reference: inout ReferenceReader) -> [Fact] { [] }
}
