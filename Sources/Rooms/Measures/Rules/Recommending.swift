public import CivilTime
public import Ledger

/// A group recommends a baseline, a target or a trajectory of an indicator.
public struct RecommendLevel: Sendable, Hashable {
    /// The indicator.
    public var code: IndicatorCode
    /// What is recommended.
    public var level: Level
    /// For whom; nil for all whom the indicator counts.
    public var cohort: String?
    /// Who recommends it.
    public var by: Recommender
    /// Why.
    public var reasoning: String
    /// The day it was recommended, today or before.
    public var day: Day

    /// States a recommendation.
    public init(
        _ level: Level, of code: IndicatorCode, for cohort: String? = nil, by: Recommender,
        reasoning: String, on day: Day
    ) {
        self.code = code
        self.level = level
        self.cohort = cohort
        self.by = by
        self.reasoning = reasoning
        self.day = day
    }

    /// Records it and gives the entry's id.
    ///
    /// - Throws: ``MeasuresRefusal``, at the commit `LedgerError`.
    @discardableResult
    public func decide(_ deciding: inout Deciding) throws -> String {
        let (id, indicator) = try deciding.indicator(code)
        if let retirement = indicator.retirement { throw MeasuresRefusal.retired(retirement.day) }
        try refuseImpossible(indicator)
        let isWaiting = indicator.waiting(on: .latest).contains { $0.level == level && $0.cohort == cohort }
        if isWaiting { throw MeasuresRefusal.alreadyRecommended }
        let present = indicator.inForce(level.kind, for: cohort, on: .latest)
        if present?.recommendation.level == level { throw MeasuresRefusal.alreadyInForce }
        return try record(on: id, &deciding)
    }

    private func refuseImpossible(_ indicator: Indicator) throws {
        if let unit = indicator.definition?.unit,
            let why = level.values.lazy.compactMap({ unit.problem(with: $0) }).first
        {
            throw MeasuresRefusal.outOfRange(why)
        }
        switch level {
        case .baseline(let baseline):
            if let first = baseline.first, let last = baseline.last, last < first {
                throw MeasuresRefusal.endBeforeStart
            }
        case .trajectory(let trajectory):
            guard trajectory.isInOrder, trajectory.steps.count > 1 else {
                throw MeasuresRefusal.stepsOutOfOrder
            }
        case .target: break
        }
    }

    /// Records it without a look at what is there.
    func record(on id: String, _ deciding: inout Deciding) throws -> String {
        switch level {
        case .baseline(let baseline): try record(baseline, on: id, &deciding)
        case .target(let target): try record(target, on: id, &deciding)
        case .trajectory(let trajectory): try record(trajectory, on: id, &deciding)
        }
    }

    private func record(
        _ statement: some LevelStatement, on id: String, _ deciding: inout Deciding
    ) throws -> String {
        try deciding.record(
            Recommended(statement: statement, cohort: cohort, by: by, reasoning: reasoning),
            on: Indicator.self, id, day: day)
    }
}

/// A board decides on what was recommended.
public struct DecideOnLevel: Sendable, Hashable {
    /// What the board decided.
    public enum Outcome: Sendable, Hashable {
        case approved
        /// It goes back to the group, with what the board asks for.
        case sentBack(String)
    }

    /// The indicator.
    public var code: IndicatorCode
    /// The entry that recommends it.
    public var recommendation: String
    /// What was decided.
    public var outcome: Outcome
    /// The board by its name.
    public var board: String
    /// What the board said when it approved, where it said anything.
    public var words: String?
    /// The account that records it.
    public var account: String?
    /// The day of the decision, today or before.
    public var day: Day

    /// States a decision.
    public init(
        _ outcome: Outcome, on recommendation: String, of code: IndicatorCode, board: String,
        words: String? = nil, account: String?, day: Day
    ) {
        self.code = code
        self.recommendation = recommendation
        self.outcome = outcome
        self.board = board
        self.words = words
        self.account = account
        self.day = day
    }

    /// Records it and gives the entry's id.
    ///
    /// - Throws: ``MeasuresRefusal``, at the commit `LedgerError`.
    @discardableResult
    public func decide(_ deciding: inout Deciding) throws -> String {
        let (id, indicator) = try deciding.indicator(code)
        guard let held = indicator.recommendations.first(where: { $0.entry == recommendation }) else {
            throw MeasuresRefusal.unknownRecommendation
        }
        switch indicator.standing(of: held, on: .latest) {
        case .approved(let approval): throw MeasuresRefusal.alreadyApproved(approval.day)
        case .withdrawn(let back) where back.day <= day: throw MeasuresRefusal.withdrawn(back.day)
        case .waiting, .sentBack, .withdrawn: break
        }
        switch outcome {
        case .approved:
            if let account, account == held.by.account { throw MeasuresRefusal.ownRecommendation }
            return try deciding.record(
                LevelApproved(recommendation: recommendation, board: board, words: words, account: account),
                on: Indicator.self, id, day: day)
        case .sentBack(let words):
            return try deciding.record(
                LevelSentBack(recommendation: recommendation, board: board, words: words, account: account),
                on: Indicator.self, id, day: day)
        }
    }
}

/// What was recommended, or is in force, is withdrawn.
public struct WithdrawLevel: Sendable, Hashable {
    /// The indicator.
    public var code: IndicatorCode
    /// The entry that recommends it.
    public var recommendation: String
    /// Why.
    public var reason: String
    /// The day from which it no longer holds, today or before.
    public var day: Day

    /// States a withdrawal.
    public init(_ recommendation: String, of code: IndicatorCode, reason: String, on day: Day) {
        self.code = code
        self.recommendation = recommendation
        self.reason = reason
        self.day = day
    }

    /// Records it and gives the entry's id.
    ///
    /// - Throws: ``MeasuresRefusal``, at the commit `LedgerError`.
    @discardableResult
    public func decide(_ deciding: inout Deciding) throws -> String {
        let (id, indicator) = try deciding.indicator(code)
        guard let held = indicator.recommendations.first(where: { $0.entry == recommendation }) else {
            throw MeasuresRefusal.unknownRecommendation
        }
        if case .withdrawn(let back) = indicator.standing(of: held, on: .latest) {
            throw MeasuresRefusal.withdrawn(back.day)
        }
        return try deciding.record(
            LevelWithdrawn(recommendation: recommendation), on: Indicator.self, id, day: day, reason: reason)
    }
}
