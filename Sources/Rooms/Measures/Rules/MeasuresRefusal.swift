public import CivilTime
public import Ledger

/// Why something about an indicator cannot be recorded.
///
/// Only what cannot be is refused; what is odd or comes late is recorded and named as a problem.
public enum MeasuresRefusal: Refusal, Equatable {
    /// There is no such indicator in the register.
    case unknownIndicator
    /// It is no longer used, since a day.
    case retired(Day)
    /// It is used; there is nothing to bring back.
    case notRetired
    /// A value is outside the range of its unit: why, without a full stop.
    case outOfRange(String)
    /// The steps of a trajectory do not follow each other, or there are fewer than two.
    case stepsOutOfOrder
    /// The last day of a baseline's period lies before the first.
    case endBeforeStart
    /// There is no such recommendation.
    case unknownRecommendation
    /// Exactly this is recommended already and waits for a decision.
    case alreadyRecommended
    /// Exactly this is in force already.
    case alreadyInForce
    /// It was approved, on a day.
    case alreadyApproved(Day)
    /// It was withdrawn, on a day.
    case withdrawn(Day)
    /// Whoever recommended it would approve it.
    case ownRecommendation
    /// The plan is not known here.
    case unknownPlan(String)

    /// What happened and what to do next.
    public var forPerson: String {
        switch self {
        case .unknownIndicator: "There is no indicator with this id in the register. Check the id."
        case .retired(let day):
            "This indicator has not been used since \(day.short). Bring it back first, or choose another."
        case .notRetired: "This indicator is in use already. Nothing was changed."
        case .outOfRange(let why): "\(why). Check the value and the unit."
        case .stepsOutOfOrder:
            "A trajectory needs two steps or more, each in a later month than the one before. Put them in order."
        case .endBeforeStart: "The last day of the period lies before its first. Check both dates."
        case .unknownRecommendation:
            "This recommendation is no longer there. Open the indicator's page again."
        case .alreadyRecommended:
            "Exactly this has been recommended already and waits for the board. Nothing was added."
        case .alreadyInForce: "Exactly this is in force already. There is nothing to decide."
        case .alreadyApproved(let day):
            "The board approved this on \(day.short) already. To end it, withdraw it or recommend another."
        case .withdrawn(let day):
            "This was withdrawn on \(day.short), so it cannot be decided on. It can be recommended again."
        case .ownRecommendation:
            "You recommended this yourself. Somebody else has to record what the board decided."
        case .unknownPlan(let code): "There is no plan “\(code)” here. Import it first."
        }
    }

    /// The same, for logs.
    public var forOperator: String {
        switch self {
        case .unknownIndicator: "unknown indicator"
        case .retired: "indicator retired"
        case .notRetired: "indicator not retired"
        case .outOfRange: "value out of range"
        case .stepsOutOfOrder: "trajectory out of order"
        case .endBeforeStart: "baseline ends before it starts"
        case .unknownRecommendation: "unknown recommendation"
        case .alreadyRecommended: "recommended already"
        case .alreadyInForce: "in force already"
        case .alreadyApproved: "approved already"
        case .withdrawn: "decision on something withdrawn"
        case .ownRecommendation: "approval of one's own recommendation"
        case .unknownPlan: "unknown plan"
        }
    }
}

extension Deciding {
    /// The subject id and state of the indicator with an id.
    ///
    /// - Throws: ``MeasuresRefusal/unknownIndicator``.
    mutating func indicator(_ code: IndicatorCode) throws -> (id: String, state: Indicator) {
        let found = try lookUp("SELECT subject_id FROM measures_indicator WHERE code = \(code.text)") {
            $0.text(0)
        }.first
        guard let found, let state = try state(of: Indicator.self, found)?.state else {
            throw MeasuresRefusal.unknownIndicator
        }
        return (found, state)
    }
}
