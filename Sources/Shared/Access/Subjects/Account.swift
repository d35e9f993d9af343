public import CivilTime
public import Ledger
public import People

/// An account: who may sign in, as whom, and in which roles over time.
public struct Account: Subject {
    /// The subject kind.
    public static let kind = "account"
    /// Opening, whose it is, roles, credentials, closing.
    public static let entryKinds: [EntryKind<Account>] = [
        EntryKind(AccountOpened.self) { account, opened in
            account.name = opened.data.name
            account.address = opened.data.address
            account.isFirst = opened.data.firstOfDatabase ?? false
        },
        EntryKind(AccountHolderNamed.self) { account, named in account.person = named.data.person },
        EntryKind(RoleGranted.self) { account, granted in
            account.grants.append(
                Grant(
                    id: granted.id, role: granted.data.role, organisation: granted.data.organisation,
                    from: granted.data.from, to: granted.data.to))
        },
        EntryKind(RoleEnded.self) { account, ended in account.end(ended) },
        EntryKind(CredentialChanged.self) { account, changed in
            account.credentials[changed.data.what] = changed.data.change
        },
        EntryKind(AccountAdmission.self) { account, admission in
            account.closedOn = admission.data.isOpen ? nil : admission.day
        },
    ]
    /// The accounts and their roles.
    public static let tables = [accounts, roles]
    /// See ``Ledger/Subject/derivation``.
    public static let derivation = 2

    static let accounts = Table(
        "access_account",
        [.text("name"), .text("address"), .optionalText("person"), .optionalInteger("closed_day")],
        indexes: [["person"]],
        uniques: [Unique(["address"], refusal: "There is already an account with this address.")])
    static let roles = Table(
        "access_role",
        [.text("role"), .optionalText("organisation"), .integer("from_day"), .optionalInteger("to_day")],
        indexes: [["subject_id"]])

    /// A role over days.
    public struct Grant: Sendable, Hashable {
        /// The entry that gave it.
        public let id: String
        /// The role.
        public let role: Role
        /// The organisation it is held at, where it is held at one.
        public let organisation: String?
        /// The first day.
        public let from: Day
        /// The last day; nil while none is set.
        public fileprivate(set) var to: Day?

        /// Whether it holds on a day.
        public func holds(on day: Day) -> Bool { from <= day && day <= to ?? day }
    }

    /// The subject id.
    public let id: String
    /// The holder's name.
    public private(set) var name: PersonName?
    /// The address it is known by.
    public private(set) var address: MailAddress?
    /// The person or the child whose account it is, where recorded.
    public private(set) var person: String?
    /// Whether it is the first account of its database, opened by nobody.
    public private(set) var isFirst = false
    /// Every role ever given.
    public private(set) var grants: [Grant] = []
    /// The day it was closed; nil while it is open.
    public private(set) var closedOn: Day?
    /// What the fold found wrong.
    public private(set) var problems: [Problem] = []
    private var credentials: [CredentialChanged.What: CredentialChanged.Change] = [:]

    /// An account before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { problems.append(problem) }

    private mutating func end(_ ended: Recorded<RoleEnded>) {
        guard let index = grants.firstIndex(where: { $0.id == ended.data.grant }) else {
            return note(Problem("A role was ended that was never given.", entries: [ended.id]))
        }
        grants[index].to = ended.data.to
    }

    /// The roles that hold on a day; none where the account is closed.
    public func roles(on day: Day) -> Set<Role> { Set(standing(on: day).map(\.role)) }

    /// The roles that hold on a day, with their organisations; none where the account is closed.
    public func standing(on day: Day) -> [Grant] {
        closedOn == nil ? grants.filter { $0.holds(on: day) } : []
    }

    /// The holder as they stand on a day.
    public func holder(on day: Day) -> AccountHolder {
        AccountHolder(
            account: id, person: person,
            grants: standing(on: day).map { AccountHolder.Grant($0.role, at: $0.organisation) })
    }

    /// Whether a password was ever chosen and not revoked since.
    public var hasPassword: Bool { credentials[.password].map { $0 != .revoked } ?? false }
    /// Whether a second factor is set up.
    public var hasSecondFactor: Bool { credentials[.secondFactor].map { $0 != .revoked } ?? false }

    /// One row of the account, one of each role.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let name, let address else { return [] }
        return [Row(Self.accounts, [name.text, address.text, person, closedOn])]
            + grants.map {
                Row(Self.roles, key: $0.id, [$0.role.rawValue, $0.organisation, $0.from, $0.to])
            }
    }

    /// Accounts are not counted.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] { [] }
}
