/// One line of text that somebody wrote: a language, a job, a source. Cleaned, not empty, at most 200 code
/// points, without control characters.
public struct ShortText: Sendable, Hashable {
    /// The most code points it may have.
    public static let limit = 200
    /// The text.
    public let text: String

    /// Takes a text.
    ///
    /// - Throws: ``TextProblem``.
    public init(reading text: some StringProtocol) throws(TextProblem) {
        self.text = try TextLine.read(text, limit: Self.limit)
    }

    /// Takes a text; nil where it is empty, too long or holds what may not be kept.
    public init?(_ text: some StringProtocol) { try? self.init(reading: text) }

    /// What is wrong with a text, or nil.
    public static func problem(in text: some StringProtocol) -> TextProblem? {
        do throws(TextProblem) {
            _ = try ShortText(reading: text)
            return nil
        } catch {
            return error
        }
    }
}

extension ShortText: Codable {
    /// Reads a stored text; it was checked when it was recorded.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    /// Stores it as text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
