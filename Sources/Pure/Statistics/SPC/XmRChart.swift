import CivilTime

/// An XmR chart: a series with mean, limits, special cause and icons, as NHS England's *Making Data Count*
/// reads it.
///
/// A pure function of observations and settings: the same give the same chart. docs/spc.md has every rule.
public struct XmRChart: Sendable, Hashable {
    /// How the series was read.
    public let settings: ChartSettings
    /// Stretches with a mean and limits of their own, in order; at least one.
    public let sections: [ChartSection]
    /// All points in order of their days, ghosts included; at least one that counts.
    public let points: [ChartPoint]
    /// The last target stated; nil where there is none.
    public let target: Double?
    /// What the last point that counts shows; nil for fewer than 13 points in its section, unless asked for.
    public let variation: VariationIcon?
    /// What the limits of that section say about the target; nil in the same case, without target, or where
    /// neither way is better.
    public let assurance: AssuranceIcon?
    /// What a reader must be told besides.
    public let notes: [ChartNote]

    /// Reads a series.
    ///
    /// - Parameters:
    ///   - observations: in any order, at most one a day. Days are only an order: their spacing is never used,
    ///     and a missing period is a gap that the next moving range spans.
    ///   - settings: how to read it.
    /// - Throws: `ChartProblem` where there is no chart.
    public init(_ observations: [Observation], settings: ChartSettings = ChartSettings()) throws(ChartProblem)
    {
        if let problem = settings.problem { throw problem }
        let (sorted, wasSorted) = try Self.inOrder(observations)
        var builder = ChartBuilder(settings: settings)
        builder.build(sorted)
        guard let last = builder.points.last(where: { !$0.observation.isGhost }) else { throw .onlyGhosts }
        let section = builder.sections[last.section - 1]
        let target = builder.points.last?.target
        let showsIcons = section.limits != nil && (settings.showsIconsEarly || !section.isTrial)
        self.settings = settings
        sections = builder.sections
        points = builder.points
        self.target = target
        variation = showsIcons ? VariationIcon(last.kind, settings.improvement) : nil
        assurance =
            showsIcons
            ? target.flatMap {
                AssuranceIcon(target: $0, section: section, improvement: settings.improvement)
            } : nil
        notes = builder.notes + (wasSorted ? [] : [.sorted])
    }

    /// The last point that counts.
    public var last: ChartPoint? { points.last { !$0.observation.isGhost } }

    /// The section of a point.
    public func section(of point: ChartPoint) -> ChartSection { sections[point.section - 1] }

    /// A point's label, in the words of the field: "Above UCL", "7 Point Trend (Increasing)", "2 in 3 Below
    /// CL", "7 Points Above CL", "Common Cause"; "Ghost" for one that is left out.
    public func label(of point: ChartPoint) -> String {
        if point.observation.isGhost { return "Ghost" }
        guard let (rule, direction) = point.cause else { return "Common Cause" }
        let isUp = direction == .up
        switch rule {
        case .outside: return isUp ? "Above UCL" : "Below LCL"
        case .trend: return "\(settings.trendLength) Point Trend (\(isUp ? "Increasing" : "Decreasing"))"
        case .twoOfThree: return isUp ? "2 in 3 Above CL" : "2 in 3 Below CL"
        case .run: return "\(settings.runLength) Points \(isUp ? "Above" : "Below") CL"
        }
    }

    private static func inOrder(
        _ observations: [Observation]
    ) throws(ChartProblem) -> (sorted: [Observation], wasSorted: Bool) {
        guard !observations.isEmpty else { throw .noData }
        for one in observations {
            let figures = [one.value, one.target ?? 0, one.trajectory ?? 0]
            guard figures.allSatisfy(Observation.isChartable) else { throw .notChartable(one.day) }
        }
        let wasSorted = zip(observations, observations.dropFirst()).allSatisfy { $0.day <= $1.day }
        let sorted = wasSorted ? observations : observations.sorted { $0.day < $1.day }
        for (before, after) in zip(sorted, sorted.dropFirst()) where before.day == after.day {
            throw .dayTwice(after.day)
        }
        return (sorted, wasSorted)
    }
}

/// Cuts a series into sections and reads each apart from the others.
struct ChartBuilder {
    let settings: ChartSettings
    private(set) var sections: [ChartSection] = []
    private(set) var points: [ChartPoint] = []
    private var target: Double?

    init(settings: ChartSettings) {
        self.settings = settings
        target = settings.target
    }

    /// - Parameter observations: in order, a day once, at least one.
    mutating func build(_ observations: [Observation]) {
        points.reserveCapacity(observations.count)
        var rebases = settings.rebases.isEmpty ? [:] : Dictionary(grouping: settings.rebases, by: \.day)
        var first = 0
        while first < observations.count {
            var end = first + 1
            while end < observations.count, rebases[observations[end].day] == nil { end += 1 }
            let day = observations[first].day
            let reasons = rebases.removeValue(forKey: day)?.compactMap(\.reason) ?? []
            let rebase = Rebase(day: day, reason: reasons.first)
            read(observations[first..<end], from: rebase)
            first = end
        }
    }

    private mutating func read(_ observations: ArraySlice<Observation>, from rebase: Rebase) {
        let number = sections.count + 1
        let counted = observations.filter { !$0.isGhost }
        let section = ChartSection(
            number: number, rebase: rebase, values: counted.map(\.value)[...], settings: settings)
        sections.append(section)
        var all: [ChartPoint] = []
        all.reserveCapacity(observations.count)
        for observation in observations {
            target = observation.target ?? target
            all.append(ChartPoint(observation, section: number, target: target))
        }
        let rules = SpecialCause(settings: settings, section: section)
        guard counted.count < all.count else {
            rules.mark(&all)
            points += all
            return
        }
        var marked = all.filter { !$0.observation.isGhost }
        rules.mark(&marked)
        var next = marked.makeIterator()
        points += all.map { $0.observation.isGhost ? $0 : next.next() ?? $0 }
    }

    /// What the reader must be told.
    var notes: [ChartNote] {
        var notes: [ChartNote] = []
        for section in sections where section.count > 0 {
            if section.isTrial { notes.append(.fewPoints(section: section.number, count: section.count)) }
            if section.isConstant, section.count > 1 { notes.append(.constant(section: section.number)) }
            if section.isUnreliable { notes.append(.noOrdinaryVariation(section: section.number)) }
            if section.screenedOut > 0 {
                notes.append(.screenedOut(section: section.number, count: section.screenedOut))
            }
        }
        notes += sections.dropFirst().filter { $0.reason == nil }.map { .noReason($0.start) }
        let ghosts = points.count { $0.observation.isGhost }
        if ghosts > 0 { notes.append(.ghosts(ghosts)) }
        guard !settings.rebases.isEmpty else { return notes }
        let starts = Set(points.map(\.observation.day))
        for rebase in settings.rebases where !starts.contains(rebase.day) {
            if !notes.contains(.noPointToRebase(rebase.day)) { notes.append(.noPointToRebase(rebase.day)) }
        }
        return notes
    }
}
