import Disclosure

/// Numbers that look random and are the same in every run.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9e37_79b9_7f4a_7c15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_f491_4f6c_dd1d
    }

    mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    mutating func isOne(in count: Int) -> Bool { int(1...count) == 1 }
}

/// The shapes a made-up table can have.
enum Shape: String, CaseIterable, Sendable {
    case list, grid, gridWithoutColumnSums, cube, tree, treeByGrid, linked, halfLinked
}

/// A made-up table of any shape, with small counts, noughts and large ones.
struct RandomTable {
    let shape: Shape
    let table: CountTable

    init(_ shape: Shape, _ dice: inout Dice, most: Int = 5) throws {
        self.shape = shape
        table = try Self.make(shape, &dice, most)
    }

    private static func make(_ shape: Shape, _ dice: inout Dice, _ most: Int) throws -> CountTable {
        let big = most
        switch shape {
        case .list: return try cross([dice.int(1...(2 * big))], &dice) { _ in true }
        case .grid: return try cross([dice.int(1...big), dice.int(1...big)], &dice) { _ in true }
        case .gridWithoutColumnSums:
            return try cross([dice.int(2...big), dice.int(2...big)], &dice) { $0 != [true, false] }
        case .cube:
            let sides = [dice.int(2...max(2, big - 2)), dice.int(2...3), 2]
            return try cross(sides, &dice) { _ in true }
        case .linked:
            let sides = [dice.int(2...max(2, big - 1)), dice.int(2...3), 2]
            return try cross(sides, &dice) { $0[1] || $0[2] }
        case .halfLinked:
            // Neither table has the margin that they share.
            let sides = [dice.int(2...max(2, big - 1)), dice.int(2...3), 2]
            return try cross(sides, &dice) { $0[1] != $0[2] && !$0[0] }
        case .tree: return try tree(&dice, big, across: 0)
        case .treeByGrid: return try tree(&dice, big, across: 2)
        }
    }

    private static func count(_ dice: inout Dice, _ kind: Int) -> Int {
        switch dice.int(0...9) {
        case 0...1: 0
        case 2...(kind + 3): dice.int(1...8)
        default: dice.int(1...60)
        }
    }

    /// A table with the margins that are wanted: `isSum` says of each dimension whether it is summed over.
    private static func cross(
        _ sides: [Int], _ dice: inout Dice, _ isWanted: (_ isSum: [Bool]) -> Bool
    ) throws -> CountTable {
        let kind = dice.int(0...4)
        var counts: [[Int]: Int] = [:]
        for cell in places(sides.map { Array(0..<$0) }) {
            let number = count(&dice, kind)
            for margin in places(cell.map { [$0, -1] }) { counts[margin, default: 0] += number }
        }
        let cells = places(sides.map { Array(0..<$0) + [-1] }).compactMap { place -> CountTable.Cell? in
            guard isWanted(place.map { $0 < 0 }) else { return nil }
            return CountTable.Cell(place.map { $0 < 0 ? nil : "c\($0)" }, counts[place, default: 0])
        }
        return try CountTable(dimensions: sides.indices.map { "d\($0)" }, cells: cells)
    }

    private static func places(_ sides: [[Int]]) -> [[Int]] {
        sides.reduce([[]]) { found, side in found.flatMap { start in side.map { start + [$0] } } }
    }

    /// Schools within districts, by a second dimension where it is wanted.
    private static func tree(_ dice: inout Dice, _ most: Int, across: Int) throws -> CountTable {
        let kind = dice.int(0...4)
        let columns: [String?] = across == 0 ? [] : (0..<across).map { "k\($0)" } + [nil]
        var sums: [[String?]: Int] = [:]
        var order: [[String?]] = []
        func add(_ place: [String?], _ number: Int) {
            if sums.updateValue(sums[place, default: 0] + number, forKey: place) == nil {
                order.append(place)
            }
        }
        for district in 0..<dice.int(1...max(2, most - 2)) {
            for school in 0..<dice.int(1...3) {
                let numbers = columns.dropLast().map { _ in count(&dice, kind) }
                let all = across == 0 ? [count(&dice, kind)] : numbers + [numbers.reduce(0, +)]
                for (number, column) in zip(all, across == 0 ? [nil] : columns) {
                    let rest = across == 0 ? [] : [column]
                    add(["t\(district)", "s\(district).\(school)"] + rest, number)
                    add(["t\(district)", nil] + rest, number)
                    add([nil, nil] + rest, number)
                }
            }
        }
        return try CountTable(
            dimensions: ["district", "school"] + (across == 0 ? [] : ["kind"]),
            cells: order.map { CountTable.Cell($0, sums[$0, default: 0]) })
    }
}

/// A table that was published before: one dimension alone.
enum Cut {
    static func first(of table: CountTable) throws -> CountTable? {
        let cells = table.cells.filter { cell in cell.names.dropFirst().allSatisfy { $0 == nil } }
        guard cells.count > 1 else { return nil }
        return try CountTable(
            dimensions: [table.dimensions[0]],
            cells: cells.map { CountTable.Cell([$0.names[0]], $0.count) })
    }
}
