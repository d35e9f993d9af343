/// A sample drawn from each part of a whole, which anybody can draw again from the seed.
public struct StratifiedSample: Sendable, Hashable {
    /// Something that can be drawn.
    public struct Item: Sendable, Hashable {
        /// Its id, unique in the whole.
        public var id: String
        /// The part it belongs to.
        public var stratum: String

        /// An item of a part.
        public init(id: String, stratum: String) {
            self.id = id
            self.stratum = stratum
        }
    }

    /// How many are drawn from each part.
    public enum Allocation: Sendable, Hashable {
        /// So many in all, in proportion to the sizes of the parts, and at least so many from each (or all it
        /// has).
        ///
        /// Places are given one after another to the part with the largest N / (2n + 1), N its size and n
        /// what it has (Webster's method; M. Balinski and H. P. Young, *Fair Representation* (1982)); of
        /// equals to the first.
        case proportional(total: Int, atLeast: Int)
        /// So many from each, or all it has.
        case equal(Int)
        /// So many from each as named; none from a part that is not.
        case fixed([String: Int])
    }

    /// What was drawn from a part.
    public struct Stratum: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// How many it has.
        public let size: Int
        /// The ids drawn, in the order in which they were.
        public let drawn: [String]
        /// How many of the part each drawn one stands for; nil where none was drawn.
        public var weight: Double? { drawn.isEmpty ? nil : Double(size) / Double(drawn.count) }
    }

    /// The parts, in order of the bytes of their names.
    public let strata: [Stratum]

    /// Draws a sample without replacement.
    ///
    /// Parts, and items in them, are first put in order of the bytes of their names and ids, so the order
    /// they are handed in has no effect; then each part is drawn from in turn by `UniformDraw.drawn`. Source:
    /// W. G. Cochran, *Sampling Techniques*, 3rd edition (1977), chapter 5.
    ///
    /// - Parameters:
    ///   - items: the whole.
    ///   - allocation: how many from each part.
    ///   - generator: where randomness comes from, such as `SplitMix64(seed:)`.
    /// - Throws: `StatisticsProblem.noValues`, `.repeatedItem`, `.outOfRange`, `.unknownStratum`,
    ///   `.tooFewItems`.
    public init(
        of items: [Item], _ allocation: Allocation, using generator: inout some RandomNumberGenerator
    ) throws(StatisticsProblem) {
        guard !items.isEmpty else { throw .noValues }
        var seen: Set<String> = []
        for item in items where !seen.insert(item.id).inserted { throw .repeatedItem(item.id) }
        let groups = Dictionary(grouping: items, by: \.stratum)
        let names = groups.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let parts = names.map { name in
            (groups[name] ?? []).map(\.id).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
        let sizes = try Self.sizes(allocation, names: names, parts: parts.map(\.count))
        var strata: [Stratum] = []
        for (index, name) in names.enumerated() {
            let drawn = UniformDraw.drawn(sizes[index], of: parts[index], using: &generator)
            strata.append(Stratum(name: name, size: parts[index].count, drawn: drawn))
        }
        self.strata = strata
    }

    private static func sizes(
        _ allocation: Allocation, names: [String], parts: [Int]
    ) throws(StatisticsProblem) -> [Int] {
        switch allocation {
        case .equal(let count):
            guard count >= 0 else { throw .outOfRange(name: "size", range: "0 or more") }
            return parts.map { Swift.min(count, $0) }
        case .fixed(let sizes):
            for name in sizes.keys.sorted() where !names.contains(name) { throw .unknownStratum(name) }
            for (index, name) in names.enumerated() {
                let wanted = sizes[name] ?? 0
                guard wanted >= 0 else { throw .outOfRange(name: "size", range: "0 or more") }
                guard wanted <= parts[index] else {
                    throw .tooFewItems(stratum: name, wanted: wanted, found: parts[index])
                }
            }
            return names.map { sizes[$0] ?? 0 }
        case .proportional(let total, let atLeast):
            return try proportional(total, atLeast: atLeast, parts: parts)
        }
    }

    private static func proportional(
        _ total: Int, atLeast: Int, parts: [Int]
    ) throws(StatisticsProblem) -> [Int] {
        let whole = parts.reduce(0, +)
        guard atLeast >= 0 else { throw .outOfRange(name: "least size", range: "0 or more") }
        var sizes = parts.map { Swift.min(atLeast, $0) }
        let least = sizes.reduce(0, +)
        guard least...whole ~= total else { throw .outOfRange(name: "size", range: "\(least) to \(whole)") }
        for _ in least..<total {
            var best: Int?
            for index in parts.indices where sizes[index] < parts[index] {
                // N / (2n + 1) compared without dividing.
                let isLarger =
                    best.map { parts[index] * (2 * sizes[$0] + 1) > parts[$0] * (2 * sizes[index] + 1) }
                    ?? true
                if isLarger { best = index }
            }
            if let best { sizes[best] += 1 }
        }
        return sizes
    }
}
