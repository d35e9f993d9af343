import Access

extension Action {
    /// Reporting on an objective or an action, adding evidence, keeping risks; a lead only where their group leads.
    static let reportProgress = Action("report-progress", for: [.groupLead, .programmeTeam])
    /// Seeing every month of the programme, public or not: reports, what the system says beside them, risks.
    static let seeProgramme = Action(
        "see-programme", for: [.programmeTeam, .groupLead, .boardMember, .scrutiny])
    /// Confirming, as a second person, that no child can be recognised in a piece of evidence.
    static let clearEvidence = Action("clear-evidence", for: [.programmeTeam, .groupLead])
    /// Naming who leads a board or group.
    static let manageLeads = Action("manage-leads", for: [.programmeTeam])
}
