@_spi(Operations) import Ledger

/// Links that act once: whoever has one may choose a password for an account.
///
/// Only their digests are kept, for 30 days after they stop working.
public struct Tokens: Sendable {
    let ledger: Ledger
    let clock: Clock
    let identifiers: Identifiers

    /// What a link is for.
    public enum Purpose: String, Sendable, CaseIterable {
        case invitation, reset

        /// How long it works, in microseconds.
        var life: Int64 {
            switch self {
            case .invitation: 7 * Micros.day
            case .reset: Micros.day
            }
        }
    }

    /// What became of a link.
    public enum Found: Sendable, Hashable {
        case live(Purpose, account: String)
        case used
        case expired
        case unknown
    }

    /// A new link's secret for an account, and when it stops working; earlier ones stop at once.
    public func give(_ purpose: Purpose, to account: String) async throws -> (secret: String, expires: Int64)
    {
        let secret = identifiers.next() + identifiers.next()
        let now = clock.now
        let expires = now + purpose.life
        try await ledger.operate { writer in
            try Self.use(allOf: account, at: now, writer)
            try writer.execute(
                """
                INSERT INTO token VALUES (\(Hexadecimal.digest(secret)), \(purpose.rawValue), \(account), \(now),
                \(expires), NULL)
                """)
        }
        return (secret, expires)
    }

    /// What a link's secret stands for now; looking changes nothing.
    public func find(_ secret: String) async throws -> Found {
        let now = clock.now
        return try await ledger.read { snapshot in
            let found = try snapshot.reader.first(
                """
                SELECT purpose, account, expires_at, used_at FROM token
                WHERE digest = \(Hexadecimal.digest(secret))
                """
            ) { fields -> Found in
                guard let purpose = Purpose(rawValue: fields.text(0)) else { return .unknown }
                if fields.integerOrNil(3) != nil { return .used }
                if Int64(fields.integer(2)) <= now { return .expired }
                return .live(purpose, account: fields.text(1))
            }
            return found ?? .unknown
        }
    }

    /// Uses up one link; false where it does not work any more.
    static func use(_ secret: String, of account: String, at moment: Int64, _ writer: Writer) throws -> Bool {
        try writer.execute(
            """
            UPDATE token SET used_at = \(moment) WHERE digest = \(Hexadecimal.digest(secret))
            AND account = \(account) AND used_at IS NULL AND expires_at > \(moment)
            """) == 1
    }

    static func use(allOf account: String, at moment: Int64, _ writer: Writer) throws {
        try writer.execute(
            "UPDATE token SET used_at = \(moment) WHERE account = \(account) AND used_at IS NULL")
    }

    static func sweep(_ now: Int64, _ writer: Writer) throws {
        try writer.execute("DELETE FROM token WHERE expires_at < \(now - 30 * Micros.day)")
    }
}
