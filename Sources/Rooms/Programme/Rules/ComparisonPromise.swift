import CivilTime
import Ledger

/// What a plan dates, by name: an objective, a milestone of one, or an action.
struct PromiseName: Sendable, Hashable {
    /// What is dated.
    enum Kind: String, Sendable, Codable, CaseIterable { case objective, milestone, action }

    let kind: Kind
    /// The id of the objective or the action.
    let code: Code
    /// The id of the milestone within its objective.
    let milestone: Code?

    static func objective(_ code: Code) -> PromiseName { .init(kind: .objective, code: code, milestone: nil) }
    static func action(_ code: Code) -> PromiseName { .init(kind: .action, code: code, milestone: nil) }
    static func milestone(_ milestone: Code, of code: Code) -> PromiseName {
        .init(kind: .milestone, code: code, milestone: milestone)
    }

    /// The name in the middle of a sentence: “objective PAP1:1”.
    var words: String {
        switch kind {
        case .objective: "objective \(code.text)"
        case .milestone: "milestone \(milestone?.text ?? "") of \(code.text)"
        case .action: "action \(code.text)"
        }
    }

    /// One text that stands for it in forms and rows.
    var key: String { [kind.rawValue, code.text, milestone?.text].compactMap(\.self).joined(separator: " ") }

    /// Reads ``key``; nil where it is none.
    init?(key: String) {
        let parts = key.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count > 1, let kind = Kind(rawValue: String(parts[0])), let code = Code(parts[1]) else {
            return nil
        }
        let milestone = parts.count == 3 ? Code(parts[2]) : nil
        guard parts.count == (kind == .milestone ? 3 : 2), (milestone != nil) == (kind == .milestone) else {
            return nil
        }
        self.init(kind: kind, code: code, milestone: milestone)
    }

    init(kind: Kind, code: Code, milestone: Code?) {
        self.kind = kind
        self.code = code
        self.milestone = milestone
    }
}

/// What one issue of a plan promises by when.
struct Promise: Sendable, Hashable {
    let name: PromiseName
    let text: String
    /// The months it is due; none where the plan names none.
    let months: [Month]
    let isOngoing: Bool
    let remarks: [Remark]

    /// By when, in words.
    var dueWords: String {
        if isOngoing { return "ongoing" }
        return months.isEmpty ? "no date" : months.map(\.written).joined(separator: " and ")
    }
}

extension PlanRecord {
    /// Everything the issue dates or could date, in the plan's order, each objective before its milestones.
    var promises: [Promise] {
        objectives.flatMap(Promise.all) + actions.map(Promise.init)
    }
}

extension Promise {
    /// An objective as a promise, followed by its milestones.
    static func all(of objective: ObjectiveStatement) -> [Promise] {
        [
            Promise(
                name: .objective(objective.code), text: objective.text, months: objective.due.months,
                isOngoing: objective.due.isOngoing, remarks: objective.remarks)
        ]
            + objective.milestones.map {
                Promise(
                    name: .milestone($0.code, of: objective.code), text: $0.text, months: [$0.due],
                    isOngoing: false, remarks: objective.remarks)
            }
    }

    /// An action as a promise.
    init(_ action: ActionStatement) {
        self.init(
            name: .action(action.code), text: action.text, months: action.due.map { [$0] } ?? [],
            isOngoing: false, remarks: action.remarks)
    }
}

/// By which day each month's promises are in time, as the area chooses (``DueRule``).
struct DueDays: Sendable, Hashable {
    private let settings: [ReferenceValue.Setting]
    private let holidays: Set<Day>

    init(_ reference: Reference = Reference()) {
        settings = reference.settings(DueRule.setting)
        if case .days(let days, _)? = reference.values[DueRule.holidays] {
            holidays = Set(days)
        } else {
            holidays = []
        }
    }

    /// The last day on which what is due in a month is in time.
    func day(of month: Month) -> Day {
        var day = month.last
        let choice = settings.filter { $0.from <= day }.max { $0.from < $1.from }?.value
        guard choice == DueRule.lastWorkingDay else { return day }
        while day.weekday.isWeekend || holidays.contains(day), day > month.first { day = day - 1 }
        return day
    }
}

/// How a date moved from one issue to another.
enum DateMove: Sendable, Hashable {
    /// Only the later issue promises it.
    case added
    /// Only the earlier issue promises it.
    case dropped
    case same
    /// So many months, and days between the ends of the months, later.
    case later(months: Int, days: Int)
    /// So many months and days earlier.
    case earlier(months: Int, days: Int)
    /// It had no month and has one.
    case dateGiven
    /// It had a month and has none.
    case dateTaken

    /// Compares what two issues promise: by the last of the dates and, where that stands, by the first.
    init(from before: Promise?, to after: Promise?) {
        guard let before else {
            self = .added
            return
        }
        guard let after else {
            self = .dropped
            return
        }
        self.init(from: before.months, to: after.months)
    }

    init(from before: [Month], to after: [Month]) {
        guard let lastBefore = before.last, let firstBefore = before.first else {
            self = after.isEmpty ? .same : .dateGiven
            return
        }
        guard let lastAfter = after.last, let firstAfter = after.first else {
            self = .dateTaken
            return
        }
        let (old, new) =
            lastBefore == lastAfter ? (firstBefore, firstAfter) : (lastBefore, lastAfter)
        if new > old {
            self = .later(months: new - old, days: new.last - old.last)
        } else if new < old {
            self = .earlier(months: old - new, days: old.last - new.last)
        } else {
            self = .same
        }
    }

    /// Months later, negative where earlier; nil where the two cannot be compared.
    var months: Int? {
        switch self {
        case .later(let months, _): months
        case .earlier(let months, _): -months
        case .same: 0
        case .added, .dropped, .dateGiven, .dateTaken: nil
        }
    }

    /// Days later, negative where earlier; nil where the two cannot be compared.
    var days: Int? {
        switch self {
        case .later(_, let days): days
        case .earlier(_, let days): -days
        case .same: 0
        case .added, .dropped, .dateGiven, .dateTaken: nil
        }
    }

    var isLater: Bool { if case .later = self { true } else { false } }
    var isEarlier: Bool { if case .earlier = self { true } else { false } }
    /// Whether a date stands elsewhere than before.
    var isMove: Bool { isLater || isEarlier || self == .dateTaken || self == .dateGiven }

    /// The move in words.
    var words: String {
        switch self {
        case .added: "added"
        case .dropped: "dropped"
        case .same: "the same"
        case .later(let months, let days): "\(Self.length(months, days)) later"
        case .earlier(let months, let days): "\(Self.length(months, days)) earlier"
        case .dateGiven: "given a date"
        case .dateTaken: "no longer dated"
        }
    }

    /// The name under which files give it.
    var id: String {
        switch self {
        case .added: "added"
        case .dropped: "dropped"
        case .same: "same"
        case .later: "later"
        case .earlier: "earlier"
        case .dateGiven: "date-given"
        case .dateTaken: "date-taken"
        }
    }

    private static func length(_ months: Int, _ days: Int) -> String {
        "\(months == 1 ? "1 month" : "\(months) months") (\(days) days)"
    }
}
