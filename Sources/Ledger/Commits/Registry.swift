/// The subject kinds and row tables of a program.
public struct Registry: Sendable {
    struct Kind: Sendable {
        let name: String
        let derivation: Int
        let tables: [Table]
        let entryKinds: [String: Set<Int>]
        let empty: @Sendable (String) -> any AnyFolding
    }

    let kinds: [String: Kind]

    /// Registers subject kinds; the reference is always among them.
    public init(_ subjects: [any Subject.Type]) {
        var kinds: [String: Kind] = [:]
        for subject in subjects + [ReferenceSubject.self] {
            let kind = Self.kind(subject)
            precondition(kinds[kind.name] == nil, "two subject kinds are called \(kind.name)")
            precondition(
                kind.entryKinds.keys.allSatisfy { Reserved.kinds[$0] == nil },
                "\(kind.name) declares an entry kind of the ledger's own")
            kinds[kind.name] = kind
        }
        self.kinds = kinds
    }

    /// All row tables, each once.
    var tables: [Table] {
        var byName: [String: Table] = [:]
        for table in kinds.values.flatMap(\.tables) {
            precondition(byName[table.name, default: table] == table, "two tables are called \(table.name)")
            byName[table.name] = table
        }
        return byName.values.sorted { $0.name < $1.name }
    }

    func folding(for subject: SubjectID) throws -> any AnyFolding {
        guard let kind = kinds[subject.kind] else { throw LedgerError.unknownKinds([subject.kind]) }
        return kind.empty(subject.id)
    }

    func tables(of subject: SubjectID) -> [Table] { kinds[subject.kind]?.tables ?? [] }

    /// The names of stored entry kinds and versions that this program cannot read.
    func unknown(among stored: [(subject: String, kind: String, version: Int)]) -> [String] {
        stored.compactMap { subject, kind, version in
            let known =
                Reserved.kinds[kind].map { $0 == version }
                ?? kinds[subject]?.entryKinds[kind]?.contains(version) ?? false
            return known ? nil : "\(subject)/\(kind) \(version)"
        }
    }

    private static func kind<S: Subject>(_ type: S.Type) -> Kind {
        precondition(
            !S.tables.contains { $0.name == SameAs.table.name }, "\(S.kind) declares \(SameAs.table.name)")
        return Kind(
            name: S.kind, derivation: S.derivation, tables: S.tables + [SameAs.table],
            entryKinds: Dictionary(
                S.entryKinds.map { ($0.name, $0.versions) },
                uniquingKeysWith: { _, _ in preconditionFailure("two entry kinds of \(S.kind) have one name")
                }),
            empty: { Folding<S>(id: $0) })
    }
}
