/// Breaks text into lines for charts, where nothing breaks it for us.
enum ChartText {
    /// The width of a character in parts of the font size, for a proportional sans-serif.
    static let characterWidth = 0.53

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

    /// A coordinate with at most one decimal.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths.isMultiple(of: 10)
            ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
