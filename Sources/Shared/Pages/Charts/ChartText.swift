/// Measures text for charts and breaks it into lines, where nothing does it for us.
enum ChartText {
    /// The width of a character in parts of the font size, for a proportional sans-serif.
    static let characterWidth = 0.53
    /// The size of all text in charts that are drawn twice: at least 13 px as seen at 320 px.
    static let size = 16.0
    /// From one line to the next.
    static let step = 21.0

    /// Lines of at most `width` units at a font size; a word longer than that has a line to itself.
    static func lines(_ text: String, width: Double, size: Double) -> [String] {
        let limit = max(1, Int(width / (size * characterWidth)))
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + word.count + 1 <= limit {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    /// How wide a text is at most in the sans-serifs that pages are shown in, at `ChartText.size`.
    static func width(_ text: String) -> Double {
        text.reduce(0) { $0 + parts(of: $1) } * size
    }

    /// The width of a character in parts of the font size, as wide as the widest common sans-serif draws it.
    private static func parts(of character: Character) -> Double {
        switch character {
        case "i", "j", "l", "I", "|", "!", "'", ".", ",", ":", ";", " ": 0.36
        case "f", "t", "r", "(", ")", "[", "]", "-", "/": 0.43
        case "m", "w", "M", "W", "%", "@", "—", "…", "−", "×": 1
        case "A"..."Z", "&", "+", "=", "<", ">": 0.8
        case "a"..."z", "0"..."9": 0.65
        default: character.isASCII || character.isLetter && character.utf8.count < 3 ? 0.8 : 1.1
        }
    }

    /// Lines that are none of them wider than `width`; a word that is gets broken where the line is full.
    static func wrapped(_ text: String, width: Double) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, Self.width(last + " " + word) <= width {
                lines[lines.count - 1] = last + " " + word
                continue
            }
            var piece = ""
            for character in word {
                if !piece.isEmpty, Self.width(piece + String(character)) > width {
                    lines.append(piece)
                    piece = ""
                }
                piece.append(character)
            }
            lines.append(piece)
        }
        return lines
    }

    /// A coordinate with at most one decimal.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths.isMultiple(of: 10)
            ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
