/// Who is asking.
public enum Visitor: Sendable, Hashable {
    /// Nobody known.
    case nobody
    /// The holder of an account.
    case account(AccountHolder)

    /// The account's id, where there is one.
    public var account: String? {
        if case .account(let holder) = self { holder.account } else { nil }
    }

    /// The roles that hold today.
    public var roles: Set<Role> {
        if case .account(let holder) = self { Set(holder.grants.map(\.role)) } else { [] }
    }
}

/// The holder of an account, with the roles that hold today.
public struct AccountHolder: Sendable, Hashable {
    /// A role that holds today, and the organisation it is held at.
    public struct Grant: Sendable, Hashable {
        /// The role.
        public let role: Role
        /// The organisation, where the role is held at one.
        public let organisation: String?

        /// States a role.
        public init(_ role: Role, at organisation: String? = nil) {
            self.role = role
            self.organisation = organisation
        }
    }

    /// The account's id.
    public let account: String
    /// The person, or the child, whose account it is; nil where that was not recorded.
    public let person: String?
    /// The roles, in the order in which one that fits is taken.
    public let grants: [Grant]

    /// States who somebody is.
    public init(account: String, person: String? = nil, grants: [Grant]) {
        self.account = account
        self.person = person
        let order = Dictionary(
            Role.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.grants = grants.sorted {
            (order[$0.role] ?? 0, $0.organisation ?? "") < (order[$1.role] ?? 0, $1.organisation ?? "")
        }
    }

    /// The ids by which involvements name the holder in a role.
    func names(in grant: Grant) -> [String] { [person, grant.organisation].compactMap { $0 } }
}
