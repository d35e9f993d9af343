import Markup

/// One drawing of a chart while it is made: what stands in it, and how high it has become.
struct Sketch {
    /// For which screens it is.
    enum Kind: String { case wide, narrow }

    /// Where a text stands from its place on.
    enum Anchor: String { case start, middle, end }

    let kind: Kind
    /// Names the drawing on the page.
    let id: String
    private(set) var parts = HTML()
    private(set) var patterns: Set<Pattern> = []
    /// The height so far.
    var height = 0.0

    /// Starts a drawing.
    init(_ kind: Kind, id: String) {
        self.kind = kind
        self.id = "\(id)-\(kind.rawValue)"
    }

    /// The width: text of size 16 is seen at 13 px or more from 320 px on, and from 900 px on in the wide one.
    var width: Double { isWide ? 1_000 : 340 }
    /// Whether it is for wide screens.
    var isWide: Bool { kind == .wide }

    /// Writes a line of text whose base line lies at `y`.
    mutating func text(
        _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, faint: Bool = false
    ) {
        parts += """
            <text class="\(faint ? "faint" : "said")" x="\(ChartText.number(x))" y="\(ChartText.number(y))" \
            font-size="16" text-anchor="\(anchor.rawValue)">\(text)</text>
            """
    }

    /// Writes lines under one another, the base line of the first at `y`.
    mutating func lines(_ lines: [String], _ x: Double, _ y: Double, faint: Bool = false) {
        for (index, line) in lines.enumerated() {
            text(line, x, y + Double(index) * ChartText.step, faint: faint)
        }
    }

    /// Draws a line or an area of a class of the style sheet.
    mutating func path(_ kind: String, _ path: String) {
        parts += "<path class=\"\(kind)\" d=\"\(path)\"/>"
    }

    /// Draws a line through points.
    mutating func polyline(_ kind: String, _ points: [(x: Double, y: Double)], isClosed: Bool = false) {
        guard points.count > 1 else { return }
        let corners = points.enumerated().map {
            "\($0 == 0 ? "M" : "L")\(ChartText.number($1.x)) \(ChartText.number($1.y))"
        }
        path(kind, corners.joined() + (isClosed ? "Z" : ""))
    }

    /// Draws a box of a class of the style sheet.
    mutating func box(_ kind: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        parts += """
            <rect class="\(kind)" x="\(ChartText.number(x))" y="\(ChartText.number(y))" \
            width="\(ChartText.number(max(0, width)))" height="\(ChartText.number(max(0, height)))"/>
            """
    }

    /// Draws a box filled with a pattern.
    mutating func box(_ pattern: Pattern, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        patterns.insert(pattern)
        parts += """
            <rect class="outlined" fill="url(#\(id)-\(pattern.rawValue))" x="\(ChartText.number(x))" \
            y="\(ChartText.number(y))" width="\(ChartText.number(max(0, width)))" \
            height="\(ChartText.number(max(0, height)))"/>
            """
    }

    /// The drawing.
    func html(title: String, description: String) -> HTML {
        """
        <svg class="\(kind.rawValue)" viewBox="0 0 \(ChartText.number(width)) \(ChartText.number(height))" \
        role="img" aria-labelledby="\(id)-title \(id)-desc"><title id="\(id)-title">\(title)</title>\
        <desc id="\(id)-desc">\(description)</desc>\(definitions)\(parts)</svg>
        """
    }

    private var definitions: HTML? {
        guard !patterns.isEmpty else { return nil }
        let all = Pattern.allCases.filter(patterns.contains).map { $0.definition(id: id) }
        return "<defs>\(all)</defs>"
    }
}

/// A filling that is told from the others without colour.
enum Pattern: String, CaseIterable {
    case plain, rising, dotted, blank, level, crossed, hidden

    /// The fillings of parts, in order; after the last the first comes again.
    static let parts: [Pattern] = [.plain, .rising, .dotted, .blank, .level, .crossed]

    /// The filling of a part, by its place from 0.
    static func part(_ index: Int) -> Pattern { parts[index % parts.count] }

    private var lines: String {
        switch self {
        case .plain, .blank: ""
        case .rising: "M-2 2L2 -2M-2 10L10 -2M6 10L10 6"
        case .dotted: "M1 2h2v2h-2zM5 6h2v2h-2z"
        case .level: "M0 2H8M0 6H8"
        case .crossed: "M0 0L8 8M8 0L0 8"
        case .hidden: "M-2 6L2 10M-2 -2L10 10M6 -2L10 2"
        }
    }

    func definition(id: String) -> HTML {
        """
        <pattern id="\(id)-\(rawValue)" width="8" height="8" patternUnits="userSpaceOnUse">\
        <rect class="ground-\(rawValue)" width="8" height="8"/><path class="lines-\(rawValue)" d="\(lines)"/></pattern>
        """
    }
}
