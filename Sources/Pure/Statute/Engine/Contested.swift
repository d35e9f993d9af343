/// Events that cannot be true together: an answer before its question, two decisions that exclude each other.
struct Contested {
    let events: [Event]
    let steps: [Step]
    let kind: MatterKind
    private(set) var suspects: Set<Int> = []
    private(set) var problems: [Problem] = []

    init(events: [Event], steps: [Step], kind: MatterKind) {
        self.events = events
        self.steps = steps
        self.kind = kind
    }

    /// What follows from what, event by event.
    private static let follows: [(later: WordSet<EventKind>, earlier: WordSet<EventKind>)] = [
        (
            [
                .consideringNoticeSent, .decisionToAssess, .decisionNotToAssess, .assessmentNoticeSent,
                .assessmentRefusalSent, .decisionToIssue, .decisionNotToIssue, .issueRefusalSent,
            ], [.requestReceived, .responsibilityArose, .arrivedDuringAssessment]
        ), ([.settingAnswered], [.settingConsulted]),
        ([.commentsReceived], [.draftSent, .amendmentNoticeSent]),
        ([.reviewReportSent, .reviewDecided, .reviewDecisionSent], [.meetingHeld]),
        ([.reassessmentDecisionSent], [.reassessmentRequested]), ([.ceaseNoticeSent], [.decisionToCease]),
        ([.planTransferred], [.moveKnown]), ([.responseSent, .notOpposed], [.appealSentToAuthority]),
        ([.directionMet], [.directionGiven]), ([.recommendationAnswered], [.recommendationMade]),
        ([.mediationEnded], [.mediationHeld]), ([.directPaymentsReviewed], [.directPaymentsStarted]),
        ([.complaintAcknowledged, .complaintAnswered, .delayExplained], [.complaintReceived]),
        ([.stageTwoAcknowledged, .stageTwoAnswered], [.stageTwoAsked]), ([.panelMet], [.panelAsked]),
        ([.panelReported], [.panelMet]), ([.panelAnswered], [.panelReported]),
        ([.informationGiven, .extensionTold], [.informationRequested]),
        ([.clarificationReceived], [.clarificationAsked]), ([.breachReported], [.breachKnown]),
        ([.finalPlanSent], [.requestReceived, .responsibilityArose, .arrivedDuringAssessment]),
        ([.draftSent], [.requestReceived, .responsibilityArose, .arrivedDuringAssessment]),
        ([.certificateIssued], [.decisionNoticeSent]), ([.appealReceived], [.decisionNoticeSent]),
        ([.appealDecided], [.appealReceived]), ([.permissionAskedFor], [.appealDecided]),
        ([.permissionRefused], [.permissionAskedFor]),
        ([.invitationsSent, .adviceCirculated], [.meetingPlanned]),
        ([.ceasingConsultedOn], [.ceasingConsidered]), ([.icbToldOfMediation], [.mediationWanted]),
        ([.partiesToldOfDate], [.mediationDateSet]),
        ([.agreementCarriedOut], [.agreementReached, .otherAgreementReached]),
        ([.authorityToldOfAgreement], [.agreementWithoutAuthority]), ([.budgetAnswered], [.budgetRequested]),
        ([.refusalReasonsSent], [.directPaymentsRefused]), ([.panelAsked], [.stageTwoAnswered]),
    ]

    /// For each kind, what it follows from.
    private static let earlier: [[WordSet<EventKind>]] = EventKind.allCases.map { kind in
        follows.filter { $0.later.contains(kind) }.map(\.earlier)
    }

    /// Answers by somebody who must have been asked.
    private static let answers: [(later: WordSet<EventKind>, earlier: EventKind)] = [
        ([.adviceReceived, .adviceNotKnown, .adviceReturned, .adviceChased], .adviceAsked),
        ([.settingAnswered], .settingConsulted), ([.directionMet], .directionGiven),
    ]

    /// Decisions that exclude each other unless a reversal lies between.
    private static let opposites: [(EventKind, EventKind)] = [
        (.decisionToAssess, .decisionNotToAssess), (.assessmentNoticeSent, .assessmentRefusalSent),
        (.decisionToIssue, .decisionNotToIssue), (.issueRefusalSent, .finalPlanSent),
        (.decisionNotToAssess, .assessmentNoticeSent), (.decisionToAssess, .assessmentRefusalSent),
        (.decisionNotToIssue, .finalPlanSent), (.decisionToIssue, .issueRefusalSent),
        (.assessmentRefusalSent, .finalPlanSent),
    ]

    mutating func check() {
        checkOrder()
        checkAnswers()
        checkOpposites()
        if kind == .review { checkOutcomes() }
    }

    private mutating func checkOrder() {
        for step in steps {
            for earlier in Self.earlier[Int(step.kind.rawValue)] {
                guard
                    let first = steps.first(where: { earlier.contains($0.kind) && sameThing($0, step) }),
                    first.day > step.day
                else { continue }
                suspects.insert(step.place)
                problems.append(
                    .impossibleOrder(event: events[step.place].id, before: events[first.place].id))
            }
        }
    }

    private mutating func checkAnswers() {
        for step in steps {
            for row in Self.answers where row.later.contains(step.kind) {
                let key = events[step.place].key
                let asked = steps.first { $0.kind == row.earlier && events[$0.place].key == key }
                if let asked, asked.day <= step.day { continue }
                guard suspects.insert(step.place).inserted else { continue }
                problems.append(
                    asked.map {
                        .impossibleOrder(event: events[step.place].id, before: events[$0.place].id)
                    } ?? .neverAsked(event: events[step.place].id, about: key))
            }
        }
    }

    /// Whether two events speak of the same giver, setting or thing, or at least one of none.
    private func sameThing(_ one: Step, _ other: Step) -> Bool {
        let (left, right) = (events[one.place].about, events[other.place].about)
        return left.isEmpty || right.isEmpty || left == right
    }

    private mutating func checkOpposites() {
        let kinds = WordSet(steps.map(\.kind))
        for (left, right) in Self.opposites where kinds.contains(left) && kinds.contains(right) {
            guard let one = steps.first(where: { $0.kind == left }) else { continue }
            for other in steps where other.kind == right {
                contradict(one, other)
            }
        }
    }

    private mutating func checkOutcomes() {
        for kind in [EventKind.reviewDecided, .reviewDecisionSent] {
            let decisions = steps.filter { $0.kind == kind }
            for (one, next) in zip(decisions, decisions.dropFirst()) where one.choice != next.choice {
                contradict(one, next)
            }
        }
    }

    private mutating func contradict(_ one: Step, _ other: Step) {
        let (first, last) = (min(one.day, other.day), max(one.day, other.day))
        let reversed = steps.contains {
            $0.kind == .decisionReversed && $0.day >= first && $0.day <= last
        }
        if reversed { return }
        suspects.formUnion([one.place, other.place])
        problems.append(.contradiction(event: events[other.place].id, with: events[one.place].id))
    }
}
