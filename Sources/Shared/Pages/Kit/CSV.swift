/// Comma-separated values as RFC 4180 has them: UTF-8, CRLF, a header line.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe before it.
public struct CSV: Sendable {
    /// The bytes written so far.
    public private(set) var bytes: [UInt8] = []
    private let columns: Int

    /// Starts with a header line.
    public init(_ header: [String]) {
        columns = header.count
        write(header)
    }

    /// Adds a line; a missing value is an empty field.
    public mutating func add(_ fields: [String?]) {
        precondition(fields.count == columns, "a line needs a field for each column")
        write(fields.map { $0 ?? "" })
    }

    private mutating func write(_ fields: [String]) {
        bytes += fields.map(Self.field).joined(separator: ",").utf8
        bytes += [0x0D, 0x0A]
    }

    private static func field(_ text: String) -> String {
        // Bytes and code points, not characters: a combining mark would hide the sign it stands on.
        var text = text
        if let first = text.utf8.first, "=+-@\t\r\n".utf8.contains(first), Double(text) == nil {
            text = "'" + text
        }
        guard text.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append("\"") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
