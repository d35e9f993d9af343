import CivilTime
import Foundation
import Markup
import Statistics
import Testing

@testable import Pages

/// A drawing taken apart: its frame, and every text in it as wide as it can be.
struct Drawing {
    let kind: String
    let source: String
    let width: Double
    let height: Double
    let texts: [(text: String, left: Double, right: Double, baseline: Double)]
    /// The corners of everything that is not text.
    let places: [(x: Double, y: Double)]

    /// Both drawings of a chart, wide and narrow.
    static func both(_ html: HTML, _ place: SourceLocation = #_sourceLocation) throws -> [Drawing] {
        let all = html.string.matches(
            of: /<svg class="(wide|narrow)" viewBox="0 0 ([0-9.]+) ([0-9.]+)"[\s\S]*?<\/svg>/)
        try #require(all.map { String($0.output.1) } == ["wide", "narrow"], sourceLocation: place)
        return all.map {
            Drawing(
                kind: String($0.output.1), source: String($0.output.0), width: Double($0.output.2) ?? 0,
                height: Double($0.output.3) ?? 0)
        }
    }

    private init(kind: String, source: String, width: Double, height: Double) {
        self.kind = kind
        self.source = source
        self.width = width
        self.height = height
        texts = Self.texts(of: source)
        places = Self.lines(of: source) + Self.boxes(of: source)
    }

    private static func texts(
        of source: String
    ) -> [(text: String, left: Double, right: Double, baseline: Double)] {
        source.matches(
            of:
                /<text class="[a-z]+" x="([0-9.-]+)" y="([0-9.-]+)" font-size="16" text-anchor="([a-z]+)">([^<]*)</
        ).map {
            let text = String($0.output.4).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
            let (x, width) = (Double($0.output.1) ?? -1, ChartText.width(text))
            let left = $0.output.3 == "start" ? x : $0.output.3 == "end" ? x - width : x - width / 2
            return (text, left, left + width, Double($0.output.2) ?? -1)
        }
    }

    private static func lines(of source: String) -> [(x: Double, y: Double)] {
        let drawn = source.replacing(/<defs>.*<\/defs>/, with: "")
        return drawn.matches(of: /[ML]([0-9.-]+) ([0-9.-]+)/).map {
            (Double($0.output.1) ?? -1, Double($0.output.2) ?? -1)
        }
    }

    private static func boxes(of source: String) -> [(x: Double, y: Double)] {
        source.matches(
            of: /<rect [^>]*x="([0-9.-]+)" y="([0-9.-]+)" width="([0-9.]+)" height="([0-9.]+)"\/>/
        ).flatMap { box in
            let (x, y) = (Double(box.output.1) ?? -1, Double(box.output.2) ?? -1)
            return [(x, y), (x + (Double(box.output.3) ?? 0), y + (Double(box.output.4) ?? 0))]
        }
    }

    /// What leaves the frame.
    var outside: [String] {
        texts.filter {
            $0.left < -0.1 || $0.right > width + 0.1 || $0.baseline < 12 || $0.baseline > height - 3
        }
        .map(\.text)
            + places.filter { !(-0.1...width + 0.1).contains($0.x) || !(-0.1...height + 0.1).contains($0.y) }
            .map { "\($0.x) \($0.y)" }
    }

    /// Texts that lie on another.
    var overlapping: [String] {
        texts.enumerated().flatMap { index, one in
            texts.dropFirst(index + 1).filter {
                one.left < $0.right && $0.left < one.right && abs(one.baseline - $0.baseline) < 17
            }.map { "\(one.text) / \($0.text)" }
        }
    }
}

/// Expects what holds of every chart: it is drawn twice, named, inert, its text whole, clear and large enough.
func expectReadable(_ html: HTML, _ place: SourceLocation = #_sourceLocation) throws {
    expectInert(html.string, place)
    #expect(html.count("<table>") == 1, sourceLocation: place)
    for drawing in try Drawing.both(html, place) {
        #expect(drawing.outside == [], "\(drawing.kind)", sourceLocation: place)
        #expect(drawing.overlapping == [], "\(drawing.kind)", sourceLocation: place)
        #expect(
            drawing.texts.count == drawing.source.ranges(of: "<text ").count, "every text is of size 16",
            sourceLocation: place)
        // The least room: 280 px on a screen of 320 px, and 860 px where the wide drawing begins.
        #expect(16 * (drawing.kind == "wide" ? 860 : 280) / drawing.width >= 13, sourceLocation: place)
        let names = try #require(
            drawing.source.firstMatch(of: /role="img" aria-labelledby="([^ "]+) ([^ "]+)"/),
            sourceLocation: place)
        #expect(html.count("<title id=\"\(names.output.1)\">") == 1, sourceLocation: place)
        #expect(html.count("<desc id=\"\(names.output.2)\">") == 1, sourceLocation: place)
        for use in drawing.source.matches(of: /url\(#([^)]+)\)/) {
            #expect(drawing.source.contains("<pattern id=\"\(use.output.1)\""), sourceLocation: place)
        }
        #expect(!drawing.source.contains("nan") && !drawing.source.contains("inf"), sourceLocation: place)
    }
}

/// Numbers that are the same in every run.
struct Steady: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

enum Sample {
    static let first = month("2022-10")

    /// Values of months in a row.
    static func months(_ values: [Double]) -> [Observation] {
        values.enumerated().map { Observation(day: (first + $0).first, value: $1) }
    }

    /// Two years with a new process half-way, as an indicator has them.
    static let twoYears: [Double] = [
        12, 9, 15, 11, 18, 14, 10, 17, 21, 16, 13, 19, 22, 18, 24, 29, 27, 35, 38, 41, 44, 47, 49, 54,
    ]

    /// Series that have given charts trouble.
    static let hard: [[Double]] = [
        [50], [50, 50, 50, 50], [0, 0, 0], [-40, -12.5, 30, -3], [1e100, -1e100, 5e99],
        [1e-90, 2e-90, 3e-90], [123_456_789.25, 123_456_789.5, 987_654_321], [0.001, 0.002, 0.0015],
        [1e15, 1e15 + 2, 1e15 + 4], [999_999, 1_000_001], twoYears,
        (0..<120).map { Double($0 * 37 % 41) },
    ]

    static let longName =
        "Speech-and-language-therapy-assessments-that-were-not-made-in-time for children & <others>"
}
