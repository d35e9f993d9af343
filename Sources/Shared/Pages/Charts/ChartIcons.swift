public import Markup
public import Statistics

/// The icons of variation and assurance, each with its words: shape and letter say it without colour.
public enum ChartIcons {
    /// Both icons of a chart; empty where it has none.
    public static func html(_ chart: XmRChart) -> HTML {
        let icons = [chart.variation.map(variation), chart.assurance.map(assurance)].compactMap(\.self)
        return icons.isEmpty ? "" : "<ul class=\"chart-icons\">\(icons.map { "<li>\($0)</li>" as HTML })</ul>"
    }

    /// What the last point shows: a plain line in a circle for common cause; H or L in a diamond for an
    /// improvement, in a square for a concern and in a circle where neither way is better.
    public static func variation(_ icon: VariationIcon) -> HTML {
        switch icon {
        case .commonCause:
            drawing(
                "icon-plain", "M22 3a19 19 0 1 0 .1 0z", line: "M10 25l6-7 6 8 6-8 6 7", letter: "",
                icon.meaning)
        case .improvementHigh, .improvementLow:
            drawing(
                "icon-better", "M22 2L42 22L22 42L2 22Z", line: "", letter: icon.letter ?? "", icon.meaning)
        case .concernHigh, .concernLow:
            drawing("icon-worse", "M5 5H39V39H5Z", line: "", letter: icon.letter ?? "", icon.meaning)
        case .neutralHigh, .neutralLow:
            drawing(
                "icon-neutral", "M22 3a19 19 0 1 0 .1 0z", line: "", letter: icon.letter ?? "", icon.meaning)
        }
    }

    /// What the limits say about the target: P in a diamond, F in a square, ? in a circle.
    public static func assurance(_ icon: AssuranceIcon) -> HTML {
        switch icon {
        case .pass:
            drawing("icon-better", "M22 2L42 22L22 42L2 22Z", line: "", letter: icon.letter, icon.meaning)
        case .fail: drawing("icon-worse", "M5 5H39V39H5Z", line: "", letter: icon.letter, icon.meaning)
        case .inconsistent:
            drawing("icon-plain", "M22 3a19 19 0 1 0 .1 0z", line: "", letter: icon.letter, icon.meaning)
        }
    }

    private static func drawing(
        _ kind: String, _ outline: String, line: String, letter: String, _ meaning: String
    ) -> HTML {
        """
        <span class="chart-icon"><svg class="\(kind)" viewBox="0 0 44 44" aria-hidden="true"><path d="\(outline)"/>\
        <path class="icon-line" d="\(line)"/><text x="22" y="28" font-size="18" text-anchor="middle">\(letter)</text>\
        </svg> <span>\(meaning)</span></span>
        """
    }
}
