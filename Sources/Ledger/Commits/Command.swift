public import CivilTime

/// What a form showed when a person began to fill it in: entries of these kinds since then need a second look.
public struct Shown: Sendable, Hashable {
    let subject: SubjectID
    let version: Int
    let kinds: Set<String>

    /// Names the subject, the version shown and the entry kinds that the form depends on.
    public init(_ subject: SubjectID, version: Int, kinds: Set<String>) {
        self.subject = subject
        self.version = version
        self.kinds = kinds
    }
}

/// Something to be recorded: who, by which id, and how it is decided from the present state.
///
/// `decide` is pure but for what ``Deciding`` hands it; it may run twice, and only the last run counts.
public struct Command<Value: Codable & Sendable>: Sendable {
    let id: String
    let fields: String
    let author: Author
    let shown: [Shown]
    let decide: @Sendable (inout Deciding) throws -> Value
    /// Written in the same transaction, where anything was recorded.
    var alongside: (@Sendable (Writer) throws -> Void)?

    /// Makes a command.
    ///
    /// - Parameters:
    ///   - id: made with the form, or the digest of the input; the same id is carried out once.
    ///   - fields: the input's text, to tell a repeated command from a changed one.
    public init(
        id: String, fields: String, author: Author, shown: [Shown] = [],
        decide: @escaping @Sendable (inout Deciding) throws -> Value
    ) {
        self.id = id
        self.fields = fieldsDigest(fields)
        self.author = author
        self.shown = shown
        self.decide = decide
    }
}

/// What became of a command.
public struct Outcome<Value: Sendable>: Sendable {
    /// The commit it is in; nil where there was nothing to record.
    public let commit: Int?
    /// What the decision returned.
    public let value: Value
    /// Whether the same command had been carried out before.
    public let repeated: Bool
}

/// A state with the version it is of.
public struct Versioned<State: Sendable>: Sendable {
    /// The state.
    public let state: State
    /// How many entries it is folded from.
    public let version: Int
    /// The id of the subject that it was merged into, which may be merged itself; nil where it was not.
    public let mergedInto: String?
}

/// What a decision may look at and record.
public struct Deciding {
    struct Draft: Sendable {
        let id: String
        let subject: SubjectID
        let kind: String
        let kindVersion: Int
        let payload: String
        let target: String?
        /// Whether it takes back one half of a merge, together with the other.
        let endsMerge: Bool
    }

    let snapshot: Snapshot
    private let identifiers: Identifiers
    /// Today in London.
    public let today: Day
    private(set) var drafts: [Draft] = []
    private(set) var versions: [SubjectID: Int] = [:]
    private(set) var lookups = 0
    /// What this decision merges into what; nil for a subject that it separates.
    var planned: [SubjectID: SubjectID?] = [:]

    init(_ snapshot: Snapshot, identifiers: Identifiers, today: Day) {
        self.snapshot = snapshot
        self.identifiers = identifiers
        self.today = today
    }

    /// The subject's state, or nil where nothing was ever recorded of it.
    public mutating func state<S: Subject>(of type: S.Type, _ id: String) throws -> Versioned<S>? {
        let found = try snapshot.state(of: type, id)
        versions[SubjectID(kind: S.kind, id: id)] = found?.version ?? 0
        return found
    }

    /// Rows as they are now; a commit of somebody else meanwhile makes the decision run again.
    public mutating func lookUp<Value>(_ sql: SQL, _ decode: (Fields) throws -> Value) throws -> [Value] {
        noteLookUp()
        return try snapshot.reader.all(sql, decode)
    }

    /// Looks at states and rows as they are now; a commit of somebody else meanwhile makes the decision run again.
    ///
    /// - Parameter body: makes nothing but a value of what it looks at.
    public mutating func look<Value>(_ body: (Snapshot) throws -> Value) throws -> Value {
        noteLookUp()
        return try body(snapshot)
    }

    /// Notes that the decision rests on more than the versions of its subjects.
    mutating func noteLookUp() { lookups += 1 }

    /// A new random id for a subject.
    public func newID() -> String { identifiers.next() }

    /// Records an entry on a subject, effective on a day, and gives the entry's id.
    @discardableResult
    public mutating func record<S: Subject, P: Payload>(
        _ data: P, on type: S.Type, _ id: String, day: Day, reason: String? = nil
    ) throws -> String {
        try refuseReserved(P.self, S.self)
        return try append(
            P.kind, P.version, SubjectID(kind: S.kind, id: id), target: nil,
            Envelope(day: day, reason: reason, data: data))
    }

    /// Records an entry in the place of another of the same kind.
    @discardableResult
    public mutating func correct<S: Subject, P: Payload>(
        _ entry: String, to data: P, on type: S.Type, _ id: String, day: Day, reason: String
    ) throws -> String {
        try refuseReserved(P.self, S.self)
        return try append(
            P.kind, P.version, SubjectID(kind: S.kind, id: id), target: entry,
            Envelope(day: day, reason: reason, corrects: entry, data: data))
    }

    /// Takes back an entry, a correction or a withdrawal; what that had replaced or removed stands again.
    ///
    /// A merge is taken back by ``separate(_:of:reason:)`` alone, because it stands on two subjects.
    @discardableResult
    public mutating func withdraw<S: Subject>(
        _ entry: String, on type: S.Type, _ id: String, reason: String
    ) throws -> String {
        try append(
            Withdrawal.kind, Withdrawal.version, SubjectID(kind: S.kind, id: id), target: entry,
            Envelope<NoData>(day: today, reason: reason, withdraws: entry))
    }

    /// What only the ledger itself records is to every other caller a kind that its subject does not have.
    private func refuseReserved<S: Subject, P: Payload>(_ payload: P.Type, _ type: S.Type) throws {
        guard Reserved.kinds[P.kind] == nil else {
            throw LedgerError.unknownKinds(["\(S.kind)/\(P.kind) \(P.version)"])
        }
    }

    @discardableResult
    mutating func append<P: Codable>(
        _ kind: String, _ version: Int, _ subject: SubjectID, target: String?, endsMerge: Bool = false,
        _ envelope: Envelope<P>
    ) throws -> String {
        guard envelope.day <= today else { throw LedgerError.futureDay(envelope.day, today: today) }
        let id = identifiers.next()
        drafts.append(
            Draft(
                id: id, subject: subject, kind: kind, kindVersion: version,
                payload: try Stored.text(envelope),
                target: target, endsMerge: endsMerge))
        return id
    }
}
