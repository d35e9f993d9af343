import CivilTime

/// What a group said for one month of an objective or an action: a claim made on a day, never overwritten.
struct ProgressReport: Sendable, Hashable {
    /// The entry that records it.
    let entry: String
    /// The commit it came with, by which it is told what a board has received.
    let commit: Int
    /// The day it was reported.
    let day: Day
    /// The month it speaks of; for a plan rated by quarter, the month of the quarter's column.
    let month: Month
    /// The rating in the plan's scheme; nil where the group gave none.
    let rating: Rating.Colour?
    /// What was done and what comes next.
    let narrative: String
    /// What has changed for families; may be empty.
    let impact: String
    /// The name of the group that reports.
    let group: String
}

/// Everything that was reported for one month.
struct MonthlyReport: Sendable, Hashable {
    /// The month.
    let month: Month
    /// What stands: the last report.
    let current: ProgressReport
    /// What it stands in for, the first first; kept and shown.
    let earlier: [ProgressReport]

    /// The last report of each group, in the order in which they last spoke.
    var byGroup: [ProgressReport] {
        let all = earlier + [current]
        return all.enumerated().filter { index, report in
            !all[(index + 1)...].contains { $0.group == report.group }
        }.map(\.element)
    }

    /// Groups the reports of an objective by month, the first month first; they stand in the order reported.
    static func all(_ reports: [ProgressReport]) -> [MonthlyReport] {
        Dictionary(grouping: reports, by: \.month).sorted { $0.key < $1.key }.compactMap { month, reports in
            reports.last.map {
                MonthlyReport(month: month, current: $0, earlier: Array(reports.dropLast()))
            }
        }
    }
}
