import CivilTime

/// Finds months in the words of a plan, such as “Sept 2018”.
enum PlainMonth {
    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]

    /// The month, where the words are one month and nothing else.
    static func only(_ text: String) -> Month? {
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.count == 2 ? month(words[0], words[1]) : nil
    }

    /// The first month in the words.
    static func first(in text: String) -> Month? {
        let words = text.split { $0.isWhitespace || "–-,;:()".contains($0) }
        return zip(words, words.dropFirst()).lazy.compactMap { month($0, $1) }.first
    }

    /// A month's name, or its first three letters or more, and a year of four digits.
    private static func month(_ name: Substring, _ year: Substring) -> Month? {
        let name = name.lowercased()
        guard name.count >= 3, year.count == 4, let number = Int(year),
            let index = names.firstIndex(where: { $0.hasPrefix(name) })
        else { return nil }
        return Month(year: number, month: index + 1)
    }
}
