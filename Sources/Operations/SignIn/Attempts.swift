@_spi(Operations) import Ledger

/// Sign-ins that failed, by address typed and by network address, both only as codes that cannot be read back.
///
/// From the fifth failure on each further one doubles the wait, up to a quarter of an hour; a day without failure
/// forgets. The same for addresses that have no account, so that nobody learns which have.
public struct Attempts: Sendable {
    let ledger: Ledger
    let clock: Clock
    let key: AreaKey

    /// Where attempts are counted.
    public enum Scope: Sendable, Hashable {
        /// The account's address as it was typed.
        case account(String)
        /// The network address that the request came from.
        case network(String)

        var name: String {
            switch self {
            case .account(let text): "account \(text.lowercased())"
            case .network(let text): "network \(text)"
            }
        }

        /// How many failures are free: many people may share one network address.
        var free: Int {
            switch self {
            case .account: 4
            case .network: 49
            }
        }
    }

    private static let firstWait = 30 * Micros.second
    private static let longestWait = 15 * Micros.minute
    private static let memory = Micros.day

    /// How long the next attempt has to wait, in microseconds; 0 where it need not.
    public func wait(_ scopes: [Scope]) async throws -> Int64 {
        let now = clock.now
        return try await ledger.read { [self] snapshot in
            try scopes.map { scope in
                let row = try snapshot.reader.first(
                    "SELECT failures, last_at FROM sign_in_attempt WHERE scope = \(code(scope))"
                ) { ($0.integer(0), Int64($0.integer(1))) }
                guard let row, now < row.1 + Self.memory else { return 0 }
                return max(0, row.1 + Self.wait(after: row.0 - scope.free) - now)
            }.max() ?? 0
        }
    }

    /// The wait after so many failures beyond the free ones.
    static func wait(after failures: Int) -> Int64 {
        guard failures > 0 else { return 0 }
        return min(longestWait, firstWait << Int64(min(failures - 1, 20)))
    }

    /// Counts a failure.
    public func failed(_ scopes: [Scope]) async throws {
        let now = clock.now
        try await ledger.operate { [self] writer in
            for scope in scopes {
                let code = code(scope)
                try writer.execute(
                    "DELETE FROM sign_in_attempt WHERE scope = \(code) AND last_at < \(now - Self.memory)")
                try writer.execute(
                    """
                    INSERT INTO sign_in_attempt VALUES (\(code), 1, \(now))
                    ON CONFLICT (scope) DO UPDATE SET failures = sign_in_attempt.failures + 1, last_at = \(now)
                    """)
            }
        }
    }

    /// Forgets the failures of an account that has signed in; those of its network stay.
    public func succeeded(_ scope: Scope) async throws {
        try await ledger.operate { [self] writer in
            try writer.execute("DELETE FROM sign_in_attempt WHERE scope = \(code(scope))")
        }
    }

    private func code(_ scope: Scope) -> String { key.code(over: scope.name, for: "sign-in attempts") }

    static func sweep(_ now: Int64, _ writer: Writer) throws {
        try writer.execute("DELETE FROM sign_in_attempt WHERE last_at < \(now - memory)")
    }
}
