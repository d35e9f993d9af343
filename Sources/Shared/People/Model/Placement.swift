public import CivilTime

/// Where a child is educated.
public struct Placement: Sendable, Hashable, Codable {
    /// Whether it is the main place where there are two.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// The only or the main place.
        case main
        /// The second of two.
        case subsidiary
    }

    /// The id of the school, college or other setting.
    public var organisation: String
    /// Main or second.
    public var kind: Kind
    /// The curriculum year actually taught in, where it is known.
    public var year: CurriculumYear?

    /// States a placement.
    public init(at organisation: String, _ kind: Kind = .main, year: CurriculumYear? = nil) {
        self.organisation = organisation
        self.kind = kind
        self.year = year
    }
}
