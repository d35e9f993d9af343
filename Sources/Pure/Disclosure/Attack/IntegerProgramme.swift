/// Counts that hang together by relations of any shape, searched by branch and bound (Land and Doig 1960).
struct IntegerProgramme: Sendable {
    private let component: Component
    private let root: Simplex

    /// What a search found.
    struct Found: Sendable {
        /// nil: there is no limit.
        let objective: Int?
        let values: [Int]
        /// Whether nothing better is possible.
        let isBest: Bool
    }

    /// nil where no counts fit, whole or not.
    init?(_ component: Component, bounds: [Bounds]) {
        self.component = component
        let rows = component.rows.map { row in
            (
                terms: row.terms.map { (column: $0.variable, factor: Double($0.sign)) },
                constant: Double(row.constant)
            )
        }
        let high = bounds.map { $0.high >= Bounds.unlimited ? Double.infinity : Double($0.high) }
        guard var simplex = Simplex(rows: rows, low: bounds.map { Double($0.low) }, high: high),
            simplex.makeFeasible()
        else { return nil }
        root = simplex
    }

    /// The whole counts with the least Σ cost × count; nil where there are none or the search was given up
    /// before it found any.
    ///
    /// - Parameter effort: how many branches are looked at.
    func minimise(_ cost: [Int], effort: Int = 400) -> Found? {
        let prices = cost.map(Double.init)
        var waiting = [root]
        var best: (objective: Int, values: [Int])?
        var looked = 0
        while var simplex = waiting.popLast() {
            looked += 1
            if looked > effort {
                return best.map { Found(objective: $0.objective, values: $0.values, isBest: false) }
            }
            let least: Double
            switch simplex.minimise(prices) {
            case .least(let value): least = value
            case .unlimited: return unlimited(simplex)
            case .unknown:
                return best.map { Found(objective: $0.objective, values: $0.values, isBest: false) }
            }
            if let best, (least - Simplex.tolerance * 10).rounded(.up) >= Double(best.objective) { continue }
            guard let column = fraction(simplex.value) else {
                let values = simplex.value.map { Int($0.rounded()) }
                if holds(values, within: simplex) {
                    best = (zip(cost, values).reduce(0) { $0 + $1.0 * $1.1 }, values)
                }
                continue
            }
            waiting += branches(simplex, column)
        }
        return best.map { Found(objective: $0.objective, values: $0.values, isBest: true) }
    }

    /// The two halves in which a count that came out broken is whole on either side; the lower is looked at first.
    private func branches(_ simplex: Simplex, _ column: Int) -> [Simplex] {
        let split = simplex.value[column].rounded(.down)
        var (above, below) = (simplex, simplex)
        above.bound(column, low: split + 1, high: simplex.high[column])
        below.bound(column, low: simplex.low[column], high: split)
        var halves: [Simplex] = []
        if above.makeFeasible() { halves.append(above) }
        if below.makeFeasible() { halves.append(below) }
        return halves
    }

    private func unlimited(_ simplex: Simplex) -> Found? {
        Found(objective: nil, values: simplex.value.map { Int($0.rounded()) }, isBest: true)
    }

    private func fraction(_ values: [Double]) -> Int? {
        var best: Int?
        var most = 1e-5
        for (column, value) in values.enumerated() where abs(value - value.rounded()) > most {
            (best, most) = (column, abs(value - value.rounded()))
        }
        return best
    }

    /// Checks in whole numbers what the simplex method proposed.
    private func holds(_ values: [Int], within simplex: Simplex) -> Bool {
        for (column, value) in values.enumerated() {
            if Double(value) < simplex.low[column] - 0.5 || Double(value) > simplex.high[column] + 0.5 {
                return false
            }
        }
        return component.rows.allSatisfy { row in
            row.terms.reduce(0) { $0 + $1.sign * values[$1.variable] } == row.constant
        }
    }
}
