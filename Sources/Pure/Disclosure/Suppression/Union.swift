/// This table and all that was released before, as one system of unknown counts.
///
/// A cell with the same categories is the same count in every table. Where an earlier release shows another number for
/// a cell of this table it is another version of it (revised, or cumulative to an earlier day) and has counts of its own.
struct Union: Sendable {
    let table: CountTable
    let policy: Policy
    private(set) var system = LinearSystem()
    /// The truth; nil where only a symbol was ever seen.
    private(set) var truth: [Int?] = []
    /// What earlier releases say of each count.
    private(set) var outside: [Bounds] = []
    /// Counts that an earlier release hid.
    private(set) var wasHidden: Set<Int> = []
    /// Values that must stay possible so that the difference to another version stays hidden.
    private(set) var differences: [Need] = []
    private(set) var isMargin: [Bool] = []
    private(set) var name: [CellPlace] = []
    /// Counts of versions other than this table's.
    private var otherVersions: Set<Int> = []

    /// The relations of the table by itself.
    private(set) var withoutReleases = LinearSystem()
    /// Releases, numbered from 1, that have no category in common with the table.
    private(set) var unlinked: [Int] = []
    /// Whether a symbol that means "small" is believed of counts that this table does not have.
    private let isBelieved: Bool

    private var ways: [CellPlace: [[Int]]] = [:]
    private var order: [CellPlace] = []
    private var number: [CellPlace: Int] = [:]

    init(_ table: CountTable, _ released: [PublishedTable], _ policy: Policy, isBelieved: Bool = true) {
        self.table = table
        self.policy = policy
        self.isBelieved = isBelieved
        for cell in table.cells {
            let place = table.place(of: cell)
            number[place] = add(place, cell.count, Bounds(low: 0, high: Bounds.unlimited), cell.isMargin)
        }
        for expansion in Relations.expansions(of: table.cells.map(table.place)) {
            remember(expansion.place, expansion.parts)
        }
        if !released.isEmpty {
            var alone = self
            alone.tie()
            withoutReleases = alone.system
        }
        let own = Set(table.cells.flatMap { table.place(of: $0).categories })
        for (index, release) in released.enumerated() {
            if own.isDisjoint(with: release.places.flatMap(\.categories)) { unlinked.append(index + 1) }
            let bounds = bounds(release)
            if isOtherVersion(release, bounds) {
                addVersion(release, bounds)
            } else {
                addCut(release, bounds)
            }
        }
        if released.isEmpty {
            tie()
            withoutReleases = system
        } else {
            keepWhole()
            tie()
        }
    }

    /// Forgets the sums over an incomplete list of categories; those of this table, which were checked, hold.
    private mutating func keepWhole() {
        var coverage = Coverage(number.filter { truth[$0.value] != 0 }.keys)
        for place in order {
            let isOwn = number[place].map { $0 < table.cells.count } ?? false
            ways[place]?.removeAll { parts in
                if isOwn, parts.allSatisfy({ $0 < table.cells.count }) { return false }
                return !coverage.isWhole(place, parts.map { name[$0] })
            }
        }
    }

    /// What a reader knows of each cell of a release by itself. Where every figure can be one of this policy, the
    /// policy is known with it: which counts it hides and what its noughts mean. It was another policy's where only
    /// the figures as they stand agree with this table.
    private func bounds(_ release: PublishedTable) -> [Bounds] {
        let plain = release.cells.map(release.bounds)
        let counts = release.places.map { number[$0].flatMap { truth[$0] } }
        guard release.roundedTo == policy.roundTo, release.totalsRoundedTo == policy.totalsRoundTo else {
            return plain
        }
        var own: [Bounds] = []
        for (cell, count) in zip(release.cells, counts) {
            if case .symbol(let symbol) = cell.figure, symbol != policy.symbol || symbol.bounds?.high != nil {
                own.append(release.bounds(of: cell))
                continue
            }
            let known = policy.boundsReleased(
                cell.figure, isTotal: cell.names.contains(nil), count: count, isBelieved: isBelieved)
            guard let known else { return plain }
            own.append(known)
        }
        func agrees(_ bounds: [Bounds]) -> Bool {
            zip(bounds, counts).allSatisfy { bounds, count in count.map(bounds.contains) ?? true }
        }
        return agrees(plain) && !agrees(own) ? plain : own
    }

    var count: Int { truth.count }

    func isOtherVersion(_ variable: Int) -> Bool { otherVersions.contains(variable) }

    private mutating func add(_ place: CellPlace, _ count: Int?, _ bounds: Bounds, _ margin: Bool) -> Int {
        truth.append(count)
        outside.append(bounds)
        isMargin.append(margin)
        name.append(place)
        return truth.count - 1
    }

    private mutating func remember(_ place: CellPlace, _ parts: [Int]) {
        if ways[place] == nil { order.append(place) }
        ways[place, default: []].append(parts)
    }

    /// Whether a release contradicts the table, or what was released before it, in any cell.
    private func isOtherVersion(_ release: PublishedTable, _ bounds: [Bounds]) -> Bool {
        zip(release.places, bounds).contains { place, bounds in
            guard let variable = number[place] else { return false }
            if let count = truth[variable] { return !bounds.contains(count) }
            let both = outside[variable].meeting(bounds)
            return both.low > both.high
        }
    }

    /// Another cut of the same counts.
    private mutating func addCut(_ release: PublishedTable, _ known: [Bounds]) {
        var variables: [Int] = []
        for ((place, cell), bounds) in zip(zip(release.places, release.cells), known) {
            let variable: Int
            if let known = number[place] {
                variable = known
                outside[variable] = outside[variable].meeting(bounds)
            } else {
                variable = add(place, bounds.isFixed ? bounds.low : nil, bounds, cell.names.contains(nil))
                number[place] = variable
            }
            if cell.figure.isHidden { wasHidden.insert(variable) }
            variables.append(variable)
        }
        for expansion in Relations.expansions(of: release.places) {
            let parts = expansion.parts.map { variables[$0] }
            if let total = expansion.total {
                // A release's own sums hold; if they cannot, it contradicts the table.
                system.require(Self.sum(variables[total], parts))
            } else {
                remember(expansion.place, parts)
            }
        }
    }

    /// Earlier or other figures for the same cells.
    private mutating func addVersion(_ release: PublishedTable, _ known: [Bounds]) {
        var variables: [Int] = []
        for ((place, cell), bounds) in zip(zip(release.places, release.cells), known) {
            let variable = add(place, bounds.isFixed ? bounds.low : nil, bounds, cell.names.contains(nil))
            if cell.figure.isHidden { wasHidden.insert(variable) }
            otherVersions.insert(variable)
            variables.append(variable)
        }
        for expansion in Relations.expansions(of: release.places) {
            guard let total = expansion.total else { continue }
            system.require(Self.sum(variables[total], expansion.parts.map { variables[$0] }))
        }
        let pairs = zip(release.places, variables).compactMap { place, then in
            number[place].map { (now: $0, then: then) }
        }
        let isCumulative = pairs.allSatisfy { pair in
            guard let now = truth[pair.now] else { return true }
            return now >= outside[pair.then].low && (truth[pair.then].map { now >= $0 } ?? true)
        }
        for pair in pairs { difference(pair.now, pair.then, isCumulative) }
    }

    /// What two versions of a cell tell by their difference.
    private mutating func difference(_ now: Int, _ then: Int, _ isCumulative: Bool) {
        if wasHidden.contains(then), now < table.cells.count { wasHidden.insert(now) }
        if isCumulative {
            let growth = add(name[now], nil, Bounds(low: 0, high: Bounds.unlimited), true)
            otherVersions.insert(growth)
            system.require([
                LinearSystem.Term(variable: now, sign: 1), LinearSystem.Term(variable: then, sign: -1),
                LinearSystem.Term(variable: growth, sign: -1),
            ])
        }
        guard let count = truth[now], let before = truth[then], count != before,
            abs(count - before) < policy.threshold
        else { return }
        let (near, far) = (1, policy.threshold)
        differences.append(
            count > before
                ? Need(variable: now, low: before + near, high: before + far)
                : Need(variable: now, low: max(1, before - far), high: before - near))
    }

    /// Relations between a cell and its parts, or between two ways to sum to the same. A sum over an incomplete list of
    /// categories, in another table, holds no relation.
    private mutating func tie() {
        for place in order {
            let ways = ways[place, default: []]
            if let total = number[place] {
                for parts in ways { require(Self.sum(total, parts)) }
            } else if let first = ways.first {
                for parts in ways.dropFirst() where parts != first {
                    require(
                        first.map { LinearSystem.Term(variable: $0, sign: 1) }
                            + parts.map { LinearSystem.Term(variable: $0, sign: -1) })
                }
            }
        }
    }

    private static func sum(_ total: Int, _ parts: [Int]) -> [LinearSystem.Term] {
        [LinearSystem.Term(variable: total, sign: 1)]
            + parts.map { LinearSystem.Term(variable: $0, sign: -1) }
    }

    private mutating func require(_ terms: [LinearSystem.Term]) {
        var (low, high) = (0, 0)
        for term in terms {
            let bounds = truth[term.variable].map { Bounds(low: $0, high: $0) } ?? outside[term.variable]
            low += term.sign > 0 ? bounds.low : -bounds.high
            high += term.sign > 0 ? bounds.high : -bounds.low
        }
        if low <= 0, high >= 0 { system.require(terms) }
    }
}

extension Bounds {
    /// What both allow.
    func meeting(_ other: Bounds) -> Bounds { Bounds(low: max(low, other.low), high: min(high, other.high)) }
}
