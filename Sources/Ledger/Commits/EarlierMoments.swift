extension Snapshot {
    /// The head as it was after an earlier commit; nil where there is no such commit.
    public func head(at commit: Int) throws -> Head? {
        try reader.first(
            """
            SELECT entry.sequence, entry.hash, made.recorded_at FROM entry
            JOIN commit_record AS made ON made.number = entry.commit_number
            WHERE entry.commit_number = \(commit) ORDER BY entry.sequence DESC LIMIT 1
            """
        ) { fields in
            Head(
                commit: commit, sequence: fields.integer(0), hash: fields.text(1),
                recordedAt: Int64(fields.integer(2)))
        }
    }

    /// The reference that was in force at a commit.
    public func reference(at commit: Int) throws -> ReferenceReader {
        let history = try ReferenceHistory(
            Storage.entries(of: ReferenceSubject.subject, after: 0, reader))
        return ReferenceReader(history.inForce(at: commit))
    }
}
