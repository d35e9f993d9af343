public import Markup

/// The parts that pages are made of, named as the GOV.UK Design System names its own.
public enum Kit {
    /// A tag: its word always stands in it, its colour only repeats it.
    public static func tag(_ word: String, _ colour: TagColour) -> HTML {
        switch colour {
        case .red: "<strong class=\"tag tag-red\">\(word)</strong>"
        case .amber: "<strong class=\"tag tag-amber\">\(word)</strong>"
        case .green: "<strong class=\"tag tag-green\">\(word)</strong>"
        case .blue: "<strong class=\"tag tag-blue\">\(word)</strong>"
        case .grey: "<strong class=\"tag tag-grey\">\(word)</strong>"
        }
    }

    /// The colours of ratings.
    public enum TagColour: String, Sendable, CaseIterable { case red, amber, green, blue, grey }

    /// Figures that answer first what people came for.
    public static func figures(_ figures: [Figure]) -> HTML {
        let items = figures.map { figure -> HTML in
            let value: HTML =
                figure.link.map { "<a href=\"\($0)\">\(figure.value)</a>" } ?? HTML(text: figure.value)
            return
                "<li><span class=\"figure\">\(value)</span> <span class=\"caption\">\(figure.caption)</span></li>"
        }
        return "<ul class=\"figures\">\(items)</ul>"
    }

    /// A figure: its value, what it counts, and the way down to what made it.
    public struct Figure: Sendable {
        let value: String
        let caption: String
        let link: Link?

        /// Makes a figure.
        public init(_ value: String, _ caption: String, link: Link? = nil) {
            self.value = value
            self.caption = caption
            self.link = link
        }
    }

    /// Names and values under one another.
    public static func summary(_ rows: [(name: String, value: HTML)]) -> HTML {
        let items = rows.map { row -> HTML in "<div><dt>\(row.name)</dt><dd>\(row.value)</dd></div>" }
        return "<dl class=\"summary\">\(items)</dl>"
    }

    /// A list of texts with bullets; nothing where there are none.
    public static func bullets(_ texts: [String]) -> HTML {
        texts.isEmpty ? "" : "<ul class=\"bullets\">\(texts.map { "<li>\($0)</li>" as HTML })</ul>"
    }

    /// Something that changed or is connected, set apart by the thread's colour.
    public static func inset(_ content: HTML) -> HTML { "<div class=\"inset\">\(content)</div>" }

    /// Something uncertain or missing, said plainly.
    public static func doubt(_ content: HTML) -> HTML {
        "<div class=\"doubt\"><p><strong>Not certain.</strong> \(content)</p></div>"
    }

    /// Something open only to those who ask for it.
    public static func details(_ summary: String, _ content: HTML) -> HTML {
        "<details><summary>\(summary)</summary><div>\(content)</div></details>"
    }

    /// Links beside one another.
    public static func links(_ links: [(title: String, link: Link)], label: String) -> HTML {
        let items = links.map { item -> HTML in "<li><a href=\"\(item.link)\">\(item.title)</a></li>" }
        return "<nav aria-label=\"\(label)\"><ul class=\"links\">\(items)</ul></nav>"
    }
}
