public import CivilTime
public import Ledger

/// An indicator over time: what it is, and its baselines, targets and trajectories with who recommended and who
/// decided on each.
///
/// What was recommended and what was decided name each other by entry, so that neither depends on which was
/// recorded first.
public struct Indicator: Subject {
    /// Something that a group recommended.
    public struct Recommendation: Sendable, Hashable {
        /// The entry.
        public let entry: String
        /// The day it was recommended.
        public let day: Day
        /// What it is.
        public let level: Level
        /// For whom; nil for all.
        public let cohort: String?
        /// Who recommends it.
        public let by: Recommender
        /// Why.
        public let reasoning: String
    }

    /// What a board decided on a recommendation.
    public struct Decision: Sendable, Hashable {
        /// The entry.
        public let entry: String
        /// The day of the decision.
        public let day: Day
        /// The entry that it is about.
        public let recommendation: String
        /// Whether it was approved; otherwise it was sent back.
        public let isApproval: Bool
        /// The board by its name.
        public let board: String
        /// What the board said.
        public let words: String?
        /// The plan whose publication approved it, where that did.
        public let plan: PlanSource?
    }

    /// That a recommendation was withdrawn.
    public struct TakenBack: Sendable, Hashable {
        /// The entry.
        public let entry: String
        /// The day it was withdrawn.
        public let day: Day
        /// The entry that it is about.
        public let recommendation: String
        /// Why.
        public let reason: String?
    }

    /// Words, or that it is used no longer, from a day on.
    public struct Change: Sendable, Hashable {
        /// The entry.
        public let entry: String
        /// The day.
        public let day: Day
        /// Why.
        public let reason: String?
        /// The words from then on; nil where they did not change.
        public let words: String?
        /// Whether it is used from then on.
        public let isUsed: Bool
        /// The indicator used instead, where there is one.
        public let successor: IndicatorCode?
    }

    /// The subject kind.
    public static let kind = "indicator"
    /// See ``Ledger/Subject/derivation``.
    public static let derivation = 1
    /// The register, and what is in force or waits.
    public static let tables = [MeasuresTables.indicator, MeasuresTables.level]

    /// The subject id.
    public let id: String
    private(set) var definitions: [(entry: String, day: Day, definition: IndicatorDefinition)] = []
    /// What became of its words and its use, in order.
    public private(set) var changes: [Change] = []
    /// All that was ever recommended, in order.
    public private(set) var recommendations: [Recommendation] = []
    /// All decisions, in order.
    public private(set) var decisions: [Decision] = []
    /// All withdrawals, in order.
    public private(set) var takenBack: [TakenBack] = []
    private(set) var noted: [Problem] = []

    /// An indicator before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { noted.append(problem) }

    /// What it was put in the register as; nil before it was.
    public var definition: IndicatorDefinition? { definitions.first?.definition }
    /// Its present words.
    public var words: String { changes.compactMap(\.words).last ?? definition?.words ?? "" }
    /// How it was retired; nil while it is used.
    public var retirement: Change? { changes.last { $0.words == nil }.flatMap { $0.isUsed ? nil : $0 } }
}

extension Indicator {
    /// The register first, then what is recommended, then what a board decides.
    public static let entryKinds: [EntryKind<Indicator>] = [
        EntryKind(IndicatorDefined.self) { indicator, defined in
            indicator.definitions.append((defined.id, defined.day, defined.data.definition))
        },
        EntryKind(IndicatorRenamed.self) { indicator, renamed in
            indicator.changes.append(change(renamed, words: renamed.data.words, isUsed: true))
        },
        EntryKind(IndicatorRetired.self) { indicator, retired in
            indicator.changes.append(change(retired, isUsed: false, successor: retired.data.successor))
        },
        EntryKind(IndicatorReinstated.self) { indicator, reinstated in
            indicator.changes.append(change(reinstated, isUsed: true))
        },
        recommending(Baseline.self), recommending(Target.self), recommending(Trajectory.self),
        EntryKind(LevelApproved.self) { indicator, approved in
            let data = approved.data
            indicator.decisions.append(
                Decision(
                    entry: approved.id, day: approved.day, recommendation: data.recommendation,
                    isApproval: true, board: data.board, words: data.words, plan: data.plan))
        },
        EntryKind(LevelSentBack.self) { indicator, sent in
            indicator.decisions.append(
                Decision(
                    entry: sent.id, day: sent.day, recommendation: sent.data.recommendation,
                    isApproval: false, board: sent.data.board, words: sent.data.words, plan: nil))
        },
        EntryKind(LevelWithdrawn.self) { indicator, withdrawn in
            indicator.takenBack.append(
                TakenBack(
                    entry: withdrawn.id, day: withdrawn.day, recommendation: withdrawn.data.recommendation,
                    reason: withdrawn.reason))
        },
    ]

    private static func change(
        _ recorded: Recorded<some Payload>, words: String? = nil, isUsed: Bool,
        successor: IndicatorCode? = nil
    ) -> Change {
        Change(
            entry: recorded.id, day: recorded.day, reason: recorded.reason, words: words, isUsed: isUsed,
            successor: successor)
    }

    private static func recommending<Statement: LevelStatement>(
        _ type: Statement.Type
    ) -> EntryKind<Indicator> {
        EntryKind(Recommended<Statement>.self) { indicator, recommended in
            let data = recommended.data
            indicator.recommendations.append(
                Recommendation(
                    entry: recommended.id, day: recommended.day, level: data.statement.level,
                    cohort: data.cohort, by: data.by, reasoning: data.reasoning))
        }
    }
}
