import Access
import Ledger
import People

/// A record that may be of the same child, and that the asker may see.
struct PossibleDouble: Sendable {
    let id: String
    let name: String
    let comparison: Comparison
}

/// Finds records that may be of the same child; those the asker may not see are not mentioned.
enum Doubles {
    /// For a recorded child, among those whose records the asker may merge.
    static func of(_ child: Child, _ asking: Asking, _ snapshot: Snapshot) throws -> [PossibleDouble] {
        try of(MatchProfile(child), for: .mergeChildren, asking, snapshot)
    }

    /// For somebody described by a profile, among those the asker may do something with.
    static func of(
        _ profile: MatchProfile, for action: Action, _ asking: Asking, _ snapshot: Snapshot
    ) throws -> [PossibleDouble] {
        try Matching.candidates(for: profile, snapshot.reader, limit: 100).compactMap { candidate in
            guard
                try snapshot.decide(asking.visitor, action, child: candidate.child, at: asking.moment)
                    .isAllowed,
                let name = try snapshot.state(of: Child.self, candidate.child)?.state.name
            else { return nil }
            return PossibleDouble(id: candidate.child, name: name.full, comparison: candidate.comparison)
        }
    }
}
