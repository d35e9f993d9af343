public import Markup

/// A chart of who reports to whom, drawn once for wide screens and once for phones from the same data.
public struct HierarchyChart: Sendable {
    /// A box of the chart.
    public struct Node: Sendable {
        let id: String
        let title: String
        let link: Link

        /// Makes a box.
        public init(id: String, title: String, link: Link) {
            self.id = id
            self.title = title
            self.link = link
        }
    }

    struct Place {
        let node: Node
        let x: Double
        let y: Double
        let width: Double
        let height: Double
        let lines: [String]
        let isOutside: Bool
    }

    private let label: String
    let nodes: [Node]
    let lines: [(from: String, to: String)]

    /// Makes a chart; each line runs from who reports to whom they report.
    public init(_ label: String, nodes: [Node], lines: [(from: String, to: String)]) {
        self.label = label
        self.nodes = nodes
        let known = Set(nodes.map(\.id))
        self.lines = lines.filter { known.contains($0.from) && known.contains($0.to) && $0.from != $0.to }
    }

    /// Both drawings; the one that does not fit the screen is hidden. Empty where there is no box.
    public func html() -> HTML {
        nodes.isEmpty ? "" : "<div class=\"chart\">\(wide())\(narrow())</div>"
    }

    /// How far each connected node is below the top; circular reporting lines end at the number of nodes.
    func levels() -> [String: Int] {
        var levels: [String: Int] = [:]
        for line in lines {
            levels[line.to] = levels[line.to] ?? 0
            levels[line.from] = levels[line.from] ?? 0
        }
        for _ in nodes {
            for line in lines {
                let below = min((levels[line.to] ?? 0) + 1, nodes.count)
                levels[line.from] = max(levels[line.from] ?? 0, below)
            }
        }
        return levels
    }

    private func wide() -> HTML {
        let size = 15.0
        let total = 1080.0
        let gap = 18.0
        let levels = levels()
        let ranks = Dictionary(grouping: nodes) { levels[$0.id] ?? Int.max }
        var places: [Place] = []
        var top = 2.0
        for rank in ranks.keys.sorted() {
            for row in (ranks[rank] ?? []).chunked(6) {
                let width = min(230, (total - gap * Double(row.count - 1) - 4) / Double(row.count))
                let left = (total - width * Double(row.count) - gap * Double(row.count - 1)) / 2
                let texts = row.map { ChartText.lines($0.title, width: width - 24, size: size) }
                let height = Double(texts.map(\.count).max() ?? 1) * size * 1.3 + 20
                for (index, node) in row.enumerated() {
                    places.append(
                        Place(
                            node: node, x: left + Double(index) * (width + gap), y: top, width: width,
                            height: height,
                            lines: texts[index], isOutside: rank == Int.max))
                }
                top += height + 46
            }
        }
        return drawing("wide", total, top - 44, size, places, threads: places.isEmpty ? [] : elbows(places))
    }

    private func elbows(_ places: [Place]) -> [String] {
        let byID = Dictionary(places.map { ($0.node.id, $0) }, uniquingKeysWith: { first, _ in first })
        return lines.compactMap { line in
            guard let from = byID[line.from], let to = byID[line.to] else { return nil }
            let start = (from.x + from.width / 2, from.y)
            let end = (to.x + to.width / 2, to.y + to.height)
            let middle = start.1 - 23
            return "M\(ChartText.number(start.0)) \(ChartText.number(start.1))V\(ChartText.number(middle))"
                + "H\(ChartText.number(end.0))V\(ChartText.number(end.1))"
        }
    }

    private func narrow() -> HTML {
        let size = 15.0
        let total = 340.0
        var places: [Place] = []
        var threads: [String] = []
        var top = 2.0
        for (node, depth, parent) in preorder() {
            let x = 2 + Double(min(depth, 5)) * 22
            let lines = ChartText.lines(node.title, width: total - x - 26, size: size)
            let height = Double(lines.count) * size * 1.3 + 18
            places.append(
                Place(
                    node: node, x: x, y: top, width: total - x - 2, height: height, lines: lines,
                    isOutside: depth == 0 && !self.lines.contains { $0.to == node.id }))
            if let parent, let above = places.last(where: { $0.node.id == parent }) {
                let rail = above.x + 11
                threads.append(
                    "M\(ChartText.number(rail)) \(ChartText.number(above.y + above.height))"
                        + "V\(ChartText.number(top + height / 2))H\(ChartText.number(x))")
            }
            top += height + 14
        }
        return drawing("narrow", total, top - 12, size, places, threads: threads)
    }

    /// Every node once: below the first to whom it reports, then those outside all lines.
    private func preorder() -> [(node: Node, depth: Int, parent: String?)] {
        var order: [(Node, Int, String?)] = []
        var seen: Set<String> = []
        func visit(_ node: Node, _ depth: Int, _ parent: String?) {
            guard seen.insert(node.id).inserted else { return }
            order.append((node, depth, parent))
            for child in nodes where lines.contains(where: { $0.from == child.id && $0.to == node.id }) {
                visit(child, depth + 1, node.id)
            }
        }
        let reporting = Set(lines.map(\.from))
        let reportedTo = Set(lines.map(\.to))
        for node in nodes where reportedTo.contains(node.id) && !reporting.contains(node.id) {
            visit(node, 0, nil)
        }
        for node in nodes { visit(node, 0, nil) }
        return order
    }

    private func drawing(
        _ kind: String, _ width: Double, _ height: Double, _ size: Double, _ places: [Place],
        threads: [String]
    ) -> HTML {
        let paths = threads.map { path -> HTML in "<path class=\"thread-line\" d=\"\(path)\"/>" }
        return """
            <div class="\(kind)" role="group" aria-label="\(label)">\
            <svg viewBox="0 0 \(ChartText.number(width)) \(ChartText.number(height))">\
            \(paths)\(places.map { box($0, size) })</svg></div>
            """
    }

    private func box(_ place: Place, _ size: Double) -> HTML {
        let step = size * 1.3
        let first = place.y + (place.height - Double(place.lines.count - 1) * step) / 2 + size * 0.35
        let texts = place.lines.enumerated().map { index, line -> HTML in
            """
            <text x="\(ChartText.number(place.x + place.width / 2))" \
            y="\(ChartText.number(first + Double(index) * step))" font-size="\(ChartText.number(size))" \
            text-anchor="middle">\(line) </text>
            """
        }
        return """
            <a href="\(place.node.link)"><rect class="\(place.isOutside ? "box-outside" : "box")" \
            x="\(ChartText.number(place.x))" y="\(ChartText.number(place.y))" \
            width="\(ChartText.number(place.width))" height="\(ChartText.number(place.height))" rx="5"/>\(texts)</a>
            """
    }
}

extension Array {
    /// The elements in runs of at most so many.
    fileprivate func chunked(_ size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
