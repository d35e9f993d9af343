public import CivilTime

/// What is wrong with a file of a series: the line, and what was expected there.
public enum SPCProblem: Error, Sendable, Hashable {
    /// The file is not UTF-8.
    case notText
    /// There is no line but, perhaps, the header.
    case noData
    /// A quotation mark is not closed, or text follows it.
    case quote(line: Int)
    /// The header lacks a column.
    case missingColumn(String)
    /// The header has a column that is not known; its place counts from 1.
    case unknownColumn(String, place: Int)
    /// The header has a column twice.
    case repeatedColumn(String)
    /// A line has more or fewer fields than the header.
    case fields(line: Int, expected: Int, found: Int)
    /// A day that is none.
    case day(line: Int, found: String)
    /// A number that is none.
    case number(line: Int, column: String, found: String)
    /// A number beyond what a chart can hold.
    case tooLarge(line: Int, column: String)
    /// Neither yes nor no.
    case flag(line: Int, found: String)
    /// A day for the second time.
    case dayTwice(line: Int, day: Day, first: Int)
    /// The settings make no chart of what was read.
    case chart(ChartProblem)

    /// One plain sentence with what was found and what was expected.
    public var forPerson: String {
        switch self {
        case .unknownColumn(let name, _):
            "Line 1: there is no column “\(name)”; expected \(SPCFile.Column.names)."
        case .day(let line, let found):
            "Line \(line): expected a day such as 2024-04-30, found “\(Self.short(found))”."
        case .number(let line, let column, let found):
            "Line \(line): expected a plain number for \(column), such as 12 or 45.6, found "
                + "“\(Self.short(found))”"
                + (found.isEmpty ? "; leave out the line where there is none." : ".")
        case .flag(let line, let found):
            "Line \(line): expected yes, no or nothing for ghost, found “\(Self.short(found))”."
        default: forOperator
        }
    }

    /// The same without anything that stood in the file but days and names of columns.
    public var forOperator: String {
        switch self {
        case .notText: "The file is not text in UTF-8."
        case .noData: "There is no data: expected a header with date and value, and a line a point."
        case .quote(let line): "Line \(line): a quotation mark is not closed, or text follows it."
        case .missingColumn(let name): "Line 1: there is no column “\(name)”."
        case .unknownColumn(_, let place): "Line 1: column \(place) is not one of \(SPCFile.Column.names)."
        case .repeatedColumn(let name): "Line 1: the column “\(name)” stands twice."
        case .fields(let line, let expected, let found):
            "Line \(line): expected \(expected) fields, found \(found)."
        case .day(let line, _): "Line \(line): expected a day such as 2024-04-30."
        case .number(let line, let column, _): "Line \(line): expected a plain number for \(column)."
        case .tooLarge(let line, let column):
            "Line \(line): expected a number between −1e100 and 1e100 for \(column)."
        case .flag(let line, _): "Line \(line): expected yes, no or nothing for ghost."
        case .dayTwice(let line, let day, let first):
            "Line \(line): expected each day once, and \(day.iso) stands in line \(first) already."
        case .chart(let problem): problem.description
        }
    }

    private static func short(_ text: String) -> String {
        text.count > 40 ? text.prefix(40) + "…" : text
    }
}

/// Everything that is wrong with a file, in order of lines.
public struct SPCRefusal: Error, Sendable, Hashable {
    /// At least one.
    public let problems: [SPCProblem]

    /// One line a problem.
    public var forPerson: String { problems.map(\.forPerson).joined(separator: "\n") }

    /// One line a problem, without what stood in the file.
    public var forOperator: String { problems.map(\.forOperator).joined(separator: "\n") }
}
