import CivilTime
import Ledger

/// One end of a comparison as an address names it: the number of an issue, or a day.
enum ComparisonPoint: Sendable, Hashable {
    case issue(Int)
    case day(Day)

    /// Reads `2` or `2024-03-01`; nil for anything else.
    init?(_ text: String) {
        if let day = Day(iso: text) {
            self = .day(day)
        } else if let number = Int(text), number > 0, String(number) == text {
            self = .issue(number)
        } else {
            return nil
        }
    }

    /// As an address has it.
    var text: String {
        switch self {
        case .issue(let number): "\(number)"
        case .day(let day): day.iso
        }
    }
}

/// Why two ends cannot be compared.
enum ComparisonRefusal: Refusal, Equatable {
    case unreadable(String)
    case unknownIssue(Int, last: Int)
    case beforeFirst(Day, first: Day)
    case notYet(Day, today: Day)
    case sameIssue(Int)
    case sameDay(Day)

    /// What is wrong and what to choose instead.
    var forPerson: String {
        switch self {
        case .unreadable(let text):
            "“\(text.prefix(40))” is neither a version nor a day. Choose a version, or write a day as 2024-03-01."
        case .unknownIssue(let number, let last):
            "There is no issue \(number) of this plan; the last is issue \(last)."
        case .beforeFirst(let day, let first):
            "The plan was first published on \(first.short); on \(day.short) nothing was promised yet. "
                + "Choose a later day."
        case .notYet(let day, let today):
            "\(day.short) has not come yet. Choose a day up to today, \(today.short)."
        case .sameIssue(let number):
            "You chose issue \(number) twice, and a version does not differ from itself. Choose another, or "
                + "compare two days of it."
        case .sameDay(let day): "You chose \(day.short) twice. Choose another day."
        }
    }

    /// The kind of mistake.
    var forOperator: String {
        switch self {
        case .unreadable: "comparison: unreadable end"
        case .unknownIssue: "comparison: unknown issue"
        case .beforeFirst: "comparison: day before the first issue"
        case .notYet: "comparison: day to come"
        case .sameIssue: "comparison: one issue twice"
        case .sameDay: "comparison: one day twice"
        }
    }
}

/// Which two ends are compared, in the order in which they were asked for.
struct ComparisonChoice: Sendable, Hashable {
    let from: ComparisonPoint
    let to: ComparisonPoint

    /// What is compared where nothing was asked for: the last two issues, or the only one from its day to now.
    init(default plan: Plan, today: Day) {
        let numbers = plan.issues.map(\.number)
        if numbers.count > 1 {
            from = .issue(numbers[numbers.count - 2])
            to = .issue(numbers[numbers.count - 1])
        } else {
            from = .day(plan.issues.first?.day ?? today)
            to = .day(today)
        }
    }

    /// Takes two ends.
    init(from: ComparisonPoint, to: ComparisonPoint) {
        self.from = from
        self.to = to
    }

    /// The two ends with what was in force at each, the earlier first, and whether they were asked for the other
    /// way round.
    ///
    /// - Throws: ``ComparisonRefusal``.
    func sides(of history: PlanHistory, today: Day) throws(ComparisonRefusal) -> (
        from: Comparison.Side, to: Comparison.Side, wasReversed: Bool
    ) {
        let first = try side(from, history, today)
        let second = try side(to, history, today)
        if case .issue(let number) = from, from == to { throw .sameIssue(number) }
        if first.day == second.day, first.issue == second.issue { throw .sameDay(first.day) }
        guard (second.day, second.issue) < (first.day, first.issue) else { return (first, second, false) }
        return (second, first, true)
    }

    private func side(
        _ point: ComparisonPoint, _ history: PlanHistory, _ today: Day
    ) throws(ComparisonRefusal) -> Comparison.Side {
        let issue: Plan.Issue
        let day: Day
        var isIssue = false
        switch point {
        case .issue(let number):
            guard let found = history.issue(number) else {
                throw .unknownIssue(number, last: history.plan.current?.number ?? 0)
            }
            (issue, day, isIssue) = (found, found.day, true)
        case .day(let asked):
            guard asked <= today else { throw .notYet(asked, today: today) }
            guard let found = history.issue(on: asked) else {
                throw .beforeFirst(asked, first: history.plan.issues.first?.day ?? today)
            }
            (issue, day) = (found, asked)
        }
        let record = history.record(issue)
        return Comparison.Side(
            record: record, day: day, isIssue: isIssue, done: history.done(in: record, by: day))
    }
}
