/// An address that a page may point to: a path of our own, a place on the page or a web address.
///
/// It is percent-encoded where it is made, so no part of it can leave its place (RFC 3986).
public struct Link: Sendable, Hashable {
    /// The encoded address.
    public let text: String

    /// Makes the address of a page of our own from its path segments and query.
    public init(path segments: [String], query: [(name: String, value: String)] = [], fragment: String? = nil)
    {
        var text = segments.isEmpty ? "/" : ""
        for segment in segments {
            // A browser takes these for a step or for another site; no encoding keeps them in their place.
            let segment = ["", ".", ".."].contains(segment) ? "\u{FFFD}" : segment
            text += "/" + Link.encoded(segment, allowing: Link.pathMarks)
        }
        for (index, part) in query.enumerated() {
            text += index == 0 ? "?" : "&"
            text += Link.encoded(part.name, allowing: Link.queryMarks) + "="
            text += Link.encoded(part.value, allowing: Link.queryMarks)
        }
        if let fragment { text += "#" + Link.encoded(fragment, allowing: Link.pathMarks) }
        self.text = text
    }

    /// Makes the address of a place on the same page.
    public init(fragment: String) { text = "#" + Link.encoded(fragment, allowing: Link.pathMarks) }

    /// Takes an address of another site; nil unless it begins with `https://` and holds only printable ASCII.
    public init?(web address: String) {
        let printable = address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        guard address.hasPrefix("https://"), address.utf8.count > 8, printable else { return nil }
        text = address
    }

    private static let pathMarks = Array("-._~:@!$'()*,;=".utf8)
    private static let queryMarks = Array("-._~:@!$'()*,;/".utf8)
    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func encoded(_ text: String, allowing marks: [UInt8]) -> String {
        func isPlain(_ byte: UInt8) -> Bool {
            (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
                || (byte >= 0x61 && byte <= 0x7A) || marks.contains(byte)
        }
        if text.utf8.allSatisfy(isPlain) { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
