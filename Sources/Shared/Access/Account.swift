public import CivilTime
public import Ledger
public import People

/// An account was opened.
struct AccountOpened: Payload {
    static let kind = "account.opened"
    var name: PersonName
    var address: MailAddress
    /// Set on the first account of a database, which nobody could have authorised.
    var firstOfDatabase: Bool?
}

/// A role was given, from a day and, where known, to one.
struct RoleGranted: Payload {
    static let kind = "account.role-granted"
    var role: Role
    var from: Day
    var to: Day?
}

/// An account: who may sign in, and in which roles over time.
public struct Account: Subject {
    /// The subject kind.
    public static let kind = "account"
    /// Opening, then roles.
    public static let entryKinds: [EntryKind<Account>] = [
        EntryKind(AccountOpened.self) { account, opened in
            account.name = opened.data.name
            account.address = opened.data.address
            account.isFirst = opened.data.firstOfDatabase ?? false
        },
        EntryKind(RoleGranted.self) { account, granted in account.grants.append(granted.data) },
    ]
    /// The accounts and their roles.
    public static let tables = [accounts, roles]
    /// See ``Ledger/Subject/derivation``.
    public static let derivation = 1

    static let accounts = Table(
        "access_account", [.text("name"), .text("address")],
        uniques: [Unique(["address"], refusal: "There is already an account with this address.")])
    static let roles = Table(
        "access_role", [.text("role"), .integer("from_day"), .optionalInteger("to_day")],
        indexes: [["subject_id"]])

    let id: String
    /// The holder's name.
    public private(set) var name: PersonName?
    /// The address it is known by.
    public private(set) var address: MailAddress?
    /// Whether it is the first account of its database, opened by nobody.
    public private(set) var isFirst = false
    /// What the fold found wrong.
    public private(set) var problems: [Problem] = []
    private var grants: [RoleGranted] = []

    /// An account before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { problems.append(problem) }

    /// The roles that hold on a day.
    public func roles(on day: Day) -> Set<Role> {
        Set(grants.filter { $0.from <= day && day <= $0.to ?? day }.map(\.role))
    }

    /// One row of the account, one of each role.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let name, let address else { return [] }
        let account = Row(Self.accounts, [name.text, address.text])
        return [account]
            + grants.enumerated().map { index, grant in
                Row(Self.roles, key: "\(index)", [grant.role.rawValue, grant.from, grant.to])
            }
    }

    /// Accounts are not counted.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] { [] }
}
