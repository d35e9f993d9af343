/// What an organisation of a local area partnership is.
public enum OrganisationKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A local authority.
    case localAuthority
    /// A team of an authority, trust or board.
    case team
    /// An integrated care board.
    case icb
    /// An NHS trust or another provider of NHS care.
    case nhsTrust
    /// A school of any type, nursery schools and pupil referral units included.
    case school
    /// A college or another institution after 16.
    case college
    /// A nursery, pre-school or childminder.
    case earlyYears
    /// A parent carer forum.
    case parentCarerForum
    /// A charity or community group.
    case voluntary
    /// Whoever else provides education, therapy, care or transport.
    case provider

    /// In English.
    public var name: String {
        switch self {
        case .localAuthority: "Local authority"
        case .team: "Team"
        case .icb: "Integrated care board"
        case .nhsTrust: "NHS trust"
        case .school: "School"
        case .college: "College or post-16"
        case .earlyYears: "Early years setting"
        case .parentCarerForum: "Parent carer forum"
        case .voluntary: "Voluntary organisation"
        case .provider: "Other provider"
        }
    }

    /// Whether children can be placed there.
    public var isSetting: Bool {
        switch self {
        case .school, .college, .earlyYears, .provider, .voluntary: true
        case .localAuthority, .team, .icb, .nhsTrust, .parentCarerForum: false
        }
    }
}

/// A code that names one organisation and no other.
public enum OrganisationCode: Sendable, Hashable {
    /// Schools and colleges, in Get Information about Schools.
    case urn(URN)
    /// Further education and training, in the UK Register of Learning Providers.
    case ukprn(UKPRN)
    /// NHS organisations.
    case ods(ODSCode)
    /// Local authorities.
    case authority(AuthorityCode)

    /// The register: "urn", "ukprn", "ods" or "authority".
    public var register: String {
        switch self {
        case .urn: "urn"
        case .ukprn: "ukprn"
        case .ods: "ods"
        case .authority: "authority"
        }
    }

    /// The names of the registers.
    public static let registers = ["urn", "ukprn", "ods", "authority"]

    /// Reads a code of a register as somebody wrote it.
    public init(register: String, reading text: String) throws(IdentifierProblem) {
        switch register {
        case "urn": self = .urn(try URN(reading: text))
        case "ukprn": self = .ukprn(try UKPRN(reading: text))
        case "ods": self = .ods(try ODSCode(reading: text))
        default: self = .authority(try AuthorityCode(reading: text))
        }
    }

    /// What such a code is called.
    public var name: String {
        switch self {
        case .urn: URN.name
        case .ukprn: UKPRN.name
        case .ods: ODSCode.name
        case .authority: AuthorityCode.name
        }
    }

    /// The code.
    public var text: String {
        switch self {
        case .urn(let code): code.text
        case .ukprn(let code): code.text
        case .ods(let code): code.text
        case .authority(let code): code.text
        }
    }
}

extension OrganisationCode: Codable {
    private enum CodingKeys: String, CodingKey {
        case register, code
    }

    /// Reads `{"register": "urn", "code": "990001"}` as it was recorded.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let code = try container.decode(String.self, forKey: .code)
        switch try container.decode(String.self, forKey: .register) {
        case "urn": self = .urn(URN(stored: code))
        case "ukprn": self = .ukprn(UKPRN(stored: code))
        case "ods": self = .ods(ODSCode(stored: code))
        case "authority": self = .authority(AuthorityCode(stored: code))
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .register, in: container, debugDescription: "a register that is not known")
        }
    }

    /// Writes register and code.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(register, forKey: .register)
        try container.encode(text, forKey: .code)
    }
}
