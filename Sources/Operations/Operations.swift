@_spi(Operations) public import Ledger

/// The operational tables of a deployment: what makes it work and is no record of anybody's case.
///
/// Each has its retention, none is exported, and besides commits, entries, rows, facts and reads nothing else
/// is written anywhere. Times are microseconds since 1970-01-01 UTC by the clock handed in.
public struct Operations: Sendable {
    /// Passwords, second factors and recovery codes.
    public let credentials: Credentials
    /// Links that act once: invitations and resets.
    public let tokens: Tokens
    /// Who is signed in.
    public let sessions: Sessions
    /// Sign-ins that failed, to slow down whoever guesses.
    public let attempts: Attempts
    /// What was typed into forms and not sent yet.
    public let drafts: Drafts
    /// The bytes of files.
    public let files: Files
    /// Secrets derived from the area's key.
    public let key: AreaKey
    private let ledger: Ledger
    private let clock: Clock

    /// Makes or updates the tables of a ledger's database.
    ///
    /// - Parameter folder: where the bytes of files lie; nil where none can be kept.
    /// - Throws: ``Ledger/LedgerError``; ``KeyError/wrongKey`` where the tables were made with another key.
    public static func open(
        _ ledger: Ledger, key: AreaKey, clock: Clock, files folder: String? = nil,
        identifiers: Identifiers = .live
    ) async throws -> Operations {
        try await ledger.prepareOperations(OperationTables.steps)
        let keys = WrappedKeys(key: key, clock: clock)
        try await ledger.operate { try keys.checkArea($0) }
        return Operations(ledger, key, keys, clock, folder, identifiers)
    }

    private init(
        _ ledger: Ledger, _ key: AreaKey, _ keys: WrappedKeys, _ clock: Clock, _ folder: String?,
        _ identifiers: Identifiers
    ) {
        self.ledger = ledger
        self.key = key
        self.clock = clock
        credentials = Credentials(ledger: ledger, keys: keys, clock: clock, key: key)
        tokens = Tokens(ledger: ledger, clock: clock, identifiers: identifiers)
        sessions = Sessions(ledger: ledger, clock: clock, identifiers: identifiers)
        attempts = Attempts(ledger: ledger, clock: clock, key: key)
        files = Files(
            ledger: ledger, keys: keys, clock: clock, identifiers: identifiers, folder: folder)
        drafts = Drafts(ledger: ledger, keys: keys, clock: clock, identifiers: identifiers)
    }

    /// The moment now by the operational clock, in microseconds; real time also where the day is simulated.
    public var now: Int64 { clock.now }

    /// Whether a database holds anything that only its key can read.
    public static func needsKey(_ ledger: Ledger) async throws -> Bool {
        try await ledger.prepareOperations(OperationTables.steps)
        return try await ledger.read { snapshot in
            try snapshot.reader.first("SELECT 1 FROM wrapped_key LIMIT 1") { _ in true } ?? false
        }
    }

    /// Deletes what has outlived its retention.
    public func sweep() async throws {
        let now = clock.now
        try await ledger.operate { writer in
            try Sessions.sweep(now, writer)
            try Tokens.sweep(now, writer)
            try Attempts.sweep(now, writer)
            try Drafts.sweep(now, writer)
        }
        try await files.sweep()
    }
}

/// Spans of time in microseconds.
enum Micros {
    static let second: Int64 = 1_000_000
    static let minute = 60 * second
    static let hour = 60 * minute
    static let day = 24 * hour
}
