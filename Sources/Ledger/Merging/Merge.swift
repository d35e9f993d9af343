import CivilTime

/// Entry kinds of the ledger itself, which every subject has and none may declare.
enum Reserved {
    /// Their names, with the version that is written and read.
    static let kinds = [
        Withdrawal.kind: Withdrawal.version, Merge.into: Merge.version, Merge.from: Merge.version,
    ]
}

/// One of the two entries that say that two subjects of one kind are the same, as its subject keeps it.
struct Merge: Sendable, Hashable {
    /// The entry kind on the subject that ends; while it stands the subject gives no rows and facts of its own.
    static let into = "ledger.merged-into"
    /// The entry kind on the subject that goes on for both; it changes nothing but the chronicle.
    static let from = "ledger.merged-from"
    static let version = 1

    /// What both entries hold.
    struct Content: Codable, Sendable {
        var other: String
        /// On the subject that goes on: the entry on the one that ends.
        var entry: String?
    }

    /// The entry that says so.
    let entry: String
    let kind: String
    /// The other subject's id.
    let other: String
    /// On the subject that goes on: the entry on the one that ends.
    let pair: String?

    /// The merge that an entry records; nil where it is of another kind.
    init?(_ stored: StoredEntry) throws {
        guard Merge.isKind(stored.kind), let payload = stored.payload else { return nil }
        guard let content = try? Stored.value(Envelope<Content>.self, from: payload).data else {
            throw LedgerError.unreadable(
                sequence: stored.sequence, why: "not a \(stored.kind) \(stored.kindVersion)")
        }
        (entry, kind, other, pair) = (stored.id, stored.kind, content.other, content.entry)
    }

    static func isKind(_ kind: String) -> Bool { kind == into || kind == from }
}
