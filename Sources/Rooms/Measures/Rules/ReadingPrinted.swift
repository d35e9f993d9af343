import CivilTime

/// Reads what a plan prints as baselines, targets and trajectories of indicators.
///
/// It takes only what the plan says without doubt: a figure whose indicator, unit or direction is not certain stays
/// as it is printed, and the reading says why.
struct PrintedReading: Sendable, Equatable {
    /// A level that the plan states of an indicator.
    struct Stated: Sendable, Equatable {
        let code: IndicatorCode
        let level: Level
        let cohort: String?
        /// The plan's words for it.
        let title: String
    }

    /// What stays as it is printed, and why.
    struct Left: Sendable, Equatable {
        let title: String
        let why: String
    }

    private(set) var stated: [Stated] = []
    private(set) var left: [Left] = []
    private let plan: PrintedPlan
    private let definitions: [IndicatorCode: IndicatorDefinition]

    init(_ plan: PrintedPlan, _ definitions: [IndicatorCode: IndicatorDefinition]) {
        self.plan = plan
        self.definitions = definitions
        for target in plan.targets { read(target) }
    }

    static func == (one: PrintedReading, other: PrintedReading) -> Bool {
        one.stated == other.stated && one.left == other.left
    }

    private mutating func leave(_ target: PrintedTarget, _ why: String) {
        left.append(Left(title: target.title, why: why))
    }

    private mutating func read(_ target: PrintedTarget) {
        guard !target.indicators.isEmpty else { return leave(target, "The plan names no indicator for it.") }
        guard target.indicators.count == 1, let name = target.indicators.first else {
            let names = target.indicators.joined(separator: ", ")
            return leave(
                target, "The plan names several indicators (\(names)), not which figure is of which.")
        }
        guard let code = IndicatorCode(name), let definition = definitions[code] else {
            return leave(target, "\(name) is not in the register, or is no longer used.")
        }
        let fitting = target.figures.filter { figure in
            figure.unit == definition.unit && definition.unit.problem(with: Figure(figure.value)) == nil
        }
        if fitting.count < target.figures.count {
            leave(target, "A figure is not in the unit of \(name) (\(definition.unit.words)).")
        }
        let goals = fitting.filter { $0.kind == .target }
        readBaseline(target, definition, fitting, hasGoals: !goals.isEmpty)
        if !goals.isEmpty { read(goals, of: target, definition) }
    }

    /// The start; where none is printed but a target is, the first figure that is merely stated.
    private mutating func readBaseline(
        _ target: PrintedTarget, _ definition: IndicatorDefinition, _ figures: [PrintedFigure], hasGoals: Bool
    ) {
        let start = figures.first { $0.kind == .start }
        let stated = figures.filter { $0.kind == .stated }
        guard let figure = start ?? (hasGoals ? stated.first : nil) else {
            if !stated.isEmpty { leave(target, "The plan does not say whether it is a start or a target.") }
            return
        }
        let baseline = Baseline(
            value: Figure(figure.value), first: figure.month?.first, last: figure.month?.last,
            when: figure.month == nil ? figure.when ?? "No date is printed" : nil,
            source: "Printed in the plan \(plan.code)")
        add(.baseline(baseline), definition.code, nil, target)
    }

    private mutating func read(
        _ goals: [PrintedFigure], of target: PrintedTarget, _ definition: IndicatorDefinition
    ) {
        let dated = goals.filter { $0.month != nil }.sorted {
            ($0.month ?? .earliest) < ($1.month ?? .earliest)
        }
        guard let last = dated.last ?? (goals.count == 1 ? goals.first : nil) else {
            return leave(target, "Several targets are printed without months.")
        }
        if !dated.isEmpty, dated.count < goals.count { leave(target, "A target is printed without a month.") }
        guard let comparison = last.comparison ?? Self.comparison(definition.better) else {
            return leave(target, "The plan does not say whether it is a floor or a ceiling.")
        }
        let reached = Target(
            value: Figure(last.value), comparison: comparison, by: last.month,
            when: last.month == nil ? last.when ?? "No date is printed" : nil)
        add(.target(reached), definition.code, target.cohort, target)
        guard dated.count > 1 else { return }
        let steps = dated.compactMap { figure in
            figure.month.map { Trajectory.Step($0, Figure(figure.value)) }
        }
        let trajectory = Trajectory(steps, comparison)
        guard trajectory.isInOrder else { return leave(target, "Two targets are printed for one month.") }
        add(.trajectory(trajectory), definition.code, target.cohort, target)
    }

    private static func comparison(_ better: Direction) -> Bound? {
        switch better {
        case .higher: .atLeast
        case .lower: .atMost
        case .neither: nil
        }
    }

    private mutating func add(
        _ level: Level, _ code: IndicatorCode, _ cohort: String?, _ target: PrintedTarget
    ) {
        let isSecond = stated.contains {
            $0.code == code && $0.level.kind == level.kind && $0.cohort == cohort
        }
        if isSecond {
            return leave(target, "The plan prints a second \(level.kind.rawValue) of \(code.text).")
        }
        stated.append(Stated(code: code, level: level, cohort: cohort, title: target.title))
    }
}

extension Month {
    fileprivate static let earliest = Day.earliest.calendarMonth
}
