import Testing

@testable import Measures

@Suite struct `Figures` {
    @Test(arguments: [
        ("53.7", "53.7"), ("53.70%", "53.7"), ("1,200", "1200"), ("1 200", "1200"), ("2\u{202F}905", "2905"),
        ("−3", "-3"), ("-0.5", "-0.5"), ("0.04", "0.04"), ("0.125", "0.125"), ("007", "7"), ("0", "0"),
        ("999999999.999", "999999999.999"),
    ])
    func `are read exactly`(typed: String, kept: String) throws {
        #expect(try #require(Figure(typed)).text == kept)
    }

    @Test(arguments: ["", "%", "a", "1.2345", "1.", ".5", "1e3", "--1", "1/2", "1000000000", "∞", "١"])
    func `are refused where they are none`(typed: String) { #expect(Figure(typed) == nil) }

    @Test func `are ordered by size`() {
        let texts = ["-3", "-0.5", "0", "0.04", "0.5", "9", "10", "53.7"]
        let figures = texts.map { figure($0) }
        #expect(figures.shuffled().sorted() == figures)
    }

    @Test(arguments: [
        (IndicatorUnit.percent, "0", true), (.percent, "100", true), (.percent, "100.1", false),
        (.percent, "-1", false), (.days, "0", true), (.days, "-1", false), (.days, "12.5", true),
        (.count, "3", true), (.count, "3.5", false), (.count, "-3", false), (.rate, "10000", true),
        (.rate, "10001", false), (.score, "-4", true), (.ratio, "-0.1", false), (.ratio, "1.2", true),
        (.achieved, "1", true), (.achieved, "0", true), (.achieved, "2", false),
    ])
    func `fit their unit or are told why not`(unit: IndicatorUnit, text: String, fits: Bool) {
        #expect((unit.problem(with: figure(text)) == nil) == fits)
    }

    @Test(arguments: [
        (IndicatorUnit.percent, "53.7", "53.7%"), (.days, "2905", "2\u{202F}905 days"), (.days, "1", "1 day"),
        (.rate, "12", "12 per 10,000"), (.achieved, "1", "yes"), (.achieved, "0", "no"),
        (.score, "-0.5", "−0.5"), (.count, "1200", "1\u{202F}200"),
    ])
    func `are written with their unit`(unit: IndicatorUnit, text: String, written: String) {
        #expect(LevelWords.figure(figure(text), unit) == written)
    }
}
