/// Who owes, who is owed, and who can hold a matter.
public enum Party: UInt8, Worded {
    /// Whoever holds the rights: parents, or the young person.
    case family
    /// The authority's SEN officer.
    case officer
    /// Whoever gives advice.
    case adviceGiver
    /// The authority's panel or decision-maker.
    case decisionMaker
    /// The school, college or early years provider.
    case setting
    /// The tribunal.
    case tribunal
    /// The local authority.
    case authority
    /// The integrated care board.
    case icb
    /// The authority's social care.
    case care
    /// The authority the child lived in before.
    case oldAuthority
    /// The authority the child lives in now.
    case newAuthority
    /// The health board before a move.
    case oldIcb
    /// The health board after a move.
    case newIcb
    /// The mediation adviser.
    case mediationAdviser
    /// The parties to an appeal.
    case parties
    /// The Secretary of State.
    case secretaryOfState
    /// The council's complaints team, a school or an NHS body that answers a complaint.
    case complaintHandler
    /// The review panel of a complaint.
    case reviewPanel
    /// The Local Government and Social Care Ombudsman.
    case ombudsman
    /// The Information Commissioner.
    case commissioner
    /// Everyone: the public.
    case everyone
    /// The Department for Education.
    case department
    /// An NHS provider or commissioner.
    case nhs

    /// Every name.
    public static let names = spacedNames()
}

/// The kinds of matter that have clocks.
public enum MatterKind: UInt8, Worded {
    /// From a request to a final plan or an end.
    case request
    /// A plan in force: reassessment, amendment without review, ceasing, ages.
    case plan
    /// One annual review.
    case review
    /// One phase transfer.
    case transfer
    /// A move between authorities.
    case move
    /// Mediation about a decision.
    case mediation
    /// An appeal to the tribunal.
    case appeal
    /// Complying with an order, or with an appeal not opposed.
    case order
    /// A personal budget and direct payments.
    case personalBudget
    /// A complaint.
    case complaint
    /// A request for information, or a breach.
    case informationRequest
    /// The area's local offer.
    case localOffer
    /// Clocks of other services beside these.
    case neighbouring

    /// Every name.
    public static let names = spacedNames()
}

/// A detail that some events need: what was decided, ordered, asked, or under which scheme.
public enum Choice: UInt8, Worded {
    // What was decided after a review.
    /// Keep the plan as it is.
    case maintain
    /// Amend the plan.
    case amend
    /// Cease the plan.
    case cease
    // What was decided on a request.
    /// Agreed.
    case agreed
    /// Refused.
    case refused
    // What was ordered or agreed.
    /// The appeal against ceasing was dismissed.
    case ceasingUpheld
    /// Make an assessment.
    case assess
    /// Make a reassessment.
    case reassess
    /// Make and maintain a plan.
    case makePlan
    /// Consider again.
    case reconsider
    /// Amend needs or provision.
    case amendContents
    /// Amend only the place named.
    case amendPlacement
    /// Go on maintaining the plan.
    case keepPlan
    /// Go on maintaining the plan, and amend it.
    case keepAndAmend
    // What an appeal not opposed was about.
    /// A refusal to assess or reassess.
    case refusalToAssess
    /// A refusal to issue a plan.
    case refusalToIssue
    /// Needs or provision, or a refusal to amend.
    case contents
    /// Only the place named.
    case placement
    /// Needs or provision and the place named.
    case placementAndContents
    /// Ceasing the plan.
    case ceasing
    /// Ceasing the plan, where it is also to be amended.
    case ceasingAndAmending
    // Which transfer.
    /// From early years to school.
    case earlyYearsToSchool
    /// From infant to junior school.
    case infantToJunior
    /// From primary to middle school.
    case primaryToMiddle
    /// From primary to secondary school.
    case primaryToSecondary
    /// From middle to secondary school.
    case middleToSecondary
    /// From secondary school to an institution after 16.
    case secondaryToCollege
    /// From one institution after 16 to another.
    case collegeToCollege
    // Who gives advice, which setting is closed, what a recommendation is about.
    /// The parent or young person.
    case family
    /// The school or college: its head or principal.
    case setting
    /// The early years provider.
    case earlyYears
    /// Health.
    case health
    /// The educational psychologist.
    case psychologist
    /// Social care.
    case care
    /// A teacher qualified for hearing, vision or both.
    case sensoryTeacher
    /// Whoever advises on preparation for adulthood.
    case adulthood
    /// Someone else.
    case other
    // What mediation is about.
    /// Health issues only.
    case healthOnly
    /// Health issues and others.
    case withHealth
    /// No health issue.
    case withoutHealth
    // Sectors of a young person's course.
    /// Further education.
    case furtherEducation
    /// An apprenticeship.
    case apprenticeship
    /// Any other course.
    case otherCourse
    // Complaint schemes.
    /// The council's own scheme under the ombudsman's code.
    case council
    /// The statutory scheme for children's social care.
    case childrensCare
    /// NHS and adult social care.
    case nhsOrAdultCare
    /// A school's own policy.
    case school
    /// An enquiry by an MP or councillor.
    case memberEnquiry
    // Information rights.
    /// Access to one's own data, and the other rights of a data subject.
    case subjectAccess
    /// Freedom of information.
    case freedomOfInformation
    /// Environmental information.
    case environmental
    /// The educational record at a maintained school.
    case educationalRecord
    // Judgements on an exception.
    /// It was impractical to keep the limit because of the circumstance.
    case impractical
    /// It was not.
    case practicable

    /// Every name.
    public static let names = spacedNames()
}
