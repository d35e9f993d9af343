/// A UK postcode by its form; QZ, which the Royal Mail has not given out, is taken as invented.
public struct Postcode: CheckedIdentifier {
    /// What it is called.
    public static let name = "postcode"
    /// In capitals with one space: "QZ1 1AA".
    public let text: String

    /// Takes what was typed, in either case, with or without a space.
    ///
    /// - Throws: ``IdentifierProblem``.
    public init(reading typed: some StringProtocol) throws(IdentifierProblem) {
        let bytes = try Self.compact(typed)
        guard (5...7).contains(bytes.count) else {
            throw .length(Self.name, wanted: "5 to 7 letters and digits", found: bytes.count)
        }
        let (outward, inward) = (bytes.dropLast(3), bytes.suffix(3))
        guard Self.isOutward(Array(outward)), inward.first?.isASCIIDigit == true,
            inward.dropFirst().allSatisfy(\.isASCIILetter)
        else { throw .form(Self.name, wanted: "looks like QZ1 1AA or Q1A 1AA") }
        text = Array(outward).asciiText + " " + Array(inward).asciiText
    }

    /// Takes a stored postcode.
    public init(stored text: String) { self.text = text }

    /// The postcode district: "QZ1".
    public var district: String { String(text.prefix { $0 != " " }) }

    /// The postcode sector: "QZ1 1".
    public var sector: String { String(text.dropLast(2)) }

    /// Whether it is of the invented area QZ.
    public var isInvented: Bool { text.hasPrefix("QZ") }

    /// One or two letters, a digit, and perhaps a digit or letter more.
    private static func isOutward(_ bytes: [UInt8]) -> Bool {
        let letters = bytes.prefix(while: \.isASCIILetter).count
        let rest = bytes.dropFirst(letters)
        return (1...2).contains(letters) && (1...2).contains(rest.count)
            && rest.first?.isASCIIDigit == true
    }
}
