import CivilTime
public import Ledger

extension Indicator {
    /// What cannot be true together, by what is known at the end.
    public var problems: [Problem] {
        noted + definitionProblems + decisionProblems + living.flatMap(problems)
    }

    private var definitionProblems: [Problem] {
        guard Set(definitions.map(\.definition)).count > 1 else { return [] }
        return [
            Problem(
                "The indicator was put in the register twice; the first is used.",
                entries: definitions.map(\.entry))
        ]
    }

    private var decisionProblems: [Problem] {
        let known = Dictionary(
            recommendations.map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
        var problems: [Problem] = []
        for decision in decisions {
            guard let recommendation = known[decision.recommendation] else {
                problems.append(
                    Problem(
                        "A board decided on a recommendation that is not here or was taken back as a mistake.",
                        entries: [decision.entry]))
                continue
            }
            let entries = [recommendation.entry, decision.entry]
            if decision.day < recommendation.day {
                problems.append(
                    Problem("A board decided on this before it was recommended.", entries: entries))
            }
            let back = takenBack.first { $0.recommendation == recommendation.entry && $0.day <= decision.day }
            if decision.isApproval, let back {
                problems.append(
                    Problem(
                        "A board approved this after it had been withdrawn; it is not in force.",
                        entries: entries + [back.entry]))
            }
        }
        return problems + takenBackProblems(Set(known.keys)) + repeated
    }

    private func takenBackProblems(_ known: Set<String>) -> [Problem] {
        takenBack.filter { !known.contains($0.recommendation) }.map {
            Problem("A withdrawal names a recommendation that is not here.", entries: [$0.entry])
        }
    }

    private var repeated: [Problem] {
        recommendations.flatMap { recommendation -> [Problem] in
            let made = decisions.filter { $0.recommendation == recommendation.entry }
            let approvals = made.filter(\.isApproval)
            var problems: [Problem] = []
            if approvals.count > 1 {
                problems.append(
                    Problem(
                        "This was approved twice; it holds since the first time.",
                        entries: approvals.map(\.entry)))
            }
            if let last = made.last, !last.isApproval, !approvals.isEmpty {
                problems.append(
                    Problem(
                        "A board sent this back after it had been approved; it is no longer in force.",
                        entries: made.map(\.entry)))
            }
            return problems
        }
    }

    /// What is in force or waits at the end.
    private var living: [Recommendation] {
        inForce(on: .latest).map(\.recommendation) + waiting(on: .latest)
    }

    private func problems(of recommendation: Recommendation) -> [Problem] {
        var problems: [Problem] = []
        let entries = [recommendation.entry]
        let unit = definition?.unit
        if let wrong = recommendation.level.values.lazy.compactMap({ unit?.problem(with: $0) }).first {
            problems.append(Problem("A value is outside the range of its unit: \(wrong).", entries: entries))
        }
        if let by = recommendation.level.by, by.last < recommendation.day {
            problems.append(
                Problem(
                    "It was to be reached by \(by.written), which had passed when it was recommended.",
                    entries: entries))
        }
        switch recommendation.level {
        case .baseline: break
        case .target(let target): problems += self.problems(of: target, recommendation)
        case .trajectory(let trajectory): problems += self.problems(of: trajectory, recommendation)
        }
        return problems
    }

    private func problems(of target: Target, _ recommendation: Recommendation) -> [Problem] {
        guard let better = definition?.better, better != .neither else { return [] }
        var problems: [Problem] = []
        if let baseline = baseline(for: recommendation.cohort, on: .latest) {
            let isWrong = better == .higher ? target.value < baseline.value : target.value > baseline.value
            if isWrong {
                problems.append(
                    Problem(
                        "The target lies on the wrong side of its baseline: \(better.words).",
                        entries: [recommendation.entry, baseline.recommendation.entry]))
            }
        }
        if target.comparison != (better == .higher ? .atLeast : .atMost) {
            problems.append(
                Problem(
                    "The target says “\(target.comparison.words)”, although \(better.words).",
                    entries: [recommendation.entry]))
        }
        return problems
    }

    private func problems(of trajectory: Trajectory, _ recommendation: Recommendation) -> [Problem] {
        var problems: [Problem] = []
        if !trajectory.isInOrder {
            problems.append(
                Problem(
                    "The steps of the trajectory are not in the order of their months; they are shown by month.",
                    entries: [recommendation.entry]))
        }
        if let target = inForce(.target, for: recommendation.cohort, on: .latest)?.recommendation,
            let end = trajectory.ordered.last,
            end.value != target.level.value || target.level.by.map({ $0 != end.month }) ?? false
        {
            problems.append(
                Problem(
                    "The trajectory ends elsewhere than its target.",
                    entries: [recommendation.entry, target.entry]))
        }
        return problems
    }
}
