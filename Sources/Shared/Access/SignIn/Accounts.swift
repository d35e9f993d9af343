public import CivilTime
public import Ledger
public import People

/// Finds, opens and changes accounts.
public struct Accounts: Sendable {
    let ledger: Ledger

    /// Works on a ledger.
    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// A role to give: from today unless told otherwise.
    public struct Giving: Sendable, Hashable {
        /// The role.
        public var role: Role
        /// The organisation it is held at, where it is held at one.
        public var organisation: String?
        /// The first day; today where it is nil.
        public var from: Day?
        /// The last day, where it is known.
        public var to: Day?

        /// States a role to give.
        public init(_ role: Role, at organisation: String? = nil, from: Day? = nil, to: Day? = nil) {
            self.role = role
            self.organisation = organisation
            self.from = from
            self.to = to
        }

        var fields: String {
            [role.rawValue, organisation ?? "", from?.iso ?? "", to?.iso ?? ""].joined(separator: " ")
        }

        func payload(_ today: Day) throws -> RoleGranted {
            let from = from ?? today
            if let to, to < from { throw AccountRefusal.endsBeforeItBegins(from) }
            return RoleGranted(role: role, from: from, to: to, organisation: organisation)
        }
    }

    /// The author for an action at the terminal, by the address of an account whose role allows it.
    ///
    /// - Throws: ``AccountRefusal``.
    public func author(_ address: MailAddress, for action: Action) async throws -> Author {
        let today = ledger.today
        guard let account = try await account(at: address) else { throw AccountRefusal.unknown }
        let holder = account.holder(on: today)
        guard case .allowed(let role, _) = decide(.account(holder), action) else {
            throw AccountRefusal.notAllowed(action)
        }
        return Author(account: holder.account, role: role?.rawValue, channel: .command)
    }

    /// The account of an address.
    public func account(at address: MailAddress) async throws -> Account? {
        try await ledger.read { snapshot in
            let id = try snapshot.reader.first(
                "SELECT subject_id FROM access_account WHERE address = \(address.text)"
            ) { $0.text(0) }
            return try id.flatMap { try snapshot.state(of: Account.self, $0)?.state }
        }
    }

    /// An account by its id.
    public func account(_ id: String) async throws -> Account? {
        try await ledger.read { try $0.state(of: Account.self, id)?.state }
    }

    /// Opens an account with roles; without an author only where the database has no account yet.
    ///
    /// - Parameters:
    ///   - person: whose it is, a person or a child, where that is recorded.
    ///   - command: made with the form; without one, the digest of the input.
    /// - Returns: the account's id and whether it is the first.
    /// - Throws: ``AccountRefusal``, ``Ledger/LedgerError``.
    public func open(
        _ name: PersonName, _ address: MailAddress, roles: [Giving], person: String? = nil,
        by author: Author?, command: String? = nil
    ) async throws -> (id: String, isFirst: Bool) {
        let fields = ([name.text, address.text, person ?? ""] + roles.map(\.fields)).joined(separator: "\n")
        let id = command ?? "account " + fieldsDigest(fields + "\n" + (author?.account ?? ""))
        let opening = Command(
            id: id, fields: fields, author: author ?? Author(account: nil, role: nil, channel: .command)
        ) { deciding -> String in
            let existing =
                try deciding.lookUp("SELECT COUNT(*) FROM access_account") { $0.integer(0) }.first ?? 0
            if author == nil, existing > 0 { throw AccountRefusal.byWhom }
            try Self.check(roles.map(\.role))
            let id = deciding.newID()
            try deciding.record(
                AccountOpened(name: name, address: address, firstOfDatabase: author == nil ? true : nil),
                on: Account.self, id, day: deciding.today,
                reason: author == nil ? "The first account of this database: opened without an account." : nil
            )
            if let person {
                try deciding.record(
                    AccountHolderNamed(person: person), on: Account.self, id, day: deciding.today)
            }
            for role in roles {
                try deciding.record(
                    role.payload(deciding.today), on: Account.self, id, day: deciding.today)
            }
            return id
        }
        let outcome = try await ledger.commit(opening)
        return (outcome.value, author == nil)
    }

    /// Gives an account a role.
    ///
    /// - Throws: ``AccountRefusal``, ``Ledger/LedgerError``.
    public func give(_ giving: Giving, to account: String, by author: Author, command: String) async throws {
        let fields = [account, giving.fields].joined(separator: "\n")
        _ = try await ledger.commit(
            Command(id: command, fields: fields, author: author) { deciding -> Bool in
                if author.account == account { throw AccountRefusal.ownRoles }
                guard let state = try deciding.state(of: Account.self, account)?.state else {
                    throw AccountRefusal.gone
                }
                guard state.closedOn == nil else { throw AccountRefusal.closed }
                let granted = try giving.payload(deciding.today)
                let others = state.grants.filter { other in
                    granted.from <= other.to ?? granted.from && other.from <= granted.to ?? other.from
                }
                try Self.check(others.map(\.role) + [giving.role])
                try deciding.record(granted, on: Account.self, account, day: deciding.today)
                return true
            })
    }

    /// Gives one of an account's roles a last day, which may have passed or be to come.
    ///
    /// - Throws: ``AccountRefusal``, ``Ledger/LedgerError``.
    public func end(
        _ grant: String, of account: String, on day: Day, reason: String?, by author: Author, command: String
    ) async throws {
        let fields = [account, grant, day.iso, reason ?? ""].joined(separator: "\n")
        _ = try await ledger.commit(
            Command(id: command, fields: fields, author: author) { deciding -> Bool in
                if author.account == account { throw AccountRefusal.ownRoles }
                let state = try deciding.state(of: Account.self, account)?.state
                guard let role = state?.grants.first(where: { $0.id == grant }) else {
                    throw AccountRefusal.gone
                }
                guard day >= role.from else { throw AccountRefusal.endsBeforeItBegins(role.from) }
                if role.role == .administrator { try Self.keepAdministrator(besides: account, &deciding) }
                try deciding.record(
                    RoleEnded(grant: grant, to: day), on: Account.self, account, day: deciding.today,
                    reason: reason)
                return true
            })
    }

    /// Nobody who gives out access comes near what it opens.
    private static func check(_ roles: [Role]) throws {
        let reaching = Set(roles).filter { !$0.isFamily && Action.viewChild.reaches[$0] != nil }
        if roles.contains(.administrator), !reaching.isEmpty { throw AccountRefusal.administratorWithRecords }
    }

    static func keepAdministrator(besides account: String, _ deciding: inout Deciding) throws {
        let others = try deciding.lookUp(
            """
            SELECT COUNT(*) FROM access_role AS role
            JOIN access_account AS account ON account.subject_id = role.subject_id
            WHERE role.role = \(Role.administrator.rawValue) AND role.subject_id <> \(account)
            AND account.closed_day IS NULL AND role.from_day <= \(deciding.today) AND role.to_day IS NULL
            """
        ) { $0.integer(0) }
        if others.first == 0 { throw AccountRefusal.lastAdministrator }
    }
}
