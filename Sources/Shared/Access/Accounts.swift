public import Ledger
public import People

/// Why something about an account was refused.
public enum AccountRefusal: Explained, Equatable {
    /// The address names no account.
    case unknown
    /// The account's roles do not allow the action.
    case notAllowed(Action)
    /// Nobody was named, and the database has accounts already.
    case byWhom

    /// What happened and what to do next.
    public var forPerson: String {
        switch self {
        case .unknown: "There is no account with this address."
        case .notAllowed(let action): "This account has no role that allows it (\(action.id))."
        case .byWhom: "This database has accounts already: say by which of them, with --by ADDRESS."
        }
    }

    /// The same, without the address.
    public var forOperator: String {
        switch self {
        case .unknown: "unknown account"
        case .notAllowed(let action): "not allowed: \(action.id)"
        case .byWhom: "no account named"
        }
    }
}

/// Finds and opens accounts.
public struct Accounts: Sendable {
    private let ledger: Ledger

    /// Works on a ledger.
    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// The author for an action at the terminal, by the address of an account whose role allows it.
    ///
    /// - Throws: ``AccountRefusal``.
    public func author(_ address: MailAddress, for action: Action) async throws -> Author {
        let today = ledger.today
        let found = try await ledger.read { snapshot -> (id: String, roles: Set<Role>)? in
            let id = try snapshot.reader.first(
                "SELECT subject_id FROM access_account WHERE address = \(address.text)"
            ) { $0.text(0) }
            guard let id, let account = try snapshot.state(of: Account.self, id) else { return nil }
            return (id, account.state.roles(on: today))
        }
        guard let found else { throw AccountRefusal.unknown }
        guard case .allowed(let role) = decide(.account(id: found.id, roles: found.roles), action) else {
            throw AccountRefusal.notAllowed(action)
        }
        return Author(account: found.id, role: role?.rawValue, channel: .command)
    }

    /// Opens an account with roles; without an author only where the database has no account yet.
    ///
    /// - Returns: the account's id and whether it is the first.
    /// - Throws: ``AccountRefusal``, ``Ledger/LedgerError``.
    public func open(
        _ name: PersonName, _ address: MailAddress, roles: Set<Role>, by author: Author?
    ) async throws -> (id: String, isFirst: Bool) {
        let roles = roles.sorted { $0.rawValue < $1.rawValue }
        let fields = ([name.text, address.text] + roles.map(\.rawValue)).joined(separator: "\n")
        let command = Command(
            id: "account " + fieldsDigest([fields, author?.account ?? ""].joined(separator: "\n")),
            fields: fields,
            author: author ?? Author(account: nil, role: nil, channel: .command)
        ) { deciding -> String in
            let existing =
                try deciding.lookUp("SELECT COUNT(*) FROM access_account") { $0.integer(0) }.first ?? 0
            if author == nil, existing > 0 { throw AccountRefusal.byWhom }
            let id = deciding.newID()
            try deciding.record(
                AccountOpened(name: name, address: address, firstOfDatabase: author == nil ? true : nil),
                on: Account.self, id, day: deciding.today,
                reason: author == nil ? "The first account of this database: opened without an account." : nil
            )
            for role in roles {
                try deciding.record(
                    RoleGranted(role: role, from: deciding.today), on: Account.self, id, day: deciding.today)
            }
            return id
        }
        let outcome = try await ledger.commit(command)
        return (outcome.value, author == nil)
    }
}
