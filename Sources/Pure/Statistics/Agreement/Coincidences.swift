/// The coincidences of each unit, ready to be added up.
struct CoincidenceUnits {
    /// A pair of values, by their places, and how much it counts.
    struct Pair {
        var first: Int
        var second: Int
        var amount: Double
    }

    /// The different values, in order.
    let values: [Double]
    /// The pairs of each unit that has any.
    let pairs: [[Pair]]
    /// How many ratings those units have.
    let ratings: Int

    static let mostValues = 2_000

    init(ratings: [[Double?]], scale: KrippendorffAlpha.Scale) throws(StatisticsProblem) {
        for (place, row) in ratings.enumerated() {
            for rating in row.compactMap(\.self) {
                guard rating.magnitude <= Observation.largest else { throw .notANumber(place: place) }
                if scale == .ratio, rating < 0 { throw .outOfRange(name: "rating", range: "0 or more") }
            }
        }
        let units = ratings.map { $0.compactMap(\.self) }.filter { $0.count > 1 }
        guard !units.isEmpty else { throw .nothingToCompare }
        values = Set(units.joined()).sorted()
        // The matrix grows with the square of their number.
        guard values.count <= Self.mostValues else {
            throw .outOfRange(name: "number of different ratings", range: "at most \(Self.mostValues)")
        }
        let places = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
        pairs = units.map { unit in
            var counts: [Int: Int] = [:]
            for rating in unit { counts[places[rating] ?? 0, default: 0] += 1 }
            return Self.pairs(counts.sorted { $0.key < $1.key }, of: unit.count)
        }
        self.ratings = units.reduce(0) { $0 + $1.count }
    }

    private static func pairs(_ counts: [(key: Int, value: Int)], of count: Int) -> [Pair] {
        counts.flatMap { first in
            counts.compactMap { second in
                let ways = first.value * (first.key == second.key ? second.value - 1 : second.value)
                guard ways > 0 else { return nil }
                return Pair(
                    first: first.key, second: second.key, amount: Double(ways) / Double(count - 1))
            }
        }
    }

    func matrix(of units: some Sequence<Int>) -> CoincidenceMatrix {
        var matrix = CoincidenceMatrix(size: values.count)
        for unit in units { for pair in pairs[unit] { matrix.add(pair) } }
        return matrix
    }
}

/// A matrix of coincidences.
struct CoincidenceMatrix {
    private let size: Int
    private var cells: [Double]
    private var margins: [Double]

    init(size: Int) {
        self.size = size
        cells = [Double](repeating: 0, count: size * size)
        margins = [Double](repeating: 0, count: size)
    }

    mutating func add(_ pair: CoincidenceUnits.Pair) {
        cells[pair.first * size + pair.second] += pair.amount
        margins[pair.first] += pair.amount
    }

    /// The disagreement seen, and that expected by chance.
    func disagreement(
        _ values: [Double], _ scale: KrippendorffAlpha.Scale
    ) -> (observed: Double, expected: Double) {
        let total = margins.reduce(0, +)
        var (observed, expected) = (0.0, 0.0)
        for first in 0..<size where margins[first] > 0 {
            // Ratings from the first value up to the second, for the ordinal scale.
            var between = margins[first]
            for second in (first + 1)..<Swift.max(first + 1, size) {
                between += margins[second]
                guard margins[second] > 0 else { continue }
                let middle = between - (margins[first] + margins[second]) / 2
                let apart = Self.apart(values[first], values[second], scale, middle)
                observed += 2 * cells[first * size + second] * apart
                expected += 2 * margins[first] * margins[second] * apart
            }
        }
        return (observed / total, expected / (total * (total - 1)))
    }

    private static func apart(
        _ first: Double, _ second: Double, _ scale: KrippendorffAlpha.Scale, _ between: Double
    ) -> Double {
        let distance: Double =
            switch scale {
            case .nominal: 1
            case .ordinal: between
            case .interval: second - first
            case .ratio: (second - first) / (first + second)
            }
        return distance * distance
    }
}
