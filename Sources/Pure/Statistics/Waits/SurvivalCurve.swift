/// How many are still waiting after each time, with waits that are still open counted for as long as they are
/// known.
public struct SurvivalCurve: Sendable, Hashable {
    /// What the curve says from one time on until the next.
    public struct Step: Sendable, Hashable {
        /// The time, in the unit of the waits.
        public let time: Double
        /// How many were waiting just before it.
        public let atRisk: Int
        /// How many ended at it in a way that the curve counts.
        public let ended: Int
        /// How many are known no further: still open, or ended in a way that the curve does not count.
        public let censored: Int
        /// The share still waiting after it, 0...1.
        public let waiting: Double
        /// Greenwood's standard error of that share; nil once nobody waits.
        public let standardError: Double?
        /// The lower limit of the share; nil once nobody waits.
        public let lower: Double?
        /// The upper limit of the share; nil once nobody waits.
        public let upper: Double?
    }

    /// The steps, by time; one for each time at which a wait ended or is known no further.
    public let steps: [Step]
    /// The level of confidence.
    public let level: Double

    /// The product-limit estimate of Kaplan and Meier.
    ///
    /// Ŝ(t) = ∏ (1 − d/n) over the times up to t, with d waits ending of n at risk. Its variance is
    /// Greenwood's, Ŝ² Σ d / (n (n − d)); the limits are those of log(−log Ŝ). Sources: E. L. Kaplan and P.
    /// Meier, *Journal of the American Statistical Association* 53 (1958) 457–481; M. Greenwood, *Reports on
    /// Public Health and Medical Subjects* 33 (1926); J. D. Kalbfleisch and R. L. Prentice, *The Statistical
    /// Analysis of Failure Time Data*, 2nd edition (2002) 18.
    ///
    /// - Parameters:
    ///   - waits: at least one.
    ///   - exits: the ways of ending that count; others are taken as known no further from then on, which
    ///     answers what would be if those did not exist. For how many leave in which way see
    ///     `CompetingExits`. Nil: all.
    ///   - level: of confidence, above 0 and below 1.
    /// - Throws: `StatisticsProblem.noValues`, `.notANumber`, `.outOfRange`.
    public init(
        _ waits: [Wait], counting exits: Set<String>? = nil, level: Double = 0.95
    ) throws(StatisticsProblem) {
        let normal = try Check.normalValue(level: level)
        let table = try WaitTable(waits)
        var (waiting, sum, steps) = (1.0, 0.0, [Step]())
        for line in table.lines {
            let ended = line.exits.reduce(0) { exits?.contains($1.key) ?? true ? $0 + $1.value : $0 }
            let (dead, risk) = (Double(ended), Double(line.atRisk))
            // A whole number divided once: where all end the share is nought and not nearly so.
            waiting *= (risk - dead) / risk
            if waiting > 0 { sum += dead / (risk * (risk - dead)) }
            let error: Double? = waiting > 0 ? waiting * sum.squareRoot() : nil
            let limits = error.flatMap { LogLog.limits(waiting, standardError: $0, normal: normal) }
            // Before the first ending nothing is uncertain.
            let sure: Double? = waiting == 1 ? 1 : nil
            steps.append(
                Step(
                    time: line.time, atRisk: line.atRisk, ended: ended,
                    censored: line.open + line.ended - ended, waiting: waiting, standardError: error,
                    lower: limits?.lower ?? sure, upper: limits?.upper ?? sure))
        }
        self.steps = steps
        self.level = level
    }

    /// The share still waiting after a time: 1 before the first; nil after the last where some were still
    /// open, as nothing is known there.
    public func waiting(after time: Double) -> Double? {
        guard let step = steps.last(where: { $0.time <= time }) else { return 1 }
        if step == steps.last, time > step.time, step.waiting > 0 { return nil }
        return step.waiting
    }

    /// The first time after which no more than a share is still waiting; nil where it never comes so far.
    ///
    /// - Parameter share: 0...1; 0.5 gives the median.
    public func time(until share: Double) -> Double? { steps.first { $0.waiting <= share }?.time }

    /// The median wait: the first time after which at most half are still waiting.
    public var median: Double? { time(until: 0.5) }

    /// The limits of the median: the first times at which the lower and the upper limit of the curve reach
    /// one half; nil where one never does. Once nobody waits the curve has no upper limit, so that the last
    /// wait of all says nothing about how long the median may be; its lower limit is nought. Source: R.
    /// Brookmeyer and J. Crowley, *Biometrics* 38 (1982) 29–41, on the scale of log(−log).
    public var medianLimits: (lower: Double?, upper: Double?) {
        (
            steps.first { ($0.lower ?? 0) <= 0.5 }?.time,
            steps.first { $0.upper.map { $0 <= 0.5 } ?? false }?.time
        )
    }
}
