extension Law {
    /// Section 6 of the reference: reassessment, amendment without a review, ceasing, ages.
    static let plan: [Rule] = reassessing + amendingWithoutReview + ceasing + leaving

    private static let reassessing =
        [
            Rule(
                "S1", "Say whether there will be a reassessment", in: [.plan], from: [.reassessmentRequested],
                times: .each, within: .within(.days(15)), metBy: [.reassessmentDecisionSent],
                sentTo: .holders, endedBy: Pattern(planEnds.union([.requestWithdrawn])), fromReceipt: true,
                "SEND Regulations 2014 reg 25(1)-(2); CoP 9.188", .secondary),
            Rule(
                "S2", "A reassessment may be refused: less than six months since the last assessment",
                in: [.plan], from: [.planMade, .reassessedPlanSent], times: .each,
                within: .within(.months(6)), shape: .permission, metBy: [],
                endedBy: Pattern(planEnds), "CFA 2014 s.44(2)-(3); SEND Regulations 2014 reg 24", .general),
        ]
        + Rule(
            "S3", "Send the family the plan that follows the reassessment", in: [.plan],
            from: Pattern([.reassessmentDecisionSent, .decisionToReassess], [.agreed]), times: .each,
            within: .within(.weeks(14)), metBy: [.reassessedPlanSent], sentTo: .holders,
            endedBy: Pattern(planEnds.union([.reassessmentEndedWithoutPlan])),
            exceptions: authorityExceptions, "SEND Regulations 2014 reg 27(2)-(3) (exceptions: S4)", .law
        ).andTelling(.setting, .icb, if: .namesSetting(true), read: .secondary) + [
            Rule(
                "S3.comments", "Leave the family at least 15 days to comment on the draft of a reassessment",
                in: [.plan], from: [.draftSent], times: .each, within: .within(.daysBeginning(15)),
                shape: .window, metBy: [.reassessedPlanSent],
                endedBy: Pattern(planEnds.union([.reassessmentEndedWithoutPlan])),
                waivedBy: [.earlyFinalisingAgreed],
                "SEND Regulations 2014 reg 13(1) (that it applies to a reassessment: to check)", .general),
            Rule(
                "S5", "Give the advice asked for in a reassessment, or under an order",
                in: [.plan, .order, .appeal], by: .adviceGiver,
                to: .authority, from: [.adviceAsked], times: .perAbout,
                within: .within(.weeks(6), of: .arrival),
                metBy: [.adviceReceived, .adviceNotKnown, .existingReportUsed],
                endedBy: Pattern(planEnds.union([.reassessedPlanSent, .reassessmentEndedWithoutPlan])),
                exceptions: ["E5", "E6", "E7"], fromReceipt: true,
                "SEND Regulations 2014 reg 26, applying regs 6-9", .secondary),
            Rule(
                "S6", "Tell the family that the reassessment ended without a new plan", in: [.plan],
                from: [.reassessmentEndedWithoutPlan], times: .each, within: .promptly,
                metBy: [.reassessmentOutcomeSent], sentTo: .holders, endedBy: Pattern(planEnds),
                "SEND Regulations 2014 regs 26-27, 31", .general),
        ]

    private static let amendingWithoutReview =
        [
            Rule(
                "S7.comments", "Leave the family at least 15 days to comment on the amendments (no review)",
                in: [.plan],
                from: [.amendmentNoticeSent], times: .each, within: .within(.daysBeginning(15)),
                shape: .window, metBy: [.amendedPlanSent],
                endedBy: Pattern(planEnds.union([.decisionNotToAmendSent])),
                waivedBy: [.earlyFinalisingAgreed], "SEND Regulations 2014 regs 28, 22(2)(c)", .secondary)
        ]
        + Rule(
            "S7.plan", "Send the family the final amended plan (no review)", in: [.plan],
            from: [.amendmentNoticeSent],
            times: .each, within: .within(.weeks(8)), metBy: [.amendedPlanSent], sentTo: .holders,
            endedBy: Pattern(planEnds.union([.decisionNotToAmendSent])),
            "SEND Regulations 2014 regs 28, 22(3)", .secondary
        ).andTelling(.setting, .icb, if: .namesSetting(true)) + [
            Rule(
                "S7.refusal", "Tell the family that the plan will not be amended after all (no review)",
                in: [.plan], from: [.decisionNotToAmend, .decisionNotToAmendSent], times: .each,
                within: .within(.weeks(8), of: .before([.amendmentNoticeSent])),
                metBy: [.decisionNotToAmendSent], sentTo: .holders,
                endedBy: Pattern(planEnds.union([.amendedPlanSent])),
                "SEND Regulations 2014 regs 28, 22(4)", .secondary)
        ]

    private static let ceasing =
        Rule(
            "S8", "Consult the family before ceasing the plan", in: [.plan], from: [.ceasingConsidered],
            times: .each,
            within: .promptly, metBy: [.ceasingConsultedOn], sentTo: .holders, endedBy: Pattern(planEnds),
            "SEND Regulations 2014 reg 31(1)", .law
        ).andTelling(.setting, if: .namesSetting(true))
        + Rule(
            "S9", "Tell the family that the plan will cease", in: [.plan], from: [.decisionToCease],
            times: .each, within: .promptly, metBy: [.ceaseNoticeSent], sentTo: .holders,
            endedBy: Pattern(planEnds), "SEND Regulations 2014 reg 31(2)-(3)", .law
        ).andTelling(.setting, .icb, if: .namesSetting(true)) + [
            Rule(
                "S10",
                "Keep maintaining the plan until the time to appeal is over, or an appeal is finally decided",
                in: [.plan],
                from: [.ceaseNoticeSent], within: appealLimit, shape: .window, metBy: [.planCeased],
                endedBy: [.childDied, .movedOutsideEngland, .childMovedAway, .decisionReversed],
                stops: Stops(
                    by: [.appealReceived, .permissionAskedFor],
                    until: [.appealDecided, .appealWithdrawn, .permissionRefused], holds: true,
                    afterwards: Afterwards(
                        decision: .appealDecided, reasons: .writtenReasonsSent, time: .tribunalDays(28))),
                "CFA 2014 s.45(4); after a decision: HESC Rules 2008 r.46 (time to check)", .secondary)
        ]

    private static let leaving = [
        Rule(
            "S11", "Review and amend the plan of someone under 18 who left education", in: [.plan],
            from: [.leftEducation], times: .each, if: [.under(18)], within: .promptly,
            metBy: [.reviewDecisionSent, .amendedPlanSent], endedBy: Pattern(planEnds),
            "SEND Regulations 2014 reg 29", .law),
        Rule(
            "S12", "Review the plan and ask whether the young person wishes to return", in: [.plan],
            from: [.leftEducation], times: .each, if: [.atLeast(18)], within: .promptly,
            metBy: [.returnWishAsked], endedBy: Pattern(planEnds), "SEND Regulations 2014 reg 30", .law),
        Rule(
            "S13.furtherEducation", "The plan may last to the end of the year of turning 25", in: [.plan],
            from: Pattern([.courseKnown], [.furtherEducation]), if: [.under(26)],
            within: .within(.furtherEducationYearEnd, of: .birthday(25)), shape: .permission, metBy: [],
            endedBy: Pattern(planEnds),
            "CFA 2014 s.46; SEND Regulations 2014 reg 46; JL v Somerset CC [2021] UKUT 324 (AAC)", .secondary),
        Rule(
            "S13.apprenticeship",
            "The plan may last to the end of the apprenticeship, or the eve of turning 26",
            in: [.plan], from: Pattern([.courseKnown], [.apprenticeship]), if: [.under(26)],
            within: eveOf26, shape: .permission, metBy: [], endedBy: Pattern(planEnds),
            "CFA 2014 s.46; SEND Regulations 2014 reg 46", .secondary),
        Rule(
            "S13.other", "The plan may last to the end of the course, or the eve of turning 26", in: [.plan],
            from: Pattern([.courseKnown], [.otherCourse]), if: [.under(26)], within: eveOf26,
            shape: .permission, metBy: [], endedBy: Pattern(planEnds),
            "CFA 2014 s.46; SEND Regulations 2014 reg 46", .secondary),
    ]

    private static let eveOf26 = Limit(
        .earliest, [Clause(from: .spokenOf, .sameDay), Clause(from: .birthday(26), .days(-1))])

    /// Two months from the notice or one from the mediation certificate, the later, by the tribunal's rules.
    static let appealLimit = Limit(
        .latest,
        [
            Clause(from: .trigger, .months(2)),
            Clause(from: .after([.certificateIssued]), .months(1), isOptional: true),
        ], ending: .tribunal)
}
