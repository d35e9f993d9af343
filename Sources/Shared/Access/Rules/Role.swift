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

    /// The families' own roles, which reach their own records; all others are roles of work.
    public var isFamily: Bool { [.parent, .youngPerson, .supporter].contains(self) }

    /// Whether who holds it must prove themselves by a second factor: whoever comes near the records of
    /// children not their own, decides who else does, or changes what the public reads.
    public var needsSecondFactor: Bool {
        switch self {
        case .parent, .youngPerson, .supporter, .boardMember, .scrutiny, .provider, .groupLead: false
        default: true
        }
    }

    /// The role in words.
    public var words: String {
        switch self {
        case .parent: "parent or carer"
        case .youngPerson: "young person"
        case .supporter: "supporter"
        case .senco: "SENCO"
        case .settingLeader: "leader of a setting"
        case .healthProfessional: "health professional"
        case .careProfessional: "social care professional"
        case .educationalPsychologist: "educational psychologist"
        case .officer: "SEND officer"
        case .decisionMaker: "decision-maker"
        case .sendManager: "SEND manager"
        case .dco: "designated clinical officer"
        case .dsco: "designated social care officer"
        case .safeguardingLead: "safeguarding lead"
        case .auditor: "quality auditor"
        case .commissioner: "commissioner"
        case .programmeTeam: "programme team"
        case .groupLead: "group lead"
        case .boardMember: "board member"
        case .scrutiny: "scrutiny member"
        case .localOfferEditor: "local offer editor"
        case .provider: "provider"
        case .analyst: "analyst"
        case .dataProtectionOfficer: "data protection officer"
        case .administrator: "administrator"
        }
    }
}
