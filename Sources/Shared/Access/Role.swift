/// What kind of work somebody does here; an account may hold several, each over days.
public enum Role: String, Sendable, Codable, CaseIterable {
    case parent, youngPerson, supporter
    case senco, settingLeader
    case healthProfessional, careProfessional, educationalPsychologist
    case officer, decisionMaker, sendManager
    case dco, dsco, safeguardingLead
    case auditor, commissioner
    case programmeTeam, groupLead, boardMember, scrutiny
    case localOfferEditor, provider, analyst
    case dataProtectionOfficer
    /// Organisations, people, roles and settings; no children's records.
    case administrator
}
