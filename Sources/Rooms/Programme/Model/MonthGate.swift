import CivilTime

/// Which months of a plan are closed to reports, and which a board has received.
struct MonthGate: Sendable, Hashable {
    /// That a board received the report of a month.
    struct Receipt: Sendable, Hashable {
        /// The day of the meeting.
        let day: Day
        /// The commit that records it: what was reported later was not in what the board received.
        let commit: Int
        /// The name of the board.
        let board: String
    }

    /// Closed months, those that were received among them.
    let closedMonths: Set<Month>
    /// What was received, by month; it stays when the month is opened again.
    let receipts: [Month: Receipt]

    /// The last month of which anything is public; nil where nothing is.
    var publicThrough: Month? { receipts.keys.max() }

    /// Whether a month takes no more reports.
    func isClosed(_ month: Month) -> Bool { closedMonths.contains(month) }

    /// Whether a board has received a report.
    func isPublic(_ report: ProgressReport) -> Bool { holds(report.month, report.commit) }

    /// Whether a board has received a piece of evidence and a second person has cleared it.
    func isPublic(_ item: EvidenceItem) -> Bool { holds(item.month, item.commit) && item.clearance != nil }

    /// Whether what was recorded with a commit for a month was in what a board received.
    func holds(_ month: Month, _ commit: Int) -> Bool { receipts[month].map { commit <= $0.commit } ?? false }
}
