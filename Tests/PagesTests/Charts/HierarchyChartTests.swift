import Markup
import Testing

@testable import Pages

@Suite struct `A chart of who reports to whom` {
    private static func chart(_ ids: [String], _ lines: [(String, String)]) -> HierarchyChart {
        HierarchyChart(
            "Who reports",
            nodes: ids.map { .init(id: $0, title: "Group \($0)", link: Link(path: ["groups", $0])) },
            lines: lines.map { (from: $0.0, to: $0.1) })
    }

    private static let tree = chart(
        ["board", "x", "y", "z", "alone"], [("x", "board"), ("y", "board"), ("z", "y")])
    private static let circle = chart(["a", "b", "c"], [("a", "b"), ("b", "c"), ("c", "a")])
    private static let tail = chart(["a", "b", "c"], [("a", "b"), ("b", "a"), ("c", "b")])
    private static let diamond = chart(
        ["t", "l", "r", "b"], [("l", "t"), ("r", "t"), ("b", "l"), ("b", "r"), ("b", "t")])
    private static let crowd = chart((1...20).map { "n\($0)" }, (2...20).map { ("n\($0)", "n1") })
    private static let strangers = chart(["a", "b"], [])
    private static let all = [tree, circle, tail, diamond, crowd, strangers]

    @Test func `puts each below all those it reports to`() {
        #expect(Self.tree.levels() == ["board": 0, "x": 1, "y": 1, "z": 2])
        #expect(Self.diamond.levels() == ["t": 0, "l": 1, "r": 1, "b": 2])
        #expect(Self.strangers.levels().isEmpty)
    }

    @Test func `ends where reporting goes in a circle`() {
        let levels = Self.circle.levels()
        #expect(Set(levels.keys) == ["a", "b", "c"])
        #expect(levels.values.allSatisfy { (0...3).contains($0) })
        #expect(Self.tail.levels().values.allSatisfy { (0...3).contains($0) })
    }

    @Test func `leaves out lines to nobody known and to oneself`() {
        let chart = Self.chart(["a", "b"], [("a", "a"), ("a", "nobody"), ("nobody", "b"), ("a", "b")])
        #expect(chart.lines.map(\.from) == ["a"])
        #expect(chart.lines.map(\.to) == ["b"])
    }

    @Test(arguments: all)
    func `is drawn once for wide screens and once for phones`(chart: HierarchyChart) throws {
        let (wide, narrow) = try drawings(chart)
        for drawing in [wide, narrow] {
            #expect(drawing.contains("role=\"group\" aria-label=\"Who reports\""))
            for node in chart.nodes {
                #expect(drawing.ranges(of: "<a href=\"/groups/\(node.id)\">").count == 1, "\(node.id)")
            }
            #expect(drawing.ranges(of: "<a href").count == chart.nodes.count)
            #expect(drawing.ranges(of: "</a>").count == chart.nodes.count)
        }
        expectInert(chart.html().string)
    }

    @Test(arguments: all)
    func `keeps every box inside the drawing, and no two on each other`(chart: HierarchyChart) throws {
        let (wide, narrow) = try drawings(chart)
        for (drawing, width) in [(wide, 1_080.0), (narrow, 340.0)] {
            let height = try #require(
                drawing.firstMatch(of: /viewBox="0 0 [0-9.]+ ([0-9.]+)"/).flatMap { Double($0.output.1) })
            let boxes = boxes(drawing)
            #expect(boxes.count == chart.nodes.count)
            for (index, box) in boxes.enumerated() {
                #expect(
                    box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height)
                #expect(box.width > 0 && box.height > 0)
                for other in boxes.dropFirst(index + 1) { #expect(!box.touches(other)) }
            }
        }
    }

    @Test func `draws a line for each that reports`() throws {
        let (wide, narrow) = try drawings(Self.tree)
        #expect(wide.ranges(of: "class=\"thread-line\"").count == 3)
        #expect(narrow.ranges(of: "class=\"thread-line\"").count == 3)
        #expect(try drawings(Self.strangers).wide.ranges(of: "thread-line").isEmpty)
    }

    @Test func `sets apart who stands outside all lines`() throws {
        let (wide, narrow) = try drawings(Self.tree)
        for drawing in [wide, narrow] {
            #expect(drawing.contains("<a href=\"/groups/alone\"><rect class=\"box-outside\""))
            #expect(drawing.ranges(of: "class=\"box-outside\"").count == 1)
            #expect(drawing.ranges(of: "class=\"box\"").count == 4)
        }
    }

    @Test func `says each title whole, escaped`() throws {
        let title = "Children & young people's <emotional> wellbeing and mental health partnership board"
        let chart = HierarchyChart(
            "A \"label\"", nodes: [.init(id: "a", title: title, link: Link(path: ["a"]))], lines: [])
        let (wide, narrow) = try drawings(chart)
        for drawing in [wide, narrow] {
            let words = drawing.matches(of: /<text [^>]*>([^<]*)<\/text>/).map { $0.output.1 }.joined()
            #expect(words.trimmingSuffix == HTML(text: title).string)
            #expect(drawing.contains("aria-label=\"A &quot;label&quot;\""))
        }
    }

    @Test func `is nothing where there is nobody`() { #expect(Self.chart([], []).html().isEmpty) }

    private func drawings(_ chart: HierarchyChart) throws -> (wide: String, narrow: String) {
        let drawings = chart.html().string.matches(of: /<div class="(wide|narrow)"[\s\S]*?<\/svg><\/div>/)
        #expect(drawings.map { String($0.output.1) } == ["wide", "narrow"])
        try #require(drawings.count == 2)
        return (String(drawings[0].output.0), String(drawings[1].output.0))
    }

    private struct Box {
        let x: Double
        let y: Double
        let width: Double
        let height: Double

        func touches(_ other: Box) -> Bool {
            x < other.x + other.width && other.x < x + width && y < other.y + other.height
                && other.y < y + height
        }
    }

    private func boxes(_ drawing: String) -> [Box] {
        drawing.matches(
            of: /<rect class="[a-z-]+" x="([0-9.]+)" y="([0-9.]+)" width="([0-9.]+)" height="([0-9.]+)"/
        ).compactMap {
            guard let x = Double($0.output.1), let y = Double($0.output.2), let width = Double($0.output.3),
                let height = Double($0.output.4)
            else { return nil }
            return Box(x: x, y: y, width: width, height: height)
        }
    }
}

extension String {
    /// Without the space that ends each line of a title.
    fileprivate var trimmingSuffix: String { last == " " ? String(dropLast()) : self }
}
