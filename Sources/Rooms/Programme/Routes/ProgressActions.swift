import Access

extension Action {
    /// Reporting on an objective or an action, adding evidence, keeping risks; a lead only where their group leads.
    static let reportProgress = Action("report-progress", for: [.groupLead, .programmeTeam])
    /// Confirming, as a second person, that no child can be recognised in a piece of evidence.
    static let clearEvidence = Action("clear-evidence", for: [.programmeTeam, .groupLead])
    /// Naming who leads a board or group.
    static let manageLeads = Action("manage-leads", for: [.programmeTeam])
}
