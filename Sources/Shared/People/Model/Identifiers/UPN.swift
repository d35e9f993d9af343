/// A unique pupil number: a check letter, the local authority (3 digits), the school (4), the year it was first
/// given out (2) and a serial number (3 digits; in a temporary one 2 digits and a letter).
public struct UPN: CheckedIdentifier {
    /// What it is called.
    public static let name = "UPN"
    /// Thirteen capitals and digits.
    public let text: String

    private static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

    /// Takes what was typed, in either case.
    ///
    /// - Throws: ``IdentifierProblem``.
    public init(reading typed: some StringProtocol) throws(IdentifierProblem) {
        let bytes = try Self.compact(typed)
        guard bytes.count == 13 else {
            throw .length(Self.name, wanted: "13 letters and digits", found: bytes.count)
        }
        guard bytes[0].isASCIILetter, bytes[1..<12].allSatisfy(\.isASCIIDigit) else {
            throw .form(
                Self.name, wanted: "is a letter and 12 digits; in a temporary one the last is a letter too")
        }
        var sum = 0
        for (place, byte) in bytes.enumerated().dropFirst() {
            guard let value = byte.isASCIIDigit ? byte.digitValue : Self.letters.firstIndex(of: byte) else {
                throw .form(Self.name, wanted: "has none of the letters I, O and S")
            }
            sum += value * (place + 1)
        }
        guard bytes[0] == Self.letters[sum % Self.letters.count] else { throw .checkLetter(Self.name) }
        text = bytes.asciiText
    }

    /// Takes a stored number.
    public init(stored text: String) { self.text = text }

    /// Whether it is a temporary one, which the next school replaces.
    public var isTemporary: Bool { text.utf8.last?.isASCIILetter ?? false }

    /// The code of the local authority that gave it out; 000 is nobody's.
    public var authority: String { String(text.dropFirst().prefix(3)) }
}
