import CivilTime
import Ledger

/// The programme team wrote what stands above the month's report, for the first time or anew.
struct MonthIntroduced: Payload {
    static let kind = "month.introduced"
    var plan: String
    var month: Month
    var summary: String
    var asks: [String]
}

/// A month of a plan takes no more reports.
struct MonthClosed: Payload {
    static let kind = "month.closed"
    var plan: String
    var month: Month
}

/// It takes them again; the entry's reason says why.
struct MonthReopened: Payload {
    static let kind = "month.reopened"
    var plan: String
    var month: Month
}

/// A board received the report of the month.
struct MonthReceived: Payload {
    static let kind = "month.received"
    var plan: String
    var month: Month
    /// The name of the board.
    var board: String
    /// The subject id of the meeting, where it is recorded.
    var meeting: String?
    var day: Day
}

/// One month of a plan: open to reports, closed, received by the board.
struct ProgrammeMonth: Subject {
    /// How a month stands.
    enum State: String, Sendable { case open, closed, received }

    /// One thing that happened to it.
    struct Step: Sendable, Hashable {
        let entry: String
        let sequence: Int
        let commit: Int
        let day: Day
        let to: State
        let reason: String?
        /// What was received, where that is what happened.
        let received: Received?
    }

    /// Which board received it, when.
    struct Received: Sendable, Hashable {
        let board: String
        let meeting: String?
        let day: Day
    }

    static let kind = "programme-month"
    static let entryKinds: [EntryKind<ProgrammeMonth>] = [
        EntryKind(MonthIntroduced.self) { month, introduced in
            month.plan = introduced.data.plan
            month.month = introduced.data.month
            month.introduction = MonthIntroduction(
                summary: introduced.data.summary, asks: introduced.data.asks)
        },
        EntryKind(MonthClosed.self) { month, closed in
            month.step(closed, of: closed.data.plan, closed.data.month, .closed)
        },
        EntryKind(MonthReceived.self) { month, received in
            let data = received.data
            month.step(
                received, of: data.plan, data.month, .received,
                Received(board: data.board, meeting: data.meeting, day: data.day))
        },
        EntryKind(MonthReopened.self) { month, reopened in
            month.step(reopened, of: reopened.data.plan, reopened.data.month, .open)
        },
    ]
    static let tables = [ProgressTables.month]
    static let derivation = 1

    let id: String
    /// The subject id of the plan; empty before any entry.
    private(set) var plan = ""
    /// The month; nil before any entry.
    private(set) var month: Month?
    /// What happened, in the order it was recorded: closing is an act of this program, whatever day is named.
    private(set) var steps: [Step] = []
    private(set) var problems: [Problem] = []
    /// What stands above its report.
    private(set) var introduction: MonthIntroduction?

    init(id: String) { self.id = id }

    mutating func note(_ problem: Problem) { problems.append(problem) }

    private mutating func step<P>(
        _ recorded: Recorded<P>, of plan: String, _ month: Month, _ to: State, _ received: Received? = nil
    ) {
        self.plan = plan
        self.month = month
        steps.append(
            Step(
                entry: recorded.id, sequence: recorded.sequence, commit: recorded.commit, day: recorded.day,
                to: to, reason: recorded.reason, received: received))
        steps.sort { $0.sequence < $1.sequence }
    }

    /// How it stands.
    var state: State { steps.last?.to ?? .open }
    /// The last time that a board received it, which stays when it is opened again.
    var receipt: Step? { steps.last { $0.received != nil } }

    /// One row.
    func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let month else { return [] }
        return [
            Row(
                ProgressTables.month,
                [
                    plan, month.iso, state.rawValue, receipt?.received?.day, receipt?.commit,
                    receipt?.received?.board,
                ])
        ]
    }

    /// Each closing and each receipt as an event.
    func facts(_ reference: inout ReferenceReader) -> [Fact] {
        steps.filter { $0.to != .open }.map {
            Fact(
                event: "programme.month-\($0.to.rawValue)", key: $0.entry, on: $0.received?.day ?? $0.day,
                references: ["plan": plan])
        }
    }
}
