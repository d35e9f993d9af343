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
    static let review: [Rule] = cycle + lists + meetings + decision + amending + special

    private static let cycle = [
        Rule(
            "R1", "Complete a review within twelve months", in: [.review, .plan],
            from: Pattern(reviewBaselines), times: .each, within: .within(.monthsBeginning(12)),
            metBy: [.reviewDecisionSent], sentTo: .holders,
            endedBy: Pattern(planEnds.union([.reassessedPlanSent])),
            "CFA 2014 s.44(1)", .general)
    ]

    private static let bySetting: [Condition] = [.attends(true), .settingHoldsReview(true)]
    private static let byAuthority: [Condition] = [.attends(true), .settingHoldsReview(false)]
    private static let withoutSetting: [Condition] = [.attends(false)]

    private static let lists =
        Rule(
            "R2", "Send the school, college or provider the list of reviews due in the term", in: [.review],
            to: .setting,
            from: [.termPlanned], within: .within(.weeks(-2), of: .spokenOf), force: .guidance,
            metBy: [.reviewListSent], sentTo: .party(.setting), "CoP 9.172-9.174", .secondary
        ).andTelling(.icb, .care)

    /// Invitations, advice sent round, report: to the family, and to each of the others invited.
    private static let meetings: [Rule] =
        inviting("R3", by: .setting, if: bySetting, "reg 20(2)-(3)")
        .andTelling(.officer, .icb, .care)
        + inviting("R3.authority", by: .authority, if: byAuthority, "reg 20(2)-(3)")
        .andTelling(.setting, .officer, .icb, .care)
        + circulating("R4", by: .setting, if: bySetting, "reg 20(4); CoP 9.176")
        .andTelling(.officer, .icb, .care)
        + circulating("R4.authority", by: .authority, if: byAuthority, "reg 20(4); CoP 9.176")
        .andTelling(.setting, .officer, .icb, .care)
        + [
            adulthood("R5", by: .setting, if: bySetting, "reg 20(5)-(6)"),
            adulthood("R5.authority", by: .authority, if: byAuthority, "reg 20(5)-(6)"),
        ]
        + reporting("R6", by: .setting, if: bySetting, "reg 20(7)-(9)", .secondary)
        .andTelling(.officer, .icb, .care)
        + reporting("R6.authority", by: .authority, if: byAuthority, "reg 20(7)-(9)", .secondary)
        .andTelling(.setting, .officer, .icb, .care)
        + inviting("R12.invitations", by: .authority, if: withoutSetting, "reg 21(2)-(3)")
        .andTelling(.officer, .icb, .care)
        + circulating("R12.advice", by: .authority, if: withoutSetting, "reg 21(4)")
        .andTelling(.officer, .icb, .care)
        + [adulthood("R12.adulthood", by: .authority, if: withoutSetting, "reg 21(5)-(6)")]
        + reporting("R12.report", by: .authority, if: withoutSetting, "reg 21(7)-(8)", .law)
        .andTelling(.officer, .icb, .care)

    private static func inviting(
        _ id: String, by party: Party, if conditions: [Condition], _ regulation: String
    ) -> Rule {
        Rule(
            id, "Invite the family to the review meeting\(who(id))", in: [.review], by: party,
            from: [.meetingPlanned], if: conditions, within: .within(.weeks(-2), of: .spokenOf),
            metBy: [.invitationsSent], sentTo: .holders, endedBy: Pattern(planEnds),
            "SEND Regulations 2014 \(regulation)", .law)
    }

    private static func circulating(
        _ id: String, by party: Party, if conditions: [Condition], _ regulation: String
    ) -> Rule {
        Rule(
            id, "Send advice and information to the family before the meeting\(who(id))", in: [.review],
            by: party, from: [.meetingPlanned], if: conditions,
            within: .within(.weeks(-2), of: .spokenOf), metBy: [.adviceCirculated], sentTo: .holders,
            endedBy: Pattern(planEnds), "SEND Regulations 2014 \(regulation)", .law)
    }

    private static func adulthood(
        _ id: String, by party: Party, if conditions: [Condition], _ regulation: String
    ) -> Rule {
        Rule(
            id, "Look at preparation for adulthood at the meeting\(who(id))", in: [.review], by: party,
            from: [.meetingHeld], if: conditions + [.fromYear(9)], within: .within(.sameDay),
            metBy: [.adulthoodConsidered], "SEND Regulations 2014 \(regulation)", .law)
    }

    private static func reporting(
        _ id: String, by party: Party, if conditions: [Condition], _ regulation: String, _ mark: Mark
    ) -> Rule {
        Rule(
            id, "Send the report of the review meeting to the family\(who(id))", in: [.review], by: party,
            from: [.meetingHeld], if: conditions, within: .within(.weeks(2)), metBy: [.reviewReportSent],
            sentTo: .holders, endedBy: Pattern(planEnds), "SEND Regulations 2014 \(regulation)", mark)
    }

    /// What sets the same duty apart where the head does not hold the meeting.
    private static func who(_ id: String) -> String {
        if id.hasPrefix("R12") { return " (no setting)" }
        return id.hasSuffix("authority") ? " (held by the authority)" : ""
    }

    private static let decision =
        Rule(
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
            "R10", "Send the family the final amended plan", in: [.review], from: [.meetingHeld],
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
        ).andTelling(.setting, .icb, if: .namesSetting(true)) + [
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
}
