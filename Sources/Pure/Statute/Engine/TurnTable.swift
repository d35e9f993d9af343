/// Who holds a matter after which event. Events that are not here hand nothing over.
extension TurnWalk {
    static let table: [EventKind: Handing] = [
        // A request.
        .requestReceived: .begins(.officer), .responsibilityArose: .begins(.officer),
        .arrivedDuringAssessment: .begins(.officer), .papersSentToDecisionMaker: .hands(.decisionMaker),
        .decisionToAssess: .hands(.officer), .decisionNotToAssess: .hands(.officer),
        .adviceAsked: .adds(.adviceGiver), .adviceReceived: .removes(.adviceGiver),
        .adviceNotKnown: .removes(.adviceGiver), .existingReportUsed: .removes(.adviceGiver),
        .adviceReturned: .adds(.adviceGiver), .decisionToIssue: .hands(.officer),
        .decisionNotToIssue: .hands(.officer), .draftSent: .adds(.family),
        .commentsReceived: .removes(.family), .settingConsulted: .adds(.setting),
        .settingAnswered: .removes(.setting), .assessmentRefusalSent: .ends, .issueRefusalSent: .ends,
        .finalPlanSent: .ends, .requestWithdrawn: .ends, .childMovedAway: .ends, .childDied: .ends,
        .decisionReversed: .begins(.officer),
        // A review, an amendment, a reassessment, ceasing.
        .meetingPlanned: .begins(.setting), .meetingHeld: .begins(.setting),
        .reviewReportSent: .hands(.officer), .reviewDecided: .hands(.officer),
        .reviewDecisionSent: .hands(.officer), .amendmentNoticeSent: .adds(.family),
        .amendedPlanSent: .ends, .decisionNotToAmendSent: .ends, .transferPlanned: .begins(.officer),
        .reassessmentRequested: .begins(.officer), .decisionToReassess: .begins(.officer),
        .reassessedPlanSent: .ends, .reassessmentOutcomeSent: .ends, .ceasingConsidered: .begins(.officer),
        .ceasingConsultedOn: .adds(.family), .decisionToCease: .hands(.officer),
        .ceaseNoticeSent: .hands(.family), .planCeased: .ends,
        // A move.
        .moveKnown: .begins(.oldAuthority), .planTransferred: .hands(.newAuthority),
        .transferLetterSent: .ends, .movedOutsideEngland: .ends,
        // Mediation and appeals.
        .decisionNoticeSent: .begins(.family), .adviserContacted: .hands(.mediationAdviser),
        .mediationWanted: .hands(.authority), .mediationDeclined: .hands(.mediationAdviser),
        .mediationDateSet: .hands(.parties), .mediationEnded: .hands(.mediationAdviser),
        .adviserToldOfNone: .hands(.mediationAdviser), .certificateIssued: .hands(.family),
        .agreementReached: .hands(.authority), .otherAgreementReached: .hands(.authority),
        .agreementCarriedOut: .ends, .appealReceived: .hands(.tribunal),
        .appealSentToAuthority: .hands(.authority), .responseSent: .hands(.tribunal),
        .notOpposed: .hands(.authority), .hearingHeld: .hands(.tribunal), .appealDecided: .ends,
        .appealWithdrawn: .ends, .orderMade: .begins(.authority), .reconsideredDecisionSent: .ends,
        // Budgets, complaints, information.
        .budgetRequested: .begins(.authority), .budgetAnswered: .ends,
        .complaintReceived: .begins(.complaintHandler), .complaintAnswered: .hands(.family),
        .stageTwoAsked: .hands(.complaintHandler), .stageTwoAnswered: .hands(.family),
        .panelAsked: .hands(.complaintHandler), .panelMet: .hands(.reviewPanel),
        .panelReported: .hands(.complaintHandler), .panelAnswered: .ends, .ombudsmanAsked: .hands(.ombudsman),
        .informationRequested: .begins(.authority), .clarificationAsked: .hands(.family),
        .clarificationReceived: .hands(.authority), .informationGiven: .ends,
    ]
}
