/// Linear programming over counts with bounds, by the simplex method with a dense tableau (Dantzig 1947; bounded
/// variables, first phase by the sum of infeasibilities). What it proposes is only believed after exact checking.
struct Simplex: Sendable {
    private let columns: Int
    private var tableau: [Double] = []
    private var basis: [Int] = []
    private var isBasic: [Bool]
    private var atHigh: [Bool]
    private(set) var low: [Double]
    private(set) var high: [Double]
    /// The values of all variables.
    private(set) var value: [Double]
    private var constant: [Double] = []

    static let tolerance = 1e-7
    private static let tiny = 1e-9
    private static let mostSteps = 20_000

    /// nil where the relations contradict each other.
    ///
    /// - Parameter low: must be finite.
    init?(rows: [(terms: [(column: Int, factor: Double)], constant: Double)], low: [Double], high: [Double]) {
        columns = low.count
        self.low = low
        self.high = high
        value = low
        isBasic = [Bool](repeating: false, count: columns)
        atHigh = isBasic
        for row in rows {
            tableau += [Double](repeating: 0, count: columns)
            for term in row.terms { tableau[tableau.count - columns + term.column] += term.factor }
            constant.append(row.constant)
            guard eliminate(constant.count - 1) else { return nil }
        }
        settleBasics()
    }

    /// Makes the last row independent of those before and gives it a basic variable, or drops it.
    private mutating func eliminate(_ row: Int) -> Bool {
        for other in basis.indices {
            let factor = tableau[row * columns + basis[other]]
            if factor != 0 { subtract(other, times: factor, from: row) }
        }
        var best = -1
        for column in 0..<columns where abs(tableau[row * columns + column]) > Self.tolerance {
            if best < 0 || high[column] - low[column] > high[best] - low[best] { best = column }
        }
        guard best >= 0 else {
            let agrees = abs(constant[row]) < Self.tolerance
            tableau.removeLast(columns)
            constant.removeLast()
            return agrees
        }
        basis.append(best)
        isBasic[best] = true
        pivot(row, best)
        return true
    }

    private mutating func subtract(_ source: Int, times factor: Double, from row: Int) {
        let (from, to, columns) = (source * columns, row * columns, columns)
        tableau.withUnsafeMutableBufferPointer { cells in
            for column in 0..<columns where cells[from + column] != 0 {
                let left = cells[to + column] - factor * cells[from + column]
                cells[to + column] = abs(left) < Self.tiny ? 0 : left
            }
        }
        constant[row] -= factor * constant[source]
    }

    private mutating func pivot(_ row: Int, _ column: Int) {
        let factor = 1 / tableau[row * columns + column]
        if factor != 1 {
            for place in (row * columns)..<((row + 1) * columns) { tableau[place] *= factor }
            constant[row] *= factor
        }
        tableau[row * columns + column] = 1
        for other in basis.indices where other != row {
            let factor = tableau[other * columns + column]
            if factor != 0 {
                subtract(row, times: factor, from: other)
                tableau[other * columns + column] = 0
            }
        }
    }

    /// The basic variables follow from the others.
    private mutating func settleBasics() {
        for column in 0..<columns where !isBasic[column] {
            value[column] = atHigh[column] ? high[column] : low[column]
        }
        for row in basis.indices {
            var sum = constant[row]
            for column in 0..<columns where !isBasic[column] {
                let factor = tableau[row * columns + column]
                if factor != 0 { sum -= factor * value[column] }
            }
            value[basis[row]] = sum
        }
    }

    /// Narrows a variable; the values must then be made feasible again.
    mutating func bound(_ column: Int, low newLow: Double, high newHigh: Double) {
        low[column] = newLow
        high[column] = newHigh
        if high[column].isInfinite { atHigh[column] = false }
        settleBasics()
    }

    /// Brings all variables within their bounds; false where that is impossible.
    mutating func makeFeasible() -> Bool {
        for step in 0..<Self.mostSteps {
            var cost = [Double](repeating: 0, count: columns)
            var isFeasible = true
            for variable in basis {
                if value[variable] < low[variable] - Self.tolerance {
                    cost[variable] = -1
                    isFeasible = false
                } else if value[variable] > high[variable] + Self.tolerance {
                    cost[variable] = 1
                    isFeasible = false
                }
            }
            if isFeasible { return true }
            guard improve(cost, isCareful: step > 300) == .better else { return false }
        }
        return false
    }

    /// What a minimisation ends with.
    enum Outcome {
        case least(Double)
        case unlimited
        /// It took too long.
        case unknown
    }

    /// Goes to the least Σ cost × value from values that are feasible.
    mutating func minimise(_ cost: [Double]) -> Outcome {
        for step in 0..<Self.mostSteps {
            switch improve(cost, isCareful: step > 300) {
            case .better: continue
            case .best: return .least(zip(cost, value).reduce(0) { $0 + $1.0 * $1.1 })
            case .unlimited: return .unlimited
            }
        }
        return .unknown
    }

    private enum Step { case better, best, unlimited }

    /// One step; when careful it cannot go round in circles (Bland 1977).
    private mutating func improve(_ cost: [Double], isCareful: Bool) -> Step {
        guard let entering = entering(cost, isCareful) else { return .best }
        let direction: Double = atHigh[entering] ? -1 : 1
        var reach = high[entering] - low[entering]
        var blocking = -1
        var stopsAtHigh = false
        for row in basis.indices {
            let rate = -tableau[row * columns + entering] * direction
            if abs(rate) < Self.tolerance { continue }
            guard let (limit, isHigh) = limit(basis[row], rate) else { continue }
            let room = max(0, limit)
            let isTie = abs(room - reach) < Self.tiny && blocking >= 0
            if room < reach - Self.tiny || isTie && prefers(row, blocking, entering, isCareful) {
                (reach, blocking, stopsAtHigh) = (room, row, isHigh)
            }
        }
        if reach.isInfinite { return .unlimited }
        move(entering, by: direction * reach)
        if blocking < 0 {
            atHigh[entering].toggle()
        } else {
            let leaving = basis[blocking]
            isBasic[leaving] = false
            atHigh[leaving] = stopsAtHigh
            isBasic[entering] = true
            basis[blocking] = entering
            value[leaving] = stopsAtHigh ? high[leaving] : low[leaving]
            pivot(blocking, entering)
        }
        return .better
    }

    private mutating func move(_ entering: Int, by amount: Double) {
        if amount == 0 { return }
        value[entering] += amount
        for row in basis.indices { value[basis[row]] -= tableau[row * columns + entering] * amount }
    }

    private func prefers(_ row: Int, _ other: Int, _ entering: Int, _ isCareful: Bool) -> Bool {
        isCareful
            ? basis[row] < basis[other]
            : abs(tableau[row * columns + entering]) > abs(tableau[other * columns + entering])
    }

    private func entering(_ cost: [Double], _ isCareful: Bool) -> Int? {
        var reduced = cost
        for row in basis.indices where cost[basis[row]] != 0 {
            let factor = cost[basis[row]]
            for column in 0..<columns { reduced[column] -= factor * tableau[row * columns + column] }
        }
        var best = -1
        var most = Self.tolerance
        for column in 0..<columns where !isBasic[column] && high[column] - low[column] > Self.tiny {
            let gain = atHigh[column] ? reduced[column] : -reduced[column]
            if gain > most {
                if isCareful { return column }
                (best, most) = (column, gain)
            }
        }
        return best < 0 ? nil : best
    }

    /// How far the entering variable can go until this basic one stops it, and at which of its bounds.
    private func limit(_ variable: Int, _ rate: Double) -> (Double, isHigh: Bool)? {
        let now = value[variable]
        if now < low[variable] - Self.tolerance {
            return rate > 0 ? ((low[variable] - now) / rate, false) : nil
        }
        if now > high[variable] + Self.tolerance {
            return rate < 0 ? ((high[variable] - now) / rate, true) : nil
        }
        if rate > 0 { return high[variable].isInfinite ? nil : ((high[variable] - now) / rate, true) }
        return ((low[variable] - now) / rate, false)
    }
}
