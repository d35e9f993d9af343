public import CivilTime
import Ledger

/// What a child is compared by.
public struct MatchProfile: Sendable, Hashable {
    /// The child's id; nil for somebody not recorded yet.
    public var child: String?
    /// All names ever.
    public var names: [ChildName]
    /// The birth date; nil where unknown.
    public var birthDate: Day?
    /// Sex; nil where unknown.
    public var sex: Sex?
    /// Numbers given by others.
    public var identifiers: [Identification]
    /// Postcodes of all addresses that are not withheld.
    public var postcodes: Set<Postcode>
    /// The person ids of the adults around them.
    public var adults: Set<String>

    /// States what is known.
    public init(
        child: String? = nil, names: [ChildName], birthDate: Day?, sex: Sex? = nil,
        identifiers: [Identification] = [], postcodes: Set<Postcode> = [], adults: Set<String> = []
    ) {
        self.child = child
        self.names = names
        self.birthDate = birthDate
        self.sex = sex
        self.identifiers = identifiers
        self.postcodes = postcodes
        self.adults = adults
    }

    /// Takes it from a child's state.
    public init(_ child: Child) {
        self.init(
            child: child.id, names: child.names.map(\.value), birthDate: child.birthDate,
            sex: child.sexes.last?.value, identifiers: child.identifiers.map(\.value),
            postcodes: Set(
                child.addresses.filter { !$0.value.isWithheld }.compactMap(\.value.address.postcode)),
            adults: Set(
                child.relationships.filter { $0.value.kind != .socialWorker }.map(\.value.person)))
    }
}
