import CivilTime
import Markup
import Pages

/// A trajectory in force: its chart, its table and who approved it.
struct TrajectorySection: Sendable {
    let view: IndicatorView
    let index: Int
    let recommendation: Indicator.Recommendation
    let approval: Indicator.Decision
    let trajectory: Trajectory

    private var unit: IndicatorUnit { view.unit }

    var html: HTML {
        let cohort = recommendation.cohort.map { ": \($0)" } ?? ""
        let way: HTML = view.may.decide ? " \(view.withdraw(recommendation))" : ""
        return """
            <h2>Trajectory\(cohort)</h2>
            <p>\(capitalised(trajectory.comparison.words)) the value by the end of each month. Approved by \
            \(LevelWords.approval(approval)).\(way)</p>
            \(isPercent ? percentages : series)
            """
    }

    private var steps: [Trajectory.Step] { trajectory.ordered }
    private var baseline: (recommendation: Indicator.Recommendation, value: Figure)? {
        view.indicator.baseline(for: recommendation.cohort, on: view.today)
    }

    /// Whether every value can be written as a whole percentage.
    private var isPercent: Bool {
        unit == .percent && steps.allSatisfy(\.value.isWhole) && baseline?.value.isWhole ?? true
    }

    private var percentages: HTML {
        let start = baseline.map { (label: "Baseline", percent: $0.value.rounded) }
        let chart = TrajectoryChart(
            "Trajectory of \(view.code.text), month by month; the table below holds the same values",
            start: start, points: steps.map { .init(month: $0.month, percent: $0.value.rounded) })
        var table = DataTable("Steps of the trajectory", [.plain("By the end of"), .number("Value")])
        if let baseline {
            table.add([
                HTML(text: "Baseline: \(LevelWords.when(baseline.recommendation.level))"),
                HTML(text: LevelWords.figure(baseline.value, unit)),
            ])
        }
        for step in steps {
            table.add([HTML(text: step.month.written), HTML(text: LevelWords.figure(step.value, unit))])
        }
        return "\(chart.html())\(table.html())"
    }

    private var series: HTML {
        let unitWords =
            switch unit {
            case .percent: "%"
            case .days: "days"
            case .rate: "per 10,000"
            case .count, .score, .ratio, .achieved: ""
            }
        return SeriesChart(
            "Trajectory of \(view.code.text), month by month", id: "trajectory-\(index + 1)",
            lines: [
                .init("Trajectory", steps.map { (day: $0.month.first, value: .known($0.value.number)) })
            ], unit: unitWords
        ).html()
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
