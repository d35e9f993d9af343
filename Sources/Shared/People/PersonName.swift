/// A person's name as they give it: trimmed, not empty, at most 200 code points, no control characters.
public struct PersonName: Sendable, Hashable, Codable {
    /// The name.
    public let text: String

    /// Takes a name; nil where it is empty, too long or holds control characters.
    public init?(_ text: some StringProtocol) {
        let words = text.split(whereSeparator: \.isWhitespace)
        let name = words.joined(separator: " ")
        guard !name.isEmpty, name.unicodeScalars.count <= 200,
            name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return nil }
        self.text = name
    }

    /// Reads a stored name; it was checked when it was recorded.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    /// Stores the name as text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
