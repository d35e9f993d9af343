import Access
import Ledger
import People

/// What somebody sees of one child's record, and may do with it.
struct Sight: Sendable {
    /// The role and the basis of seeing it.
    let permission: Permission
    let isFamily: Bool
    /// Addresses that must not become known.
    private(set) var withheld: Bool
    /// Being looked after, protected or in need.
    private(set) var socialCare: Bool
    let mayEdit: Bool
    let mayMerge: Bool
    let mayMark: Bool
    let mayReadReaders: Bool

    init(_ permission: Permission, of child: String, _ asking: Asking, _ snapshot: Snapshot) throws {
        func may(_ action: Action) throws -> Bool {
            try snapshot.decide(asking.visitor, action, child: child, at: asking.moment).isAllowed
        }
        self.permission = permission
        isFamily = permission.role?.isFamily ?? true
        withheld = try may(.viewWithheldAddress)
        socialCare = try may(.viewSocialCare)
        mayEdit = try may(.editChild)
        mayMerge = try may(.mergeChildren)
        mayMark = try may(.markSafeguarding)
        mayReadReaders = try isFamily && may(.viewReaders)
    }

    /// Whether they are of the authority itself, which is told of what is kept from other agencies.
    var isOfAuthority: Bool {
        switch permission.role {
        case .officer, .decisionMaker, .sendManager, .safeguardingLead, .dsco: true
        default: false
        }
    }

    /// The actions without which something would be hidden from them.
    func needed(_ isHidden: (Sight) -> Bool) -> Set<Action> {
        var (unaware, unplaced) = (self, self)
        unaware.socialCare = false
        unplaced.withheld = false
        return (isHidden(unaware) ? Set([Action.viewSocialCare]) : [])
            .union(isHidden(unplaced) ? [.viewWithheldAddress] : [])
    }

    /// Whether something recorded of the child is for them.
    func shows(_ detail: ChildDetail) -> Bool {
        switch detail {
        case .address(let home): withheld || !home.isWithheld
        case .socialCare, .corporateParent: socialCare
        case .relationship(let relationship): socialCare || relationship.kind != .socialWorker
        case .restriction, .capacity: !isFamily
        default: true
        }
    }
}

/// Who asks, and when: what every decision about a child needs.
struct Asking: Sendable {
    let visitor: Visitor
    let moment: Moment
}
