import CivilTime
import Foundation
import Synchronization
import Testing

@testable import Ledger

/// A day that a test knows to exist.
func day(_ iso: String, _ place: SourceLocation = #_sourceLocation) -> Day {
    guard let day = Day(iso: iso) else {
        Issue.record("\(iso) is not a day", sourceLocation: place)
        return .earliest
    }
    return day
}

/// A folder of its own that goes when nobody needs it.
final class TemporaryFile: Sendable {
    private let folder: URL
    var path: String { folder.appendingPathComponent("ledger.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

/// A clock that a test sets.
final class SetClock: Sendable {
    private let moment: Mutex<Int64>
    init(_ today: Day) { moment = Mutex(Self.noon(today)) }

    func set(_ today: Day) { moment.withLock { $0 = Self.noon(today) } }
    func advance(_ microseconds: Int64) { moment.withLock { $0 += microseconds } }
    var clock: Clock { Clock { [self] in moment.withLock { $0 } } }

    static func noon(_ day: Day) -> Int64 { (Int64(day.number) * 86_400 + 43_200) * 1_000_000 }
}

/// A person who records.
let anna = Author(account: "anna", role: "officer", channel: .web)

/// A ledger in a file of its own, with short words for what the tests do with it.
struct Lab: Sendable {
    static let today = day("2024-06-30")

    let file: TemporaryFile
    let ledger: Ledger
    let clock: SetClock

    init(
        _ registry: Registry = Registry([Notebook.self]), file: TemporaryFile? = nil,
        identifiers: Identifiers = .live, cachedSubjects: Int = 8_192, readsPath: String? = nil,
        durable: Bool = false
    ) async throws {
        self.file = try file ?? TemporaryFile()
        clock = SetClock(Self.today)
        var options = Ledger.Options(path: self.file.path)
        options.durable = durable
        options.readsPath = readsPath
        options.cachedSubjects = cachedSubjects
        ledger = try await Ledger.open(options, registry, clock: clock.clock, identifiers: identifiers)
    }

    /// Commits what `decide` records, under a command id of its own.
    @discardableResult
    func commit<Value: Codable & Sendable>(
        id: String = UUID().uuidString, fields: String = "", by author: Author = anna, shown: [Shown] = [],
        _ decide: @escaping @Sendable (inout Deciding) throws -> Value
    ) async throws -> Outcome<Value> {
        try await ledger.commit(
            Command(id: id, fields: fields, author: author, shown: shown, decide: decide))
    }

    /// The same for a decision that gives nothing.
    @discardableResult
    func perform(
        shown: [Shown] = [], _ decide: @escaping @Sendable (inout Deciding) throws -> Void
    ) async throws -> Int? {
        try await commit(shown: shown) { deciding in
            try decide(&deciding)
            return true
        }.commit
    }

    /// Opens a notebook and gives its id.
    func open(_ title: String = "Notes", code: String? = nil, on day: Day = day("2024-03-01")) async throws
        -> String
    {
        try await commit { deciding in
            let id = deciding.newID()
            try deciding.record(Opened(title: title, code: code), on: Notebook.self, id, day: day)
            return id
        }.value
    }

    /// Notes an amount and gives the entry's id.
    @discardableResult
    func note(_ amount: Int, in id: String, on day: Day = day("2024-03-02")) async throws -> String {
        try await commit { try $0.record(Noted(amount: amount), on: Notebook.self, id, day: day) }.value
    }

    @discardableResult
    func correct(_ entry: String, to amount: Int, in id: String, on day: Day = day("2024-03-02"))
        async throws -> String
    {
        try await commit {
            try $0.correct(
                entry, to: Noted(amount: amount), on: Notebook.self, id, day: day, reason: "mistyped")
        }.value
    }

    @discardableResult
    func withdraw(_ entry: String, in id: String) async throws -> String {
        try await commit { try $0.withdraw(entry, on: Notebook.self, id, reason: "not so") }.value
    }

    func close(_ id: String, on day: Day) async throws {
        try await commit {
            try $0.record(Closed(because: "full"), on: Notebook.self, id, day: day)
        }
    }

    func state(_ id: String, asKnownAt commit: Int? = nil) async throws -> Notebook? {
        try await ledger.read { snapshot in
            guard let commit else { return try snapshot.state(of: Notebook.self, id)?.state }
            return try snapshot.state(of: Notebook.self, id, asKnownAt: commit)?.state
        }
    }

    func facts(_ id: String, _ kind: String? = nil) async throws -> [BelievedFact] {
        try await ledger.read { snapshot in
            try DerivedStorage.facts(of: SubjectID(kind: Notebook.kind, id: id), snapshot.reader)
                .filter { kind == nil || $0.fact.kind == kind }
        }
    }

    /// The rows of a query, values as text.
    func rows(_ sql: SQL, columns: Int) async throws -> [[SQLValue]] {
        try await ledger.read { snapshot in
            try snapshot.reader.all(sql) { fields in (0..<columns).map { fields.value($0) } }
        }
    }

    /// All that is stored, table by table: to see that nothing was changed.
    func everything() throws -> [String] { try RawDatabase(file.path).dump() }
}
