extension Law {
    private static let ordered: WordSet<EventKind> = [.orderMade, .agreementReached]
    private static let orderExceptions = ["X1", "X2", "E1", "E2", "E3", "E4"]
    private static let over: WordSet<EventKind> = [.childDied, .childMovedAway, .planCeased]
    private static let reg44 = "SEND Regulations 2014 reg 44 (after mediation: reg 42(2), D9)"
    private static let reg45 = "SEND Regulations 2014 reg 45, as substituted by SI 2015/359"

    /// A duty under an order, or an agreement that counts as one.
    private static func obey(
        _ id: String, _ title: String, _ choices: WordSet<Choice>, _ limit: Count, _ metBy: Pattern,
        also endedBy: WordSet<EventKind> = [], exceptions: [String] = orderExceptions
    ) -> Rule {
        Rule(
            id, title, in: [.order, .mediation], from: Pattern(ordered, choices), within: .within(limit),
            metBy: metBy, sentTo: .holders, endedBy: Pattern(over.union(endedBy)), exceptions: exceptions,
            change: .anyDay, reg44, .secondary)
    }

    /// A duty where the authority does not oppose an appeal, told before its response was due.
    private static func concede(
        _ id: String, _ title: String, _ grounds: WordSet<Choice>, _ limit: Count, _ metBy: Pattern,
        also endedBy: WordSet<EventKind> = []
    ) -> Rule {
        Rule(
            id, "\(title) (appeal not opposed)", in: [.order, .appeal], from: Pattern([.notOpposed], grounds),
            if: [.beforeResponseDue], within: .within(limit), metBy: metBy, sentTo: .holders,
            endedBy: Pattern(over.union(endedBy)), exceptions: orderExceptions, reg45, .law)
    }

    private static let finalPlans: Pattern = [.finalPlanSent, .reassessedPlanSent]
    private static let noPlan: WordSet<EventKind> = [
        .issueRefusalSent, .reassessmentOutcomeSent, .reassessmentEndedWithoutPlan,
    ]

    /// Section 10 of the reference: orders (O), and appeals not opposed (U).
    static let order: [Rule] = orders + appealsNotOpposed

    private static let orders = [
        obey("O1", "Cease the plan", [.ceasingUpheld], .sameDay, [.planCeased], exceptions: [])
            .byTheActItself,
        obey(
            "O2", "Tell the family that there will be an assessment", [.assess, .reassess], .weeks(2),
            [.assessmentNoticeSent, .reassessmentDecisionSent]),
        obey(
            "O3", "If no plan follows the ordered assessment, tell the family", [.assess, .reassess],
            .weeks(10), [.issueRefusalSent, .reassessmentOutcomeSent],
            also: [.decisionToIssue, .draftSent, .finalPlanSent, .reassessedPlanSent]),
        obey(
            "O4", "Send the final plan after the ordered assessment", [.assess, .reassess], .weeks(14),
            finalPlans, also: noPlan),
        obey(
            "O5.draft", "Send the draft of the plan ordered", [.makePlan], .weeks(5), [.draftSent],
            also: [.finalPlanSent]),
        obey(
            "O5.plan", "Send the final plan ordered", [.makePlan], .weeks(11), [.finalPlanSent],
            exceptions: orderExceptions + ["X3"]),
        obey(
            "O6", "Tell the family the decision made again", [.reconsider], .weeks(2),
            [.reconsideredDecisionSent]),
        obey("O7", "Send the plan amended as ordered", [.amendContents], .weeks(5), [.amendedPlanSent]),
        obey(
            "O8", "Send the plan with the place ordered", [.amendPlacement], .weeks(2), [.amendedPlanSent]),
        obey(
            "O9", "Go on maintaining the plan", [.keepPlan, .keepAndAmend], .sameDay, [.planMaintained],
            exceptions: []
        ).byTheActItself,
        obey("O10", "Send the plan kept and amended", [.keepAndAmend], .weeks(5), [.amendedPlanSent]),
    ]

    private static let appealsNotOpposed = [
        concede(
            "U1.notice", "Tell the family that there will be an assessment", [.refusalToAssess], .weeks(2),
            [.assessmentNoticeSent, .reassessmentDecisionSent]),
        concede(
            "U1.refusal", "If no plan follows that assessment, tell the family", [.refusalToAssess],
            .weeks(10), [.issueRefusalSent, .reassessmentOutcomeSent],
            also: [.decisionToIssue, .draftSent, .finalPlanSent, .reassessedPlanSent]),
        concede(
            "U1.plan", "Send the final plan after that assessment", [.refusalToAssess], .weeks(14),
            finalPlans, also: noPlan),
        concede(
            "U2.draft", "Send the draft plan", [.refusalToIssue], .weeks(5), [.draftSent],
            also: [.finalPlanSent]),
        concede("U2.plan", "Send the final plan", [.refusalToIssue], .weeks(11), [.finalPlanSent]),
        concede("U3", "Send the amended plan", [.contents], .weeks(5), [.amendedPlanSent]),
        concede("U4", "Send the plan with the place agreed", [.placement], .weeks(2), [.amendedPlanSent]),
        concede(
            "U4.contents", "Send the plan amended in contents and place", [.placementAndContents], .weeks(5),
            [.amendedPlanSent]),
        concede(
            "U5.keep", "Go on maintaining the plan", [.ceasing, .ceasingAndAmending], .sameDay,
            [.planMaintained]
        ).byTheActItself,
        concede(
            "U5.amend", "Send the plan kept and amended", [.ceasingAndAmending], .weeks(5),
            [.amendedPlanSent]),
    ]
}

extension Rule {
    /// The same rule, met by the act itself and not by telling anyone.
    fileprivate var byTheActItself: Rule {
        Rule(
            id, title, in: matters, by: owedBy, to: owedTo, from: trigger, times: times, if: conditions,
            within: limit, metBy: metBy, endedBy: id == "O1" ? [.childDied] : endedBy,
            exceptions: exceptions, change: change, citation, mark)
    }
}
