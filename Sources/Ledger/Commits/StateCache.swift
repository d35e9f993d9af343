import Synchronization

/// Foldings kept between commits, by subject, bounded in number.
final class StateCache: Sendable {
    private struct Kept {
        var folding: any AnyFolding
        var lastUse: Int
    }

    private let registry: Registry
    private let capacity: Int
    private let kept = Mutex<(subjects: [SubjectID: Kept], uses: Int)>(([:], 0))

    init(_ registry: Registry, capacity: Int) {
        self.registry = registry
        self.capacity = capacity
    }

    /// The subject's folding at the reader's moment, or nil where nothing was ever recorded of it.
    ///
    /// Inside a transaction that may still be undone, what is found must not be kept.
    func folding(_ subject: SubjectID, _ reader: Reader, keeping: Bool = true) throws -> (any AnyFolding)? {
        let version = try Storage.version(of: subject, reader)
        guard version > 0 else { return nil }
        let found = cached(subject)
        if let found, found.version == version { return found }
        if var folding = found, folding.version < version {
            try folding.add(Storage.entries(of: subject, after: folding.version, reader))
            if keeping { keep(folding, of: subject) }
            return folding
        }
        var folding = try registry.folding(for: subject)
        try folding.add(Storage.entries(of: subject, after: 0, reader))
        if found == nil, keeping { keep(folding, of: subject) }
        return folding
    }

    /// Keeps a folding unless a newer one of the subject is kept.
    func keep(_ folding: any AnyFolding, of subject: SubjectID) {
        kept.withLock { kept in
            kept.uses += 1
            if let present = kept.subjects[subject], present.folding.version > folding.version { return }
            kept.subjects[subject] = Kept(folding: folding, lastUse: kept.uses)
            if kept.subjects.count > capacity {
                let oldest = kept.subjects.sorted { $0.value.lastUse < $1.value.lastUse }.prefix(
                    capacity / 4 + 1)
                for (subject, _) in oldest { kept.subjects[subject] = nil }
            }
        }
    }

    private func cached(_ subject: SubjectID) -> (any AnyFolding)? {
        kept.withLock { kept in
            kept.uses += 1
            kept.subjects[subject]?.lastUse = kept.uses
            return kept.subjects[subject]?.folding
        }
    }
}
