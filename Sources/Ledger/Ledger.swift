public import CivilTime
import Synchronization

/// Everything recorded about every subject: entries that are only added, and what is made from them.
///
/// The rooms' only way to storage. Safe to use from any task.
public final class Ledger: Sendable {
    /// How a ledger is opened.
    public struct Options: Sendable {
        /// The SQLite file; made where it does not exist.
        public var path: String
        /// The file of reads; beside the database where it is nil, `X.reads.sqlite` for `X.sqlite`.
        public var readsPath: String?
        /// Whether each commit waits for the disk; false only for throw-away databases.
        public var durable = true
        /// How many subjects' states are kept in memory.
        public var cachedSubjects = 8_192

        /// Names the file.
        public init(path: String) { self.path = path }

        /// The file of reads where none is named.
        var readsBeside: String {
            let name = path.suffix(from: path.lastIndex(of: "/") ?? path.startIndex)
            guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return path + ".reads" }
            return "\(path[..<dot]).reads\(path[dot...])"
        }
    }

    /// Who was shown which children's records.
    public let reads: Reads
    let engine: any Engine
    let registry: Registry
    let states: StateCache
    let identifiers: Identifiers
    let clock: Clock
    private let lastHead: Mutex<Head>
    private let lastReference = Mutex<ReferenceHistory?>(nil)

    private init(
        _ engine: any Engine, _ options: Options, _ registry: Registry, _ clock: Clock, _ ids: Identifiers
    ) {
        self.engine = engine
        self.registry = registry
        self.clock = clock
        identifiers = ids
        reads = Reads(
            path: options.readsPath ?? options.readsBeside, durable: options.durable, clock: clock)
        states = StateCache(registry, capacity: options.cachedSubjects)
        lastHead = Mutex(Head(commit: 0, sequence: 0, hash: "", recordedAt: 0))
    }

    /// Opens a ledger, brings its structure up to date and makes anew what this program derives differently.
    ///
    /// - Throws: ``LedgerError``; ``LedgerError/unknownKinds(_:)`` where the file holds what this program
    ///   cannot read, by name.
    public static func open(
        _ options: Options, _ registry: Registry, clock: Clock, identifiers: Identifiers = .live
    ) async throws(LedgerError) -> Ledger {
        do {
            let engine = try SQLiteEngine(path: options.path, durable: options.durable)
            let ledger = Ledger(engine, options, registry, clock, identifiers)
            try await engine.write { connection in
                let writer = Writer(connection)
                try Structure.prepare(writer)
                try ledger.refuseUnknownKinds(writer.reader)
                try Rebuilding(registry).renewChangedKinds(writer)
            }
            try await ledger.followHead()
            return ledger
        } catch {
            throw asLedgerError(error)
        }
    }

    /// Closes the database; nothing may be asked of the ledger afterwards.
    public func close() throws {
        let readsClosed = Swift.Result { try reads.close() }
        try engine.close()
        try readsClosed.get()
    }

    /// Brings everything committed into the main file, so that it can be moved or copied alone; reads into
    /// theirs.
    public func settle() async throws {
        do {
            try await engine.settle()
            try await reads.settle()
        } catch {
            throw engineError(error)
        }
    }

    /// Runs `body` on one moment of the ledger.
    public func read<Value: Sendable>(_ body: @escaping @Sendable (Snapshot) throws -> Value) async throws
        -> Value
    {
        do {
            return try await engine.read { [states] in try body(Snapshot($0, states)) }
        } catch {
            throw engineError(error)
        }
    }

    /// The last commit this process knows of: its own at once, those of others after ``followHead()``.
    public var knownHead: Head { lastHead.withLock { $0 } }

    /// Looks whether another process has committed, and gives the head.
    @discardableResult
    public func followHead() async throws -> Head {
        let head = try await read { try $0.head() }
        note(head)
        return head
    }

    /// The reference as recorded at the reader's moment.
    func reference(_ reader: Reader) throws -> ReferenceHistory {
        // By hash, not by version: a version counted in a transaction that is undone is given again.
        let hash = try Storage.lastHash(of: ReferenceSubject.subject, reader)
        if let known = lastReference.withLock({ $0 }), known.lastHash == hash { return known }
        let history = try ReferenceHistory(Storage.entries(of: ReferenceSubject.subject, after: 0, reader))
        lastReference.withLock { $0 = history }
        return history
    }

    func note(_ head: Head) { lastHead.withLock { if head.commit >= $0.commit { $0 = head } } }

    /// Today in London by the ledger's clock.
    public var today: Day { Day.inLondon(microsecondsSince1970: clock.now) }

    private func refuseUnknownKinds(_ reader: Reader) throws {
        let stored = try reader.all(
            "SELECT DISTINCT subject_kind, kind, kind_version FROM entry ORDER BY subject_kind, kind, kind_version"
        ) { (subject: $0.text(0), kind: $0.text(1), version: $0.integer(2)) }
        let unknown = registry.unknown(among: stored)
        if !unknown.isEmpty { throw LedgerError.unknownKinds(unknown) }
    }

    /// The error of an engine as the ledger's; errors of rooms pass unchanged.
    func engineError(_ error: any Error) -> any Error {
        if let columns = engine.brokenUniqueColumns(error) { return brokenUnique(columns) }
        return engine.isOwn(error) ? LedgerError.storage("\(error)") : error
    }

    private static func asLedgerError(_ error: any Error) -> LedgerError {
        error as? LedgerError ?? .storage("\(error)")
    }

    private func brokenUnique(_ columns: [String]) -> LedgerError {
        for table in registry.tables {
            for unique in table.uniques where unique.columns.map({ "\(table.name).\($0)" }) == columns {
                return .taken(unique.refusal)
            }
        }
        return .storage("two rows with the same \(columns.joined(separator: ", "))")
    }
}
