import Crypto
import Foundation
@_spi(Operations) public import Ledger

/// What accounts prove themselves with: a password's hash, a second factor, recovery codes.
///
/// That a credential was set, changed or revoked is an entry of the account, in the same transaction; the secret
/// never is. Kept as long as the account may sign in.
public struct Credentials: Sendable {
    let ledger: Ledger
    let keys: WrappedKeys
    let clock: Clock
    let key: AreaKey

    /// How an account proves itself.
    public struct Standing: Sendable, Hashable {
        /// The password's hash; nil where none was ever chosen.
        public let password: PasswordHash?
        /// Whether a code of the moment is asked for after the password.
        public let hasSecondFactor: Bool
    }

    /// How an account proves itself now.
    public func standing(of account: String) async throws -> Standing {
        try await ledger.read { snapshot in
            let found = try snapshot.reader.first(
                "SELECT password, totp_confirmed FROM credential WHERE account = \(account)"
            ) { Standing(password: $0.textOrNil(0).map(PasswordHash.init), hasSecondFactor: $0.flag(1)) }
            return found ?? Standing(password: nil, hasSecondFactor: false)
        }
    }

    /// The command, with the account's password set in its transaction; every session of the account ends and
    /// every link to choose a password stops working.
    ///
    /// - Parameter link: the secret of the link by which it was chosen, which is used up.
    /// - Throws: at the commit ``AlreadyDone``, where the link does not work any more.
    public func setting<Value>(
        _ hash: PasswordHash, of account: String, link: String? = nil, in command: Command<Value>
    ) -> Command<Value> {
        let now = clock.now
        return command.alongside { writer in
            if let link, try !Tokens.use(link, of: account, at: now, writer) { throw AlreadyDone() }
            try Self.make(account, writer)
            try writer.execute(
                """
                UPDATE credential SET password = \(hash.text), password_set_at = \(now) WHERE account = \(account)
                """)
            try Sessions.end(allOf: account, writer)
            try Tokens.use(allOf: account, at: now, writer)
        }
    }

    /// The command, with all the account's credentials and sessions deleted in its transaction.
    public func revoking<Value>(account: String, in command: Command<Value>) -> Command<Value> {
        let (keys, now) = (keys, clock.now)
        return command.alongside { writer in
            try writer.execute("DELETE FROM credential WHERE account = \(account)")
            try writer.execute("DELETE FROM recovery_code WHERE account = \(account)")
            try keys.forget(Self.keyID(account), writer)
            try Sessions.end(allOf: account, writer)
            try Tokens.use(allOf: account, at: now, writer)
        }
    }

    /// The command, with the account's second factor, recovery codes and sessions deleted in its transaction.
    public func revokingSecondFactor<Value>(of account: String, in command: Command<Value>) -> Command<Value>
    {
        command.alongside { [keys] writer in
            try writer.execute(
                """
                UPDATE credential SET totp_secret = NULL, totp_confirmed = 0, totp_last_step = 0
                WHERE account = \(account)
                """)
            try writer.execute("DELETE FROM recovery_code WHERE account = \(account)")
            try keys.forget(Self.keyID(account), writer)
            try Sessions.end(allOf: account, writer)
        }
    }

    /// The second factor is set up already, or a link was used already; the transaction is undone.
    public struct AlreadyDone: Error {}

    /// The secret that a session is setting up: another for each session, and kept nowhere until confirmed.
    ///
    /// - Parameter session: the session's own secret.
    public func pendingSecondFactor(session: String) -> TimeCode {
        let code = key.code(over: session, for: "second factor being set up")
        return TimeCode(secret: Array((Hexadecimal.bytes(code) ?? []).prefix(20)))
    }

    /// The step of a typed code of this moment by the secret that a session is setting up; nil where it is none.
    public func step(of typed: String, session: String) -> Int64? {
        pendingSecondFactor(session: session).step(of: typed, at: clock.now, after: 0)
    }

    /// Whether a typed code is of this moment and was not used before; it is used up by asking.
    public func takes(_ typed: String, of account: String) async throws -> Bool {
        let now = clock.now
        return try await ledger.operate { [keys] writer in
            let stored = try writer.reader.first(
                "SELECT totp_secret, totp_last_step FROM credential WHERE account = \(account)"
            ) { ($0.textOrNil(0), Int64($0.integer(1))) }
            guard let stored, let sealed = stored.0,
                let secret = try keys.open(sealed, id: Self.keyID(account), writer.reader),
                let step = TimeCode(secret: secret).step(of: typed, at: now, after: stored.1)
            else { return false }
            try writer.execute("UPDATE credential SET totp_last_step = \(step) WHERE account = \(account)")
            return true
        }
    }

    /// The secret of an account's second factor, as it is kept.
    func secondFactor(of account: String) async throws -> TimeCode? {
        try await ledger.read { [keys] snapshot in
            let sealed = try snapshot.reader.first(
                "SELECT totp_secret FROM credential WHERE account = \(account)"
            ) { $0.textOrNil(0) }
            let bytes = try (sealed ?? nil).flatMap {
                try keys.open($0, id: Self.keyID(account), snapshot.reader)
            }
            return bytes.map(TimeCode.init)
        }
    }

    /// The command, with the second factor asked for from now on, and its new recovery codes; every session of
    /// the account ends.
    ///
    /// - Parameters:
    ///   - session: the secret of the session that set it up.
    ///   - step: that of the code by which it is confirmed, which is used up.
    ///   - codes: what ``newRecoveryCodes()`` gave, shown to the holder once.
    /// - Throws: at the commit ``AlreadyDone``, where one is set up.
    public func confirmingSecondFactor<Value>(
        of account: String, session: String, step: Int64, recovery codes: [String], in command: Command<Value>
    ) -> Command<Value> {
        let digests = codes.map { digest(ofRecovery: $0, account) }
        let secret = pendingSecondFactor(session: session).secret
        return command.alongside { [keys] writer in
            try Self.make(account, writer)
            let sealed = try keys.seal(secret, id: Self.keyID(account), writer)
            let changed = try writer.execute(
                """
                UPDATE credential SET totp_secret = \(sealed), totp_confirmed = 1, totp_last_step = \(step)
                WHERE account = \(account) AND totp_confirmed = 0
                """)
            guard changed == 1 else { throw AlreadyDone() }
            try writer.execute("DELETE FROM recovery_code WHERE account = \(account)")
            for digest in digests {
                try writer.execute("INSERT INTO recovery_code VALUES (\(account), \(digest))")
            }
            try Sessions.end(allOf: account, writer)
        }
    }

    /// Ten random codes of 50 bits, each good for one sign-in.
    public func newRecoveryCodes() -> [String] {
        (0..<10).map { _ in
            let digits = Base32.text(SymmetricKey(size: .init(bitCount: 56)).withUnsafeBytes { Array($0) })
            return "\(digits.prefix(5))-\(digits.dropFirst(5).prefix(5))"
        }
    }

    /// Whether a recovery code is one of the account's; it is gone by asking.
    public func takes(recovery typed: String, of account: String) async throws -> Bool {
        let digest = digest(ofRecovery: typed, account)
        return try await ledger.operate { writer in
            try writer.execute(
                "DELETE FROM recovery_code WHERE account = \(account) AND digest = \(digest)") == 1
        }
    }

    /// How many recovery codes are left.
    public func recoveryCodesLeft(of account: String) async throws -> Int {
        try await ledger.read { snapshot in
            try snapshot.reader.first("SELECT COUNT(*) FROM recovery_code WHERE account = \(account)") {
                $0.integer(0)
            } ?? 0
        }
    }

    private func digest(ofRecovery typed: String, _ account: String) -> String {
        let digits = typed.uppercased().filter { $0.isLetter || $0.isNumber }
        return key.code(over: "\(account) \(digits)", for: "recovery codes")
    }

    private static func keyID(_ account: String) -> String { "totp \(account)" }

    private static func make(_ account: String, _ writer: Writer) throws {
        try writer.execute(
            """
            INSERT INTO credential (account, totp_confirmed, totp_last_step) VALUES (\(account), 0, 0)
            ON CONFLICT (account) DO NOTHING
            """)
    }
}
