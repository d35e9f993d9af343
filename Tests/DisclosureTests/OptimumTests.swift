import Testing

@testable import Disclosure
@testable import DisclosureTables

/// The least price of any safe pattern, by trying every set of cells.
private func leastCost(_ table: CountTable, _ policy: Policy, most: Int) throws -> (best: Int, ours: Int)? {
    let result = try Suppression(of: table, policy: policy)
    guard result.isSafe else { return nil }
    let work = try Work(Union(table, [], policy))
    let free = table.cells.indices.filter { !work.mustHide[$0] && table.cells[$0].count > 0 }
    let small = table.cells.indices.filter { work.mustHide[$0] }
    if free.count > most || small.isEmpty { return nil }
    func price(_ cells: some Sequence<Int>) -> Int {
        cells.reduce(0) { $0 + table.cells[$1].count * 64 + 1 }
    }
    let ours = price(free.filter { result.published.cells[$0].figure.isHidden })
    var best = ours
    for set in 0..<(1 << free.count) {
        let chosen = free.indices.filter { set & (1 << $0) != 0 }.map { free[$0] }
        let cost = price(chosen)
        if cost >= best { continue }
        var pattern = work.pattern
        for cell in chosen { pattern.isHidden[cell] = true }
        if isSafe(pattern, work.union.system, small, work.asked(of: result)) { best = cost }
    }
    return (best, ours)
}

private func isSafe(_ pattern: Pattern, _ system: LinearSystem, _ small: [Int], _ needs: [Need]) -> Bool {
    var asked = [Bool](repeating: false, count: pattern.base.count)
    for cell in small { asked[cell] = true }
    guard let attack = Attack(system, bounds: pattern.bounds, asked: asked) else { return false }
    return needs.allSatisfy { need in
        attack.ranges.first { $0.variable == need.variable }.map { need.isMet(by: $0) } ?? false
    }
}

extension Work {
    /// What was asked of the small counts in the end.
    fileprivate func asked(of result: Suppression) -> [Need] {
        var work = self
        work.hide()
        return work.needs
    }
}

@Suite struct `What is hidden beyond need` {
    @Test func `is little against the best of all patterns of small tables`() throws {
        var (tables, alike, best, ours, worst) = (0, 0, 0, 0, 1.0)
        for seed in 1...100 {
            var dice = Dice(seed: seed)
            let shape = Shape.allCases[seed % Shape.allCases.count]
            let table = try RandomTable(shape, &dice, most: 3).table
            guard let found = try leastCost(table, .dfeChildrenInNeed, most: 8), found.ours > 0 else {
                continue
            }
            #expect(found.best <= found.ours)
            tables += 1
            alike += found.best == found.ours ? 1 : 0
            best += found.best
            ours += found.ours
            worst = max(worst, Double(found.ours) / Double(max(found.best, 1)))
        }
        let text = "\(alike) of \(tables) are the best; \(ours) against \(best); at worst \(worst) times"
        #expect(tables >= 20, "\(text)")
        #expect(Double(alike) >= 0.9 * Double(tables), "\(text)")
        #expect(Double(ours) <= 1.02 * Double(best), "\(text)")
        #expect(worst < 1.5, "\(text)")
    }
}
