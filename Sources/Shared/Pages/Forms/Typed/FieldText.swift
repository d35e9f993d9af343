// For NFC alone, which the standard library has not.
import Foundation

/// Makes text that may be kept out of text that was typed.
enum FieldText {
    /// What a text holds that cannot be kept.
    enum Fault: Error, Hashable {
        /// A control character, by its code point.
        case control(UInt32)
        /// A character that changes the direction of what follows it, by its code point.
        case direction(UInt32)
        /// U+FFFD, which stands where something could not be read.
        case damaged

        /// The rest of a sentence that begins with what was asked for.
        var words: String {
            switch self {
            case .control(let point):
                "has a hidden control character (\(Self.code(point))) in it. Delete it or type the text again"
            case .direction(let point):
                "has a hidden character (\(Self.code(point))) in it that turns the direction of the text. "
                    + "Delete it or type the text again"
            case .damaged:
                "has a character in it that could not be read, shown as \u{FFFD}. Delete it or type it again"
            }
        }

        private static func code(_ point: UInt32) -> String {
            let digits = String(point, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
    }

    /// One line: trimmed, line ends and tabs as spaces, in NFC (Unicode 15, 3.11).
    static func line(_ typed: String) throws(Fault) -> String {
        try trimmed(clean(typed, lineEnd: " "))
    }

    /// Several lines: trimmed as a whole, line ends as `\n`, tabs kept, in NFC.
    static func paragraphs(_ typed: String) throws(Fault) -> String {
        try trimmed(clean(typed, lineEnd: "\n"))
    }

    /// One line of a number, code or telephone: what copying from elsewhere wraps around it is dropped, every
    /// kind of space is a space and every kind of dash a hyphen.
    static func code(_ typed: String) throws(Fault) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in typed.unicodeScalars where !isDirection(scalar) && !isMark(scalar) {
            switch scalar.properties.generalCategory {
            case .spaceSeparator: plain.append(" ")
            case .dashPunctuation: plain.append("-")
            default: plain.append(scalar == "\u{2212}" ? "-" : scalar)
            }
        }
        return try line(String(plain))
    }

    /// A password: every character counts, so nothing is trimmed or dropped; in NFC.
    static func password(_ typed: String) throws(Fault) -> String {
        for scalar in typed.unicodeScalars where scalar.properties.generalCategory == .control {
            throw .control(scalar.value)
        }
        return composed(typed)
    }

    /// The same text with `\n` for each line end.
    static func lines(_ text: String) -> String {
        guard text.utf8.contains(0x0D) else { return text }
        var bytes: [UInt8] = []
        var afterReturn = false
        for byte in text.utf8 {
            if byte == 0x0D {
                bytes.append(0x0A)
            } else if byte != 0x0A || !afterReturn {
                bytes.append(byte)
            }
            afterReturn = byte == 0x0D
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a text may name a field: not empty, at most 200 bytes, no control characters.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 200 && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    /// The same text in NFC (Unicode 15, 3.11), so that what looks alike is alike.
    static func composed(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
    }

    private static func clean(_ typed: String, lineEnd: Unicode.Scalar) throws(Fault) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in lines(typed).unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x85, 0x2028, 0x2029: plain.append(lineEnd)
            case 0x09: plain.append(lineEnd == "\n" ? scalar : " ")
            // Left behind by other programs; they show nothing and join nothing.
            case 0x200B, 0xFEFF: continue
            case 0xFFFD: throw .damaged
            default:
                if scalar.properties.generalCategory == .control { throw .control(scalar.value) }
                if isDirection(scalar) { throw .direction(scalar.value) }
                plain.append(scalar)
            }
        }
        return composed(String(plain))
    }

    /// Embeddings, overrides and isolates (Unicode 15, 23.2).
    private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        [0x200E, 0x200F, 0x061C].contains(scalar.value)
    }

    private static func trimmed(_ text: String) -> String {
        let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
        let scalars = text.unicodeScalars.drop(while: isBlank)
        guard let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(scalars[...last])
    }
}
