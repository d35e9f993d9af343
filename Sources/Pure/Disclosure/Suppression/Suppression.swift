/// A table made fit to be published: small counts hidden, others with them so that they cannot be worked out, and the
/// attack on the result as its proof.
public struct Suppression: Sendable {
    /// A cell that could not be protected, and why.
    public struct Exposure: Sendable, Hashable {
        /// Why.
        public enum Cause: String, Sendable, Hashable {
            /// An earlier release showed it.
            case alreadyReleased = "an earlier release shows it"
            /// What is known together gives away more than the policy allows, whatever is hidden now.
            case notProtected = "it cannot be protected"
        }
        /// The cell.
        public let place: CellPlace
        /// Why.
        public let cause: Cause
    }

    /// The policy; where a symbol that gives a range away would give too much away, with `c` in its place.
    public let policy: Policy
    /// What may be published; only where `isSafe`.
    public let published: PublishedTable
    /// What a reader can work out of each hidden cell, from everything that is published.
    public let certificate: Certificate
    /// Cells that remain exposed.
    public let exposures: [Exposure]
    /// Which of the releases that were handed in, numbered from 1, have no category in common with the table.
    public let unlinked: [Int]
    /// Rows in which a whole group shares a category: not small, and yet a disclosure where that is sensitive.
    public let groups: [GroupDisclosure]
    /// How many cells are hidden because they are small, or were hidden before. Not for publication.
    public let primary: Int
    /// How many are hidden only to protect others. Not for publication.
    public let complements: Int
    /// Σ of the counts in those: the loss that is kept small. Not for publication.
    public let loss: Int

    /// Whether it may be published under the policy.
    public var isSafe: Bool { exposures.isEmpty }

    /// Hides what must be hidden.
    ///
    /// - Parameters:
    ///   - table: the counts as they are.
    ///   - released: everything published before that has cells in common with it, or sums to the same.
    /// - Throws: where what was released cannot be true together with the table.
    public init(of table: CountTable, policy: Policy, released: [PublishedTable] = []) throws(Unreadable) {
        var work = try Work.made(table, released, policy)
        var policy = policy
        if policy.symbol.bounds?.high != nil, try !work.proof().0.isEmpty {
            policy = policy.saying(.confidential)
            work = try Work.made(table, released, policy)
        }
        self.policy = policy
        unlinked = work.union.unlinked
        published = work.publication()
        (exposures, certificate) = try work.proof()
        groups = GroupDisclosure.all(in: table)
        let hidden = table.cells.indices.filter { work.pattern.isHidden[$0] }
        let extra = hidden.filter { !work.mustHide[$0] }
        primary = hidden.count - extra.count
        complements = extra.count
        loss = extra.reduce(0) { $0 + table.cells[$1].count }
    }
}

/// The steps from a table to its publication.
struct Work: Sendable {
    let union: Union
    private(set) var pattern: Pattern
    let mustHide: [Bool]
    private(set) var needs: [Need]
    private let exposed: [Int]

    init(_ union: Union) throws(Unreadable) {
        self.union = union
        let (table, policy) = (union.table, union.policy)
        let base = try Self.completed(union)
        var (shown, concealed) = (union.outside, union.outside)
        var mustHide = [Bool](repeating: false, count: union.count)
        var canHide = mustHide
        var (needs, exposed): ([Need], [Int]) = (union.differences, [])
        let different = Set(union.differences.map(\.variable))
        for (cell, value) in table.cells.enumerated() {
            let count = value.count
            let outside = union.outside[cell]
            shown[cell] = outside.meeting(policy.boundsShown(count, isTotal: value.isMargin))
            concealed[cell] = outside.meeting(policy.boundsHidden(count))
            let isSmall = policy.isUnsafe(count)
            mustHide[cell] = isSmall || union.wasHidden.contains(cell) || different.contains(cell)
            canHide[cell] = count > 0 && policy.threshold > 1 && !outside.isFixed
            if isSmall && outside.isFixed { exposed.append(cell) }
            if isSmall && !outside.isFixed { needs.append(policy.need(cell, count).within(concealed[cell])) }
        }
        for cell in table.cells.count..<union.count where union.wasHidden.contains(cell) {
            needs.append(Need(variable: cell, low: nil, high: nil, anyOther: true))
            mustHide[cell] = true
        }
        pattern = Pattern(
            system: union.system, base: base, shown: shown, concealed: concealed, canHide: canHide,
            isHidden: mustHide)
        (self.mustHide, self.needs, self.exposed) = (mustHide, needs, exposed)
    }

    /// Everything put together and the complements hidden.
    ///
    /// A complement of an earlier release may have the symbol that means "small". Where believing it contradicts what
    /// else is known, no reader believes it.
    static func made(
        _ table: CountTable, _ released: [PublishedTable], _ policy: Policy
    ) throws(Unreadable) -> Work {
        let believing = Union(table, released, policy)
        var work: Work
        if released.isEmpty || !policy.symbolMeansSmall {
            work = try Work(believing)
        } else {
            let doubting = Union(table, released, policy, isBelieved: false)
            let isSound = believing.system.relations.count == doubting.system.relations.count
            if isSound, let sound = try? Work(believing) { work = sound } else { work = try Work(doubting) }
        }
        work.hide()
        return work
    }

    /// The truth, and where only symbols were seen, some counts that fit.
    private static func completed(_ union: Union) throws(Unreadable) -> [Int] {
        let bounds = union.truth.indices.map { index in
            union.truth[index].map { Bounds(low: $0, high: $0) } ?? union.outside[index]
        }
        let nothing = [Bool](repeating: false, count: bounds.count)
        guard let fitting = Attack(union.system, bounds: bounds, asked: nothing) else {
            throw Unreadable(problems: [
                .contradiction("What was released before does not agree with this table.")
            ])
        }
        return fitting.example
    }

    /// Hides the complements.
    mutating func hide() {
        var choice = Suppressor.choose(pattern, needs, isMargin: union.isMargin)
        let unmet = Set(choice.unmet.map(\.variable))
        if !unmet.isEmpty, let allowed = allowed(unmet), allowed != needs {
            needs = allowed
            choice = Suppressor.choose(pattern, needs, isMargin: union.isMargin)
        }
        pattern.isHidden = choice.isHidden
    }

    /// The needs, without what the noughts give away: since a 0 is shown, a margin of two cells that are not 0 is at
    /// least 2, whatever is hidden. So of needs that cannot be met no more is asked than would stay possible if every
    /// count of this table but the noughts were hidden.
    private func allowed(_ unmet: Set<Int>) -> [Need]? {
        guard union.policy.symbol.bounds?.high == nil else { return nil }
        let bounds = union.truth.indices.map { variable -> Bounds in
            guard variable < union.table.cells.count else { return union.outside[variable] }
            let isNought = pattern.base[variable] == 0 && !mustHide[variable]
            return Bounds(
                low: isNought ? 0 : pattern.concealed[variable].low, high: isNought ? 0 : Bounds.unlimited)
        }
        let asked = bounds.indices.map { unmet.contains($0) }
        let own = union.withoutReleases
        guard let attack = Attack(own, bounds: bounds, asked: asked) else { return nil }
        var range: [Int: Attack.Range] = [:]
        for one in attack.ranges { range[one.variable] = one }
        return needs.map { need in
            guard let one = range[need.variable], let low = need.low, let least = one.low.value else {
                return need
            }
            var need = need
            need.low = max(low, least)
            return need
        }
    }

    /// The table with its symbols.
    func publication() -> PublishedTable {
        let (table, policy) = (union.table, union.policy)
        let cells = table.cells.enumerated().map { number, cell in
            let figure =
                pattern.isHidden[number]
                ? Figure.symbol(policy.symbol(for: cell.count))
                : policy.figure(cell.count, isTotal: cell.isMargin)
            return PublishedTable.Cell(cell.names, figure, line: cell.line)
        }
        return PublishedTable(checked: table.dimensions, cells, policy.roundTo, policy.totalsRoundTo)
    }

    /// Attacks what would be published.
    func proof() throws(Unreadable) -> ([Suppression.Exposure], Certificate) {
        let bounds = pattern.bounds
        let asked = pattern.isHidden
        guard let attack = Attack(union.system, bounds: bounds, asked: asked) else {
            throw Unreadable(problems: [.contradiction("What is published would contradict itself.")])
        }
        var range: [Int: Attack.Range] = [:]
        for one in attack.ranges { range[one.variable] = one }
        var exposures = exposed.map { Suppression.Exposure(place: union.name[$0], cause: .alreadyReleased) }
        for need in needs {
            let isMet = range[need.variable].map { need.isMet(by: $0) } ?? false
            if !isMet {
                exposures.append(Suppression.Exposure(place: union.name[need.variable], cause: .notProtected))
            }
        }
        return (exposures, Certificate(union, bounds, attack))
    }
}

extension Policy {
    /// The same with another symbol.
    func saying(_ symbol: Symbol) -> Policy {
        Policy(
            name: name, threshold: threshold, zeroIsSafe: zeroIsSafe, roundTo: roundTo,
            totalsRoundTo: totalsRoundTo, symbol: symbol, protection: protection,
            percentDecimals: percentDecimals, smallestPercentBase: smallestPercentBase)
    }

    /// What must stay possible of a small count.
    func need(_ variable: Int, _ count: Int) -> Need {
        switch protection {
        case .notExact: Need(variable: variable, low: nil, high: nil, anyOther: true)
        case .wholeRange:
            Need(
                variable: variable, low: zeroIsSafe ? 1 : 0,
                high: symbolMeansSmall ? threshold - 1 : threshold)
        }
    }
}
