import Foundation
public import Pages

/// The published id of a plan or of a part of it, such as `PAP1:1`: letters, digits, `:`, `-`, `_`, `.`, up to 40.
public struct Code: Sendable, Hashable, Codable, PathValue {
    /// The code as published.
    public let text: String

    /// Takes a code; nil where it is not one.
    public init?(_ text: some StringProtocol) {
        let allowed = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || ":-_.".utf8.contains(byte)
        }
        guard allowed, (1...40).contains(text.utf8.count), text.contains(where: { $0 != "." }) else {
            return nil
        }
        self.text = String(text)
    }

    /// Takes a code that was checked when it was recorded.
    init(stored text: String) { self.text = text }

    /// Makes a code from a name that has none: its words in lower case, joined by hyphens.
    public init(slugOf name: String) {
        let words = name.lowercased().unicodeScalars.split {
            !CharacterSet.alphanumerics.contains($0) || $0.value > 127
        }
        let slug = words.map { String($0) }.joined(separator: "-").prefix(40)
        text = slug.isEmpty ? "unnamed" : String(slug)
    }

    /// Reads a path segment.
    public init?(pathText: String) { self.init(pathText) }
    /// The code itself.
    public var pathText: String { text }

    /// Reads a stored code; it was checked when it was recorded.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    /// Stores the code as text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
