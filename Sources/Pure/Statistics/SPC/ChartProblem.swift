public import CivilTime

/// Why there is no chart of a series.
public enum ChartProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The series has no points.
    case noData
    /// Every point is left out.
    case onlyGhosts
    /// Two values have the same day.
    case dayTwice(Day)
    /// The value or target of a day is not a number, infinite, or larger than `Observation.largest`.
    case notChartable(Day)
    /// The target of the settings is not a number, infinite, or larger than `Observation.largest`.
    case targetNotChartable
    /// A fixed baseline of fewer than 12 points.
    case baselineTooShort(Int)
    /// A run or trend of a length outside 5...9.
    case lengthOutOfRange(Int)

    /// One plain sentence; it holds days and settings, never a value.
    public var description: String {
        switch self {
        case .noData: "There is no data."
        case .onlyGhosts: "Every point is a ghost, so there is nothing to compute from."
        case .dayTwice(let day): "There are two values for \(day.iso)."
        case .notChartable(let day): "A figure of \(day.iso) is no number between −1e100 and 1e100."
        case .targetNotChartable: "The target is no number between −1e100 and 1e100."
        case .baselineTooShort(let count):
            "A baseline of \(count) points is too short: at least \(ChartSettings.fewestFixed)."
        case .lengthOutOfRange(let length):
            "A run or trend of \(length) points is outside \(ChartSettings.lengths.lowerBound) to "
                + "\(ChartSettings.lengths.upperBound)."
        }
    }
}

/// What a reader of a chart must be told besides what it shows.
public enum ChartNote: Sendable, Hashable, CustomStringConvertible {
    /// The last section has too few points for icons; sections count from 1.
    case fewPoints(section: Int, count: Int)
    /// All values of a section are equal.
    case constant(section: Int)
    /// The moving ranges that were kept are all nought though values differ, so every point off the mean is
    /// outside the limits.
    case noOrdinaryVariation(section: Int)
    /// So many moving ranges were left out of a section's limits.
    case screenedOut(section: Int, count: Int)
    /// So many points are shown and not counted.
    case ghosts(Int)
    /// A section begins without a reason having been recorded.
    case noReason(Day)
    /// A new section was asked for on a day that has no point.
    case noPointToRebase(Day)
    /// The values were handed in out of order and were sorted by day.
    case sorted

    /// One plain sentence.
    public var description: String {
        switch self {
        case .fewPoints(let section, let count):
            "Section \(section) has \(count) point\(count == 1 ? "" : "s"), fewer than "
                + "\(ChartSettings.fewPoints): its limits are trial limits."
        case .constant(let section): "All values of section \(section) are equal."
        case .noOrdinaryVariation(let section):
            "The limits of section \(section) are unreliable: there is no ordinary variation."
        case .screenedOut(let section, let count):
            "\(count) moving range\(count == 1 ? " was" : "s were") screened out of the limits of "
                + "section \(section)."
        case .ghosts(let count):
            "\(count) point\(count == 1 ? " is" : "s are") shown and not counted."
        case .noReason(let day): "No reason was recorded for the new section from \(day.iso)."
        case .noPointToRebase(let day): "There is no point on \(day.iso), so no section begins there."
        case .sorted: "The values were not in order of their days and were sorted."
        }
    }
}
