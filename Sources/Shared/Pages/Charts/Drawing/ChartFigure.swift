import Markup

/// A chart on a page: its title, its two drawings and the table of what they show.
struct ChartFigure {
    let title: String
    private let id: String
    let description: String
    let table: DataTable

    /// Makes a figure.
    ///
    /// - Parameter id: names it on the page; letters, digits and hyphens are kept.
    init(_ title: String, id: String, description: String, table: DataTable) {
        self.title = title
        self.id = Self.plainID(id)
        self.description = description
        self.table = table
    }

    /// The figure; where there is nothing in the table it says so and draws nothing.
    ///
    /// - Parameters:
    ///   - before: what stands between the title and the drawings.
    ///   - after: what stands between the drawings and the table.
    func html(before: HTML = "", after: HTML = "", _ draw: (inout Sketch) -> Void) -> HTML {
        guard table.count > 0 else {
            return
                "<figure class=\"chart plot\"><figcaption>\(title)</figcaption><p>There is no data.</p></figure>"
        }
        let drawings = [Sketch.Kind.wide, .narrow].map { kind -> HTML in
            var sketch = Sketch(kind, id: id)
            draw(&sketch)
            return sketch.html(title: title, description: description)
        }
        return """
            <figure class="chart plot"><figcaption>\(title)</figcaption>\(before)\(drawings)\(after)\
            \(Kit.details("Show the table", table.html()))</figure>
            """
    }

    private static func plainID(_ id: String) -> String {
        let plain = String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        return "chart-\(plain)"
    }
}
