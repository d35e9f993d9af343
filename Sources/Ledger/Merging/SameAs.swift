import CivilTime

/// Which subjects were merged into which others: for every join by the id of a subject that may be merged.
public enum SameAs {
    /// The kind of the one standing fact that a merged subject gives, for every day there is.
    ///
    /// Its key is the other's id, and so is its reference called like the kind.
    public static let factKind = "same as"

    /// One row for each merged subject: which it was merged into, which may be merged itself.
    static let table = Table("same_as", [.text("same_as")], indexes: [["same_as"]])

    /// A sub-select of the columns `merged` and `survivor`: every merged subject of a kind, and the one that
    /// stands for it in the end. Made to be joined, so that the id of a merged subject leads to the survivor's:
    ///
    ///     LEFT JOIN \(SameAs.survivors(of: "child")) AS same ON same.merged = involvement.child
    ///     … COALESCE(same.survivor, involvement.child)
    ///
    /// - Parameter commit: as known at this commit; as known now where it is nil.
    public static func survivors(of kind: String, asKnownAt commit: Int? = nil) -> SQL {
        """
        (WITH RECURSIVE direct(merged, other) AS (\(direct(kind, commit))), step(merged, survivor) AS (
            SELECT merged, other FROM direct UNION
            SELECT step.merged, direct.other FROM step JOIN direct ON direct.merged = step.survivor)
        SELECT merged, survivor FROM step WHERE survivor NOT IN (SELECT merged FROM direct))
        """
    }

    /// The subjects of a kind with what each was merged into.
    private static func direct(_ kind: String, _ commit: Int?) -> SQL {
        guard let commit else {
            return "SELECT subject_id, same_as FROM same_as WHERE subject_kind = \(kind)"
        }
        return """
            SELECT subject_id, key FROM fact WHERE kind = \(factKind) AND subject_kind = \(kind)
            AND believed_from <= \(commit) AND (believed_to IS NULL OR believed_to > \(commit))
            """
    }

    /// What one subject was merged into.
    static func other(of subject: SubjectID, asKnownAt commit: Int?) -> SQL {
        guard let commit else {
            return """
                SELECT same_as FROM same_as WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id)
                """
        }
        return """
            SELECT key FROM fact WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id)
            AND kind = \(factKind) AND believed_from <= \(commit)
            AND (believed_to IS NULL OR believed_to > \(commit))
            """
    }

    static func row(_ other: String) -> Row { Row(table, [other]) }

    // From the first day, because figures of earlier days must find the survivor too.
    static func fact(_ other: String) -> Fact {
        Fact(standing: factKind, key: other, from: .earliest, to: nil, references: [factKind: other])
    }
}

extension Snapshot {
    /// The subject that this one was merged into, which may be merged itself; nil where it stands for itself.
    ///
    /// - Parameter commit: as known at this commit; as known now where it is nil.
    public func mergedInto(_ subject: SubjectID, asKnownAt commit: Int? = nil) throws -> SubjectID? {
        try reader.first(SameAs.other(of: subject, asKnownAt: commit)) {
            SubjectID(kind: subject.kind, id: $0.text(0))
        }
    }

    /// The subject that stands for this one in the end: itself where it was not merged.
    ///
    /// - Parameter commit: as known at this commit; as known now where it is nil.
    public func survivor(of subject: SubjectID, asKnownAt commit: Int? = nil) throws -> SubjectID {
        var (last, seen) = (subject, Set([subject]))
        while let next = try mergedInto(last, asKnownAt: commit), seen.insert(next).inserted { last = next }
        return last
    }

    /// All subjects for which this one stands in the end, by id.
    ///
    /// - Parameter commit: as known at this commit; as known now where it is nil.
    public func merged(into subject: SubjectID, asKnownAt commit: Int? = nil) throws -> [SubjectID] {
        try reader.all(
            """
            SELECT merged FROM \(SameAs.survivors(of: subject.kind, asKnownAt: commit)) AS same
            WHERE survivor = \(subject.id) ORDER BY merged
            """
        ) { SubjectID(kind: subject.kind, id: $0.text(0)) }
    }
}
