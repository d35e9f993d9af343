public import CivilTime
public import Ledger

/// Why something about a person, a child or an organisation cannot be recorded.
///
/// Only what cannot be is refused; what is late, odd or against the law is recorded.
public enum PeopleRefusal: Refusal, Equatable {
    /// There is no such child.
    case unknownChild
    /// There is no such person.
    case unknownPerson
    /// There is no such organisation.
    case unknownOrganisation
    /// There is no such entry to end, or it is of a kind that does not end.
    case unknownEntry
    /// Children cannot be placed at an organisation of this kind.
    case notASetting(OrganisationKind)
    /// An organisation of this kind is no team that could answer for a child.
    case notATeam(OrganisationKind)
    /// It would begin before birth.
    case beforeBirth(Day)
    /// It would begin after death.
    case afterDeath(Day)
    /// The last day lies before the first.
    case endBeforeStart(from: Day, to: Day)
    /// It happened or was found on a day that has not come.
    case notYet(Day)
    /// Another birth date is recorded; a reason is needed.
    case secondBirthDate
    /// A judgement of capacity names no decision.
    case noDecision
    /// An organisation would be part of itself or follow itself, directly or through others.
    case circle

    /// What happened and what to do next.
    public var forPerson: String {
        switch self {
        case .unknownChild: "There is no record of this child. Go back and choose the child again."
        case .unknownPerson: "There is no record of this person. Record the person first."
        case .unknownOrganisation: "There is no record of this organisation. Record it first."
        case .unknownEntry: "What you want to end is no longer there. Open the page again."
        case .notASetting(let kind):
            "Children are placed at schools, colleges and other settings, not at this kind of organisation (\(kind.name))."
        case .notATeam(let kind):
            "A team answers for a child, not this kind of organisation (\(kind.name)). Choose a team."
        case .beforeBirth(let day):
            "This begins before the child was born (\(day.short)). Check the date, and the birth date."
        case .afterDeath(let day): "This begins after the day of death (\(day.short)). Check the dates."
        case .endBeforeStart(let from, let to):
            "The last day (\(to.short)) lies before the first (\(from.short)). Check both dates."
        case .notYet(let day): "\(day.short) has not come yet. Give the day on which it happened."
        case .secondBirthDate:
            "Another birth date is recorded. Say why this one is right, or leave the one recorded."
        case .noDecision: "Say for which decisions capacity was judged."
        case .circle: "An organisation cannot be part of itself or follow itself, nor through others."
        }
    }

    /// The same, without days.
    public var forOperator: String {
        switch self {
        case .unknownChild: "unknown child"
        case .unknownPerson: "unknown person"
        case .unknownOrganisation: "unknown organisation"
        case .unknownEntry: "end of an unknown entry"
        case .notASetting(let kind): "placement at \(kind.rawValue)"
        case .notATeam(let kind): "responsible team is \(kind.rawValue)"
        case .beforeBirth: "before birth"
        case .afterDeath: "after death"
        case .endBeforeStart: "end before start"
        case .notYet: "day to come"
        case .secondBirthDate: "second birth date without reason"
        case .noDecision: "capacity without decisions"
        case .circle: "organisations in a circle"
        }
    }
}
