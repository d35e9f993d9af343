extension Reads {
    /// Checks every read and the children it names against the chain of hashes.
    ///
    /// - Parameter known: a root of the reads kept elsewhere that the chain must pass through.
    public func verify(against known: Root? = nil) async throws -> Verification {
        if let known, known.sequence < 1, known != Root(sequence: 0, hash: "") {
            return .touched(sequence: 1, entry: nil, why: "no chain passes through \(known)")
        }
        let nothing = ReadsVerifier(known: known)
        return try await ask(nothing.ended(.start)) { reader in
            var verifier = nothing
            return try verifier.run(reader)
        }
    }
}

private struct ReadsVerifier {
    let known: Root?
    private var previous = ""
    private var sequence = 0
    private var recordedAt: Int64 = 0

    init(known: Root?) { self.known = known }

    /// One read with its children, as its rows hold them.
    private struct Gathered {
        let sequence: Int
        let recordedAt: Int64
        let header: [SQLValue]
        let hash: String
        var children: [SQLValue] = []
    }

    private struct Touched: Error {
        let verification: Verification

        init(_ sequence: Int, _ why: String) {
            verification = .touched(sequence: sequence, entry: nil, why: why)
        }
    }

    mutating func run(_ reader: Reader) throws -> Verification {
        do {
            var gathered: Gathered?
            try reader.forEach(
                """
                SELECT made.sequence, made.recorded_at, made.account, made.role, made.basis, made.route,
                made.commit_number, made.safeguarding, made.hash, shown.sequence, shown.child, shown.opened
                FROM read_entry AS made LEFT JOIN read_child AS shown ON shown.sequence = made.sequence
                ORDER BY made.sequence, shown.child
                """
            ) { fields in
                if gathered.map({ $0.header[0] != fields.value(0) }) ?? true {
                    if let gathered { try check(gathered, reader) }
                    gathered = Gathered(
                        sequence: fields.integer(0), recordedAt: Int64(fields.integer(1)),
                        header: (0..<8).map { fields.value($0) }, hash: fields.text(8))
                }
                if fields.value(9) != .null { gathered?.children += [fields.value(10), fields.value(11)] }
            }
            if let gathered { try check(gathered, reader) }
            try checkStrangers(reader)
            return ended(try ReadsStorage.headIfAny(reader))
        } catch let touched as Touched {
            return touched.verification
        }
    }

    private mutating func check(_ read: Gathered, _ reader: Reader) throws {
        guard read.sequence == sequence + 1 else { throw try misplaced(read, reader) }
        guard ReadsStorage.hash(after: previous, read.header, read.children) == read.hash else {
            throw Touched(read.sequence, "the read, its children or its hash was changed")
        }
        if let known, known.sequence == read.sequence, known.hash != read.hash {
            throw Touched(read.sequence, "it does not agree with the root \(known.sequence) \(known.hash)")
        }
        (previous, sequence, recordedAt) = (read.hash, read.sequence, read.recordedAt)
    }

    /// Names the first read that is not in its place; where none is missing, the one too many.
    private func misplaced(_ found: Gathered, _ reader: Reader) throws -> Touched {
        let present = Set(try reader.all("SELECT sequence FROM read_entry") { $0.integer(0) })
        let last = try ReadsStorage.headIfAny(reader)?.sequence ?? found.sequence
        if let missing = (1...max(last, 1)).first(where: { !present.contains($0) }) {
            return Touched(missing, "it is missing, or its sequence was changed")
        }
        return Touched(found.sequence, "it stands where no read should")
    }

    private func checkStrangers(_ reader: Reader) throws {
        let stranger = try reader.first(
            """
            SELECT sequence FROM read_child WHERE NOT EXISTS (
                SELECT 1 FROM read_entry WHERE read_entry.sequence = read_child.sequence) LIMIT 1
            """
        ) { $0.integer(0) }
        if let stranger { throw Touched(stranger, "children are named of a read that is not there") }
    }

    /// What is found where every read is whole: whether the chain ends where it should.
    func ended(_ head: ReadsStorage.Head?) -> Verification {
        guard head == ReadsStorage.Head(sequence: sequence, hash: previous, recordedAt: recordedAt) else {
            return .touched(
                sequence: min(head?.sequence ?? sequence, sequence) + 1, entry: nil,
                why: "the chain ends at \(sequence), but the head row does not say so")
        }
        if let known, known.sequence > sequence {
            return .touched(
                sequence: sequence + 1, entry: nil, why: "the chain ends before root \(known.sequence)")
        }
        return .whole(Root(sequence: sequence, hash: previous), entries: sequence)
    }
}
