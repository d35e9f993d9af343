import CivilTime
import Testing

@testable import Ledger

/// Records what comes to mind, commit by commit, the same for the same seed.
struct RandomHistory: Sendable {
    let books: [String]
    /// The entries of each book by kind of correction that fits them.
    private var notes: [String: [String]] = [:]
    private var others: [String: [String]] = [:]

    init(books: Int) { self.books = (0..<books).map { "book \($0)" } }

    private enum Step: Sendable {
        case open(Int?)
        case note(Int)
        case correct(String, Int)
        case withdraw(String)
        case close
    }

    /// One commit of one to three entries on any of the books.
    mutating func step(_ lab: Lab, _ random: inout Seeded) async throws {
        let steps = (0..<1 + random.below(3)).map { _ in plan(&random) }
        let made: [String]
        do {
            made = try await lab.commit { deciding in
                try steps.map { try Self.record($0.step, on: $0.book, $0.day, &deciding) }
            }.value
        } catch LedgerError.taken {
            return
        }
        for (planned, entry) in zip(steps, made) {
            switch planned.step {
            case .note, .correct: notes[planned.book, default: []].append(entry)
            case .open, .withdraw, .close: others[planned.book, default: []].append(entry)
            }
        }
    }

    private func plan(_ random: inout Seeded) -> (book: String, day: Day, step: Step) {
        let book = books[random.below(books.count)]
        let day = Lab.today - random.below(30)
        let notes = notes[book, default: []]
        let all = notes + others[book, default: []]
        switch random.below(10) {
        case 0, 1: return (book, day, .open(random.below(3) == 0 ? random.below(40) : nil))
        case 2...5: return (book, day, .note(random.below(100)))
        case 6 where !notes.isEmpty:
            return (book, day, .correct(notes[random.below(notes.count)], random.below(100)))
        case 7, 8: return (book, day, all.isEmpty ? .note(1) : .withdraw(all[random.below(all.count)]))
        default: return (book, day, .close)
        }
    }

    private static func record(
        _ step: Step, on book: String, _ day: Day, _ deciding: inout Deciding
    ) throws -> String {
        switch step {
        case .open(let code):
            try deciding.record(
                Opened(title: "Title \(day)", code: code.map { "code \($0)" }), on: Notebook.self, book,
                day: day)
        case .note(let amount): try deciding.record(Noted(amount: amount), on: Notebook.self, book, day: day)
        case .correct(let entry, let amount):
            try deciding.correct(
                entry, to: Noted(amount: amount), on: Notebook.self, book, day: day, reason: "better")
        case .withdraw(let entry): try deciding.withdraw(entry, on: Notebook.self, book, reason: "not so")
        case .close: try deciding.record(Closed(because: "full"), on: Notebook.self, book, day: day)
        }
    }
}
