/// What a kind of event cannot do without. An event that lacks it is a problem, and no duty rests on it.
extension EventKind {
    /// Every name, in the order of the process.
    public static let names = spacedNames()

    /// The choices a kind can have; where there are any, one is needed.
    public var choices: WordSet<Choice> { Self.allChoices[Int(rawValue)] }

    /// Whether the day it speaks of (`on`) is needed.
    public var needsOn: Bool { Self.withOn.contains(self) }

    /// Whether the days it speaks of (`from`, `until`) are needed.
    public var needsSpan: Bool { Self.withSpan.contains(self) }

    /// Whether it must be said who did it.
    public var needsBy: Bool { Self.withBy.contains(self) }

    private static let allChoices = allCases.map(choices)

    private static let withOn: WordSet<EventKind> = [
        .termPlanned, .meetingPlanned, .transferPlanned, .courseKnown, .moveKnown, .icbChangeKnown,
        .mediationDateSet, .directionGiven, .otherDaySet, .returnDaySet,
    ]
    private static let withSpan: WordSet<EventKind> = [.settingClosed, .absence, .exceptionalCircumstances]
    private static let withBy: WordSet<EventKind> = [.exceptionalCircumstances, .exceptionJudged]

    private static func choices(of kind: EventKind) -> WordSet<Choice> {
        switch kind {
        case .adviceAsked, .adviceChased, .adviceReceived, .adviceNotKnown, .existingReportUsed,
            .adviceReturned,
            .appointmentMissed:
            [
                .family, .setting, .earlyYears, .health, .psychologist, .care, .sensoryTeacher, .adulthood,
                .other,
            ]
        case .settingClosed: [.setting, .earlyYears]
        case .exceptionJudged: [.impractical, .practicable]
        case .reviewDecided, .reviewDecisionSent: [.maintain, .amend, .cease]
        case .reassessmentDecisionSent: [.agreed, .refused]
        case .transferPlanned:
            [
                .earlyYearsToSchool, .infantToJunior, .primaryToMiddle, .primaryToSecondary,
                .middleToSecondary, .secondaryToCollege, .collegeToCollege,
            ]
        case .courseKnown: [.furtherEducation, .apprenticeship, .otherCourse]
        default: choicesInDispute(of: kind)
        }
    }

    private static func choicesInDispute(of kind: EventKind) -> WordSet<Choice> {
        switch kind {
        case .mediationWanted, .icbToldOfMediation: [.healthOnly, .withHealth, .withoutHealth]
        case .orderMade, .agreementReached:
            [
                .ceasingUpheld, .assess, .reassess, .makePlan, .reconsider, .amendContents, .amendPlacement,
                .keepPlan, .keepAndAmend,
            ]
        case .notOpposed:
            [
                .refusalToAssess, .refusalToIssue, .contents, .placement, .placementAndContents, .ceasing,
                .ceasingAndAmending,
            ]
        case .recommendationMade, .recommendationAnswered, .secretaryOfStateTold: [.health, .care]
        case .causeKnown, .complaintReceived, .complaintAcknowledged, .complaintAnswered, .stageTwoAsked,
            .stageTwoAcknowledged, .stageTwoAnswered:
            [.council, .childrensCare, .nhsOrAdultCare, .school, .memberEnquiry]
        case .informationRequested:
            [.subjectAccess, .freedomOfInformation, .environmental, .educationalRecord]
        default: []
        }
    }
}
