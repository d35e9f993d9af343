/// Finds the cheapest way to move a count in a network: shortest paths (Dijkstra 1959), one after another until the
/// whole amount has gone; what is hidden already costs nothing.
struct ExchangeNetwork: Sendable {
    private let shape: NetworkShape
    /// The count each lane belongs to, how far it may go, and whether going there hides the count.
    private let owner: [Int]
    private let bounds: [Bounds]
    private let hides: [Bool]
    /// The lane of each count that is hidden by using it.
    private let ownLane: [Int: Int]
    private var flow: [Int]
    private var cost: [Int]
    private var cameBy: [Int]
    private var touched: [Int] = []

    init?(_ component: Component, _ pattern: Pattern) {
        guard let plain = NetworkShape(component) else { return nil }
        var (tail, head, owner): ([Int], [Int], [Int]) = ([], [], [])
        var bounds: [Bounds] = []
        var hides: [Bool] = []
        var ownLane: [Int: Int] = [:]
        for (arc, variable) in component.variables.enumerated() {
            let room = pattern.room(variable)
            for (lane, isHiding) in [(room.free, false), (room.hiding, true)] where !lane.isFixed {
                if isHiding { ownLane[variable] = owner.count }
                tail.append(plain.tail[arc])
                head.append(plain.head[arc])
                owner.append(variable)
                bounds.append(lane)
                hides.append(isHiding)
            }
        }
        shape = NetworkShape(
            tail: tail, head: head, supply: [Int](repeating: 0, count: plain.nodes))
        (self.owner, self.bounds, self.hides, self.ownLane) = (owner, bounds, hides, ownLane)
        flow = [Int](repeating: 0, count: owner.count)
        cost = [Int](repeating: Int.max, count: plain.nodes)
        cameBy = [Int](repeating: -1, count: plain.nodes)
    }

    /// The cheapest way found to move a count by an amount; nil where there is none.
    ///
    /// - Parameter hiddenOnly: whether no further count may be hidden.
    mutating func exchange(
        of variable: Int, by amount: Int, _ pattern: Pattern, hiddenOnly: Bool
    ) -> Exchange? {
        guard let lane = ownLane[variable], bounds[lane].contains(amount) else { return nil }
        let (from, to) =
            amount > 0 ? (shape.head[lane], shape.tail[lane]) : (shape.tail[lane], shape.head[lane])
        defer { clear() }
        var left = abs(amount)
        while left > 0 {
            guard search(from, to, avoiding: variable, pattern, hiddenOnly) else { return nil }
            left -= push(from, to, atMost: left)
        }
        var leaving: [Int] = [variable]
        for lane in touched where hides[lane] && flow[lane] != 0 { leaving.append(owner[lane]) }
        return Exchange(leaving: Set(leaving).sorted())
    }

    private mutating func clear() {
        for lane in touched { flow[lane] = 0 }
        touched = []
    }

    private func room(_ lane: Int, from node: Int) -> Int {
        shape.tail[lane] == node ? bounds[lane].high - flow[lane] : flow[lane] - bounds[lane].low
    }

    private func price(_ lane: Int, _ pattern: Pattern, _ hiddenOnly: Bool) -> Int? {
        if !hides[lane] || flow[lane] != 0 { return 0 }
        if pattern.isHidden[owner[lane]] { return 0 }
        return hiddenOnly || pattern.forbidden == owner[lane] ? nil : pattern.cost(of: owner[lane])
    }

    private mutating func search(
        _ start: Int, _ end: Int, avoiding: Int, _ pattern: Pattern, _ hiddenOnly: Bool
    ) -> Bool {
        for node in cost.indices { cost[node] = Int.max }
        cost[start] = 0
        var waiting = Heap()
        waiting.insert((0, start))
        while let (reached, node) = waiting.removeLeast() {
            if node == end { return true }
            if reached > cost[node] { continue }
            for place in shape.first[node]..<shape.first[node + 1] {
                let lane = shape.incident[place]
                guard owner[lane] != avoiding, room(lane, from: node) > 0,
                    let price = price(lane, pattern, hiddenOnly)
                else { continue }
                let other = shape.tail[lane] == node ? shape.head[lane] : shape.tail[lane]
                if reached + price < cost[other] {
                    cost[other] = reached + price
                    cameBy[other] = lane
                    waiting.insert((reached + price, other))
                }
            }
        }
        return false
    }

    private mutating func push(_ start: Int, _ end: Int, atMost: Int) -> Int {
        var amount = atMost
        for isCounting in [true, false] {
            var node = end
            while node != start {
                let lane = cameBy[node]
                let previous = shape.tail[lane] == node ? shape.head[lane] : shape.tail[lane]
                if isCounting {
                    amount = min(amount, room(lane, from: previous))
                } else {
                    if flow[lane] == 0 { touched.append(lane) }
                    flow[lane] += shape.tail[lane] == previous ? amount : -amount
                }
                node = previous
            }
        }
        return amount
    }
}

/// Nodes that wait, the cheapest first; of equals the one with the lower number.
struct Heap: Sendable {
    private var items: [(cost: Int, node: Int)] = []

    mutating func insert(_ item: (cost: Int, node: Int)) {
        items.append(item)
        var place = items.count - 1
        while place > 0, items[place] < items[(place - 1) / 2] {
            items.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func removeLeast() -> (cost: Int, node: Int)? {
        guard let least = items.first, let last = items.popLast() else { return nil }
        if items.isEmpty { return least }
        items[0] = last
        var place = 0
        while true {
            var smallest = place
            for child in [2 * place + 1, 2 * place + 2]
            where child < items.count && items[child] < items[smallest] { smallest = child }
            if smallest == place { return least }
            items.swapAt(place, smallest)
            place = smallest
        }
    }
}
