import CivilTime

/// Something that cannot be true together with the rest of a subject's entries; shown, never dropped.
public struct Problem: Sendable, Hashable, Codable {
    /// What is wrong, in plain words.
    public let text: String
    /// The entries it is about.
    public let entries: [String]

    /// Names a problem.
    public init(_ text: String, entries: [String]) {
        self.text = text
        self.entries = entries
    }
}

/// The state of one subject: the fold of its entries, and what it puts in lists and lets be counted.
///
/// Folding is total: an entry that makes no sense becomes a ``Problem``, never an error.
public protocol Subject: Sendable {
    /// The subject kind's name, never changed once released.
    static var kind: String { get }
    /// The kinds of its entries in the order of the process: the place in the list is the rank.
    static var entryKinds: [EntryKind<Self>] { get }
    /// The row tables it fills.
    static var tables: [Table] { get }
    /// Raised whenever ``rows(_:)`` or ``facts(_:)`` gives something else for the same state.
    static var derivation: Int { get }

    /// The state before any entry.
    init(id: String)
    /// Takes note of a problem that the fold itself found.
    mutating func note(_ problem: Problem)
    /// What the state puts in lists; never depends on today or on another subject.
    func rows(_ reference: inout ReferenceReader) -> [Row]
    /// What the state lets be counted; never depends on today or on another subject.
    func facts(_ reference: inout ReferenceReader) -> [Fact]
    /// By what it is still found while it is merged with another: rows of tables of their own, which every query
    /// joins through ``SameAs``; none unless declared.
    func rowsWhileMerged() -> [Row]
}

extension Subject {
    /// None.
    public func rowsWhileMerged() -> [Row] { [] }
}

/// The shape an entry kind had in an earlier release, and how it is read today.
public struct Upcast<P: Payload>: Sendable {
    let version: Int
    let read: @Sendable (String) throws -> Envelope<P>

    /// Reads entries of `version`, stored in the shape `Old`, as today's.
    public init<Old: Codable & Sendable>(
        from version: Int, _ old: Old.Type, _ convert: @escaping @Sendable (Old) -> P
    ) {
        self.version = version
        read = { text in
            let stored = try Stored.value(Envelope<Old>.self, from: text)
            return Envelope(
                day: stored.day, reason: stored.reason, corrects: stored.corrects,
                withdraws: stored.withdraws,
                data: stored.data.map(convert))
        }
    }
}

/// One entry kind of a subject: how it is read and what it does to the state.
public struct EntryKind<State: Sendable>: Sendable {
    let name: String
    let versions: Set<Int>
    let read: @Sendable (String, Int) throws -> Body

    struct Origin: Sendable {
        let id: String
        let sequence: Int
        let commit: Int
    }

    struct Body: Sendable {
        let day: Day
        let reason: String?
        let corrects: String?
        let withdraws: String?
        let apply: @Sendable (inout State, Origin) -> Void
    }

    /// Declares an entry kind, the shapes it had before, and what it does to the state.
    public init<P: Payload>(
        _ type: P.Type, upcasts: [Upcast<P>] = [],
        _ apply: @escaping @Sendable (inout State, Recorded<P>) -> Void
    ) {
        name = P.kind
        versions = Set(upcasts.map(\.version)).union([P.version])
        let older = Dictionary(upcasts.map { ($0.version, $0.read) }, uniquingKeysWith: { first, _ in first })
        read = { text, version in
            let envelope =
                try older[version].map { try $0(text) } ?? Stored.value(Envelope<P>.self, from: text)
            guard let data = envelope.data else { throw MissingData() }
            return Body(
                day: envelope.day, reason: envelope.reason, corrects: envelope.corrects,
                withdraws: envelope.withdraws
            ) { state, origin in
                let recorded = Recorded(
                    id: origin.id, sequence: origin.sequence, commit: origin.commit, day: envelope.day,
                    reason: envelope.reason, data: data)
                apply(&state, recorded)
            }
        }
    }
}

struct MissingData: Error {}
