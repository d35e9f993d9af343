/// How one line of text from a form or a file is made fit to be kept.
///
/// White space becomes single spaces. Characters that show nothing (soft hyphens, zero-width spaces, the
/// direction marks and isolates that chat programs wrap around names) are dropped, because two names that look
/// alike should be alike; joiners and variation selectors stay, because scripts and pictures need them. What
/// would falsify the text is refused: control characters, and overrides of direction, which make a text show
/// as another than it is.
enum TextLine {
    /// No script stacks more; more is an attack on the page.
    private static let mostMarks = 8

    /// The text as it is kept, or why it cannot be.
    static func read(_ text: some StringProtocol, limit: Int) throws(TextProblem) -> String {
        // A text far too long is not walked through.
        guard text.utf8.count <= limit * 64 else {
            throw .tooLong(limit: limit, length: text.unicodeScalars.count)
        }
        let words = text.split(whereSeparator: \.isWhitespace)
        var kept = String.UnicodeScalarView()
        for (index, word) in words.enumerated() {
            if index > 0 { kept.append(" ") }
            try append(word, to: &kept)
        }
        let line = String(kept).split(separator: " ").joined(separator: " ")
        guard line.unicodeScalars.contains(where: isVisible) else { throw .empty }
        let length = line.unicodeScalars.count
        guard length <= limit else { throw .tooLong(limit: limit, length: length) }
        return line
    }

    private static func append(
        _ word: some StringProtocol, to kept: inout String.UnicodeScalarView
    ) throws(TextProblem) {
        var marks = 0
        for scalar in word.unicodeScalars {
            let properties = scalar.properties
            if properties.generalCategory == .control || properties.isNoncharacterCodePoint { throw .control }
            if scalar == "\u{202D}" || scalar == "\u{202E}" { throw .overridden }
            if showsNothing(scalar) { continue }
            marks = properties.generalCategory == .nonspacingMark ? marks + 1 : 0
            if marks > mostMarks { throw .marks }
            kept.append(scalar)
        }
    }

    private static func showsNothing(_ scalar: Unicode.Scalar) -> Bool {
        let isDirection = scalar.properties.isBidiControl
        let isJoiner = scalar == "\u{200C}" || scalar == "\u{200D}"
        return isDirection
            || scalar.properties.isDefaultIgnorableCodePoint && !isJoiner
                && !scalar.properties.isVariationSelector
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator:
            false
        default: true
        }
    }
}
