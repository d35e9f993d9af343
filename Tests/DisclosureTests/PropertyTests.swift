import Testing

@testable import Disclosure
@testable import DisclosureTables

/// A table of any shape, the policy it is published under and what was published of it before.
private func made(_ seed: Int) throws -> (CountTable, Policy, [PublishedTable]) {
    var dice = Dice(seed: seed)
    let table = try RandomTable(Shape.allCases[seed % Shape.allCases.count], &dice, most: 4).table
    let policy = Policy.all[dice.int(0...3)]
    guard dice.isOne(in: 4), let cut = try Cut.first(of: table) else {
        return (table, policy, [])
    }
    return (table, policy, [try Suppression(of: cut, policy: policy).published])
}

@Suite struct `Any table, published under any policy` {
    @Test(arguments: 1...300)
    func `shows the truth, and no small count of it`(seed: Int) throws {
        let (table, policy, released) = try made(seed)
        let result = try Suppression(of: table, policy: policy, released: released)
        #expect(result.published.dimensions == table.dimensions)
        for (cell, shown) in zip(table.cells, result.published.cells) {
            #expect(cell.names == shown.names)
            if policy.isUnsafe(cell.count) { #expect(shown.figure.isHidden) }
            if cell.count == 0, policy.zeroIsSafe, released.isEmpty { #expect(shown.figure == .count(0)) }
            guard case .count(let count) = shown.figure else { continue }
            #expect(count == policy.rounded(cell.count, isTotal: cell.isMargin))
        }
    }

    @Test(arguments: 1...300)
    func `keeps every small count uncertain, by tables that anybody can check`(seed: Int) throws {
        let (table, policy, released) = try made(seed)
        let result = try Suppression(of: table, policy: policy, released: released)
        #expect(result.certificate.isRight())
        if released.isEmpty { #expect(result.isSafe) }
        guard result.isSafe else { return }
        for (cell, shown) in zip(table.cells, result.published.cells) where policy.isUnsafe(cell.count) {
            #expect(shown.figure.isHidden)
            let place = CellPlace(table.dimensions, cell.names)
            let id = try #require(result.certificate.unknown.first { $0.place == place }?.id)
            let range = try #require(result.certificate.ranges.first { $0.id == id })
            #expect(range.low <= cell.count && cell.count <= range.high ?? Int.max)
            #expect(range.low < range.high ?? Int.max)
            if policy.protection == .wholeRange { #expect(range.high ?? Int.max >= policy.threshold) }
        }
    }

    @Test(arguments: 1...80)
    func `comes out the same again`(seed: Int) throws {
        let (table, policy, released) = try made(seed)
        let one = try Suppression(of: table, policy: policy, released: released)
        let two = try Suppression(of: table, policy: policy, released: released)
        #expect(one.published == two.published)
        #expect(one.certificate == two.certificate)
    }

    @Test(arguments: 1...80)
    func `hides nothing more when published again`(seed: Int) throws {
        let (table, policy, _) = try made(seed)
        let one = try Suppression(of: table, policy: policy)
        let two = try Suppression(of: table, policy: policy, released: [one.published])
        #expect(one.published == two.published)
        #expect(two.isSafe)
    }

    @Test(arguments: 1...80)
    func `is attacked without knowing the truth`(seed: Int) throws {
        // Another truth that is published alike gives the same certificate.
        let (table, policy, _) = try made(seed)
        guard policy.roundTo == 1 else { return }
        let one = try Suppression(of: table, policy: policy)
        guard let range = one.certificate.ranges.first(where: { !$0.lowBy.isEmpty }) else { return }
        var counts: [CellPlace: Int] = [:]
        for cell in one.certificate.unknown { counts[cell.place] = cell.example }
        for move in range.lowBy {
            counts[one.certificate.unknown[move.variable - 1].place, default: 0] += move.by
        }
        let other = try CountTable(
            dimensions: table.dimensions,
            cells: table.cells.map { cell in
                CountTable.Cell(cell.names, counts[CellPlace(table.dimensions, cell.names)] ?? cell.count)
            })
        let again = try Suppression(of: other, policy: policy, released: [one.published])
        guard again.published == one.published else { return }
        #expect(again.certificate.ranges.map(\.low) == one.certificate.ranges.map(\.low))
        #expect(again.certificate.ranges.map(\.high) == one.certificate.ranges.map(\.high))
    }
}

@Suite struct `A certificate` {
    @Test(arguments: 1...60)
    func `is found wrong when a table in it is touched`(seed: Int) throws {
        let (table, policy, released) = try made(seed)
        let right = try Suppression(of: table, policy: policy, released: released).certificate
        for index in right.ranges.indices where !right.ranges[index].lowBy.isEmpty {
            var moves = right.ranges[index].lowBy
            moves[0] = Move(variable: moves[0].variable, by: moves[0].by + 1)
            var ranges = right.ranges
            ranges[index] = Certificate.Range(
                id: ranges[index].id, low: ranges[index].low, high: ranges[index].high, isExact: true,
                lowBy: moves,
                highBy: ranges[index].highBy)
            #expect(
                !Certificate(unknown: right.unknown, relations: right.relations, ranges: ranges).isRight())
        }
    }
}
