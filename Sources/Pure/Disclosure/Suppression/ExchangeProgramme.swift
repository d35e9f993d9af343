/// Finds a cheap way to move a count where the relations are no network: an integer programme over the counts that
/// are nearest to it by price, over more of them where these are too few.
struct ExchangeProgramme: Sendable {
    private let component: Component
    private let place: [Int: Int]
    /// The relations each count of the component stands in.
    private let uses: [[Int]]

    private static let sizes = [60, 240, 900]

    init(_ component: Component) {
        self.component = component
        var place: [Int: Int] = [:]
        for (index, variable) in component.variables.enumerated() { place[variable] = index }
        self.place = place
        var uses = [[Int]](repeating: [], count: component.variables.count)
        for (row, relation) in component.rows.enumerated() {
            for term in relation.terms { uses[term.variable].append(row) }
        }
        self.uses = uses
    }

    /// A cheap way to move a count by an amount; nil where none was found.
    ///
    /// - Parameter hiddenOnly: whether no further count may be hidden.
    func exchange(
        of variable: Int, by amount: Int, _ pattern: Pattern, hiddenOnly: Bool
    ) -> Exchange? {
        guard let own = place[variable] else { return nil }
        let near = nearest(to: own, pattern, hiddenOnly)
        for size in Self.sizes {
            let chosen = Array(near.prefix(size))
            if let found = solve(own, amount, chosen, pattern, hiddenOnly) { return found }
            if size >= near.count { return nil }
        }
        return nil
    }

    /// The counts that may move, by the price of the way to them.
    private func nearest(to own: Int, _ pattern: Pattern, _ hiddenOnly: Bool) -> [Int] {
        var cost = [Int](repeating: Int.max, count: component.rows.count)
        var isTaken = [Bool](repeating: false, count: component.variables.count)
        var near: [Int] = []
        var waiting = Heap()
        // A count stands for itself, a relation comes after all counts.
        waiting.insert((0, own))
        while let (reached, node) = waiting.removeLeast() {
            if node < uses.count {
                if isTaken[node] { continue }
                isTaken[node] = true
                near.append(node)
                for row in uses[node] where reached < cost[row] {
                    cost[row] = reached
                    waiting.insert((reached, uses.count + row))
                }
            } else {
                for term in component.rows[node - uses.count].terms where !isTaken[term.variable] {
                    guard let price = price(term.variable, pattern, hiddenOnly) else { continue }
                    waiting.insert((reached + price, term.variable))
                }
            }
        }
        return near
    }

    private func price(_ index: Int, _ pattern: Pattern, _ hiddenOnly: Bool) -> Int? {
        let variable = component.variables[index]
        let room = pattern.room(variable)
        if !room.free.isFixed { return 0 }
        if room.hiding.isFixed { return nil }
        if pattern.isHidden[variable] { return 0 }
        return hiddenOnly || pattern.forbidden == variable ? nil : pattern.cost(of: variable)
    }

    /// A column of the programme: a count that goes up or down, freely or by being hidden.
    private struct Lane {
        let index: Int
        let sign: Int
        let hides: Bool
        let cost: Int
        let most: Int
    }

    private func lanes(_ own: Int, _ amount: Int, _ chosen: [Int], _ pattern: Pattern, _ hiddenOnly: Bool)
        -> [Lane]
    {
        chosen.flatMap { index -> [Lane] in
            let variable = component.variables[index]
            if index == own {
                return [Lane(index: own, sign: amount.signum(), hides: true, cost: 0, most: abs(amount))]
            }
            let room = pattern.room(variable)
            var lanes: [Lane] = []
            for (bounds, hides) in [(room.free, false), (room.hiding, true)] {
                let isBarred = hiddenOnly || pattern.forbidden == variable
                if hides && isBarred && !pattern.isHidden[variable] { continue }
                let cost = hides ? pattern.cost(of: variable) : 0
                for (sign, most) in [(1, bounds.high), (-1, -bounds.low)] where most > 0 {
                    lanes.append(Lane(index: index, sign: sign, hides: hides, cost: cost, most: most))
                }
            }
            return lanes
        }
    }

    private func solve(
        _ own: Int, _ amount: Int, _ chosen: [Int], _ pattern: Pattern, _ hiddenOnly: Bool
    ) -> Exchange? {
        let room = pattern.room(component.variables[own]).hiding
        guard room.contains(amount) else { return nil }
        let lanes = lanes(own, amount, chosen, pattern, hiddenOnly)
        var rows: [Int: Component.Row] = [:]
        for (column, lane) in lanes.enumerated() {
            for row in uses[lane.index] {
                for term in component.rows[row].terms where term.variable == lane.index {
                    rows[row, default: Component.Row(terms: [], constant: 0)].terms.append(
                        LinearSystem.Term(variable: column, sign: term.sign * lane.sign))
                }
            }
        }
        var part = Component()
        part.variables = Array(lanes.indices)
        part.rows = rows.sorted { $0.key < $1.key }.map(\.value)
        let bounds = lanes.map { lane in
            lane.index == own
                ? Bounds(low: abs(amount), high: abs(amount)) : Bounds(low: 0, high: lane.most)
        }
        guard let found = IntegerProgramme(part, bounds: bounds)?.minimise(lanes.map(\.cost), effort: 60)
        else { return nil }
        let leaving = lanes.indices.filter { lanes[$0].hides && found.values[$0] > 0 }
        return Exchange(leaving: Set(leaving.map { component.variables[lanes[$0].index] }).sorted())
    }
}
