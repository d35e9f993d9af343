import CivilTime

/// The place and hash that a chain of entries ends with; who keeps one can prove later what stood before it.
public struct Root: Sendable, Hashable, CustomStringConvertible {
    /// The sequence of the entry.
    public let sequence: Int
    /// The entry's hash, 64 hexadecimal digits.
    public let hash: String

    /// States a root.
    public init(sequence: Int, hash: String) {
        self.sequence = sequence
        self.hash = hash
    }

    /// `root SEQUENCE HASH`, as it is printed.
    public var description: String { "root \(sequence) \(hash.isEmpty ? "-" : hash)" }
}

/// What a check of the chain found.
public enum Verification: Sendable, Hashable {
    /// Every entry is as it was recorded; the chain ends in this root.
    case whole(Root, entries: Int)
    /// The first entry that is not as it was recorded, and how.
    case touched(sequence: Int, entry: String?, why: String)
}

extension Ledger {
    /// Checks every entry against its digest and the chain against its hashes.
    ///
    /// - Parameter known: a root kept elsewhere that the chain must pass through.
    public func verify(against known: Root? = nil) async throws -> Verification {
        try await read { snapshot in
            var verifier = Verifier(known: known)
            return try verifier.run(snapshot.reader)
        }
    }
}

private struct Verifier {
    let known: Root?
    private var previous = ""
    private var sequence = 0
    private var lastCommit = 0
    private var recordedAt: Int64 = 0

    init(known: Root?) { self.known = known }

    private struct Touched: Error {
        let verification: Verification
    }

    /// An entry stands where another should.
    private struct Gap: Error {
        let found: StoredEntry
    }

    private static let everything: SQL = """
        SELECT \(Storage.entryColumns), \(Storage.commitColumns) FROM entry
        LEFT JOIN commit_record ON commit_record.number = entry.commit_number ORDER BY entry.sequence
        """

    mutating func run(_ reader: Reader) throws -> Verification {
        do {
            if let known, known.sequence < 1, known != Root(sequence: 0, hash: "") {
                return .touched(sequence: 1, entry: nil, why: "no chain passes through \(known)")
            }
            try reader.forEach(Self.everything) {
                try check(Storage.entry($0), Storage.commit($0, from: 12))
            }
            return try end(reader)
        } catch let gap as Gap {
            return try named(gap, reader)
        } catch let touched as Touched {
            return touched.verification
        }
    }

    private mutating func check(_ entry: StoredEntry, _ commit: CommitRecord) throws {
        func touched(_ why: String) -> Touched {
            Touched(verification: .touched(sequence: entry.sequence, entry: entry.id, why: why))
        }
        guard entry.sequence == sequence + 1 else {
            throw Gap(found: entry)
        }
        guard let payload = entry.payload, let salt = entry.salt else {
            throw touched("its payload was removed")
        }
        guard commit.number == entry.commit, commit.number == lastCommit || commit.number == lastCommit + 1
        else {
            throw touched("its commit is missing or was changed")
        }
        guard Hashing.digest(salt: salt, payload: payload) == entry.digest else {
            throw touched("its payload, salt or digest was changed")
        }
        guard Hashing.hash(after: previous, entry, in: commit) == entry.hash else {
            throw touched("its header, its commit or its hash was changed")
        }
        if let known, known.sequence == entry.sequence, known.hash != entry.hash {
            throw touched("it does not agree with the root \(known.sequence) \(known.hash)")
        }
        previous = entry.hash
        sequence = entry.sequence
        lastCommit = commit.number
        recordedAt = commit.recordedAt
    }

    /// The entry that belongs in the gap is known by its hash wherever it stands now.
    private func named(_ gap: Gap, _ reader: Reader) throws -> Verification {
        var moved: StoredEntry?
        try reader.forEach(Self.everything) { fields in
            var entry = Storage.entry(fields)
            let stood = entry.sequence
            entry.sequence = sequence + 1
            let belongs =
                Hashing.hash(after: previous, entry, in: Storage.commit(fields, from: 12)) == entry.hash
            if belongs, stood != sequence + 1 { moved = entry }
        }
        if let moved {
            return .touched(sequence: moved.sequence, entry: moved.id, why: "its sequence was changed")
        }
        if gap.found.sequence <= sequence {
            return .touched(
                sequence: gap.found.sequence, entry: gap.found.id, why: "it stands before the first entry")
        }
        return .touched(sequence: sequence + 1, entry: nil, why: "it is missing")
    }

    private func end(_ reader: Reader) throws -> Verification {
        let head = try Storage.headIfAny(reader)
        guard let head, head.sequence == sequence, head.hash == previous, head.commit == lastCommit,
            head.recordedAt == recordedAt
        else {
            return .touched(
                sequence: min(head?.sequence ?? sequence, sequence) + 1, entry: nil,
                why: "the chain ends at \(sequence), but the head row does not say so")
        }
        let commits = try reader.first("SELECT COUNT(*) FROM commit_record") { $0.integer(0) } ?? 0
        guard commits == lastCommit else {
            return .touched(sequence: sequence + 1, entry: nil, why: "there is a commit without entries")
        }
        if let known, known.sequence > sequence {
            return .touched(
                sequence: sequence + 1, entry: nil, why: "the chain ends before root \(known.sequence)")
        }
        return .whole(Root(sequence: sequence, hash: previous), entries: sequence)
    }
}
