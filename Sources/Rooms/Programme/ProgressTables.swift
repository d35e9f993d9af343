import CivilTime
import Ledger

/// The rows of what is recorded each month: reports, milestones, evidence, risks, leads, and how months stand.
enum ProgressTables {
    /// One row a part and month; what the system says beside a rating depends on the day and is not here.
    static let report = Table(
        "programme_report",
        [
            .text("plan_id"), .text("part"), .text("code"), .text("month"), .optionalText("rating"),
            .integer("reported_day"), .text("group_name"), .integer("reports"),
        ], indexes: [["plan_id", "month"]])

    /// Milestones that a group has spoken of; one of the plan's that nobody spoke of stands in `programme_due` alone.
    static let milestone = Table(
        "programme_milestone",
        [
            .text("plan_id"), .text("part"), .text("code"), .text("milestone"), .text("text"),
            .text("first_month"), .integer("first_day"), .text("now_month"), .integer("now_day"),
            .optionalInteger("met_day"), .integer("is_of_plan"),
        ], indexes: [["plan_id", "now_day"]])

    static let evidence = Table(
        "programme_evidence",
        [
            .text("plan_id"), .text("part"), .text("code"), .text("month"), .text("kind"), .text("title"),
            .integer("added_day"), .text("added_by"), .integer("is_cleared"),
        ], indexes: [["plan_id", "code"]])

    static let risk = Table(
        "programme_risk",
        [
            .text("plan_id"), .text("title"), .integer("is_issue"), .text("objectives"),
            .integer("raised_day"), .optionalInteger("likelihood"), .optionalInteger("impact"),
            .optionalInteger("score"), .optionalText("owner"), .optionalInteger("review_day"),
            .integer("is_open"), .optionalInteger("closed_day"),
        ], indexes: [["plan_id", "is_open"]])

    static let lead = Table(
        "programme_lead",
        [
            .text("account"), .text("plan_id"), .text("body"), .integer("from_day"),
            .optionalInteger("to_day"),
        ], indexes: [["account"], ["plan_id"]])

    static let month = Table(
        "programme_month",
        [
            .text("plan_id"), .text("month"), .text("state"), .optionalInteger("received_day"),
            .optionalInteger("received_commit"), .optionalText("board"),
        ], uniques: [Unique(["plan_id", "month"], refusal: "This month of the plan already has a record.")])
}

/// One month of a plan as a list shows it.
struct MonthRow: Sendable {
    let id: String
    let month: Month
    let state: ProgrammeMonth.State
    let receipt: MonthGate.Receipt?

    init?(_ fields: Fields) {
        guard let month = Month(iso: fields.text(1)),
            let state = ProgrammeMonth.State(rawValue: fields.text(2))
        else { return nil }
        id = fields.text(0)
        self.month = month
        self.state = state
        receipt = fields.day(3).map {
            MonthGate.Receipt(day: $0, commit: fields.integer(4), board: fields.text(5))
        }
    }

    /// The months of a plan that were ever closed, the first first.
    static func query(_ plan: String) -> SQL {
        """
        SELECT subject_id, month, state, received_day, received_commit, board FROM programme_month
        WHERE plan_id = \(plan) ORDER BY month, subject_id
        """
    }
}

extension MonthGate {
    /// How the months of a plan stand.
    static func load(_ plan: String, _ reader: Reader) throws -> MonthGate {
        MonthGate(try reader.all(MonthRow.query(plan)) { MonthRow($0) })
    }

    /// The same for a decision.
    static func load(_ plan: String, _ deciding: inout Deciding) throws -> MonthGate {
        MonthGate(try deciding.lookUp(MonthRow.query(plan)) { MonthRow($0) })
    }

    private init(_ rows: [MonthRow?]) {
        let rows = rows.compactMap { $0 }
        closedMonths = Set(rows.filter { $0.state != .open }.map(\.month))
        receipts = Dictionary(
            rows.compactMap { row in row.receipt.map { (row.month, $0) } }, uniquingKeysWith: { $1 })
    }
}

/// What was last reported of a part, as lists show it.
struct ReportRow: Sendable {
    /// The subject id of the part.
    let id: String
    let part: String
    let code: Code
    let month: Month
    let rating: Rating.Colour?
    let day: Day
    let group: String
    /// How many reports there were for the month.
    let count: Int

    /// Every month of every part of a plan, the first first.
    static func all(of plan: String, _ reader: Reader) throws -> [ReportRow] {
        try reader.all(
            """
            SELECT subject_id, part, code, month, rating, reported_day, group_name, reports FROM programme_report
            WHERE plan_id = \(plan) ORDER BY month, part, code, subject_id
            """
        ) { fields -> ReportRow? in
            guard let month = Month(iso: fields.text(3)), let day = fields.day(5) else { return nil }
            return ReportRow(
                id: fields.text(0), part: fields.text(1), code: Code(stored: fields.text(2)), month: month,
                rating: fields.textOrNil(4).flatMap(Rating.Colour.init), day: day, group: fields.text(6),
                count: fields.integer(7))
        }.compactMap { $0 }
    }
}

/// A lead of a group as lists show it.
struct LeadRow: Sendable, Hashable {
    /// The subject id.
    let id: String
    let account: String
    /// The subject id of the plan.
    let plan: String
    let body: Code
    let from: Day
    let to: Day?

    /// Whether it holds on a day.
    func holds(on day: Day) -> Bool { from <= day && day <= to ?? day }

    private init?(_ fields: Fields) {
        guard let from = fields.day(4) else { return nil }
        id = fields.text(0)
        account = fields.text(1)
        plan = fields.text(2)
        body = Code(stored: fields.text(3))
        self.from = from
        to = fields.day(5)
    }

    private static func query(_ condition: SQL) -> SQL {
        """
        SELECT subject_id, account, plan_id, body, from_day, to_day FROM programme_lead WHERE \(condition)
        ORDER BY plan_id, body, from_day, subject_id
        """
    }

    /// Everybody who ever led a group of a plan.
    static func all(of plan: String, _ reader: Reader) throws -> [LeadRow] {
        try reader.all(query("plan_id = \(plan)")) { LeadRow($0) }.compactMap { $0 }
    }

    /// Everything that an account ever led.
    static func all(by account: String, _ reader: Reader) throws -> [LeadRow] {
        try reader.all(query("account = \(account)")) { LeadRow($0) }.compactMap { $0 }
    }

    /// The same for a decision.
    static func all(by account: String, _ deciding: inout Deciding) throws -> [LeadRow] {
        try deciding.lookUp(query("account = \(account)")) { LeadRow($0) }.compactMap { $0 }
    }
}

/// A risk as the register shows it.
struct RiskRow: Sendable {
    /// The subject id.
    let id: String
    let title: String
    let isIssue: Bool
    let objectives: [Code]
    let raised: Day
    /// Nil where nobody assessed it.
    let score: RiskScore?
    let owner: String?
    let review: Day?
    let isOpen: Bool
    let closed: Day?

    /// The risks of a plan: open ones first, the highest score first.
    static func all(of plan: String, _ reader: Reader) throws -> [RiskRow] {
        try reader.all(
            """
            SELECT subject_id, title, is_issue, objectives, raised_day, likelihood, impact, owner, review_day,
            is_open, closed_day FROM programme_risk WHERE plan_id = \(plan)
            ORDER BY is_open DESC, score DESC NULLS FIRST, review_day NULLS FIRST, raised_day, subject_id
            """
        ) { fields -> RiskRow? in
            guard let raised = fields.day(4) else { return nil }
            return RiskRow(
                id: fields.text(0), title: fields.text(1), isIssue: fields.flag(2),
                objectives: fields.text(3).split(separator: " ").map { Code(stored: String($0)) },
                raised: raised,
                score: RiskScore(likelihood: fields.integer(5), impact: fields.integer(6)),
                owner: fields.textOrNil(7), review: fields.day(8), isOpen: fields.flag(9),
                closed: fields.day(10))
        }.compactMap { $0 }
    }
}

extension RiskRow {
    /// The risks of a plan as they were known at a commit, those that stood first, the highest score first.
    static func all(
        of plan: String, asKnownAt commit: Int, _ snapshot: Snapshot
    ) throws -> [RiskRow] {
        try snapshot.ids(of: Risk.self, recordedUpTo: commit).compactMap { id -> RiskRow? in
            guard let risk = try snapshot.state(of: Risk.self, id, asKnownAt: commit)?.state,
                risk.plan == plan
            else { return nil }
            return RiskRow(risk)
        }.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
    }

    private init(_ risk: Risk) {
        (id, title, isIssue, objectives) = (risk.id, risk.title, risk.isIssue, risk.objectives)
        (raised, score, owner) = (risk.raisedOn, risk.current?.score, risk.current?.owner)
        (review, isOpen, closed) = (risk.current?.review, risk.isOpen, risk.closedOn)
    }

    /// What the order of the list goes by: what nobody assessed comes before every score.
    private var rank: [Int] {
        [isOpen ? 0 : 1, -(score?.product ?? .max), review?.number ?? .min, raised.number]
    }
}
