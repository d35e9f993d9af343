/// The form of a name or word that equal-looking and equally meant spellings share, for finding and comparing.
///
/// Lower case; letters and digits only, so that "O'Neill-Smith", "O’Neill Smith" and "oneillsmith" are one;
/// Latin letters without their marks, so that "Zoë" is found as "zoe"; other scripts as they are but for
/// vowel points that are usually left out. Canonically equivalent spellings give one key. Empty where a text
/// has no letter or digit.
public struct SearchKey: Sendable, Hashable {
    /// The key; compares by its bytes in every engine.
    public let text: String

    /// The key of a text.
    public init(of text: some StringProtocol) {
        if let plain = Self.plain(text) {
            self.text = plain
            return
        }
        var key = String.UnicodeScalarView()
        for character in text.lowercased() { Self.append(character, to: &key) }
        self.text = String(key)
    }

    /// Whether nothing is left to compare by.
    public var isEmpty: Bool { text.isEmpty }

    /// The keys of a text's words, in order, those without letters left out.
    static func words(of text: some StringProtocol) -> [SearchKey] {
        text.split { $0.isWhitespace || $0 == "-" || $0 == "\u{2010}" }.map { SearchKey(of: $0) }
            .filter { !$0.isEmpty }
    }

    /// The key of a text that is all ASCII, as most are, without looking at characters; nil for others.
    private static func plain(_ text: some StringProtocol) -> String? {
        var key: [UInt8] = []
        key.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            guard byte < 0x80 else { return nil }
            if byte.isASCIILetter { key.append(byte | 0x20) } else if byte.isASCIIDigit { key.append(byte) }
        }
        return key.asciiText
    }

    private static func append(_ character: Character, to key: inout String.UnicodeScalarView) {
        if let byte = character.asciiValue {
            let scalar = Unicode.Scalar(byte)
            if scalar.properties.isAlphabetic || character.isNumber { key.append(scalar) }
            return
        }
        if let whole = Composed.letters[character] { return append(whole, to: &key) }
        for scalar in character.unicodeScalars { append(scalar, to: &key) }
    }

    private static func append(_ scalar: Unicode.Scalar, to key: inout String.UnicodeScalarView) {
        if let latin = LatinBase.of(scalar) {
            key.append(contentsOf: latin.unicodeScalars)
        } else if !isDropped(scalar) {
            key.append(scalar)
        }
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Marks of Latin letters, Hebrew points, Arabic vowel signs.
        case 0x300...0x36F, 0x591...0x5C7, 0x64B...0x65F, 0x670: true
        default:
            !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
                && scalar.properties.canonicalCombiningClass == .notReordered
        }
    }
}

/// Letters that can be written in one code point or in several, each by the one.
///
/// The language compares characters by canonical equivalence, so the dictionary finds every spelling.
private enum Composed {
    static let letters: [Character: Unicode.Scalar] = {
        let ranges: [ClosedRange<UInt32>] = [
            0xC0...0x24F, 0x386...0x3CE, 0x400...0x4F9, 0x622...0x6D3, 0x929...0xDDE, 0x1E00...0x1FFC,
        ]
        var letters: [Character: Unicode.Scalar] = [:]
        for number in ranges.joined() {
            guard let scalar = Unicode.Scalar(number), scalar.properties.isAlphabetic else { continue }
            if letters[Character(scalar)] == nil { letters[Character(scalar)] = scalar }
        }
        return letters
    }()
}

/// The plain letters of a Latin letter with marks, read from the letter's Unicode name.
private enum LatinBase {
    private static let named = [
        "SHARP": "ss", "ETH": "d", "THORN": "th", "DOTLESS": "i", "ENG": "n", "LONG": "s", "SCHWA": "e",
        "KRA": "k",
    ]

    static func of(_ scalar: Unicode.Scalar) -> String? {
        guard scalar.value >= 0x80, let name = scalar.properties.name,
            name.hasPrefix("LATIN SMALL L") || name.hasPrefix("FULLWIDTH LATIN SMALL L")
        else { return nil }
        let words = name.split(separator: " ")
        guard let kind = words.firstIndex(where: { $0 == "LETTER" || $0 == "LIGATURE" }),
            kind + 1 < words.endIndex
        else { return nil }
        let letter = words[kind + 1]
        return named[String(letter)] ?? (letter.count <= 3 ? letter.lowercased() : nil)
    }
}
