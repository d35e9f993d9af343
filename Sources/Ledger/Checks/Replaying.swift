import CivilTime

/// What a subject should have in lists and facts, worked out from its entries alone.
struct Replayed: Sendable {
    let subject: SubjectID
    var derivation = Derivation.nothing
    var facts: [BelievedFact] = []
    var entries = 0
}

/// Folds one subject's entries commit by commit, as the ledger did when they came.
struct Replaying {
    let registry: Registry
    let reference: ReferenceHistory

    func replay(_ subject: SubjectID, _ entries: [StoredEntry]) throws -> Replayed {
        var replayed = Replayed(subject: subject, entries: entries.count)
        var folding = try registry.folding(for: subject)
        var changes = reference.changes[...]
        var rest = entries[...]
        while let commit = rest.first?.commit {
            try apply(changes.prefix { $0.commit < commit }, to: &replayed, folding)
            changes = changes.drop { $0.commit < commit }
            let batch = rest.prefix { $0.commit == commit }
            rest = rest.dropFirst(batch.count)
            try folding.add(Array(batch))
            derive(folding, at: commit, into: &replayed)
        }
        try apply(changes, to: &replayed, folding)
        return replayed
    }

    private func apply(
        _ changes: ArraySlice<(commit: Int, changed: [ReferenceUse])>, to replayed: inout Replayed,
        _ folding: any AnyFolding
    ) throws {
        guard folding.version > 0 else { return }
        for change in changes {
            let touched = replayed.derivation.uses.contains { use in
                change.changed.contains { $0.overlaps(use) }
            }
            if touched { derive(folding, at: change.commit, into: &replayed) }
        }
    }

    private func derive(_ folding: any AnyFolding, at commit: Int, into replayed: inout Replayed) {
        let derivation = folding.derive(reference.inForce(at: commit))
        let wanted = Set(derivation.facts)
        var believed: Set<Fact> = []
        for index in replayed.facts.indices where replayed.facts[index].to == nil {
            if wanted.contains(replayed.facts[index].fact) {
                believed.insert(replayed.facts[index].fact)
            } else {
                replayed.facts[index].to = commit
            }
        }
        replayed.facts += wanted.subtracting(believed).map { BelievedFact(fact: $0, from: commit, to: nil) }
        replayed.derivation = derivation
    }
}
