/// How likely a risk is and how hard it would hit: each 1 to 5, the score their product.
struct RiskScore: Sendable, Hashable, Codable {
    /// 1 (rare) to 5 (almost certain).
    let likelihood: Int
    /// 1 (negligible) to 5 (catastrophic).
    let impact: Int

    /// States a score; nil where either is not 1 to 5.
    init?(likelihood: Int, impact: Int) {
        guard Self.range ~= likelihood, Self.range ~= impact else { return nil }
        self.likelihood = likelihood
        self.impact = impact
    }

    /// What each of the two may be.
    static let range = 1...5

    /// The product, 1 to 25.
    var product: Int { likelihood * impact }

    /// The band that a score falls in, as the risk matrix of the National Patient Safety Agency (2008) has it.
    enum Band: String, Sendable, CaseIterable, Comparable {
        case low, moderate, high, extreme

        /// The band in words.
        var words: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

        static func < (left: Band, right: Band) -> Bool { left.lowest < right.lowest }

        private var lowest: Int {
            switch self {
            case .low: 1
            case .moderate: 4
            case .high: 8
            case .extreme: 15
            }
        }

        init(product: Int) { self = Band.allCases.last { $0.lowest <= product } ?? .low }
    }

    /// The band.
    var band: Band { Band(product: product) }

    /// What a likelihood is called, 1 to 5.
    static let likelihoods = ["Rare", "Unlikely", "Possible", "Likely", "Almost certain"]
    /// What an impact is called, 1 to 5.
    static let impacts = ["Negligible", "Minor", "Moderate", "Major", "Catastrophic"]
}
