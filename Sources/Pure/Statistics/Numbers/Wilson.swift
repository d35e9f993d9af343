/// A proportion with Wilson's interval.
public struct WilsonInterval: Sendable, Hashable {
    /// The proportion seen: successes by trials.
    public let proportion: Double
    /// The lower limit, 0...1; exactly 0 where nothing succeeded.
    public let lower: Double
    /// The upper limit, 0...1; exactly 1 where everything succeeded.
    public let upper: Double
    /// The level of confidence, such as 0.95.
    public let level: Double

    /// Wilson's score interval, without a correction for continuity.
    ///
    /// With p the proportion, n the trials and z the normal value of the level:
    /// (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
    /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", *Journal
    /// of the American Statistical Association* 22 (1927) 209–212; the method of the English public health
    /// profiles (Public Health England, *Technical guide: confidence intervals*, 2018).
    ///
    /// - Throws: `StatisticsProblem.noValues` without trials, `.outOfRange` for counts or a level that cannot
    ///   be.
    public init(successes: Int, trials: Int, level: Double = 0.95) throws(StatisticsProblem) {
        guard trials >= 0 else { throw .outOfRange(name: "number of trials", range: "0 or more") }
        guard trials > 0 else { throw .noValues }
        guard 0...trials ~= successes else {
            throw .outOfRange(name: "number of successes", range: "0 to \(trials)")
        }
        let normal = try Check.normalValue(level: level)
        let (share, count) = (Double(successes) / Double(trials), Double(trials))
        let square = normal * normal
        let middle = share + square / (2 * count)
        let spread = normal * (share * (1 - share) / count + square / (4 * count * count)).squareRoot()
        let scale = 1 + square / count
        proportion = share
        lower = successes == 0 ? 0 : Swift.max(0, (middle - spread) / scale)
        upper = successes == trials ? 1 : Swift.min(1, (middle + spread) / scale)
        self.level = level
    }
}
