public import Access

extension Action {
    /// Seeing what is being worked on: registers, reviews, what is reported to whom.
    public static let seeProgramme = Action(
        "see-programme", for: [.programmeTeam, .groupLead, .boardMember, .scrutiny])
    /// Keeping registers, reviews, what is reported and what is shared.
    public static let keepRegisters = Action("keep-registers", for: [.programmeTeam])
    /// Recording recommendations, their answers and what becomes of them.
    public static let answerRecommendations = Action("answer-recommendations", for: [.programmeTeam])
}
