/// Where somebody lives or is written to.
public struct Address: Sendable, Hashable, Codable {
    /// House, street, town and county, as on an envelope.
    public var lines: [ShortText]
    /// The postcode.
    public var postcode: Postcode?

    /// States an address.
    public init(lines: [ShortText], postcode: Postcode?) {
        self.lines = lines
        self.postcode = postcode
    }

    /// The lines and the postcode, the empty left out.
    public var written: [String] { lines.map(\.text) + [postcode?.text].compactMap(\.self) }
}

/// A home, whose address may have to be kept from others.
public struct HomeAddress: Sendable, Hashable, Codable {
    /// The address.
    public var address: Address
    /// Whether it is withheld, so that only who must know it sees it.
    public var isWithheld: Bool

    /// States an address.
    public init(_ address: Address, isWithheld: Bool = false) {
        self.address = address
        self.isWithheld = isWithheld
    }
}
