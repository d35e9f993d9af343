import Access

extension Visitor {
    /// The person whose account it is, where that is recorded.
    var person: String? {
        if case .account(let holder) = self { holder.person } else { nil }
    }

    /// The same person in the roles of families alone; nil where they hold none that reaches a child.
    var inFamilyRoles: Visitor? {
        narrowed { $0.isFamily && Action.viewChild.reaches[$0] != nil }
    }

    /// The same person in the roles of work alone; nil where they hold none that reaches a child.
    var inWorkRoles: Visitor? { narrowed { !$0.isFamily && Action.viewChild.reaches[$0] != nil } }

    /// Whether one of their roles of work reaches children.
    var worksWithChildren: Bool { inWorkRoles != nil }

    private func narrowed(to fits: (Role) -> Bool) -> Visitor? {
        guard case .account(let holder) = self else { return nil }
        let grants = holder.grants.filter { fits($0.role) }
        guard !grants.isEmpty else { return nil }
        return .account(AccountHolder(account: holder.account, person: holder.person, grants: grants))
    }
}

extension Permission {
    /// The role in which something is allowed; nil where it is not.
    var role: Role? {
        if case .allowed(let role, _) = self { role } else { nil }
    }

    /// The basis on which something is allowed; nil where it is not.
    var basis: Basis? {
        if case .allowed(_, let basis) = self { basis } else { nil }
    }
}
