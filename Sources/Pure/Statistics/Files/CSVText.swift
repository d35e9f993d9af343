/// Lines of comma-separated values as RFC 4180 has them, with the line each begins at.
package struct CSVText {
    /// A record: its fields, and the line of the file it begins at, from 1.
    package struct Record {
        package var line: Int
        package var fields: [String]
    }

    package private(set) var records: [Record] = []
    /// The line of a quotation mark that is never closed, or that something but a comma follows.
    package private(set) var badQuote: Int?

    private var field: [UInt8] = []
    private var fields: [String] = []
    private var line = 1
    private var start = 1
    private var state = State.plain

    private enum State {
        case plain
        case quoted(Int)
        case closed
    }

    /// Reads UTF-8 with or without a byte order mark; lines end in CRLF or LF; empty lines are passed over.
    package init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            take(byte)
            if badQuote != nil { return }
        }
        if case .quoted(let opened) = state { badQuote = opened }
        endRecord()
    }

    private mutating func take(_ byte: UInt8) {
        switch (state, byte) {
        case (.quoted, 0x22): state = .closed
        case (.quoted, _):
            if byte == 0x0A { line += 1 }
            field.append(byte)
        case (.closed, 0x22):
            field.append(byte)
            state = .quoted(line)
        case (_, 0x2C): endField()
        case (_, 0x0A):
            endRecord()
            line += 1
            start = line
        case (_, 0x0D): break
        case (.closed, 0x20): break
        case (.closed, _): badQuote = line
        case (.plain, 0x22) where field.allSatisfy { $0 == 0x20 }:
            field = []
            state = .quoted(line)
        case (.plain, _): field.append(byte)
        }
    }

    private mutating func endField() {
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        state = .plain
    }

    private mutating func endRecord() {
        endField()
        if fields != [""] { records.append(Record(line: start, fields: fields)) }
        fields = []
    }

    /// A field as it is written: quoted where it must be, and no formula for a spreadsheet to run.
    static func written(_ text: String) -> String {
        var text = text
        if let first = text.utf8.first, "=+-@\t\r\n".utf8.contains(first), NumberText.read(text) == nil {
            text = "'" + text
        }
        guard text.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}
