import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// One child's record as somebody may see it at one moment.
struct FoundChild: Sendable {
    let child: Child
    let version: Int
    let permission: Permission
    let sight: Sight
    let names: Names

    var id: String { child.id }
    /// What the child is called, as headings say it.
    var title: String { child.name?.short ?? "" }
    /// That the record itself is opened, in the role that allows it.
    var opened: ShownChildren { ShownChildren(opened: [child.id], as: permission) }
}

/// A record, or where it went on.
enum Found<Value: Sendable>: Sendable {
    case here(Value)
    /// It was merged into the record with this id.
    case moved(String)
}

extension Request {
    var asking: Asking { Asking(visitor: visitor, moment: moment) }
}

extension Snapshot {
    /// Decides about one child's record and, where that is allowed, makes something of it.
    ///
    /// - Throws: ``PageError/notFound`` where there is no such record, and where it may not be seen.
    func open<Value: Sendable>(
        _ id: String, for action: Action, _ asking: Asking, _ make: (FoundChild) throws -> Value
    ) throws -> Found<Value> {
        let survivor = try survivor(of: SubjectID(kind: Child.kind, id: id)).id
        let permission = try decide(asking.visitor, action, child: survivor, at: asking.moment)
        guard permission.isAllowed, let found = try state(of: Child.self, survivor), found.state.name != nil
        else { throw PageError.notFound }
        if survivor != id { return .moved(survivor) }
        let view = try decide(asking.visitor, .viewChild, child: survivor, at: asking.moment)
        return .here(
            try make(
                FoundChild(
                    child: found.state, version: found.version, permission: permission,
                    sight: try Sight(
                        view.isAllowed ? view : permission, of: survivor, asking, self),
                    names: try Names(of: found.state, reader))))
    }
}

extension Ledger {
    /// Opens one child's record for an action, in one snapshot, and answers with what is made of it; a merged
    /// one leads to where it went on.
    func answer<Value: Sendable>(
        _ id: String, for action: Action, _ request: Request, movedTo link: (String) -> Link,
        _ make: @escaping @Sendable (FoundChild, Snapshot) throws -> Value,
        _ reply: (Value) async throws -> Reply
    ) async throws -> Reply {
        let asking = request.asking
        let found = try await read { snapshot in
            try snapshot.open(id, for: action, asking) { try make($0, snapshot) }
        }
        switch found {
        case .moved(let survivor): return .seeOther(link(survivor))
        case .here(let value): return try await reply(value)
        }
    }
}

extension Request {
    /// The author of what is recorded on one child, in the role that allows it there.
    ///
    /// - Throws: ``PageError/notFound`` where none does.
    func author(as permission: Permission) throws -> Author {
        guard let account = visitor.account, permission.isAllowed else { throw PageError.notFound }
        return Author(account: account, role: permission.role?.rawValue, channel: .web)
    }
}
