public import Access

extension Action {
    /// Seeing what is recommended, sent back or withdrawn, beside what is approved and public.
    public static let seeRecommendations = Action(
        "see-recommendations", for: [.analyst, .programmeTeam, .groupLead, .boardMember])
    /// Recommending a baseline, a target or a trajectory in the name of a group.
    public static let recommendTargets = Action(
        "recommend-targets", for: [.groupLead, .analyst, .programmeTeam])
    /// Recording what a board decided on a recommendation.
    public static let decideTargets = Action("decide-targets", for: [.boardMember, .programmeTeam])
    /// Withdrawing what is recommended or, for whoever records decisions, what is in force.
    public static let withdrawTargets = Action(
        "withdraw-targets", for: [.groupLead, .analyst, .programmeTeam, .boardMember])
    /// Putting indicators in the register, wording them anew, retiring them.
    public static let keepIndicators = Action("keep-indicators", for: [.analyst, .programmeTeam])
    /// Taking the targets that a plan prints.
    public static let takeTargets = Action("take-targets", for: [.programmeTeam])
}
