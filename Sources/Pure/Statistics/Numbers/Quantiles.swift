/// Medians and percentiles.
public enum Quantiles {
    /// How a percentile between two values is defined.
    public enum Definition: String, Sendable, Hashable, CaseIterable {
        /// A straight line between the two values around place (n − 1)p + 1: definition 7 of Hyndman and Fan
        /// (1996), the default of R, NumPy and pandas and Excel's `PERCENTILE.INC`.
        case linear
        /// The smallest value with at least the share p of all values at or below it: definition 1 of Hyndman
        /// and Fan (1996). It always is a value that occurred.
        case nearestRank
    }

    /// The median: the middle value, or the mean of the two middle ones.
    ///
    /// - Throws: `StatisticsProblem.noValues`, `.notANumber`.
    public static func median(_ values: [Double]) throws(StatisticsProblem) -> Double {
        try percentile(50, of: values)
    }

    /// A percentile.
    ///
    /// Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", *The American
    /// Statistician* 50 (1996) 361–365.
    ///
    /// - Parameters:
    ///   - percent: 0...100; 50 is the median, 90 the value that nine in ten do not exceed.
    ///   - values: in any order.
    ///   - definition: what it is between two values.
    /// - Throws: `StatisticsProblem.noValues`, `.notANumber`, `.outOfRange`.
    public static func percentile(
        _ percent: Double, of values: [Double], definition: Definition = .linear
    ) throws(StatisticsProblem) -> Double {
        guard 0...100 ~= percent else { throw .outOfRange(name: "percentile", range: "0 to 100") }
        guard !values.isEmpty else { throw .noValues }
        try Check.finite(values)
        return inOrder(percent, values.sorted(), definition)
    }

    /// The same of values that are finite, in order and at least one.
    static func inOrder(_ percent: Double, _ sorted: [Double], _ definition: Definition = .linear) -> Double {
        switch definition {
        case .linear:
            // Multiplied before it is divided: whole places then come out whole.
            let place = Double(sorted.count - 1) * percent / 100
            let index = Int(place)
            guard index + 1 < sorted.count else { return sorted[sorted.count - 1] }
            let (low, high, part) = (sorted[index], sorted[index + 1], place - Double(index))
            // Weighted, so that the difference of two huge values cannot overflow.
            return low == high ? low : low * (1 - part) + high * part
        case .nearestRank:
            let rank = (Double(sorted.count) * percent / 100).rounded(.up)
            return sorted[Swift.min(sorted.count, Swift.max(1, Int(rank))) - 1]
        }
    }
}
