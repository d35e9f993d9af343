/// How many have left in each way after each time, where a wait can end in several ways and only in one.
public struct CompetingExits: Sendable, Hashable {
    /// What is so from one time on until the next.
    public struct Step: Sendable, Hashable {
        /// The time, in the unit of the waits.
        public let time: Double
        /// How many were waiting just before it.
        public let atRisk: Int
        /// How many ended in this way at it.
        public let ended: Int
        /// The share that has ended in this way by then, 0...1.
        public let share: Double
        /// Its standard error.
        public let standardError: Double
        /// The lower limit.
        public let lower: Double
        /// The upper limit.
        public let upper: Double
    }

    /// The ways of ending, in order of the bytes of their names.
    public let exits: [String]
    /// The steps of each way, by time: one for each time at which a wait ended in whatever way.
    public let steps: [String: [Step]]
    /// The level of confidence.
    public let level: Double

    /// The cumulative incidence of Aalen and Johansen.
    ///
    /// F̂(t) = Σ Ŝ(before tᵢ) dᵢ / nᵢ over the times up to t, with dᵢ ending in this way and Ŝ the share
    /// still waiting for whatever end. The shares of all ways and of those still waiting add up to 1, which
    /// the Kaplan–Meier curves of single ways do not. Its variance is the delta method's: Σ (F̂(t) − F̂(tᵢ))²
    /// eᵢ / (nᵢ (nᵢ − eᵢ)) + Σ Ŝ² dᵢ (nᵢ − dᵢ) / nᵢ³ − 2 Σ (F̂(t) − F̂(tᵢ)) Ŝ dᵢ / nᵢ², eᵢ all that end at
    /// tᵢ. The limits are those of log(−log F̂); for a share of 0 or 1 they are that share.
    /// Sources: O. O. Aalen and S. Johansen, *Scandinavian Journal of Statistics* 5 (1978) 141–150; E.
    /// Marubini and M. G. Valsecchi, *Analysing Survival Data from Clinical Trials* (1995) 338; D. Collett,
    /// *Modelling Survival Data in Medical Research*, 3rd edition (2015) 411.
    ///
    /// - Throws: `StatisticsProblem.noValues`, `.notANumber`, `.outOfRange`.
    public init(_ waits: [Wait], level: Double = 0.95) throws(StatisticsProblem) {
        let normal = try Check.normalValue(level: level)
        let table = try WaitTable(waits)
        let lines = table.lines.filter { $0.ended > 0 }
        var (before, waiting) = ([Double](), 1.0)
        for line in lines {
            before.append(waiting)
            waiting *= Double(line.atRisk - line.ended) / Double(line.atRisk)
        }
        exits = table.exits
        var steps: [String: [Step]] = [:]
        for exit in table.exits {
            steps[exit] = Incidence(lines: lines, before: before, exit: exit).steps(normal: normal)
        }
        self.steps = steps
        self.level = level
    }

    /// The share that has ended in a way by a time: 0 before its first.
    public func share(_ exit: String, by time: Double) -> Double {
        steps[exit]?.last { $0.time <= time }?.share ?? 0
    }
}

/// The curve of one way of ending.
struct Incidence {
    let lines: [WaitTable.Line]
    /// The share still waiting just before each line.
    let before: [Double]
    let exit: String

    /// Each line is read again for each later one: exact, and quick for the thousands of days that waits last.
    func steps(normal: Double) -> [CompetingExits.Step] {
        var shares: [Double] = []
        var share = 0.0
        return lines.indices.map { index in
            let ended = lines[index].exits[exit] ?? 0
            share += before[index] * Double(ended) / Double(lines[index].atRisk)
            shares.append(share)
            let error = Swift.max(0, variance(shares)).squareRoot()
            let limits = LogLog.limits(share, standardError: error, normal: normal) ?? (share, share)
            return CompetingExits.Step(
                time: lines[index].time, atRisk: lines[index].atRisk, ended: ended, share: share,
                standardError: error, lower: limits.0, upper: limits.1)
        }
    }

    private func variance(_ shares: [Double]) -> Double {
        let last = shares[shares.count - 1]
        var sum = 0.0
        for index in shares.indices {
            let (line, still) = (lines[index], before[index])
            let (risk, all) = (Double(line.atRisk), Double(line.ended))
            let own = Double(line.exits[exit] ?? 0)
            let ahead = last - shares[index]
            // Where all end nothing lies ahead, and nought by nought is nought.
            if risk > all { sum += ahead * ahead * all / (risk * (risk - all)) }
            sum += still * still * own * (risk - own) / (risk * risk * risk)
            sum -= 2 * ahead * still * own / (risk * risk)
        }
        return sum
    }
}
