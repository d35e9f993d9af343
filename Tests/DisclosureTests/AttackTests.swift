import Testing

@testable import Disclosure
@testable import DisclosureTables

/// All whole counts within bounds that keep all relations, by trying every one: slow, and nothing like the program.
struct Enumeration {
    private(set) var low: [Int]
    private(set) var high: [Int]
    private(set) var isPossible = false

    init(_ system: LinearSystem, _ bounds: [Bounds]) {
        low = bounds.map { _ in Int.max }
        high = bounds.map { _ in Int.min }
        var counts = bounds.map(\.low)
        while true {
            if system.holds(counts) { note(counts) }
            guard let place = counts.indices.first(where: { counts[$0] < bounds[$0].high }) else { return }
            counts[place] += 1
            for before in 0..<place { counts[before] = bounds[before].low }
        }
    }

    private mutating func note(_ counts: [Int]) {
        isPossible = true
        for (place, count) in counts.enumerated() {
            low[place] = min(low[place], count)
            high[place] = max(high[place], count)
        }
    }
}

private func system(_ relations: [[(Int, Int)]]) -> LinearSystem {
    var system = LinearSystem()
    for relation in relations {
        system.require(relation.map { LinearSystem.Term(variable: $0.0, sign: $0.1) })
    }
    return system
}

private func attack(_ system: LinearSystem, _ bounds: [Bounds]) -> Attack? {
    Attack(system, bounds: bounds, asked: bounds.map { _ in true })
}

/// A list with a known total: the ranges of its hidden parts.
private func ranges(_ parts: [(Int, Int)], rest: Int) -> [[Int?]]? {
    let bounds = parts.map { Bounds(low: $0.0, high: $0.1) } + [Bounds(low: rest, high: rest)]
    let sum = system([parts.indices.map { ($0, 1) } + [(parts.count, -1)]])
    return attack(sum, bounds)?.ranges.dropLast().map { [$0.low.value, $0.high.value] }
}

@Suite struct `The reader who puts everything together` {
    private static let any = Bounds.unlimited

    @Test(arguments: [
        // The traps of the reference: what the parts can be, what they sum to, what the reader derives.
        ([(0, any)], 3, [[3, 3]]), ([(0, any), (0, any)], 43, [[0, 43], [0, 43]]),
        ([(0, any), (0, any)], 3, [[0, 3], [0, 3]]), ([(1, 5), (1, 5)], 3, [[1, 2], [1, 2]]),
        ([(1, 5), (1, 5)], 10, [[5, 5], [5, 5]]), ([(1, 5), (1, 5)], 2, [[1, 1], [1, 1]]),
        ([(0, any), (0, 0)], 3, [[3, 3], [0, 0]]),
    ])
    func `derives what the reference derives`(parts: [(Int, Int)], rest: Int, expected: [[Int]]) {
        #expect(ranges(parts, rest: rest) == expected)
    }

    @Test func `finds that nothing fits`() {
        #expect(ranges([(1, 5), (1, 5)], rest: 11) == nil)
        #expect(ranges([(3, 2)], rest: 3) == nil)
    }

    @Test func `sees the rectangle of the reference`() {
        // r1B 3, r1C 15, r2B 18, r2C 9, each in a row and a column.
        let sums = system([
            [(0, 1), (1, 1), (4, -1)], [(2, 1), (3, 1), (5, -1)], [(0, 1), (2, 1), (6, -1)],
            [(1, 1), (3, 1), (7, -1)],
        ])
        let known = [18, 27, 21, 24].map { Bounds(low: $0, high: $0) }
        let open = [Bounds](repeating: Bounds(low: 0, high: Self.any), count: 4) + known
        #expect(
            attack(sums, open)?.ranges.prefix(4).map { [$0.low.value, $0.high.value] } == [
                [0, 18], [0, 18], [3, 21], [6, 24],
            ])
        let small = [Bounds(low: 1, high: 5)] + open.dropFirst()
        #expect(
            attack(sums, small)?.ranges.prefix(4).map { [$0.low.value, $0.high.value] } == [
                [1, 5], [13, 17], [16, 20], [7, 11],
            ])
        // A corner that is known to be 0 narrows the others.
        var corner = open
        corner[3] = Bounds(low: 9, high: 9)
        #expect(
            attack(sums, corner)?.ranges.prefix(3).map { $0.low.value == $0.high.value } == [
                true, true, true,
            ])
    }

    @Test func `finds a half sum that whole numbers cannot have`() {
        // Three counts, each two of which sum to 5 or 6: halves would fit more.
        let sums = system([
            [(0, 1), (1, 1), (3, -1)], [(1, 1), (2, 1), (3, -1)], [(0, 1), (2, 1), (3, -1)],
        ])
        let bounds = [Bounds](repeating: Bounds(low: 0, high: 10), count: 3) + [Bounds(low: 0, high: 5)]
        let found = attack(sums, bounds)
        #expect(found?.ranges.map { $0.high.value } == [2, 2, 2, 4])
        #expect(found?.ranges.allSatisfy { $0.high.isExact } == true)
    }

    @Test(arguments: 1...500)
    func `agrees with trying every count`(seed: Int) {
        var dice = Dice(seed: seed)
        let truth = (0..<dice.int(1...6)).map { _ in dice.int(0...3) }
        var sums = LinearSystem()
        var bounds = truth.map { Bounds(low: max(0, $0 - dice.int(0...2)), high: $0 + dice.int(0...2)) }
        for _ in 0..<dice.int(1...4) {
            var terms: [LinearSystem.Term] = []
            var sum = 0
            for (variable, count) in truth.enumerated() where dice.isOne(in: 2) {
                let sign = dice.isOne(in: 3) ? -1 : 1
                terms.append(LinearSystem.Term(variable: variable, sign: sign))
                sum += sign * count
            }
            if terms.isEmpty { continue }
            terms.append(LinearSystem.Term(variable: bounds.count, sign: -1))
            bounds.append(Bounds(low: sum, high: sum))
            sums.require(terms)
        }
        let all = Enumeration(sums, bounds)
        let found = attack(sums, bounds)
        #expect(all.isPossible)
        #expect(found?.ranges.map { $0.low.value } == all.low)
        #expect(found?.ranges.map { $0.high.value } == all.high)
        #expect(found.map { sums.holds($0.example) } == true)
    }

    @Test(arguments: 1...200)
    func `finds nothing where nothing fits`(seed: Int) {
        var dice = Dice(seed: seed)
        let bounds = (0..<4).map { _ in Bounds(low: dice.int(0...2), high: dice.int(2...4)) }
        var sums = LinearSystem()
        for _ in 0..<3 {
            sums.require(
                (0..<4).compactMap { variable in
                    dice.isOne(in: 3)
                        ? nil : LinearSystem.Term(variable: variable, sign: dice.isOne(in: 2) ? 1 : -1)
                })
        }
        #expect((attack(sums, bounds) != nil) == Enumeration(sums, bounds).isPossible)
    }

    @Test(arguments: 1...150)
    func `gets the same from a network and from a programme`(seed: Int) throws {
        var dice = Dice(seed: seed)
        let table = try RandomTable(.grid, &dice, most: 6).table
        let union = Union(table, [], .dfeChildrenInNeed)
        let bounds = table.cells.map { cell in
            dice.isOne(in: 2)
                ? Bounds(low: 0, high: dice.isOne(in: 2) ? Bounds.unlimited : cell.count + 4)
                : Bounds(low: cell.count, high: cell.count)
        }
        for component in union.system.components(known: bounds.map { $0.isFixed ? $0.low : nil }) {
            let own = component.variables.map { bounds[$0] }
            let shape = try #require(NetworkShape(component))
            var flow = try #require(Flow(shape, bounds: own))
            let programme = try #require(IntegerProgramme(component, bounds: own))
            for place in own.indices {
                var cost = own.map { _ in 0 }
                cost[place] = 1
                let range = flow.range(of: place)
                #expect(range.low.value == programme.minimise(cost)?.objective)
                cost[place] = -1
                #expect(range.high.value == programme.minimise(cost)?.objective.map { -$0 })
            }
        }
    }
}

@Suite struct `Which sums a table has` {
    @Test func `of a cube: each margin by one step for each dimension it sums over`() throws {
        var dice = Dice(seed: 5)
        let table = try RandomTable(.cube, &dice).table
        let found = Relations.expansions(of: table.cells.map(table.place)).filter { $0.total != nil }
        let steps = table.cells.reduce(0) { $0 + $1.names.filter { $0 == nil }.count }
        #expect(found.count == steps)
    }

    @Test func `of a grid without margins: none`() throws {
        let cells = ["a", "b"].flatMap { row in ["x", "y"].map { CountTable.Cell([row, $0], 9) } }
        let table = try CountTable(dimensions: ["row", "column"], cells: cells)
        #expect(Union(table, [], .dfeChildrenInNeed).system.relations.isEmpty)
    }

    @Test func `skips the margin that is not there`() throws {
        let cells = ["a", "b"].flatMap { row in ["x", "y"].map { CountTable.Cell([row, $0], 9) } }
        let table = try CountTable(
            dimensions: ["row", "column"], cells: cells + [CountTable.Cell([nil, nil], 36)])
        #expect(Union(table, [], .dfeChildrenInNeed).system.relations.map(\.count) == [5])
    }
}
