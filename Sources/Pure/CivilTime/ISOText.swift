/// A text that should have been a date, month or year, and was not.
public struct UnreadableDate: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text as it was found. It may come from a person's record: think before logging it.
    public let text: String

    /// The form that was expected, such as "YYYY-MM-DD".
    public let expected: String

    /// Names the text and the form that was expected.
    public init(text: String, expected: String) {
        self.text = text
        self.expected = expected
    }

    /// One plain sentence with both.
    public var description: String { "“\(text)” is not a date of the form \(expected)." }
}

extension Decoder {
    /// Decodes one string and reads it, or throws with the bad text inside.
    func dateText<Value>(expected: String, read: (String) -> Value?) throws -> Value {
        let text = try singleValueContainer().decode(String.self)
        if let value = read(text) { return value }
        throw corrupted(by: UnreadableDate(text: text, expected: expected))
    }

    /// A decoding error at this place that carries its cause.
    func corrupted(by cause: any Error) -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath, debugDescription: "\(cause)", underlyingError: cause))
    }
}

/// Reads fixed runs of ASCII digits, byte by byte.
struct ISOReader<Bytes: Sequence> where Bytes.Element == UInt8 {
    private var bytes: Bytes.Iterator

    init(_ text: Bytes) {
        bytes = text.makeIterator()
    }

    /// The number written by the next so many bytes, or nil where one of them is no digit.
    mutating func digits(_ count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let byte = bytes.next(), 0x30...0x39 ~= byte else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    /// Whether the next byte is the one expected.
    mutating func hyphen(_ expected: UInt8 = ISOWriter.hyphen) -> Bool { bytes.next() == expected }

    /// Whether nothing is left.
    mutating func isAtEnd() -> Bool { bytes.next() == nil }
}

/// Writes fixed runs of ASCII digits.
enum ISOWriter {
    static var hyphen: UInt8 { 0x2D }

    /// Puts a number, not negative, into so many bytes with leading zeros.
    static func put(_ value: Int, digits: Int, into bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
        var rest = value
        for place in stride(from: start + digits - 1, through: start, by: -1) {
            bytes[place] = 0x30 + UInt8(rest % 10)
            rest /= 10
        }
    }
}
