import CivilTime
import Markup
import Testing

@testable import Pages

@Suite struct `A chart of percentages to be reached` {
    private func chart(
        _ points: [(String, Int)], start: (label: String, percent: Int)? = nil,
        label: String = "Plans in time"
    ) -> TrajectoryChart {
        TrajectoryChart(label, start: start, points: points.map { .init(month: month($0.0), percent: $0.1) })
    }

    private static let year = (1...12).map { ("2024-\($0 < 10 ? "0" : "")\($0)", $0 * 8) }

    private func drawings(_ chart: TrajectoryChart) throws -> [String] {
        let drawings = chart.html().string.matches(of: /<svg class="(wide|narrow)"[\s\S]*?<\/svg>/)
        #expect(drawings.map { String($0.output.1) } == ["wide", "narrow"])
        return drawings.map { String($0.output.0) }
    }

    private func dots(_ drawing: String) -> [(x: Double, y: Double)] {
        drawing.matches(of: /<circle class="dot-target" cx="([0-9.-]+)" cy="([0-9.-]+)"/).compactMap {
            guard let x = Double($0.output.1), let y = Double($0.output.2) else { return nil }
            return (x, y)
        }
    }

    @Test(arguments: [[], [("2024-03", 40)]] as [[(String, Int)]])
    func `is nothing with fewer than two points`(points: [(String, Int)]) {
        #expect(chart(points, start: ("Now", 30)).html().isEmpty)
    }

    @Test(
        arguments: [
            [("2024-03", 40), ("2024-09", 90)], year, [("2024-03", -20), ("2025-03", 140)],
            [("2024-03", 50), ("2024-03", 60)],
            [("1990-01", 0), ("2090-12", 100)],
        ] as [[(String, Int)]])
    func `keeps its points inside the frame, whatever they are`(points: [(String, Int)]) throws {
        for (drawing, size) in zip(try drawings(chart(points)), [(1_080.0, 320.0), (340.0, 280.0)]) {
            let dots = dots(drawing)
            #expect(dots.count == points.count)
            for dot in dots {
                #expect(dot.x >= 44 && dot.x <= size.0 - 5 && dot.y >= 30 && dot.y <= size.1 - 40)
            }
            #expect(drawing.contains("role=\"img\" aria-label=\"Plans in time\""))
            expectInert(drawing)
        }
    }

    @Test func `draws time from left to right and more further up, in whatever order they come`() throws {
        for drawing in try drawings(chart([("2024-09", 90), ("2024-03", 40), ("2024-06", 60)])) {
            let dots = dots(drawing)
            #expect(dots.map(\.x) == dots.map(\.x).sorted())
            #expect(dots.map(\.y) == dots.map(\.y).sorted(by: >))
            let line = try #require(drawing.firstMatch(of: /class="line-target" d="(M[^"]*)"/)).output.1
            let corners = line.dropFirst().split(separator: "L").map {
                $0.split(separator: " ").compactMap { Double($0) }
            }
            #expect(corners == dots.map { [$0.x, $0.y] })
        }
    }

    @Test func `draws a percentage beyond the scale at its edge and says it as it is`() throws {
        for drawing in try drawings(chart([("2024-03", -20), ("2024-09", 140)])) {
            let heights = dots(drawing).map(\.y)
            let edges = drawing.matches(of: /<path class="grid" d="M[0-9.]+ ([0-9.]+)H/).compactMap {
                Double($0.output.1)
            }
            #expect(edges.count == 5)
            #expect(heights.first == edges.first)
            #expect(heights.last == edges.last)
            #expect(drawing.contains(">-20%</text>") && drawing.contains(">140%</text>"))
        }
    }

    @Test func `labels every point with its percentage and, where there is room, its month`() throws {
        let (wide, narrow) = try { ($0[0], $0[1]) }(drawings(chart(Self.year)))
        for (iso, percent) in Self.year {
            #expect(wide.contains(">\(month(iso).abbreviated)</text>"))
            #expect(wide.contains(">\(percent)%</text>") && narrow.contains(">\(percent)%</text>"))
        }
        let months = narrow.matches(of: />([A-Z][a-z]{2} 2024)<\/text>/).map { String($0.output.1) }
        // Every second one, and the last in any case.
        #expect(months == ["Feb 2024", "Apr 2024", "Jun 2024", "Aug 2024", "Oct 2024", "Dec 2024"])
    }

    @Test func `draws the level at the start across, where there is one`() throws {
        let points = [("2024-03", 40), ("2024-09", 90)]
        for drawing in try drawings(chart(points, start: ("At the <start>", 40))) {
            let level = try #require(drawing.firstMatch(of: /<path class="line" d="M44 ([0-9.]+)H/)).output.1
            #expect(Double(level) == dots(drawing).first?.y)
            #expect(drawing.contains(">At the &lt;start&gt; 40%</text>"))
        }
        for drawing in try drawings(chart(points)) { #expect(!drawing.contains("class=\"line\"")) }
    }

    @Test func `says its label escaped`() throws {
        for drawing in try drawings(chart(Self.year, label: "A \"b\" & <c>")) {
            #expect(drawing.contains("aria-label=\"A &quot;b&quot; &amp; &lt;c&gt;\""))
        }
    }
}
