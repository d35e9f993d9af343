public import CivilTime
import People

/// Whether an action is allowed, in which role and on what basis, or why not.
public enum Permission: Sendable, Hashable {
    case allowed(Role?, Basis)
    case refused(Reason)

    /// Whether it is allowed.
    public var isAllowed: Bool {
        if case .allowed = self { true } else { false }
    }

    /// Why an action is not allowed; for tests and logs, never shown: what must not be seen does not exist.
    public enum Reason: String, Sendable {
        case noAccount = "sign in first"
        case noRole = "none of your roles allows this"
        case notInvolved = "not involved with the child"
        case ownFamily = "a record of one's own family"
        case restricted = "closed to all but named people"
    }
}

/// The basis on which personal data is seen (UK GDPR, Articles 6 and 9; marked to verify by each area's officer).
public enum Basis: String, Sendable, Codable, CaseIterable {
    /// Nothing personal is seen, or one's own.
    case own
    /// A duty of the authority, the NHS or a setting under the Children and Families Act 2014.
    case statutoryDuty
    /// Agreed to by who holds the rights.
    case consent
    /// Somebody's life or safety; opened by the reader with a reason, for a few hours.
    case vitalInterests

    /// The basis in words.
    public var words: String {
        switch self {
        case .own: "their own record"
        case .statutoryDuty: "a legal duty"
        case .consent: "with consent"
        case .vitalInterests: "an emergency"
        }
    }

    static func of(_ role: Role) -> Basis {
        switch role {
        case .parent, .youngPerson: .own
        case .supporter: .consent
        default: .statutoryDuty
        }
    }
}

/// What decides who may open one child's record.
public struct ChildStanding: Sendable, Hashable {
    /// Somebody's or some organisation's involvement.
    public struct Involved: Sendable, Hashable {
        var holder: String
        var kind: Involvement.Kind
        var from: Day
        var to: Day?
    }

    /// A part closed to all but named accounts.
    public struct Restricted: Sendable, Hashable {
        var part: RecordPart
        var from: Day
        var to: Day?
        var named: Set<String>
    }

    /// An account that opened the record in an emergency, until a moment.
    public struct Emergency: Sendable, Hashable {
        var account: String
        var until: Int64
    }

    var involved: [Involved] = []
    var restricted: [Restricted] = []
    /// The people of the child's own family, now or before.
    var family: Set<String> = []
    var emergencies: [Emergency] = []
}

/// The day and the moment of a decision.
public struct Moment: Sendable, Hashable {
    /// Today in London.
    public let today: Day
    /// Microseconds since 1970-01-01 UTC.
    public let now: Int64

    /// States a moment.
    public init(today: Day, now: Int64) {
        self.today = today
        self.now = now
    }
}

/// Decides whether somebody may do something that is not about a child, or to any child at all.
public func decide(_ who: Visitor, _ action: Action) -> Permission {
    switch action.audience {
    case .everyone: return .allowed(nil, .own)
    case .signedIn:
        return who == .nobody ? .refused(.noAccount) : .allowed(nil, .own)
    case .roles(let reaches):
        guard case .account(let holder) = who else { return .refused(.noAccount) }
        let role = holder.grants.first { reaches[$0.role] != nil }?.role
        return role.map { .allowed($0, Basis.of($0)) } ?? .refused(.noRole)
    }
}

/// Decides whether somebody may do something with one child's record.
public func decide(
    _ who: Visitor, _ action: Action, on child: ChildStanding, at moment: Moment
) -> Permission {
    guard let part = action.part else { return decide(who, action) }
    guard case .account(let holder) = who else { return .refused(.noAccount) }
    let fitting = holder.grants.filter { action.reaches[$0.role] != nil }
    guard !fitting.isEmpty else { return .refused(.noRole) }
    let isFamily = holder.person.map(child.family.contains) ?? false
    let admitted = fitting.filter { $0.role.isFamily || !isFamily }
    guard !admitted.isEmpty else { return .refused(.ownFamily) }
    let closed = child.restricted.contains { restriction in
        restriction.isOver(part, on: moment.today) && !restriction.named.contains(holder.account)
    }
    guard !closed else { return .refused(.restricted) }
    for grant in admitted where child.isReached(by: grant, of: holder, action, on: moment.today) {
        return .allowed(grant.role, Basis.of(grant.role))
    }
    if action.admitsEmergency, let worker = admitted.first(where: { !$0.role.isFamily }),
        child.emergencies.contains(where: { $0.account == holder.account && moment.now < $0.until })
    {
        return .allowed(worker.role, .vitalInterests)
    }
    return .refused(.notInvolved)
}

extension ChildStanding {
    fileprivate func isReached(
        by grant: AccountHolder.Grant, of holder: AccountHolder, _ action: Action, on day: Day
    ) -> Bool {
        switch action.reaches[grant.role] {
        case .area: true
        case .involved(let kinds):
            involved.contains { involvement in
                kinds.contains(involvement.kind) && holder.names(in: grant).contains(involvement.holder)
                    && involvement.from <= day && day <= involvement.to ?? day
            }
        case nil: false
        }
    }
}

extension ChildStanding.Restricted {
    fileprivate func isOver(_ part: RecordPart, on day: Day) -> Bool {
        (self.part == .record || self.part == part) && from <= day && day <= to ?? day
    }
}
