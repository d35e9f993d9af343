import CivilTime

extension Ledger {
    /// Records reference values that differ from the recorded ones, and puts them into force.
    ///
    /// Recording and putting into force are two commits: what rests on a changed value is derived on a
    /// snapshot first, so that the second commit is short. A crash between them is made good at the next call.
    ///
    /// - Returns: the commit that put the values into force, or nil where nothing differed.
    @discardableResult
    public func setReference(_ values: [String: ReferenceValue], by author: Author) async throws -> Int? {
        let recorded = try await read { [self] in try reference($0.reader).recorded }
        let changed = values.filter { recorded.values[$0.key] != $0.value }
        if !changed.isEmpty {
            _ = try await commit(
                Command(id: identifiers.next(), fields: "", author: author) { deciding in
                    for (key, value) in changed.sorted(by: { $0.key < $1.key }) {
                        try deciding.record(
                            ReferenceSet(key: key, value: value), on: ReferenceSubject.self,
                            ReferenceSubject.subject.id, day: deciding.today)
                    }
                    return true
                })
        }
        return try await applyReference(by: author)
    }

    /// What the reference in force says now.
    public func referenceInForce() async throws -> Reference {
        try await read { [self] in try reference($0.reader).current }
    }

    /// Puts into force what is recorded; derives again where more was recorded meanwhile, because what an
    /// entry puts into force is all that was recorded before it.
    func applyReference(by author: Author) async throws -> Int? {
        while true {
            let ahead = try await read { [self] snapshot in try deriveAhead(snapshot) }
            let keys = ahead.keys
            guard !keys.isEmpty else { return nil }
            let outcome = try await commit(
                Command(id: identifiers.next(), fields: keys.joined(separator: "\n"), author: author) {
                    deciding in
                    let subject = ReferenceSubject.subject.id
                    let present = try deciding.state(of: ReferenceSubject.self, subject)
                    guard present?.version == ahead.version else { return false }
                    try deciding.record(
                        ReferenceApplied(keys: keys), on: ReferenceSubject.self, subject, day: deciding.today)
                    return true
                }, alsoDeriving: ahead)
            if let commit = outcome.commit { return commit }
        }
    }

    /// What every subject that a recorded but not yet applied change touches will give, by its version now.
    private func deriveAhead(_ snapshot: Snapshot) throws -> Ahead {
        let history = try reference(snapshot.reader)
        var ahead = Ahead(
            keys: history.current.differingKeys(from: history.recorded),
            changes: history.current.changes(to: history.recorded), reference: history.recorded,
            version: history.version)
        for subject in try DerivedStorage.users(of: ahead.changes, snapshot.reader) {
            guard let folding = try states.folding(subject, snapshot.reader) else { continue }
            ahead.derived[subject] = (folding.version, folding.derive(history.recorded))
        }
        return ahead
    }
}

/// Derivations made on a snapshot for a reference about to be put into force.
struct Ahead: Sendable {
    /// The keys whose values differ, also where no day reads differently.
    let keys: [String]
    let changes: [ReferenceUse]
    let reference: Reference
    /// The version of the reference subject that the derivations were made on.
    let version: Int
    var derived: [SubjectID: (version: Int, derivation: Derivation)] = [:]

    /// The derivations of all subjects touched, made again where one has moved on since the snapshot.
    func complete(_ ledger: Ledger, _ reader: Reader) throws -> [(subject: SubjectID, derivation: Derivation)]
    {
        let users = try DerivedStorage.users(of: changes, reader)
        return try users.sorted { ($0.kind, $0.id) < ($1.kind, $1.id) }.map { subject in
            if let made = derived[subject], try Storage.version(of: subject, reader) == made.version {
                return (subject, made.derivation)
            }
            guard let folding = try ledger.states.folding(subject, reader, keeping: false) else {
                return (subject, .nothing)
            }
            return (subject, folding.derive(reference))
        }
    }
}
