/// A telephone number, kept as typed beside its digits; numbers of other countries begin with +.
public struct Telephone: CheckedIdentifier {
    /// What it is called.
    public static let name = "telephone number"
    /// As typed, with single spaces.
    public let text: String
    /// The digits to dial: from 0 for the UK ("+44 1632 960123" gives "01632960123"), from + elsewhere.
    public let digits: String
    /// The extension's digits, where one was given.
    public let extensionDigits: String?

    /// Takes what was typed: digits, spaces, brackets, hyphens, dots, a leading +, and an extension after "x"
    /// or "ext".
    ///
    /// - Throws: ``IdentifierProblem``.
    public init(reading typed: some StringProtocol) throws(IdentifierProblem) {
        guard typed.utf8.count <= 60 else {
            throw .length(Self.name, wanted: "at most 60 characters", found: typed.utf8.count)
        }
        let line = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if line.isEmpty { throw .empty(Self.name) }
        let parts = line.lowercased().split(
            separator: /\ ?,?\ ?\(?(?:extension|ext|x)\.?:?\ ?/, maxSplits: 1,
            omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty else {
            throw .characters(Self.name, wanted: "digits, spaces, brackets and a leading +")
        }
        digits = try Self.dialled(first)
        if parts.count == 2 {
            let inside = parts[1].filter { $0 != " " && $0 != ")" }
            guard (1...8).contains(inside.count), inside.allSatisfy({ $0.asciiValue?.isASCIIDigit == true })
            else { throw .form("extension", wanted: "has 1 to 8 digits") }
            extensionDigits = inside
        } else {
            extensionDigits = nil
        }
        text = line
    }

    /// Takes a stored number as it was typed.
    public init(stored text: String) {
        if let read = Telephone(text) {
            self = read
        } else {
            (self.text, digits, extensionDigits) = (text, text.filter(\.isNumber), nil)
        }
    }

    /// The digits alone, UK numbers from 0.
    private static func dialled(_ typed: Substring) throws(IdentifierProblem) -> String {
        // "+44 (0)1632 …" writes a 0 that is not dialled from abroad.
        let plain = typed.replacing("(0)", with: "").filter { !" ()-.\u{2013}\u{2011}/".contains($0) }
        let isInternational = plain.hasPrefix("+") || plain.hasPrefix("00")
        let bytes = Array(plain.utf8.drop { $0 == UInt8(ascii: "+") })
        guard bytes.allSatisfy(\.isASCIIDigit), plain.utf8.count - bytes.count <= 1 else {
            throw .characters(name, wanted: "digits, spaces, brackets and a leading +")
        }
        let digits = plain.hasPrefix("00") ? String(bytes.asciiText.dropFirst(2)) : bytes.asciiText
        if isInternational, !digits.hasPrefix("44") {
            guard (7...15).contains(digits.count) else {
                throw .length(name, wanted: "7 to 15 digits after the +", found: digits.count)
            }
            return "+" + digits
        }
        let national = isInternational ? "0" + digits.dropFirst(2).drop { $0 == "0" } : digits
        guard national.hasPrefix("0") else {
            throw .form(name, wanted: "of the UK begins with 0, of another country with +")
        }
        // Childline's number is shorter than all others.
        guard (10...11).contains(national.count) || national == "08001111" else {
            throw .length(name, wanted: "10 or 11 digits", found: national.count)
        }
        return national
    }
}
