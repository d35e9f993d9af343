import CivilTime

/// Who holds a matter after which event, where that depends on the kind of event alone.
extension TurnWalk {
    static let table: [EventKind: [Handing]] = requests.merging(plans) { one, _ in one }
        .merging(disputes) { one, _ in one }.merging(others) { one, _ in one }

    private static let requests: [EventKind: [Handing]] = [
        .requestReceived: [.begins(.officer)], .responsibilityArose: [.begins(.officer)],
        .arrivedDuringAssessment: [.begins(.officer)],
        .papersSentToDecisionMaker: [.desk(.decisionMaker)], .decisionToAssess: [.desk(.officer)],
        .decisionNotToAssess: [.desk(.officer)], .adviceAsked: [.asks(.adviceGiver)],
        .adviceReceived: [.answers(.adviceGiver)], .adviceNotKnown: [.answers(.adviceGiver)],
        .existingReportUsed: [.answers(.adviceGiver)], .adviceReturned: [.asks(.adviceGiver)],
        .decisionToIssue: [.desk(.officer)], .decisionNotToIssue: [.desk(.officer)],
        .commentsReceived: [.answers(.family)], .settingConsulted: [.asks(.setting)],
        .settingAnswered: [.answers(.setting)], .assessmentRefusalSent: [.ends], .issueRefusalSent: [.ends],
        .finalPlanSent: [.ends], .requestWithdrawn: [.ends], .childMovedAway: [.ends], .childDied: [.ends],
    ]

    private static let plans: [EventKind: [Handing]] = [
        .reviewReportSent: [.desk(.officer)], .reviewDecided: [.desk(.officer)],
        .decisionNotToAmend: [.clears(.officer)], .decisionNotToAmendSent: [.ends],
        .amendedPlanSent: [.ends], .transferPlanned: [.begins(.officer)],
        .releasedFromCustody: [.begins(.officer)], .reassessmentRequested: [.begins(.officer)],
        .decisionToReassess: [.begins(.officer)], .reassessedPlanSent: [.ends],
        .reassessmentEndedWithoutPlan: [.clears(.officer)], .reassessmentOutcomeSent: [.ends],
        .ceasingConsidered: [.begins(.officer)], .decisionToCease: [.clears(.officer)], .planCeased: [.ends],
        .leftEducation: [.begins(.officer)], .returnWishAsked: [.asks(.family)],
        .moveKnown: [.begins(.oldAuthority)], .planTransferred: [.desk(.newAuthority)],
        .transferLetterSent: [.ends], .icbChangeKnown: [.joins(.oldIcb)], .newIcbTold: [.leaves(.oldIcb)],
        .healthCannotBeArranged: [.joins(.newIcb)], .newIcbAskedAuthority: [.leaves(.newIcb)],
        .movedOutsideEngland: [.ends], .papersAskedFor: [.joins(.oldAuthority)],
        .papersSent: [.leaves(.oldAuthority)],
    ]

    private static let disputes: [EventKind: [Handing]] = [
        .decisionNoticeSent: [.begins(.family)], .adviserContacted: [.desk(.mediationAdviser)],
        .mediationWanted: [.desk(.authority)], .mediationDeclined: [.desk(.mediationAdviser)],
        .mediationDateSet: [.desk(.parties)], .mediationHeld: [.desk(.parties)],
        .mediationEnded: [.desk(.mediationAdviser)], .adviserToldOfNone: [.desk(.mediationAdviser)],
        .agreementReached: [.joins(.authority)], .otherAgreementReached: [.joins(.authority)],
        .agreementCarriedOut: [.ends], .agreementWithoutAuthority: [.joins(.icb)],
        .authorityToldOfAgreement: [.leaves(.icb)],
        .appealReceived: [.begins(.tribunal), .clears(.tribunal)],
        .appealSentToAuthority: [.desk(.authority)], .responseSent: [.desk(.tribunal)],
        .notOpposed: [.desk(.authority)], .directionGiven: [.asks(.parties)],
        .directionMet: [.answers(.parties)], .hearingHeld: [.clears(.tribunal)],
        .permissionAskedFor: [.begins(.tribunal), .clears(.tribunal)],
        .secretaryOfStateTold: [.leaves(.authority)],
        .orderMade: [.begins(.authority), .clears(.authority)], .reconsideredDecisionSent: [.ends],
    ]

    private static let others: [EventKind: [Handing]] = [
        .budgetRequested: [.joins(.authority)], .budgetAnswered: [.leaves(.authority)],
        .directPaymentsRefused: [.joins(.authority)], .refusalReasonsSent: [.leaves(.authority)],
        .refusalReviewAsked: [.joins(.authority)], .refusalReviewAnswered: [.leaves(.authority)],
        .directPaymentsChanged: [.joins(.authority)], .changeNoticeSent: [.leaves(.authority)],
        .directPaymentsStopped: [.joins(.authority)], .stopNoticeSent: [.leaves(.authority)],
        .reconsiderationAsked: [.joins(.authority)], .reconsiderationAnswered: [.leaves(.authority)],
        .healthBudgetRequested: [.joins(.icb)], .healthBudgetAnswered: [.leaves(.icb)],
        .complaintReceived: [.begins(.complaintHandler)], .stageTwoAsked: [.begins(.complaintHandler)],
        .stageTwoAnswered: [.desk(.family)], .panelAsked: [.begins(.complaintHandler)],
        .panelMet: [.desk(.reviewPanel)], .panelReported: [.desk(.complaintHandler)],
        .panelAnswered: [.desk(.family)], .ombudsmanAsked: [.begins(.ombudsman)],
        .clarificationAsked: [.asks(.family)], .clarificationReceived: [.answers(.family)],
        .informationGiven: [.ends], .breachKnown: [.begins(.authority)], .breachReported: [.ends],
        .localOfferReviewBegun: [.joins(.authority)], .localOfferConsultedOn: [.leaves(.authority)],
        .localOfferChanged: [.joins(.authority)], .localOfferPublished: [.leaves(.authority)],
        .permanentlyExcluded: [.begins(.authority)], .suspended: [.begins(.setting)],
        .fullTimeProvisionStarted: [.ends], .familyAssessmentStarted: [.joins(.care)],
        .familyAssessmentFinished: [.leaves(.care)], .communityReferralReceived: [.joins(.nhs)],
        .communityTreatmentStarted: [.leaves(.nhs)], .admittedToHospital: [.joins(.nhs)],
        .treatmentReviewHeld: [.leaves(.nhs)], .absentForHealth: [.joins(.authority)],
        .alternativeProvisionStarted: [.leaves(.authority)], .returnDaySet: [.joins(.authority)],
        .returnSent: [.leaves(.authority)],
    ]
}
