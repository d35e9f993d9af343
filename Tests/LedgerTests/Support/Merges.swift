import CivilTime
import Testing

@testable import Ledger

extension Lab {
    @discardableResult
    func merge(_ id: String, into other: String) async throws -> Int? {
        try await perform { try $0.merge(id, into: other, of: Notebook.self, reason: "the same book") }
    }

    @discardableResult
    func separate(_ id: String) async throws -> Int? {
        try await perform { try $0.separate(id, of: Notebook.self, reason: "not the same") }
    }

    /// Notebooks of these ids, with a code and a note each.
    func fill(_ books: [String]) async throws {
        for book in books {
            try await perform { deciding in
                try deciding.record(
                    Opened(title: book, code: "code \(book)"), on: Notebook.self, book, day: day("2024-03-01")
                )
                try deciding.record(Noted(amount: 1), on: Notebook.self, book, day: day("2024-03-02"))
            }
        }
    }

    /// Who stands for each merged notebook, by the sub-select that pages join.
    func survivors(asKnownAt commit: Int? = nil) async throws -> [String: String] {
        try await ledger.read { snapshot in
            let pairs = try snapshot.reader.all(
                "SELECT merged, survivor FROM \(SameAs.survivors(of: Notebook.kind, asKnownAt: commit)) AS same"
            ) { ($0.text(0), $0.text(1)) }
            return try Dictionary(pairs, uniquingKeysWith: { _, _ in throw Twice() })
        }
    }

    struct Twice: Error {}

    func survivor(_ id: String, asKnownAt commit: Int? = nil) async throws -> String {
        try await ledger.read {
            try $0.survivor(of: SubjectID(kind: Notebook.kind, id: id), asKnownAt: commit).id
        }
    }

    func merged(into id: String, asKnownAt commit: Int? = nil) async throws -> [String] {
        try await ledger.read {
            try $0.merged(into: SubjectID(kind: Notebook.kind, id: id), asKnownAt: commit).map(\.id)
        }
    }

    /// What a notebook is merged into, as its state says.
    func mergedInto(_ id: String, asKnownAt commit: Int? = nil) async throws -> String? {
        try await ledger.read { snapshot in
            guard let commit else { return try snapshot.state(of: Notebook.self, id)?.mergedInto }
            return try snapshot.state(of: Notebook.self, id, asKnownAt: commit)?.mergedInto
        }
    }

    /// The notebook's rows in every table, and its facts that are believed now.
    func given(by id: String) async throws -> (rows: Set<Row>, facts: Set<Fact>) {
        let facts = try await facts(id).filter { $0.to == nil }.map(\.fact)
        let rows = try await ledger.read { snapshot in
            try (Notebook.tables + [SameAs.table]).flatMap {
                try DerivedStorage.rows(of: SubjectID(kind: Notebook.kind, id: id), in: $0, snapshot.reader)
            }
        }
        return (Set(rows), Set(facts))
    }

    func chronicle(_ id: String) async throws -> [Chronicle] {
        try await ledger.read { try $0.chronicle(of: SubjectID(kind: Notebook.kind, id: id)) }
    }
}
