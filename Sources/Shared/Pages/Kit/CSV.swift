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
        var text = text
        if let first = text.first, "=+-@\t\r".contains(first), Double(text) == nil { text = "'" + text }
        let special = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0D || $0 == 0x0A }
        return special
            ? "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                + "\"" : text
    }
}
