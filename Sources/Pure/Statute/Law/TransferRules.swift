extension Law {
    /// Section 5 of the reference: phase transfers.
    static let transfer: [Rule] =
        Rule(
            "P1",
            "Review and amend the plan for the move from school to an institution after 16, and send it to the family",
            in: [.transfer], from: Pattern([.transferPlanned], [.secondaryToCollege]),
            within: .within(.before(month: 3, day: 31), of: .spokenOf), metBy: [.amendedPlanSent],
            sentTo: .holders, endedBy: Pattern(planEnds), "SEND Regulations 2014 reg 18(1)(a)", .law
        ).andTelling(.setting, if: .namesSetting(true), read: .secondary)
        + Rule(
            "P2", "Review and amend the plan for the move to the next phase, and send it to the family",
            in: [.transfer],
            from: Pattern(
                [.transferPlanned],
                [
                    .earlyYearsToSchool, .infantToJunior, .primaryToMiddle, .primaryToSecondary,
                    .middleToSecondary,
                ]), within: .within(.before(month: 2, day: 15), of: .spokenOf), metBy: [.amendedPlanSent],
            sentTo: .holders, endedBy: Pattern(planEnds), "SEND Regulations 2014 regs 18(1)(b), 2", .law
        ).andTelling(.setting, if: .namesSetting(true), read: .secondary)
        + Rule(
            "P3",
            "Review and amend the plan before a move between institutions after 16, and send it to the family",
            in: [.transfer],
            from: Pattern([.transferPlanned], [.collegeToCollege]),
            within: .within(.months(-5), of: .spokenOf), metBy: [.amendedPlanSent], sentTo: .holders,
            endedBy: Pattern(planEnds), "SEND Regulations 2014 reg 18(2)", .law
        ).andTelling(.setting, if: .namesSetting(true), read: .secondary)
}
