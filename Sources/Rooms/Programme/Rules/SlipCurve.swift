import CivilTime

/// How far the dates of a whole plan stand from those first promised, month by month.
///
/// Counted are objectives and actions; their milestones are not, so that no promise counts twice.
struct SlipCurve: Sendable {
    /// How the plan stood at the end of a month, or on the last day looked at.
    struct Point: Sendable, Hashable {
        let month: Month
        /// The issue in force.
        let issue: Int
        /// Months later than first promised, added up over all that stand later.
        var monthsLater = 0
        /// How many stand later than first promised.
        var later = 0
        /// How many stand earlier.
        var earlier = 0
        /// How many stand where they were first promised.
        var same = 0
        /// How many had a month and have none now, though the plan still holds them.
        var undated = 0
        /// How many had a month and are no longer in the plan.
        var dropped = 0
    }

    /// One promise whose date moved, or that was dropped.
    struct Moved: Sendable, Hashable {
        let name: PromiseName
        let text: String
        let first: ComparedPromise.FirstPromised
        /// The months now; none where it has no date or is dropped.
        let now: [Month]
        let move: DateMove
    }

    let points: [Point]
    /// What stands elsewhere than first promised in the last issue looked at: the furthest later first.
    let moved: [Moved]

    /// Reads a plan from its first issue to a day.
    init(_ history: PlanHistory, until today: Day) {
        var points: [Point] = []
        var moved: [Moved] = []
        var standing: (issue: Int, moved: [Moved], same: Int)?
        guard let start = history.plan.issues.first?.day, start <= today else {
            (self.points, self.moved) = ([], [])
            return
        }
        for month in start.calendarMonth...today.calendarMonth {
            guard let issue = history.issue(on: min(month.last, today)) else { continue }
            if standing?.issue != issue.number {
                let now = Self.standing(history, issue)
                standing = (issue.number, now.moved, now.same)
                moved = now.moved
            }
            points.append(Self.point(month, issue.number, standing?.moved ?? [], standing?.same ?? 0))
        }
        self.points = points
        self.moved = moved.sorted {
            ($0.move.months ?? 0, $1.name.key) > ($1.move.months ?? 0, $0.name.key)
        }
    }

    private static func standing(
        _ history: PlanHistory, _ issue: Plan.Issue
    ) -> (moved: [Moved], same: Int) {
        let present = Dictionary(
            history.record(issue).promises.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let texts = history.lastWords(until: issue.number)
        var same = 0
        var moved: [Moved] = []
        for (name, first) in history.firstPromised(until: issue.number) where name.kind != .milestone {
            let now = present[name]
            let move = now.map { DateMove(from: first.months, to: $0.months) } ?? .dropped
            if move == .same {
                same += 1
            } else {
                moved.append(
                    Moved(
                        name: name, text: texts[name] ?? "", first: first, now: now?.months ?? [], move: move)
                )
            }
        }
        return (moved, same)
    }

    private static func point(_ month: Month, _ issue: Int, _ moved: [Moved], _ same: Int) -> Point {
        var point = Point(month: month, issue: issue)
        point.same = same
        for one in moved {
            switch one.move {
            case .later(let months, _):
                point.later += 1
                point.monthsLater += months
            case .earlier: point.earlier += 1
            case .dropped: point.dropped += 1
            case .dateTaken: point.undated += 1
            case .added, .same, .dateGiven: break
            }
        }
        return point
    }
}

extension PlanHistory {
    /// The words in which each promise was last made, up to an issue.
    func lastWords(until last: Int) -> [PromiseName: String] {
        var texts: [PromiseName: String] = [:]
        for issue in plan.issues where issue.number <= last {
            for promise in record(issue).promises { texts[promise.name] = promise.text }
        }
        return texts
    }
}
