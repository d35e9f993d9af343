/// An NHS number of England: ten digits, the last a check digit by modulus 11 (NHS Data Dictionary).
public struct NHSNumber: CheckedIdentifier {
    /// What it is called.
    public static let name = "NHS number"
    /// Ten digits without spaces.
    public let text: String

    /// Takes what was typed, with or without spaces or hyphens.
    ///
    /// - Throws: ``IdentifierProblem``.
    public init(reading typed: some StringProtocol) throws(IdentifierProblem) {
        let digits = try Self.digits(typed, 10...10)
        // 10 is the digit of no valid number, 11 is written 0.
        let check = (11 - digits.weighted(9, from: 10) % 11) % 11
        guard check == digits[9].digitValue else { throw .checkDigit(Self.name) }
        text = digits.asciiText
    }

    /// Takes a stored number.
    public init(stored text: String) { self.text = text }

    /// As it is written: "943 476 5919".
    public var grouped: String {
        "\(text.prefix(3)) \(text.dropFirst(3).prefix(3)) \(text.dropFirst(6))"
    }

    /// Whether it lies in 999 000 0000 to 999 999 9999, which nobody is given.
    public var isReservedForTests: Bool { text.hasPrefix("999") }
}
