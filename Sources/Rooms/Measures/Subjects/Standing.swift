public import CivilTime
import Ledger

extension Indicator {
    /// How a recommendation stands on a day.
    public enum Standing: Sendable, Hashable {
        /// No board has decided on it.
        case waiting
        /// A board approved it; from the day of the first approval that still holds.
        case approved(Decision)
        /// A board sent it back.
        case sentBack(Decision)
        /// It was withdrawn.
        case withdrawn(TakenBack)
    }

    /// How a recommendation stands on a day, by the decisions and withdrawals of that day and before.
    ///
    /// A withdrawal counts before every decision: what was withdrawn is not in force, whatever else is recorded.
    public func standing(of recommendation: Recommendation, on day: Day) -> Standing {
        let entry = recommendation.entry
        if let back = takenBack.first(where: { $0.recommendation == entry && $0.day <= day }) {
            return .withdrawn(back)
        }
        let made = decisions.filter { $0.recommendation == entry && $0.day <= day }
        guard let last = made.last else { return .waiting }
        guard last.isApproval else { return .sentBack(last) }
        // Approved twice, it holds since the first time.
        let run = made.reversed().prefix { $0.isApproval }
        return .approved(run.last ?? last)
    }

    /// What is in force of one kind for one cohort on a day: the last approved and not withdrawn.
    public func inForce(
        _ kind: Level.Kind, for cohort: String?, on day: Day
    ) -> (recommendation: Recommendation, approval: Decision)? {
        let order = Dictionary(
            decisions.enumerated().map { ($1.entry, $0) }, uniquingKeysWith: { first, _ in first })
        return recommendations.filter { $0.level.kind == kind && $0.cohort == cohort }.compactMap {
            recommendation -> (recommendation: Recommendation, approval: Decision)? in
            guard case .approved(let approval) = standing(of: recommendation, on: day) else { return nil }
            return (recommendation, approval)
        }.max { order[$0.approval.entry, default: 0] < order[$1.approval.entry, default: 0] }
    }

    /// Everything in force on a day: baselines, targets, trajectories, those for all before those of a cohort.
    public func inForce(on day: Day) -> [(recommendation: Recommendation, approval: Decision)] {
        Level.Kind.allCases.flatMap { kind in cohorts.compactMap { inForce(kind, for: $0, on: day) } }
    }

    /// What no board has decided on by a day.
    public func waiting(on day: Day) -> [Recommendation] {
        recommendations.filter { $0.day <= day && standing(of: $0, on: day) == .waiting }
    }

    /// The cohorts that anything was ever recommended for; nil, for all, stands first.
    public var cohorts: [String?] {
        let named = Set(recommendations.compactMap(\.cohort)).sorted()
        return [nil] + named.map { Optional($0) }
    }

    /// The baseline that a target of a cohort is held against: the cohort's own, or that of all.
    func baseline(for cohort: String?, on day: Day) -> (recommendation: Recommendation, value: Figure)? {
        let found = inForce(.baseline, for: cohort, on: day) ?? inForce(.baseline, for: nil, on: day)
        return found.flatMap { found in found.recommendation.level.value.map { (found.recommendation, $0) } }
    }

    /// From which day to which each level was in force, by kind and cohort; nil while it is.
    var spans: [Span] {
        let days = Set(decisions.map(\.day) + takenBack.map(\.day)).sorted()
        return Level.Kind.allCases.flatMap { kind in
            cohorts.flatMap { cohort -> [Span] in
                var spans: [Span] = []
                var present: (recommendation: Recommendation, approval: Decision)?
                for day in days {
                    let next = inForce(kind, for: cohort, on: day)
                    guard next?.approval.entry != present?.approval.entry else { continue }
                    if !spans.isEmpty, present != nil { spans[spans.count - 1].to = day - 1 }
                    if let next {
                        spans.append(
                            Span(
                                recommendation: next.recommendation, approval: next.approval, from: day,
                                to: nil))
                    }
                    present = next
                }
                return spans
            }
        }
    }

    /// A time in which a level was in force.
    struct Span: Sendable {
        let recommendation: Recommendation
        let approval: Decision
        let from: Day
        var to: Day?
    }
}
