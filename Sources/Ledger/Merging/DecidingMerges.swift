import CivilTime

extension Deciding {
    /// Merges one subject into another of its kind, which goes on for both.
    ///
    /// While it is merged it gives no rows and facts but that it is the same as the other; its entries and its
    /// state stay, and more can be recorded. What names it elsewhere is not rewritten: see ``SameAs``.
    ///
    /// - Throws: ``LedgerError/cannotMerge(_:)`` where they are one, would go round in a circle, have no
    ///   entries, or the first is already merged.
    public mutating func merge<S: Subject>(
        _ id: String, into other: String, of type: S.Type, reason: String
    ) throws {
        let (merged, survivor) = (SubjectID(kind: S.kind, id: id), SubjectID(kind: S.kind, id: other))
        noteLookUp()
        guard merged != survivor else {
            throw LedgerError.cannotMerge("A record cannot be merged with itself.")
        }
        guard try hasEntries(merged), try hasEntries(survivor) else {
            throw LedgerError.cannotMerge("One of the two records does not exist.")
        }
        guard try mergedInto(merged) == nil else {
            throw LedgerError.cannotMerge(
                "This record has already been merged with another. Undo that first, or merge the other record."
            )
        }
        guard try !leads(survivor, to: merged) else {
            throw LedgerError.cannotMerge(
                "The other record has already been merged with this one. Undo that before you merge the other way round."
            )
        }
        let entry = try append(Merge.into, merged, reason, .init(other: other))
        try append(Merge.from, survivor, reason, .init(other: id, entry: entry))
        planned.updateValue(survivor, forKey: merged)
    }

    /// Takes a merge back on both subjects, after which each has its rows and facts again.
    ///
    /// The commit is refused with ``LedgerError/taken(_:)`` where another subject meanwhile holds what only
    /// one may hold.
    ///
    /// - Throws: ``LedgerError/cannotMerge(_:)`` where the subject is not merged.
    public mutating func separate<S: Subject>(_ id: String, of type: S.Type, reason: String) throws {
        let subject = SubjectID(kind: S.kind, id: id)
        noteLookUp()
        guard planned[subject] == nil, let merge = try snapshot.folding(of: S.self, id)?.mergedInto else {
            throw LedgerError.cannotMerge("This record is not merged with another.")
        }
        let other = SubjectID(kind: S.kind, id: merge.other)
        let counterparts = try snapshot.folding(of: S.self, merge.other)?.standingMerges ?? []
        try takeBack(merge, on: subject, reason)
        for counterpart in counterparts where counterpart.pair == merge.entry {
            try takeBack(counterpart, on: other, reason)
        }
        planned.updateValue(nil, forKey: subject)
    }

    /// Whether the chain of merges from a subject reaches another.
    private func leads(_ subject: SubjectID, to other: SubjectID) throws -> Bool {
        var (last, seen) = (subject, Set([subject]))
        while let next = try mergedInto(last), seen.insert(next).inserted { last = next }
        return seen.contains(other)
    }

    /// What a subject is merged into, by what stands and by what this decision has recorded.
    private func mergedInto(_ subject: SubjectID) throws -> SubjectID? {
        if let planned = planned[subject] { return planned }
        return try snapshot.mergedInto(subject)
    }

    private func hasEntries(_ subject: SubjectID) throws -> Bool {
        try drafts.contains { $0.subject == subject } || Storage.version(of: subject, snapshot.reader) > 0
    }

    @discardableResult
    private mutating func append(
        _ kind: String, _ subject: SubjectID, _ reason: String, _ content: Merge.Content
    ) throws -> String {
        try append(
            kind, Merge.version, subject, target: nil, Envelope(day: today, reason: reason, data: content))
    }

    private mutating func takeBack(_ merge: Merge, on subject: SubjectID, _ reason: String) throws {
        try append(
            Withdrawal.kind, Withdrawal.version, subject, target: merge.entry, endsMerge: true,
            Envelope<NoData>(day: today, reason: reason, withdraws: merge.entry))
    }
}
