/// Comma-separated values as RFC 4180 has them; spaces around a field that is not quoted are dropped, and so are empty
/// lines.
enum CSV {
    struct Line: Sendable {
        let number: Int
        let fields: [String]
    }

    struct OpenQuote: Error { let line: Int }

    /// Reads a text; a quotation that never ends is the only thing that can be wrong with it.
    static func lines(_ text: String) -> Result<[Line], OpenQuote> {
        var reader = Reader()
        for character in text.unicodeScalars { reader.take(character) }
        if reader.isQuoted, !reader.hasClosed { return .failure(OpenQuote(line: reader.quoteLine)) }
        reader.endLine()
        return .success(reader.lines)
    }

    static func quoted(_ field: String) -> String {
        let needsIt =
            field.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
            || field.first == " " || field.last == " "
        return needsIt
            ? "\""
                + field.split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: "\"\"") + "\"" : field
    }

    private struct Reader {
        var lines: [Line] = []
        var fields: [String] = []
        var field = String.UnicodeScalarView()
        var isQuoted = false
        /// A quotation mark was read that ends the quotation, unless another follows.
        var hasClosed = false
        var number = 1
        var start = 1
        var quoteLine = 1

        mutating func take(_ character: Unicode.Scalar) {
            if number == 1, fields.isEmpty, field.isEmpty, !isQuoted, character == "\u{feff}" { return }
            if isQuoted, !hasClosed {
                if character == "\"" { hasClosed = true } else { field.append(character) }
                if character == "\n" { number += 1 }
                return
            }
            switch character {
            case "\"" where hasClosed:
                field.append(character)
                hasClosed = false
            case "\"" where field.allSatisfy({ $0 == " " }):
                field = String.UnicodeScalarView()
                isQuoted = true
                quoteLine = number
            case ",": endField()
            case "\n":
                number += 1
                endLine()
            case "\r": break
            default: field.append(character)
            }
        }

        mutating func endField() {
            var plain = Substring(String(field))
            if !isQuoted {
                while plain.first == " " || plain.first == "\t" { plain.removeFirst() }
                while plain.last == " " || plain.last == "\t" { plain.removeLast() }
            }
            fields.append(String(plain))
            field = String.UnicodeScalarView()
            (isQuoted, hasClosed) = (false, false)
        }

        mutating func endLine() {
            endField()
            if fields != [""] { lines.append(Line(number: start, fields: fields)) }
            fields = []
            start = number
        }
    }
}
