public import Ledger
import People

/// What somebody would do is not for them, or no longer: answered as if there were nothing there.
public struct NotThere: Error, Sendable, Hashable {
    /// States that there is nothing there for who asks.
    public init() {}
}

/// The role in which somebody began is not the one in which they may go on.
public enum RoleChanged: Refusal, Hashable {
    /// They may go on in another role, which the entries must then name.
    case meanwhile

    /// What happened and what to do next.
    public var forPerson: String { "Your role has changed since you opened the page. Send it again." }
    /// The same.
    public var forOperator: String { "role changed between form and commit" }
}

extension Deciding {
    /// Decides again, on what stands as this is committed, whether the author may do what the form asked for.
    ///
    /// Between the page and the commit a role may have ended, an account been closed, a record been restricted,
    /// merged or given to another team, an access in an emergency been over.
    ///
    /// - Parameters:
    ///   - action: what is done, in the role that the author states.
    ///   - others: what it needs besides, in any of the author's roles.
    ///   - child: the child it is done with; nil where the action is not about one.
    ///   - moment: the moment of asking.
    /// - Throws: ``NotThere``; ``RoleChanged`` where the author may do it, but in another role than stated.
    public mutating func admit(
        _ author: Author, to action: Action, and others: Set<Action> = [], child: String? = nil,
        at moment: Moment
    ) throws {
        let visitor = try visitor(author)
        guard case .allowed(let role, _) = try permission(visitor, action, child, moment) else {
            throw NotThere()
        }
        for other in others {
            guard try permission(visitor, other, child, moment).isAllowed else { throw NotThere() }
        }
        guard role?.rawValue == author.role else { throw RoleChanged.meanwhile }
    }

    /// The author as they stand today; nobody where there is no such account.
    public mutating func visitor(_ author: Author) throws -> Visitor {
        guard let id = author.account, let account = try state(of: Account.self, id)?.state else {
            return .nobody
        }
        return .account(account.holder(on: today))
    }

    private mutating func permission(
        _ visitor: Visitor, _ action: Action, _ child: String?, _ moment: Moment
    ) throws -> Permission {
        guard let child else {
            // What is about a child is never decided without one.
            return action.part == nil ? Access.decide(visitor, action) : .refused(.notInvolved)
        }
        return try look { snapshot in
            let survivor = try snapshot.survivor(of: SubjectID(kind: Child.kind, id: child)).id
            return try snapshot.decide(visitor, action, child: survivor, at: moment)
        }
    }
}
