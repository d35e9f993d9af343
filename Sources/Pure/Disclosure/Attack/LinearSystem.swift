/// Unknown counts and the sums that tie them: Σ sign × count = 0 for each relation.
struct LinearSystem: Sendable {
    /// A count in a relation, added or taken away.
    struct Term: Sendable, Hashable {
        var variable: Int
        var sign: Int
    }

    private(set) var relations: [[Term]] = []

    /// Adds a relation, unless nothing is in it.
    mutating func require(_ terms: [Term]) {
        if !terms.isEmpty { relations.append(terms) }
    }

    /// The unknown counts that hang together, each group with the relations among them; a count that is known ties
    /// nothing. Groups and what is in them stand in the order of the counts.
    ///
    /// - Parameter known: the value of each count that is known; nil where it is not.
    func components(known: [Int?]) -> [Component] {
        var sets = joined(known)
        var number = [Int](repeating: -1, count: known.count)
        var place = number
        var components: [Component] = []
        for variable in known.indices where known[variable] == nil {
            let root = sets.root(variable)
            if number[root] < 0 {
                number[root] = components.count
                components.append(Component())
            }
            place[variable] = components[number[root]].variables.count
            components[number[root]].variables.append(variable)
        }
        for relation in relations {
            guard let some = relation.first(where: { known[$0.variable] == nil }) else { continue }
            components[number[sets.root(some.variable)]].rows.append(Self.row(relation, known, place))
        }
        return components
    }

    private func joined(_ known: [Int?]) -> DisjointSets {
        var sets = DisjointSets(count: known.count)
        for relation in relations {
            var first: Int?
            for term in relation where known[term.variable] == nil {
                if let first { sets.join(first, term.variable) } else { first = term.variable }
            }
        }
        return sets
    }

    /// A relation among the unknown counts of a component.
    private static func row(_ relation: [Term], _ known: [Int?], _ place: [Int]) -> Component.Row {
        var row = Component.Row(terms: [], constant: 0)
        for term in relation {
            if let value = known[term.variable] {
                row.constant -= term.sign * value
            } else {
                row.terms.append(Term(variable: place[term.variable], sign: term.sign))
            }
        }
        return row
    }

    /// Whether every relation holds.
    func holds(_ values: [Int]) -> Bool {
        relations.allSatisfy { $0.reduce(0) { $0 + $1.sign * values[$1.variable] } == 0 }
    }
}

/// Unknown counts that hang together.
struct Component: Sendable {
    /// Σ sign × count = constant, the counts numbered within the component.
    struct Row: Sendable {
        var terms: [LinearSystem.Term]
        var constant: Int
    }

    /// The counts, as the system numbers them.
    var variables: [Int] = []
    var rows: [Row] = []
}

/// Groups that are joined until all that hang together are one.
struct DisjointSets: Sendable {
    private var parent: [Int]

    init(count: Int) { parent = Array(0..<count) }

    mutating func root(_ one: Int) -> Int {
        var one = one
        while parent[one] != one {
            parent[one] = parent[parent[one]]
            one = parent[one]
        }
        return one
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (first, second) = (root(one), root(other))
        parent[max(first, second)] = min(first, second)
    }
}
