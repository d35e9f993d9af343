import CivilTime
import Ledger

/// An indicator was put in the register.
struct IndicatorDefined: Payload {
    static let kind = "indicator.defined"
    var definition: IndicatorDefinition
}

/// An indicator is worded differently; it counts what it counted. The entry's reason says why.
struct IndicatorRenamed: Payload {
    static let kind = "indicator.renamed"
    var words: String
}

/// An indicator is no longer used. The entry's reason says why.
struct IndicatorRetired: Payload {
    static let kind = "indicator.retired"
    /// The id of the indicator that is used instead, where there is one.
    var successor: IndicatorCode?
}

/// A retired indicator is used again. The entry's reason says why.
struct IndicatorReinstated: Payload {
    static let kind = "indicator.reinstated"
}

/// What can be recommended of an indicator.
protocol LevelStatement: Codable, Sendable, Hashable {
    static var kind: Level.Kind { get }
    var level: Level { get }
}

extension Baseline: LevelStatement {
    static var kind: Level.Kind { .baseline }
    var level: Level { .baseline(self) }
}
extension Target: LevelStatement {
    static var kind: Level.Kind { .target }
    var level: Level { .target(self) }
}
extension Trajectory: LevelStatement {
    static var kind: Level.Kind { .trajectory }
    var level: Level { .trajectory(self) }
}

/// A group recommends a baseline, a target or a trajectory.
struct Recommended<Statement: LevelStatement>: Payload {
    static var kind: String { "indicator.\(Statement.kind.rawValue)-recommended" }
    var statement: Statement
    /// For whom it holds; nil for all whom the indicator counts.
    var cohort: String?
    var by: Recommender
    var reasoning: String
}

/// A board approved what was recommended; by its publication, where a plan prints it.
struct LevelApproved: Payload {
    static let kind = "indicator.approved"
    /// The entry that recommends it.
    var recommendation: String
    var board: String
    var words: String?
    /// The account that recorded it.
    var account: String?
    /// The plan whose publication approved it, where that did.
    var plan: PlanSource?
}

/// A board sent back what was recommended.
struct LevelSentBack: Payload {
    static let kind = "indicator.sent-back"
    var recommendation: String
    var board: String
    /// What the board asks for.
    var words: String
    var account: String?
}

/// Who recommended, or the board, withdrew it. The entry's reason says why.
struct LevelWithdrawn: Payload {
    static let kind = "indicator.withdrawn"
    var recommendation: String
}
