public import People

/// Something that can be done, by whom and with whose records; every route and every command names one.
public struct Action: Sendable, Hashable {
    /// Which children a role reaches.
    public enum Reach: Sendable, Hashable {
        /// Every child of the area.
        case area
        /// The children that the holder, or the organisation the role is held at, is involved with so.
        case involved(Set<Involvement.Kind>)
    }

    enum Audience: Sendable, Hashable {
        case everyone
        case signedIn
        case roles([Role: Reach])
    }

    /// The action's name, as logs and refusals say it.
    public let id: String
    let audience: Audience
    /// The part of a child's record that it opens; nil where it is not about a child.
    public let part: RecordPart?
    /// Whether somebody of its roles of work may reach a child they are not involved with in an emergency.
    let admitsEmergency: Bool

    private init(_ id: String, _ audience: Audience, part: RecordPart? = nil, admitsEmergency: Bool = false) {
        self.id = id
        self.audience = audience
        self.part = part
        self.admitsEmergency = admitsEmergency
    }

    /// Declares an action for people of certain roles that is not about a child.
    public init(_ id: String, for roles: Set<Role>) {
        self.init(id, .roles(Dictionary(uniqueKeysWithValues: roles.map { ($0, .area) })))
    }

    /// Declares an action on a part of a child's record, with the children each role reaches.
    public init(
        _ id: String, on part: RecordPart, _ reaches: [Role: Reach], admitsEmergency: Bool = false
    ) {
        precondition(reaches[.administrator] == nil, "an administrator sees no children's records")
        self.init(id, .roles(reaches), part: part, admitsEmergency: admitsEmergency)
    }

    /// Reading what is published: the only action that needs no account.
    public static let `public` = Action("public", .everyone)
    /// Looking after one's own account.
    public static let ownAccount = Action("own-account", .signedIn)

    /// Whether it needs no account.
    public var isPublic: Bool { audience == .everyone }

    /// The roles that it names, with their reach; none where it is for everyone or for every account.
    public var reaches: [Role: Reach] {
        if case .roles(let reaches) = audience { reaches } else { [:] }
    }

    /// Whether every account may do it.
    public var isForEveryAccount: Bool { audience == .signedIn }
}

/// A part of a child's record that can be opened, or closed, apart from the rest.
public enum RecordPart: String, Sendable, Codable, CaseIterable {
    /// The record as a whole; what closes it closes every part.
    case record
    /// Addresses that must not become known.
    case withheldAddress
    /// Being looked after, protected or in need.
    case socialCare

    /// The part in words.
    public var words: String {
        switch self {
        case .record: "the whole record"
        case .withheldAddress: "withheld addresses"
        case .socialCare: "social care status"
        }
    }
}

extension Action {
    /// Opening accounts and giving them roles.
    public static let manageAccounts = Action("manage-accounts", for: [.administrator])
    /// Recording organisations and what becomes of them.
    public static let manageOrganisations = Action(
        "manage-organisations", for: [.administrator, .sendManager])
    /// Recording a published plan.
    public static let importPlan = Action("import-plan", for: [.programmeTeam, .administrator])
    /// Changing rule data and the area's options.
    public static let manageReference = Action("manage-reference", for: [.administrator])
    /// Seeing who has read which records.
    public static let seeReads = Action("see-reads", for: [.dataProtectionOfficer])
    /// Closing a record, or a part of it, to all but named people.
    public static let restrictRecords = Action(
        "restrict-records", for: [.dataProtectionOfficer, .safeguardingLead])
    /// Keeping an access out of the family's sight, and releasing it.
    public static let markSafeguarding = Action("mark-safeguarding", for: [.safeguardingLead])
    /// Adding a child who is not known yet.
    public static let recordChild = Action("record-child", for: [.officer, .sendManager])

    private static let family: [Role: Reach] = [
        .parent: .involved([.parent]), .youngPerson: .involved([.ownSelf]),
        .supporter: .involved([.supporter]),
    ]
    private static let office: [Role: Reach] = [
        .officer: .involved([.allocation, .namedWorker, .team, .panel]),
        .decisionMaker: .involved([.allocation, .team, .panel]), .sendManager: .area,
    ]

    /// Seeing a child's record.
    public static let viewChild = Action(
        "view-child", on: .record,
        [
            .senco: .involved([.placement]), .settingLeader: .involved([.placement]),
            .healthProfessional: .involved([.advice, .team]),
            .careProfessional: .involved([.advice, .team, .socialCare]),
            .educationalPsychologist: .involved([.advice, .team]), .dco: .area, .dsco: .area,
            .safeguardingLead: .area,
        ].merging(family) { $1 }.merging(office) { $1 }, admitsEmergency: true)
    /// Recording what is known of a child.
    public static let editChild = Action("edit-child", on: .record, office)
    /// Seeing an address that must not become known.
    public static let viewWithheldAddress = Action(
        "view-withheld-address", on: .withheldAddress,
        office.merging([.safeguardingLead: .area]) { $1 })
    /// Seeing that a child is looked after, protected or in need.
    public static let viewSocialCare = Action(
        "view-social-care", on: .socialCare,
        office.merging([
            .dsco: .area, .safeguardingLead: .area,
            .careProfessional: .involved([.advice, .team, .socialCare]),
        ]) { $1 })
    /// Opening the record of a child one is not involved with, because it cannot wait; for the roles of work
    /// that reach only some children.
    public static let openInEmergency = Action(
        "open-in-emergency",
        for: Set(viewChild.reaches.filter { $0.value != .area && !$0.key.isFamily }.keys))
    /// Seeing who has opened the record of oneself or one's child.
    public static let viewReaders = Action("view-readers", on: .record, family)
    /// Deciding that two records are of one child, and taking that back.
    public static let mergeChildren = Action("merge-children", on: .record, [.sendManager: .area])
}
