/// What is made sure of before evidence leaves the partnership.
public enum SharingCheck: String, Sendable, Hashable, Codable, CaseIterable {
    case noChild = "no-child"
    case smallNumbers = "small-numbers"
    case owners, current, arrangement

    /// What is made sure of.
    public var words: String {
        switch self {
        case .noChild: "No child, family or member of staff can be recognised in any of it"
        case .smallNumbers: "Small numbers are hidden in every table"
        case .owners: "Who answers for each paper has agreed that it is shared"
        case .current: "Each paper is the current one"
        case .arrangement: "The arrangement covers what is shared"
        }
    }
}

/// What a set of evidence is, and for whom.
public struct SharingDetails: Sendable, Hashable, Codable {
    /// What it is called.
    public var title: String
    /// Who receives it.
    public var recipient: String
    /// The arrangement under which it is shared.
    public var arrangement: String
    /// What it is to show.
    public var about: String
    /// What it is evidence for.
    public var serving: Serving

    /// States a set.
    public init(
        title: String, recipient: String, arrangement: String, about: String = "",
        serving: Serving = Serving()
    ) {
        self.title = title
        self.recipient = recipient
        self.arrangement = arrangement
        self.about = about
        self.serving = serving
    }
}
