/// One moment of the ledger: rows, states and history that belong together.
public struct Snapshot {
    /// Rows of this moment.
    public let reader: Reader
    private let states: StateCache
    private let keeping: Bool

    /// With `keeping` false (inside a write transaction) no state found is kept, because it may be undone.
    init(_ connection: any Connection, _ states: StateCache, keeping: Bool = true) {
        self.keeping = keeping
        reader = Reader(connection)
        self.states = states
    }

    /// The subject's state, or nil where nothing was ever recorded of it.
    public func state<S: Subject>(of type: S.Type, _ id: String) throws -> Versioned<S>? {
        try folding(of: type, id).map { Versioned($0) }
    }

    func folding<S: Subject>(of type: S.Type, _ id: String) throws -> Folding<S>? {
        try states.folding(SubjectID(kind: S.kind, id: id), reader, keeping: keeping) as? Folding<S>
    }

    /// The subject's state as it was known at an earlier commit.
    public func state<S: Subject>(of type: S.Type, _ id: String, asKnownAt commit: Int) throws -> Versioned<
        S
    >? {
        let entries = try Storage.entries(of: SubjectID(kind: S.kind, id: id), upTo: commit, reader)
        guard !entries.isEmpty else { return nil }
        var folding = Folding<S>(id: id)
        try folding.add(entries)
        return Versioned(folding)
    }

    /// The ids of all subjects of a kind of which anything was recorded up to a commit, in their own order.
    public func ids<S: Subject>(of type: S.Type, recordedUpTo commit: Int) throws -> [String] {
        try reader.all(
            """
            SELECT DISTINCT subject_id FROM entry WHERE subject_kind = \(S.kind) AND commit_number <= \(commit)
            ORDER BY subject_id
            """
        ) { $0.text(0) }
    }

    /// The subject's entries in the order they were recorded.
    public func chronicle(of subject: SubjectID) throws -> [Chronicle] {
        try Storage.chronicle(of: subject, reader)
    }

    /// The ledger's last commit and the root of its chain.
    public func head() throws -> Head { try Storage.head(reader) }
}

extension Versioned where State: Subject {
    init(_ folding: Folding<State>) {
        self.init(
            state: folding.state, version: folding.version, mergedInto: folding.mergedInto?.other)
    }
}
