/// What a reader can work out of every hidden cell from everything that is published, with the tables that prove it.
///
/// It is made from what is published alone and can be checked without the program: `example` keeps every bound and
/// relation, and so does each table that differs from it by the moves of a range. Two such tables with different values
/// of a cell show that nobody can tell which of them is true.
public struct Certificate: Sendable, Hashable {
    /// A cell whose count a reader does not know.
    public struct Unknown: Sendable, Hashable {
        /// Its number in the certificate, from 1.
        public let id: Int
        /// Where it stands.
        public let place: CellPlace
        /// Whether it belongs to another version that was released before.
        public let isOtherVersion: Bool
        /// What is known of it without the relations; `high` nil: no limit.
        public let low: Int
        /// The greatest it can be by itself.
        public let high: Int?
        /// Its count in the example.
        public let example: Int
    }

    /// Σ of the unknown counts, those with a minus before their number taken away, is the constant.
    public struct Relation: Sendable, Hashable {
        /// Numbers of cells, with a sign.
        public let terms: [Int]
        /// What they come to.
        public let constant: Int
    }

    /// What a hidden cell can be.
    public struct Range: Sendable, Hashable {
        /// The cell.
        public let id: Int
        /// The least value a reader must think possible.
        public let low: Int
        /// The greatest; nil: no limit.
        public let high: Int?
        /// Whether nothing beyond is possible; where not, the search for more was given up.
        public let isExact: Bool
        /// How the table with the least value differs from the example: numbers of cells and differences.
        public let lowBy: [Move]
        /// How the table with the greatest value differs from it; without a limit, one with a value beyond every
        /// count, or nothing where the search gave none.
        public let highBy: [Move]
    }

    /// The cells that are hidden or rounded.
    public let unknown: [Unknown]
    /// How they hang together.
    public let relations: [Relation]
    /// What each hidden cell can be.
    public let ranges: [Range]

    init(unknown: [Unknown], relations: [Relation], ranges: [Range]) {
        (self.unknown, self.relations, self.ranges) = (unknown, relations, ranges)
    }

    init(_ union: Union, _ bounds: [Bounds], _ attack: Attack) {
        var number = [Int](repeating: 0, count: bounds.count)
        var unknown: [Unknown] = []
        for (variable, own) in bounds.enumerated() where !own.isFixed {
            number[variable] = unknown.count + 1
            unknown.append(
                Unknown(
                    id: unknown.count + 1, place: union.name[variable],
                    isOtherVersion: union.isOtherVersion(variable), low: own.low,
                    high: own.high >= Bounds.unlimited ? nil : own.high, example: attack.example[variable]))
        }
        self.unknown = unknown
        relations = union.system.relations.compactMap { relation in
            let terms = relation.filter { number[$0.variable] > 0 }
            let constant = relation.reduce(0) { sum, term in
                number[term.variable] > 0 ? sum : sum - term.sign * bounds[term.variable].low
            }
            return terms.isEmpty
                ? nil : Relation(terms: terms.map { $0.sign * number[$0.variable] }, constant: constant)
        }
        ranges = attack.ranges.filter { number[$0.variable] > 0 }.map { range in
            Range(
                id: number[range.variable], low: range.low.value ?? 0, high: range.high.value,
                isExact: range.low.isExact && range.high.isExact,
                lowBy: range.low.moves.map { Move(variable: number[$0.variable], by: $0.by) },
                highBy: range.high.moves.map { Move(variable: number[$0.variable], by: $0.by) })
        }
    }

    /// Whether the example and every table of a range keep all bounds and relations and reach what is said.
    public func isRight() -> Bool {
        let example = unknown.map(\.example)
        guard fits(example) else { return false }
        return ranges.allSatisfy { range in
            let low = moved(example, range.lowBy)
            guard fits(low), low[range.id - 1] == range.low else { return false }
            // Without a limit the table, where there is one, has a value beyond every count.
            let high = moved(example, range.highBy)
            guard let most = range.high else {
                return range.highBy.isEmpty || fits(high) && high[range.id - 1] > CountTable.greatestCount
            }
            return fits(high) && high[range.id - 1] == most
        }
    }

    private func moved(_ counts: [Int], _ moves: [Move]) -> [Int] {
        var counts = counts
        for move in moves { counts[move.variable - 1] += move.by }
        return counts
    }

    private func fits(_ counts: [Int]) -> Bool {
        for (cell, count) in zip(unknown, counts) where count < cell.low || count > cell.high ?? Int.max {
            return false
        }
        return relations.allSatisfy { relation in
            relation.terms.reduce(0) { $0 + $1.signum() * counts[abs($1) - 1] } == relation.constant
        }
    }
}
