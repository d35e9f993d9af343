import CivilTime
import Ledger

/// What taking the targets of a plan did, or would do.
public struct TakenTargets: Sendable, Hashable, Codable {
    /// One level that the plan prints.
    public struct Line: Sendable, Hashable, Codable {
        /// What becomes of it.
        public enum Fate: String, Sendable, Hashable, Codable {
            /// New: recommended and approved by the plan's publication.
            case approved
            /// Other than an earlier issue printed: recommended, and waits for the board.
            case recommended
            /// Taken before; nothing is added.
            case held
        }

        /// The indicator's id.
        public var indicator: String
        /// Baseline, target or trajectory.
        public var kind: Level.Kind
        /// For whom; nil for all.
        public var cohort: String?
        /// The value, in the indicator's unit; of a trajectory, its last.
        public var value: String
        /// What becomes of it.
        public var fate: Fate
    }

    /// Something printed that stays as it is, and why.
    public struct Left: Sendable, Hashable, Codable {
        /// The plan's words.
        public var title: String
        /// Why it is not taken.
        public var why: String
    }

    /// The plan's id.
    public var plan: String
    /// The issue.
    public var issue: Int
    /// What the plan prints of indicators in the register.
    public var lines: [Line]
    /// What stays as it is printed.
    public var left: [Left]

    /// Whether anything was recorded.
    public var isNew: Bool { lines.contains { $0.fate != .held } }
}

/// Takes what a published plan prints as baselines, targets and trajectories of indicators.
///
/// The first time the plan's publication stands for both, recommending and approving. What a later issue prints
/// differently is recommended only: a printed page does not change what a board has put in force.
struct TakePrinted: Sendable {
    let plan: PrintedPlan
    /// The account that takes them, who may not approve what is only recommended by it.
    let account: String?

    func decide(_ deciding: inout Deciding) throws -> TakenTargets {
        var states: [IndicatorCode: (id: String, state: Indicator)] = [:]
        for name in Set(plan.targets.flatMap(\.indicators)).sorted() {
            guard let code = IndicatorCode(name) else { continue }
            do {
                states[code] = try deciding.indicator(code)
            } catch MeasuresRefusal.unknownIndicator {
                continue
            }
        }
        let (taken, additions) = decide(on: states.mapValues(\.state))
        for addition in additions {
            guard let id = states[addition.code]?.id else { continue }
            try record(addition, on: id, &deciding)
        }
        return taken
    }

    /// One level to be recorded.
    struct Addition: Sendable, Equatable {
        let code: IndicatorCode
        let level: Level
        let cohort: String?
        let title: String
        let isApproved: Bool
    }

    /// What becomes of each level, by the states of the indicators that the plan names.
    func decide(on states: [IndicatorCode: Indicator]) -> (taken: TakenTargets, additions: [Addition]) {
        let definitions = states.compactMapValues { $0.retirement == nil ? $0.definition : nil }
        let reading = PrintedReading(plan, definitions)
        var taken = TakenTargets(
            plan: plan.code, issue: plan.issue, lines: [],
            left: reading.left.map { .init(title: $0.title, why: $0.why) })
        var additions: [Addition] = []
        for stated in reading.stated {
            let fate = states[stated.code].map { whatBecomes(of: stated, in: $0) } ?? .held
            taken.lines.append(
                .init(
                    indicator: stated.code.text, kind: stated.level.kind, cohort: stated.cohort,
                    value: stated.level.value?.text ?? "", fate: fate))
            guard fate != .held else { continue }
            additions.append(
                Addition(
                    code: stated.code, level: stated.level, cohort: stated.cohort, title: stated.title,
                    isApproved: fate == .approved))
        }
        return (taken, additions)
    }

    private func whatBecomes(
        of stated: PrintedReading.Stated, in indicator: Indicator
    ) -> TakenTargets.Line.Fate {
        let present = indicator.inForce(stated.level.kind, for: stated.cohort, on: .latest)
        if present?.recommendation.level == stated.level { return .held }
        let earlier = indicator.recommendations.filter {
            $0.by.plan?.code == plan.code && $0.level.kind == stated.level.kind && $0.cohort == stated.cohort
        }
        guard let last = earlier.max(by: { ($0.by.plan?.issue ?? 0) < ($1.by.plan?.issue ?? 0) }) else {
            return .approved
        }
        return last.level == stated.level ? .held : .recommended
    }

    private func record(_ addition: Addition, on id: String, _ deciding: inout Deciding) throws {
        let source = PlanSource(code: plan.code, issue: plan.issue)
        let day = min(plan.published, deciding.today)
        let recommending = RecommendLevel(
            addition.level, of: addition.code, for: addition.cohort,
            by: Recommender(
                group: plan.title, account: addition.isApproved ? nil : account, plan: source),
            reasoning: "Printed in the plan \(plan.code), issue \(plan.issue): \(addition.title)", on: day)
        let entry = try recommending.record(on: id, &deciding)
        guard addition.isApproved else { return }
        try deciding.record(
            LevelApproved(
                recommendation: entry, board: "Publication of \(plan.title)", words: nil, account: account,
                plan: source),
            on: Indicator.self, id, day: day)
    }
}
