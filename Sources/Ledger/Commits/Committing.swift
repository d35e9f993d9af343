import CivilTime

extension Ledger {
    /// Carries out a command: one transaction, one commit, any number of subjects, all or nothing.
    ///
    /// The decision is made on a snapshot and made again on the present state where a subject it looked at
    /// has moved on. The same command id with the same fields gives the first result.
    ///
    /// - Throws: ``LedgerError``, or what `decide` throws.
    public func commit<Value: Codable & Sendable>(_ command: Command<Value>) async throws -> Outcome<Value> {
        try await commit(command, alsoDeriving: nil)
    }

    func commit<Value: Codable & Sendable>(
        _ command: Command<Value>, alsoDeriving ahead: Ahead?
    ) async throws -> Outcome<Value> {
        let moment = clock.now
        let today = Day.inLondon(microsecondsSince1970: moment)
        do {
            let early = try await engine.read { [self] connection in
                let reader = Reader(connection)
                if let repeated = try Self.repetition(of: command, reader) { return Early.done(repeated) }
                return .decided(try decide(command, connection, today), try Storage.head(reader).commit)
            }
            guard case .decided(let decision, let snapshot) = early else { return try early.outcome() }
            let (outcome, foldings, head) = try await engine.write { [self] connection in
                try Attempt(self, connection, command, moment, today, ahead).run(
                    decision, decidedOn: snapshot)
            }
            for (subject, folding) in foldings { states.keep(folding, of: subject) }
            if let head { note(head) }
            return outcome
        } catch {
            throw engineError(error)
        }
    }

    struct Decision<Value: Sendable>: Sendable {
        let value: Value
        let drafts: [Deciding.Draft]
        let versions: [SubjectID: Int]
        let lookedUp: Bool
    }

    private enum Early<Value: Sendable>: Sendable {
        case done(Outcome<Value>)
        case decided(Decision<Value>, Int)

        func outcome() throws -> Outcome<Value> {
            guard case .done(let outcome) = self else { throw LedgerError.storage("no outcome") }
            return outcome
        }
    }

    func decide<Value>(
        _ command: Command<Value>, _ connection: any Connection, _ today: Day, again: Bool = false
    ) throws -> Decision<Value> {
        var deciding = Deciding(
            Snapshot(connection, states, keeping: !again), identifiers: identifiers, today: today)
        let overtaking = Overtaking(shown: command.shown, reader: Reader(connection))
        let value = try overtaking.explaining { try command.decide(&deciding) }
        return Decision(
            value: value, drafts: deciding.drafts, versions: deciding.versions, lookedUp: deciding.lookups > 0
        )
    }

    /// The first result where this command was carried out before; refused where it differs or is another's.
    static func repetition<Value>(of command: Command<Value>, _ reader: Reader) throws -> Outcome<Value>? {
        guard let record = try Storage.commit(ofCommand: command.id, reader) else { return nil }
        guard record.author.account == command.author.account else { throw LedgerError.commandOfAnother }
        guard record.fields == command.fields else { throw LedgerError.commandChanged(commit: record.number) }
        guard let result = try? Stored.value(Result<Value>.self, from: record.result) else {
            throw LedgerError.storage("the result of commit \(record.number) cannot be read")
        }
        return Outcome(commit: record.number, value: result.value, repeated: true)
    }

    /// A command's result as it is stored; an object, because not every value is JSON on its own.
    struct Result<Value: Codable>: Codable { var value: Value }
}

/// One attempt to commit, inside the write transaction.
private struct Attempt<Value: Codable & Sendable> {
    let ledger: Ledger
    let connection: any Connection
    let command: Command<Value>
    let moment: Int64
    let today: Day
    let ahead: Ahead?
    private var writer: Writer { Writer(connection) }

    typealias Done = (outcome: Outcome<Value>, foldings: [(SubjectID, any AnyFolding)], head: Head?)

    init(
        _ ledger: Ledger, _ connection: any Connection, _ command: Command<Value>, _ moment: Int64,
        _ today: Day,
        _ ahead: Ahead?
    ) {
        self.ledger = ledger
        self.connection = connection
        self.command = command
        self.moment = moment
        self.today = today
        self.ahead = ahead
    }

    func run(_ early: Ledger.Decision<Value>, decidedOn snapshot: Int) throws -> Done {
        if let repeated = try Ledger.repetition(of: command, writer.reader) { return (repeated, [], nil) }
        let head = try Storage.head(writer.reader)
        let decision =
            try stillHolds(early, snapshot, head)
            ? early : ledger.decide(command, connection, today, again: true)
        guard !decision.drafts.isEmpty else {
            return (Outcome(commit: nil, value: decision.value, repeated: false), [], nil)
        }
        try Overtaking(shown: command.shown, reader: writer.reader).refuse()
        let commit = CommitRecord(
            number: head.commit + 1, command: command.id, fields: command.fields, author: command.author,
            channel: command.author.channel.rawValue, recordedAt: max(moment, head.recordedAt),
            result: try Stored.text(Ledger.Result(value: decision.value)))
        try Storage.insert(commit, writer)
        let (entries, newHead) = try append(decision.drafts, to: commit, after: head)
        let foldings = try fold(entries)
        try Storage.setHead(newHead, writer)
        let reference = try ledger.reference(writer.reader).inForce(at: commit.number)
        var derivations = foldings.map { (subject: $0.0, derivation: $0.1.derive(reference)) }
        if let ahead { derivations += try ahead.complete(ledger, writer.reader) }
        try DerivedStorage.replace(derivations, in: ledger.registry, at: commit.number, writer)
        try command.alongside?(writer)
        return (Outcome(commit: commit.number, value: decision.value, repeated: false), foldings, newHead)
    }

    private func stillHolds(_ decision: Ledger.Decision<Value>, _ snapshot: Int, _ head: Head) throws -> Bool
    {
        if head.commit == snapshot { return true }
        if decision.lookedUp { return false }
        return try decision.versions.allSatisfy { try Storage.version(of: $0.key, writer.reader) == $0.value }
    }

    private func append(
        _ drafts: [Deciding.Draft], to commit: CommitRecord, after head: Head
    ) throws -> ([StoredEntry], Head) {
        var entries: [StoredEntry] = []
        var versions: [SubjectID: Int] = [:]
        var previous = head.hash
        for (offset, draft) in drafts.enumerated() {
            let before = try versions[draft.subject] ?? Storage.version(of: draft.subject, writer.reader)
            versions[draft.subject] = before + 1
            let salt = ledger.identifiers.salt()
            var entry = StoredEntry(
                sequence: head.sequence + 1 + offset, id: draft.id, commit: commit.number,
                subject: draft.subject,
                version: before + 1, kind: draft.kind, kindVersion: draft.kindVersion, payload: draft.payload,
                salt: salt, digest: Hashing.digest(salt: salt, payload: draft.payload), hash: "")
            entry.hash = Hashing.hash(after: previous, entry, in: commit)
            previous = entry.hash
            try checkTarget(of: draft, as: entry, among: entries)
            try Storage.insert(entry, writer)
            entries.append(entry)
        }
        let head = Head(
            commit: commit.number, sequence: head.sequence + entries.count, hash: previous,
            recordedAt: commit.recordedAt)
        return (entries, head)
    }

    /// A correction or withdrawal must name an earlier entry of its subject; a correction, one of its kind.
    private func checkTarget(
        of draft: Deciding.Draft, as entry: StoredEntry, among new: [StoredEntry]
    ) throws {
        guard let target = draft.target else { return }
        let kind =
            try new.first { $0.id == target && $0.subject == draft.subject }?.kind
            ?? writer.reader.first(
                """
                SELECT kind FROM entry WHERE id = \(target) AND subject_kind = \(draft.subject.kind)
                AND subject_id = \(draft.subject.id)
                """
            ) { $0.text(0) }
        guard let kind, draft.kind == Withdrawal.kind || kind == draft.kind else {
            throw LedgerError.namesNothing(entry: target)
        }
        guard try draft.endsMerge || !Merge.isKind(Overtaking.kindTouched(by: entry, writer.reader)) else {
            throw LedgerError.cannotMerge(
                "A merge of two records is undone as a whole, on the page of the record that was merged.")
        }
    }

    private func fold(_ entries: [StoredEntry]) throws -> [(SubjectID, any AnyFolding)] {
        var seen: Set<SubjectID> = []
        return try entries.map(\.subject).filter { seen.insert($0).inserted }.map { subject in
            guard let folding = try ledger.states.folding(subject, writer.reader, keeping: false) else {
                throw LedgerError.storage("a subject without entries")
            }
            return (subject, folding)
        }
    }
}
