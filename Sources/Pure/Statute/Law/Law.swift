/// A body of rules and exceptions that the engine reads: the law as data.
public struct Law: Sendable {
    /// The rules in order of the reference.
    public let rules: [Rule]
    /// The exceptions.
    public let exemptions: [Exemption]
    /// The rules of each kind of matter.
    private let byMatter: [[Rule]]

    /// A body of law.
    public init(rules: [Rule], exemptions: [Exemption]) {
        self.rules = rules
        self.exemptions = exemptions
        byMatter = MatterKind.allCases.map { kind in rules.filter { $0.matters.contains(kind) } }
    }

    /// The law of England as the project's reference knew it on 21 November 2026.
    public static let england = Law(
        rules: request + review + transfer + plan + move + mediation + appeal + order + personalBudget
            + complaint + information + localOffer + neighbouring,
        exemptions: Exemption.all)

    /// The rules that can arise in a matter.
    public func rules(for kind: MatterKind) -> [Rule] { byMatter[Int(kind.rawValue)] }

    /// The rules with an id, every version.
    public func rules(_ id: String) -> [Rule] { rules.filter { $0.id == id } }

    /// The exception with an id.
    public func exemption(_ id: String) -> Exemption? { exemptions.first { $0.id == id } }

    /// A party as a sentence names it.
    static func inWords(_ party: Party) -> String {
        switch party {
        case .family: "the family"
        case .officer: "the SEN officer"
        case .adviceGiver: "the giver of advice"
        case .decisionMaker: "the decision-maker"
        case .setting: "the school, college or provider"
        case .authority: "the local authority"
        case .icb: "the health board (ICB)"
        case .care: "social care"
        case .oldAuthority: "the old authority"
        case .newAuthority: "the new authority"
        case .oldIcb: "the old health board (ICB)"
        case .newIcb: "the new health board (ICB)"
        case .secretaryOfState: "the Secretary of State"
        case .commissioner: "the Information Commissioner"
        case .everyone: "everyone"
        case .department: "the Department for Education"
        case .nhs: "the NHS"
        default: "the \(party.name)"
        }
    }
}
