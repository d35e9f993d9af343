/// Tables as CSV (RFC 4180): a column a dimension, `count` last; `Total` in any case marks a margin.
public enum TableFile {
    /// The most cells a file may have.
    public static let mostCells = 200_000
    /// The most bytes a file may have.
    public static let mostBytes = 32 * 1_048_576

    /// Reads counts as they are.
    ///
    /// - Throws: everything that is wrong, by line.
    public static func counts(_ bytes: [UInt8]) throws(Unreadable) -> CountTable {
        let (dimensions, lines) = try lines(bytes)
        var problems: [TableProblem] = []
        var cells: [CountTable.Cell] = []
        for line in lines {
            guard let names = names(line, dimensions, &problems) else { continue }
            guard let text = line.fields.last, let count = count(text) else {
                problems.append(.notACount(line: line.number, text: line.fields.last ?? ""))
                continue
            }
            cells.append(CountTable.Cell(names, count, line: line.number))
        }
        try Unreadable.refuse(problems)
        return try CountTable(dimensions: dimensions, cells: cells)
    }

    /// Reads a table that was published, with symbols where counts are hidden.
    ///
    /// - Parameter roundedTo: what its numbers were rounded to the nearest multiple of; 1: they are exact.
    /// - Throws: everything that is wrong, by line.
    public static func published(_ bytes: [UInt8], roundedTo: Int = 1) throws(Unreadable) -> PublishedTable {
        let (dimensions, lines) = try lines(bytes)
        var problems: [TableProblem] = []
        var cells: [PublishedTable.Cell] = []
        for line in lines {
            guard let names = names(line, dimensions, &problems) else { continue }
            let text = line.fields.last ?? ""
            if let count = count(text) {
                cells.append(PublishedTable.Cell(names, .count(count), line: line.number))
            } else if let symbol = Symbol(text) {
                cells.append(PublishedTable.Cell(names, .symbol(symbol), line: line.number))
            } else {
                problems.append(.notAFigure(line: line.number, text: text))
            }
        }
        try Unreadable.refuse(problems)
        return try PublishedTable(dimensions: dimensions, cells: cells, roundedTo: roundedTo)
    }

    /// A table as CSV.
    ///
    /// - Parameter percentOf: the dimension whose `Total` is 100 per cent in a further column; nil: no such column.
    public static func csv(
        _ table: PublishedTable, percentOf dimension: String? = nil, policy: Policy = .none
    ) -> String {
        let shares = dimension.map { Self.percentages(table, of: $0, policy) }
        let header = table.dimensions + ["count"] + (shares == nil ? [] : ["percent"])
        var text = header.map(CSV.quoted).joined(separator: ",")
        for (number, cell) in table.cells.enumerated() {
            var fields = cell.names.map { $0 ?? "Total" }
            fields.append(cell.figure.text)
            if let shares { fields.append(shares[number]) }
            text += "\n" + fields.map(CSV.quoted).joined(separator: ",")
        }
        return text
    }

    /// Of each cell, the percentage it is of the cell that has `Total` in one dimension; `z` where there is none.
    public static func percentages(_ table: PublishedTable, of dimension: String, _ policy: Policy)
        -> [String]
    {
        var figures: [CellPlace: Figure] = [:]
        for (place, cell) in zip(table.places, table.cells) { figures[place] = cell.figure }
        return zip(table.places, table.cells).map { place, cell in
            let whole = CellPlace(sorted: place.categories.filter { $0.dimension != dimension })
            guard let figure = figures[whole] else { return Symbol.notApplicable.text }
            return policy.percentage(cell.figure, of: figure)
        }
    }

    private static func count(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.count <= 10, text.utf8.allSatisfy({ (48...57).contains($0) }),
            let count = Int(text), count <= CountTable.greatestCount
        else { return nil }
        return count
    }

    private static func lines(_ bytes: [UInt8]) throws(Unreadable) -> ([String], [CSV.Line]) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Unreadable(problems: [.notText])
        }
        let lines: [CSV.Line]
        switch CSV.lines(text) {
        case .success(let read): lines = read
        case .failure(let open): throw Unreadable(problems: [.openQuote(line: open.line)])
        }
        guard let header = lines.first, header.fields.last == "count" else {
            throw Unreadable(problems: [lines.isEmpty ? .noCells : .noCountColumn])
        }
        if lines.count - 1 > mostCells {
            throw Unreadable(problems: [.tooManyCells(lines.count - 1, most: mostCells)])
        }
        let dimensions = Array(header.fields.dropLast())
        try Unreadable.refuse(TableProblem.ofHeader(dimensions))
        return (dimensions, Array(lines.dropFirst()))
    }

    private static func names(
        _ line: CSV.Line, _ dimensions: [String], _ problems: inout [TableProblem]
    ) -> [String?]? {
        guard line.fields.count == dimensions.count + 1 else {
            problems.append(.columns(line: line.number, found: line.fields.count, dimensions.count + 1))
            return nil
        }
        if let empty = line.fields.dropLast().firstIndex(of: "") {
            problems.append(.emptyCategory(line: line.number, column: dimensions[empty]))
            return nil
        }
        return line.fields.dropLast().map { $0.lowercased() == "total" ? nil : $0 }
    }
}
