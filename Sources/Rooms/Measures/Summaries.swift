public import CivilTime
public import Markup
import Pages

/// An indicator with what is in force of it, as the command and files say it.
public struct IndicatorSummary: Sendable, Hashable, Codable {
    /// The id.
    public var id: String
    /// Its words.
    public var words: String
    /// Its unit.
    public var unit: IndicatorUnit
    /// Which way is better.
    public var better: Direction
    /// The group that lists put it in.
    public var group: String
    /// The day it was retired; nil while it is used.
    public var retired: Day?
    /// The baselines in force, with cohort.
    public var baselines: [String]
    /// The targets in force, with month and cohort.
    public var targets: [String]
    /// How many recommendations wait for a decision.
    public var waiting: Int

    init(_ row: IndicatorRow) {
        id = row.code.text
        words = row.words
        unit = row.unit
        better = row.better
        group = row.group
        retired = row.retired
        baselines = row.inForce(.baseline).map { LevelWords.text($0, row.unit) }
        targets = row.inForce(.target).map { LevelWords.text($0, row.unit) }
        waiting = row.waiting
    }
}

/// What is in force of one indicator on a day, for whoever shows it beside something else.
public struct IndicatorInForce: Sendable {
    /// A target in force.
    public struct Goal: Sendable, Hashable {
        /// What is to be reached: “at least 60%”.
        public let text: String
        /// By when: “March 2019”.
        public let by: String
        /// For whom; nil for all.
        public let cohort: String?
        /// The board that approved it.
        public let board: String
        /// The day of the approval.
        public let approved: Day
    }

    /// The id.
    public let id: String
    /// Its words.
    public let words: String
    /// The page of the indicator.
    public let link: Link
    /// The baseline for all, with when it was; nil where none is in force.
    public let baseline: String?
    /// The targets in force, those for all first.
    public let goals: [Goal]

    init?(_ indicator: Indicator, on day: Day) {
        guard let definition = indicator.definition else { return nil }
        id = definition.code.text
        words = indicator.words
        link = MeasuresRoutes.indicator(definition.code)
        let inForce = indicator.inForce(on: day)
        baseline = inForce.first {
            $0.recommendation.level.kind == .baseline && $0.recommendation.cohort == nil
        }.map {
            "\(LevelWords.text($0.recommendation.level, definition.unit)) (\(LevelWords.when($0.recommendation.level)))"
        }
        goals = inForce.filter { $0.recommendation.level.kind == .target }.map {
            Goal(
                text: LevelWords.text($0.recommendation.level, definition.unit),
                by: LevelWords.when($0.recommendation.level), cohort: $0.recommendation.cohort,
                board: $0.approval.board, approved: $0.approval.day)
        }
    }
}
