/// What kind of body meets.
enum ForumKind: String, Sendable, Codable, CaseIterable {
    case board, group, panel, committee, forum

    /// The kind in words.
    var words: String {
        switch self {
        case .board: "Board"
        case .group: "Group"
        case .panel: "Panel"
        case .committee: "Committee"
        case .forum: "Forum"
        }
    }
}

/// For whom a member sits in a forum; what a quorum can ask for one of.
enum Constituency: String, Sendable, Codable, CaseIterable {
    case council, icb, healthProvider, school, college, earlyYears, parentCarerForum, youngPeople
    case voluntary, independent, other

    /// The constituency in words.
    var words: String {
        switch self {
        case .council: "Council"
        case .icb: "Integrated care board"
        case .healthProvider: "NHS provider"
        case .school: "Schools"
        case .college: "Colleges and post-16"
        case .earlyYears: "Early years settings"
        case .parentCarerForum: "Parent carer forum"
        case .youngPeople: "Children and young people"
        case .voluntary: "Voluntary sector"
        case .independent: "Independent"
        case .other: "Others"
        }
    }
}

/// The body of a published plan that a forum is, by the ids that the plan gives.
struct PlanBody: Sendable, Codable, Hashable {
    /// The plan's published id.
    var plan: String
    /// The body's published id in that plan.
    var body: String
}
