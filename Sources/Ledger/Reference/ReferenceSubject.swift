import CivilTime

/// A reference value was recorded; it is in force from the next ``ReferenceApplied`` on.
struct ReferenceSet: Payload {
    static let kind = "reference.set"
    var key: String
    var value: ReferenceValue
}

/// What was recorded of the reference so far was put into force, and what rested on it was made anew.
struct ReferenceApplied: Payload {
    static let kind = "reference.applied"
    var keys: [String]
}

/// The one subject that holds the reference's values.
struct ReferenceSubject: Subject {
    static let kind = "reference"
    static let entryKinds: [EntryKind<ReferenceSubject>] = [
        EntryKind(ReferenceSet.self) { state, set in state.values[set.data.key] = set.data.value },
        EntryKind(ReferenceApplied.self) { _, _ in },
    ]
    static let tables: [Table] = []
    static let derivation = 1
    static let subject = SubjectID(kind: kind, id: "reference")

    private(set) var values: [String: ReferenceValue] = [:]
    private(set) var problems: [Problem] = []

    init(id: String) {}

    mutating func note(_ problem: Problem) { problems.append(problem) }
    func rows(_ reference: inout ReferenceReader) -> [Row] { [] }
    func facts(_ reference: inout ReferenceReader) -> [Fact] { [] }
}

/// Every reference that was ever in force, by the commit that put it there.
///
/// Pages as known at a commit and a rebuild use the reference of that commit.
struct ReferenceHistory: Sendable {
    /// How many entries it was made from.
    let version: Int
    /// The hash of the last entry it was made from; nil where there was none.
    let lastHash: String?
    private let applied: [(commit: Int, reference: Reference)]
    /// What is recorded, in force or not.
    let recorded: Reference

    init(_ entries: [StoredEntry]) throws {
        var applied: [(Int, Reference)] = []
        var folding = Folding<ReferenceSubject>(id: ReferenceSubject.subject.id)
        for entry in entries {
            try folding.add([entry])
            if entry.kind == ReferenceApplied.kind {
                applied.append((entry.commit, Reference(folding.state.values)))
            }
        }
        version = entries.count
        lastHash = entries.last?.hash
        self.applied = applied
        recorded = Reference(folding.state.values)
    }

    /// The reference in force now.
    var current: Reference { applied.last?.reference ?? Reference() }

    /// The reference in force at a commit.
    func inForce(at commit: Int) -> Reference {
        applied.last { $0.commit <= commit }?.reference ?? Reference()
    }

    /// The commits that put a reference into force, with what each changed.
    var changes: [(commit: Int, changed: [ReferenceUse])] {
        var before = Reference()
        return applied.map { commit, reference in
            defer { before = reference }
            return (commit, before.changes(to: reference))
        }
    }
}
