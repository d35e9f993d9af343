/// A mail address as an account is known by: one `@`, a dotted domain, lower case, at most 254 characters.
///
/// A plain subset of RFC 5321: quoted local parts and address literals are refused.
public struct MailAddress: Sendable, Hashable, Codable {
    /// The address in lower case.
    public let text: String

    /// Takes an address; nil where it is not one.
    public init?(_ text: some StringProtocol) {
        // Before it is lowered: the Kelvin sign would become a plain k.
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let text = text.lowercased()
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, Self.isLocal(parts[0]), Self.isDomain(parts[1]) else {
            return nil
        }
        self.text = text
    }

    /// Reads a stored address; it was checked when it was recorded.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    /// Stores the address as text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    private static func isLocal(_ text: Substring) -> Bool {
        let marks = Set("!#$%&'*+-/=?^_`{|}~.".utf8)
        return !text.isEmpty && text.utf8.count <= 64 && text.first != "." && text.last != "."
            && !text.contains("..") && text.utf8.allSatisfy { isLetterOrDigit($0) || marks.contains($0) }
    }

    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
