import CivilTime
import Ledger

/// Why something cannot be recorded of an objective's progress.
enum ProgressRefusal: Refusal, Equatable {
    /// There is no such objective or action, or the plan has dropped it.
    case unknownPart
    /// The reporter leads no group that it names.
    case notLed
    /// The month takes no more reports.
    case closed(Month)
    /// The month has not begun.
    case notBegun(Month)
    /// The plan's scheme has no such rating.
    case notInScheme(Rating.Colour)
    /// The plan is rated for certain months only.
    case noColumn(Month, columns: [Month])
    /// A milestone would be expected in a month that is over.
    case movedIntoThePast(Month, code: Code)
    /// A milestone would have been met on a day that has not come.
    case metInFuture(Day)
    /// There is no such milestone.
    case unknownMilestone(Code)
    /// There is already a milestone with this id.
    case milestoneTaken(Code)
    /// There is no such piece of evidence.
    case unknownEvidence
    /// It was cleared already.
    case alreadyCleared
    /// Whoever added it may not clear it.
    case ownEvidence

    var forPerson: String {
        switch self {
        case .unknownPart: "The plan no longer holds this. Go back to the plan and choose again."
        case .notLed: "You lead no group that answers for this. Ask the programme team to record that you do."
        case .closed(let month):
            "\(month.written) is closed. Ask the programme team to open it again, or report for a later month."
        case .notBegun(let month): "\(month.written) has not begun. Choose a month that has."
        case .notInScheme: "The plan has no such rating. Choose one of those it defines."
        case .noColumn(let month, let columns):
            "This plan is not rated for \(month.written). Choose "
                + columns.map(\.written).joined(separator: ", ") + "."
        case .movedIntoThePast(let month, let code):
            "Milestone \(code.text) cannot be expected by \(month.written), which is over. "
                + "Give this month or a later one, or the day it was met."
        case .metInFuture(let day): "\(day.short) has not come yet. Give the day on which it was met."
        case .unknownMilestone(let code): "There is no milestone \(code.text). Open the page again."
        case .milestoneTaken(let code): "There is already a milestone \(code.text). Give it another id."
        case .unknownEvidence: "This piece of evidence is no longer there. Open the page again."
        case .alreadyCleared: "Somebody has already confirmed this piece of evidence."
        case .ownEvidence:
            "You added this piece of evidence. A second person must confirm that no child can be recognised in it."
        }
    }

    var forOperator: String {
        switch self {
        case .unknownPart: "progress: unknown part"
        case .notLed: "progress: reporter leads no group of the part"
        case .closed(let month): "progress: \(month.iso) is closed"
        case .notBegun(let month): "progress: \(month.iso) has not begun"
        case .notInScheme(let colour): "progress: no rating \(colour.rawValue) in the scheme"
        case .noColumn(let month, _): "progress: no column \(month.iso)"
        case .movedIntoThePast(let month, _): "progress: milestone moved to \(month.iso), which is over"
        case .metInFuture: "progress: met in the future"
        case .unknownMilestone: "progress: unknown milestone"
        case .milestoneTaken: "progress: milestone id taken"
        case .unknownEvidence: "progress: unknown evidence"
        case .alreadyCleared: "progress: evidence already cleared"
        case .ownEvidence: "progress: cleared by who added it"
        }
    }
}
