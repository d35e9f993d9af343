extension Law {
    /// From what the twelve months of a review run: the plan made, or the last review ended.
    static let reviewBaselines: WordSet<EventKind> = [
        .planMade, .previousReviewDecided, .reviewDecisionSent, .reassessedPlanSent,
    ]
    /// What ends the life of a plan.
    static let planEnds: WordSet<EventKind> = [
        .planCeased, .childDied, .movedOutsideEngland, .childMovedAway,
    ]

    /// Section 4 of the reference: annual reviews.
    static let review: [Rule] = cycle + beforeMeeting + afterMeeting + amending + special

    private static let cycle = [
        Rule(
            "R1", "Complete a review within twelve months", in: [.review, .plan],
            from: Pattern(reviewBaselines), times: .each, within: .within(.monthsBeginning(12)),
            metBy: [.reviewDecisionSent], sentTo: .holders,
            endedBy: Pattern(planEnds.union([.reassessedPlanSent])),
            "CFA 2014 s.44(1)", .general)
    ]

    private static let beforeMeeting =
        Rule(
            "R2", "Send settings the list of reviews due in the term", in: [.review], to: .setting,
            from: [.termPlanned], within: .within(.weeks(-2), of: .spokenOf), force: .guidance,
            metBy: [.reviewListSent], sentTo: .party(.setting), "CoP 9.172-9.174", .secondary
        ).andTelling(.icb, .care) + [
            Rule(
                "R3", "Invite everyone to the review meeting", in: [.review], by: .setting,
                from: [.meetingPlanned], if: [.attends(true)], within: .within(.weeks(-2), of: .spokenOf),
                metBy: [.invitationsSent], sentTo: .holders, endedBy: Pattern(planEnds),
                "SEND Regulations 2014 reg 20(2)-(3)", .law),
            Rule(
                "R4", "Send round advice and information before the meeting", in: [.review], by: .setting,
                from: [.meetingPlanned], if: [.attends(true)], within: .within(.weeks(-2), of: .spokenOf),
                metBy: [.adviceCirculated], sentTo: .holders, endedBy: Pattern(planEnds),
                "SEND Regulations 2014 reg 20(4); CoP 9.176", .law),
            Rule(
                "R5", "Look at preparation for adulthood at the meeting", in: [.review], by: .setting,
                from: [.meetingHeld], if: [.attends(true), .fromYear(9)], within: .within(.sameDay),
                metBy: [.adulthoodConsidered], "SEND Regulations 2014 reg 20(5)-(6)", .law),
            Rule(
                "R12.invitations", "Invite everyone to the review meeting (no setting)", in: [.review],
                from: [.meetingPlanned], if: [.attends(false)], within: .within(.weeks(-2), of: .spokenOf),
                metBy: [.invitationsSent], sentTo: .holders, endedBy: Pattern(planEnds),
                "SEND Regulations 2014 reg 21(2)-(3)", .law),
            Rule(
                "R12.advice", "Send round advice before the meeting (no setting)", in: [.review],
                from: [.meetingPlanned], if: [.attends(false)], within: .within(.weeks(-2), of: .spokenOf),
                metBy: [.adviceCirculated], sentTo: .holders, endedBy: Pattern(planEnds),
                "SEND Regulations 2014 reg 21(4)", .law),
            Rule(
                "R12.adulthood", "Look at preparation for adulthood at the meeting (no setting)",
                in: [.review], from: [.meetingHeld], if: [.attends(false), .fromYear(9)],
                within: .within(.sameDay), metBy: [.adulthoodConsidered],
                "SEND Regulations 2014 reg 21(5)-(6)", .law),
        ]

    private static let afterMeeting =
        [
            Rule(
                "R6", "Send the report of the review meeting to everyone invited", in: [.review],
                by: .setting,
                from: [.meetingHeld], if: [.attends(true)], within: .within(.weeks(2)),
                metBy: [.reviewReportSent], sentTo: .holders, endedBy: Pattern(planEnds),
                "SEND Regulations 2014 reg 20(7)-(9)", .secondary),
            Rule(
                "R12.report", "Send the report of the review meeting to everyone invited (no setting)",
                in: [.review], from: [.meetingHeld], if: [.attends(false)], within: .within(.weeks(2)),
                metBy: [.reviewReportSent], sentTo: .holders, endedBy: Pattern(planEnds),
                "SEND Regulations 2014 reg 21(7)-(8)", .law),
        ]
        + Rule(
            "R7", "Decide whether to maintain, amend or cease, and tell the family", in: [.review],
            from: [.meetingHeld], within: decisionLimit, metBy: [.reviewDecisionSent], sentTo: .holders,
            endedBy: Pattern(planEnds), "SEND Regulations 2014 regs 20(10)-(11), 21(9)-(10); CoP 9.176",
            .secondary
        ).andTelling(.setting)

    /// Four weeks from the meeting, and never beyond the twelve months of R1.
    private static let decisionLimit = Limit(
        .earliest,
        [
            Clause(from: .trigger, .weeks(4)),
            Clause(from: .before(reviewBaselines), .monthsBeginning(12), isOptional: true),
        ])

    private static let amending =
        [
            Rule(
                "R8", "Send the proposed amendments with the decision to amend", in: [.review],
                from: Pattern([.reviewDecided, .reviewDecisionSent], [.amend]),
                within: Limit(
                    .earliest,
                    [
                        Clause(from: .before([.meetingHeld]), .weeks(4)),
                        Clause(
                            from: .before([.planMade, .previousReviewDecided, .reassessedPlanSent]),
                            .monthsBeginning(12), isOptional: true),
                    ]), metBy: [.amendmentNoticeSent], sentTo: .holders,
                endedBy: Pattern(planEnds.union([.decisionNotToAmendSent])),
                "SEND Regulations 2014 reg 22(2) with 20(10); R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)",
                .secondary),
            Rule(
                "R9", "Leave the family at least 15 days to comment on the amendments",
                in: [.review, .transfer], from: [.amendmentNoticeSent], times: .each,
                within: .within(.daysBeginning(15)), shape: .window, metBy: [.amendedPlanSent],
                endedBy: Pattern(planEnds.union([.decisionNotToAmendSent])),
                waivedBy: [.earlyFinalisingAgreed], "SEND Regulations 2014 reg 22(2)(c)", .law),
        ]
        + Rule(
            "R10", "Send the final amended plan", in: [.review], from: [.meetingHeld],
            within: Limit(
                .earliest,
                [
                    Clause(from: .after([.amendmentNoticeSent]), .weeks(8), isOptional: true),
                    Clause(from: .trigger, .weeks(12)),
                ]), metBy: [.amendedPlanSent], sentTo: .holders,
            endedBy: Pattern(
                planEnds.union([.reviewDecided, .reviewDecisionSent, .decisionNotToAmendSent]),
                [.maintain, .cease]),
            "SEND Regulations 2014 reg 22(3); R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)", .secondary
        ).andTelling(.setting, .icb) + [
            Rule(
                "R11", "Tell the family that the plan will not be amended after all", in: [.review],
                from: [.decisionNotToAmend, .decisionNotToAmendSent],
                within: Limit(
                    .earliest,
                    [
                        Clause(from: .before([.amendmentNoticeSent]), .weeks(8)),
                        Clause(from: .before([.meetingHeld]), .weeks(12), isOptional: true),
                    ]), metBy: [.decisionNotToAmendSent], sentTo: .holders,
                endedBy: Pattern(planEnds.union([.amendedPlanSent])),
                "SEND Regulations 2014 reg 22(4)", .law)
        ]

    private static let special = [
        Rule(
            "R13", "Consider an early review for a child under five", in: [.review, .plan],
            from: Pattern([.planMade, .previousReviewDecided, .reviewDecisionSent, .earlyReviewConsidered]),
            times: .each, if: [.under(5)], within: .within(.months(6)), force: .guidance,
            metBy: [.earlyReviewConsidered, .meetingHeld], endedBy: Pattern(planEnds), "CoP 9.178", .secondary
        ),
        Rule(
            "R14", "Review the plan on release from custody", in: [.review, .plan],
            from: [.releasedFromCustody], within: .promptly, metBy: [.reviewDecisionSent], sentTo: .holders,
            endedBy: Pattern(planEnds), "SI 2015/62; CFA 2014 s.47", .general),
    ]

    /// Section 5 of the reference: phase transfers.
    static let transfer: [Rule] =
        Rule(
            "P1", "Review and amend the plan for the move from school to an institution after 16",
            in: [.transfer], from: Pattern([.transferPlanned], [.secondaryToCollege]),
            within: .within(.before(month: 3, day: 31), of: .spokenOf), metBy: [.amendedPlanSent],
            sentTo: .holders, endedBy: Pattern(planEnds), "SEND Regulations 2014 reg 18(1)(a)", .law
        ).andTelling(.setting)
        + Rule(
            "P2", "Review and amend the plan for the move to the next phase", in: [.transfer],
            from: Pattern(
                [.transferPlanned],
                [
                    .earlyYearsToSchool, .infantToJunior, .primaryToMiddle, .primaryToSecondary,
                    .middleToSecondary,
                ]), within: .within(.before(month: 2, day: 15), of: .spokenOf), metBy: [.amendedPlanSent],
            sentTo: .holders, endedBy: Pattern(planEnds), "SEND Regulations 2014 regs 18(1)(b), 2", .law
        ).andTelling(.setting)
        + Rule(
            "P3", "Review and amend the plan before a move between institutions after 16", in: [.transfer],
            from: Pattern([.transferPlanned], [.collegeToCollege]),
            within: .within(.months(-5), of: .spokenOf), metBy: [.amendedPlanSent], sentTo: .holders,
            endedBy: Pattern(planEnds), "SEND Regulations 2014 reg 18(2)", .law
        ).andTelling(.setting)
}
