/// A person's name in one line as they give it: cleaned, not empty, at most 200 code points.
///
/// Every script, apostrophe and hyphen is taken. Equal where the names are canonically equivalent.
public struct PersonName: Sendable, Hashable, Codable {
    /// The most code points it may have.
    public static let limit = 200
    /// The name.
    public let text: String

    /// Takes a name.
    ///
    /// - Throws: ``TextProblem``.
    public init(reading text: some StringProtocol) throws(TextProblem) {
        self.text = try TextLine.read(text, limit: Self.limit)
    }

    /// Takes a name; nil where it is empty, too long or holds what may not be kept.
    public init?(_ text: some StringProtocol) { try? self.init(reading: text) }

    /// What is wrong with a name, or nil.
    public static func problem(in text: some StringProtocol) -> TextProblem? {
        do throws(TextProblem) {
            _ = try PersonName(reading: text)
            return nil
        } catch {
            return error
        }
    }

    /// The form to find and compare it by.
    public var key: SearchKey { SearchKey(of: text) }

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
