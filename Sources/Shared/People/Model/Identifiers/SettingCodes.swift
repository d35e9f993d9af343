/// The number of a school or college in Get Information about Schools: one to six digits, usually six.
public struct URN: CheckedIdentifier {
    /// What it is called.
    public static let name = "URN"
    /// The digits, without leading zeros.
    public let text: String

    /// Takes what was typed.
    ///
    /// - Throws: ``IdentifierProblem``.
    public init(reading typed: some StringProtocol) throws(IdentifierProblem) {
        let digits = try Self.digits(typed, 1...6).drop { $0 == 0x30 }
        if digits.isEmpty { throw .form(Self.name, wanted: "is not 0") }
        text = Array(digits).asciiText
    }

    /// Takes a stored number.
    public init(stored text: String) { self.text = text }
}

/// The number of a provider in the UK Register of Learning Providers: eight digits, the first a 1.
public struct UKPRN: CheckedIdentifier {
    /// What it is called.
    public static let name = "UKPRN"
    /// Eight digits.
    public let text: String

    /// Takes what was typed.
    ///
    /// - Throws: ``IdentifierProblem``.
    public init(reading typed: some StringProtocol) throws(IdentifierProblem) {
        let digits = try Self.digits(typed, 8...8)
        guard digits[0].digitValue == 1 else { throw .form(Self.name, wanted: "begins with 1") }
        text = digits.asciiText
    }

    /// Takes a stored number.
    public init(stored text: String) { self.text = text }
}

/// The code of an NHS organisation (Organisation Data Service): 3 to 10 capitals and digits.
public struct ODSCode: CheckedIdentifier {
    /// What it is called.
    public static let name = "ODS code"
    /// Capitals and digits.
    public let text: String

    /// Takes what was typed, in either case.
    ///
    /// - Throws: ``IdentifierProblem``.
    public init(reading typed: some StringProtocol) throws(IdentifierProblem) {
        let bytes = try Self.compact(typed)
        guard (3...10).contains(bytes.count) else {
            throw .length(Self.name, wanted: "3 to 10 letters and digits", found: bytes.count)
        }
        text = bytes.asciiText
    }

    /// Takes a stored code.
    public init(stored text: String) { self.text = text }
}

/// The code of a local authority with education duties: three digits, the first of an LAESTAB.
///
/// Only the form is checked: authorities come and go, and 000 is nobody's.
public struct AuthorityCode: CheckedIdentifier {
    /// What it is called.
    public static let name = "local authority code"
    /// Three digits.
    public let text: String

    /// Takes what was typed.
    ///
    /// - Throws: ``IdentifierProblem``.
    public init(reading typed: some StringProtocol) throws(IdentifierProblem) {
        text = try Self.digits(typed, 3...3).asciiText
    }

    /// Takes a stored code.
    public init(stored text: String) { self.text = text }
}
