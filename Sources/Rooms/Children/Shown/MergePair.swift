import Access
import Ledger
import Pages
import People

/// Two records about to become one, and what that changes for those involved with either.
struct MergePair: Sendable {
    /// The record that goes on.
    let found: FoundChild
    /// The record that is merged into it.
    let other: FoundChild
    let comparison: Comparison
    /// Who will see what the other record said, and did not before.
    let gaining: [InvolvedRow]
    /// Who will no longer be involved, because only the other record said so.
    let losing: [InvolvedRow]

    var shown: ShownChildren {
        ShownChildren(opened: [found.id, other.id], as: found.permission)
    }

    init(_ found: FoundChild, _ other: FoundChild, _ asking: Asking, _ snapshot: Snapshot) throws {
        self.found = found
        self.other = other
        comparison = Matching.compare(MatchProfile(found.child), MatchProfile(other.child))
        let first = try RecordModel(found, asking, snapshot).involved
        let second = try RecordModel(other, asking, snapshot).involved
        let remaining = try Self.elsewhere(other.id, snapshot.reader)
        let names = Set(second.map(\.name))
        gaining = first.filter { !names.contains($0.name) } + second.filter { remaining.contains($0.kind) }
        let kept = Set(first.map(\.name))
        losing = second.filter { !kept.contains($0.name) && !remaining.contains($0.kind) }
    }

    /// The ways of being involved with a child that other subjects than its record make, which stay.
    private static func elsewhere(_ child: String, _ reader: Reader) throws -> Set<Involvement.Kind> {
        Set(
            try reader.all(
                """
                SELECT DISTINCT kind FROM people_involvement
                WHERE child = \(child) AND subject_kind <> \(Child.kind)
                """
            ) { Involvement.Kind(rawValue: $0.text(0)) }.compactMap { $0 })
    }
}

/// A record that was merged into another, about to stand by itself again.
struct MergedRecord: Sendable {
    let found: FoundChild
    let other: String
    let name: String
}
