import Foundation
import Ledger
import Synchronization

@testable import Operations

/// A ledger in a folder of its own with operational tables, at a time that the test sets.
struct Workshop: Sendable {
    let folder: Folder
    let ledger: Ledger
    let operations: Operations
    let key: AreaKey
    private let time: Time

    init(key: AreaKey = AreaKey(), folder: Folder? = nil) async throws {
        self.folder = try folder ?? Folder()
        self.key = key
        let time = Time()
        self.time = time
        var options = Ledger.Options(path: self.folder.file("ledger.sqlite"))
        options.durable = false
        ledger = try await Ledger.open(options, Registry([Note.self]), clock: Clock { time.now })
        operations = try await Operations.open(
            ledger, key: key, clock: Clock { time.now }, files: self.folder.file("files"))
    }

    /// Lets seconds pass.
    func pass(seconds: Int64) { time.add(seconds * 1_000_000) }
    /// The moment now in microseconds.
    var now: Int64 { time.now }

    /// Sets up a second factor as a session would, and gives its secret and recovery codes.
    func setUpSecondFactor(of account: String, session: String = "one") async throws -> (
        secret: TimeCode, codes: [String]
    ) {
        let credentials = operations.credentials
        let codes = credentials.newRecoveryCodes()
        _ = try await ledger.commit(
            credentials.confirmingSecondFactor(
                of: account, session: session, step: TimeCode.step(at: now), recovery: codes, in: command()))
        return (credentials.pendingSecondFactor(session: session), codes)
    }

    /// A command that records something, to which credentials can be tied.
    func command(_ id: String = UUID().uuidString) -> Command<Bool> {
        Command(id: id, fields: "", author: .program) { deciding in
            try deciding.record(Noted(), on: Note.self, "one", day: deciding.today)
            return true
        }
    }
}

/// The smallest subject.
struct Note: Subject {
    static let kind = "note"
    static let entryKinds: [EntryKind<Note>] = [EntryKind(Noted.self) { _, _ in }]
    static let tables: [Table] = []
    static let derivation = 1
    init(id: String) {}
    mutating func note(_ problem: Problem) {}
    func rows(_ reference: inout ReferenceReader) -> [Row] { [] }
    func facts(_ reference: inout ReferenceReader) -> [Fact] { [] }
}

struct Noted: Payload { static let kind = "noted" }

/// A folder that goes when nobody needs it.
final class Folder: Sendable {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("operations-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func file(_ name: String) -> String { url.appendingPathComponent(name).path }

    deinit { try? FileManager.default.removeItem(at: url) }
}

private final class Time: Sendable {
    private let moment = Mutex<Int64>(1_719_750_000_000_000)
    var now: Int64 { moment.withLock { $0 } }
    func add(_ span: Int64) { moment.withLock { $0 += span } }
}
