import CivilTime

extension ApprovedChange {
    /// The approved changes that no issue of the plan has stated yet, the last for each promise; none about what the
    /// plan no longer promises.
    ///
    /// - Parameter approved: in the order of their decisions.
    static func pending(_ approved: [ApprovedChange], in history: PlanHistory) -> [ApprovedChange] {
        guard let current = history.plan.current else { return [] }
        let promised = Set(history.record(current).promises.map(\.name))
        let last = Dictionary(approved.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        return approved.filter { change in
            guard last[change.name] == change, promised.contains(change.name) else { return false }
            let since =
                history.plan.issues.filter { $0.day >= change.day } + [current]
            return !since.contains { issue in
                history.record(issue).promises.contains {
                    $0.name == change.name && $0.months.contains(change.month)
                }
            }
        }
    }
}

/// One date of a plan as a review of all dates shows it.
struct ReviewedDate: Sendable {
    let promise: Promise
    /// The day until which it is in time.
    let day: Day
    let lateness: Lateness
    /// The request about it that waits, or was sent back.
    let waiting: ChangeRequest?
    /// What was approved and is in no issue yet.
    let approved: ApprovedChange?

    /// Every date of a plan, by day.
    static func all(
        _ history: PlanHistory, due: DueDays, requests: [ChangeRequest], today: Day
    ) -> [ReviewedDate] {
        guard let issue = history.plan.current else { return [] }
        let record = history.record(issue)
        let done = history.done(in: record, by: today)
        let pending = ApprovedChange.pending(
            requests.compactMap(\.approved).sorted { ($0.day, $0.request) < ($1.day, $1.request) },
            in: history)
        return record.promises.flatMap { promise in
            promise.months.map { month in
                let day = due.day(of: month)
                return ReviewedDate(
                    promise: promise, day: day,
                    lateness: Lateness(
                        days: [day], isDone: done[promise.name] != nil, today: today),
                    waiting: requests.first {
                        $0.name == promise.name && [.waiting, .sentBack].contains($0.status)
                    }, approved: pending.first { $0.name == promise.name })
            }
        }.sorted { ($0.day, $0.promise.name.key) < ($1.day, $1.promise.name.key) }
    }
}
