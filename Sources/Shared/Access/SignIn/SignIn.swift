import CivilTime
public import Ledger
public import Operations
import People

/// Signing in: a password, then for most roles of work a code of the moment.
public struct SignIn: Sendable {
    let ledger: Ledger
    let operations: Operations
    let hashing: PasswordHashing
    /// Whether the database is a demonstration, where nobody needs to prove anything.
    let isDemonstration: Bool

    /// Works on a ledger and its operational tables.
    public init(
        _ ledger: Ledger, _ operations: Operations, _ hashing: PasswordHashing, isDemonstration: Bool
    ) {
        self.ledger = ledger
        self.operations = operations
        self.hashing = hashing
        self.isDemonstration = isDemonstration
    }

    /// What became of an attempt.
    public enum Outcome: Sendable, Hashable {
        /// Address, password or code is not right; which of them is not said.
        case refused
        /// Too many failures: how many minutes to wait.
        case wait(minutes: Int)
        /// The password is right, but the account has no role today.
        case withoutRole
        /// A session has begun, at a stage.
        case begun(secret: String, Sessions.Stage)
    }

    /// Tries an address and a password.
    ///
    /// - Parameter network: the network address asked from.
    /// - Throws: ``Operations/PasswordHashing/Busy``, ``Ledger/LedgerError``.
    public func enter(_ address: String, _ password: String, from network: String) async throws -> Outcome {
        let scopes: [Attempts.Scope] = [.address(address), .network(network)]
        if let minutes = try await operations.attempts.minutesToWait(scopes) {
            return .wait(minutes: minutes)
        }
        var account: Account?
        if let known = MailAddress(address) { account = try await Accounts(ledger).account(at: known) }
        if account?.closedOn != nil { account = nil }
        let standing: Credentials.Standing? =
            if let account { try await operations.credentials.standing(of: account.id) } else { nil }
        // Hashed also where there is no account, so that the time taken tells nothing.
        let isRight = try await hashing.confirms(
            String(password.unicodeScalars.prefix(1_000)), standing?.password)
        guard isRight, let account, let standing else { return .refused }
        try await operations.attempts.succeeded(scopes)
        return try await begin(account, hasSecondFactor: standing.hasSecondFactor)
    }

    private func begin(_ account: Account, hasSecondFactor: Bool) async throws -> Outcome {
        let roles = account.roles(on: ledger.today)
        guard !roles.isEmpty else { return .withoutRole }
        let stage: Sessions.Stage =
            if hasSecondFactor {
                .awaitingCode
            } else if roles.contains(where: \.needsSecondFactor) {
                .settingUp
            } else {
                .open
            }
        return .begun(secret: try await operations.sessions.begin(account.id, stage), stage)
    }

    /// Tries a code of the moment, or a recovery code, for a session that waits for one.
    public func enter(code typed: String, session secret: String, from network: String) async throws
        -> Outcome
    {
        guard case .live(let account, .awaitingCode) = try await operations.sessions.find(secret) else {
            return .refused
        }
        let scopes: [Attempts.Scope] = [.code(account), .network(network)]
        if let minutes = try await operations.attempts.minutesToWait(scopes) {
            return .wait(minutes: minutes)
        }
        var isRight = try await operations.credentials.takes(typed, of: account)
        if !isRight { isRight = try await operations.credentials.takes(recovery: typed, of: account) }
        guard isRight, let opened = try await operations.sessions.renew(secret, as: .open) else {
            return .refused
        }
        try await operations.attempts.succeeded(scopes)
        return .begun(secret: opened, .open)
    }

    /// Signs in as an account without any proof: for demonstrations alone.
    ///
    /// - Throws: ``Ledger/LedgerError/simulatedTime`` on any other database.
    public func enterDemonstration(as account: String) async throws -> Outcome {
        guard isDemonstration, try await ledger.demonstration() != nil else {
            throw LedgerError.simulatedTime
        }
        guard let found = try await Accounts(ledger).account(account),
            !found.roles(on: ledger.today).isEmpty
        else { return .refused }
        return .begun(secret: try await operations.sessions.begin(account, .open), .open)
    }

    /// The account that a session's secret stands for, its stage, and its holder as of today.
    public func session(_ secret: String) async throws -> (found: Sessions.Found, holder: AccountHolder?) {
        let found = try await operations.sessions.find(secret)
        guard case .live(let id, let stage) = found else { return (found, nil) }
        let today = ledger.today
        guard let account = try await Accounts(ledger).account(id), account.closedOn == nil else {
            return (.none, nil)
        }
        // A role that needs a second factor may have been given since; without one it opens nothing.
        let holder = account.holder(on: today)
        let needs = holder.grants.contains { $0.role.needsSecondFactor } && !account.hasSecondFactor
        guard stage == .open, needs, !isDemonstration else { return (found, stage == .open ? holder : nil) }
        return (.live(account: id, .settingUp), nil)
    }
}

extension Attempts {
    /// Counts an attempt before it is made; where it has to wait instead, how many minutes.
    public func minutesToWait(_ scopes: [Scope]) async throws -> Int? {
        let wait = try await reserve(scopes)
        return wait > 0 ? Int((wait + 59_999_999) / 60_000_000) : nil
    }
}
