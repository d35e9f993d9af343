import Pages
import People

/// What one page records of a child.
enum Topic: String, Sendable, CaseIterable, PathValue {
    case name, birth, identifier, details, sex, ethnicity, language, address, placement, team, need
    case socialCare = "social-care"
    case corporateParent = "corporate-parent"
    case relationship
    case responsibility = "parental-responsibility"
    case restriction = "court-restriction"
    case home, capacity, sharing, death

    /// Reads the name of a topic as it stands in an address.
    init?(pathText: String) { self.init(rawValue: pathText) }
    /// The name as it stands in an address.
    var pathText: String { rawValue }

    /// The title of the page that records it.
    var title: String {
        switch self {
        case .name: "Record a new name"
        case .birth: "Record the birth date"
        case .identifier: "Record a number"
        case .details: "Record sex, ethnicity and language"
        case .sex: "Record sex"
        case .ethnicity: "Record ethnicity"
        case .language: "Record a language"
        case .address: "Record an address"
        case .placement: "Record a school or setting"
        case .team: "Record the SEND team responsible"
        case .need: "Record a need"
        case .socialCare: "Record social care"
        case .corporateParent: "Record a corporate parent"
        case .relationship: "Record an adult around the child"
        case .responsibility: "Record parental responsibility"
        case .restriction: "Record a court restriction"
        case .home: "Record who the child lives with"
        case .capacity: "Record a judgement of capacity"
        case .sharing: "Record what the young person wants shared"
        case .death: "Record a death"
        }
    }

    /// What it is about, as it stands before its words.
    var subject: String {
        switch self {
        case .name: "Name"
        case .birth: "Birth date"
        case .identifier: "Number"
        case .details: "Sex, ethnicity, language"
        case .sex: "Sex"
        case .ethnicity: "Ethnicity"
        case .language: "Language"
        case .address: "Address"
        case .placement: "School or setting"
        case .team: "SEND team"
        case .need: "Need"
        case .socialCare: "Social care"
        case .corporateParent: "Corporate parent"
        case .relationship: "Adult"
        case .responsibility: "Parental responsibility"
        case .restriction: "Court restriction"
        case .home: "Lives with"
        case .capacity: "Capacity"
        case .sharing: "Sharing"
        case .death: "Death"
        }
    }

    /// Whether what it records can come to an end of its own, instead of lasting until the next.
    var ends: Bool {
        switch self {
        case .name, .birth, .details, .sex, .ethnicity, .death: false
        default: true
        }
    }

    /// Whether it is for those alone who see social care status.
    var isSocialCare: Bool { self == .socialCare || self == .corporateParent }

    /// Whether a thing recorded belongs to it.
    func covers(_ detail: ChildDetail) -> Bool {
        switch self {
        case .details: [.sex, .ethnicity, .language].contains(detail.topic)
        case .relationship: [.relationship, .responsibility, .home].contains(detail.topic)
        default: detail.topic == self
        }
    }

    /// The kinds of entries on which its page depends.
    var entryKinds: Set<String> {
        let own: Set<String> =
            switch self {
            case .name: ["child.named"]
            case .birth: ["child.born"]
            case .identifier: ["child.identified"]
            case .details: ["child.sex", "child.ethnicity", "child.language"]
            case .placement: ["child.placed"]
            case .relationship:
                ["child.relationship", "child.parental-responsibility", "child.home"]
            case .death: ["child.died"]
            default: ["child.\(rawValue)"]
            }
        return own.union(["child.ended", "withdrawn"])
    }
}
