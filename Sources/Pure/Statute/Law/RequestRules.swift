extension Law {
    /// Events that end a request whatever has been done.
    static let requestEnds: WordSet<EventKind> = [.requestWithdrawn, .childMovedAway, .childDied]
    /// What starts the clock of a request: section 36(1), section 24, or (M6) an arrival in mid-assessment.
    static let requestStarts: Pattern = [.requestReceived, .responsibilityArose, .arrivedDuringAssessment]
    /// The exceptions to the six, sixteen and twenty weeks.
    static let authorityExceptions = ["E1", "E2", "E3", "E4"]

    /// Sections 2 and 3 of the reference: assessment to final plan.
    static let request: [Rule] = considering + decision + advice + refusal + draft + final + custody + gates

    private static let considering =
        Rule(
            "A1", "Tell the family that an assessment is being considered", in: [.request],
            from: requestStarts,
            within: .atOnce, metBy: [.consideringNoticeSent], sentTo: .holders,
            endedBy: Pattern(requestEnds),
            "CFA 2014 s.36(4); SEND Regulations 2014 reg 4", .general
        ).andTelling(.setting, .icb, .care)

    private static let decision =
        Rule(
            "A2", "Decide whether to assess, and tell the family", in: [.request], from: requestStarts,
            if: [.detained(false)], within: .within(.weeks(6)),
            metBy: [.assessmentNoticeSent, .assessmentRefusalSent], sentTo: .holders,
            endedBy: Pattern(requestEnds), exceptions: authorityExceptions, fromReceipt: true,
            "SEND Regulations 2014 reg 5(1)-(4); CoP 9.41", .law
        ).andTelling(.setting, .icb, .care)

    private static let advice = [
        Rule(
            "A2.again", "A request may be refused: less than six months since the last assessment",
            in: [.request], from: [.earlierAssessmentMade], within: .within(.months(6)), shape: .permission,
            metBy: [], endedBy: Pattern(requestEnds), "CFA 2014 s.36(8)", .general),
        Rule(
            "A3", "Give the advice asked for", in: [.request], by: .adviceGiver, to: .authority,
            from: [.adviceAsked], times: .perAbout, within: .within(.weeks(6), of: .arrival),
            metBy: [.adviceReceived, .adviceNotKnown, .existingReportUsed],
            endedBy: Pattern(requestEnds.union([.assessmentRefusalSent, .finalPlanSent, .issueRefusalSent])),
            exceptions: ["E5", "E6", "E7"], fromReceipt: true,
            "SEND Regulations 2014 regs 6, 8(1)-(2); CoP 9.49-9.52", .secondary),
        Rule(
            "A3.returned", "Complete advice that was sent back (local clock)",
            in: [.request, .plan, .order, .appeal], by: .adviceGiver, to: .authority, from: [.adviceReturned],
            times: .eachAbout,
            within: Limit(.earliest, [Clause(from: .spokenOf, .sameDay, isOptional: true)]), force: .practice,
            metBy: [.adviceReceived, .existingReportUsed],
            endedBy: Pattern(
                requestEnds.union([
                    .assessmentRefusalSent, .finalPlanSent, .issueRefusalSent, .reassessedPlanSent,
                    .reassessmentEndedWithoutPlan,
                ])), "Local practice: the day is the one asked for; the six weeks of A3 or S5 stay met",
            .general),
    ]

    private static let refusal =
        Rule(
            "A4", "If no plan will be issued, tell the family", in: [.request], from: requestStarts,
            if: [.detained(false)], within: .within(.weeks(16)), metBy: [.issueRefusalSent], sentTo: .holders,
            endedBy: Pattern(
                requestEnds.union([.assessmentRefusalSent, .decisionToIssue, .draftSent, .finalPlanSent])),
            exceptions: authorityExceptions, fromReceipt: true,
            "SEND Regulations 2014 reg 10(1)-(4); CoP 9.42-9.44", .law
        ).andTelling(.setting, .icb)

    private static let draft = [
        Rule(
            "A5", "Send the family the draft plan", in: [.request], from: requestStarts,
            within: .within(.weeks(16)),
            force: .practice, metBy: [.draftSent], sentTo: .holders,
            endedBy: Pattern(
                requestEnds.union([.assessmentRefusalSent, .issueRefusalSent, .finalPlanSent])),
            fromReceipt: true, "CoP 9.44 and local practice; no regulation sets a day", .secondary),
        Rule(
            "A6", "Leave the family at least 15 days to comment on the draft",
            in: [.request, .order, .appeal], from: [.draftSent], times: .each,
            within: .within(.daysBeginning(15)), shape: .window,
            metBy: [.finalPlanSent, .reassessedPlanSent],
            endedBy: Pattern(requestEnds.union([.issueRefusalSent])),
            waivedBy: [.earlyFinalisingAgreed], "SEND Regulations 2014 reg 13(1); CoP 9.77", .law),
        Rule(
            "A7", "Answer whether the child can be placed",
            in: [.request, .review, .plan, .transfer, .order, .appeal],
            by: .setting, to: .authority, from: [.settingConsulted], times: .perAbout,
            within: .within(.days(15)), force: .guidance, metBy: [.settingAnswered],
            endedBy: Pattern(requestEnds.union([.finalPlanSent, .amendedPlanSent, .reassessedPlanSent])),
            "CoP 9.83; CFA 2014 ss.39-40", .secondary),
    ]

    private static let final =
        Rule(
            "A8", "Send the family the final plan", in: [.request], from: requestStarts,
            if: [.detained(false)],
            within: .within(.weeks(20)), metBy: [.finalPlanSent], sentTo: .holders,
            endedBy: Pattern(requestEnds.union([.assessmentRefusalSent, .issueRefusalSent])),
            exceptions: authorityExceptions, fromReceipt: true,
            "SEND Regulations 2014 regs 13(2)-(3), 14", .law
        ).andTelling(.setting, .icb, if: .namesSetting(true)) + [
            Rule(
                "A9", "Secure the special educational provision in section F from the day of the plan",
                in: [.request, .plan], from: Pattern(finalPlans), times: .each, within: .within(.sameDay),
                metBy: [.provisionSecured], endedBy: [.planCeased, .childDied, .movedOutsideEngland],
                "CFA 2014 s.42(2)", .general),
            Rule(
                "A9.icb", "Arrange the health provision in section G from the day of the plan",
                in: [.request, .plan], by: .icb, from: Pattern(finalPlans), times: .each,
                within: .within(.sameDay), metBy: [.healthProvisionArranged],
                endedBy: [.planCeased, .childDied, .movedOutsideEngland], "CFA 2014 s.42(3)", .general),
            Rule(
                "M6", "Start a new assessment for a child who moved in during one", in: [.request],
                from: [.arrivedDuringAssessment], within: .promptly, metBy: [.consideringNoticeSent],
                endedBy: Pattern(requestEnds),
                "Silence of SEND Regulations 2014 reg 15; A2 and A8 run anew", .general),
        ]

    /// Plans that are final on the day they are sent.
    private static let finalPlans: WordSet<EventKind> = [
        .finalPlanSent, .planMade, .amendedPlanSent, .reassessedPlanSent,
    ]

    /// The gates of section 2 that no law sets. (Week 6 is A2, week 12 follows from A3, week 16 is A4 and A5,
    /// week 20 is A8, four weeks after a review meeting R7.)
    private static let gates = [
        Rule(
            "W1", "Acknowledge the request and send the first notices (local gate, day 5)", in: [.request],
            from: requestStarts, within: .within(.days(5)), force: .practice,
            metBy: [.consideringNoticeSent], sentTo: .holders, endedBy: Pattern(requestEnds),
            fromReceipt: true, "Local standard", .general),
        Rule(
            "W10", "Chase advice that has not come (local gate, week 10)", in: [.request],
            from: [.adviceAsked], times: .perAbout, if: [.after(requestStarts.kinds)], within: gate(10),
            force: .practice,
            metBy: [.adviceReceived, .adviceNotKnown, .existingReportUsed, .adviceChased],
            endedBy: Pattern(requestEnds.union([.assessmentRefusalSent, .finalPlanSent, .issueRefusalSent])),
            fromReceipt: true, "Local standard", .general),
        Rule(
            "W14", "Decide whether to issue a plan (local gate, week 14)", in: [.request],
            from: requestStarts, within: .within(.weeks(14)), force: .practice,
            metBy: [.decisionToIssue, .decisionNotToIssue, .issueRefusalSent, .draftSent, .finalPlanSent],
            endedBy: Pattern(requestEnds.union([.assessmentRefusalSent])), fromReceipt: true,
            "Local standard", .general),
        Rule(
            "W18", "Have the answers of the settings consulted (local gate, week 18)", in: [.request],
            from: [.settingConsulted], times: .perAbout, if: [.after(requestStarts.kinds)],
            within: gate(18), force: .practice, metBy: [.settingAnswered],
            endedBy: Pattern(requestEnds.union([.finalPlanSent, .issueRefusalSent])), fromReceipt: true,
            "Local standard", .general),
    ]

    /// A week of the request, but not before the day that something was asked.
    private static func gate(_ week: Int) -> Limit {
        Limit(
            .latest,
            [Clause(from: .before(requestStarts.kinds), .weeks(week)), Clause(from: .arrival, .sameDay)])
    }

    private static let custody = [
        Rule(
            "A10.decision", "Decide whether to assess a detained person, and tell the family", in: [.request],
            from: requestStarts, if: [.detained(true)], within: .within(.weeks(6)),
            metBy: [.assessmentNoticeSent, .assessmentRefusalSent], sentTo: .holders,
            endedBy: Pattern(requestEnds), exceptions: authorityExceptions, fromReceipt: true,
            "SI 2015/62 (limits and exceptions to check)", .general),
        Rule(
            "A10.refusal", "If no plan will be issued for a detained person, tell the family", in: [.request],
            from: requestStarts, if: [.detained(true)], within: .within(.weeks(16)),
            metBy: [.issueRefusalSent], sentTo: .holders,
            endedBy: Pattern(
                requestEnds.union([.assessmentRefusalSent, .decisionToIssue, .draftSent, .finalPlanSent])),
            exceptions: authorityExceptions, fromReceipt: true,
            "SI 2015/62 (limits and exceptions to check)", .general),
        Rule(
            "A10.plan", "Send the final plan of a detained person", in: [.request], from: requestStarts,
            if: [.detained(true)], within: .within(.weeks(20)), metBy: [.finalPlanSent], sentTo: .holders,
            endedBy: Pattern(requestEnds.union([.assessmentRefusalSent, .issueRefusalSent])),
            exceptions: authorityExceptions, fromReceipt: true,
            "SI 2015/62 (limits and exceptions to check)", .general),
    ]
}
