/// A unique learner number: ten digits, the first not 0, the last a check digit (Learning Records Service).
public struct ULN: CheckedIdentifier {
    /// What it is called.
    public static let name = "ULN"
    /// Ten digits.
    public let text: String

    /// Takes what was typed.
    ///
    /// - Throws: ``IdentifierProblem``; 9999999999, which returns use for "not held", fails its check digit.
    public init(reading typed: some StringProtocol) throws(IdentifierProblem) {
        let digits = try Self.digits(typed, 10...10)
        guard digits[0].digitValue > 0 else { throw .form(Self.name, wanted: "does not begin with 0") }
        let rest = digits.weighted(9, from: 10) % 11
        guard rest > 0, 10 - rest == digits[9].digitValue else { throw .checkDigit(Self.name) }
        text = digits.asciiText
    }

    /// Takes a stored number.
    public init(stored text: String) { self.text = text }
}
