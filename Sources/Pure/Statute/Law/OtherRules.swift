extension Law {
    private static let pb = "SEN (Personal Budgets) Regulations 2014"

    /// Section 11 of the reference: personal budgets and direct payments.
    static let personalBudget: [Rule] = [
        Rule(
            "B1", "Answer the request for a personal budget with the final plan", in: [.personalBudget],
            from: [.budgetRequested],
            within: withThePlan, force: .practice, metBy: [.budgetAnswered], sentTo: .holders,
            endedBy: Pattern(requestEnds),
            "CFA 2014 s.49; \(pb) reg 4 (no limit is set: the day is that of the final plan)", .secondary),
        Rule(
            "B2", "Give reasons for refusing direct payments, with the right to a review",
            in: [.personalBudget], from: [.directPaymentsRefused], times: .each, within: .promptly,
            metBy: [.refusalReasonsSent], sentTo: .holders, "\(pb) reg 7", .secondary),
        Rule(
            "B2.review", "Review the refusal and give the outcome in writing", in: [.personalBudget],
            from: [.refusalReviewAsked], times: .each, within: .promptly, metBy: [.refusalReviewAnswered],
            sentTo: .holders, "\(pb) reg 7", .secondary),
        Rule(
            "B3", "Review direct payments within their first three months", in: [.personalBudget],
            from: [.directPaymentsStarted], within: .within(.monthsBeginning(3)),
            metBy: [.directPaymentsReviewed], endedBy: [.directPaymentsStopped, .childDied], "\(pb) reg 11",
            .secondary),
        Rule(
            "B3.yearly", "Review direct payments with the annual review or reassessment",
            in: [.personalBudget], from: [.meetingHeld, .reassessedPlanSent], times: .each, within: .promptly,
            metBy: [.directPaymentsReviewed], endedBy: [.directPaymentsStopped, .childDied], "\(pb) reg 11",
            .secondary),
        Rule(
            "B4", "Give reasonable notice of a change in direct payments, with reasons",
            in: [.personalBudget], from: [.directPaymentsChanged], times: .each, within: .promptly,
            metBy: [.changeNoticeSent], sentTo: .holders, "\(pb) reg 12", .secondary),
        Rule(
            "B5", "Give notice of stopping direct payments, with reasons", in: [.personalBudget],
            from: [.directPaymentsStopped], times: .each, within: .promptly, metBy: [.stopNoticeSent],
            sentTo: .holders, "\(pb) reg 14", .secondary),
        Rule(
            "B5.again", "Reconsider a change or stop once, when asked", in: [.personalBudget],
            from: [.reconsiderationAsked], within: .promptly, metBy: [.reconsiderationAnswered],
            sentTo: .holders, "\(pb) regs 12, 14", .secondary),
        Rule(
            "B6", "Answer the request for a personal health budget", in: [.personalBudget], by: .icb,
            from: [.healthBudgetRequested], within: .promptly, metBy: [.healthBudgetAnswered],
            "NHS personal health budget rules", .general),
    ]

    /// The day of the final plan that is being made: after a request, a review meeting or a decision to reassess.
    private static let withThePlan = Limit(
        .latest,
        [
            Clause(from: .before(requestStarts.kinds), .weeks(20), isOptional: true, onlyIfLater: true),
            Clause(from: .before([.meetingHeld]), .weeks(12), isOptional: true, onlyIfLater: true),
            Clause(
                from: .before([.reassessmentDecisionSent, .decisionToReassess]), .weeks(14),
                isOptional: true, onlyIfLater: true),
        ])

    /// Section 12 of the reference: the local offer. (L2, what may be left out, has no clock.)
    static let localOffer: [Rule] = [
        Rule(
            "L1", "Publish comments on the local offer with responses", in: [.localOffer], to: .everyone,
            from: [.commentsPublished], times: .each, within: .within(.months(12)),
            metBy: [.commentsPublished], "CFA 2014 s.30(6); SEND Regulations 2014 reg 56", .secondary),
        Rule(
            "L3", "Consult on preparing and reviewing the local offer", in: [.localOffer], to: .everyone,
            from: [.localOfferReviewBegun], times: .each, within: .promptly, metBy: [.localOfferConsultedOn],
            "CFA 2014 s.30(7)-(8); SEND Regulations 2014 reg 54", .law),
        Rule(
            "L4", "Publish changes of the local offer", in: [.localOffer], to: .everyone,
            from: [.localOfferChanged], times: .each, within: .promptly, metBy: [.localOfferPublished],
            "SEND Regulations 2014 regs 53, 57", .law),
    ]

    /// Section 15 of the reference: clocks of others, each to verify.
    static let neighbouring: [Rule] = [
        Rule(
            "N1", "Full-time education from the sixth school day of a permanent exclusion",
            in: [.neighbouring], from: [.permanentlyExcluded],
            within: .within(.schoolDaysBeginning(6), of: .spanStart), metBy: [.fullTimeProvisionStarted],
            "Education Act 1996 s.19; exclusions guidance", .general),
        Rule(
            "N2", "Full-time education from the sixth school day of a suspension", in: [.neighbouring],
            by: .setting, from: [.suspended], times: .each,
            within: .within(.schoolDaysBeginning(6), of: .spanStart), metBy: [.fullTimeProvisionStarted],
            "Education and Inspections Act 2006 s.100; exclusions guidance", .secondary),
        Rule(
            "N3", "Finish the child and family assessment", in: [.neighbouring], by: .care,
            from: [.familyAssessmentStarted], within: .within(.workingDays(45, .englandAndWales)),
            force: .guidance, metBy: [.familyAssessmentFinished], "Working Together", .general),
        Rule(
            "N4", "Begin treatment in NHS community services", in: [.neighbouring], by: .nhs,
            from: [.communityReferralReceived], within: .within(.weeks(18)), force: .guidance,
            metBy: [.communityTreatmentStarted], "NHS waiting time standard", .general),
        Rule(
            "N5", "Hold a care, education and treatment review after admission", in: [.neighbouring],
            by: .nhs, from: [.admittedToHospital], within: .within(.weeks(2)), force: .guidance,
            metBy: [.treatmentReviewHeld], "NHS England policy on CETRs", .secondary),
        Rule(
            "N6", "Hold the next care, education and treatment review in hospital", in: [.neighbouring],
            by: .nhs, from: [.treatmentReviewHeld], times: .each, within: .within(.months(3)),
            force: .guidance, metBy: [.treatmentReviewHeld], "NHS England policy on CETRs", .secondary),
        Rule(
            "N7", "Arrange alternative provision by the 15th day of absence for health", in: [.neighbouring],
            from: [.absentForHealth], within: .within(.schoolDaysBeginning(15), of: .spanStart),
            force: .guidance, metBy: [.alternativeProvisionStarted],
            "Education Act 1996 s.19; statutory guidance", .general),
        Rule(
            "N8", "Send the SEN2 return", in: [.neighbouring], to: .department, from: [.returnDaySet],
            times: .each, within: .within(.sameDay, of: .spokenOf), metBy: [.returnSent],
            "The Department's SEN2 guide of the year", .general),
    ]
}
