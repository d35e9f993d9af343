import CivilTime
import Testing

@testable import Ledger

/// A short ledger of every sort of entry and author, the same for every test that checks the chain.
struct Chain: Sendable {
    let lab: Lab
    let raw: RawFile

    /// Opens the file past the ledger when it is needed.
    struct RawFile: Sendable {
        let path: String
        func open() throws -> RawDatabase { try RawDatabase(path) }
    }

    /// The entries that begin a commit, by commit.
    static let firstEntries = [1: 1, 2: 2, 3: 5, 4: 6, 5: 7]
    static let entries = 7

    init() async throws {
        lab = try await Lab(identifiers: seededIdentifiers(42))
        raw = RawFile(path: lab.file.path)
        let everyone = Author(account: "ben", role: "officer", onBehalfOf: "carla", channel: .command)
        let day = Lab.today
        let note = try await lab.commit(id: "command 1", fields: "a=1", by: .program) {
            try $0.record(Noted(amount: 1), on: Notebook.self, "book é", day: day, reason: "Zoë's, 100 %")
        }.value
        _ = try await lab.commit(id: "command 2", fields: "b=2", by: everyone) { deciding in
            try deciding.record(
                Opened(title: "Title", code: "C"), on: Notebook.self, "other", day: day)
            try deciding.correct(
                note, to: Noted(amount: 2), on: Notebook.self, "book é", day: day, reason: "typo")
            return try deciding.record(Noted(amount: 3), on: Notebook.self, "other", day: day)
        }
        try await lab.withdraw(note, in: "book é")
        try await lab.note(12_345, in: "other", on: day)
        try await lab.close("other", on: day)
    }

    func verify(against root: Root? = nil) async throws -> Verification {
        try await lab.ledger.verify(against: root)
    }
}

extension Verification {
    /// The sequence of the entry named, where one is.
    var named: Int? { if case .touched(let sequence, _, _) = self { sequence } else { nil } }
    /// The id of the entry named, where one is.
    var namedEntry: String? { if case .touched(_, let entry, _) = self { entry } else { nil } }
    var why: String { if case .touched(_, _, let why) = self { why } else { "whole" } }
}
