/// How small counts are kept from being published: a setting of each output, not of the program.
///
/// The presets follow what publishers say they do; see `docs/suppress.md` for each one's source.
public struct Policy: Sendable, Hashable {
    /// What a reader must not be able to learn about a hidden small count.
    public enum Protection: String, Sendable, Hashable, CaseIterable {
        /// Every value that a small count can have stays possible, and where the symbol gives no range away, so
        /// does the threshold: a reader cannot even tell that the count is small.
        case wholeRange = "whole range"
        /// At least two values stay possible.
        case notExact = "not exact"
    }

    /// The name it is asked for by.
    public let name: String
    /// Counts from 1 to `threshold` − 1 are not shown; 1 or less shows all.
    public let threshold: Int
    /// Whether a count of 0 may be shown as 0.
    public let zeroIsSafe: Bool
    /// Counts are shown rounded to the nearest multiple of this; 1: as they are.
    public let roundTo: Int
    /// Margins are shown rounded to the nearest multiple of this; 1: as they are.
    public let totalsRoundTo: Int
    /// Whether the symbol stands only for counts under the threshold, so that it gives their range away.
    public let symbolMeansSmall: Bool
    /// What stands where a count is hidden.
    public let symbol: Symbol
    /// What must stay unknown of a small count.
    public let protection: Protection
    /// Decimals of a percentage, 0 or 1.
    public let percentDecimals: Int
    /// A percentage of fewer than this is withheld.
    public let smallestPercentBase: Int

    /// A policy of one's own; numbers out of their range are brought to the nearest that can be, and a symbol `<N` is
    /// that of the threshold.
    public init(
        name: String, threshold: Int, zeroIsSafe: Bool = true, roundTo: Int = 1, totalsRoundTo: Int = 1,
        symbolMeansSmall: Bool = false, symbol: Symbol = .confidential, protection: Protection = .wholeRange,
        percentDecimals: Int = 1, smallestPercentBase: Int? = nil
    ) {
        self.name = name
        self.threshold = min(max(threshold, 0), Self.largestThreshold)
        self.zeroIsSafe = zeroIsSafe
        self.roundTo = max(roundTo, 1)
        self.totalsRoundTo = max(totalsRoundTo, max(roundTo, 1))
        if case .below = symbol {
            self.symbol = .below(max(self.threshold, 2))
            self.symbolMeansSmall = true
        } else {
            self.symbol = symbol
            self.symbolMeansSmall = symbolMeansSmall
        }
        self.protection = protection
        self.percentDecimals = min(max(percentDecimals, 0), 1)
        self.smallestPercentBase = smallestPercentBase ?? max(threshold, 1)
    }

    /// The greatest threshold that can be asked for.
    public static let largestThreshold = 1_000

    /// Counts 1 to 5 hidden with complements, the others as they are: DfE, Characteristics of children in need.
    public static let dfeChildrenInNeed = Policy(name: "dfe-cin", threshold: 6)

    /// Counts 1 to 7 hidden, all others to the nearest 5, without complements: NHS England, below national.
    public static let nhs = Policy(
        name: "nhs", threshold: 8, roundTo: 5, symbolMeansSmall: true, symbol: .asterisk,
        protection: .notExact)

    /// Counts under 10 hidden (0 too), all others to the nearest 5: ONS Integrated Data Service.
    public static let ons = Policy(
        name: "ons-10-5", threshold: 10, zeroIsSafe: false, roundTo: 5, symbolMeansSmall: true,
        protection: .notExact)

    /// Counts 1 to 4 hidden with complements: what council papers usually do.
    public static let local = Policy(name: "local", threshold: 5)

    /// Everything shown: only for who may see the records.
    public static let none = Policy(name: "none", threshold: 0)

    /// The presets.
    public static let all = [dfeChildrenInNeed, nhs, ons, local, none]

    /// A preset by name.
    public init?(name: String) {
        guard let policy = Self.all.first(where: { $0.name == name }) else { return nil }
        self = policy
    }

    /// Whether a count may not be shown.
    public func isUnsafe(_ count: Int) -> Bool {
        count == 0 ? !zeroIsSafe && threshold > 1 : count < threshold
    }

    /// A count to the nearest multiple of what it is rounded to, halves upwards.
    ///
    /// - Parameter isTotal: whether it is a margin.
    public func rounded(_ count: Int, isTotal: Bool) -> Int { Self.nearest(base(isTotal), to: count) }

    /// What is published for a count that is not hidden: the count itself, rounded, or the symbol for a count that
    /// is not 0 but would be rounded to it.
    public func figure(_ count: Int, isTotal: Bool) -> Figure {
        let shown = rounded(count, isTotal: isTotal)
        return shown == 0 && count > 0 ? .symbol(.low) : .count(shown)
    }

    static func nearest(_ base: Int, to count: Int) -> Int { (2 * count + base) / (2 * base) * base }

    /// The counts that a rounded figure can stand for.
    static func counts(roundedTo base: Int, as shown: Int) -> Bounds {
        Bounds(low: max(0, shown - base / 2), high: shown + (base + 1) / 2 - 1)
    }

    func base(_ isTotal: Bool) -> Int { isTotal ? totalsRoundTo : roundTo }

    /// What a reader who knows the policy can tell of a count that is shown.
    func boundsShown(_ count: Int, isTotal: Bool) -> Bounds {
        let base = base(isTotal)
        guard base > 1 else { return Bounds(low: count, high: count) }
        if count == 0, zeroIsSafe { return Bounds(low: 0, high: 0) }
        var bounds = Self.counts(roundedTo: base, as: rounded(count, isTotal: isTotal))
        bounds.low = max(bounds.low, max(threshold, zeroIsSafe ? 1 : 0))
        return bounds
    }

    /// What a reader who knows the policy can tell of a count that is hidden.
    func boundsHidden(_ count: Int) -> Bounds {
        let low = zeroIsSafe ? min(1, count) : 0
        return Bounds(
            low: low, high: symbolMeansSmall && isUnsafe(count) ? threshold - 1 : Bounds.unlimited)
    }

    /// What a reader can tell of a number, or of this policy's symbol, that was released under it; nil where the
    /// number cannot have been.
    ///
    /// - Parameter count: the count behind it, where this table has it; a symbol that means "small" is believed of
    ///   all others where `isBelieved`.
    func boundsReleased(_ figure: Figure, isTotal: Bool, count: Int?, isBelieved: Bool) -> Bounds? {
        switch figure {
        case .count(0) where zeroIsSafe: return Bounds(low: 0, high: 0)
        case .count(let shown):
            guard shown == rounded(shown, isTotal: isTotal) else { return nil }
            var bounds = Self.counts(roundedTo: base(isTotal), as: shown)
            bounds.low = max(bounds.low, max(threshold, zeroIsSafe ? 1 : 0))
            return bounds.low <= bounds.high ? bounds : nil
        case .symbol:
            let isSmall = symbolMeansSmall && (count.map(isUnsafe) ?? isBelieved)
            return Bounds(low: zeroIsSafe ? 1 : 0, high: isSmall ? threshold - 1 : Bounds.unlimited)
        }
    }

    /// The symbol for a hidden count: that which gives a range away only where the range is true.
    func symbol(for count: Int) -> Symbol {
        symbol.bounds?.high == nil || isUnsafe(count) ? symbol : .confidential
    }
}
