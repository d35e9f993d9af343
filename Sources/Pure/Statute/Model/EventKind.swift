/// What can happen in a matter, in the order of the process: of two on one day, the first here came first.
public enum EventKind: UInt8, Worded {
    /// An assessment before this request was made.
    case earlierAssessmentMade
    /// The authority received a request for an assessment (section 36(1)).
    case requestReceived
    /// The authority became responsible without a request: the child came to its attention (section 24).
    case responsibilityArose
    /// A child whose assessment was under way elsewhere moved in: a new clock begins here.
    case arrivedDuringAssessment
    /// Told that the authority is considering whether to assess (`to`: whom).
    case consideringNoticeSent
    /// The papers went to the decision-maker or panel.
    case papersSentToDecisionMaker
    /// Decided to assess.
    case decisionToAssess
    /// Decided not to assess.
    case decisionNotToAssess
    /// Told in writing that there will be an assessment (`to`).
    case assessmentNoticeSent
    /// Told in writing that there will be none, with rights (`to`).
    case assessmentRefusalSent
    /// A giver was asked for advice (`choice`: kind of giver; `about`: which one; `on`: the day it arrived).
    case adviceAsked
    /// A giver was reminded of advice that has not come (`choice` and `about` as asked).
    case adviceChased
    /// Advice came (`choice` and `about` as asked).
    case adviceReceived
    /// The giver answered that the child is not known to them (`choice`, `about`).
    case adviceNotKnown
    /// An existing report is used instead, agreed by all (`choice`, `about`).
    case existingReportUsed
    /// Advice was sent back with reasons (`choice`, `about`; `on`: by when); the first receipt still counts.
    case adviceReturned
    /// Decided to issue a plan.
    case decisionToIssue
    /// Decided not to issue a plan.
    case decisionNotToIssue
    /// Told, with reasons and rights, that no plan will be issued (`to`).
    case issueRefusalSent
    /// A draft plan was served (`to`).
    case draftSent
    /// The family commented on a draft or on proposed amendments.
    case commentsReceived
    /// The family agreed in writing that their days for comments need not run out.
    case earlyFinalisingAgreed
    /// A school or college was asked whether it can be named (`about`: which).
    case settingConsulted
    /// The school or college answered (`about`).
    case settingAnswered
    /// The final plan was sent, with rights (`to`).
    case finalPlanSent
    /// The provision of section F is in place.
    case provisionSecured
    /// The health provision of section G is in place.
    case healthProvisionArranged
    /// The request or complaint was withdrawn, or not taken further.
    case requestWithdrawn
    /// The child moved to another authority.
    case childMovedAway
    /// The child died.
    case childDied
    /// An earlier decision was reversed; what it ended goes on.
    case decisionReversed
    /// A setting was closed (`choice`: setting or early years; `about`: which; `from`, `until`: closed days).
    case settingClosed
    /// The child, parent or young person was away from the area (`from`, `until`).
    case absence
    /// Exceptional personal circumstances (`from`, `until`, `text`, `by`).
    case exceptionalCircumstances
    /// The child missed an appointment of an advice giver (`choice`, `about` as asked).
    case appointmentMissed
    /// A family with a draft asked for more time for its comments (`from`, `until`).
    case moreTimeForComments
    /// Judged whether an exception made it impractical (`exception`, `choice`, `by`, `text`, `rules`).
    case exceptionJudged
    /// Another day was agreed, directed or set by extension (`rules`: which; `on`: the day; `by`).
    case otherDaySet
    /// An entry is taken back (`withdraws`: its id).
    case withdrawal
    /// The plan was first made.
    case planMade
    /// The decision after the review before this one was notified.
    case previousReviewDecided
    /// A term was announced (`on`: its first day).
    case termPlanned
    /// The list of reviews due in a term was sent (`to`).
    case reviewListSent
    /// A review meeting was fixed (`on`: its day).
    case meetingPlanned
    /// Invitations to the meeting were sent (`to`).
    case invitationsSent
    /// Advice and information was sent round before the meeting (`to`).
    case adviceCirculated
    /// The review meeting was held.
    case meetingHeld
    /// The review looked at preparation for adulthood.
    case adulthoodConsidered
    /// The report of the meeting was sent (`to`).
    case reviewReportSent
    /// Decided after a review (`choice`: maintain, amend or cease).
    case reviewDecided
    /// Told what was decided after a review (`choice`, `to`).
    case reviewDecisionSent
    /// Proposed amendments were sent with the plan and the evidence (`to`).
    case amendmentNoticeSent
    /// Decided not to amend after all.
    case decisionNotToAmend
    /// Told, with reasons and rights, that the plan will not be amended after all (`to`).
    case decisionNotToAmendSent
    /// The final amended plan was sent, with rights (`to`).
    case amendedPlanSent
    /// Considered whether a young child's plan should be reviewed early.
    case earlyReviewConsidered
    /// The child or young person was released from custody.
    case releasedFromCustody
    /// A move between phases or institutions is coming (`on`: the day; `choice`: which transfer).
    case transferPlanned
    /// A reassessment was asked for.
    case reassessmentRequested
    /// Decided to reassess of the authority's own accord.
    case decisionToReassess
    /// Told whether there will be a reassessment (`choice`: agreed or refused; `to`).
    case reassessmentDecisionSent
    /// The plan made by a reassessment was sent (`to`); the twelve months begin again.
    case reassessedPlanSent
    /// A reassessment ended without a new plan.
    case reassessmentEndedWithoutPlan
    /// Told the outcome of such a reassessment (`to`).
    case reassessmentOutcomeSent
    /// Ceasing the plan came into consideration.
    case ceasingConsidered
    /// Told of it and asked for views (`to`).
    case ceasingConsultedOn
    /// Decided to cease the plan.
    case decisionToCease
    /// Told that the plan will cease, with rights (`to`).
    case ceaseNoticeSent
    /// The plan ended.
    case planCeased
    /// The child or young person left education.
    case leftEducation
    /// The young person was asked whether they wish to return.
    case returnWishAsked
    /// The young person's course is known (`choice`: sector; `on`: its last day).
    case courseKnown
    /// The old authority learned of a move (`on`: the day of the move).
    case moveKnown
    /// The plan passed to the new authority.
    case planTransferred
    /// It is impracticable to attend the named place after a move.
    case namedPlaceImpracticable
    /// Another suitable place was arranged.
    case otherPlaceArranged
    /// The new authority told the family of the transfer, reassessment and review (`to`).
    case transferLetterSent
    /// The old health board learned of a change of health board (`on`: the day of the move).
    case icbChangeKnown
    /// The old health board told the new one.
    case newIcbTold
    /// The new health board found that it cannot arrange the health provision as written.
    case healthCannotBeArranged
    /// The new health board asked the authority to assess or review.
    case newIcbAskedAuthority
    /// The child moved out of England.
    case movedOutsideEngland
    /// The papers were asked for after such a move.
    case papersAskedFor
    /// The papers were sent.
    case papersSent
    /// A decision that can be appealed was sent to the family.
    case decisionNoticeSent
    /// The family spoke to the mediation adviser.
    case adviserContacted
    /// The family said no to mediation, or did not follow it up.
    case mediationDeclined
    /// The authority learned that the family wants mediation (`choice`: what about).
    case mediationWanted
    /// The health boards were told of the issues.
    case icbToldOfMediation
    /// A date for mediation was set (`on`).
    case mediationDateSet
    /// Everyone was told date and place.
    case partiesToldOfDate
    /// Everyone agreed to shorter notice.
    case shortNoticeAgreed
    /// The authority knows that it cannot arrange mediation in time.
    case mediationCannotBeArranged
    /// The adviser was told so.
    case adviserToldOfNone
    /// The mediation meeting was held.
    case mediationHeld
    /// The mediation ended.
    case mediationEnded
    /// A certificate was issued.
    case certificateIssued
    /// Agreed on something that can be appealed (`choice`: as if it were such an order).
    case agreementReached
    /// Agreed on something that cannot be appealed.
    case otherAgreementReached
    /// What was agreed has been done.
    case agreementCarriedOut
    /// Agreed in a mediation that the authority took no part in.
    case agreementWithoutAuthority
    /// The authority was told of that agreement.
    case authorityToldOfAgreement
    /// The tribunal received the appeal.
    case appealReceived
    /// The tribunal sent the appeal to the authority.
    case appealSentToAuthority
    /// The authority's response reached the tribunal.
    case responseSent
    /// The authority told the tribunal that it does not oppose (`choice`: what the appeal is about).
    case notOpposed
    /// The tribunal directed something by a day (`on`; `about`: what).
    case directionGiven
    /// It was done (`about`).
    case directionMet
    /// The hearing was held.
    case hearingHeld
    /// The tribunal's decision was sent.
    case appealDecided
    /// The appeal was withdrawn.
    case appealWithdrawn
    /// The written reasons were sent.
    case writtenReasonsSent
    /// Permission to appeal was asked for.
    case permissionAskedFor
    /// Permission to appeal was refused.
    case permissionRefused
    /// The tribunal recommended something (`choice`: health or care; `about`).
    case recommendationMade
    /// The body answered in writing (`choice`, `about`).
    case recommendationAnswered
    /// The Secretary of State was told.
    case secretaryOfStateTold
    /// The tribunal ordered (`choice`: what; the day is that of the order).
    case orderMade
    /// The plan goes on unchanged.
    case planMaintained
    /// Told the decision that was made again (`to`).
    case reconsideredDecisionSent
    /// A personal budget was asked for.
    case budgetRequested
    /// The request for a budget was answered.
    case budgetAnswered
    /// Direct payments were refused.
    case directPaymentsRefused
    /// The reasons were sent, with the right to a review.
    case refusalReasonsSent
    /// A review of the refusal was asked for.
    case refusalReviewAsked
    /// Its outcome was sent.
    case refusalReviewAnswered
    /// Direct payments began.
    case directPaymentsStarted
    /// Their use was reviewed.
    case directPaymentsReviewed
    /// Decided to change the amount.
    case directPaymentsChanged
    /// Notice of the change was given, with reasons.
    case changeNoticeSent
    /// Decided to stop direct payments.
    case directPaymentsStopped
    /// Notice of stopping was given, with reasons.
    case stopNoticeSent
    /// A change or stop was asked to be reconsidered.
    case reconsiderationAsked
    /// The answer was sent.
    case reconsiderationAnswered
    /// A personal health budget was asked for.
    case healthBudgetRequested
    /// That request was answered.
    case healthBudgetAnswered
    /// The person came to know of what they complain about (`choice`: scheme).
    case causeKnown
    /// A complaint was received (`choice`: scheme).
    case complaintReceived
    /// It was acknowledged (`choice`: scheme).
    case complaintAcknowledged
    /// It was answered (`choice`: scheme).
    case complaintAnswered
    /// Why there is no answer yet was explained in writing.
    case delayExplained
    /// Stage 2 was asked for (`choice`: scheme).
    case stageTwoAsked
    /// That was acknowledged (`choice`: scheme).
    case stageTwoAcknowledged
    /// Stage 2 was answered (`choice`: scheme).
    case stageTwoAnswered
    /// A stage 3 panel was asked for.
    case panelAsked
    /// The panel met.
    case panelMet
    /// The panel reported.
    case panelReported
    /// The authority answered the panel's report.
    case panelAnswered
    /// The complaint reached the ombudsman.
    case ombudsmanAsked
    /// Information was asked for (`choice`: under which right).
    case informationRequested
    /// The person was told that more time is needed (`text`: why).
    case extensionTold
    /// Identity or clarification was asked for.
    case clarificationAsked
    /// It was given.
    case clarificationReceived
    /// The information was given, or refused with reasons.
    case informationGiven
    /// The authority became aware of a personal data breach (`time`: at what hour).
    case breachKnown
    /// The breach was reported to the Commissioner.
    case breachReported
    /// Comments on the local offer were published with responses.
    case commentsPublished
    /// Preparing or reviewing the local offer began.
    case localOfferReviewBegun
    /// Those named in the regulations were consulted.
    case localOfferConsultedOn
    /// Something in the local offer changed.
    case localOfferChanged
    /// The change was published.
    case localOfferPublished
    /// A pupil was permanently excluded (`from`: first day out).
    case permanentlyExcluded
    /// A pupil was suspended for more than five days (`from`: first day out).
    case suspended
    /// Full-time education elsewhere began.
    case fullTimeProvisionStarted
    /// A child and family assessment began, or was finished.
    case familyAssessmentStarted, familyAssessmentFinished
    /// A referral reached an NHS community service.
    case communityReferralReceived
    /// Treatment began.
    case communityTreatmentStarted
    /// Admitted to hospital without a review in the community before.
    case admittedToHospital
    /// A care, education and treatment review was held.
    case treatmentReviewHeld
    /// A pupil became unable to attend for health reasons (`from`: first day absent).
    case absentForHealth
    /// Alternative provision began.
    case alternativeProvisionStarted
    /// A SEN2 year is to be returned (`on`: the day the Department gave).
    case returnDaySet
    /// The return was sent.
    case returnSent
}
