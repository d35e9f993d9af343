/// How long one wait has lasted, and how it ended.
public struct Wait: Sendable, Hashable {
    /// How long, in any unit; 0 or more and finite.
    public var time: Double
    /// How it ended, by name; nil where it is still open: it lasted at least so long.
    public var exit: String?

    /// A wait that ended, or is open.
    public init(time: Double, exit: String?) {
        self.time = time
        self.exit = exit
    }
}

/// The waits at each time: how many were still waiting just before it, and what happened at it.
struct WaitTable {
    struct Line {
        var time: Double
        /// Still waiting just before: all that last as long or longer.
        var atRisk: Int
        /// How many ended at it in each way.
        var exits: [String: Int]
        /// How many are known no further.
        var open: Int

        var ended: Int { exits.values.reduce(0, +) }
    }

    let lines: [Line]
    /// Every way in which one ended, in order of bytes.
    let exits: [String]

    /// A wait that ends at the same time as another is known no further counts as at risk there.
    init(_ waits: [Wait]) throws(StatisticsProblem) {
        guard !waits.isEmpty else { throw .noValues }
        for (place, wait) in waits.enumerated() {
            guard wait.time.isFinite else { throw .notANumber(place: place) }
            guard wait.time >= 0 else { throw .outOfRange(name: "time waited", range: "0 or more") }
        }
        let sorted = waits.sorted { $0.time < $1.time }
        var lines: [Line] = []
        for (place, wait) in sorted.enumerated() {
            if lines.last?.time != wait.time {
                lines.append(Line(time: wait.time, atRisk: waits.count - place, exits: [:], open: 0))
            }
            if let exit = wait.exit {
                lines[lines.count - 1].exits[exit, default: 0] += 1
            } else {
                lines[lines.count - 1].open += 1
            }
        }
        self.lines = lines
        exits = Set(waits.compactMap(\.exit)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// Limits of a share between 0 and 1 that stay between them.
enum LogLog {
    /// share^exp(±z s / (share |log share|)) with s the standard error: the limits are symmetrical on the
    /// scale of log(−log). Nil for a share of 0 or 1, where the transformation does not exist.
    static func limits(
        _ share: Double, standardError: Double, normal: Double
    ) -> (lower: Double, upper: Double)? {
        guard share > 0, share < 1, standardError.isFinite else { return nil }
        let logarithm = Functions.log(share)
        let spread = normal * standardError / (share * logarithm.magnitude)
        return (
            Functions.exp(logarithm * Functions.exp(spread)),
            Functions.exp(logarithm * Functions.exp(-spread))
        )
    }
}
