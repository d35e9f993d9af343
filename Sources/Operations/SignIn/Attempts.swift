@_spi(Operations) import Ledger

/// Sign-ins that failed, by address typed and by network address, both only as codes that cannot be read back.
///
/// From the fifth failure on each further one doubles the wait, up to a quarter of an hour; a day without failure
/// forgets. The same for addresses that have no account, so that nobody learns which have.
public struct Attempts: Sendable {
    let ledger: Ledger
    let clock: Clock
    let key: AreaKey

    /// Where attempts are counted; what is typed never names a scope of another kind.
    public enum Scope: Sendable, Hashable {
        /// The account's address as it was typed, whether there is such an account or not.
        case address(String)
        /// The codes of an account, by its id.
        case code(String)
        /// The present password of an account that is signed in, by its id.
        case password(String)
        /// Records looked for by an account in an emergency, by its id.
        case emergency(String)
        /// The network address that the request came from.
        case network(String)

        var name: String {
            switch self {
            case .address(let text): "address \(text.lowercased())"
            case .code(let id): "code \(id)"
            case .password(let id): "password \(id)"
            case .emergency(let id): "emergency \(id)"
            case .network(let text): "network \(text)"
            }
        }

        /// How many failures are free: many people may share one network address.
        var free: Int {
            if case .network = self { 49 } else { 4 }
        }
    }

    private static let firstWait = 30 * Micros.second
    private static let longestWait = 15 * Micros.minute
    private static let memory = Micros.day

    /// The wait after so many failures beyond the free ones.
    static func wait(after failures: Int) -> Int64 {
        guard failures > 0 else { return 0 }
        return min(longestWait, firstWait << Int64(min(failures - 1, 20)))
    }

    /// Counts an attempt as failed before it is made, so that many at once do not pass together.
    ///
    /// - Returns: how long it has to wait instead, in microseconds; 0 where it may be made.
    public func reserve(_ scopes: [Scope]) async throws -> Int64 {
        let now = clock.now
        return try await ledger.operate { [self] writer in
            let longest = try scopes.map { try wait(for: $0, now, writer) }.max() ?? 0
            guard longest == 0 else { return longest }
            for scope in scopes { try count(scope, now, writer) }
            return 0
        }
    }

    private func wait(for scope: Scope, _ now: Int64, _ writer: Writer) throws -> Int64 {
        let row = try writer.reader.first(
            "SELECT failures, last_at FROM sign_in_attempt WHERE scope = \(code(scope))"
        ) { ($0.integer(0), Int64($0.integer(1))) }
        guard let row, now < row.1 + Self.memory else { return 0 }
        return max(0, row.1 + Self.wait(after: row.0 - scope.free) - now)
    }

    private func count(_ scope: Scope, _ now: Int64, _ writer: Writer) throws {
        let code = code(scope)
        try writer.execute(
            "DELETE FROM sign_in_attempt WHERE scope = \(code) AND last_at < \(now - Self.memory)")
        try writer.execute(
            """
            INSERT INTO sign_in_attempt VALUES (\(code), 1, \(now))
            ON CONFLICT (scope) DO UPDATE SET failures = sign_in_attempt.failures + 1, last_at = \(now)
            """)
    }

    /// Takes back what was counted of an attempt that was right: all failures of its own, one of its network.
    public func succeeded(_ scopes: [Scope]) async throws {
        try await ledger.operate { [self] writer in
            for scope in scopes {
                if case .network = scope {
                    try writer.execute(
                        """
                        UPDATE sign_in_attempt SET failures = failures - 1
                        WHERE scope = \(code(scope)) AND failures > 0
                        """)
                } else {
                    try writer.execute("DELETE FROM sign_in_attempt WHERE scope = \(code(scope))")
                }
            }
        }
    }

    /// Takes back one attempt that was counted and was no failure; what failed before stays counted.
    public func takeBack(_ scope: Scope) async throws {
        try await ledger.operate { [self] writer in
            try writer.execute(
                """
                UPDATE sign_in_attempt SET failures = failures - 1
                WHERE scope = \(code(scope)) AND failures > 0
                """)
        }
    }

    private func code(_ scope: Scope) -> String { key.code(over: scope.name, for: "sign-in attempts") }

    static func sweep(_ now: Int64, _ writer: Writer) throws {
        try writer.execute("DELETE FROM sign_in_attempt WHERE last_at < \(now - memory)")
    }
}
