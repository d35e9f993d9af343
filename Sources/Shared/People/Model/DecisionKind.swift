/// A kind of decision or right of the Children and Families Act 2014 that somebody holds for a child.
public enum DecisionKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Asking for an EHC needs assessment (section 36).
    case request
    /// Giving views, wishes and feelings, and taking part in decisions (section 19).
    case views
    /// Representations on a draft plan or on a notice, and asking for a setting to be named (section 38).
    case representations
    /// Taking part in a review of the plan (section 44).
    case review
    /// Asking for a re-assessment (section 44).
    case reassessment
    /// Asking for a personal budget (section 49).
    case personalBudget
    /// Agreeing to direct payments (section 49; SI 2014/1652).
    case directPayments
    /// Mediation (sections 52 to 56).
    case mediation
    /// Appealing to the First-tier Tribunal (section 51).
    case appeal
    /// Agreeing that information is shared or asked for; not of the Act, but asked with it.
    case consent

    /// In English, as in "who may …".
    public var name: String {
        switch self {
        case .request: "ask for an assessment"
        case .views: "give views and take part"
        case .representations: "make representations and ask for a setting"
        case .review: "take part in a review"
        case .reassessment: "ask for a re-assessment"
        case .personalBudget: "ask for a personal budget"
        case .directPayments: "agree to direct payments"
        case .mediation: "use mediation"
        case .appeal: "appeal"
        case .consent: "agree to sharing information"
        }
    }
}
