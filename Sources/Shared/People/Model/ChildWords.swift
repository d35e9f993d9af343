/// Sex as the SEN2 return has it from 2024 on.
public enum Sex: String, Sendable, Hashable, Codable, CaseIterable {
    /// Female.
    case female = "F"
    /// Male.
    case male = "M"

    /// In English.
    public var name: String { self == .female ? "Female" : "Male" }
}

/// An ethnicity by its code in the Common Basic Data Set: four capitals, main or extended.
public struct Ethnicity: Sendable, Hashable, Codable {
    /// The code: "WBRI".
    public let code: String

    /// Takes a code in either case; nil where it is not four letters.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 4, text.utf8.allSatisfy(\.isASCIILetter) else { return nil }
        code = text.uppercased()
    }

    /// Reads a stored code as it was recorded.
    public init(from decoder: any Decoder) throws {
        code = try decoder.singleValueContainer().decode(String.self)
    }

    /// Stores the code.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }

    /// The main codes in the order of the return, each with its name.
    public static let main: [(code: String, name: String)] = [
        ("WBRI", "White British"), ("WIRI", "White Irish"), ("WIRT", "Traveller of Irish heritage"),
        ("WROM", "Gypsy or Roma"), ("WOTH", "Any other White background"),
        ("MWBC", "White and Black Caribbean"), ("MWBA", "White and Black African"),
        ("MWAS", "White and Asian"), ("MOTH", "Any other mixed background"), ("AIND", "Indian"),
        ("APKN", "Pakistani"), ("ABAN", "Bangladeshi"), ("AOTH", "Any other Asian background"),
        ("BCRB", "Black Caribbean"), ("BAFR", "Black African"), ("BOTH", "Any other Black background"),
        ("CHNE", "Chinese"), ("OOTH", "Any other ethnic background"), ("REFU", "Refused"),
        ("NOBT", "Not yet obtained"),
    ]

    /// The name of a main code; the code itself where it is an extended one.
    public var name: String { Self.main.first { $0.code == code }?.name ?? code }
}

/// A type of special educational need as the SEN2 return has it.
public enum NeedType: String, Sendable, Hashable, Codable, CaseIterable {
    /// Specific learning difficulty.
    case specificLearning = "SPLD"
    /// Moderate learning difficulty.
    case moderateLearning = "MLD"
    /// Severe learning difficulty.
    case severeLearning = "SLD"
    /// Profound and multiple learning difficulty.
    case profoundMultiple = "PMLD"
    /// Social, emotional and mental health.
    case socialEmotional = "SEMH"
    /// Speech, language and communication.
    case speechLanguage = "SLCN"
    /// Hearing impairment.
    case hearing = "HI"
    /// Vision impairment.
    case vision = "VI"
    /// Multi-sensory impairment.
    case multiSensory = "MSI"
    /// Physical disability.
    case physical = "PD"
    /// Autistic spectrum disorder.
    case autism = "ASD"
    /// A code of its own in the return from 2025 on.
    case downSyndrome = "DS"
    /// Other difficulty or disability.
    case other = "OTH"

    /// In English.
    public var name: String {
        switch self {
        case .specificLearning: "Specific learning difficulty"
        case .moderateLearning: "Moderate learning difficulty"
        case .severeLearning: "Severe learning difficulty"
        case .profoundMultiple: "Profound and multiple learning difficulty"
        case .socialEmotional: "Social, emotional and mental health"
        case .speechLanguage: "Speech, language and communication needs"
        case .hearing: "Hearing impairment"
        case .vision: "Vision impairment"
        case .multiSensory: "Multi-sensory impairment"
        case .physical: "Physical disability"
        case .autism: "Autistic spectrum disorder"
        case .downSyndrome: "Down syndrome"
        case .other: "Other difficulty or disability"
        }
    }
}

/// Whether a need is the child's first or second.
public enum NeedRank: Int, Sendable, Hashable, Codable, CaseIterable {
    /// The primary or only need.
    case primary = 1
    /// The secondary need.
    case secondary = 2
}

/// A need and its rank.
public struct Need: Sendable, Hashable, Codable {
    /// The type.
    public var type: NeedType
    /// First or second.
    public var rank: NeedRank

    /// Names a need.
    public init(_ type: NeedType, _ rank: NeedRank = .primary) {
        self.type = type
        self.rank = rank
    }
}

/// What social care does for a child.
public enum SocialCareStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// In the care of the authority or accommodated by it (Children Act 1989 section 22).
    case lookedAfter
    /// Under a child protection plan.
    case childProtection
    /// In need (Children Act 1989 section 17).
    case childInNeed

    /// In English.
    public var name: String {
        switch self {
        case .lookedAfter: "Looked after"
        case .childProtection: "Child protection plan"
        case .childInNeed: "Child in need"
        }
    }
}

/// A status of social care and the authority that answers for it.
public struct SocialCare: Sendable, Hashable, Codable {
    /// The status.
    public var status: SocialCareStatus
    /// The id of the responsible authority or its team.
    public var authority: String?

    /// Names a status.
    public init(_ status: SocialCareStatus, authority: String? = nil) {
        self.status = status
        self.authority = authority
    }
}
