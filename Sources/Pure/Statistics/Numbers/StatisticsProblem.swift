/// Why a statistic cannot be computed.
public enum StatisticsProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is nothing to compute it from.
    case noValues
    /// A value is not a number, or infinite; its place counts from 0.
    case notANumber(place: Int)
    /// A parameter lies outside its range; both are named.
    case outOfRange(name: String, range: String)
    /// Two lists that belong together have different lengths.
    case lengthsDiffer(Int, Int)
    /// A table is not square, or has no rows.
    case notSquare
    /// A count is negative; its row and column count from 0.
    case negativeCount(row: Int, column: Int)
    /// A rating is none of the categories; its place counts from 0.
    case unknownCategory(place: Int)
    /// A category stands twice in the list of categories; its place counts from 0.
    case repeatedCategory(place: Int)
    /// No unit has two ratings, so there is nothing to compare.
    case nothingToCompare
    /// Two items to draw from have the same id.
    case repeatedItem(String)
    /// More is to be drawn than there is.
    case tooFewItems(stratum: String, wanted: Int, found: Int)
    /// A size is given for a stratum that has no items.
    case unknownStratum(String)

    /// One plain sentence. It may hold a name or id that was handed in.
    public var description: String {
        switch self {
        case .noValues: "There are no values."
        case .notANumber(let place): "The value at place \(place + 1) is not a finite number."
        case .outOfRange(let name, let range): "The \(name) must be \(range)."
        case .lengthsDiffer(let first, let second):
            "The two lists must be equally long, and have \(first) and \(second)."
        case .notSquare: "The table must have as many rows as columns, and at least one."
        case .negativeCount(let row, let column):
            "The count in row \(row + 1), column \(column + 1) is negative."
        case .unknownCategory(let place): "The rating at place \(place + 1) is none of the categories."
        case .repeatedCategory(let place): "The category at place \(place + 1) stands twice."
        case .nothingToCompare: "No unit has two ratings."
        case .repeatedItem(let id): "The item “\(id)” stands twice."
        case .tooFewItems(let stratum, let wanted, let found):
            "\(wanted) are to be drawn from “\(stratum)”, which has \(found)."
        case .unknownStratum(let name): "There is no stratum “\(name)”."
        }
    }
}

/// Checks that several statistics share.
enum Check {
    /// The two-sided normal value of a level of confidence.
    static func normalValue(level: Double) throws(StatisticsProblem) -> Double {
        guard level > 0, level < 1 else {
            throw .outOfRange(name: "level of confidence", range: "above 0 and below 1")
        }
        return -Functions.normalQuantile((1 - level) / 2)
    }

    static func finite(_ values: [Double]) throws(StatisticsProblem) {
        if let place = values.firstIndex(where: { !$0.isFinite }) { throw .notANumber(place: place) }
    }
}
