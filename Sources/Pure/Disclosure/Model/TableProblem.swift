/// What is wrong with a table: where, what was found and what was expected.
public enum TableProblem: Sendable, Hashable, CustomStringConvertible {
    /// The bytes are not text in UTF-8.
    case notText
    /// There is not a single cell.
    case noCells
    /// There are more cells than can be worked with.
    case tooManyCells(Int, most: Int)
    /// The first line does not end with the column `count`.
    case noCountColumn
    /// The first line names no dimension, or too many.
    case dimensions(Int, most: Int)
    /// A column has no name, or that of another.
    case columnName(String)
    /// A quotation that never ends.
    case openQuote(line: Int)
    /// A line with the wrong number of columns.
    case columns(line: Int, found: Int, Int)
    /// A category without a name.
    case emptyCategory(line: Int, column: String)
    /// Something that is no whole number from 0 to a thousand million.
    case notACount(line: Int, text: String)
    /// Something that is neither such a number nor a symbol of a publisher.
    case notAFigure(line: Int, text: String)
    /// A cell that is there twice.
    case doubled(line: Int, place: String, first: Int)
    /// A margin that is not the sum of its parts.
    case notTheSum(line: Int, place: String, found: Int, expected: Int)
    /// What was released before cannot be true together with this table.
    case contradiction(String)

    static func ofHeader(_ dimensions: [String]) -> [TableProblem] {
        var problems: [TableProblem] = []
        if dimensions.isEmpty || dimensions.count > CountTable.mostDimensions {
            problems.append(.dimensions(dimensions.count, most: CountTable.mostDimensions))
        }
        var seen: Set<String> = []
        for name in dimensions where name.isEmpty || name == "count" || !seen.insert(name).inserted {
            problems.append(.columnName(name))
        }
        return problems
    }

    /// One sentence for the person who has the file before them. It quotes what stands in the file.
    public var description: String {
        switch self {
        case .notText: "The file is not text in UTF-8."
        case .noCells: "There are no cells: expected a line for each below the first."
        case .tooManyCells(let found, let most): "Expected at most \(most) cells, found \(found)."
        case .noCountColumn: "Line 1: expected a column for each dimension and “count” last."
        case .dimensions(let found, let most): "Line 1: expected 1 to \(most) dimensions, found \(found)."
        case .columnName(let name): "Line 1: each column needs a name of its own; “\(name)” is not one."
        case .openQuote(let line): "Line \(line): a quotation begins and never ends."
        case .columns(let line, let found, let expected):
            "Line \(line): expected \(expected) columns, found \(found)."
        case .emptyCategory(let line, let column):
            "Line \(line): expected a category or “Total” under “\(column)”, found nothing."
        case .notACount(let line, let text):
            "Line \(line): expected a whole number from 0 to \(CountTable.greatestCount), found “\(text)”."
        case .notAFigure(let line, let text):
            "Line \(line): expected a whole number or a symbol (c, *, x, z, low, <5 …), found “\(text)”."
        case .doubled(let line, let place, let first):
            "Line \(line): “\(place)” stands on line \(first) already."
        case .notTheSum(let line, let place, let found, let expected):
            "Line \(line): the margin “\(place)” is \(found), but its parts sum to \(expected)."
        case .contradiction(let what): what
        }
    }
}

/// A table that cannot be taken, with everything that is wrong with it.
public struct Unreadable: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, in the order of the file; never empty.
    public let problems: [TableProblem]

    /// The problems, one a line; after twenty, how many more.
    public var description: String {
        let shown = problems.prefix(20).map(\.description).joined(separator: "\n")
        return problems.count > 20 ? shown + "\n… and \(problems.count - 20) more." : shown
    }

    /// How many problems of which kind, without anything from the file.
    public var forOperator: String { "\(problems.count) problems in a table" }

    static func refuse(_ problems: [TableProblem]) throws(Unreadable) {
        if !problems.isEmpty { throw Unreadable(problems: problems) }
    }
}
