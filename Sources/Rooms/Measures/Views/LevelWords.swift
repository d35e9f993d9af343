import CivilTime
import Pages

/// Values, baselines, targets and trajectories in words.
enum LevelWords {
    /// A value with its unit: “53.7%”, “2 905 days”.
    static func figure(_ value: Figure, _ unit: IndicatorUnit) -> String {
        let number =
            (value < Figure(0) ? "−" : "") + Digits.grouped(value.wholePart)
            + (value.decimals.isEmpty ? "" : "." + value.decimals)
        switch unit {
        case .percent: return "\(number)%"
        case .days: return value == Figure(1) ? "1 day" : "\(number) days"
        case .rate: return "\(number) per 10,000"
        case .achieved: return value == Figure(1) ? "yes" : value == Figure(0) ? "no" : number
        case .count, .score, .ratio: return number
        }
    }

    /// What a level says: “at least 60%”.
    static func text(_ level: Level, _ unit: IndicatorUnit) -> String {
        switch level {
        case .baseline(let baseline): figure(baseline.value, unit)
        case .target(let target): reached(target.comparison, target.value, unit)
        case .trajectory(let trajectory):
            trajectory.ordered.map { "\(figure($0.value, unit)) by \($0.month.written)" }
                .joined(separator: ", ")
        }
    }

    private static func reached(_ comparison: Bound, _ value: Figure, _ unit: IndicatorUnit) -> String {
        unit == .achieved ? figure(value, unit) : "\(comparison.words) \(figure(value, unit))"
    }

    /// When: the period of a baseline, the month of a target.
    static func when(_ level: Level) -> String {
        switch level {
        case .baseline(let baseline):
            if let words = baseline.when { return words }
            guard let first = baseline.first else { return "no date given" }
            guard let last = baseline.last, last != first else { return first.short }
            return first == first.calendarMonth.first && last == first.calendarMonth.last
                ? first.calendarMonth.written : "\(first.short) to \(last.short)"
        case .target(let target): return target.by?.written ?? target.when ?? "no date given"
        case .trajectory(let trajectory):
            guard let first = trajectory.ordered.first, let last = trajectory.ordered.last else {
                return "no date given"
            }
            return "\(first.month.written) to \(last.month.written)"
        }
    }

    /// A level of a list: “at least 60% by March 2019 (new plans)”.
    static func text(_ row: LevelRow, _ unit: IndicatorUnit) -> String {
        guard let value = row.value else { return "" }
        let figure = row.comparison.map { reached($0, value, unit) } ?? figure(value, unit)
        let when = row.by.map { " by \($0.written)" } ?? row.when.map { " (\(day($0)))" } ?? ""
        return figure + when + (row.cohort.map { ", \($0)" } ?? "")
    }

    private static func day(_ text: String) -> String { Day(iso: text)?.short ?? text }

    /// The kind at the beginning of a sentence.
    static func title(_ kind: Level.Kind) -> String {
        switch kind {
        case .baseline: "Baseline"
        case .target: "Target"
        case .trajectory: "Trajectory"
        }
    }

    /// Who recommends, with the plan that prints it where one does.
    static func recommender(_ by: Recommender) -> String {
        by.plan.map { "\(by.group) (plan \($0.code), issue \($0.issue))" } ?? by.group
    }

    /// Who approved, and when.
    static func approval(_ decision: Indicator.Decision) -> String {
        "\(decision.board), \(decision.day.short)"
    }

    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        number == 1 ? "1 \(one)" : "\(Digits.grouped(number)) \(many)"
    }
}
