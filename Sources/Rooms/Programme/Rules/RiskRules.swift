import CivilTime
import Ledger

/// Why something cannot be recorded of a risk.
enum RiskRefusal: Refusal, Equatable {
    /// There is no such risk.
    case unknown
    /// There is no such plan.
    case unknownPlan
    /// The plan has no such objective or action.
    case unknownObjective(Code)
    /// It was closed before.
    case closed
    /// It stands already.
    case open
    /// The day of review has passed.
    case reviewInThePast(Day)

    var forPerson: String {
        switch self {
        case .unknown: "This risk is no longer there. Open the register again."
        case .unknownPlan: "There is no such plan. Go back and choose one."
        case .unknownObjective(let code):
            "The plan has no objective or action \(code.text). Choose from the list."
        case .closed: "This risk is closed. Open it again before you change it."
        case .open: "This risk stands already."
        case .reviewInThePast(let day): "\(day.short) has passed. Give the day of the next review."
        }
    }

    var forOperator: String {
        switch self {
        case .unknown: "risk: unknown"
        case .unknownPlan: "risk: unknown plan"
        case .unknownObjective: "risk: unknown objective"
        case .closed: "risk: closed"
        case .open: "risk: open"
        case .reviewInThePast: "risk: review in the past"
        }
    }
}

/// How likely a risk is, how hard it would hit, what is done about it, by whom, and when it is looked at again.
struct RiskAssessment: Sendable, Hashable {
    var score: RiskScore
    var mitigation: String
    var owner: String
    var review: Day

    fileprivate func refusePast(_ today: Day) throws(RiskRefusal) {
        if review < today { throw .reviewInThePast(review) }
    }

    fileprivate var payload: RiskAssessed {
        RiskAssessed(
            likelihood: score.likelihood, impact: score.impact, mitigation: mitigation, owner: owner,
            review: review)
    }
}

/// Raises a risk of a plan with its first assessment.
struct RaiseRisk: Sendable, Hashable {
    /// The subject id of the plan.
    var plan: String
    var objectives: [Code]
    var title: String
    /// Whether it has already happened.
    var isIssue: Bool
    var view: RiskAssessment

    /// Records it and gives the new id.
    ///
    /// - Throws: ``RiskRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        guard try deciding.state(of: Plan.self, plan)?.state.current != nil else {
            throw RiskRefusal.unknownPlan
        }
        let held = try deciding.lookUp(
            """
            SELECT code FROM programme_part WHERE plan_id = \(plan)
            AND part IN \(list: [ObjectiveStatement.part, ActionStatement.part])
            """
        ) { $0.text(0) }
        if let unknown = objectives.first(where: { !held.contains($0.text) }) {
            throw RiskRefusal.unknownObjective(unknown)
        }
        try view.refusePast(deciding.today)
        let id = deciding.newID()
        try deciding.record(
            RiskRaised(plan: plan, objectives: objectives, title: title, isIssue: isIssue), on: Risk.self, id,
            day: deciding.today)
        try deciding.record(view.payload, on: Risk.self, id, day: deciding.today)
        return id
    }
}

/// Something that changes a risk.
struct ChangeRisk: Sendable, Hashable {
    enum Change: Sendable, Hashable {
        case assess(RiskAssessment)
        case close(how: String)
        case reopen(why: String)
    }

    /// The subject id of the risk.
    var risk: String
    var change: Change

    /// Records it.
    ///
    /// - Throws: ``RiskRefusal``.
    func decide(_ deciding: inout Deciding) throws {
        guard let held = try deciding.state(of: Risk.self, risk)?.state, !held.plan.isEmpty else {
            throw RiskRefusal.unknown
        }
        let today = deciding.today
        switch change {
        case .assess(let view):
            guard held.isOpen else { throw RiskRefusal.closed }
            try view.refusePast(today)
            try deciding.record(view.payload, on: Risk.self, risk, day: today)
        case .close(let how):
            guard held.isOpen else { throw RiskRefusal.closed }
            try deciding.record(RiskClosed(how: how), on: Risk.self, risk, day: today)
        case .reopen(let why):
            guard !held.isOpen else { throw RiskRefusal.open }
            try deciding.record(RiskReopened(why: why), on: Risk.self, risk, day: today)
        }
    }
}
