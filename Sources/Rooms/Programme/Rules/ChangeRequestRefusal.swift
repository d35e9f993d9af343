import CivilTime
import Ledger

/// Why a request to change a date, or a decision on one, cannot be recorded.
enum ChangeRequestRefusal: Refusal, Equatable {
    case unknownPlan
    case unknownRequest
    /// The plan has no such objective, milestone or action.
    case unknownPromise
    /// An issue of the plan dropped it.
    case dropped(String, issue: Int)
    case inThePast(Month, today: Day)
    case sameDate(Month)
    /// A request about the same date waits already.
    case alreadyAsked
    case ownRequest
    case alreadyDecided(String)
    /// It was sent back, and nobody has asked again.
    case waitsForAsker
    case notSentBack
    case decidedBeforeAsked(Day, asked: Day)
    case notYet(Day)
    case noWords
    case unknownBody
    /// A new issue is published on a day to come.
    case publishedLater(Day)
    case publishedBefore(Day, held: Day)
    case publishedBeforeDecided(Day, decided: Day)
    /// The issue in force is printed under the same version.
    case sameVersion(String)
    case notApproved
    case nothingToPublish

    /// What happened and what to do next.
    var forPerson: String {
        switch self {
        case .unknownPlan: "There is no such plan any more. Go back to the list of plans."
        case .unknownRequest: "There is no such request. Go back to the list of requests."
        case .unknownPromise: "The plan holds no such objective, milestone or action. Choose one of the list."
        case .dropped(let words, let issue):
            "Issue \(issue) of the plan dropped \(words), so its date cannot be changed. If it is to come back, "
                + "the plan has to be published with it."
        case .inThePast(let month, let today):
            "\(month.written) has passed (today is \(today.short)). A date can only be moved to a month that has "
                + "not ended; if it has been done, report that instead."
        case .sameDate(let month): "It is promised for \(month.written) already. Enter another month."
        case .alreadyAsked:
            "A request about this date waits for a decision already. Look at it, and have it decided or take it "
                + "back first."
        case .ownRequest:
            "You asked for this change, so somebody else has to record the decision. Nothing was recorded."
        case .alreadyDecided(let status):
            "This request was decided before (\(status)). A later change of mind needs a new request."
        case .waitsForAsker:
            "This request was sent back and has not been asked again, so there is nothing to decide."
        case .notSentBack: "Only a request that was sent back can be asked again."
        case .decidedBeforeAsked(let day, let asked):
            "The decision (\(day.short)) lies before the request (\(asked.short)). Check the day of the meeting."
        case .notYet(let day): "\(day.short) has not come yet. Enter the day on which it was decided."
        case .noWords: "Say why it is refused or sent back, so that whoever asked knows what to do."
        case .unknownBody: "The plan has no such board or group. Choose one of the list."
        case .publishedLater(let day):
            "\(day.short) has not come yet. Enter the day on which it is published."
        case .publishedBefore(let day, let held):
            "The issue that stands was published on \(held.short), after \(day.short). Enter a later day."
        case .publishedBeforeDecided(let day, let decided):
            "One of the dates was approved on \(decided.short), after \(day.short). Enter that day or a later one."
        case .sameVersion(let version):
            "The issue that stands is printed as \(version). Enter another version, or leave it empty."
        case .notApproved:
            "One of these dates is approved no more. Look at the list again. Nothing was published."
        case .nothingToPublish: "The plan states every approved date already. Nothing was published."
        }
    }

    /// The kind of refusal.
    var forOperator: String {
        switch self {
        case .unknownPlan: "change request: unknown plan"
        case .unknownRequest: "change request: unknown request"
        case .unknownPromise: "change request: unknown promise"
        case .dropped: "change request: promise dropped"
        case .inThePast: "change request: month in the past"
        case .sameDate: "change request: same month"
        case .alreadyAsked: "change request: one waits already"
        case .ownRequest: "change request: own request"
        case .alreadyDecided: "change request: decided already"
        case .waitsForAsker: "change request: sent back"
        case .notSentBack: "change request: not sent back"
        case .decidedBeforeAsked: "change request: decided before asked"
        case .notYet: "change request: day to come"
        case .noWords: "change request: no words"
        case .unknownBody: "change request: unknown body"
        case .publishedLater: "plan issue: day to come"
        case .publishedBefore: "plan issue: before the one that stands"
        case .publishedBeforeDecided: "plan issue: before the approval"
        case .sameVersion: "plan issue: same printed version"
        case .notApproved: "plan issue: date not approved"
        case .nothingToPublish: "plan issue: nothing approved that is not stated"
        }
    }
}
