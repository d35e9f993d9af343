import Access
import CivilTime
import Ledger
import Pages

/// An objective or action with everything recorded of its progress, as pages show it.
struct ProgressRecord: Sendable {
    let header: PlanHeader
    /// The month of the first issue of the plan.
    let begun: Month
    let part: ProgressPart
    let progress: Progress
    /// How many entries the progress has, by which a form tells whether somebody else was sooner.
    let version: Int
    let gate: MonthGate
    /// The days until which the part is in time.
    let dues: [Day]
    /// The milestones, each with the last day on which it is in time by its first promise.
    let steps: [WhatIsKnown.Step]

    /// Loads it by the part's subject id.
    ///
    /// - Throws: ``Pages/PageError/notFound`` where the plan holds no such part now.
    static func load(
        _ id: String, _ reference: Reference, _ snapshot: Snapshot
    ) throws -> ProgressRecord {
        let objective = try snapshot.state(of: Objective.self, id).flatMap { ProgressPart($0.state) }
        let action = try snapshot.state(of: PlanAction.self, id).flatMap { ProgressPart($0.state) }
        guard let part = objective ?? action,
            let plan = try snapshot.state(of: Plan.self, part.plan)?.state, let issue = plan.current
        else { throw PageError.notFound }
        let found = try snapshot.state(of: Progress.self, id)
        return ProgressRecord(
            header: issue.header, begun: (plan.issues.first?.day ?? issue.day).calendarMonth, part: part,
            progress: found?.state ?? Progress(id: id), version: found?.version ?? 0,
            gate: try MonthGate.load(part.plan, snapshot.reader), reference)
    }

    private init(
        header: PlanHeader, begun: Month, part: ProgressPart, progress: Progress, version: Int,
        gate: MonthGate, _ reference: Reference
    ) {
        self.header = header
        self.begun = begun
        self.part = part
        self.progress = progress
        self.version = version
        self.gate = gate
        dues = part.due.map { DueRule.day(of: $0, in: reference) }
        steps = part.milestones(progress).map {
            WhatIsKnown.Step(milestone: $0, due: DueRule.day(of: $0.first, in: reference))
        }
    }

    /// Every objective and action of a plan, in the plan's order.
    static func all(
        of plan: String, _ reference: Reference, _ snapshot: Snapshot
    ) throws -> [ProgressRecord] {
        let ids = try snapshot.reader.all(
            """
            SELECT subject_id FROM programme_part WHERE plan_id = \(plan) AND is_current = 1
            AND part IN \(list: [ObjectiveStatement.part, ActionStatement.part])
            ORDER BY part DESC, position, code
            """
        ) { $0.text(0) }
        return try ids.map { try load($0, reference, snapshot) }
    }

    /// What the system knows beside the rating on a day.
    func known(on today: Day, indicators: [String] = []) -> WhatIsKnown {
        WhatIsKnown(
            scheme: header.scheme, begun: begun, months: progress.months, steps: steps,
            evidence: progress.evidence, dues: part.isOngoing ? [] : dues, today: today,
            indicators: indicators)
    }

    /// The rating last reported, with its month; nil where there is none.
    var rating: (rating: Rating, month: Month)? {
        guard let last = progress.months.last, let colour = last.current.rating else { return nil }
        return header.scheme.rating(colour).map { ($0, last.month) }
    }

    /// The same as boards have received it: nothing of a month that none has.
    func received(_ reference: Reference) -> ProgressRecord {
        ProgressRecord(
            header: header, begun: begun, part: part, progress: progress.received(gate), version: version,
            gate: gate, reference)
    }

    // MARK: Months

    /// The months that may be reported on a day, the first first, closed ones among them.
    func months(on today: Day) -> [Month] {
        let present = today.calendarMonth
        let columns = header.scheme.columns.compactMap { Month(iso: $0) }
        if !columns.isEmpty { return columns.filter { $0 <= present } }
        return Array(max(min(begun, present), present - 11)...present)
    }

    /// The months that are open to reports on a day.
    func openMonths(on today: Day) -> [Month] { months(on: today).filter { !gate.isClosed($0) } }

    /// The month that a report is due for: the one before this where nobody has reported on it, otherwise this.
    ///
    /// For a plan of quarters, the last column that has begun; nil where nothing is left to report.
    func monthDue(on today: Day) -> Month? {
        let open = openMonths(on: today)
        let reported = Set(progress.months.map(\.month))
        if !header.scheme.columns.isEmpty { return open.last.flatMap { reported.contains($0) ? nil : $0 } }
        return open.suffix(2).first { !reported.contains($0) && $0 >= today.calendarMonth - 1 }
    }
}

/// Whose objectives somebody may report on.
struct ReportingRights: Sendable {
    let reporter: Reporter
    /// The names that plans use for what they lead, by plan; for the programme team none is needed.
    private let bodies: [String: [BodyStatement]]

    /// Looks up what somebody may report on; nil where that is nothing at all.
    static func load(_ visitor: Visitor, _ today: Day, _ snapshot: Snapshot) throws -> ReportingRights? {
        guard case .allowed(let role, _) = decide(visitor, .reportProgress), let account = visitor.account
        else { return nil }
        if role == .programmeTeam { return ReportingRights(reporter: .programmeTeam, bodies: [:]) }
        var bodies: [String: [BodyStatement]] = [:]
        for lead in try LeadRow.all(by: account, snapshot.reader) where lead.holds(on: today) {
            let body = try PlanRecord.part(BodyStatement.self, lead.body, of: lead.plan, snapshot).current
            if let body { bodies[lead.plan, default: []].append(body) }
        }
        return ReportingRights(reporter: .lead(account: account), bodies: bodies)
    }

    /// Whether they may report on a part.
    func reach(_ part: ProgressPart) -> Bool {
        reporter == .programmeTeam || part.isLed(by: bodies[part.plan] ?? [])
    }

    /// The plans on whose parts they may report; nil for any.
    var plans: Set<String>? { reporter == .programmeTeam ? nil : Set(bodies.keys) }

    /// For which of the groups that a part names they may report, as the plan writes them.
    func groups(of part: ProgressPart) -> [String] {
        guard reporter != .programmeTeam else { return part.groups }
        let held = bodies[part.plan] ?? []
        return part.groups.filter { name in held.contains { $0.isCalled(name) } }
    }
}
