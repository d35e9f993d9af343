import CivilTime

/// A subject's entries and the state they fold into, kept so that one more entry costs little.
struct Folding<State: Subject>: AnyFolding {
    let id: String
    private var entries: [ReadEntry<State>] = []
    private var lines: [Line] = []
    private var problems: [Problem] = []
    /// The merges recorded on it, standing or taken back; most subjects have none.
    private var merges: [Merge] = []
    private var folded: State
    /// States before the line of that number, so that a fold resumes before the earliest place touched.
    private var kept: [(before: Int, state: State)]
    private static var interval: Int { 32 }

    init(id: String) {
        self.id = id
        folded = State(id: id)
        kept = [(0, folded)]
    }

    /// The subject's version: how many entries it has.
    var version: Int { entries.count }

    /// The state, with the problems that the fold found.
    var state: State {
        var state = folded
        for problem in problems { state.note(problem) }
        return state
    }

    mutating func add(_ stored: [StoredEntry]) throws {
        let new = try stored.map(Self.read)
        merges += try stored.compactMap(Merge.init)
        let first = entries.count
        entries += new
        let appended = new.enumerated().map { offset, entry in
            Line(day: entry.body.day, rank: entry.rank, firstSequence: entry.sequence, index: first + offset)
        }
        if new.allSatisfy(\.isPlain), problems.isEmpty, continues(appended) {
            apply(appended)
        } else {
            refold()
        }
    }

    func derive(_ reference: Reference) -> Derivation {
        mergedInto.map { Derivation(of: state, sameAs: $0.other) } ?? Derivation(of: state, reference)
    }

    /// The merges that were not taken back, in the order they were recorded.
    var standingMerges: [Merge] {
        guard !merges.isEmpty else { return [] }
        let standing = Set(lines.map { entries[$0.index].id })
        return merges.filter { standing.contains($0.entry) }
    }

    /// The merge that makes it another's; nil where it stands for itself.
    var mergedInto: Merge? { standingMerges.last { $0.kind == Merge.into } }

    private func continues(_ appended: [Line]) -> Bool {
        var last = lines.last
        for line in appended {
            if let last, line < last { return false }
            last = line
        }
        return true
    }

    private mutating func refold() {
        var standing = Standing(entries)
        let all = standing.lines()
        problems = standing.problems
        let same = zip(lines, all).prefix { $0 == $1 }.count
        while let last = kept.last, last.before > same { kept.removeLast() }
        let start = kept.last?.before ?? 0
        folded = kept.last?.state ?? State(id: id)
        lines = Array(all.prefix(start))
        apply(Array(all.dropFirst(start)))
    }

    private mutating func apply(_ more: [Line]) {
        for line in more {
            if lines.count >= (kept.last?.before ?? 0) + Self.interval { kept.append((lines.count, folded)) }
            let entry = entries[line.index]
            entry.body.apply(
                &folded, .init(id: entry.id, sequence: entry.sequence, commit: entry.commit))
            lines.append(line)
        }
    }

    private static func read(_ entry: StoredEntry) throws -> ReadEntry<State> {
        guard let payload = entry.payload else {
            throw LedgerError.unreadable(sequence: entry.sequence, why: "no payload")
        }
        do {
            let (rank, body) = try body(of: entry, payload)
            return ReadEntry(
                id: entry.id, sequence: entry.sequence, commit: entry.commit, kind: entry.kind, rank: rank,
                body: body)
        } catch let error as LedgerError {
            throw error
        } catch {
            throw LedgerError.unreadable(
                sequence: entry.sequence, why: "not a \(entry.kind) \(entry.kindVersion)")
        }
    }

    private static func body(of entry: StoredEntry, _ payload: String) throws -> (Int, EntryKind<State>.Body)
    {
        if Reserved.kinds[entry.kind] == entry.kindVersion {
            let envelope = try Stored.value(Envelope<NoData>.self, from: payload)
            let body = EntryKind<State>.Body(
                day: envelope.day, reason: envelope.reason, corrects: nil,
                withdraws: entry.kind == Withdrawal.kind ? envelope.withdraws ?? "" : nil,
                apply: { _, _ in })
            return (Int.max, body)
        }
        // The program may have been opened before a newer one recorded what it cannot read.
        guard let rank = State.entryKinds.firstIndex(where: { $0.name == entry.kind }),
            State.entryKinds[rank].versions.contains(entry.kindVersion)
        else {
            throw LedgerError.unknownKinds(["\(State.kind)/\(entry.kind) \(entry.kindVersion)"])
        }
        return (rank, try State.entryKinds[rank].read(payload, entry.kindVersion))
    }
}

/// A folding whose subject kind is known only at run time.
protocol AnyFolding: Sendable {
    var version: Int { get }
    mutating func add(_ stored: [StoredEntry]) throws
    func derive(_ reference: Reference) -> Derivation
}
