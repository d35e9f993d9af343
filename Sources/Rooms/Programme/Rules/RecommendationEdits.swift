public import CivilTime
public import Ledger

/// Records a committee's recommendation, with its answer where there is one.
public struct RecordRecommendation: Sendable {
    /// What is recommended.
    public var text: RecommendationText
    /// What is answered in the same report; nil where that is yet to come.
    public var answer: RecommendationAnswer?
    /// Whether the report is published.
    public var isPublished: Bool

    /// States a recommendation.
    public init(_ text: RecommendationText, answer: RecommendationAnswer?, isPublished: Bool) {
        self.text = text
        self.answer = answer
        self.isPublished = isPublished
    }

    /// Records it and gives the new id; a second with its number in the report is refused by the commit.
    ///
    /// - Throws: ``RegisterRefusal``, at the commit `LedgerError.taken`.
    public func decide(_ deciding: inout Deciding) throws -> String {
        try deciding.refuseToCome(text.report.day)
        if let answer { try deciding.refuseUnknown(answer.serving) }
        let id = deciding.newID()
        let day = text.report.day
        try deciding.record(RecommendationMade(recommendation: text), on: Recommendation.self, id, day: day)
        if let answer {
            try deciding.record(RecommendationAnswered(answer: answer), on: Recommendation.self, id, day: day)
        }
        if isPublished {
            try deciding.record(
                RecommendationOpened(isPublished: true), on: Recommendation.self, id, day: day)
        }
        return id
    }
}

/// Records something on a recommendation.
public struct RecordOnRecommendation: Sendable {
    /// What is recorded.
    public enum Change: Sendable {
        /// What was answered on a day.
        case answer(RecommendationAnswer, Day)
        /// Where it stood on a day.
        case followUp(FollowUpState, Day, words: String)
        /// Whether its papers are published.
        case publicity(Bool)
    }

    /// The subject id.
    public var recommendation: String
    /// What is recorded.
    public var change: Change

    /// States a change.
    public init(_ change: Change, on recommendation: String) {
        self.recommendation = recommendation
        self.change = change
    }

    /// Records it and gives the entry's id.
    ///
    /// - Throws: ``RegisterRefusal``.
    @discardableResult
    public func decide(_ deciding: inout Deciding) throws -> String {
        guard let held = try deciding.state(of: Recommendation.self, recommendation)?.state,
            let text = held.text
        else { throw RegisterRefusal.unknown }
        switch change {
        case .answer(let answer, let day):
            try deciding.refuseUnknown(answer.serving)
            return try record(RecommendationAnswered(answer: answer), day, text, &deciding)
        case .followUp(let state, let day, let words):
            return try record(RecommendationFollowedUp(state: state, words: words), day, text, &deciding)
        case .publicity(let isPublished):
            return try deciding.record(
                RecommendationOpened(isPublished: isPublished), on: Recommendation.self, recommendation,
                day: deciding.today)
        }
    }

    private func record(
        _ payload: some Payload, _ day: Day, _ text: RecommendationText, _ deciding: inout Deciding
    ) throws -> String {
        try deciding.refuseToCome(day)
        if day < text.report.day { throw RegisterRefusal.beforeReport(day, report: text.report.day) }
        return try deciding.record(payload, on: Recommendation.self, recommendation, day: day)
    }
}
