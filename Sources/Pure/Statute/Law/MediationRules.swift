extension Law {
    private static let three = Count.workingDays(3, .englandAndWales)
    private static let noMediation: WordSet<EventKind> = [
        .mediationDeclined, .adviserToldOfNone, .decisionReversed, .childDied,
    ]

    /// Section 8 of the reference: mediation. What is agreed on something that can be appealed runs by the
    /// rules for orders (D9: O1 to O10).
    static let mediation: [Rule] = beforeMediation + arranging + agreements

    private static let beforeMediation = [
        Rule(
            "D1", "Contact the mediation adviser", in: [.mediation], by: .family, to: .mediationAdviser,
            from: [.decisionNoticeSent], within: .within(.months(2)), metBy: [.adviserContacted],
            endedBy: [.decisionReversed, .childDied], "SEND Regulations 2014 reg 33", .law),
        Rule(
            "D2", "Issue the certificate to a family that does not want mediation", in: [.mediation],
            by: .mediationAdviser, from: [.mediationDeclined], within: .within(three),
            metBy: [.certificateIssued], endedBy: [.decisionReversed],
            "CFA 2014 s.55(4); SEND Regulations 2014 reg 34", .secondary),
        Rule(
            "D3", "Tell the health boards of the health issues", in: [.mediation], to: .icb,
            from: Pattern([.mediationWanted], [.healthOnly, .withHealth]), within: .within(three),
            metBy: [.icbToldOfMediation], endedBy: Pattern(noMediation), "SEND Regulations 2014 reg 35",
            .secondary),
    ]

    private static let arranging = [
        Rule(
            "D4", "Arrange mediation about health provision alone", in: [.mediation], by: .icb,
            from: Pattern([.icbToldOfMediation], [.healthOnly]), within: .within(.days(30)),
            metBy: [.mediationHeld], endedBy: Pattern(noMediation),
            "CFA 2014 s.53; SEND Regulations 2014 regs 35-37 (number to check)", .secondary),
        Rule(
            "D5", "Arrange mediation", in: [.mediation],
            from: Pattern([.mediationWanted], [.withHealth, .withoutHealth]), within: .within(.days(30)),
            metBy: [.mediationHeld], endedBy: Pattern(noMediation),
            "CFA 2014 s.54; SEND Regulations 2014 regs 35-37 (number to check)", .secondary),
        Rule(
            "D6", "Tell the adviser that mediation cannot be arranged in time", in: [.mediation],
            to: .mediationAdviser, from: [.mediationCannotBeArranged], within: .atOnce,
            metBy: [.adviserToldOfNone], endedBy: [.mediationHeld, .decisionReversed],
            "SEND Regulations 2014 regs 36-39", .secondary),
        Rule(
            "D6.certificate", "Issue the certificate where mediation cannot be arranged in time",
            in: [.mediation], by: .mediationAdviser, from: [.adviserToldOfNone], within: .within(three),
            metBy: [.certificateIssued], endedBy: [.decisionReversed], "SEND Regulations 2014 regs 36-39",
            .secondary),
        Rule(
            "D7", "Tell everyone the date and place of the mediation", in: [.mediation], to: .parties,
            from: [.mediationDateSet], times: .each,
            within: .within(.workingDays(-5, .englandAndWales), of: .spokenOf), metBy: [.partiesToldOfDate],
            endedBy: Pattern(noMediation), waivedBy: [.shortNoticeAgreed],
            "SEND Regulations 2014 regs 36-38 (number of days to check)", .general),
        Rule(
            "D8", "Issue the certificate after the mediation", in: [.mediation], by: .mediationAdviser,
            from: [.mediationEnded], within: .within(three), metBy: [.certificateIssued],
            endedBy: [.decisionReversed], "CFA 2014 s.55(5); SEND Regulations 2014 reg 39", .secondary),
    ]

    private static let agreements = [
        Rule(
            "D10", "Do what was agreed and cannot be appealed", in: [.mediation],
            from: [.otherAgreementReached], times: .each, within: .within(.weeks(2)),
            metBy: [.agreementCarriedOut], change: .anyDay, "SEND Regulations 2014 reg 42(3), (5) (D12)", .law
        ),
        Rule(
            "D11", "Tell the authority what was agreed without it", in: [.mediation], by: .icb,
            to: .authority,
            from: [.agreementWithoutAuthority], times: .each, within: .within(.weeks(1)),
            metBy: [.authorityToldOfAgreement], change: .anyDay, "SEND Regulations 2014 reg 42(4), (5) (D12)",
            .law),
    ]
}
