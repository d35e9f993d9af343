import Disclosure
import Testing

/// A list of parts with their total, as the reference's examples are written.
func list(_ counts: [Int]) throws -> CountTable {
    let parts = counts.enumerated().map { CountTable.Cell(["p\($0.offset + 1)"], $0.element) }
    return try CountTable(
        dimensions: ["part"], cells: parts + [CountTable.Cell([nil], counts.reduce(0, +))])
}

/// A grid with all its margins.
func grid(_ rows: [[Int]]) throws -> CountTable {
    var cells: [CountTable.Cell] = []
    for (row, counts) in rows.enumerated() {
        for (column, count) in counts.enumerated() {
            cells.append(CountTable.Cell(["r\(row + 1)", "c\(column + 1)"], count))
        }
        cells.append(CountTable.Cell(["r\(row + 1)", nil], counts.reduce(0, +)))
    }
    for column in rows[0].indices {
        cells.append(CountTable.Cell([nil, "c\(column + 1)"], rows.reduce(0) { $0 + $1[column] }))
    }
    cells.append(CountTable.Cell([nil, nil], rows.reduce(0) { $0 + $1.reduce(0, +) }))
    return try CountTable(dimensions: ["row", "column"], cells: cells)
}

extension PublishedTable {
    /// The figures of a grid or list without its margins, in lines.
    var inner: [String] { cells.filter { !$0.names.contains(nil) }.map(\.figure.text) }

    /// The figure at a place.
    func text(_ names: String?...) -> String? { cells.first { $0.names == names }?.figure.text }
}

extension Certificate {
    /// The range of a hidden cell of the table itself.
    func range(_ dimensions: [String], _ names: String?...) -> Range? {
        let place = CellPlace(dimensions, names)
        guard let cell = unknown.first(where: { $0.place == place && !$0.isOtherVersion }) else { return nil }
        return ranges.first { $0.id == cell.id }
    }
}
