import Foundation
import Synchronization

/// Who was shown which children's records: in a file and a chain of their own beside the ledger's.
///
/// A page that shows children is sent only once ``record(_:)`` has returned. The file is made with the first
/// read, and tried anew with the next where it could not be written; the ledger goes on without it.
public final class Reads: Sendable {
    /// The SQLite file.
    let path: String
    private let durable: Bool
    private let clock: Clock
    private let gathering = Mutex(Gathering())
    private let file = Mutex(File())

    private struct Waiting: Sendable {
        let read: Read
        let moment: Int64
        let continuation: CheckedContinuation<Int, any Error>
    }

    private struct Gathering {
        var waiting: [Waiting] = []
        var isWriting = false
        /// How many transactions were begun, and how many reads were asked for.
        var transactions = 0
        var asked = 0

        /// All that has gathered; the writer ends where that is nothing.
        mutating func take() -> [Waiting] {
            defer { waiting = [] }
            isWriting = !waiting.isEmpty
            transactions += isWriting ? 1 : 0
            return waiting
        }
    }

    private struct File {
        var opening: Task<any Engine, any Error>?
        var engine: (any Engine)?
        var isClosed = false
    }

    init(path: String, durable: Bool, clock: Clock) {
        self.path = path
        self.durable = durable
        self.clock = clock
    }

    // MARK: Recording

    /// Records a read and gives its sequence, once it is on the disk.
    ///
    /// There is one writer, which writes whatever has gathered in one transaction with one sync, without
    /// waiting for more. What was asked to be recorded is, also where the asking task is cancelled.
    ///
    /// - Throws: ``LedgerError/storage(_:)`` where it cannot be kept; then the page must not be sent.
    public func record(_ read: Read) async throws -> Int {
        guard !read.hasNUL else { throw LedgerError.unstorableText }
        let moment = clock.now
        return try await withCheckedThrowingContinuation { continuation in
            let begins = gathering.withLock { gathering in
                gathering.waiting.append(
                    Waiting(read: read, moment: moment, continuation: continuation))
                gathering.asked += 1
                defer { gathering.isWriting = true }
                return !gathering.isWriting
            }
            if begins { Task { await writeGathered() } }
        }
    }

    private func writeGathered() async {
        while true {
            let batch = gathering.withLock { $0.take() }
            if batch.isEmpty { return }
            do {
                let reads = batch.map { ($0.read, $0.moment) }
                let first = try await opened().write { try ReadsStorage.append(reads, Writer($0)) }
                for (offset, waiting) in batch.enumerated() {
                    waiting.continuation.resume(returning: first + offset)
                }
            } catch {
                let error = error as? LedgerError ?? .storage("\(error)")
                for waiting in batch { waiting.continuation.resume(throwing: error) }
            }
        }
    }

    /// How many transactions were begun for how many reads that were asked for.
    var effort: (transactions: Int, reads: Int) { gathering.withLock { ($0.transactions, $0.asked) } }

    // MARK: Reading

    /// The place and hash that the chain of reads ends with.
    public var root: Root {
        get async throws {
            let head = try await ask(ReadsStorage.Head.start) { try ReadsStorage.head($0) }
            return Root(sequence: head.sequence, hash: head.hash)
        }
    }

    /// Runs `body` on one moment of the file; gives `nothing` where there was no read yet.
    func ask<Value: Sendable>(
        _ nothing: Value, _ body: @escaping @Sendable (Reader) throws -> Value
    ) async throws -> Value {
        guard let engine = try await existing() else { return nothing }
        do {
            return try await engine.read { try body(Reader($0)) }
        } catch {
            throw engine.isOwn(error) ? LedgerError.storage("\(error)") : error
        }
    }

    // MARK: The file

    private func existing() async throws -> (any Engine)? {
        let isOpen = file.withLock { $0.engine != nil || $0.isClosed }
        return try await isOpen || FileManager.default.fileExists(atPath: path) ? opened() : nil
    }

    /// The file, opened once for all that ask at the same time, and again after it could not be.
    private func opened() async throws -> any Engine {
        let opening = file.withLock { file in
            let opening = file.opening ?? Task { try await open() }
            file.opening = opening
            return opening
        }
        do {
            return try await opening.value
        } catch {
            file.withLock { if $0.opening == opening { $0.opening = nil } }
            throw error as? LedgerError ?? .storage("\(error)")
        }
    }

    private func open() async throws -> any Engine {
        if file.withLock(\.isClosed) { throw Self.closed }
        let engine = try SQLiteEngine(path: path, durable: durable)
        try await engine.write { try Structure.prepare(ReadsStorage.steps, Writer($0)) }
        let closed = file.withLock { file in
            file.engine = file.isClosed ? nil : engine
            return file.isClosed
        }
        if closed {
            try engine.close()
            throw Self.closed
        }
        return engine
    }

    private static let closed = LedgerError.storage("the file of reads is closed")

    /// Brings everything recorded into the main file, where it was opened.
    func settle() async throws {
        guard let engine = file.withLock(\.engine) else { return }
        try await engine.settle()
    }

    func close() throws {
        let engine = file.withLock { file in
            defer { (file.engine, file.opening, file.isClosed) = (nil, nil, true) }
            return file.engine
        }
        try engine?.close()
    }
}
