/// The id of an indicator: K and three digits, such as K301. Objectives and measures name indicators by it.
public struct IndicatorCode: Sendable, Hashable, Comparable, Codable {
    /// The id as written.
    public let text: String

    /// Takes an id; nil where it is not one.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 4, bytes[0] == UInt8(ascii: "K"),
            bytes.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        self.text = String(text)
    }

    /// Takes an id that was checked when it was recorded.
    init(stored text: String) { self.text = text }

    /// Reads a stored id; it was checked when it was recorded.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    /// Stores the id as text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// By number.
    public static func < (left: IndicatorCode, right: IndicatorCode) -> Bool { left.text < right.text }
}
