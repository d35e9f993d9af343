/// How far two raters agree beyond chance.
public struct Kappa: Sendable, Hashable {
    /// How a disagreement counts that is not a whole one.
    public enum Weights: String, Sendable, Hashable, CaseIterable {
        /// Any disagreement is a whole one: Cohen's kappa (1960), for categories without order.
        case none
        /// By the distance of the categories: 1 − |i − j| / (k − 1).
        case linear
        /// By its square: 1 − (i − j)² / (k − 1)².
        case quadratic
    }

    /// How many things both rated.
    public let count: Int
    /// The (weighted) share of agreement seen, 0...1.
    public let observed: Double
    /// The share expected by chance from how often each rater used each category, 0...1.
    public let expected: Double
    /// Kappa: 1 full agreement, 0 what chance gives, below 0 less. Nil where chance alone gives full agreement.
    public let value: Double?
    /// Its large-sample standard error; nil where there is no kappa.
    public let standardError: Double?
    /// The lower limit of the interval from it, not below −1.
    public let lower: Double?
    /// The upper limit, not above 1.
    public let upper: Double?

    /// Kappa of a table of counts.
    ///
    /// κ = (pₒ − pₑ) / (1 − pₑ), pₒ = Σ w(i,j) p(i,j), pₑ = Σ w(i,j) p(i·) p(·j).
    /// Sources: J. Cohen, "A coefficient of agreement for nominal scales", *Educational and Psychological
    /// Measurement* 20 (1960) 37–46; J. Cohen, "Weighted kappa", *Psychological Bulletin* 70 (1968) 213–220;
    /// the standard error: J. L. Fleiss, J. Cohen and B. S. Everitt, *Psychological Bulletin* 72 (1969)
    /// 323–327.
    ///
    /// - Parameters:
    ///   - table: a row a category of the first rater, a column a category of the second, in one order.
    ///   - weights: how a disagreement counts.
    ///   - level: of confidence, above 0 and below 1.
    /// - Throws: `StatisticsProblem.notSquare`, `.negativeCount`, `.noValues`, `.outOfRange`.
    public init(
        table: [[Int]], weights: Weights = .none, level: Double = 0.95
    ) throws(StatisticsProblem) {
        let normal = try Check.normalValue(level: level)
        let size = table.count
        guard size > 0, table.allSatisfy({ $0.count == size }) else { throw .notSquare }
        for (row, cells) in table.enumerated() {
            if let column = cells.firstIndex(where: { $0 < 0 }) {
                throw .negativeCount(row: row, column: column)
            }
        }
        // Counts become numbers before they are added, so that no sum of them can overflow.
        let total = table.joined().reduce(0.0) { $0 + Double($1) }
        guard total > 0 else { throw .noValues }
        let shares = table.map { row in row.map { Double($0) / total } }
        let parts = KappaParts(shares: shares, weight: Self.weight(weights, size))
        count = Int(exactly: total) ?? Int.max
        (observed, expected) = (parts.observed, parts.expected)
        // Within rounding of full agreement by chance there is nothing left to divide by.
        guard 1 - parts.expected > 1e-12 else {
            (value, standardError, lower, upper) = (nil, nil, nil, nil)
            return
        }
        let kappa = (parts.observed - parts.expected) / (1 - parts.expected)
        let error = (Swift.max(0, parts.variance(kappa)) / total).squareRoot()
        (value, standardError) = (kappa, error)
        lower = Swift.max(-1, kappa - normal * error)
        upper = Swift.min(1, kappa + normal * error)
    }

    /// The table of two raters' ratings of the same things.
    ///
    /// - Parameters:
    ///   - first: the ratings of one.
    ///   - second: those of the other, of the same things in the same order.
    ///   - categories: all of them, in their order where they have one.
    /// - Throws: `StatisticsProblem.lengthsDiffer`, `.unknownCategory`, `.repeatedCategory`.
    public static func table<Category: Hashable>(
        _ first: [Category], _ second: [Category], categories: [Category]
    ) throws(StatisticsProblem) -> [[Int]] {
        guard first.count == second.count else { throw .lengthsDiffer(first.count, second.count) }
        var places: [Category: Int] = [:]
        for (place, category) in categories.enumerated() {
            if places.updateValue(place, forKey: category) != nil { throw .repeatedCategory(place: place) }
        }
        var table = [[Int]](repeating: [Int](repeating: 0, count: categories.count), count: categories.count)
        for index in first.indices {
            guard let row = places[first[index]], let column = places[second[index]] else {
                throw .unknownCategory(place: index)
            }
            table[row][column] += 1
        }
        return table
    }

    private static func weight(_ weights: Weights, _ size: Int) -> (Int, Int) -> Double {
        let most = Double(Swift.max(1, size - 1))
        return { row, column in
            let distance = Double((row - column).magnitude) / most
            switch weights {
            case .none: return row == column ? 1 : 0
            case .linear: return 1 - distance
            case .quadratic: return 1 - distance * distance
            }
        }
    }
}

/// The sums that kappa and its error are made of.
struct KappaParts {
    private let shares: [[Double]]
    private let weight: (Int, Int) -> Double
    private let rows: [Double]
    private let columns: [Double]
    private(set) var observed = 0.0
    private(set) var expected = 0.0

    init(shares: [[Double]], weight: @escaping (Int, Int) -> Double) {
        self.shares = shares
        self.weight = weight
        rows = shares.map { $0.reduce(0, +) }
        columns = shares.indices.map { column in shares.reduce(0) { $0 + $1[column] } }
        for row in shares.indices {
            for column in shares.indices {
                observed += weight(row, column) * shares[row][column]
                expected += weight(row, column) * rows[row] * columns[column]
            }
        }
    }

    /// The variance of kappa times the number of things rated.
    func variance(_ kappa: Double) -> Double {
        let rest = 1 - expected
        // The mean weight of each category, over what the other rater chose.
        let ofRow = shares.indices.map { row in
            shares.indices.reduce(0) { $0 + columns[$1] * weight(row, $1) }
        }
        let ofColumn = shares.indices.map { column in
            shares.indices.reduce(0) { $0 + rows[$1] * weight($1, column) }
        }
        var sum = 0.0
        for row in shares.indices {
            for column in shares.indices {
                let part = weight(row, column) - (ofRow[row] + ofColumn[column]) * (1 - kappa)
                sum += shares[row][column] * part * part
            }
        }
        let middle = kappa - expected * (1 - kappa)
        return (sum - middle * middle) / (rest * rest)
    }
}
