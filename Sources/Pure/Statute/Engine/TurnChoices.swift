import CivilTime

/// Who holds a matter after an event whose effect depends on what was decided, or on the matter.
extension TurnWalk {
    /// What an event does; nothing where it hands nothing over.
    func handings(of step: Step) -> [Handing] {
        switch step.kind {
        case .draftSent: [.asksFamily(until: step.day + 14)]
        case .amendmentNoticeSent:
            (isRunning ? [] : [.begins(.officer)]) + [.asksFamily(until: step.day + 14)]
        case .ceasingConsultedOn: consulted(step)
        case .ceaseNoticeSent: [.clears(.officer), .asksFamily(until: appealTimeEnds(step))]
        case .meetingPlanned, .meetingHeld: meeting
        case .reviewDecisionSent: reviewed(step)
        case .reassessmentDecisionSent: step.choice == .refused ? [.ends] : [.desk(.officer)]
        case .decisionReversed: matter.kind == .request ? [.begins(.officer)] : [.ends]
        case .planMaintained: isToBeAmendedToo ? [] : [.ends]
        default: inDispute(step)
        }
    }

    private func inDispute(_ step: Step) -> [Handing] {
        switch step.kind {
        case .icbToldOfMediation:
            step.choice == .healthOnly ? [.desk(.icb)] : step.choice == .withHealth ? [.joins(.icb)] : []
        case .certificateIssued:
            matter.kind == .mediation ? [.swaps(.mediationAdviser, .family)] : []
        case .appealDecided, .appealWithdrawn, .permissionRefused:
            matter.kind == .plan ? [.clears(.officer)] : [.ends]
        case .recommendationMade: [.joins(step.choice == .health ? .icb : .care)]
        case .recommendationAnswered:
            [.joins(.authority), .leaves(step.choice == .health ? .icb : .care)]
        case .complaintAnswered: step.choice == .memberEnquiry ? [.ends] : [.desk(.family)]
        case .informationRequested: [.begins(step.choice == .educationalRecord ? .setting : .authority)]
        default: Self.table[step.kind] ?? []
        }
    }

    /// Telling of ceasing asks the family, and the setting where it was told too.
    private func consulted(_ step: Step) -> [Handing] {
        let isSetting = history.events[step.place].to.contains(Party.setting.name)
        return isSetting ? [.asks(.family), .asks(.setting)] : [.asks(.family)]
    }

    /// The family's time to appeal against ceasing: until the last day of S10 without an appeal.
    private func appealTimeEnds(_ step: Step) -> Day {
        let counting = Counting(settings: clock.settings, calendars: clock.calendars)
        let certificate = history.steps.first { $0.kind == .certificateIssued && $0.day >= step.day }
        let two = step.day.adding(months: 2)
        return counting.tribunalEnd(certificate.map { max(two, $0.day.adding(months: 1)) } ?? two)
    }

    private var meeting: [Handing] {
        switch matter.kind {
        case .review, .transfer, .plan:
            [.begins(matter.attendsSetting && matter.settingHoldsReview ? .setting : .officer)]
        default: []
        }
    }

    /// A review is over when the plan is kept as it is; otherwise the officer goes on.
    private func reviewed(_ step: Step) -> [Handing] {
        if matter.kind == .move { return [.ends] }
        return step.choice == .maintain && matter.kind != .transfer ? [.ends] : [.clears(.officer)]
    }

    /// Whether the plan that goes on is to be amended too.
    private var isToBeAmendedToo: Bool {
        history.steps.contains { $0.choice == .keepAndAmend || $0.choice == .ceasingAndAmending }
    }
}
