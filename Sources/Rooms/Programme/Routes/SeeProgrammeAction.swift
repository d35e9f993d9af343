import Access

extension Action {
    /// Seeing what is recorded of the programme beside what is public.
    static let seeProgramme = Action(
        "see-programme", for: [.programmeTeam, .groupLead, .boardMember, .scrutiny])
}
