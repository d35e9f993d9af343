import Testing

@testable import Pages

@Suite struct `Text in charts` {
    // A width of 106 at size 20 holds ten characters.
    @Test(
        arguments: [
            ("one two", ["one two"]), ("one two three", ["one two", "three"]), ("1234567890", ["1234567890"]),
            ("12345 7890", ["12345 7890"]),
            ("12345 78901", ["12345", "78901"]),
            ("a much-too-long-word b", ["a", "much-too-long-word", "b"]), ("  a   b ", ["a b"]),
            ("", []), (" ", []), ("ééééé ééééé", ["ééééé", "ééééé"]),
            ("a b c d e f g", ["a b c d e", "f g"]),
        ] as [(String, [String])])
    func `breaks between words where the line is full`(text: String, lines: [String]) {
        #expect(ChartText.lines(text, width: 106.5, size: 20) == lines)
    }

    @Test(arguments: [0, -5, 1.0])
    func `has a line for each word where there is no room`(width: Double) {
        #expect(ChartText.lines("a b c", width: width, size: 15) == ["a", "b", "c"])
    }

    @Test(arguments: [20, 60, 150, 400])
    func `loses no word and keeps within the width`(width: Double) {
        let text = "Improve the timeliness and the quality of education health and care plans for everyone"
        let lines = ChartText.lines(text, width: width, size: 15)
        #expect(lines.joined(separator: " ") == text)
        for line in lines where line.contains(" ") {
            #expect(Double(line.count) * 15 * ChartText.characterWidth <= width)
        }
    }

    @Test(arguments: [
        (0, "0"), (1, "1"), (1.5, "1.5"), (1.25, "1.3"), (1.24, "1.2"), (-1.5, "-1.5"), (-0.5, "-0.5"),
        (-0.04, "0"), (0.96, "1"),
        (1_080, "1080"), (-12, "-12"),
    ])
    func `writes coordinates with one decimal at most`(value: Double, text: String) {
        #expect(ChartText.number(value) == text)
    }
}
