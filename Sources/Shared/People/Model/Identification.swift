/// A number by which others know a child, and who said so.
public struct Identification: Sendable, Hashable, Codable {
    /// Which number it is.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// NHS number.
        case nhs
        /// Unique pupil number.
        case upn
        /// A pupil number the child had before.
        case formerUPN
        /// Unique learner number.
        case uln
        /// A number of another system, such as social care's.
        case other

        /// What it is called.
        public var name: String {
            switch self {
            case .nhs: NHSNumber.name
            case .upn: UPN.name
            case .formerUPN: "former UPN"
            case .uln: ULN.name
            case .other: "reference elsewhere"
            }
        }
    }

    /// Which number.
    public let kind: Kind
    /// The number as kept.
    public let value: String
    /// Who or what it was taken from.
    public let source: ShortText?

    /// Takes an NHS number.
    public init(_ number: NHSNumber, source: ShortText? = nil) {
        (kind, value, self.source) = (.nhs, number.text, source)
    }

    /// Takes a UPN, or one the child had before.
    public init(_ number: UPN, isFormer: Bool = false, source: ShortText? = nil) {
        (kind, value, self.source) = (isFormer ? .formerUPN : .upn, number.text, source)
    }

    /// Takes a ULN.
    public init(_ number: ULN, source: ShortText? = nil) {
        (kind, value, self.source) = (.uln, number.text, source)
    }

    /// Takes a number of another system, which `source` names.
    public init(other number: ShortText, source: ShortText) {
        (kind, value, self.source) = (.other, number.text, source)
    }

    /// Whether the number is one that only one child can have, so that equal numbers speak for one child.
    public var isDecisive: Bool {
        switch kind {
        case .nhs, .uln: true
        // A temporary UPN is given again.
        case .upn, .formerUPN: !UPN(stored: value).isTemporary
        case .other: false
        }
    }

    /// The kind under which equal numbers are looked for: a former UPN is still that child's.
    public var register: String { kind == .formerUPN ? Kind.upn.rawValue : kind.rawValue }
}
