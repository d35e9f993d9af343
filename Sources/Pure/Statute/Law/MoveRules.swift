extension Law {
    /// Section 7 of the reference: moving between authorities.
    static let move: [Rule] = transferring + afterTransfer + healthBoards

    private static let transferring = [
        Rule(
            "M1", "Transfer the plan to the new authority", in: [.move], by: .oldAuthority, to: .newAuthority,
            from: [.moveKnown], within: moveLimit, metBy: [.planTransferred], endedBy: Pattern(planEnds),
            "SEND Regulations 2014 reg 15(2)", .law)
    ]

    /// The day of the move, or the last of 15 working days beginning with the day it became known: the later.
    private static let moveLimit = Limit(
        .latest,
        [
            Clause(from: .spokenOf, .sameDay),
            Clause(from: .trigger, .workingDaysBeginning(15, .englandAndWales)),
        ])

    private static let afterTransfer = [
        Rule(
            "M2", "Secure the provision of the transferred plan from the day of the transfer", in: [.move],
            by: .newAuthority, from: [.planTransferred], within: .within(.sameDay),
            metBy: [.provisionSecured],
            endedBy: Pattern(planEnds), "SEND Regulations 2014 reg 15(3); CoP 9.157-9.162", .secondary),
        Rule(
            "M2.place", "Arrange another suitable place where the named one is out of reach", in: [.move],
            by: .newAuthority, from: [.namedPlaceImpracticable], within: .promptly,
            metBy: [.otherPlaceArranged], endedBy: Pattern(planEnds),
            "SEND Regulations 2014 reg 15(3); CoP 9.157-9.162", .secondary),
        Rule(
            "M3", "Tell the family of the transfer, of any reassessment and of the next review", in: [.move],
            by: .newAuthority, from: [.planTransferred], within: .within(.weeks(6)),
            metBy: [.transferLetterSent], sentTo: .holders, endedBy: Pattern(planEnds),
            "SEND Regulations 2014 reg 15(4)", .law),
        Rule(
            "M4", "Review the transferred plan", in: [.move], by: .newAuthority, from: [.planTransferred],
            within: Limit(
                .latest,
                [
                    Clause(from: .before(reviewBaselines), .monthsBeginning(12)),
                    Clause(from: .trigger, .monthsBeginning(3)),
                ]), metBy: [.reviewDecisionSent], sentTo: .holders, endedBy: Pattern(planEnds),
            "SEND Regulations 2014 reg 15(5)", .law),
        Rule(
            "M7", "Send the papers of a child who left England, when asked", in: [.move, .plan],
            by: .oldAuthority, from: [.papersAskedFor], within: .promptly, metBy: [.papersSent],
            "No provision; the plan ends", .general),
    ]

    private static let healthBoards = [
        Rule(
            "M5", "Tell the new health board of the move", in: [.move], by: .oldIcb, to: .newIcb,
            from: [.icbChangeKnown], within: moveLimit, metBy: [.newIcbTold], endedBy: Pattern(planEnds),
            "SEND Regulations 2014 reg 16", .secondary),
        Rule(
            "M5.request",
            "Ask the authority to assess or review where the health provision cannot be arranged",
            in: [.move], by: .newIcb, to: .authority, from: [.healthCannotBeArranged],
            within: .within(.workingDays(15, .englandAndWales)), metBy: [.newIcbAskedAuthority],
            endedBy: Pattern(planEnds), "SEND Regulations 2014 reg 16 (counting to check)", .secondary),
    ]
}
