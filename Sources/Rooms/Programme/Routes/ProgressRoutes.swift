import Access
import Documents
import Pages

/// The addresses of what is recorded each month.
enum ProgressRoutes {
    static let section = "programme"

    static let start = Route<Void>("programme", action: .seeProgramme)
    static let plan = Route<Code>("programme", "plans", .value("plan"), action: .seeProgramme)
    static let part = Route<String>("programme", "of", .value("part"), action: .seeProgramme)
    static let reporting = Route<String>(
        "programme", "of", .value("part"), "report", action: .reportProgress)
    static let report = Route<String>(
        "programme", "of", .value("part"), "report", method: .post, action: .reportProgress)

    static let addingEvidence = Route<String>(
        "programme", "of", .value("part"), "evidence", action: .reportProgress)
    static let addEvidence = Route<String>(
        "programme", "of", .value("part"), "evidence", method: .post, action: .reportProgress
    ).taking(fileBytes: Documents.fileBytes)
    static let evidenceFile = Route<(String, String)>(
        "programme", "of", .value("part"), "evidence", .value("evidence"), "file", action: .seeProgramme)
    static let clearing = Route<(String, String)>(
        "programme", "of", .value("part"), "evidence", .value("evidence"), "clearing",
        action: .clearEvidence)
    static let clear = Route<(String, String)>(
        "programme", "of", .value("part"), "evidence", .value("evidence"), "clearing", method: .post,
        action: .clearEvidence)
    static let withdrawing = Route<(String, String)>(
        "programme", "of", .value("part"), "evidence", .value("evidence"), "withdrawal",
        action: .reportProgress)
    static let withdraw = Route<(String, String)>(
        "programme", "of", .value("part"), "evidence", .value("evidence"), "withdrawal", method: .post,
        action: .reportProgress)
    static let toClear = Route<Code>(
        "programme", "plans", .value("plan"), "evidence", action: .clearEvidence)
    /// A file of evidence that is public.
    static let publicFile = Route<(String, String)>(
        "plans", "evidence", .value("part"), .value("evidence"), action: .public)

    static let risks = Route<Code>("programme", "plans", .value("plan"), "risks", action: .seeProgramme)
    static let newRisk = Route<Code>(
        "programme", "plans", .value("plan"), "risks", "new", action: .reportProgress)
    static let raiseRisk = Route<Code>(
        "programme", "plans", .value("plan"), "risks", "new", method: .post, action: .reportProgress)
    static let risk = Route<String>("programme", "risks", .value("risk"), action: .seeProgramme)
    static let assessing = Route<String>(
        "programme", "risks", .value("risk"), "assessment", action: .reportProgress)
    static let assess = Route<String>(
        "programme", "risks", .value("risk"), "assessment", method: .post, action: .reportProgress)
    static let closingRisk = Route<String>(
        "programme", "risks", .value("risk"), "closing", action: .reportProgress)
    static let closeRisk = Route<String>(
        "programme", "risks", .value("risk"), "closing", method: .post, action: .reportProgress)

    static let leads = Route<Code>("programme", "plans", .value("plan"), "leads", action: .manageLeads)
    static let newLead = Route<Code>(
        "programme", "plans", .value("plan"), "leads", "new", action: .manageLeads)
    static let nameLead = Route<Code>(
        "programme", "plans", .value("plan"), "leads", "new", method: .post, action: .manageLeads)
    static let endingLead = Route<String>(
        "programme", "leads", .value("lead"), "ending", action: .manageLeads)
    static let endLead = Route<String>(
        "programme", "leads", .value("lead"), "ending", method: .post, action: .manageLeads)
}
