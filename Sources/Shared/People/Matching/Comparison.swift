/// How likely two records are of one child, with the reasons a person needs to decide.
public struct Comparison: Sendable, Hashable {
    /// What the reasons come to. Nothing is merged by it: a person decides.
    public enum Verdict: Int, Sendable, Hashable, CaseIterable, Comparable {
        /// Not to be proposed.
        case no
        /// Worth a look.
        case possible
        /// Probably one child.
        case likely
        /// One child, as far as records can say.
        case same

        /// Whether the left is less sure.
        public static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }

        /// In English.
        public var name: String {
            switch self {
            case .no: "Different"
            case .possible: "Possibly the same"
            case .likely: "Probably the same"
            case .same: "The same"
            }
        }
    }

    /// Something that speaks for or against.
    public enum Reason: Sendable, Hashable {
        /// The same number: which.
        case sameNumber(Identification.Kind)
        /// Different numbers of a kind of which everybody has one.
        case otherNumber(Identification.Kind)
        /// The same name in full.
        case sameName
        /// The same forenames, or one shorter, or what they are called.
        case sameForename
        /// The same surname.
        case sameSurname
        /// Forename and surname the other way round.
        case turnedName
        /// Surnames that differ by a letter or in a part.
        case similarSurname
        /// Other forenames.
        case otherForename
        /// Another surname.
        case otherSurname
        /// The same birth date.
        case sameBirthDate
        /// Birth dates that differ only by turning day and month, or in one number.
        case similarBirthDate
        /// Another birth date.
        case otherBirthDate
        /// One birth date is unknown.
        case unknownBirthDate
        /// Another sex.
        case otherSex
        /// A postcode in common.
        case samePostcode
        /// An adult in common.
        case sameAdult

        /// In plain words, without anything of the records.
        public var text: String {
            switch self {
            case .sameNumber(let kind): "The same \(kind.name)."
            case .otherNumber(let kind): "Two different numbers as \(kind.name)."
            case .sameName: "The same name."
            case .sameForename: "The same forename."
            case .sameSurname: "The same surname."
            case .turnedName: "The same name with forename and surname the other way round."
            case .similarSurname: "Surnames that are nearly the same."
            case .otherForename: "Different forenames."
            case .otherSurname: "Different surnames."
            case .sameBirthDate: "The same birth date."
            case .similarBirthDate: "Birth dates that are nearly the same, as by a slip of the pen."
            case .otherBirthDate: "Different birth dates."
            case .unknownBirthDate: "One of the birth dates is unknown."
            case .otherSex: "A different sex is recorded."
            case .samePostcode: "They have lived at the same postcode."
            case .sameAdult: "They have an adult in common."
            }
        }
    }

    /// What speaks for one child.
    public let reasonsFor: [Reason]
    /// What speaks against.
    public let reasonsAgainst: [Reason]
    /// What it comes to.
    public let verdict: Verdict
}
