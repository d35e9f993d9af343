extension Law {
    private static let appealOver: WordSet<EventKind> = [.appealWithdrawn, .appealDecided, .childDied]

    /// When a day ends for an act under the tribunal's rules (r.12(1)).
    private static let fivePm = "17:00"

    /// Section 9 of the reference: appeals.
    static let appeal: [Rule] = bringing + hearing + recommending

    private static let bringing = [
        Rule(
            "T1", "Bring an appeal", in: [.appeal, .mediation], by: .family, to: .tribunal,
            from: [.decisionNoticeSent], within: appealLimit, metBy: [.appealReceived],
            endedBy: [.decisionReversed, .childDied], closesAt: fivePm,
            "HESC Rules 2008 r.20(1)(c), with r.12 (T2, T3)", .secondary),
        Rule(
            "T5", "Respond to the appeal", in: [.appeal], to: .tribunal, from: [.appealSentToAuthority],
            within: .within(.tribunalWorkingDays(30)), metBy: [.responseSent, .notOpposed],
            endedBy: Pattern(appealOver), change: .anyDay, closesAt: fivePm,
            "HESC Rules 2008 r.21, with r.12 (T3, T4)", .secondary),
        Rule(
            "T6", "Do what the tribunal directed", in: [.appeal], by: .parties, to: .tribunal,
            from: [.directionGiven], times: .perAbout,
            within: .within(.sameDay, of: .spokenOf, ending: .nextWorkingDay), metBy: [.directionMet],
            endedBy: Pattern(appealOver), change: .anyDay, closesAt: fivePm,
            "The direction; HESC Rules 2008 r.12(2) (T3)",
            .secondary),
    ]

    private static let hearing = [
        Rule(
            "T7", "Send the decision after the hearing", in: [.appeal], by: .tribunal,
            from: [.hearingHeld], within: .within(.workingDays(10, .englandAndWales)), force: .practice,
            metBy: [.appealDecided], endedBy: [.appealWithdrawn, .childDied], "Tribunal practice", .secondary),
        Rule(
            "T8", "Ask for permission to appeal further", in: [.appeal], by: .parties, to: .tribunal,
            from: [.writtenReasonsSent], within: .within(.tribunalDays(28), ending: .nextWorkingDay),
            metBy: [.permissionAskedFor], endedBy: [.childDied], closesAt: fivePm,
            "HESC Rules 2008 r.46, with r.12", .general),
    ]

    private static let recommending =
        answers + [
            Rule(
                "T9.inform", "Tell the Secretary of State of the answer", in: [.appeal, .order],
                to: .secretaryOfState, from: [.recommendationAnswered], times: .perAbout,
                within: .within(.weeks(1)), metBy: [.secretaryOfStateTold],
                "SI 2017/1306 reg 7 (time to verify)", .general)
        ]

    private static let answers =
        [
            Rule(
                "T9", "Answer the tribunal's recommendation on social care to the family in writing",
                in: [.appeal, .order],
                by: .care, from: Pattern([.recommendationMade], [.care]), times: .perAbout,
                within: .within(.weeks(5)), metBy: Pattern([.recommendationAnswered], [.care]),
                sentTo: .holders,
                "SI 2017/1306 reg 7", .secondary)
        ]
        + Rule(
            "T9.icb", "Answer the tribunal's recommendation on health to the family in writing",
            in: [.appeal, .order],
            by: .icb, from: Pattern([.recommendationMade], [.health]), times: .perAbout,
            within: .within(.weeks(5)), metBy: Pattern([.recommendationAnswered], [.health]),
            sentTo: .holders, "SI 2017/1306 reg 7", .secondary
        ).andTelling(.authority)
}
