/// A language somebody uses and whether they need an interpreter for English.
public struct LanguageUse: Sendable, Hashable, Codable {
    /// The language, British Sign Language included.
    public var language: ShortText
    /// Whether an interpreter is needed.
    public var needsInterpreter: Bool

    /// States a language.
    public init(_ language: ShortText, needsInterpreter: Bool = false) {
        self.language = language
        self.needsInterpreter = needsInterpreter
    }
}

/// A way in which somebody wishes to be written or spoken to.
public enum ContactWay: String, Sendable, Hashable, Codable, CaseIterable {
    /// By letter.
    case post
    /// By mail.
    case mail
    /// By telephone.
    case telephone
    /// By text message.
    case textMessage
    /// In large print.
    case largePrint
    /// In easy words with pictures.
    case easyRead
    /// In braille.
    case braille
    /// As a recording.
    case audio
    /// With an interpreter of British Sign Language.
    case britishSignLanguage

    /// In English.
    public var name: String {
        switch self {
        case .post: "Letter"
        case .mail: "Email"
        case .telephone: "Telephone"
        case .textMessage: "Text message"
        case .largePrint: "Large print"
        case .easyRead: "Easy read"
        case .braille: "Braille"
        case .audio: "Audio"
        case .britishSignLanguage: "British Sign Language"
        }
    }
}

/// The ways somebody wishes to be reached, all of them.
public struct ContactWays: Sendable, Hashable, Codable {
    /// The ways, in the order of ``ContactWay``.
    public let ways: [ContactWay]

    /// States the ways.
    public init(_ ways: Set<ContactWay>) { self.ways = ContactWay.allCases.filter(ways.contains) }
}

/// A telephone number and whose or which it is.
public struct TelephoneContact: Sendable, Hashable, Codable {
    /// The number.
    public var number: Telephone
    /// Whose or which: "work", "grandmother's".
    public var note: ShortText?

    /// States a number.
    public init(_ number: Telephone, note: ShortText? = nil) {
        self.number = number
        self.note = note
    }
}

/// A profession and the register somebody stands in.
public struct Profession: Sendable, Hashable, Codable {
    /// The profession: "Educational psychologist".
    public var title: ShortText
    /// The register and the number in it: "HCPC PYL00000".
    public var registration: ShortText?

    /// States a profession.
    public init(_ title: ShortText, registration: ShortText? = nil) {
        self.title = title
        self.registration = registration
    }
}

/// A job at an organisation.
public struct Post: Sendable, Hashable, Codable {
    /// The id of the organisation or team.
    public var organisation: String
    /// The job: "SENCO".
    public var job: ShortText

    /// States a post.
    public init(at organisation: String, as job: ShortText) {
        self.organisation = organisation
        self.job = job
    }
}

/// With whom a child lives.
public struct Home: Sendable, Hashable, Codable {
    /// The adult's person id; nil for a young person who lives alone or in an institution.
    public var person: String?

    /// States with whom.
    public init(with person: String?) { self.person = person }
}
