/// Something that can be done, and by whom; every route and every command names one.
public struct Action: Sendable, Hashable {
    enum Audience: Sendable, Hashable {
        case everyone
        case roles(Set<Role>)
    }

    /// The action's name, as logs and refusals say it.
    public let id: String
    let audience: Audience

    /// Declares an action for people of certain roles.
    public init(_ id: String, for roles: Set<Role>) {
        self.id = id
        audience = .roles(roles)
    }

    private init(_ id: String, _ audience: Audience) {
        self.id = id
        self.audience = audience
    }

    /// Reading what is published: the only action that needs no account.
    public static let `public` = Action("public", .everyone)

    /// Whether it needs no account.
    public var isPublic: Bool { audience == .everyone }

    /// Opening accounts and giving them roles.
    public static let manageAccounts = Action("manage-accounts", for: [.administrator])
    /// Recording a published plan.
    public static let importPlan = Action("import-plan", for: [.programmeTeam, .administrator])
    /// Changing rule data and the area's options.
    public static let manageReference = Action("manage-reference", for: [.administrator])
}

/// Who is asking.
public enum Visitor: Sendable, Hashable {
    /// Nobody known.
    case nobody
    /// The holder of an account, with the roles that hold today.
    case account(id: String, roles: Set<Role>)
}

/// Whether an action is allowed, and in which role or why not.
public enum Permission: Sendable, Hashable {
    case allowed(Role?)
    case refused(Reason)

    /// Why an action is not allowed.
    public enum Reason: String, Sendable {
        case noAccount = "sign in first"
        case noRole = "none of your roles allows this"
    }
}

/// Decides whether somebody may do something.
public func decide(_ who: Visitor, _ action: Action) -> Permission {
    guard case .roles(let allowed) = action.audience else { return .allowed(nil) }
    guard case .account(_, let roles) = who else { return .refused(.noAccount) }
    let fitting = Role.allCases.first { allowed.contains($0) && roles.contains($0) }
    return fitting.map { .allowed($0) } ?? .refused(.noRole)
}
