/// The reader who puts everything together: what each count can be, given all relations and bounds. It knows nothing
/// that is not published.
struct Attack: Sendable {
    /// What one count can be.
    struct Range: Sendable {
        let variable: Int
        let low: Extreme
        let high: Extreme
    }

    /// A table that fits everything known; how near it is to the truth says nothing.
    let example: [Int]
    /// What was asked for, in the order of the counts.
    let ranges: [Range]

    /// nil where nothing fits, or where no fitting table was found.
    ///
    /// - Parameter asked: for which counts the range is wanted.
    init?(_ system: LinearSystem, bounds: [Bounds], asked: [Bool]) {
        if bounds.contains(where: { $0.low > $0.high }) { return nil }
        let known = bounds.map { $0.isFixed ? $0.low : nil }
        var example = known.map { $0 ?? 0 }
        var ranges: [Range] = []
        for component in system.components(known: known) {
            guard let part = Self.attack(component, bounds, asked) else { return nil }
            for (variable, value) in zip(component.variables, part.example) { example[variable] = value }
            ranges += part.ranges
        }
        for variable in asked.indices where asked[variable] {
            guard let value = known[variable] else { continue }
            let only = Extreme(value: value, moves: [], isExact: true)
            ranges.append(Range(variable: variable, low: only, high: only))
        }
        guard system.holds(example) else { return nil }
        self.example = example
        self.ranges = ranges.sorted { $0.variable < $1.variable }
    }

    private static func attack(
        _ component: Component, _ bounds: [Bounds], _ asked: [Bool]
    ) -> (example: [Int], ranges: [Range])? {
        let own = component.variables.map { bounds[$0] }
        let wanted = component.variables.indices.filter { asked[component.variables[$0]] }
        var ranges: [Range] = []
        if let shape = NetworkShape(component) {
            guard var flow = Flow(shape, bounds: own) else { return nil }
            for place in wanted {
                let range = flow.range(of: place)
                ranges.append(renamed(place, range.low, range.high, component))
            }
            return (flow.value, ranges)
        }
        guard let programme = IntegerProgramme(component, bounds: own) else { return nil }
        let nothing = [Int](repeating: 0, count: own.count)
        guard let fitting = programme.minimise(nothing)?.values else { return nil }
        for place in wanted {
            let low = extreme(of: place, 1, programme, fitting)
            let high = extreme(of: place, -1, programme, fitting)
            ranges.append(renamed(place, low, high, component))
        }
        return (fitting, ranges)
    }

    /// Moves name the counts as the system does.
    private static func renamed(_ place: Int, _ low: Extreme, _ high: Extreme, _ component: Component)
        -> Range
    {
        func renamed(_ extreme: Extreme) -> Extreme {
            Extreme(
                value: extreme.value,
                moves: extreme.moves.map { Move(variable: component.variables[$0.variable], by: $0.by) },
                isExact: extreme.isExact)
        }
        return Range(variable: component.variables[place], low: renamed(low), high: renamed(high))
    }

    private static func extreme(
        of place: Int, _ sign: Int, _ programme: IntegerProgramme, _ fitting: [Int]
    ) -> Extreme {
        var cost = [Int](repeating: 0, count: fitting.count)
        cost[place] = sign
        guard let found = programme.minimise(cost) else {
            return Extreme(value: fitting[place], moves: [], isExact: false)
        }
        if found.objective == nil { return Extreme(value: nil, moves: [], isExact: true) }
        let moves = fitting.indices.compactMap { index in
            found.values[index] == fitting[index]
                ? nil : Move(variable: index, by: found.values[index] - fitting[index])
        }
        return Extreme(value: found.values[place], moves: moves, isExact: found.isBest)
    }
}
