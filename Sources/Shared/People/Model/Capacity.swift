/// A judgement that a young person, or a parent, cannot make certain decisions (Mental Capacity Act 2005), and
/// who acts instead. It stands from the day it was made.
public struct CapacityJudgement: Sendable, Hashable, Codable {
    /// Whose capacity was judged.
    public enum Whose: Sendable, Hashable, Codable {
        /// The young person's own.
        case child
        /// A parent's, by person id.
        case parent(String)
    }

    /// Why somebody may act for who lacks capacity.
    public enum Authority: String, Sendable, Hashable, Codable, CaseIterable {
        /// Deputy appointed by the Court of Protection.
        case deputy
        /// Holder of a lasting power of attorney.
        case lastingAttorney
        /// Holder of an enduring power of attorney.
        case enduringAttorney

        /// In English.
        public var name: String {
            switch self {
            case .deputy: "deputy appointed by the Court of Protection"
            case .lastingAttorney: "holder of a lasting power of attorney"
            case .enduringAttorney: "holder of an enduring power of attorney"
            }
        }
    }

    /// A representative and on what authority.
    public struct Representative: Sendable, Hashable, Codable {
        /// The representative's person id.
        public var person: String
        /// On what authority.
        public var authority: Authority

        /// Names a representative.
        public init(_ person: String, _ authority: Authority) {
            self.person = person
            self.authority = authority
        }
    }

    /// Whose capacity was judged.
    public var whose: Whose
    /// For which decisions, in the order of the Act; capacity is judged decision by decision.
    public var decisions: [DecisionKind]
    /// Whether the person cannot make them; false records that they can.
    public var isLacking: Bool
    /// Who judged.
    public var judgedBy: ShortText
    /// Who acts instead, where somebody has authority to.
    public var representative: Representative?

    /// States a judgement.
    public init(
        of whose: Whose, for decisions: Set<DecisionKind>, isLacking: Bool, by judgedBy: ShortText,
        representative: Representative? = nil
    ) {
        self.whose = whose
        self.decisions = DecisionKind.allCases.filter(decisions.contains)
        self.isLacking = isLacking
        self.judgedBy = judgedBy
        self.representative = representative
    }
}

/// What a young person has said about an adult's part in their affairs.
public struct Sharing: Sendable, Hashable, Codable {
    /// The adult's person id.
    public var person: String
    /// Whether the adult may see and take part; false where the young person does not want it.
    public var isAgreed: Bool

    /// States what the young person said.
    public init(with person: String, isAgreed: Bool) {
        self.person = person
        self.isAgreed = isAgreed
    }
}
