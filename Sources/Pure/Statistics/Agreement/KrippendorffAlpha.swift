/// How far any number of raters agree beyond chance, with ratings missing.
public struct KrippendorffAlpha: Sendable, Hashable {
    /// How far two ratings are apart.
    public enum Scale: String, Sendable, Hashable, CaseIterable {
        /// Different or not.
        case nominal
        /// By how many ratings lie between them.
        case ordinal
        /// By their difference.
        case interval
        /// By their difference in proportion to their sum; for values of nought or more.
        case ratio
    }

    /// Alpha: 1 full agreement, 0 what chance gives, below 0 less. Nil where all ratings are equal, so that
    /// there is no disagreement to expect.
    public let value: Double?
    /// The disagreement seen.
    public let observed: Double
    /// The disagreement expected by chance.
    public let expected: Double
    /// How many units have two ratings or more.
    public let units: Int
    /// How many ratings those have.
    public let ratings: Int

    /// Alpha of ratings.
    ///
    /// α = 1 − Dₒ / Dₑ over the matrix of coincidences o(c,k), into which each pair of ratings of a unit with m
    /// ratings goes with 1 / (m − 1): Dₒ = Σ o(c,k) δ²(c,k) / n, Dₑ = Σ n(c) n(k) δ²(c,k) / (n (n − 1)).
    /// Source: K. Krippendorff, *Content Analysis*, 3rd edition (2013), chapter 12; and "Computing
    /// Krippendorff's alpha-reliability" (2011).
    ///
    /// - Parameters:
    ///   - ratings: a row a unit, in it a rating a rater; nil where there is none. Units with fewer than two
    ///     are passed over. Categories without order can be any numbers.
    ///   - scale: how far ratings are apart.
    /// - Throws: `StatisticsProblem.nothingToCompare`, `.notANumber` (the place is the row's), `.outOfRange`
    ///   for a value below nought on a ratio scale or more than 2,000 different ratings.
    public init(ratings: [[Double?]], scale: Scale) throws(StatisticsProblem) {
        let units = try CoincidenceUnits(ratings: ratings, scale: scale)
        let matrix = units.matrix(of: units.pairs.indices)
        let (observed, expected) = matrix.disagreement(units.values, scale)
        self.observed = observed
        self.expected = expected
        value = expected > 0 ? 1 - observed / expected : nil
        self.units = units.pairs.count
        self.ratings = units.ratings
    }

    /// An interval for alpha from resampling.
    public struct Interval: Sendable, Hashable {
        /// The lower limit.
        public let lower: Double
        /// The upper limit.
        public let upper: Double
        /// How many resamples were drawn.
        public let resamples: Int
        /// In how many of them all ratings were equal, so that they give no alpha and were left out.
        public let undefined: Int
    }

    /// A bootstrap interval: units are drawn with replacement, as many as there are, and the percentiles of the
    /// alphas of the resamples are its limits.
    ///
    /// Source: A. Zapf, S. Castell, L. Morawietz and A. Karch, "Measuring inter-rater reliability for nominal
    /// data", *BMC Medical Research Methodology* 16 (2016) 93; percentiles by `Quantiles.Definition.linear`.
    /// Units are drawn by `UniformDraw`, so that a seed gives one interval for ever.
    ///
    /// - Parameters:
    ///   - ratings: as for alpha.
    ///   - scale: as for alpha.
    ///   - level: of confidence, above 0 and below 1.
    ///   - resamples: how many, 100...100,000.
    ///   - generator: where randomness comes from.
    /// - Throws: as alpha; `.noValues` where no resample gives an alpha.
    public static func interval(
        ratings: [[Double?]], scale: Scale, level: Double = 0.95, resamples: Int = 1_000,
        using generator: inout some RandomNumberGenerator
    ) throws(StatisticsProblem) -> Interval {
        guard level > 0, level < 1 else {
            throw .outOfRange(name: "level of confidence", range: "above 0 and below 1")
        }
        guard 100...100_000 ~= resamples else {
            throw .outOfRange(name: "number of resamples", range: "100 to 100,000")
        }
        let units = try CoincidenceUnits(ratings: ratings, scale: scale)
        var alphas: [Double] = []
        alphas.reserveCapacity(resamples)
        for _ in 0..<resamples {
            let drawn = units.pairs.indices.map { _ in
                UniformDraw.below(units.pairs.count, using: &generator)
            }
            let (observed, expected) = units.matrix(of: drawn).disagreement(units.values, scale)
            if expected > 0 { alphas.append(1 - observed / expected) }
        }
        guard !alphas.isEmpty else { throw .noValues }
        alphas.sort()
        let tail = (1 - level) / 2 * 100
        return Interval(
            lower: Quantiles.inOrder(tail, alphas), upper: Quantiles.inOrder(100 - tail, alphas),
            resamples: resamples, undefined: resamples - alphas.count)
    }
}
