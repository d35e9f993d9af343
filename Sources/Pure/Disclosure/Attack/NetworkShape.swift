/// Counts as the arcs of a network and their relations as its nodes, where that is possible: every count stands in at
/// most two relations, once added and once taken away after some relations are turned round. Tables in one and two
/// dimensions with margins, and trees of any depth, are such networks; their ranges need no search.
struct NetworkShape: Sendable {
    /// For each arc the node it leaves and the node it enters; the last node stands for “outside”.
    let tail: [Int]
    let head: [Int]
    /// What must leave each node more than enters it; outside takes what is left over.
    let supply: [Int]
    /// The arcs at a node are `incident[first[node]..<first[node + 1]]`.
    let first: [Int]
    let incident: [Int]

    var nodes: Int { supply.count }
    var outside: Int { supply.count - 1 }

    /// nil where the relations are no network.
    init?(_ component: Component) {
        let outside = component.rows.count
        var uses = [[(row: Int, sign: Int)]](repeating: [], count: component.variables.count)
        for (row, relation) in component.rows.enumerated() {
            for term in relation.terms {
                uses[term.variable].append((row, term.sign))
                if uses[term.variable].count > 2 { return nil }
            }
        }
        guard let turn = Self.turns(component, uses) else { return nil }
        var tail = [Int](repeating: outside, count: uses.count)
        var head = tail
        for (arc, uses) in uses.enumerated() {
            for use in uses {
                if use.sign * turn[use.row] > 0 { tail[arc] = use.row } else { head[arc] = use.row }
            }
        }
        self.init(tail: tail, head: head, supply: zip(component.rows, turn).map { $0.constant * $1 } + [0])
    }

    init(tail: [Int], head: [Int], supply: [Int]) {
        self.tail = tail
        self.head = head
        self.supply = supply
        var first = [Int](repeating: 0, count: supply.count + 1)
        for arc in tail.indices {
            first[tail[arc] + 1] += 1
            first[head[arc] + 1] += 1
        }
        for node in supply.indices { first[node + 1] += first[node] }
        var next = first
        var incident = [Int](repeating: 0, count: 2 * tail.count)
        for arc in tail.indices {
            incident[next[tail[arc]]] = arc
            next[tail[arc]] += 1
            incident[next[head[arc]]] = arc
            next[head[arc]] += 1
        }
        self.first = first
        self.incident = incident
    }

    /// Which relations to turn round (−1) so that each count is added in one and taken away in the other.
    private static func turns(_ component: Component, _ uses: [[(row: Int, sign: Int)]]) -> [Int]? {
        var turn = [Int](repeating: 0, count: component.rows.count)
        for start in turn.indices where turn[start] == 0 {
            turn[start] = 1
            var waiting = [start]
            while let row = waiting.popLast() {
                for term in component.rows[row].terms where uses[term.variable].count == 2 {
                    let (one, two) = (uses[term.variable][0], uses[term.variable][1])
                    let other = one.row == row ? two : one
                    let wanted = -turn[row] * term.sign * other.sign
                    if turn[other.row] == 0 {
                        turn[other.row] = wanted
                        waiting.append(other.row)
                    } else if turn[other.row] != wanted {
                        return nil
                    }
                }
            }
        }
        return turn
    }
}
