public import CivilTime
public import Ledger

/// Records that a review is expected or was held.
public struct RecordExternalReview: Sendable {
    /// What is known of it.
    public var details: ReviewDetails

    /// States what is known.
    public init(_ details: ReviewDetails) { self.details = details }

    /// Records it and gives the new id.
    ///
    /// - Throws: ``RegisterRefusal``.
    public func decide(_ deciding: inout Deciding) throws -> String {
        try deciding.refuseUnknown(details.serving)
        let id = deciding.newID()
        try deciding.record(
            ReviewStated(details: details), on: ExternalReview.self, id, day: deciding.today)
        return id
    }
}

/// Records something on a review.
public struct RecordOnExternalReview: Sendable {
    /// What is recorded.
    public enum Change: Sendable {
        /// What is known of it.
        case details(ReviewDetails)
        /// That it was held on a day.
        case held(Day, words: String)
        /// What was found, told on a day.
        case found(Day, strengths: String, findings: String)
        /// A paper of it.
        case paper(String, Day, GivenPaper, isPublic: Bool)
        /// An action that follows.
        case action(String, owner: String, due: Day?, Serving)
        /// How an action goes, by the entry that agreed it.
        case actionState(String, ActionState, Day, words: String)
        /// Whether everybody may read of it.
        case publicity(Bool)
    }

    /// The subject id.
    public var review: String
    /// What is recorded.
    public var change: Change

    /// States a change.
    public init(_ change: Change, on review: String) {
        self.review = review
        self.change = change
    }

    /// Records it and gives the entry's id.
    ///
    /// - Throws: ``RegisterRefusal``.
    @discardableResult
    public func decide(_ deciding: inout Deciding) throws -> String {
        guard let held = try deciding.state(of: ExternalReview.self, review)?.state, held.details != nil
        else { throw RegisterRefusal.unknown }
        switch change {
        case .details(let details):
            try deciding.refuseUnknown(details.serving)
            return try record(ReviewStated(details: details), deciding.today, &deciding)
        case .held(let day, let words): return try record(ReviewHeld(words: words), day, &deciding)
        case .found(let day, let strengths, let findings):
            return try record(ReviewFound(strengths: strengths, findings: findings), day, &deciding)
        case .paper(let title, let day, let given, let isPublic):
            try deciding.refuseToCome(day)
            let paper = try given.place(title: title, &deciding)
            return try record(ReviewPaper(title: title, paper: paper, isPublic: isPublic), day, &deciding)
        case .action(let text, let owner, let due, let serving):
            try deciding.refuseUnknown(serving)
            return try record(
                ReviewActionAgreed(text: text, owner: owner, due: due, serving: serving), deciding.today,
                &deciding)
        case .actionState(let action, let state, let day, let words):
            guard held.actions.contains(where: { $0.entry == action }) else { throw RegisterRefusal.unknown }
            return try record(
                ReviewActionReported(action: action, state: state, words: words), day, &deciding)
        case .publicity(let isPublic):
            return try record(ReviewOpened(isPublic: isPublic), deciding.today, &deciding)
        }
    }

    private func record(
        _ payload: some Payload, _ day: Day, _ deciding: inout Deciding
    ) throws -> String {
        try deciding.refuseToCome(day)
        return try deciding.record(payload, on: ExternalReview.self, review, day: day)
    }
}
