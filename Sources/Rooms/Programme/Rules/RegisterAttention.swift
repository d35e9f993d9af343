import CivilTime

/// What needs somebody's attention, in the words of lists and pages; pure, from days and today.
enum RegisterAttention {
    /// What of a thing in a register matters here.
    struct Standing: Sendable {
        var kind: RegisterKind?
        var status = RegisterStatus.planned
        var due: Day?
        var ends: Day?
        var review: Day?
        var hasVersion = false
        var coproductions = 0
        /// The first day by which an action within it that is not done is due.
        var actionDue: Day?
    }

    /// How long a recommendation may stand open without a word.
    static let quietDays = 92

    static func findings(_ standing: Standing, today: Day) -> [String] {
        if standing.status.isOver { return [] }
        var findings: [String] = []
        if standing.status.isUnfinished, let due = standing.due, due < today {
            findings.append("\(late(due, today)): not agreed or published yet")
        }
        if let action = standing.actionDue, action < today {
            findings.append("An action is \(late(action, today))")
        }
        if let review = standing.review, review < today {
            findings.append("Review \(late(review, today))")
        }
        if let ends = standing.ends, ends < today {
            findings.append("Its last day was \(ends.short): renew it, or record that it ended")
        }
        if standing.kind?.hasVersions == true, standing.status == .published, !standing.hasVersion {
            findings.append("Published, but no version is recorded")
        }
        if standing.kind?.isCoproduced == true, !standing.status.isUnfinished, standing.coproductions == 0 {
            findings.append("No co-production is recorded")
        }
        return findings
    }

    /// What a recommendation waits for.
    static func recommendation(
        _ state: FollowUpState, isAnswered: Bool, lastDay: Day, today: Day
    ) -> [String] {
        guard state.isOpen else { return [] }
        if !isAnswered { return ["Not answered yet"] }
        let quiet = today - lastDay
        return quiet > quietDays ? ["Nothing recorded for \(days(quiet))"] : []
    }

    /// What a review waits for.
    static func review(
        planned: Day?, isDayKnown: Bool, held: Day?, hasFindings: Bool, actionDue: Day?, today: Day
    ) -> [String] {
        var findings: [String] = []
        let last = planned.map { isDayKnown ? $0 : $0.calendarMonth.last }
        if held == nil, !hasFindings, let last, last < today {
            findings.append(
                "Planned for \(isDayKnown ? last.short : last.calendarMonth.written); not recorded as held")
        }
        if let held, !hasFindings, today - held > 28 {
            findings.append("Held \(days(today - held)) ago; no findings recorded")
        }
        if let actionDue, actionDue < today { findings.append("An action is \(late(actionDue, today))") }
        return findings
    }

    static func late(_ due: Day, _ today: Day) -> String { "\(days(today - due)) late" }
    static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}

extension RegisterItem {
    /// What of it matters for what needs attention.
    var standing: RegisterAttention.Standing {
        .init(
            kind: register, status: status, due: details?.due, ends: details?.ends, review: details?.review,
            hasVersion: !versions.isEmpty, coproductions: coproductions.count, actionDue: actions.firstDue)
    }
}
