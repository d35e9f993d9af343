public import Ledger
public import Operations
import People

/// Choosing a password and setting up a second factor; each change is an entry of the account.
public struct OwnCredentials: Sendable {
    let ledger: Ledger
    let operations: Operations
    let hashing: PasswordHashing

    /// Works on a ledger and its operational tables.
    public init(_ ledger: Ledger, _ operations: Operations, _ hashing: PasswordHashing) {
        self.ledger = ledger
        self.operations = operations
        self.hashing = hashing
    }

    /// What became of choosing a password.
    public enum Choice: Sendable, Hashable {
        case chosen
        /// The link works no more.
        case link(Tokens.Found)
        /// The present password was not given rightly.
        case wrongPassword
        /// What is wrong with the new one, in words that follow “Your password …”.
        case unfit(String)
        /// Too many wrong ones: how many minutes to wait.
        case wait(minutes: Int)
    }

    /// The account whose credentials they are.
    public func account(_ id: String) async throws -> Account? { try await Accounts(ledger).account(id) }

    /// Chooses a password by a link that acts once.
    public func choose(_ password: String, link secret: String, command: String) async throws -> Choice {
        let found = try await operations.tokens.find(secret)
        guard case .live(_, let id) = found, let account = try await Accounts(ledger).account(id),
            account.closedOn == nil
        else { return .link(found) }
        return try await set(password, of: account, link: secret, command)
    }

    /// Changes one's own password; all sessions end.
    public func change(
        _ password: String, from present: String, of id: String, command: String
    ) async throws -> Choice {
        guard let account = try await Accounts(ledger).account(id) else { return .wrongPassword }
        if let minutes = try await operations.attempts.minutesToWait([.password(id)]) {
            return .wait(minutes: minutes)
        }
        let standing = try await operations.credentials.standing(of: id)
        guard try await hashing.confirms(present, standing.password) else { return .wrongPassword }
        try await operations.attempts.succeeded([.password(id)])
        return try await set(password, of: account, link: nil, command)
    }

    private func set(
        _ password: String, of account: Account, link: String?, _ command: String
    ) async throws -> Choice {
        let known = [account.name?.text, account.address?.text].compactMap { $0 }
        if let problem = PasswordRule.problem(password, known: known) { return .unfit(problem) }
        let hash = try await hashing.hash(password)
        let change: CredentialChanged.Change = account.hasPassword ? .changed : .set
        let recording = self.recording(.password, change, of: account.id, command)
        do {
            _ = try await ledger.commit(
                operations.credentials.setting(hash, of: account.id, link: link, in: recording))
            return .chosen
        } catch is Credentials.AlreadyDone {
            return .link(.used)
        }
    }

    /// What became of confirming a second factor.
    public enum Confirmation: Sendable, Hashable {
        /// It is set up: the recovery codes, to be shown once, and the secret of the session that begins.
        case confirmed([String], session: String)
        /// The code is not right.
        case refused
        /// One is set up already.
        case already
        /// Too many wrong codes: how many minutes to wait.
        case wait(minutes: Int)
    }

    /// Confirms the second factor that a session is setting up by one of its codes; all sessions end, and a
    /// new one begins.
    public func confirmSecondFactor(
        _ typed: String, of account: String, session: String, command: String
    ) async throws -> Confirmation {
        let credentials = operations.credentials
        if let minutes = try await operations.attempts.minutesToWait([.code(account)]) {
            return .wait(minutes: minutes)
        }
        guard let step = credentials.step(of: typed, session: session) else { return .refused }
        try await operations.attempts.succeeded([.code(account)])
        let codes = credentials.newRecoveryCodes()
        let recording = self.recording(.secondFactor, .set, of: account, command)
        do {
            _ = try await ledger.commit(
                credentials.confirmingSecondFactor(
                    of: account, session: session, step: step, recovery: codes, in: recording))
        } catch is Credentials.AlreadyDone {
            return .already
        }
        return .confirmed(codes, session: try await operations.sessions.begin(account, .open))
    }

    private func recording(
        _ what: CredentialChanged.What, _ change: CredentialChanged.Change, of account: String,
        _ command: String, by author: Author? = nil, reason: String? = nil
    ) -> Command<Bool> {
        let author = author ?? Author(account: account, role: nil, channel: .web)
        return Command(id: command, fields: "\(account) \(what.rawValue)", author: author) { deciding in
            guard let state = try deciding.state(of: Account.self, account)?.state else {
                throw AccountRefusal.gone
            }
            guard state.closedOn == nil else { throw AccountRefusal.closed }
            try deciding.record(
                CredentialChanged(what: what, change: change), on: Account.self, account,
                day: deciding.today, reason: reason)
            return true
        }
    }

    /// Takes away a second factor that its holder has lost; a new one is set up at the next sign-in.
    public func revokeSecondFactor(
        of account: String, reason: String, by author: Author, command: String
    ) async throws {
        if author.account == account { throw AccountRefusal.ownRoles }
        let recording = self.recording(
            .secondFactor, .revoked, of: account, command, by: author, reason: reason)
        _ = try await ledger.commit(
            operations.credentials.revokingSecondFactor(of: account, in: recording))
    }

    /// Closes an account: its sessions, links and credentials are gone; or opens it again.
    public func admit(
        _ isOpen: Bool, account: String, reason: String, by author: Author, command: String
    ) async throws {
        let admission = Command(
            id: command, fields: "\(account) \(isOpen) \(reason)", author: author
        ) { deciding -> Bool in
            if author.account == account { throw AccountRefusal.ownRoles }
            guard let state = try deciding.state(of: Account.self, account)?.state else {
                throw AccountRefusal.gone
            }
            if !isOpen, state.roles(on: deciding.today).contains(.administrator) {
                try Accounts.keepAdministrator(besides: account, &deciding)
            }
            try deciding.record(
                AccountAdmission(isOpen: isOpen), on: Account.self, account, day: deciding.today,
                reason: reason)
            guard !isOpen else { return true }
            for what in [CredentialChanged.What.password, .secondFactor] {
                try deciding.record(
                    CredentialChanged(what: what, change: .revoked), on: Account.self, account,
                    day: deciding.today)
            }
            return true
        }
        _ = try await ledger.commit(
            isOpen ? admission : operations.credentials.revoking(account: account, in: admission))
    }
}
