import CivilTime
import Testing

@testable import Ledger
@testable import People

/// A child folded from entries without a ledger, so that a test may look at thousands.
struct Folded {
    private var folding = Folding<Child>(id: "c")
    private var count = 0

    var child: Child { folding.state }

    /// Adds an entry and gives its id.
    mutating func add<P: Payload>(_ payload: P, on day: Day, reason: String? = nil) -> String {
        count += 1
        let id = "e\(count)"
        do {
            try folding.add([
                StoredEntry(
                    sequence: count, id: id, commit: count, subject: SubjectID(kind: Child.kind, id: "c"),
                    version: count, kind: P.kind, kindVersion: P.version,
                    payload: Stored.text(Envelope(day: day, reason: reason, data: payload)), salt: nil,
                    digest: "", hash: "")
            ])
        } catch {
            Issue.record(error)
        }
        return id
    }
}

/// Reads a stored payload of an entry kind as the ledger does, and gives the state it makes.
func folded<S: Subject>(_ type: S.Type, kind: String, payload: String) throws -> S {
    var folding = Folding<S>(id: "x")
    try folding.add([
        StoredEntry(
            sequence: 1, id: "e1", commit: 1, subject: SubjectID(kind: S.kind, id: "x"), version: 1,
            kind: kind,
            kindVersion: 1, payload: payload, salt: nil, digest: "", hash: "")
    ])
    return folding.state
}

/// A payload as the ledger stores it.
func stored<P: Payload>(_ payload: P, on day: Day) throws -> String {
    try Stored.text(Envelope(day: day, data: payload))
}
