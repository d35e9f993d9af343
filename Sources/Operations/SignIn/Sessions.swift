@_spi(Operations) import Ledger

/// Who is signed in; the browser holds a secret, the table only its digest.
///
/// A session ends after an hour unused and twelve hours at most. What ended is kept for a day, so that a form
/// sent too late is kept as a draft of the same account.
public struct Sessions: Sendable {
    let ledger: Ledger
    let clock: Clock
    let identifiers: Identifiers

    /// How long a session lasts unused.
    public static let idleLimit = Micros.hour
    /// How long a session lasts at most.
    public static let lifeLimit = 12 * Micros.hour
    /// How often its use is written down, at most.
    private static let noteInterval = Micros.minute

    /// How far somebody has come in signing in.
    public enum Stage: String, Sendable {
        /// The password was right; a code is asked for next.
        case awaitingCode
        /// The password was right and a second factor must be set up before anything else.
        case settingUp
        /// Signed in.
        case open
    }

    /// What a browser's secret stands for.
    public enum Found: Sendable, Hashable {
        /// Nothing known.
        case none
        /// A session that has ended by itself, of an account.
        case ended(account: String)
        /// A session in use.
        case live(account: String, Stage)
    }

    /// Begins a session and gives the secret for the browser.
    public func begin(_ account: String, _ stage: Stage) async throws -> String {
        let secret = identifiers.next() + identifiers.next()
        let now = clock.now
        try await ledger.operate { writer in
            try writer.execute(
                """
                INSERT INTO session VALUES (\(Hexadecimal.digest(secret)), \(account), \(stage.rawValue), \(now),
                \(now))
                """)
        }
        return secret
    }

    /// Ends a session and begins its successor under a new secret, so that one planted before is worth nothing.
    public func renew(_ secret: String, as stage: Stage) async throws -> String? {
        guard case .live(let account, _) = try await find(secret) else { return nil }
        try await end(secret)
        return try await begin(account, stage)
    }

    /// What a secret stands for; its use is noted once a minute.
    public func find(_ secret: String) async throws -> Found {
        let digest = Hexadecimal.digest(secret)
        let now = clock.now
        let row = try await ledger.read { snapshot in
            try snapshot.reader.first(
                "SELECT account, stage, made_at, seen_at FROM session WHERE digest = \(digest)"
            ) { ($0.text(0), Stage(rawValue: $0.text(1)), Int64($0.integer(2)), Int64($0.integer(3))) }
        }
        guard let (account, stage, made, seen) = row, let stage else { return .none }
        guard now < seen + Self.idleLimit, now < made + Self.lifeLimit else {
            return stage == .open ? .ended(account: account) : .none
        }
        if now >= seen + Self.noteInterval {
            try await ledger.operate { writer in
                try writer.execute(
                    "UPDATE session SET seen_at = \(now) WHERE digest = \(digest) AND seen_at < \(now)")
            }
        }
        return .live(account: account, stage)
    }

    /// Ends a session for good.
    public func end(_ secret: String) async throws {
        try await ledger.operate { writer in
            try writer.execute("DELETE FROM session WHERE digest = \(Hexadecimal.digest(secret))")
        }
    }

    /// Ends every session of an account.
    public func end(allOf account: String) async throws {
        try await ledger.operate { try Self.end(allOf: account, $0) }
    }

    static func end(allOf account: String, _ writer: Writer) throws {
        try writer.execute("DELETE FROM session WHERE account = \(account)")
    }

    static func sweep(_ now: Int64, _ writer: Writer) throws {
        try writer.execute(
            """
            DELETE FROM session WHERE seen_at < \(now - idleLimit - Micros.day)
            OR made_at < \(now - lifeLimit - Micros.day)
            """)
    }
}
