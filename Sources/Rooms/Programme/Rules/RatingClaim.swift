/// What a rating claims, by its colour and by the words with which the plan defines it.
struct RatingClaim: Sendable, Hashable {
    /// The word shown for the rating.
    let label: String
    /// The plan's own words for it.
    let definition: String
    /// That what was promised is done.
    let isDone: Bool
    /// That it makes a difference already.
    let hasImpact: Bool
    /// That the difference lasts.
    let isEmbedded: Bool
    /// That things go as planned; what is done does so too.
    let isOnTrack: Bool

    /// By which words plans speak of a difference made.
    private static let ofImpact = ["impact", "difference", "helps", "benefit", "outcome"]

    /// Reads a rating. Red and grey claim nothing that evidence could contradict.
    init(_ rating: Rating) {
        let words = rating.definition.lowercased()
        label = rating.label
        definition = rating.definition
        isDone = rating.saysDone
        hasImpact = rating.saysDone && Self.ofImpact.contains { words.contains($0) }
        isEmbedded = hasImpact && rating.colour == .blue
        isOnTrack = rating.saysDone || rating.colour == .amber
    }
}
