/// A table that fits, as a flow in a network, and how far each count can be moved from it.
struct Flow: Sendable {
    let shape: NetworkShape
    private(set) var bounds: [Bounds]
    private(set) var value: [Int]
    private var cameBy: [Int]

    /// A flow that keeps the bounds and all relations; nil where there is none.
    init?(_ shape: NetworkShape, bounds: [Bounds]) {
        self.shape = shape
        self.bounds = bounds
        value = bounds.map(\.low)
        cameBy = [Int](repeating: -1, count: shape.nodes)
        if bounds.contains(where: { $0.low > $0.high }) || !settle() { return nil }
    }

    /// The least and the greatest value an arc can have.
    mutating func range(of arc: Int) -> (low: Extreme, high: Extreme) {
        let fitting = value
        let low = fitting[arc] - exchange(arc, by: -(fitting[arc] - bounds[arc].low))
        let lowest = Extreme(value: low, moves: Self.moves(from: fitting, to: value), isExact: true)
        value = fitting
        let high = fitting[arc] + exchange(arc, by: bounds[arc].high - fitting[arc])
        // Far above every count there can be: some way has no limit.
        let isUnlimited = high >= Bounds.unlimited / 2
        let highest = Extreme(
            value: isUnlimited ? nil : high, moves: Self.moves(from: fitting, to: value),
            isExact: true)
        value = fitting
        return (lowest, highest)
    }

    /// Moves an arc by as much as it can be, up to an amount; the others follow. Gives how far it moved.
    private mutating func exchange(_ arc: Int, by amount: Int) -> Int {
        if amount == 0 { return 0 }
        let (from, to) = amount > 0 ? (shape.head[arc], shape.tail[arc]) : (shape.tail[arc], shape.head[arc])
        var moved = 0
        while moved < abs(amount), search(from, avoiding: arc, until: { $0 == to }) != nil {
            moved += push(from, to, atMost: abs(amount) - moved)
        }
        value[arc] += amount > 0 ? moved : -moved
        return moved
    }

    private static func moves(from old: [Int], to new: [Int]) -> [Move] {
        old.indices.compactMap { old[$0] == new[$0] ? nil : Move(variable: $0, by: new[$0] - old[$0]) }
    }

    /// Pushes flow until every node has its supply.
    private mutating func settle() -> Bool {
        var lacking = shape.supply
        for arc in value.indices {
            lacking[shape.tail[arc]] -= value[arc]
            lacking[shape.head[arc]] += value[arc]
        }
        let outside = shape.outside
        lacking[outside] = 0
        for node in lacking.indices {
            while lacking[node] > 0 {
                let spare = lacking
                guard let end = search(node, until: { spare[$0] < 0 || $0 == outside }) else { return false }
                let most = end == outside ? lacking[node] : min(lacking[node], -lacking[end])
                let moved = push(node, end, atMost: most)
                lacking[node] -= moved
                if end != outside { lacking[end] += moved }
            }
        }
        for node in lacking.indices {
            while lacking[node] < 0 {
                guard search(outside, until: { $0 == node }) != nil else { return false }
                lacking[node] += push(outside, node, atMost: -lacking[node])
            }
        }
        return true
    }

    /// How much more can go along an arc when it is left from a node.
    private func room(_ arc: Int, from node: Int) -> Int {
        shape.tail[arc] == node ? bounds[arc].high - value[arc] : value[arc] - bounds[arc].low
    }

    private func across(_ arc: Int, from node: Int) -> Int {
        shape.tail[arc] == node ? shape.head[arc] : shape.tail[arc]
    }

    /// The nearest node that is wanted and can be reached; `cameBy` holds the way to it.
    private mutating func search(
        _ start: Int, avoiding: Int = -1, until isWanted: (Int) -> Bool
    ) -> Int? {
        if isWanted(start) { return start }
        for node in cameBy.indices { cameBy[node] = -1 }
        var waiting = [start]
        var next = 0
        while next < waiting.count {
            let node = waiting[next]
            next += 1
            for place in shape.first[node]..<shape.first[node + 1] {
                let arc = shape.incident[place]
                let other = across(arc, from: node)
                guard other != start, cameBy[other] < 0, arc != avoiding, room(arc, from: node) > 0 else {
                    continue
                }
                cameBy[other] = arc
                if isWanted(other) { return other }
                waiting.append(other)
            }
        }
        return nil
    }

    private mutating func push(_ start: Int, _ end: Int, atMost: Int) -> Int {
        var amount = atMost
        var node = end
        while node != start {
            let previous = across(cameBy[node], from: node)
            amount = min(amount, room(cameBy[node], from: previous))
            node = previous
        }
        node = end
        while node != start {
            let arc = cameBy[node]
            let previous = across(arc, from: node)
            value[arc] += shape.tail[arc] == previous ? amount : -amount
            node = previous
        }
        return amount
    }
}

/// A count that is another in the table beside.
public struct Move: Sendable, Hashable {
    /// Which count.
    public let variable: Int
    /// By how much it differs.
    public let by: Int
}

/// The least or greatest value of a count, and a table that has it.
struct Extreme: Sendable {
    /// nil: there is no limit.
    let value: Int?
    /// How the table that has this value differs from the one that is given.
    let moves: [Move]
    /// Whether no fitting table goes further; where not, the search was given up.
    let isExact: Bool
}
