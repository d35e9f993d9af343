import CivilTime
import Ledger
import Measures
import Programme

/// What the rooms of measures and of the programme tell each other.
enum TargetPorts {
    /// The approved targets that the programme shows beside its measures.
    static func approved(_ ledger: Ledger) -> Programme.Targets {
        let measures = Measures(ledger, printed: .none)
        return Programme.Targets { indicators, day in
            try await measures.inForce(indicators, on: day).map { held in
                Programme.Targets.Standing(
                    indicator: held.id, words: held.words, link: held.link, baseline: held.baseline,
                    goals: held.goals.map { goal in
                        Programme.Targets.Goal(
                            text: goal.text, by: goal.by, cohort: goal.cohort,
                            approved: "\(goal.board), \(goal.approved.short)")
                    })
            }
        }
    }

    /// The figures that published plans print, for the measures room.
    static func printed(_ ledger: Ledger) -> PrintedTargets {
        let programme = Programme(ledger)
        return PrintedTargets(
            plans: { try await programme.plans().map { .init(code: $0.code.text, title: $0.title) } },
            printed: { name in
                guard let code = Code(name), let found = try await programme.printedTargets(of: code) else {
                    return nil
                }
                return PrintedPlan(
                    code: code.text, issue: found.issue.number, title: found.issue.header.title,
                    published: found.issue.day, targets: found.targets.map(printed))
            })
    }

    private static func printed(_ statement: TargetStatement) -> PrintedTarget {
        PrintedTarget(
            title: statement.title, cohort: statement.cohort, indicators: statement.indicators,
            figures: statement.figures.map(printed))
    }

    private static func printed(_ figure: TargetStatement.Figure) -> PrintedFigure {
        let kind: PrintedFigure.Kind =
            switch figure.kind {
            case .baseline: .start
            case .target: .target
            case .stated: .stated
            }
        let unit: IndicatorUnit =
            switch figure.unit {
            case .percent: .percent
            case .days: .days
            case .count: .count
            }
        let comparison: Bound? =
            switch figure.comparison {
            case "above", "at least": .atLeast
            case "below", "at most": .atMost
            default: nil
            }
        return PrintedFigure(
            kind, figure.value, unit, month: figure.month, when: figure.when, comparison: comparison)
    }
}
