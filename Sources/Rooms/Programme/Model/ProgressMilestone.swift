import CivilTime

/// One change of the month by which a milestone is expected.
struct MilestoneMove: Sendable, Hashable {
    /// What changed it.
    enum Source: Sendable, Hashable {
        /// A group said so in an entry.
        case forecast(entry: String)
        /// An issue of the plan states another month.
        case issue(Int)
    }

    /// The day it was said.
    let day: Day
    /// The month by which it is expected since.
    let to: Month
    /// Why; empty where an issue of the plan moved it without a reason.
    let why: String
    /// What changed it.
    let source: Source
    /// The commit of the entry; 0 for an issue of the plan, which is public anyway.
    var commit = 0
}

/// A milestone with everything that was ever said of its date; a slip is never hidden by a later word.
struct MilestoneStanding: Sendable, Hashable {
    /// The id, unique within its objective.
    let code: Code
    /// What is to be reached.
    let text: String
    /// The month first promised.
    let first: Month
    /// Every change of the month since, the first first.
    let moves: [MilestoneMove]
    /// The day it was met; nil while it was not.
    let met: Day?
    /// Whether the plan states it; otherwise the group added it.
    let isOfPlan: Bool
    /// Whether a later issue of the plan dropped it.
    let isDropped: Bool
    /// The commit in which it was said that it was met; 0 while it was not.
    var metIn = 0

    /// The month by which it is now expected.
    var now: Month { moves.last?.to ?? first }
    /// By how many months it is now expected later than first promised; negative where sooner.
    var slipMonths: Int { now - first }
    /// The same in days, from the last day of the one month to that of the other.
    var slipDays: Int { now.last - first.last }
}

/// A milestone as the issues of a plan promised it.
struct PromisedMilestone: Sendable, Hashable {
    /// The month that one issue states.
    struct Promise: Sendable, Hashable {
        let issue: Int
        let day: Day
        let month: Month
    }

    let code: Code
    let text: String
    /// What each issue that states it says, the first first; never empty.
    let promises: [Promise]
    let isDropped: Bool
}

/// What was reported of a milestone, as far as the entries of the objective's progress tell.
struct ReportedMilestone: Sendable, Hashable {
    /// What a group stated of it, or copied from the plan when it first spoke of it.
    struct Statement: Sendable, Hashable {
        let entry: String
        var commit = 0
        let text: String
        let first: Month
        let isOfPlan: Bool
    }

    /// That it was met.
    struct Meeting: Sendable, Hashable {
        let entry: String
        let commit: Int
        let on: Day
    }

    let code: Code
    var statement: Statement?
    var moves: [MilestoneMove] = []
    var met: [Meeting] = []

    /// As it stands without what the plan's issues say of it; nil where nobody ever stated it.
    var standing: MilestoneStanding? {
        statement.map {
            MilestoneStanding(
                code: code, text: $0.text, first: $0.first, moves: MilestoneStanding.changes($0.first, moves),
                met: met.last?.on, isOfPlan: $0.isOfPlan, isDropped: false, metIn: met.last?.commit ?? 0)
        }
    }
}

extension MilestoneStanding {
    /// Puts together what the plan promised and what was reported: the plan's milestones first, in its order.
    static func all(
        _ promised: [PromisedMilestone], _ reported: [ReportedMilestone]
    ) -> [MilestoneStanding] {
        let codes = Set(promised.map(\.code))
        let ofPlan = promised.compactMap { promise in
            standing(promise, reported.first { $0.code == promise.code })
        }
        return ofPlan + reported.filter { !codes.contains($0.code) }.compactMap(\.standing)
    }

    private static func standing(
        _ promise: PromisedMilestone, _ reported: ReportedMilestone?
    ) -> MilestoneStanding? {
        guard let first = promise.promises.first else { return nil }
        let issues = promise.promises.dropFirst().map {
            MilestoneMove(day: $0.day, to: $0.month, why: "", source: .issue($0.issue))
        }
        // Sorted by day alone: an issue and a forecast of one day keep that order.
        let moves = (issues + (reported?.moves ?? [])).enumerated().sorted {
            ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
        }
        return MilestoneStanding(
            code: promise.code, text: promise.text, first: first.month,
            moves: changes(first.month, moves.map(\.element)), met: reported?.met.last?.on, isOfPlan: true,
            isDropped: promise.isDropped, metIn: reported?.met.last?.commit ?? 0)
    }

    /// Leaves out what repeats the month that already stood.
    fileprivate static func changes(_ first: Month, _ moves: [MilestoneMove]) -> [MilestoneMove] {
        var now = first
        return moves.filter { move in
            defer { now = move.to }
            return move.to != now
        }
    }
}
