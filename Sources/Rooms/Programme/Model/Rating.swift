/// One rating of a plan's scheme.
public struct Rating: Sendable, Hashable, Codable {
    /// The colours that ratings are called by.
    public enum Colour: String, Sendable, Codable, CaseIterable { case red, amber, green, blue, grey }

    /// The colour, which is also the rating's id.
    public let colour: Colour
    /// The word shown.
    public let label: String
    /// What it means in this plan.
    public let definition: String
    /// The letter printed for it, where the plan prints letters.
    public let letter: String?

    /// Whether the plan means by it that what was promised is done: green and blue in every scheme we know.
    public var saysDone: Bool { colour == .green || colour == .blue }
}

/// How a plan rates progress.
public struct RatingScheme: Sendable, Hashable, Codable {
    /// What the scheme is called, such as BRAG or RAG.
    public let name: String
    /// What it is used for.
    public let use: String?
    /// The ratings, in the plan's own order.
    public let ratings: [Rating]
    /// The months for which the plan has a column of ratings (2018), as `YYYY-MM`.
    public let columns: [String]

    /// The rating of a colour.
    public func rating(_ colour: Rating.Colour) -> Rating? { ratings.first { $0.colour == colour } }
}
