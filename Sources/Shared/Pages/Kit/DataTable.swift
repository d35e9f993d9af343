public import Markup

/// A table that becomes labelled lists on a phone: each cell repeats its column's name there.
public struct DataTable: Sendable {
    /// A column of the table.
    public struct Column: Sendable {
        let title: String
        let isNumber: Bool
        let isPlain: Bool

        /// A column of text.
        public static func text(_ title: String) -> Column {
            Column(title: title, isNumber: false, isPlain: false)
        }
        /// A column of numbers, right-aligned, with tabular figures.
        public static func number(_ title: String) -> Column {
            Column(title: title, isNumber: true, isPlain: false)
        }
        /// A column whose values are clear without its name on a phone.
        public static func plain(_ title: String) -> Column {
            Column(title: title, isNumber: false, isPlain: true)
        }
    }

    private let caption: String
    private let columns: [Column]
    private var rows = HTML()
    /// How many rows it has.
    public private(set) var count = 0

    /// Makes an empty table; the first column names each row.
    public init(_ caption: String, _ columns: [Column]) {
        self.caption = caption
        self.columns = columns
    }

    /// Adds a row, with an anchor where others point to it.
    public mutating func add(_ cells: [HTML], id: String? = nil) {
        precondition(cells.count == columns.count, "a row needs a cell for each column")
        rows += id.map { "<tr id=\"\($0)\">" } ?? "<tr>"
        for (index, cell) in cells.enumerated() {
            rows += self.cell(cell, columns[index], isFirst: index == 0)
        }
        rows += "</tr>\n"
        count += 1
    }

    private func cell(_ cell: HTML, _ column: Column, isFirst: Bool) -> HTML {
        if isFirst { return "<th scope=\"row\">\(cell)</th>" }
        let label: HTML =
            column.isPlain ? "" : "<span class=\"label\" aria-hidden=\"true\">\(column.title)</span> "
        return column.isNumber
            ? "<td class=\"number\">\(label)<span>\(cell)</span></td>"
            : "<td>\(label)<span>\(cell)</span></td>"
    }

    /// The table; its caption is read out but not shown.
    ///
    /// - Parameter namesFirst: gives half the width to the first column, so that tables under one another align.
    public func html(namesFirst: Bool = false) -> HTML {
        let head = columns.map { column -> HTML in
            column.isNumber
                ? "<th scope=\"col\" class=\"number\">\(column.title)</th>"
                : "<th scope=\"col\">\(column.title)</th>"
        }
        let start: HTML = namesFirst ? "<table class=\"names-first\">" : "<table>"
        return """
            \(start)<caption><span class="unseen">\(caption)</span></caption>\
            <thead><tr>\(head)</tr></thead><tbody>
            \(rows)</tbody></table>
            """
    }
}
